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
use crate::app::person::Act;
use crate::app::person::Pace;
use crate::app::person::Watching;
use crate::app::person::scene::Scene;
use crate::app::state::State;
use crate::app::state::View;
use crate::protocol::Protocol;
use crate::story::cast::Cast;
use crate::story::find;
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
}

/// What is watched, and the people it belongs to: with other people it begins anew.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    of: State,
    watching: Watching,
}

/// The state without what makes no difference to a person.
fn bare(state: &State) -> State {
    State { people: 0, view: View::default(), ..state.clone() }
}

fn first(props: &PersonProps, cast: &Cast) -> Watching {
    let (arm, other) = props.state.side_by_side(&props.protocol);
    let arms = cast.ready.protocol.arms.len();
    // Of a study with one arm the ghost lives by the first of the other rules.
    let other = if arm == other { (arm + 1) % arms.max(1) } else { other };
    Watching::new(arm, other)
}

/// The screen.
#[component]
pub fn Person(props: &PersonProps) -> Html {
    let cast = use_memo((bare(&props.state), props.protocol.clone()), |(state, protocol)| {
        Cast::new(protocol, state.seed, |design, arm| watch::capital(&rule::label(design, arm)))
    });
    let kept = use_state(|| None::<Kept>);
    let of = bare(&props.state);
    let watching = match &*kept {
        Some(kept) if kept.of == of => kept.watching.clone(),
        _ => first(props, &cast),
    };
    let found = use_memo((of.clone(), props.protocol.clone(), watching.arm), |(.., arm)| {
        find::find(&cast, *arm)
    });
    let scene = Rc::new(Scene::of(&cast, &watching));
    let act = {
        let (kept, cast, found, scene) = (kept, cast.clone(), found.clone(), scene.clone());
        let watching = watching.clone();
        Callback::from(move |act: Act| {
            if let Some(scene) = &*scene {
                let next = watching.step(&scene.sight(&cast, &found), act);
                kept.set(Some(Kept { of: of.clone(), watching: next }));
            }
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
