//! The list of scenarios, to pick one.

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::TargetCast;
use yew::html;

use crate::app::shelf::Listed;
use crate::app::state::Source;
use crate::words::page::Word;
use crate::words::sentence;

/// The `id` of the list.
pub const LIST: &str = "scenario";

/// What the list shows as chosen: the name of the scenario; empty for a text of the reader's own.
pub fn chosen(open: &Source) -> &str {
    match open {
        Source::Library(name) => name,
        Source::Own(_) => "",
    }
}

/// The scenarios of the library; a text of the reader's own is an entry of its own.
pub fn library(listed: &[Listed], open: &Source, on_pick: Callback<String>) -> Html {
    let name = chosen(open);
    let onchange = move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        if !name.is_empty() {
            on_pick.emit(name);
        }
    };
    html! {
        <div class="pick scenarios">
            <label for={LIST}>{ Word::Scenario.en() }</label>
            <select id={LIST} {onchange}>
                if name.is_empty() {
                    <option value="" selected={true}>{ Word::OwnText.en() }</option>
                }
                { for listed.iter().map(|scenario| html! {
                    <option value={scenario.name.clone()} selected={scenario.name == name}>
                        { sentence::heading(&scenario.title, &scenario.question) }
                    </option>
                }) }
            </select>
        </div>
    }
}
