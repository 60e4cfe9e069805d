//! The page itself: takes actions, starts runs, puts pictures up.

use std::rc::Rc;

mod act;
#[cfg(not(feature = "screens"))]
mod first;
mod obey;
mod open;
mod run;
#[cfg(feature = "screens")]
mod screens;

pub use open::Purpose;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::Component;
use yew::Context;
use yew::Html;
use yew::html;

use super::browser;
use super::drawn::Drawn;
use super::header::Header;
use super::header::header;
use super::home::Home;
use super::home::home;
use super::notice::left_out;
use super::notice::notice;
use super::runbar::RunBar;
use super::runbar::Status;
use super::runbar::run_bar;
use super::storage;
use crate::app::baked;
use crate::app::history::Gesture;
use crate::app::history::History;
use crate::app::keys::Held;
use crate::app::keys::Place;
use crate::app::keys::Press;
use crate::app::keys::command;
use crate::app::link::Ignored;
use crate::app::picture::Picture;
use crate::app::pool::Pool;
use crate::app::pool::PoolEvent;
use crate::app::preferences::Choice;
use crate::app::preferences::Preferences;
use crate::app::route::Route;
#[cfg(feature = "screens")]
use crate::app::route::Section;
use crate::app::runlog::RunLog;
use crate::app::shelf::Shelf;
use crate::app::state::Action;
use crate::app::state::Source;
use crate::app::state::State;
use crate::app::trouble::Trouble;
use crate::chart::array::Order;
use crate::chart::tries::Try;
use crate::protocol::Design;
use crate::protocol::Protocol;
use crate::words::page::Word;

/// What can happen to the page.
#[derive(Debug)]
pub enum Message {
    /// The reader did something.
    Act(Action, Gesture),
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// A text of the reader's own has been read.
    Read(String, Box<Design>),
    /// The reader picked a scenario of the library.
    Pick(String),
    /// Scenarios that were asked for have been read, or the part that reads them did not load.
    Gathered(Purpose, Vec<(Source, Option<Box<Design>>)>),
    /// The address changed.
    Go(String),
    /// What can be lost is to be kept.
    Keep,
    /// Forget everything that was kept, and begin again.
    Fresh,
    /// The list of what was left out has been read.
    Dismiss,
    /// Draws a new seed.
    NewSeed,
    /// Stops the run.
    Cancel,
    /// Runs again.
    Again,
    /// Something else is preferred.
    Prefer(Preferences),
    /// A key was pressed.
    Pressed(String, Held, Place),
    /// Lays people out otherwise.
    LayOut(Order),
    /// The pool reports.
    Pool(PoolEvent),
    /// The run has been over for a while.
    Announce,
    /// The run log is to be emptied.
    EmptyLog,
}

/// The page.
#[derive(Debug)]
pub struct Page {
    history: History,
    shelf: Shelf,
    protocol: Rc<Protocol>,
    base: Rc<Protocol>,
    picture: Picture,
    drawn: Drawn,
    status: Status,
    trouble: Option<Trouble>,
    tries: Vec<Try>,
    tried_under: State,
    /// The scenario of the library that was picked last.
    picked: String,
    order: Order,
    preferences: Preferences,
    /// Whether all charts are shown as tables.
    as_tables: bool,
    /// What charts can say of where they are.
    #[cfg(feature = "screens")]
    shown: super::frame::Shown,
    /// The screen that is shown.
    route: Route,
    /// The section of the model card that the address names.
    #[cfg(feature = "screens")]
    section: Option<Section>,
    /// The screen that has just been opened, until it has the focus.
    arrived: bool,
    /// What had to be left out of a link or of what was kept.
    left_out: Vec<Ignored>,
    /// The runs so far.
    runs: RunLog,
    /// Whether the history is kept between visits: not while a device is measured, which should leave no trace.
    keeps: bool,
    run: u64,
    announced: String,
    digest: Option<u64>,
    pool: Option<Pool>,
    pause: Option<Timeout>,
    /// Listens as long as the page lives.
    listeners: Vec<EventListener>,
}

impl Component for Page {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        // On the machine that builds the site there is no browser: the first picture is drawn from the same bytes.
        let in_browser = cfg!(target_arch = "wasm32");
        let (parts, first) = if in_browser {
            browser::parts()
                .map_or((None, None), |(parts, text)| (Some(parts), browser::bytes(&text)))
        } else {
            (None, baked::bake())
        };
        let (shelf, picture) = first.as_deref().and_then(baked::open).expect(
            "the page and its module are written together; reloading brings them together again",
        );
        let asked = if in_browser { browser::workers_asked() } else { None };
        let pool = parts.map(|parts| {
            let size = asked.unwrap_or_else(browser::workers_usual);
            Pool::open(parts, size, ctx.link().callback(Message::Pool))
        });
        // Before the first picture is drawn, for its numbers are written as is preferred.
        let preferences = if in_browser { storage::preferences() } else { Preferences::default() };
        if in_browser {
            browser::wear(preferences);
        }
        let mut page = Self { preferences, ..Self::new(shelf, picture, pool) };
        if in_browser {
            page.keeps = asked.is_none();
            page.runs = storage::kept_runs().map(RunLog::kept).unwrap_or_default();
            page.listeners = obey::listen(ctx);
            page.mark_try();
            page.arrive(ctx, asked.is_some());
        }
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action, gesture) => self.act(&action, gesture),
            Message::Read(text, design) => self.open(text, *design),
            Message::Pick(name) => self.pick(ctx, name),
            Message::Gathered(purpose, found) => self.gathered(purpose, found),
            Message::Go(fragment) => return self.go(ctx, &fragment),
            Message::Keep => self.keep(),
            Message::Fresh => self.begin_again(),
            Message::Dismiss => self.left_out.clear(),
            Message::NewSeed => self.act(&Action::SetSeed(browser::any_seed()), Gesture::Change),
            Message::Undo => self.go_through(History::undo),
            Message::Redo => self.go_through(History::redo),
            Message::Cancel => self.cancel(),
            Message::Again => self.start(),
            Message::Prefer(preferences) => self.prefer(preferences),
            Message::Pressed(key, with, place) => {
                let press = Press { key: &key, with, place };
                let Some(command) = command(press, self.preferences.keys) else { return false };
                self.obey(ctx, command);
            }
            Message::LayOut(order) => {
                self.order = order;
                self.draw();
            }
            Message::Pool(event) => self.hear(ctx, event),
            Message::Announce => self.announce(),
            Message::EmptyLog => {
                self.runs = RunLog::default();
                self.keep_runs();
            }
        }
        true
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        browser::set_root("data-run", self.status.name());
        #[cfg(feature = "screens")]
        self.keep_list();
        if let Some(digest) = self.digest {
            browser::set_root("data-digest", &format!("{digest:016x}"));
        }
        browser::set_root("data-screen", self.route.slug());
        browser::set_root("data-scenario", &self.picture.state.scenario.name());
        if first {
            browser::show_screen();
            browser::set_root("data-ready", "");
        }
        if std::mem::take(&mut self.arrived) {
            browser::arrive(self.route.title().en());
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        // Without a pool there is no browser either: the page was drawn by the machine that builds the site.
        if let Some(pool) = &self.pool {
            self.keep();
            pool.close();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let trouble = self.trouble.as_ref();
        html! {
            <>
                { self.header(ctx) }
                <p class="strip-badge">{ Word::Badge.en() }</p>
                <main key={format!("{} {}", self.preferences.sign.name(), self.route.slug())}>
                    { for trouble.map(|trouble| notice(trouble, link.callback(|()| Message::Again))) }
                    if !self.left_out.is_empty() {
                        { left_out(&self.left_out, link.callback(|()| Message::Dismiss)) }
                    }
                    { self.screen(ctx) }
                </main>
                <footer>
                    <p>{ Word::FooterUnits.en() }{ " " }{ Word::FooterPrivacy.en() }</p>
                    <p><a href={Route::Model.href()}>{ Route::Model.tab().en() }</a>{ " \u{b7} " }<a href="./notices.html">{ Word::Notices.en() }</a>{ " \u{b7} " }{ env!("CARGO_PKG_VERSION") }</p>
                </footer>
                <p class="hidden" role="status">{ self.announced.clone() }</p>
            </>
        }
    }
}

impl Page {
    fn new(shelf: Shelf, picture: Picture, pool: Option<Pool>) -> Self {
        let digest = picture.tally.digest().ok().filter(|_| picture.tally.enrolled > 0);
        Self {
            history: History::default(),
            shelf,
            protocol: picture.protocol.clone(),
            base: picture.protocol.clone(),
            tried_under: picture.state.clone(),
            drawn: Drawn::of(&picture, Order::Grouped),
            picture,
            status: Status::Done,
            trouble: None,
            tries: Vec::new(),
            picked: State::default().scenario.name(),
            order: Order::Grouped,
            preferences: Preferences::default(),
            as_tables: false,
            #[cfg(feature = "screens")]
            shown: super::frame::Shown::default(),
            route: Route::Home,
            #[cfg(feature = "screens")]
            section: None,
            arrived: false,
            left_out: Vec::new(),
            runs: RunLog::default(),
            keeps: true,
            run: 0,
            announced: String::new(),
            digest,
            pool,
            pause: None,
            listeners: Vec::new(),
        }
    }

    fn header(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        header(&Header {
            route: self.route,
            state: self.history.now().clone(),
            on_fresh: link.callback(|()| Message::Fresh),
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
            preferences: self.preferences,
            on_undo: link.callback(|()| Message::Undo),
            on_redo: link.callback(|()| Message::Redo),
            on_seed: link.callback(|()| Message::NewSeed),
            on_prefer: link.callback(Message::Prefer),
        })
    }

    fn home(&self, ctx: &Context<Self>) -> Html {
        home(&self.first_view(ctx))
    }

    /// What the first view shows and does.
    fn first_view(&self, ctx: &Context<Self>) -> Home<'_> {
        let link = ctx.link();
        Home {
            picture: &self.picture,
            drawn: &self.drawn,
            state: self.history.now(),
            protocol: &self.protocol,
            base: &self.base,
            order: self.order,
            tries: &self.tries,
            library: self.shelf.library(),
            run: run_bar(&RunBar {
                status: self.status,
                people: self.picture.tally.enrolled,
                until: self.picture.people_within_a_point(),
                on_until: link
                    .callback(|people| Message::Act(Action::SetPeople(people), Gesture::Change)),
                on_cancel: link.callback(|()| Message::Cancel),
                on_carry_on: link.callback(|()| Message::Again),
            }),
            on_act: link.callback(|(action, gesture)| Message::Act(action, gesture)),
            on_order: link.callback(Message::LayOut),
        }
    }

    /// Draws the picture anew.
    fn draw(&mut self) {
        self.drawn = Drawn::of(&self.picture, self.order);
    }
}
