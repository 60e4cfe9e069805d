//! The reader as the clinician: one person or ten in a row, choice by choice; at the end what was true, and the same people
//! under each rule. Draws what [`Scene`] says and turns keys and buttons into [`Act`]s.

use std::rc::Rc;

use yew::Callback;
use yew::Html;
use yew::KeyboardEvent;
use yew::Properties;
use yew::component;
use yew::hook;
use yew::html;
use yew::use_effect_with;
use yew::use_memo;
use yew::use_mut_ref;
use yew::use_state;

use super::browser;
use super::frame::Frame;
use super::spans::coloured;
use crate::app::closeup::Followed;
use crate::app::history::Gesture;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::titrate::Act;
use crate::app::titrate::Mode;
use crate::app::titrate::Titrating;
use crate::app::titrate::scene::Scene;
use crate::clinic::Choice;
use crate::clinic::Clinic;
use crate::clinic::Hand;
use crate::clinic::TEN;
use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;
use crate::story::cast::Cast;
use crate::words::rule;
use crate::words::sentence::flat;
use crate::words::titrate;
use crate::words::titrate::Word;
use crate::words::titrate::end;
use crate::words::titrate::tally;
use crate::words::watch;

mod desk;
mod head;
mod log;
mod pieces;
mod reveal;
mod ten;

/// What the screen rests on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TitrateProps {
    /// The state of the page.
    pub state: State,
    /// The study of that state.
    pub protocol: Rc<Protocol>,
    /// Takes what was chosen into the state.
    pub on_act: Callback<(Action, Gesture)>,
}

/// What is marked or looked at and changes nothing yet; with other choices it begins anew.
#[derive(Clone, Debug, PartialEq)]
struct Passing {
    of: State,
    marked: Choice,
    looked_at: Option<usize>,
}

/// What was chosen, as the state has it.
fn chosen(state: &State, clinic: &Clinic) -> Titrating {
    let person = usize::from(state.closeup.followed.person);
    // The state lets only letters in that can be read.
    let mut chosen = Titrating::of_letters(&state.closeup.hands, person).unwrap_or_default();
    chosen.turn = chosen.turn.min(over(clinic, &chosen));
    chosen
}

/// The same with what is passing.
fn with_passing(chosen: &Titrating, passing: Option<&Passing>, state: &State) -> Titrating {
    let mut titrating = chosen.clone();
    if let Some(passing) = passing.filter(|passing| passing.of == *state) {
        titrating.marked = passing.marked;
        titrating.looked_at = passing.looked_at.filter(|_| chosen.is_clinic_over());
    }
    titrating
}

/// How many of the ten are over, from the first on: a link may say that more are.
fn over(clinic: &Clinic, chosen: &Titrating) -> usize {
    let first = TEN * chosen.group;
    let is_over = |(i, hand): &(usize, &Hand)| {
        clinic.course(first + i, hand).is_some_and(|course| course.is_over())
    };
    chosen.ten.iter().enumerate().take(chosen.turn).take_while(is_over).count()
}

/// What changed, as actions on the state: one step of its history.
fn actions(state: &State, next: &Titrating) -> Vec<(Action, Gesture)> {
    let followed = state.closeup.followed;
    let person = u16::try_from(next.person).unwrap_or(followed.person);
    let other = person != followed.person;
    let follow = Action::Follow(Followed { person, day: 0, ..followed });
    let mut actions = Vec::new();
    actions.extend(other.then_some((follow, Gesture::Drag)));
    actions.push((Action::Treat(next.letters()), Gesture::Change));
    actions
}

/// The screen.
#[component]
pub fn Titrate(props: &TitrateProps) -> Html {
    let of = props.state.of_people();
    let clinic = use_memo((of, props.protocol.clone()), |(state, protocol)| {
        let name = |design: &_, arm: &_| watch::capital(&rule::label(design, arm));
        Clinic::new(Cast::new(protocol, state.seed, name), Word::You.en())
    });
    let passing = use_state(|| None::<Passing>);
    let chosen = use_memo((props.state.clone(), props.protocol.clone()), |(state, _)| {
        chosen(state, &clinic)
    });
    let titrating = with_passing(&chosen, (*passing).as_ref(), &props.state);
    let people = (props.state.of_people(), props.protocol.clone());
    let scene =
        use_memo((people, titrating.clone()), |(_, titrating)| Scene::of(&clinic, titrating));
    let act = {
        let (clinic, scene, titrating) = (clinic.clone(), scene.clone(), titrating.clone());
        let (state, on_act) = (props.state.clone(), props.on_act.clone());
        Callback::from(move |act: Act| {
            let Some(scene) = &*scene else { return };
            let next = titrating.step(&scene.sight(&clinic), act);
            let same = next.letters() == titrating.letters() && next.person == titrating.person;
            if same {
                let (marked, looked_at) = (next.marked, next.looked_at);
                passing.set(Some(Passing { of: state.clone(), marked, looked_at }));
            } else {
                for action in actions(&state, &next) {
                    on_act.emit(action);
                }
            }
        })
    };
    use_focus(&titrating, &scene);
    match &*scene {
        None => html! {
            <section class="titrate"><h1>{ Word::YouTitrate.en() }</h1><p class="lead">{ Word::NobodyHere.en() }</p></section>
        },
        Some(scene) => screen(&Shown { clinic: &clinic, scene, titrating: &titrating, act: &act }),
    }
}

/// What the focus follows: another person, the end of a course, the end of the clinic.
type Place = (Mode, usize, bool, bool);

/// When the buttons that were pressed are gone, the focus goes to the heading of what came instead.
#[hook]
fn use_focus(titrating: &Titrating, scene: &Option<Scene>) {
    let over = scene.as_ref().is_some_and(|scene| scene.course.is_over());
    let clinic = scene.as_ref().is_some_and(|scene| scene.clinic.is_some());
    let place: Place = (titrating.mode, titrating.at(), over, clinic);
    let before = use_mut_ref(|| None::<Place>);
    use_effect_with(place, move |place| {
        let was = before.replace(Some(*place));
        // Whoever goes from one person to ten stays on the switch.
        if was.is_some_and(|was| was.0 == place.0 && was != *place) {
            browser::focus(head::HEADING);
        }
    });
}

/// What the parts of the screen show.
#[derive(Clone, Copy, Debug)]
struct Shown<'a> {
    clinic: &'a Rc<Clinic>,
    scene: &'a Scene,
    titrating: &'a Titrating,
    act: &'a Callback<Act>,
}

impl Shown<'_> {
    /// A callback that does one thing.
    fn does<E>(&self, act: Act) -> Callback<E> {
        let emit = self.act.clone();
        Callback::from(move |_| emit.emit(act))
    }
}

fn screen(shown: &Shown) -> Html {
    let inside = match (&shown.scene.clinic, &shown.scene.truth) {
        (Some(ten), _) => ten::ten(shown, ten),
        (None, Some(truth)) => reveal::reveal(shown, truth),
        (None, None) => living(shown),
    };
    let act = shown.act.clone();
    html! {
        <section class="titrate" onkeydown={move |event: KeyboardEvent| press(&event, &act)}>
            { head::head(shown) }
            { inside }
            <p class="hidden" role="status">{ announced(shown) }</p>
        </section>
    }
}

/// A course as far as it has come: the picture, the choice, what was chosen before.
fn living(shown: &Shown) -> Html {
    html! {
        <div class="treated">
            <div class="course">{ picture(shown) }</div>
            <div class="side">
                { desk::desk(shown) }
                { log::log(shown) }
            </div>
        </div>
    }
}

/// The frame with the timeline.
fn picture(shown: &Shown) -> Html {
    let Shown { clinic, scene, titrating, .. } = *shown;
    let (wide, narrow) = scene.charts(clinic, titrating);
    // The arm that the reader's was made like.
    let like = clinic.protocol().arms.iter().find(|arm| arm.treatment == Treatment::Drug);
    let pid = clinic.cast.people.get(titrating.at()).map_or(0, |(pid, ..)| *pid);
    let note = titrate::note(
        (titrating.at(), pid),
        like.map_or("", |like| &like.name),
        clinic.cast.seed.0,
    );
    let (title, sentence) = match &scene.truth {
        Some(truth) => (Word::RuleBetter, reveal::sentence(shown, truth)),
        None if scene.course.is_over() => (Word::HowItEnded, titrate::standing(&scene.course)),
        None => (Word::WhereNext, titrate::standing(&scene.course)),
    };
    html! {
        <Frame name="titrate" title={title.en()} sentence={coloured(sentence, &scene.slots)} {wide} {narrow} {note}
            below={pieces::key(scene.truth.is_some())} />
    }
}

fn announced(shown: &Shown) -> String {
    let days = shown.clinic.protocol().horizon().0;
    match shown.scene.awaiting() {
        Some((day, seen)) => titrate::announced(
            &titrate::visit(&shown.scene.course, day.0, days),
            &titrate::facts(&shown.scene.course, &seen),
        ),
        None => match (&shown.scene.truth, &shown.scene.clinic) {
            (Some(truth), _) => flat(&reveal::sentence(shown, truth)),
            (None, Some(ten)) => end::cost_of_ten(&ten.own).join(" "),
            (None, None) => tally::spoken(&shown.scene.total()),
        },
    }
}

/// Ctrl+Z takes the last choice back, as long as the focus is on this screen.
fn press(event: &KeyboardEvent, act: &Callback<Act>) {
    let command = (event.ctrl_key() || event.meta_key()) && !event.shift_key();
    if command && event.key().eq_ignore_ascii_case("z") {
        event.prevent_default();
        event.stop_propagation();
        act.emit(Act::TakeBack);
    }
}
