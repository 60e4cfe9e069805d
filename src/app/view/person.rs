//! One person: watched under a rule, visit by visit, beside the same person under another, with the log of what the rule saw
//! and did. Draws what [`Scene`] says and turns keys and buttons into [`Act`]s.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::Callback;
use yew::Html;
use yew::KeyboardEvent;
use yew::MouseEvent;
use yew::Properties;
use yew::component;
use yew::hook;
use yew::html;
use yew::use_effect_with;
use yew::use_memo;
use yew::use_state;

use super::frame::Frame;
use super::spans::coloured;
use super::spans::spans;
use crate::app::closeup::Followed;
use crate::app::history::Gesture;
use crate::app::person::Act;
use crate::app::person::Ghost;
use crate::app::person::Pace;
use crate::app::person::Unreported;
use crate::app::person::Watching;
use crate::app::person::scene::Scene;
use crate::app::state::Action;
use crate::app::state::State;
use crate::protocol::Protocol;
use crate::story::cast::Cast;
use crate::story::find;
use crate::story::find::Description;
use crate::story::find::Found;
use crate::words::rule;
use crate::words::watch;
use crate::words::watch::Word;

mod arms;
mod finder;
mod log;
mod player;
mod who;

/// Milliseconds of a visit while time runs.
const BEAT: u32 = 900;

/// What the screen rests on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PersonProps {
    /// The state of the page.
    pub state: State,
    /// The study of that state.
    pub protocol: Rc<Protocol>,
    /// Takes whom and what is looked at into the state.
    pub on_act: Callback<(Action, Gesture)>,
}

/// How it is shown, which no link holds; with other people it begins anew.
#[derive(Clone, Debug, PartialEq)]
struct Manner {
    of: State,
    ghost: Ghost,
    unreported: Unreported,
    pace: Pace,
    sought: Option<Description>,
}

/// The arm that is watched and the ghost's, as long as nobody chose others.
fn usual(props: &PersonProps, cast: &Cast) -> (usize, usize) {
    let (arm, other) = props.state.side_by_side(&props.protocol);
    let arms = cast.ready.protocol.arms.len();
    // Of a study with one arm the ghost lives by the first of the other rules.
    if arm == other { (arm, (arm + 1) % arms.max(1)) } else { (arm, other) }
}

/// What is looked at: whom and when as the state has it, the rest as it was left.
fn watching(props: &PersonProps, cast: &Cast, manner: Option<&Manner>) -> Watching {
    let followed = props.state.closeup.followed;
    let arms = cast.ready.protocol.arms.len();
    let usual = usual(props, cast);
    let chosen = |arm: Option<u8>| arm.map(usize::from).filter(|arm| *arm < arms);
    let arm = chosen(followed.arm).unwrap_or(usual.0);
    let other = chosen(followed.other).unwrap_or(usual.1);
    let other = match usual {
        _ if other != arm => other,
        (first, second) if first == arm => second,
        (first, _) => first,
    };
    let mut watching = Watching::new(arm, other);
    (watching.person, watching.day) = (usize::from(followed.person), followed.day);
    if let Some(manner) = manner.filter(|manner| manner.of == props.state.of_people()) {
        (watching.ghost, watching.unreported) = (manner.ghost, manner.unreported);
        (watching.pace, watching.sought) = (manner.pace, manner.sought);
    }
    watching
}

/// Whom and when, as the state holds it.
fn followed(watching: &Watching, usual: (usize, usize)) -> Followed {
    let chosen = |arm: usize, usual| u8::try_from(arm).ok().filter(|_| arm != usual);
    Followed {
        person: u16::try_from(watching.person).unwrap_or_default(),
        day: watching.day,
        arm: chosen(watching.arm, usual.0),
        other: chosen(watching.other, usual.1),
    }
}

/// The screen.
#[component]
pub fn Person(props: &PersonProps) -> Html {
    let of = props.state.of_people();
    let cast = use_memo((of.clone(), props.protocol.clone()), |(state, protocol)| {
        Cast::new(protocol, state.seed, |design, arm| watch::capital(&rule::label(design, arm)))
    });
    let manner = use_state(|| None::<Manner>);
    let watching = watching(props, &cast, (*manner).as_ref());
    let found = use_memo((of.clone(), props.protocol.clone(), watching.arm), |(.., arm)| {
        find::find(&cast, *arm)
    });
    let scene = Rc::new(Scene::of(&cast, &watching));
    let act = {
        let (cast, found, scene) = (cast.clone(), found.clone(), scene.clone());
        let (watching, usual) = (watching.clone(), usual(props, &cast));
        let (before, on_act) = (props.state.closeup.followed, props.on_act.clone());
        Callback::from(move |act: Act| {
            let Some(scene) = &*scene else { return };
            let next = watching.step(&scene.sight(&cast, &found), act);
            let now = followed(&next, usual);
            let along = Followed { day: before.day, ..now } == before;
            let gesture = if along { Gesture::Along } else { Gesture::Change };
            on_act.emit((Action::Follow(now), gesture));
            let Watching { ghost, unreported, pace, sought, .. } = next;
            manner.set(Some(Manner { of: of.clone(), ghost, unreported, pace, sought }));
        })
    };
    use_time(&watching, &act);
    match &*scene {
        None => html! {
            <section class="person"><h1>{ Word::Person.en() }</h1><p class="lead">{ Word::Nobody.en() }</p></section>
        },
        Some(scene) => {
            html! { { screen(&Shown { cast: &cast, found: &found, scene, watching: &watching, act: &act }) } }
        }
    }
}

/// Runs the time while it is played: every visit arms the next beat.
#[hook]
fn use_time(watching: &Watching, act: &Callback<Act>) {
    let act = act.clone();
    use_effect_with(watching.clone(), move |watching| {
        let beat = (watching.pace == Pace::Playing)
            .then(|| Timeout::new(BEAT, move || act.emit(Act::Tick)));
        move || drop(beat)
    });
}

/// What the parts of the screen show.
#[derive(Clone, Copy, Debug)]
struct Shown<'a> {
    cast: &'a Cast,
    found: &'a [Vec<Found>; 5],
    scene: &'a Scene,
    watching: &'a Watching,
    act: &'a Callback<Act>,
}

fn screen(shown: &Shown) -> Html {
    let Shown { scene, watching, cast, .. } = *shown;
    let protocol = &cast.ready.protocol;
    let (wide, narrow) = scene.charts(cast, watching);
    let sentence = coloured(scene.sentence(protocol, watching), &scene.slots);
    let act = shown.act.clone();
    let onkeydown = move |event: KeyboardEvent| press(&event, &act);
    let act = shown.act.clone();
    let onclick = move |event: MouseEvent| touch(&event, &act);
    html! {
        <section class="person" {onkeydown}>
            { who::who(shown) }
            { finder::finder(shown) }
            <div class="life">
                <div class="watched" {onclick}>
                    <Frame name="person" title={Scene::title(watching).en()} {sentence} {wide} {narrow}
                        note={Scene::note(cast, watching)} above={arms::arms(shown)} below={player::player(shown)} />
                </div>
                <div class="because">
                    <log::Log letter={scene.slot(watching.arm).letter()} lines={Rc::new(scene.lines.clone())}
                        chosen={watching.visit(&scene.visits)} unreported={watching.unreported} act={shown.act.clone()} />
                    <p class="anecdote"><b>{ Word::Anecdote.en() }</b>{ spans(&coloured(
                        Scene::anecdote(cast, watching, shown.found), &scene.slots)) }</p>
                </div>
            </div>
        </section>
    }
}

/// Arrow keys step, Shift and an arrow to the right goes on to the next decision; lists, fields and the slider keep theirs.
fn press(event: &KeyboardEvent, act: &Callback<Act>) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let kind = target.map(|element| (element.tag_name(), element.get_attribute("type")));
    let slider = matches!(&kind, Some((tag, Some(kind))) if tag == "INPUT" && kind == "range");
    let own =
        matches!(&kind, Some((tag, _)) if tag == "SELECT" || tag == "INPUT" || tag == "TEXTAREA");
    let does = match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight", true) if slider || !own => Act::NextDecision,
        ("ArrowRight", false) if !own => Act::Forward,
        ("ArrowLeft", false) if !own => Act::Back,
        _ => return,
    };
    event.prevent_default();
    act.emit(does);
}

/// A touch on the picture chooses the visit that lies there; the slider and the log do the same by key.
fn touch(event: &MouseEvent, act: &Callback<Act>) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let visit = target.and_then(|element| element.get_attribute("data-visit")?.parse().ok());
    if let Some(visit) = visit {
        act.emit(Act::Choose(visit));
    }
}
