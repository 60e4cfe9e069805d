//! The scenario with its edits as the text of a file, to read, copy and save.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::AttrValue;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_memo;
use yew::use_state;

use crate::app::view::browser;
use crate::app::view::copy::Copy;
use crate::protocol::Protocol;
use crate::scenario;
use crate::scenario::Scenario;
use crate::words::edit::Word;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::app::view) struct Props {
    pub protocol: Rc<Protocol>,
}

/// The text, written when it is opened.
#[component]
pub(in crate::app::view) fn Text(props: &Props) -> Html {
    let open = use_state(|| false);
    let text = use_memo((props.protocol.clone(), *open), |(protocol, open)| {
        let protocol = (**protocol).clone();
        let written = || Scenario { protocol, teaching: String::new(), look_at: String::new() };
        if *open { scenario::write(&written()) } else { String::new() }
    });
    let toggle = {
        let open = open.clone();
        move |event: Event| open.set(event.target_unchecked_into::<HtmlDetailsElement>().open())
    };
    let copied = {
        let text = text.clone();
        Callback::from(move |()| AttrValue::from((*text).clone()))
    };
    let save = {
        let text = text.clone();
        move |_| {
            browser::save("scenario.toml", "application/toml", &text);
        }
    };
    html! {
        <details class="scenario panel rule-text" ontoggle={toggle}>
            <summary><h2>{ Word::Text.en() }</h2></summary>
            <p class="lead">{ Word::TextLead.en() }</p>
            <label class="hidden" for="edited-text">{ Word::TextLabel.en() }</label>
            <textarea id="edited-text" rows="18" readonly={true} spellcheck="false" value={(*text).clone()} />
            <div class="buttons">
                <button type="button" class="small" onclick={save}>{ Word::SaveText.en() }</button>
                <Copy name={Word::CopyText.en()} text={copied} of={(*text).clone()} />
            </div>
        </details>
    }
}
