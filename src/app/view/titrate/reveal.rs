//! The truth about one person: the same person with the same luck under each rule, what nobody could see, what it cost.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_memo;

use super::Shown;
use super::desk;
use super::log;
use super::picture;
use super::pieces;
use crate::app::route::Route;
use crate::app::titrate::Act;
use crate::app::titrate::Mode;
use crate::app::view::spans::coloured;
use crate::app::view::spans::spans;
use crate::chart::slot::Slot;
use crate::chart::steps::Whose;
use crate::clinic::Clinic;
use crate::clinic::count::Count;
use crate::clinic::crowd::Crowd;
use crate::clinic::truth::Truth;
use crate::endpoint::Fate;
use crate::story::Story;
use crate::words::sentence::Span;
use crate::words::titrate::Word;
use crate::words::titrate::end;
use crate::words::titrate::end::Beside;
use crate::words::titrate::hidden;
use crate::words::titrate::tally;

pub(super) fn reveal(shown: &Shown, truth: &Truth) -> Html {
    let own = Count::of(&truth.own, shown.clinic.protocol());
    html! {
        <div class="treated">
            <div class="course">
                { picture(shown) }
                { twins(shown, truth) }
            </div>
            <div class="side">
                <section class="panel unseen" aria-labelledby="unseen">
                    <h2 id="unseen">{ Word::NobodySaw.en() }</h2>
                    <p class="note">{ Word::HiddenUntilNow.en() }</p>
                    <dl>{ for hidden::hidden(&truth.person, &truth.own).into_iter().map(|it| html! {
                        <><dt>{ it.title }</dt><dd>{ it.text }</dd></>
                    }) }</dl>
                </section>
                <section class="panel cost" aria-labelledby="cost">
                    <h2 id="cost">{ Word::Cost.en() }</h2>
                    <p>{ end::cost_of_one(&own) }</p>
                </section>
                <Anecdote clinic={Handle(shown.clinic.clone())} slots={shown.scene.slots.clone()} few={false} />
                { next(shown) }
                { log::log(shown) }
            </div>
        </div>
    }
}

/// The sentence over the picture.
pub(super) fn sentence(shown: &Shown, truth: &Truth) -> Vec<Span> {
    let protocol = shown.clinic.protocol();
    let beside: Vec<Beside> = shown
        .scene
        .lettered(shown.clinic)
        .into_iter()
        .take(4)
        .filter_map(|(place, arm, slot)| {
            let count = Count::of(truth.twins.get(place)?, protocol);
            Some(Beside { arm, letter: slot.letter(), count })
        })
        .collect();
    end::revealed(&Count::of(&truth.own, protocol), &beside)
}

/// The ways on: another person, the same again, back to the ten.
fn next(shown: &Shown) -> Html {
    match shown.titrating.mode {
        Mode::One => html! {
            <div class="ways">
                <button type="button" class="primary" onclick={shown.does(Act::Next)}>{ Word::AnotherPerson.en() }</button>
                <button type="button" class="small" onclick={shown.does(Act::Again)}>{ Word::Again.en() }</button>
                { desk::take_back(shown) }
            </div>
        },
        Mode::Ten => html! {
            <div class="ways">
                <button type="button" class="primary" onclick={shown.does(Act::Look(None))}>{ Word::BackToTen.en() }</button>
            </div>
        },
    }
}

/// The same person under each rule, a row each.
fn twins(shown: &Shown, truth: &Truth) -> Html {
    let protocol = shown.clinic.protocol();
    let days = protocol.horizon().0;
    let row = |name: Html, story: &Story, whose: Whose| {
        let count = Count::of(story, protocol);
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ name }</th>
                <td class="path" role="cell">{ pieces::path_of(shown, story, whose) }</td>
                { pieces::cell(Word::Score, html! { <>{ format!("{} to ", count.score.0) }<b>{ count.score.1 }</b></> }) }
                { pieces::cell(Word::Severe, html! { <b>{ count.severe }</b> }) }
                { pieces::cell(Word::Untold, html! { count.untold.unwrap_or(0) }) }
                { pieces::cell(Word::Visits, html! { count.visits }) }
                { pieces::cell(Word::Changes, html! { count.changes }) }
                <td class="ending" role="cell">{ pieces::fate(count.fate, "ink") }<span>{ tally::ending(&count) }</span></td>
            </tr>
        }
    };
    let you = html! { <mark class="you-name">{ Word::You.en() }</mark> };
    html! {
        <section class="panel twins" aria-labelledby="twins">
            <h2 id="twins">{ Word::SamePerson.en() }</h2>
            <div class="table-box" tabindex="0" role="region" aria-labelledby="twins">
                <table class="stacked" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ Word::FinishBy.en() }</th>
                        <th scope="col" role="columnheader" class="path-head">{ format!("{}, week 0 to {}", Word::DosePath.en(), days / 7) }</th>
                        { for [Word::Score, Word::Severe, Word::Untold, Word::Visits, Word::Changes, Word::Ending].map(|word| html! {
                            <th scope="col" role="columnheader">{ word.en() }</th>
                        }) }
                    </tr></thead>
                    <tbody role="rowgroup">
                        { row(you, &truth.own, Whose::You) }
                        { for shown.clinic.beside.iter().zip(&truth.twins).map(|(arm, story)| {
                            row(pieces::name(shown, *arm), story, pieces::whose(shown, *arm))
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="note">{ Word::ClinicNote.en() }</p>
        </section>
    }
}

/// A clinic that components are given: the same one is the same.
#[derive(Clone, Debug)]
pub(super) struct Handle(pub Rc<Clinic>);

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the same rules did to everybody.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct AnecdoteProps {
    /// The clinic.
    pub clinic: Handle,
    /// The slots of its arms.
    pub slots: Vec<Option<Slot>>,
    /// Whether ten were treated, and not one.
    pub few: bool,
}

#[component]
pub(super) fn Anecdote(props: &AnecdoteProps) -> Html {
    let crowds = use_memo((props.clinic.clone(), props.slots.clone()), |(clinic, slots)| {
        let arms = clinic.0.beside.iter().filter_map(|arm| Some((*arm, slots[*arm]?)));
        arms.map(|(arm, slot)| (clinic.0.crowd(arm), slot)).collect::<Vec<(Crowd, Slot)>>()
    });
    let named: Vec<(&Crowd, &str)> =
        crowds.iter().map(|(crowd, slot)| (crowd, slot.letter())).collect();
    let (title, words) = if props.few {
        (Word::TenAreFew, end::few(&named))
    } else {
        (Word::Anecdote, end::anecdote(&named))
    };
    html! {
        <section class="anecdote-note">
            <p><b>{ title.en() }</b>{ spans(&coloured(words, &props.slots)) }
                { " " }<a href={Route::Compare.href()}>{ Word::CompareRules.en() }</a></p>
            { table(&crowds) }
        </section>
    }
}

/// Better and harmed per 100 people of the cast, with the range of the estimate.
fn table(crowds: &[(Crowd, Slot)]) -> Html {
    let row = |word: Word, test: fn(Fate) -> bool| {
        html! {
            <tr>
                <th scope="row">{ word.en() }</th>
                { for crowds.iter().map(|(crowd, _)| {
                    let (share, range) = tally::per_hundred(crowd.count(test), crowd.fates.len());
                    html! { <td><b>{ share }</b>{ " " }<small>{ range }</small></td> }
                }) }
            </tr>
        }
    };
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={Word::PerHundred.en()}>
            <table>
                <thead><tr><th scope="col">{ Word::PerHundred.en() }</th>{ for crowds.iter().map(|(_, slot)| html! {
                    <th scope="col" class={slot.class()}>{ crate::app::view::array::badge(*slot) }</th>
                }) }</tr></thead>
                <tbody>
                    { row(Word::Benefit, Fate::is_better) }
                    { row(Word::Harm, Fate::is_severe) }
                    { row(Word::Left, Fate::is_left) }
                </tbody>
            </table>
        </div>
    }
}
