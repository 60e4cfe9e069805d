//! The editors of an arm's rule and of its monitoring: a sentence, the same as a table, what the last edit did to the same
//! people, and the text of the file. What an edit makes is taken by the page's own actions; what does not fit together yet
//! is kept here, with what is wrong with it.

mod change;
mod head;
mod number;
mod pick;
mod rows;
mod sentence;
pub(super) mod text;
mod watch;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::Callback;
use yew::Component;
use yew::Context;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::html;

use super::browser;
use crate::app::history::Gesture;
use crate::app::patch::Change as Edited;
use crate::app::rule;
use crate::app::rule::change::Change;
use crate::app::rule::change::Part;
use crate::app::rule::diff::Diff;
use crate::app::rule::edit;
use crate::app::rule::edit::Edit;
use crate::app::rule::people::SHOWN;
use crate::app::rule::people::Work;
use crate::app::rule::uses::Uses;
use crate::app::rule::watch as parts;
use crate::app::state::Action;
use crate::app::state::State;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::monitoring::Monitoring;
use crate::words::edit::Changed;
use crate::words::edit::Shift;
use crate::words::edit::Word;

/// The longest the page works on people before it looks up again, ms.
const AT_ONCE: f64 = 12.0;

/// What is edited.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The state.
    pub state: State,
    /// Its protocol.
    pub protocol: Rc<Protocol>,
    /// The scenario's.
    pub base: Rc<Protocol>,
    /// The arm; there is one.
    pub arm: usize,
    /// Which part of it.
    pub part: Part,
    /// The arm before the last edit of that part, if there was one.
    pub before: Option<Arm>,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
}

/// What can happen.
#[derive(Debug)]
pub enum Message {
    /// The rule is edited; then the focus goes to an element, if one is named.
    Edit(Edit, Option<String>),
    /// People are to be watched so.
    Watch(Monitoring),
    /// The scenario's own again.
    Restore,
    /// What does not fit together is dropped.
    Drop,
    /// Compared with the last edit (0) or the scenario (1).
    Against(usize),
    /// All columns, or those in use.
    Columns,
    /// Some more people.
    Step,
}

/// What is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Against {
    #[default]
    Edit,
    Scenario,
}

/// Which columns are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Columns {
    #[default]
    InUse,
    All,
}

/// What has been found out about the people so far.
#[derive(Clone, Debug, Default)]
struct Found {
    uses: Option<Uses>,
    change: Option<Rc<Change>>,
    shifts: Vec<Shift>,
    of_hundred: Vec<Shift>,
    done: usize,
    too_few: bool,
}

/// The editor.
#[derive(Debug)]
pub struct Editor {
    /// An arm that does not fit together, and why.
    draft: Option<(Arm, Vec<DesignFault>)>,
    against: Against,
    columns: Columns,
    found: Found,
    work: Option<Work>,
    pause: Option<Timeout>,
    focus: Option<String>,
}

impl Component for Editor {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut editor = Self {
            draft: None,
            against: Against::default(),
            columns: Columns::default(),
            found: Found::default(),
            work: None,
            pause: None,
            focus: None,
        };
        editor.begin(ctx);
        editor
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if (props.arm, props.part) != (old.arm, old.part) {
            (self.against, self.columns) = (Against::default(), Columns::default());
        }
        if props.state != old.state || (props.arm, props.part) != (old.arm, old.part) {
            self.draft = None;
        }
        let same = props.protocol == old.protocol
            && props.state.seed == old.state.seed
            && (props.arm, props.part) == (old.arm, old.part)
            && props.before == old.before;
        if !same {
            self.begin(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Edit(edit, focus) => {
                let now = self.arm(ctx).titration.clone();
                let of_scenario = &ctx.props().base.arms[ctx.props().arm].titration;
                self.focus = focus;
                let titration = edit::after(&now, of_scenario, edit);
                self.put(ctx, |arm| arm.titration = titration);
            }
            Message::Watch(monitoring) => self.put(ctx, |arm| arm.monitoring = monitoring),
            Message::Restore => {
                let original = ctx.props().base.arms[ctx.props().arm].clone();
                match ctx.props().part {
                    Part::Rule => self.put(ctx, |arm| arm.titration = original.titration),
                    Part::Watch => self.put(ctx, |arm| arm.monitoring = original.monitoring),
                }
            }
            Message::Drop => self.draft = None,
            Message::Against(i) => {
                self.against = if i == 0 { Against::Edit } else { Against::Scenario };
                self.begin(ctx);
            }
            Message::Columns => {
                self.columns = match self.columns {
                    Columns::InUse => Columns::All,
                    Columns::All => Columns::InUse,
                };
            }
            Message::Step => return self.step(ctx),
        }
        true
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if let Some(id) = self.focus.take() {
            browser::focus(&id);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shown = self.shown(ctx);
        html! {
            <section class={classes!("editor", shown.slot.class())}>
                { head::head(&shown) }
                <div class="rule-parts">
                    { faulty(&shown) }
                    { match shown.props.part {
                        Part::Rule => html! { <>{ sentence::sentence(&shown) }{ rows::table(&shown) }</> },
                        Part::Watch => html! { <>{ watch::sentence(&shown) }{ watch::table(&shown) }</> },
                    } }
                </div>
                <div class="rule-side">
                    { change::change(&shown) }
                </div>
                <text::Text protocol={shown.props.protocol.clone()} />
            </section>
        }
    }
}

/// Everything that the pieces of the editor are drawn from.
struct Shown<'a> {
    props: &'a Props,
    link: &'a yew::html::Scope<Editor>,
    /// The arm as it is edited.
    arm: &'a Arm,
    slot: Slot,
    /// What keeps it from being simulated.
    faults: &'a [DesignFault],
    /// Rule and monitoring against the scenario's.
    diff: Diff,
    watch: (Vec<Changed>, Vec<bool>),
    /// What the comparison is of.
    edited: Vec<Changed>,
    columns: Columns,
    against: Against,
    found: &'a Found,
}

impl Shown<'_> {
    fn edit(&self) -> Callback<Edit> {
        self.link.callback(|edit| Message::Edit(edit, None))
    }

    /// How many things differ from the scenario in the part that is edited.
    fn changes(&self) -> usize {
        match self.props.part {
            Part::Rule => self.diff.changes.len(),
            Part::Watch => self.watch.0.len(),
        }
    }
}

impl Editor {
    fn arm<'a>(&'a self, ctx: &'a Context<Self>) -> &'a Arm {
        match &self.draft {
            Some((arm, _)) => arm,
            None => &ctx.props().protocol.arms[ctx.props().arm],
        }
    }

    /// What the arm is compared with, if it differs from it.
    fn compared(&self, ctx: &Context<Self>) -> Option<Arm> {
        let props = ctx.props();
        let (now, original) = (&props.protocol.arms[props.arm], &props.base.arms[props.arm]);
        let of_scenario = || match props.part {
            Part::Rule => Arm { titration: original.titration.clone(), ..now.clone() },
            Part::Watch => Arm { monitoring: original.monitoring.clone(), ..now.clone() },
        };
        let before = props.before.clone().filter(|_| self.against == Against::Edit);
        Some(before.unwrap_or_else(of_scenario)).filter(|before| before != now)
    }

    fn shown<'a>(&'a self, ctx: &'a Context<Self>) -> Shown<'a> {
        let props = ctx.props();
        let (base, ladder) = (&props.base.arms[props.arm], &props.protocol.ladder);
        let pair = props.state.side_by_side(&props.protocol);
        let usual = slot::assign(&props.protocol, pair)[props.arm];
        let slot = usual.or(slot::assign(&props.protocol, (props.arm, props.arm))[props.arm]);
        let arm = self.arm(ctx);
        let simulated = &props.protocol.arms[props.arm];
        let edited = self.compared(ctx).map_or_else(Vec::new, |before| match props.part {
            Part::Rule => Diff::of(&before.titration, &simulated.titration, ladder).changes,
            Part::Watch => parts::diff(&before.monitoring, &simulated.monitoring).0,
        });
        Shown {
            props,
            link: ctx.link(),
            arm,
            slot: slot.unwrap_or(Slot::D),
            faults: self.draft.as_ref().map_or(&[], |(_, faults)| faults),
            diff: Diff::of(&base.titration, &arm.titration, ladder),
            watch: parts::diff(&base.monitoring, &arm.monitoring),
            edited,
            columns: self.columns,
            against: self.against,
            found: &self.found,
        }
    }

    /// Takes over a changed arm: for the page if it fits together, or else as a draft.
    fn put(&mut self, ctx: &Context<Self>, change: impl FnOnce(&mut Arm)) {
        let props = ctx.props();
        let mut arm = self.arm(ctx).clone();
        change(&mut arm);
        let faults = rule::faults(&props.protocol, props.arm, |it| it.clone_from(&arm));
        if !faults.is_empty() {
            self.draft = Some((arm, faults));
            return;
        }
        self.draft = None;
        let Ok(index) = u8::try_from(props.arm) else { return };
        let action = match props.part {
            Part::Rule => Action::Edit(index, Edited::Titration(arm.titration)),
            Part::Watch => Action::Edit(index, Edited::Monitoring(arm.monitoring)),
        };
        props.on_act.emit((action, Gesture::Change));
    }

    /// Begins to count and to compare; what was under way is dropped.
    fn begin(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let after = props.protocol.arms[props.arm].clone();
        let work = Work::new(&props.protocol, props.state.seed, self.compared(ctx), after);
        (self.work, self.found) = (Some(work), Found::default());
        self.go_on(ctx);
    }

    fn go_on(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.pause = Some(Timeout::new(0, move || link.send_message(Message::Step)));
    }

    /// Some more people, for a moment; whether there is something new to show.
    fn step(&mut self, ctx: &Context<Self>) -> bool {
        let Some(work) = &mut self.work else { return false };
        let (began, before) = (browser::now(), work.done());
        while !work.is_complete() && browser::now() - began < AT_ONCE {
            work.step();
        }
        let part = ctx.props().part;
        let counted = work.done() >= SHOWN && before < SHOWN;
        if counted {
            self.found.uses = Some(work.uses.clone());
            self.found.change = Change::of(part, &work.seen).map(Rc::new);
            let hundred = [0, 1].map(|i| work.seen[i].iter().take(SHOWN).copied().collect());
            self.found.of_hundred = rule::change::shifts(part, &hundred);
        }
        self.found.done = work.done();
        self.found.too_few = work.is_over;
        if work.is_complete() {
            self.found.shifts = rule::change::shifts(part, &work.seen);
            self.work = None;
            self.pause = None;
        } else {
            self.go_on(ctx);
        }
        true
    }
}

/// What does not fit together, beside the editor.
fn faulty(shown: &Shown) -> Html {
    if shown.faults.is_empty() {
        return html! {};
    }
    html! {
        <div class="notice" role="alert">
            <p class="notice-title">{ Word::Faulty.en() }</p>
            <ul class="plain">{ for shown.faults.iter().map(|fault| html! { <li>{ fault.to_string() }</li> }) }</ul>
            <p>{ Word::FaultyMend.en() }</p>
            <button type="button" class="small" onclick={shown.link.callback(|_| Message::Drop)}>{ Word::DropDraft.en() }</button>
        </div>
    }
}
