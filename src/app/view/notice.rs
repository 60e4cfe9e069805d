//! A fault in words: what happened, what is kept, what to press.

use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

use super::icon::Icon;
use super::icon::icon;
use crate::app::trouble::Trouble;
use crate::words::page;
use crate::words::page::Word;

/// A fault and a way on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What went wrong.
    pub trouble: Trouble,
    /// Runs again.
    pub on_again: Callback<()>,
}

/// The notice.
#[component]
pub fn Notice(props: &Props) -> Html {
    let (what, mend) = page::trouble(&props.trouble);
    let on_again = props.on_again.clone();
    let can_run = !matches!(
        props.trouble,
        Trouble::NoWorkers | Trouble::NoSimd | Trouble::EngineMissing(_) | Trouble::Refused(_)
    );
    html! {
        <div class="notice" role="alert">
            <p class="notice-title">{ icon(Icon::Warning) }{ what }</p>
            <p>{ mend }</p>
            if !props.trouble.detail().is_empty() {
                <p class="detail">{ props.trouble.detail().to_owned() }</p>
            }
            if can_run {
                <button type="button" class="small" onclick={move |_| on_again.emit(())}>{ Word::RunAgain.en() }</button>
            }
        </div>
    }
}
