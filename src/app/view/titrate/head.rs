//! Who is treated, and how many: the heading, the two switches, the row of ten with its tally, what the history says.

use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::Shown;
use super::pieces;
use crate::app::route::Route;
use crate::app::titrate::Act;
use crate::app::titrate::Mode;
use crate::app::view::segments::Segments;
use crate::app::view::segments::segments;
use crate::clinic::TEN;
use crate::report::number::decimal;
use crate::words::titrate;
use crate::words::titrate::Word;
use crate::words::titrate::tally;

/// The `id` of the heading.
pub(super) const HEADING: &str = "titrate-heading";

pub(super) fn head(shown: &Shown) -> Html {
    let titrating = shown.titrating;
    html! {
        <>
            <header class="who">
                <h1 id={HEADING} tabindex="-1">{ title(shown) }</h1>
                <nav class="modes" aria-label={Word::Modes.en()}>
                    <a href={Route::Person.href()}>{ Word::WatchRule.en() }</a>
                    <a href={Route::Titrate.href()} aria-current="page">{ Word::YouTitrate.en() }</a>
                </nav>
                if shown.clinic.cast.people.len() >= TEN { { switch(shown) } } else {
                    <p class="note">{ Word::TooFew.en() }</p>
                }
                if titrating.mode == Mode::One && !shown.scene.course.is_over() {
                    <button type="button" class="small" onclick={shown.does(Act::Others)}>{ Word::NextPerson.en() }</button>
                }
            </header>
            if titrating.mode == Mode::Ten && shown.scene.clinic.is_none() { { row(shown) } }
            if shown.scene.clinic.is_none() { { history(shown) } }
        </>
    }
}

fn title(shown: &Shown) -> String {
    match shown.titrating.mode {
        Mode::One => format!("{} {}", Word::Person.en(), shown.titrating.person + 1),
        Mode::Ten if shown.scene.clinic.is_some() => {
            titrate::clinic(shown.clinic.protocol().horizon().0 / 7)
        }
        Mode::Ten => titrate::of_ten(shown.titrating.at() % TEN),
    }
}

fn switch(shown: &Shown) -> Html {
    let act = shown.act.clone();
    let modes = [Mode::One, Mode::Ten];
    segments(&Segments {
        name: "how-many",
        legend: Word::HowMany.en(),
        choices: &[Word::OnePerson.en(), Word::Clinic.en()],
        chosen: usize::from(shown.titrating.mode == Mode::Ten),
        changed: false,
        on_choose: Callback::from(move |i: usize| {
            if let Some(mode) = modes.get(i) {
                act.emit(Act::Treat(*mode));
            }
        }),
    })
}

/// The ten in a row: how each ended as far as it could be seen, whose turn it is, who is still to come.
fn row(shown: &Shown) -> Html {
    let total = shown.scene.total();
    let turn = shown.titrating.turn;
    html! {
        <div class="row-of-ten">
            <ol class="glyphs">{ for (0..TEN).map(|i| {
                let (glyph, words) = match shown.scene.seen.get(i) {
                    Some(count) => (pieces::fate(count.fate, "ink"), tally::ending(count)),
                    None if i == turn => (pieces::now(), Word::Now.en().to_owned()),
                    None => (pieces::to_come(), Word::ToCome.en().to_owned()),
                };
                html! { <li class={classes!((i == turn).then_some("now"))}>{ glyph }<span class="hidden">{ words }</span></li> }
            }) }</ol>
            <p class="so-far">
                <span class="so-far-name">{ Word::SoFar.en() }{ ":" }</span>
                { for tally::rows(&total).into_iter().map(|(name, value)| html! {
                    <span class="sum">{ name }{ " " }<b class="number">{ value }</b></span>
                }) }
            </p>
        </div>
    }
}

/// What the history says of the person.
fn history(shown: &Shown) -> Html {
    let Some((_, person, _)) = shown.clinic.cast.people.get(shown.titrating.at()) else {
        return html! {};
    };
    let score = shown.scene.course.baseline();
    let facts = [
        (Word::FactScore, format!("{score} of 60, {}", titrate::severity(score))),
        (Word::FactWeight, format!("{} kg", decimal(person.weight, 0))),
        (Word::FactAge, decimal(person.age, 0)),
        (Word::FactPrior, titrate::prior(person.prior).to_owned()),
    ];
    html! {
        <dl class="history">{ for facts.into_iter().map(|(name, value)| html! {
            <div><dt>{ name.en() }</dt><dd>{ value }</dd></div>
        }) }</dl>
    }
}
