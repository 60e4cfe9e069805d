//! The first dose of an arm - of a fixed arm, its only one - as a control on the ladder.

use std::rc::Rc;

use yew::Callback;
use yew::Html;
use yew::html;

use super::control::Control;
use crate::app::history::Gesture;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::state::first_rung;
use crate::app::state::is_fixed;
use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::words::sentence;

/// The dose of one arm.
#[derive(Clone, Debug)]
pub struct Dose<'a> {
    /// The arm.
    pub arm: usize,
    /// The letter of its slot.
    pub letter: &'static str,
    /// The state.
    pub state: &'a State,
    /// Its protocol.
    pub protocol: &'a Protocol,
    /// The scenario's protocol without changes.
    pub base: &'a Protocol,
    /// Takes an action.
    pub on_act: &'a Callback<(Action, Gesture)>,
    /// Whether the ladder is written below.
    pub ticks: bool,
}

/// A control of the first dose of an arm, on the ladder.
pub fn dose(props: &Dose) -> Html {
    let ladder: Vec<f64> = props.protocol.ladder.0.iter().map(|dose| dose.get()).collect();
    let Some(rung) = first_rung(props.protocol, props.arm) else { return html! {} };
    let value = props.protocol.ladder.dose(rung);
    let steps = Rc::new(ladder);
    let arm = u8::try_from(props.arm).unwrap_or(u8::MAX);
    let set = {
        let (on_act, steps) = (props.on_act.clone(), steps.clone());
        move |(value, gesture): (f64, Gesture)| {
            let index = steps.iter().position(|step| (*step - value).abs() < 1e-9);
            if let Some(rung) = index.and_then(|index| u8::try_from(index).ok()) {
                on_act.emit((Action::SetDose(arm, Rung(rung)), gesture));
            }
        }
    };
    let reset = {
        let (on_act, of_scenario) = (props.on_act.clone(), first_rung(props.base, props.arm));
        move |()| {
            if let Some(rung) = of_scenario {
                on_act.emit((Action::SetDose(arm, rung), Gesture::Change));
            }
        }
    };
    let refusal =
        sentence::wrong_dose(steps[0], *steps.last().unwrap_or(&0.0), even_step(&steps), value);
    html! {
        <Control state={props.state.clone()} id={format!("dose-{}", props.arm)} label={label(props.protocol, props.arm, props.letter)} unit="au"
            {steps} {value} {refusal} ticks={props.ticks}
            changed={props.state.patch.dose(props.arm).is_some()}
            on_set={set} on_reset={Some(Callback::from(reset))} />
    }
}

/// What the control is called: "Dose of A", "Starting dose of B".
pub fn label(protocol: &Protocol, arm: usize, letter: &str) -> String {
    if is_fixed(protocol, arm) { sentence::dose_of(letter) } else { sentence::start_of(letter) }
}

/// The step of an evenly spaced ladder.
fn even_step(ladder: &[f64]) -> Option<f64> {
    let step = ladder.get(1)? - ladder.first()?;
    ladder.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-9).then_some(step)
}
