//! Parts of which a narrow window shows one at a time, by a switch; a wide one has room for all of them and shows no switch.

use yew::Children;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_state;

use super::segments::Segments;
use super::segments::segments;

/// The parts and their names.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Name of the group of buttons.
    pub name: &'static str,
    /// What is chosen.
    pub legend: &'static str,
    /// A name a part in the order of the parts; one name more: all of them.
    pub choices: Vec<&'static str>,
    /// How many parts there are.
    pub parts: usize,
    /// The one that is shown at first.
    #[prop_or_default]
    pub first: usize,
    /// The parts.
    pub children: Children,
}

/// The switch, and an element with the parts whose class says which of them a narrow window shows.
#[component]
pub fn OneOf(props: &Props) -> Html {
    let chosen = use_state(|| props.first);
    let last = props.choices.len().saturating_sub(1);
    let now = (*chosen).min(last);
    let on_choose = {
        let chosen = chosen.clone();
        yew::Callback::from(move |i: usize| chosen.set(i))
    };
    html! {
        <>
            if props.parts > 1 {
              <div class="switch">
                { segments(&Segments {
                    name: props.name,
                    legend: props.legend,
                    choices: &props.choices,
                    chosen: now,
                    changed: false,
                    on_choose,
                }) }
              </div>
            }
            <div class={classes!("one-of", (now < props.parts).then(|| format!("only-{now}")))}>{ props.children.clone() }</div>
        </>
    }
}
