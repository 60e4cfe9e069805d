//! A segmented control: native radio buttons in a trough, one chosen.

use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

/// The choices.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Name of the group in the form.
    pub name: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// The choices in order.
    pub choices: Vec<AttrValue>,
    /// Index of the one chosen.
    pub chosen: usize,
    /// Whether it differs from the scenario.
    #[prop_or_default]
    pub changed: bool,
    /// Told of a choice.
    pub on_choose: Callback<usize>,
}

/// A segmented control.
#[component]
pub fn Segments(props: &Props) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{ props.legend.clone() }{ super::control::dot(props.changed) }</legend>
            <div class="trough">
                { for props.choices.iter().enumerate().map(|(i, choice)| {
                    let on_choose = props.on_choose.clone();
                    html! {
                        <label>
                            <input type="radio" name={props.name.clone()}
                                checked={i == props.chosen}
                                onchange={move |_| on_choose.emit(i)} />
                            <span>{ choice.clone() }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
