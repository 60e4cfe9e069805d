//! The monitoring in one sentence, and the same as terms and values.

use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::Message;
use super::Shown;
use super::number;
use super::pick::Look;
use super::pick::State;
use super::pick::pick;
use crate::app::rule::choice::Choice;
use crate::app::rule::watch;
use crate::app::view::control::dot;
use crate::protocol::monitoring::Monitoring;
use crate::words::edit as words;
use crate::words::edit::Word;

fn state(shown: &Shown, at: usize) -> State {
    if shown.watch.1.get(at) == Some(&true) { State::Changed } else { State::AsIs }
}

/// A part: what it could be instead, or its number to type over.
fn value(
    shown: &Shown,
    (at, part): (usize, Choice<Monitoring>),
    (look, state): (Look, State),
    on_choose: &Callback<Monitoring>,
) -> Html {
    let now = &shown.arm.monitoring;
    let form = watch::form(now, at);
    let number = watch::numbers(now, at);
    let (word, of_word) = match (form, &number) {
        (Some(form), Some(_)) => (Some(form), State::AsIs),
        (form, None) => (Some(form.unwrap_or(part)), state),
        (None, Some(_)) => (None, state),
    };
    let (now, on_choose) = (now.clone(), on_choose.clone());
    let on_set = {
        let on_choose = on_choose.clone();
        Callback::from(move |value: f64| {
            if let Some(other) = watch::put(&now, at, value) {
                on_choose.emit(other);
            }
        })
    };
    // The same around a word alone: else the list that was just used would go, and the focus with it.
    html! {
        <span class="with-numbers">
            <>{ for word.map(|word| html! { <>{ pick(word, look, of_word, &on_choose) }{ " " }</> }) }</>
            <>{ for number.map(|number| number::input(shown, number, (look, state), on_set)) }</>
        </span>
    }
}

pub(super) fn sentence(shown: &Shown) -> Html {
    let parts = watch::parts(&shown.arm.monitoring);
    let on_choose = shown.link.callback(Message::Watch);
    html! {
        <section class="panel rule-sentence" aria-labelledby="sentence-title">
            <h2 id="sentence-title">{ Word::WatchSentence.en() }</h2>
            <p class="parts">
                { for parts.into_iter().enumerate().map(|(at, part)| html! {
                    <>{ words::SENTENCE[at] }{ value(shown, (at, part), (Look::Part, state(shown, at)), &on_choose) }</>
                }) }
                { words::SENTENCE[words::TERMS.len()] }
            </p>
        </section>
    }
}

pub(super) fn table(shown: &Shown) -> Html {
    let parts = watch::parts(&shown.arm.monitoring);
    let on_choose = shown.link.callback(Message::Watch);
    html! {
        <section class="panel rule-table" aria-labelledby="table-title">
            <h2 id="table-title">{ Word::WatchTable.en() }</h2>
            <dl class="terms">
                { for parts.into_iter().enumerate().map(|(at, part)| {
                    let changed = state(shown, at) == State::Changed;
                    html! {
                        <div class={classes!(changed.then_some("changed-term"))}>
                            <dt>{ part.label.clone() }{ dot(changed) }</dt>
                            <dd>{ value(shown, (at, part), (Look::Strong, State::AsIs), &on_choose) }</dd>
                        </div>
                    }
                }) }
            </dl>
        </section>
    }
}
