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
    sentence.into_iter().map(|span| (unbroken(&span.text), slot(span.arm))).collect()
}

/// The text with units that stay beside their numbers. A word that begins with the same letters stays, too, which does no
/// harm.
fn unbroken(text: &str) -> String {
    text.replace(" au", "\u{a0}au")
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

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_unit_stays_beside_its_number() {
        assert_eq!(unbroken("140 au, then 60 au."), "140\u{a0}au, then 60\u{a0}au.");
    }
}
