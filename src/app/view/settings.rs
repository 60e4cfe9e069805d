//! Everything else that can be changed, behind "More": people, seed, other doses, who the people are, what is compared.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state;

use super::control::Control;
use super::control::Draft;
use super::control::dot;
use super::control::text_of;
use super::dose::Dose;
use super::dose::dose;
use super::segments::Segments;
use super::segments::segments;
use crate::app::history::Gesture;
use crate::app::patch::PriorMix;
use crate::app::patch::SeverityMix;
use crate::app::patch::WEIGHT_SPREADS;
use crate::app::state;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::state::View;
use crate::chart::slot;
use crate::protocol::Protocol;
use crate::stream::Seed;
use crate::words::page::Word;
use crate::words::sentence;

/// What can be changed.
struct Props<'a> {
    state: &'a State,
    protocol: &'a Protocol,
    /// The scenario's protocol without changes.
    base: &'a Protocol,
    on_act: &'a Callback<(Action, Gesture)>,
}

const PEOPLE: [f64; 10] = [100.0, 200.0, 500.0, 1e3, 2e3, 5e3, 10e3, 20e3, 50e3, 100e3];

/// The controls behind "More": of a state, its protocol and the scenario's.
pub fn settings(
    state: &State,
    protocol: &Protocol,
    base: &Protocol,
    on_act: &Callback<(Action, Gesture)>,
) -> Html {
    let props = &Props { state, protocol, base, on_act };
    // The first dose that stands above has a dot of its own.
    let inside = state.patch.clone().but_for_dose(state.changed_arm(protocol));
    let act = |action: Action| {
        let on_act = props.on_act.clone();
        move |_| on_act.emit((action.clone(), Gesture::Change))
    };
    html! {
        <details class="more">
            <summary>{ Word::More.en() }{ dot(!inside.is_empty()) }</summary>
            <div class="more-body">
                { people(props) }
                <SeedField state={props.state.clone()} on_act={props.on_act.clone()} />
                { other_doses(props) }
                { severity(props) }
                { prior(props) }
                { weight(props) }
                { side_by_side(props) }
                if !props.state.patch.is_empty() {
                    <button type="button" class="small" onclick={act(Action::Restore)}>{ Word::Restore.en() }</button>
                }
            </div>
        </details>
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked by the control"
)]
#[expect(clippy::cast_precision_loss, reason = "at most 100,000")]
fn people(props: &Props) -> Html {
    let on_act = props.on_act.clone();
    let set = move |(value, gesture): (f64, Gesture)| {
        on_act.emit((Action::SetPeople(value as u64), gesture));
    };
    let now = props.state.people;
    let refusal =
        sentence::wrong_number(Word::People.en(), state::FEWEST_PEOPLE, state::MOST_PEOPLE, now);
    html! {
        <Control state={props.state.clone()} id="people" label={Word::People.en()} unit={Word::PeopleUnit.en()}
            steps={Rc::new(PEOPLE.to_vec())} value={now as f64} between={true} {refusal} on_set={set} />
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SeedProps {
    state: State,
    on_act: Callback<(Action, Gesture)>,
}

/// A seed to type: any whole number below 2^64.
#[component]
fn SeedField(props: &SeedProps) -> Html {
    let typed = use_state(|| None::<Draft>);
    {
        let typed = typed.clone();
        use_effect_with(props.state.clone(), move |_| typed.set(None));
    }
    let commit = {
        let (typed, on_act) = (typed.clone(), props.on_act.clone());
        move |event: Event| {
            let text = text_of(event.target_dyn_into());
            match text.trim().parse() {
                Ok(seed) => {
                    typed.set(None);
                    on_act.emit((Action::SetSeed(Seed(seed)), Gesture::Change));
                }
                Err(_) => typed.set(Some(Draft::Refused(text))),
            }
        }
    };
    let draft = {
        let typed = typed.clone();
        move |event: InputEvent| {
            typed.set(Some(Draft::Typing(text_of(event.target_dyn_into()))));
        }
    };
    let wrong = typed.as_ref().is_some_and(Draft::is_refused);
    let seed = || props.state.seed.0.to_string().into();
    let shown = typed.as_ref().map_or_else(seed, |draft| draft.text().clone());
    html! {
        <div class="control">
            <div class="control-head">
                <label for="seed">{ Word::Seed.en() }</label>
                <div class="stepper">
                    <input id="seed" class="long" type="text" inputmode="numeric" autocomplete="off"
                        value={shown} oninput={draft} onchange={commit}
                        aria-invalid={wrong.then_some("true")}
                        aria-describedby={wrong.then_some("seed-error")} />
                </div>
            </div>
            if wrong {
                <p class="error" id="seed-error" role="alert">
                    { sentence::wrong_number(Word::Seed.en(), 0, u64::MAX, props.state.seed.0) }
                </p>
            }
        </div>
    }
}

/// The first doses of the other arms.
fn other_doses(props: &Props) -> Html {
    let slots = slot::assign(props.protocol, props.state.side_by_side(props.protocol));
    let changed = props.state.changed_arm(props.protocol);
    (0..props.protocol.arms.len())
        .filter(|arm| *arm != changed && state::first_rung(props.protocol, *arm).is_some())
        .filter_map(|arm| slots[arm].map(|slot| (arm, slot)))
        .map(|(arm, slot)| {
            dose(&Dose {
                arm,
                letter: slot.letter(),
                state: props.state,
                protocol: props.protocol,
                base: props.base,
                on_act: props.on_act,
                ticks: false,
            })
        })
        .collect()
}

fn severity(props: &Props) -> Html {
    const MIXES: [Option<SeverityMix>; 3] = SeverityMix::CHOICES;
    let now = props.state.patch.severity;
    let on_act = props.on_act.clone();
    segments(&Segments {
        name: "severity",
        legend: Word::Severity.en(),
        choices: &MIXES.map(|mix| SeverityMix::word(mix).en()),
        chosen: MIXES.iter().position(|mix| *mix == now).unwrap_or(0),
        changed: now.is_some(),
        on_choose: Callback::from(move |i: usize| {
            on_act.emit((Action::SetSeverity(MIXES[i]), Gesture::Change));
        }),
    })
}

fn prior(props: &Props) -> Html {
    const MIXES: [Option<PriorMix>; 3] = PriorMix::CHOICES;
    let now = props.state.patch.prior;
    let on_act = props.on_act.clone();
    segments(&Segments {
        name: "prior",
        legend: Word::Prior.en(),
        choices: &MIXES.map(|mix| PriorMix::word(mix).en()),
        chosen: MIXES.iter().position(|mix| *mix == now).unwrap_or(0),
        changed: now.is_some(),
        on_choose: Callback::from(move |i: usize| {
            on_act.emit((Action::SetPrior(MIXES[i]), Gesture::Change));
        }),
    })
}

/// The spread of weights, as the standard deviation of the logarithm in per cent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps of the control")]
fn weight(props: &Props) -> Html {
    let of_scenario = (100.0 * props.base.population.weight.sdlog.get()).round();
    let now = props.state.patch.weight_spread.map_or(of_scenario, f64::from);
    let steps: Vec<f64> = WEIGHT_SPREADS.step_by(5).map(f64::from).collect();
    let on_act = props.on_act.clone();
    let set = move |(value, gesture): (f64, Gesture)| {
        let spread = ((value - of_scenario).abs() > 0.5).then_some(value as u8);
        on_act.emit((Action::SetWeightSpread(spread), gesture));
    };
    let on_act = props.on_act.clone();
    let reset = move |()| on_act.emit((Action::SetWeightSpread(None), Gesture::Change));
    let (lowest, highest) = (*WEIGHT_SPREADS.start(), *WEIGHT_SPREADS.end());
    let refusal = sentence::wrong_number(
        Word::WeightSpread.en(),
        u64::from(lowest),
        u64::from(highest),
        now as u64,
    );
    html! {
        <Control state={props.state.clone()} id="weight" label={Word::WeightSpread.en()} unit="%" steps={Rc::new(steps)}
            value={now} between={true} {refusal} changed={props.state.patch.weight_spread.is_some()}
            on_set={set} on_reset={Some(Callback::from(reset))} />
    }
}

/// Which two arms stand side by side.
fn side_by_side(props: &Props) -> Html {
    let (left, right) = props.state.side_by_side(props.protocol);
    let pick = |word: Word, now: usize, make: fn(View, u8) -> View| {
        let (on_act, view) = (props.on_act.clone(), props.state.view);
        let onchange = move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Ok(arm) = value.parse() {
                on_act.emit((Action::Look(make(view, arm)), Gesture::Change));
            }
        };
        html! {
            <label class="pick">
                { word.en() }
                <select {onchange}>
                    { for props.protocol.arms.iter().enumerate().map(|(i, arm)| html! {
                        <option value={i.to_string()} selected={i == now}>{ arm.name.clone() }</option>
                    }) }
                </select>
            </label>
        }
    };
    html! {
        <fieldset class="picks">
            <legend>{ Word::SideBySide.en() }</legend>
            { pick(Word::Left, left, |view, arm| View { left: Some(arm), ..view }) }
            { pick(Word::Right, right, |view, arm| View { right: Some(arm), ..view }) }
        </fieldset>
    }
}
