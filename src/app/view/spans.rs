//! A sentence with the arms in colour.

use yew::Html;
use yew::classes;
use yew::html;

use crate::chart::slot::Slot;
use crate::words::sentence::Span;

/// A sentence whose pieces know the slot of the arm they are about.
pub type Coloured = Vec<(String, Option<Slot>)>;

/// Looks up the slots of a sentence's arms.
pub fn coloured(sentence: Vec<Span>, slots: &[Option<Slot>]) -> Coloured {
    let slot = |arm: Option<usize>| slots.get(arm?).copied().flatten();
    sentence.into_iter().map(|span| (span.text, slot(span.arm))).collect()
}

/// The sentence as elements.
pub fn spans(sentence: &Coloured) -> Html {
    sentence
        .iter()
        .map(|(text, slot)| match slot {
            None => html! { <>{ text.clone() }</> },
            Some(slot) => html! { <b class={classes!("name", slot.class())}>{ text.clone() }</b> },
        })
        .collect()
}
