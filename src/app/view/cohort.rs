//! A cohort: people of one arm as a fan of courses, an array, doses by week, exposure by weight, and a table of groups.

mod arrival;
mod charts;
mod fan;
mod filters;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_memo;
use yew::use_state;

use super::array::badge;
use super::home::question;
use super::one_of::OneOf;
use super::segments::Segments;
use super::segments::segments;
use super::sheet;
use super::sheet::Height;
use crate::app::closeup::Followed;
use crate::app::closeup::Gathering;
use crate::app::closeup::SIZES;
use crate::app::cohort::Cohort;
use crate::app::cohort::Filter;
use crate::app::history::Gesture;
use crate::app::state::Action;
use crate::app::state::State;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::protocol::Protocol;
use crate::words::cohort;
use crate::words::cohort::Word;

/// The study and its luck.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The state.
    pub state: State,
    /// Its protocol.
    pub protocol: Rc<Protocol>,
    /// Takes which people are shown into the state.
    pub on_act: Callback<(Action, Gesture)>,
}

/// The most people picked out at once.
const MOST_PICKED: usize = 3;

/// What the parts of the screen are told.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    cohort: Rc<Whole>,
    slots: Vec<Option<Slot>>,
    slot: Slot,
    filter: Filter,
    /// People who have arrived.
    here: usize,
    seed: u64,
}

/// A cohort that is compared by where it comes from.
#[derive(Debug)]
struct Whole(Cohort);

impl PartialEq for Whole {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The screen.
#[component]
pub fn CohortScreen(props: &Props) -> Html {
    let here = use_state(|| None::<usize>);
    let (followed, gathering) = (props.state.closeup.followed, props.state.closeup.gathering);
    let (size, filter) = (gathering.people(), Filter::of(gathering.groups));
    let (left, right) = props.state.side_by_side(&props.protocol);
    let arms = props.protocol.arms.len();
    let chosen = followed.arm.map(usize::from).filter(|arm| *arm < arms);
    let shown_arm = chosen.unwrap_or(right);
    let source = (props.state.scenario.clone(), props.state.patch.clone(), props.state.seed);
    let cohort = use_memo((source, shown_arm, size), |(_, arm, size)| {
        Cohort::of(&props.protocol, props.state.seed, *arm, *size)
            .map(|cohort| Rc::new(Whole(cohort)))
    });
    let Some(whole) = (*cohort).clone() else {
        return html! { <p class="lead">{ Word::Nobody.en() }</p> };
    };
    let other = if shown_arm == left { right } else { left };
    let slots = slot::assign(&props.protocol, (shown_arm, other));
    let Some(slot) = slots[shown_arm] else { return html! {} };
    let arrived = here.unwrap_or(size).min(size);
    let shown =
        Shown { cohort: whole, slots, slot, filter, here: arrived, seed: props.state.seed.0 };
    let members = shown.cohort.0.chosen(filter, arrived).len();
    let gather = |next: Gathering| (Action::Gather(next), Gesture::Change);
    let on_filter = props
        .on_act
        .reform(move |next: Filter| gather(Gathering { groups: next.groups(), ..gathering }));
    let on_arm = props.on_act.reform(move |next: usize| {
        let arm = u8::try_from(next).ok().filter(|_| next != right);
        (Action::Follow(Followed { arm, ..followed }), Gesture::Change)
    });
    let on_size = {
        let (here, on_act) = (here.clone(), props.on_act.clone());
        Callback::from(move |size: usize| {
            here.set(None);
            let size = u8::try_from(size).unwrap_or_default();
            on_act.emit(gather(Gathering { size, ..gathering }));
        })
    };
    let on_here = {
        let here = here.clone();
        Callback::from(move |now: Option<usize>| here.set(now))
    };
    html! {
        <section class="cohort">
            <div class="cohort-head">
                <div class="asked">
                    <h1>{ cohort::heading(members, size) }</h1>
                    <p class="note">{ question(&props.protocol) }</p>
                </div>
                { pick_arm(props, shown_arm, slot, on_arm) }
                { sizes(usize::from(gathering.size), on_size) }
                <div class="gather sheet">
                    { sheet::grip(Height::Peek, Height::Half) }
                    <span class="gather-word" aria-hidden="true">{ Word::ShowOnly.en() }</span>
                    <arrival::Arrival size={shown.cohort.0.everybody().count()} on_here={on_here} />
                    { filters::filters(shown.filter, &on_filter) }
                </div>
            </div>
            if members == 0 && shown.here > 0 {
                <p class="sunken-note" role="status">{ Word::NobodyFits.en() }</p>
            }
            <div class="cohort-body">
                <OneOf name="picture" legend={Word::Pictures.en()} choices={Word::PICTURES.map(Word::en).to_vec()}
                    parts={Word::PICTURES.len()}>
                    <fan::FanFrame shown={shown.clone()} />
                    <charts::Ends shown={shown.clone()} />
                    <charts::Doses shown={shown.clone()} />
                    <charts::Exposure shown={shown.clone()} />
                </OneOf>
            </div>
            <charts::Subgroups {shown} />
        </section>
    }
}

/// The arm that is shown, to choose another.
fn pick_arm(props: &Props, now: usize, slot: Slot, on_pick: Callback<usize>) -> Html {
    let onchange = move |event: Event| {
        if let Ok(arm) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
            on_pick.emit(arm);
        }
    };
    html! {
        <div class={classes!("arm", slot.class(), "cohort-arm")}>
            { badge(slot) }
            <select aria-label={Word::Arm.en()} {onchange}>
                { for props.protocol.arms.iter().enumerate().map(|(i, arm)| html! {
                    <option value={i.to_string()} selected={i == now}>{ arm.name.clone() }</option>
                }) }
            </select>
        </div>
    }
}

fn sizes(now: usize, on_size: Callback<usize>) -> Html {
    const CHOICES: [&str; SIZES.len()] = ["20", "100", "1,000", "3,000"];
    segments(&Segments {
        name: "size",
        legend: Word::Size.en(),
        choices: &CHOICES,
        chosen: now,
        changed: false,
        on_choose: on_size,
    })
}
