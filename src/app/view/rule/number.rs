//! A number of a rule, to be typed over: Enter or leaving it takes it over, Escape takes back what was typed. A number that
//! cannot be stays as typed, and what it may be is said beside it.

use web_sys::HtmlInputElement;
use web_sys::KeyboardEvent;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::Properties;
use yew::TargetCast;
use yew::UseStateHandle;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state;

use super::Message;
use super::Shown;
use super::pick::Look;
use super::pick::State;
use super::pick::pick;
use crate::app::rule::cell;
use crate::app::rule::number::Number;
use crate::app::rule::number::Place;
use crate::app::state;
use crate::app::view::control::Draft;
use crate::app::view::control::text_of;
use crate::protocol::titration::DecisionTable;
use crate::report::number;
use crate::words::edit as words;
use crate::words::edit::Word;

/// A cell: what it could be instead, and its numbers.
pub(super) fn cell(
    shown: &Shown,
    table: &DecisionTable,
    place: Place,
    (look, state): (Look, State),
) -> Html {
    let ladder = &shown.props.protocol.ladder;
    let choice = match place {
        Place::Row(at, column) => cell::cell(table, at, column, ladder),
        Place::Start(at, column) => cell::start_cell(table, at, column, ladder),
    };
    let all = place.numbers(table);
    // Of a cell with numbers these are marked: the word before them may be the same.
    let of_word = if all.is_empty() { state } else { State::AsIs };
    let fields = all.into_iter().enumerate().map(|(i, number)| {
        let between = if i > 0 && number.is_end() { words::TO_BELOW } else { "" };
        html! { <>{ between }{ " " }{ field(shown, table, place, number, (look, state)) }</> }
    });
    // Around a word alone as well, and the numbers in a list of their own, however many: else the list that was just used
    // would go, and the focus with it.
    html! {
        <span class="with-numbers">{ pick(choice, look, of_word, &shown.edit()) }<>{ for fields }</></span>
    }
}

/// A number of a cell.
pub(super) fn field(
    shown: &Shown,
    table: &DecisionTable,
    place: Place,
    number: Number,
    (look, state): (Look, State),
) -> Html {
    let (link, table, which) = (shown.link.clone(), table.clone(), number.which);
    let on_set = Callback::from(move |value: f64| {
        if let Some(edit) = place.put(&table, which, value) {
            link.send_message(Message::Edit(edit, None));
        }
    });
    input(shown, number, (look, state), on_set)
}

/// A number to type over.
pub(super) fn input(
    shown: &Shown,
    number: Number,
    (look, state): (Look, State),
    on_set: Callback<f64>,
) -> Html {
    let key = number.label.clone();
    html! {
        <Field {key} {number} {look} {state} of={shown.props.state.clone()} {on_set} />
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct FieldProps {
    number: Number,
    look: Look,
    state: State,
    /// The state of the page; when it changes, what was not taken is forgotten.
    of: state::State,
    on_set: Callback<f64>,
}

#[component]
fn Field(props: &FieldProps) -> Html {
    let Number { label, value, unit, .. } = &props.number;
    let typed = use_state(|| None::<Draft>);
    {
        let typed = typed.clone();
        use_effect_with((value.to_bits(), props.of.clone()), move |_| typed.set(None));
    }
    let draft = {
        let typed = typed.clone();
        move |event: InputEvent| typed.set(Some(Draft::Typing(text_of(event.target_dyn_into()))))
    };
    let (commit, take_back) = (commit(props, &typed), take_back(&typed, said(*value)));
    let wrong = typed.as_ref().is_some_and(Draft::is_refused);
    let changed = props.state == State::Changed;
    let name = if changed { format!("{label}, {}", Word::Changed.en()) } else { label.clone() };
    let in_sentence = props.look == Look::Part;
    let error = format!("{}-{}", if in_sentence { "part" } else { "cell" }, slug(label));
    let text = typed.as_ref().map_or_else(|| said(*value).into(), |draft| draft.text().clone());
    let size = text.chars().count().clamp(1, 6).to_string();
    html! {
        <>
            <span class={classes!("part", "num", (!in_sentence).then_some("cell"), (props.look == Look::Strong).then_some("strong"), changed.then_some("changed"), wrong.then_some("wrong"))}>
                <input type="text" inputmode="decimal" autocomplete="off" {size} value={text} aria-label={name}
                    aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then(|| error.clone())}
                    oninput={draft} onchange={commit} onkeydown={take_back} />
            </span>
            if !unit.is_empty() { { " " }<span class="unit">{ *unit }</span> }
            if wrong {
                <span class="error" id={error} role="alert">{ words::refused(props.number.range, props.number.decimals, *value) }</span>
            }
        </>
    }
}

/// Takes over what was typed, or refuses it.
fn commit(props: &FieldProps, typed: &UseStateHandle<Option<Draft>>) -> Callback<Event> {
    let (props, typed) = (props.clone(), typed.clone());
    Callback::from(move |event: Event| {
        let text = text_of(event.target_dyn_into::<HtmlInputElement>());
        match number::typed(&text).filter(|value| props.number.takes(*value)) {
            Some(value) => {
                typed.set(None);
                if (value - props.number.value).abs() > 1e-9 {
                    props.on_set.emit(value);
                }
            }
            None => typed.set(Some(Draft::Refused(text))),
        }
    })
}

/// Escape takes back what was typed.
fn take_back(typed: &UseStateHandle<Option<Draft>>, now: String) -> Callback<KeyboardEvent> {
    let typed = typed.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && typed.is_some() {
            event.prevent_default();
            event.stop_propagation();
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                input.set_value(&now);
            }
            typed.set(None);
        }
    })
}

fn said(value: f64) -> String {
    number::decimal(value, words::typed_decimals(value))
}

fn slug(label: &str) -> String {
    label.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-")
}
