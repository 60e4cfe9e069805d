//! The list of scenarios, to pick one.

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_node_ref;

use crate::app::shelf::Listed;
use crate::app::state::Source;
use crate::words::page::Word;
use crate::words::sentence;

/// The scenarios, which one is open, and who is told of a choice.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What the library holds.
    pub listed: Vec<Listed>,
    /// What is open.
    pub open: Source,
    /// Choices that came to nothing: the list then shows again what is open.
    pub failed: u32,
    /// Takes the name of a choice.
    pub on_pick: Callback<String>,
}

/// The scenarios of the library; a text of the reader's own is an entry of its own.
#[component]
pub fn Library(props: &Props) -> Html {
    let field = use_node_ref();
    let name = match &props.open {
        Source::Library(name) => name.clone(),
        Source::Own(_) => String::new(),
    };
    {
        // A list that was used keeps its own mind about what is chosen.
        let field = field.clone();
        use_effect_with((name.clone(), props.failed), move |(name, _)| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(name);
            }
        });
    }
    let on_pick = props.on_pick.clone();
    let onchange = move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        if !name.is_empty() {
            on_pick.emit(name);
        }
    };
    html! {
        <div class="pick scenarios">
            <label for="scenario">{ Word::Scenario.en() }</label>
            <select id="scenario" ref={field} {onchange}>
                if name.is_empty() {
                    <option value="" selected={true}>{ Word::OwnText.en() }</option>
                }
                { for props.listed.iter().map(|scenario| html! {
                    <option value={scenario.name.clone()} selected={scenario.name == name}>
                        { sentence::heading(&scenario.title, &scenario.question) }
                    </option>
                }) }
            </select>
        </div>
    }
}
