//! A fault in words: what happened, what is kept, what to press.

use yew::Callback;
use yew::Html;
use yew::html;

use super::icon::Icon;
use super::icon::icon;
use crate::app::link::Ignored;
use crate::app::trouble::Trouble;
use crate::words::page::Word;
use crate::words::screens::Word as Screens;

/// The notice of a fault, with a way to run again where that can help.
pub fn notice(trouble: &Trouble, on_again: Callback<()>) -> Html {
    let can_run = !matches!(
        trouble,
        Trouble::NoWorkers
            | Trouble::NoSimd
            | Trouble::EngineMissing(_)
            | Trouble::Refused(_)
            | Trouble::ReaderMissing
    );
    warning(
        trouble,
        html! {
            if can_run {
                <button type="button" class="small" onclick={move |_| on_again.emit(())}>{ Word::RunAgain.en() }</button>
            }
        },
    )
}

/// What happened, what is kept, what to press; and what stands below it.
pub fn warning(trouble: &Trouble, below: Html) -> Html {
    let (what, mend) = trouble.words();
    html! {
        <div class="notice" role="alert">
            <p class="notice-title">{ icon(Icon::Warning) }{ what.en() }</p>
            <p>{ mend.en() }</p>
            if !trouble.detail().is_empty() {
                <p class="detail">{ trouble.detail().to_owned() }</p>
            }
            { below }
        </div>
    }
}

/// What had to be left out of a link, one line a part.
pub fn left_out(ignored: &[Ignored], on_close: Callback<()>) -> Html {
    html! {
        <div class="notice" role="alert" id="left-out">
            <p class="notice-title">{ icon(Icon::Warning) }{ Screens::LinkTitle.en() }</p>
            <ul class="plain">{ for ignored.iter().map(|part| html! { <li>{ part.to_string() }</li> }) }</ul>
            <p>{ Screens::LinkMend.en() }</p>
            <button type="button" class="small" onclick={move |_| on_close.emit(())}>{ Screens::Close.en() }</button>
        </div>
    }
}
