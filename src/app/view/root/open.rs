//! Opens what is not there yet: scenarios of the library, links, the session before; and goes from screen to screen.

use wasm_bindgen_futures::spawn_local;
use yew::Context;

use super::Message;
use super::Page;
use crate::app::history::Gesture;
use crate::app::history::History;
use crate::app::link::Ignored;
use crate::app::link::Link;
use crate::app::route::Route;
use crate::app::session;
use crate::app::session::Session;
use crate::app::shelf::Shelf;
use crate::app::state::Action;
use crate::app::state::Refusal;
use crate::app::state::Source;
use crate::app::state::State;
use crate::app::trouble::Trouble;
use crate::app::view::browser;
use crate::app::view::storage;
use crate::protocol::Design;

/// A scenario that was asked for, and what was read of it.
type Found = (Source, Option<Box<Design>>);

/// What scenarios are asked for.
#[derive(Debug)]
pub enum Purpose {
    /// The reader picked one.
    Pick(String),
    /// A link names one.
    Link(Box<Link>),
    /// They were in the session before.
    Session(Box<Session>),
}

impl Page {
    /// Takes up what the address asks for, or else what was kept. `?workers=` asks for a run in any case.
    pub(super) fn arrive(&mut self, ctx: &Context<Self>, run: bool) {
        let fragment = browser::fragment();
        let link = Link::read(&fragment);
        self.turn_to(&link);
        browser::set_title(self.route.title().en());
        // From the module with the first view alone it is a screen that opens, and not a page.
        #[cfg(feature = "screens")]
        {
            self.arrived = browser::first("[data-loading=next]").is_some();
        }
        if Link::holds_state(&fragment) || !link.ignored.is_empty() {
            return self.gather(ctx, Purpose::Link(Box::new(link)));
        }
        let kept = storage::kept().filter(|_| self.keeps);
        match kept.as_deref().and_then(session::read) {
            Some(session) => self.gather(ctx, Purpose::Session(Box::new(session))),
            None if run || self.route != Route::Home => self.start(),
            None => {}
        }
    }

    /// Another address: a screen, or a link with a state.
    pub(super) fn go(&mut self, ctx: &Context<Self>, fragment: &str) -> bool {
        let link = Link::read(fragment);
        let elsewhere = link.route != Route::Home || Link::needs_screens(fragment);
        // What the module with the first view alone cannot show, `boot.js` hears of as well.
        if !Link::is_address(fragment) || (cfg!(not(feature = "screens")) && elsewhere) {
            return false;
        }
        self.arrived = self.route != link.route;
        self.turn_to(&link);
        if Link::holds_state(fragment) || !link.ignored.is_empty() {
            self.gather(ctx, Purpose::Link(Box::new(link)));
        }
        true
    }

    /// The screen of a link, and its place on it.
    fn turn_to(&mut self, link: &Link) {
        self.route = link.route;
        #[cfg(feature = "screens")]
        {
            self.section = link.section;
        }
    }

    /// Opens a scenario of the library; one that has not been read yet when it has been.
    pub(super) fn pick(&mut self, ctx: &Context<Self>, name: String) {
        self.picked.clone_from(&name);
        self.gather(ctx, Purpose::Pick(name));
    }

    /// Sees to it that the scenarios are on the shelf, then goes on.
    fn gather(&mut self, ctx: &Context<Self>, purpose: Purpose) {
        let mut wanted = purpose.wants();
        wanted.retain(|source| self.shelf.find(source).is_none() && self.shelf.may_have(source));
        if wanted.is_empty() {
            return self.gathered(purpose, Vec::new());
        }
        let link = ctx.link().clone();
        spawn_local(async move {
            let mut found = Vec::new();
            for source in wanted {
                let design = browser::design(&source).await;
                found.push((source, design));
            }
            link.send_message(Message::Gathered(purpose, found));
        });
    }

    /// Puts what was read on the shelf, and does what it was read for.
    pub(super) fn gathered(&mut self, purpose: Purpose, found: Vec<Found>) {
        let missing = found.iter().any(|(_, design)| design.is_none());
        for (source, design) in found {
            // A design that does not fit together is not on the shelf, and is missed there.
            let _ = design.map(|design| self.shelf.put(source, *design));
        }
        match purpose {
            // Another one was picked meanwhile.
            Purpose::Pick(name) if name != self.picked => {}
            Purpose::Pick(_) if missing => self.trouble = Some(Trouble::ReaderMissing),
            Purpose::Pick(name) => self.act(&Action::UseLibrary(name), Gesture::Change),
            Purpose::Link(link) => {
                let (state, mut ignored) = link.open(&self.shelf);
                if missing {
                    ignored.push(Ignored::NoReader);
                }
                self.left_out = ignored;
                self.history.go(state);
                browser::replace_fragment(&self.route.href());
                self.follow();
            }
            Purpose::Session(session) => {
                let (history, ignored) = history(&session, &self.shelf);
                (self.history, self.left_out) = (history, ignored);
                self.follow();
            }
        }
    }

    /// Runs the state as it is now, unless it is what is on the screen.
    fn follow(&mut self) {
        self.picked = self.history.now().scenario.name();
        if *self.history.now() != self.picture.state || self.route != Route::Home {
            self.start();
        }
    }

    /// Opens a text of the reader's own.
    pub(super) fn open(&mut self, text: String, design: Design) {
        match self.shelf.put(Source::Own(text.clone()), design) {
            Ok(()) => self.act(&Action::UseText(text), Gesture::Change),
            Err(faults) => {
                self.trouble = Some(Trouble::Refused(Refusal::Design(faults).to_string()));
            }
        }
    }

    /// Keeps the history, where the browser lets us.
    pub(super) fn keep(&self) {
        if !self.keeps {
            return;
        }
        let untouched = self.history == History::default();
        storage::keep((!untouched).then(|| session::write(&self.history)).as_deref());
    }

    /// Keeps the run log.
    pub(super) fn keep_runs(&self) {
        if self.keeps {
            storage::keep_runs(self.runs.text());
        }
    }

    /// Everything as a new visitor finds it, in one step that can be taken back; the run log is emptied by its own button.
    pub(super) fn begin_again(&mut self) {
        self.history.go(State::default());
        self.left_out.clear();
        self.keep();
        self.picked = self.history.now().scenario.name();
        self.arrived = true;
        self.start();
    }
}

impl Purpose {
    /// The scenarios it needs.
    fn wants(&self) -> Vec<Source> {
        let mut wanted: Vec<Source> = match self {
            Self::Pick(name) => vec![Source::Library(name.clone())],
            Self::Link(link) => link.scenario.iter().cloned().collect(),
            Self::Session(session) => {
                session.links().filter_map(|link| link.scenario.clone()).collect()
            }
        };
        let mut seen: Vec<Source> = Vec::new();
        wanted.retain(|source| {
            !seen.contains(source) && {
                seen.push(source.clone());
                true
            }
        });
        wanted
    }
}

/// The history of a session. Steps that cannot be read are left out; of the state that was shown it is said what.
fn history(session: &Session, shelf: &Shelf) -> (History, Vec<Ignored>) {
    let steps = |links: &[Link]| -> Vec<State> {
        let opened = links.iter().map(|link| link.open(shelf));
        opened.filter(|(_, ignored)| ignored.is_empty()).map(|(state, _)| state).collect()
    };
    let (now, ignored) = session.now.open(shelf);
    (History::kept(steps(&session.past), now, steps(&session.future)), ignored)
}
