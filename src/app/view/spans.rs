//! A sentence with the arms in colour.

use yew::Html;
use yew::classes;
use yew::html;

use crate::words::page::Span;

/// The sentence as elements.
pub fn spans(sentence: &[Span]) -> Html {
    sentence
        .iter()
        .map(|span| match span.slot {
            None => html! { <>{ span.text.clone() }</> },
            Some(slot) => {
                html! { <b class={classes!("name", slot.class())}>{ span.text.clone() }</b> }
            }
        })
        .collect()
}
