//! A segmented control: native radio buttons in a trough, one chosen.

use yew::Callback;
use yew::Html;
use yew::html;

use super::control::dot;

/// The choices.
#[derive(Clone, Debug)]
pub struct Segments<'a> {
    /// Name of the group in the form.
    pub name: &'static str,
    /// What is chosen.
    pub legend: &'a str,
    /// The choices in order.
    pub choices: &'a [&'static str],
    /// Index of the one chosen.
    pub chosen: usize,
    /// Whether it differs from the scenario.
    pub changed: bool,
    /// Told of a choice.
    pub on_choose: Callback<usize>,
}

/// A segmented control.
pub fn segments(segments: &Segments) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{ segments.legend.to_owned() }{ dot(segments.changed) }</legend>
            <div class="trough">
                { for segments.choices.iter().enumerate().map(|(i, choice)| {
                    let on_choose = segments.on_choose.clone();
                    html! {
                        <label>
                            <input type="radio" name={segments.name} checked={i == segments.chosen}
                                onchange={move |_| on_choose.emit(i)} />
                            <span>{ *choice }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
