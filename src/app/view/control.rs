//! A control row: label, minus, number, plus, unit, and a native range below with the values it can take.
//!
//! A wrong value stays as typed, with a sentence beside it; nothing is silently clamped.

use std::fmt::Write;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::AttrValue;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::Properties;
use yew::TargetCast;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state;

use super::icon::Icon;
use super::icon::icon;
use crate::app::history::Gesture;
use crate::app::state::State;
use crate::report::number;
use crate::words::page::Word;

/// What a control offers.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Its id in the page.
    pub id: AttrValue,
    /// What it changes.
    pub label: AttrValue,
    /// The unit behind the number.
    pub unit: AttrValue,
    /// The values it steps through, ascending.
    pub steps: Rc<Vec<f64>>,
    /// The value now.
    pub value: f64,
    /// The state; when it changes, a value that was not taken is forgotten.
    pub state: State,
    /// Whether typed values between the steps are taken as well.
    #[prop_or_default]
    pub between: bool,
    /// What is said about a value that is not taken.
    pub refusal: AttrValue,
    /// Whether it differs from the scenario; none: there is nothing to go back to.
    #[prop_or_default]
    pub changed: bool,
    /// Whether the steps are written below the range.
    #[prop_or_default]
    pub ticks: bool,
    /// Told of a new value.
    pub on_set: Callback<(f64, Gesture)>,
    /// Told to go back to the scenario's value.
    #[prop_or_default]
    pub on_reset: Option<Callback<()>>,
}

/// The amber dot of a changed value.
pub fn dot(changed: bool) -> Html {
    if changed {
        html! { <span class="dot" title="changed"></span> }
    } else {
        html! {}
    }
}

impl Props {
    /// The step nearest to the value.
    fn step(&self) -> usize {
        let distance = |i: &usize| (self.steps[*i] - self.value).abs();
        (0..self.steps.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
    }

    /// The value of a typed text, if it is one that is taken.
    fn read(&self, text: &str) -> Option<f64> {
        let value = number::typed(text)?;
        let on_step = self.steps.iter().any(|step| (step - value).abs() < 1e-9);
        let inside = self.steps.first()? <= &value && &value <= self.steps.last()?;
        (on_step || (self.between && inside && value.fract() == 0.0)).then_some(value)
    }

    /// The next step below or above the value.
    fn next(&self, up: bool) -> Option<f64> {
        let mut steps = self.steps.iter().copied();
        if up { steps.find(|s| *s > self.value) } else { steps.rev().find(|s| *s < self.value) }
    }
}

/// A text in a field that is not its value: still being typed, or refused. Held here, a picture that arrives meanwhile
/// leaves it as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// Being typed.
    Typing(AttrValue),
    /// Typed, and not taken.
    Refused(AttrValue),
}

impl Draft {
    /// The text.
    pub const fn text(&self) -> &AttrValue {
        match self {
            Self::Typing(text) | Self::Refused(text) => text,
        }
    }

    /// Whether it was refused.
    pub const fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

/// What is in a field now.
pub fn text_of(target: Option<HtmlInputElement>) -> AttrValue {
    target.map(|input| input.value()).unwrap_or_default().into()
}

/// A control row.
#[component]
pub fn Control(props: &Props) -> Html {
    let typed = use_state(|| None::<Draft>);
    {
        let typed = typed.clone();
        use_effect_with((props.value.to_bits(), props.state.clone()), move |_| typed.set(None));
    }
    let wrong = typed.as_ref().is_some_and(Draft::is_refused);
    let draft = {
        let typed = typed.clone();
        move |event: InputEvent| {
            typed.set(Some(Draft::Typing(text_of(event.target_dyn_into()))));
        }
    };
    let commit = {
        let (props, typed) = (props.clone(), typed.clone());
        Callback::from(move |event: Event| {
            let text = text_of(event.target_dyn_into());
            match props.read(&text) {
                Some(value) => {
                    typed.set(None);
                    props.on_set.emit((value, Gesture::Change));
                }
                None => typed.set(Some(Draft::Refused(text))),
            }
        })
    };
    let shown =
        typed.as_ref().map_or_else(|| shown(props.value).into(), |draft| draft.text().clone());
    let error_id = format!("{}-error", props.id);
    html! {
        <div class={classes!("control", wrong.then_some("wrong"))}>
            <div class="control-head">
                <label for={props.id.clone()}>{ props.label.clone() }</label>
                { dot(props.changed) }
                { reset(props) }
                <div class="stepper">
                    { step_button(props, false) }
                    <input id={props.id.clone()} type="text" inputmode="numeric" autocomplete="off"
                        value={shown} oninput={draft} onchange={commit} aria-invalid={wrong.then_some("true")}
                        aria-describedby={wrong.then(|| error_id.clone())} />
                    <span class="unit">{ props.unit.clone() }</span>
                    { step_button(props, true) }
                </div>
            </div>
            { slider(props) }
            if wrong {
                <p class="error" id={error_id} role="alert">{ props.refusal.clone() }</p>
            }
        </div>
    }
}

fn shown(value: f64) -> String {
    let decimals = format!("{value}").split('.').nth(1).map_or(0, str::len);
    number::decimal(value, decimals)
}

fn reset(props: &Props) -> Html {
    let Some(on_reset) = props.on_reset.clone().filter(|_| props.changed) else { return html! {} };
    html! {
        <button type="button" class="tool" aria-label={Word::Reset.en()} title={Word::Reset.en()}
            onclick={move |_| on_reset.emit(())}>{ icon(Icon::Undo) }</button>
    }
}

fn step_button(props: &Props, up: bool) -> Html {
    let word = if up { Word::Greater } else { Word::Less };
    let next = props.next(up);
    let on_set = props.on_set.clone();
    let onclick = move |_| {
        if let Some(value) = next {
            on_set.emit((value, Gesture::Change));
        }
    };
    html! {
        <button type="button" class="step" aria-disabled={next.is_none().then_some("true")}
            aria-label={format!("{}: {}", word.en(), props.label)} {onclick}>
            { if up { "+" } else { "\u{2212}" } }
        </button>
    }
}

/// The native range under a control row; its fill is a line behind it.
fn slider(props: &Props) -> Html {
    let step = props.step();
    let last = props.steps.len().saturating_sub(1);
    let emit = |gesture: Gesture| {
        let (on_set, steps) = (props.on_set.clone(), props.steps.clone());
        move |target: Option<HtmlInputElement>| {
            let index = target.and_then(|input| input.value().parse::<usize>().ok());
            if let Some(value) = index.and_then(|index| steps.get(index)) {
                on_set.emit((*value, gesture));
            }
        }
    };
    let (drag, drop) = (emit(Gesture::Drag), emit(Gesture::Change));
    let oninput = move |event: InputEvent| drag(event.target().and_then(|t| t.dyn_into().ok()));
    let onchange = move |event: Event| drop(event.target().and_then(|t| t.dyn_into().ok()));
    let fill = ratio(step, last);
    let track = format!(
        r#"<svg class="track" aria-hidden="true" focusable="false"><line class="rest" x1="0" x2="100%" y1="50%" y2="50%"/><line class="full" x1="0" x2="{0}" y1="50%" y2="50%"/></svg>"#,
        crate::chart::percent(fill)
    );
    html! {
        <div class="slider">
            { Html::from_html_unchecked(AttrValue::from(track)) }
            <input type="range" min="0" max={last.to_string()} step="1" value={step.to_string()}
                aria-label={props.label.clone()}
                aria-valuetext={format!("{} {}", shown(props.value), props.unit)}
                {oninput} {onchange} />
            if props.ticks {
                { ticks(props, step) }
            }
        </div>
    }
}

fn ratio(step: usize, last: usize) -> f64 {
    f64::from(u32::try_from(step).unwrap_or(0)) / f64::from(u32::try_from(last.max(1)).unwrap_or(1))
}

/// The values under the range, the chosen one bold; each can be clicked.
fn ticks(props: &Props, now: usize) -> Html {
    let last = props.steps.len().saturating_sub(1);
    let mut svg = String::from(r#"<svg class="ticks" aria-hidden="true" focusable="false">"#);
    for (i, value) in props.steps.iter().enumerate() {
        let class = if i == now { "tick now" } else { "tick" };
        let x = crate::chart::percent(ratio(i, last));
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            r#"<text class="{class}" x="{x}" y="14" text-anchor="middle">{value}</text>"#
        );
    }
    svg.push_str("</svg>");
    Html::from_html_unchecked(AttrValue::from(svg))
}
