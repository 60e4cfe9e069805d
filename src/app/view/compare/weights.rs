//! What an outcome is worth, as weights to move: the winner may change, and the sentence says so.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_memo;
use yew::use_state;

use crate::app::compare::Twins;
use crate::app::history::Gesture;
use crate::app::picture::Picture;
use crate::app::view::control::Control;
use crate::app::view::spans::coloured;
use crate::app::view::spans::spans;
use crate::chart::slot;
use crate::protocol::world::UtilityWeights;
use crate::unit::NonNegative;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::page::Word as Page;
use crate::words::sentence;

/// People who are treated twice for it.
const PEOPLE: usize = 500;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// A weight: its word, the most it can be, where it lies.
type Weight = (Word, f64, fn(&mut UtilityWeights) -> &mut NonNegative);

/// Five that are seen at once, and two behind "More".
const WEIGHTS: [Weight; 7] = [
    (Word::WeightBenefit, 200.0, |weights| &mut weights.benefit),
    (Word::WeightSevere, 40.0, |weights| &mut weights.severe),
    (Word::WeightModerate, 10.0, |weights| &mut weights.moderate),
    (Word::WeightSerious, 200.0, |weights| &mut weights.serious),
    (Word::WeightHour, 2.0, |weights| &mut weights.hour),
    (Word::WeightMild, 5.0, |weights| &mut weights.mild),
    (Word::WeightMisuse, 200.0, |weights| &mut weights.misuse),
];

/// How many weights are seen at once.
const SEEN: usize = 5;

/// Steps of a weight's control.
const STEPS: u32 = 40;

/// The weights, simulated when they are opened.
#[component]
pub fn Weights(props: &Props) -> Html {
    let picture = &props.picture;
    let usual = picture.protocol.world.utility.clone();
    let (open, moved) = (use_state(|| false), use_state(|| None::<UtilityWeights>));
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let pair = picture.side_by_side();
    let twins = use_memo((picture.state.clone(), *open), |(state, open)| {
        open.then(|| Twins::of(&picture.protocol, state.seed, pair, PEOPLE)).flatten()
    });
    let weights = (*moved).clone().unwrap_or_else(|| usual.clone());
    let set = {
        let moved = moved.clone();
        Callback::from(move |weights: UtilityWeights| moved.set(Some(weights)))
    };
    let control = |weight: &Weight| control(picture, weight, (&weights, &usual), &set);
    html! {
        <details class="scenario panel" ontoggle={toggle}>
            <summary><h2>{ Word::WeightsTitle.en() }</h2></summary>
            <p class="lead">{ Word::WeightsLead.en() }</p>
            if *open {
                <p class="sentence" role="status">{ answer(picture, (*twins).as_ref(), &weights) }</p>
                <div class="weights">{ for WEIGHTS[..SEEN].iter().map(control) }</div>
                <details class="more">
                    <summary>{ Page::More.en() }</summary>
                    <div class="weights">{ for WEIGHTS[SEEN..].iter().map(control) }</div>
                </details>
                if moved.is_some() {
                    <div class="buttons">
                        <button type="button" class="small" onclick={move |_| moved.set(None)}>{ Word::WeightsBack.en() }</button>
                    </div>
                }
            }
        </details>
    }
}

/// The sentence: which arm is worth more.
fn answer(picture: &Picture, twins: Option<&Twins>, weights: &UtilityWeights) -> Html {
    let (left, right) = picture.side_by_side();
    let Some(difference) = twins.and_then(|twins| twins.worth(weights)) else { return html! {} };
    let name = |arm: usize| (picture.protocol.arms[arm].name.as_str(), arm);
    let slots = slot::assign(&picture.protocol, (left, right));
    spans(&coloured(
        words::worth(name(left), name(right), difference, picture.state.seed.0),
        &slots,
    ))
}

/// The control of a weight.
fn control(
    picture: &Picture,
    (word, most, place): &Weight,
    (weights, usual): (&UtilityWeights, &UtilityWeights),
    set: &Callback<UtilityWeights>,
) -> Html {
    let (mut now, mut before) = (weights.clone(), usual.clone());
    let (value, of_scenario) = (place(&mut now).get(), place(&mut before).get());
    let mut steps: Vec<f64> = (0..=STEPS).map(|i| f64::from(i) * most / f64::from(STEPS)).collect();
    if !steps.iter().any(|step| (step - of_scenario).abs() < 1e-9) {
        steps.push(of_scenario);
        steps.sort_by(f64::total_cmp);
    }
    let put = {
        let (weights, place, set) = (weights.clone(), *place, set.clone());
        Callback::from(move |(value, _): (f64, Gesture)| {
            if let Ok(value) = NonNegative::new(value) {
                let mut weights = weights.clone();
                *place(&mut weights) = value;
                set.emit(weights);
            }
        })
    };
    let reset = {
        let put = put.clone();
        Callback::from(move |()| put.emit((of_scenario, Gesture::Change)))
    };
    html! {
        <Control state={picture.state.clone()} id={format!("{word:?}").to_lowercase()} label={word.en()}
            unit={Word::WeightUnit.en()} steps={Rc::new(steps)} {value}
            refusal={sentence::wrong_weight(*most, value)}
            changed={(value - of_scenario).abs() > 1e-9} on_set={put} on_reset={Some(reset)} />
    }
}
