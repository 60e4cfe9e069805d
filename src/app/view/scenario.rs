//! The scenario as text: copied, changed, checked, run; every fault at its line.

use gloo_file::File;
use gloo_file::futures::read_as_bytes;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use web_sys::HtmlTextAreaElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state;

use super::browser;
use crate::app::history::Gesture;
use crate::app::state::Action;
use crate::app::state::Source;
use crate::app::state::State;
use crate::scenario;
use crate::scenario::ScenarioError;
use crate::words::page::Word;
use crate::words::sentence;

/// The scenario and what to do with another.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The state.
    pub state: State,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
}

/// What stands in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    text: String,
    fault: Option<ScenarioError>,
    edited: bool,
}

/// The editor.
#[component]
pub fn Scenario(props: &Props) -> Html {
    let text = props.state.text().unwrap_or_default().to_owned();
    let draft = use_state(|| Draft { text: text.clone(), ..Draft::default() });
    {
        let (draft, text) = (draft.clone(), text.clone());
        use_effect_with(props.state.scenario.clone(), move |_| {
            draft.set(Draft { text, ..Draft::default() });
        });
    }
    let edit = {
        let draft = draft.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            draft.set(Draft { text, edited: true, fault: None });
        }
    };
    let try_text = {
        let (draft, on_act) = (draft.clone(), props.on_act.clone());
        Callback::from(move |bytes: Vec<u8>| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            match scenario::parse_bytes(&bytes) {
                Ok(_) => {
                    draft.set(Draft { text: text.clone(), ..Draft::default() });
                    on_act.emit((Action::UseText(text), Gesture::Change));
                }
                Err(fault) => {
                    let kept: String = text.chars().take(scenario::LONGEST).collect();
                    draft.set(Draft { text: kept, edited: true, fault: Some(fault) });
                }
            }
        })
    };
    let run = {
        let (draft, try_text) = (draft.clone(), try_text.clone());
        move |_| try_text.emit(draft.text.clone().into_bytes())
    };
    let save = {
        let draft = draft.clone();
        move |_| {
            browser::save("scenario.toml", "application/toml", &draft.text);
        }
    };
    html! {
        <details class="scenario panel">
            <summary><h2>{ Word::ScenarioTitle.en() }</h2></summary>
            <p class="lead">{ Word::ScenarioLead.en() }</p>
            <label class="hidden" for="scenario-text">{ Word::ScenarioLabel.en() }</label>
            <textarea id="scenario-text" rows="22" spellcheck="false" autocomplete="off"
                value={draft.text.clone()} oninput={edit} />
            <div class="buttons">
                <button type="button" class="small" onclick={run}>{ Word::RunText.en() }</button>
                <button type="button" class="small" onclick={save}>{ Word::SaveText.en() }</button>
                { open_file(&try_text) }
                { library_again(props) }
            </div>
            { verdict(&draft) }
        </details>
    }
}

fn open_file(try_text: &Callback<Vec<u8>>) -> Html {
    let try_text = try_text.clone();
    let onchange = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (file, try_text) = (File::from(file), try_text.clone());
        spawn_local(async move {
            // A file too long is refused by its size; only its first bytes are read for that.
            let most = u64::try_from(scenario::LONGEST).unwrap_or(u64::MAX) + 1;
            let head = file.slice(0, most.min(file.size()));
            if let Ok(bytes) = read_as_bytes(&head).await {
                try_text.emit(bytes);
            }
        });
    };
    html! {
        <label class="small file">
            { Word::OpenText.en() }
            <input type="file" accept=".toml,text/plain" {onchange} />
        </label>
    }
}

fn library_again(props: &Props) -> Html {
    if matches!(props.state.scenario, Source::Library(_)) {
        return html! {};
    }
    let on_act = props.on_act.clone();
    let back = move |_| {
        on_act.emit((Action::UseLibrary("dose-arms".to_owned()), Gesture::Change));
    };
    html! { <button type="button" class="small" onclick={back}>{ Word::LibraryText.en() }</button> }
}

fn verdict(draft: &Draft) -> Html {
    if let Some(error) = &draft.fault {
        return html! {
            <div class="notice" role="alert">
                <p class="notice-title">{ sentence::faults(error.faults().len() + error.more()) }</p>
                <ol class="faults">{ for error.faults().iter().map(|fault| html! { <li>{ fault.to_string() }</li> }) }</ol>
            </div>
        };
    }
    let word = if draft.edited { Word::TextUnsaved } else { Word::NoFaults };
    html! { <p class="note">{ word.en() }</p> }
}
