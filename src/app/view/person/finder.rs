//! "Find me somebody who": a chip a description, with how many of the cast it fits, and the rule behind each.

use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::Shown;
use crate::app::person::Act;
use crate::app::view::browser;
use crate::story::find::Description;
use crate::words::watch;
use crate::words::watch::Word;

/// Finds somebody. In a narrow window the chips lie far below the picture, so that is shown again.
fn find(act: &Callback<Act>, description: Description) {
    act.emit(Act::Find(description));
    if let Some(heading) = browser::first("main h1") {
        browser::scroll_to(&heading);
    }
}

pub(super) fn finder(shown: &Shown) -> Html {
    html! {
        <section class="finder" aria-labelledby="finder">
            <h2 id="finder">{ Word::Find.en() }</h2>
            <ul>{ for Description::ALL.into_iter().zip(shown.found).map(|(description, found)| {
                let fits = found.iter().any(|found| found.person == shown.watching.person);
                let pressed = fits && shown.watching.sought == Some(description);
                let nobody = found.is_empty();
                let act = shown.act.clone();
                let onclick = move |_| if !nobody { find(&act, description) };
                html! {
                    <li><button type="button" class={classes!("find", pressed.then_some("now"))}
                        aria-pressed={if pressed { "true" } else { "false" }}
                        aria-disabled={nobody.then_some("true")} {onclick}>
                        { watch::chip(description) }{ " " }<span class="number">{ found.len() }</span>
                    </button></li>
                }
            }) }</ul>
            <details class="rules">
                <summary>{ watch::of_people(shown.cast.people.len()) }</summary>
                <dl>{ for Description::ALL.into_iter().map(|description| html! {
                    <><dt>{ watch::chip(description) }</dt><dd>{ watch::rule(description) }</dd></>
                }) }</dl>
            </details>
        </section>
    }
}
