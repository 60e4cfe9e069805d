//! A button that copies a text, and says whether the browser let it.

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_state;

use super::browser;
use crate::words::screens::Word;

/// What is copied.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What stands on the button.
    pub name: AttrValue,
    /// What a screen reader hears instead.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Writes the text when it is asked for.
    pub text: Callback<(), AttrValue>,
    /// What the text is of; with something else, what was said of the copy is over.
    pub of: AttrValue,
    /// What is said when the browser did not let it.
    #[prop_or(AttrValue::Static(Word::NotCopied.en()))]
    pub refused: AttrValue,
}

/// The button.
#[component]
pub fn Copy(props: &Props) -> Html {
    let said = use_state(|| None::<(AttrValue, AttrValue)>);
    let onclick = {
        let (props, said) = (props.clone(), said.clone());
        move |_| {
            let (text, props, said) = (props.text.emit(()), props.clone(), said.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                let word = if done { Word::Copied.en().into() } else { props.refused };
                said.set(Some((props.of, word)));
            });
        }
    };
    let word = said.as_ref().filter(|(of, _)| *of == props.of).map(|(_, word)| word.clone());
    html! {
        <>
            <button type="button" class="small" aria-label={props.label.clone()} {onclick}>{ props.name.clone() }</button>
            <p class="note" role="status">{ word }</p>
        </>
    }
}
