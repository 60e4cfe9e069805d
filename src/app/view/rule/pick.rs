//! A part that can be changed: its words, and over them a native list that offers what it could be instead. So it is as wide
//! as its words, opens as the device opens lists, and belongs to the keyboard without a line of code.

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_effect;
use yew::use_node_ref;

use super::super::icon::Icon;
use super::super::icon::icon;
use crate::app::rule::choice::Choice;
use crate::words::edit::Word;

/// Whether a part is as in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    AsIs,
    Changed,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// In a sentence: sunken, with an arrow.
    Part,
    /// In a table: words alone.
    Cell,
    /// In a table, and what is done.
    Strong,
    /// In a table, and nothing is asked.
    Any,
}

/// A part.
pub(super) fn pick<T: Clone + 'static>(
    choice: Choice<T>,
    look: Look,
    state: State,
    on_choose: &Callback<T>,
) -> Html {
    let words = choice.words().to_owned();
    let mut values = Vec::with_capacity(choice.entries.len());
    let mut entries = Vec::with_capacity(choice.entries.len());
    for entry in choice.entries {
        entries.push((entry.group, entry.words));
        values.push(entry.value);
    }
    let on_choose = on_choose.clone();
    let chosen = Callback::from(move |at: usize| {
        if let Some(value) = values.get(at) {
            on_choose.emit(value.clone());
        }
    });
    html! {
        <Pick label={choice.label} {words} {entries} chosen={choice.chosen} {look} {state} on_choose={chosen} />
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PickProps {
    label: String,
    words: String,
    entries: Vec<(Option<&'static str>, String)>,
    chosen: usize,
    look: Look,
    state: State,
    on_choose: Callback<usize>,
}

#[component]
fn Pick(props: &PickProps) -> Html {
    let list = use_node_ref();
    {
        let (list, chosen) = (list.clone(), props.chosen);
        // A list that was used keeps its own mind about what is chosen.
        use_effect(move || {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_selected_index(i32::try_from(chosen).unwrap_or(0));
            }
        });
    }
    let on_choose = props.on_choose.clone();
    let onchange = move |event: Event| {
        let at = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        if let Ok(at) = usize::try_from(at) {
            on_choose.emit(at);
        }
    };
    let look = match props.look {
        Look::Part => "part",
        Look::Cell => "part cell",
        Look::Strong => "part cell strong",
        Look::Any => "part cell any",
    };
    let changed = props.state == State::Changed;
    let label = if changed {
        format!("{}, {}", props.label, Word::Changed.en())
    } else {
        props.label.clone()
    };
    html! {
        <span class={classes!(look, changed.then_some("changed"))}>
            <span class="part-words" aria-hidden="true">{ props.words.clone() }
                if props.look == Look::Part { { icon(Icon::Open) } }
            </span>
            <select ref={list} aria-label={label} {onchange}>{ options(&props.entries) }</select>
        </span>
    }
}

/// The entries, those of a group together.
fn options(entries: &[(Option<&'static str>, String)]) -> Html {
    entries
        .chunk_by(|one, other| one.0 == other.0)
        .map(|some| {
            let all = || some.iter().map(|(_, words)| html! { <option>{ words.clone() }</option> });
            match some[0].0 {
                Some(group) => html! { <optgroup label={group}>{ for all() }</optgroup> },
                None => html! { <>{ for all() }</> },
            }
        })
        .collect()
}
