//! The clinic at the end: where each of the ten was taken, the same ten under each rule, what it cost and whom.

use yew::Html;
use yew::html;

use super::Shown;
use super::pieces;
use super::reveal::Anecdote;
use super::reveal::Handle;
use crate::app::titrate::Act;
use crate::app::titrate::scene::Ten;
use crate::app::view::array;
use crate::app::view::browser;
use crate::chart::steps::Whose;
use crate::clinic::count::Count;
use crate::clinic::count::Total;
use crate::clinic::truth::Truth;
use crate::report::number::decimal;
use crate::words::page::Word as PageWord;
use crate::words::titrate::Word;
use crate::words::titrate::end;
use crate::words::titrate::tally;

pub(super) fn ten(shown: &Shown, ten: &Ten) -> Html {
    let table = ten.table(shown.clinic, shown.titrating.group);
    let save = move |_| {
        if let Ok(csv) = table.csv() {
            browser::save("clinic.csv", "text/csv", &csv);
        }
    };
    html! {
        <div class="clinic">
            <section class="panel where" aria-labelledby="where">
                <div class="where-head">
                    <h2 id="where">{ Word::Where.en() }</h2>
                    <button type="button" class="small" onclick={save}>{ PageWord::SaveCsv.en() }</button>
                </div>
                { people(shown, ten) }
                <p class="note">{ Word::ClinicNote.en() }{ " " }{ Word::Replay.en() }</p>
            </section>
            <div class="side">
                <section class="panel cost" aria-labelledby="cost">
                    <h2 id="cost">{ Word::Cost.en() }</h2>
                    <ul>{ for end::cost_of_ten(&ten.own).into_iter().map(|said| html! { <li>{ said }</li> }) }</ul>
                </section>
                <section class="panel ways-beside" aria-labelledby="beside">
                    <h2 id="beside">{ Word::FourWays.en() }</h2>
                    <p class="note">{ Word::InOrder.en() }</p>
                    { strips(shown, ten) }
                    { array::key() }
                </section>
                <Anecdote clinic={Handle(shown.clinic.clone().into())} slots={shown.scene.slots.clone()} few={true} />
                <div class="ways">
                    <button type="button" class="primary" onclick={shown.does(Act::Others)}>{ Word::OthersTen.en() }</button>
                    <button type="button" class="small" onclick={shown.does(Act::Again)}>{ Word::AgainTen.en() }</button>
                    <button type="button" class="small" onclick={shown.does(Act::TakeBack)}>{ Word::BackToLast.en() }</button>
                </div>
            </div>
        </div>
    }
}

/// A row a person: the path of doses, the score, what was never told, the ending.
fn people(shown: &Shown, ten: &Ten) -> Html {
    let weeks = shown.clinic.protocol().horizon().0 / 7;
    html! {
        <div class="table-box" tabindex="0" role="region" aria-labelledby="where">
            <table class="people-table stacked" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ Word::Person.en() }</th>
                    <th scope="col" role="columnheader" class="path-head">{ format!("{}, week 0 to {weeks}", Word::RowDose.en()) }</th>
                    { for [Word::Score, Word::Untold, Word::Visits, Word::Ending].map(|word| html! {
                        <th scope="col" role="columnheader">{ word.en() }</th>
                    }) }
                </tr></thead>
                <tbody role="rowgroup">{ for ten.people.iter().zip(&ten.own).enumerate().map(|(i, (truth, count))| person(shown, i, truth, count)) }</tbody>
            </table>
        </div>
    }
}

fn person(shown: &Shown, i: usize, truth: &Truth, count: &Count) -> Html {
    let (from, to) = count.score;
    let known =
        format!("{} kg, age {}", decimal(truth.person.weight, 0), decimal(truth.person.age, 0));
    html! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <button type="button" class="line" onclick={shown.does(Act::Look(Some(i)))}>
                    <b>{ i + 1 }</b><span class="hidden">{ format!(": {}", Word::LookAt.en()) }</span>
                </button>
                <span class="known">{ known }</span>
            </th>
            <td class="path" role="cell">{ pieces::path_of(shown, &truth.own, Whose::You) }</td>
            { pieces::cell(Word::Score, html! { <>{ from }<small>{ " to " }</small><b>{ to }</b></> }) }
            { pieces::cell(Word::Untold, html! { count.untold.unwrap_or(0) }) }
            { pieces::cell(Word::Visits, html! { count.visits }) }
            <td class="ending" role="cell">{ pieces::fate(count.fate, "ink") }<span>{ tally::ending(count) }</span></td>
        </tr>
    }
}

/// A strip of ten for the reader and for each rule, in the order of the people, with the sums beside it.
fn strips(shown: &Shown, ten: &Ten) -> Html {
    let you = html! { <mark class="you-name">{ Word::You.en() }</mark> };
    html! {
        <ul class="strips">
            { strip((you, Word::You.en()), &ten.own, "ink you-strip") }
            { for shown.clinic.beside.iter().zip(&ten.twins).map(|(arm, counts)| {
                let name = &shown.clinic.protocol().arms[*arm].name;
                strip((pieces::name(shown, *arm), name), counts, pieces::class(shown, *arm))
            }) }
        </ul>
    }
}

fn strip((title, name): (Html, &str), counts: &[Count], class: &'static str) -> Html {
    let total = Total::of(counts);
    let sums = [
        (total.better, PageWord::KeyBetter.en()),
        (total.harmed, Word::Severe.en()),
        (total.left, PageWord::KeyLeft.en()),
    ];
    let burden = tally::burden(total.visits, total.changes);
    let untold = format!("{} {}", total.untold.unwrap_or(0), Word::Untold.en().to_lowercase());
    html! {
        <li class="strip-of-ten">
            <p class="strip-head">{ title }<span class="note">{ burden }{ ", " }{ untold }</span></p>
            <div class={yew::classes!("glyph-strip", class)} role="img" aria-label={end::strip(name, counts)}>
                { for counts.iter().map(|count| pieces::fate(count.fate, "")) }
            </div>
            <p class="sums">{ for sums.into_iter().map(|(n, word)| html! {
                <span class="sum"><b class="number">{ n }</b>{ " " }{ word.to_lowercase() }</span>
            }) }</p>
        </li>
    }
}
