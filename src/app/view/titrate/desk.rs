//! Today's choice: what is known, what can be done, one button that does it, a way back, and a rule that goes on.

use web_sys::HtmlSelectElement;
use yew::Html;
use yew::NodeRef;
use yew::Properties;
use yew::SubmitEvent;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_node_ref;

use super::Shown;
use crate::app::titrate::Act;
use crate::app::titrate::Checks;
use crate::app::titrate::Mode;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::app::view::sheet;
use crate::app::view::sheet::Height;
use crate::clinic::Act as Does;
use crate::clinic::Seen;
use crate::clinic::TEN;
use crate::clinic::Whose;
use crate::clinic::count::Count;
use crate::engine::hand::Check;
use crate::engine::observed::Observed;
use crate::unit::Days;
use crate::words::titrate;
use crate::words::titrate::Held;
use crate::words::titrate::Word;
use crate::words::titrate::tally;

pub(super) fn desk(shown: &Shown) -> Html {
    match shown.scene.awaiting() {
        Some((day, seen)) => choose(shown, day, &seen),
        None => over(shown),
    }
}

fn choose(shown: &Shown, day: Days, seen: &Observed) -> Html {
    let Shown { clinic, scene, titrating, .. } = *shown;
    let ladder = &clinic.protocol().ladder;
    let act = shown.act.clone();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        act.emit(Act::Give);
    };
    let days = clinic.protocol().horizon().0;
    html! {
        <div class="panel desk">
        <form class="choose sheet" {onsubmit} aria-labelledby="desk-title">
            { sheet::grip(Height::Half, Height::Full) }
            <p class="note visit">{ titrate::visit(&scene.course, day.0, days) }</p>
            <h2 id="desk-title">{ Word::Give.en() }</h2>
            <dl class="today">{ for titrate::facts(&scene.course, seen).into_iter().map(|(name, value)| html! {
                <div><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }</dl>
            <fieldset class="options">
                <legend class="hidden">{ Word::Give.en() }</legend>
                { for scene.sight(clinic).open.into_iter().map(|does| card(shown, does, seen, day)) }
                { check(shown) }
            </fieldset>
            <div class="do">
                { take_back(shown) }
                <button type="submit" class="primary">{ titrate::give(titrating.marked.act, ladder, seen.rung) }</button>
            </div>
        </form>
        { finish(shown) }
        </div>
    }
}

fn card(shown: &Shown, does: Does, seen: &Observed, day: Days) -> Html {
    let ladder = &shown.clinic.protocol().ladder;
    let (name, meaning) = titrate::card(does, ladder, seen.rung, put_off(shown, day));
    let checked = shown.titrating.marked.act == does;
    html! {
        <label class={classes!("option", checked.then_some("chosen"), (does == Does::Stop).then_some("stop"))}>
            <input type="radio" name="does" {checked} onchange={shown.does(Act::Mark(does))} />
            <b>{ name }</b><span>{ meaning }</span>
        </label>
    }
}

/// Whether today's session was put off already: the last one that was due was, two days ago.
fn put_off(shown: &Shown, day: Days) -> Held {
    let due = shown.scene.course.facts.iter().rev().find(|fact| {
        matches!(fact.seen, Seen::Given(_) | Seen::Missed | Seen::PutOff(_) | Seen::Lost(_))
    });
    let held = |whose: Whose| matches!(whose, Whose::Clinician | Whose::Pressure);
    match due {
        Some(fact) if matches!(fact.seen, Seen::PutOff(it) if held(it)) && fact.day < day => {
            Held::Once
        }
        _ => Held::No,
    }
}

/// The check that can be ordered with a dose.
fn check(shown: &Shown) -> Html {
    if shown.scene.sight(shown.clinic).checks == Checks::Always {
        return html! { <p class="note">{ Word::AskAlways.en() }</p> };
    }
    let dose = !matches!(shown.titrating.marked.act, Does::Hold | Does::Stop);
    let checked = dose && shown.titrating.marked.check == Check::Ask;
    html! {
        <div>
            <label class="tick-box check">
                <input type="checkbox" {checked} disabled={!dose} onchange={shown.does(Act::Ask)} />
                { Word::Ask.en() }
            </label>
            <p class="note ask-note">{ Word::AskNote.en() }</p>
        </div>
    }
}

pub(super) fn take_back(shown: &Shown) -> Html {
    let can = shown.titrating.can_take_back();
    html! {
        <button type="button" class="small back" aria-disabled={(!can).then_some("true")} onclick={shown.does(Act::TakeBack)}>
            { icon(Icon::Undo) }<span>{ Word::TakeBack.en() }</span>
        </button>
    }
}

/// A list of rules, and a button that lets the chosen one go on.
fn finish(shown: &Shown) -> Html {
    let protocol = shown.clinic.protocol();
    let rules = shown.clinic.finishers.iter().map(|arm| {
        let arm = &protocol.arms[*arm];
        titrate::finisher(&arm.name, arm.titration.rule.rows().len())
    });
    html! { <Finish rules={rules.collect::<Vec<String>>()} act={shown.act.clone()} /> }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct FinishProps {
    rules: Vec<String>,
    act: yew::Callback<Act>,
}

#[component]
fn Finish(props: &FinishProps) -> Html {
    let list: NodeRef = use_node_ref();
    let onclick = {
        let (list, act) = (list.clone(), props.act.clone());
        move |_| {
            let chosen = list.cast::<HtmlSelectElement>().map(|list| list.selected_index());
            if let Some(Ok(rule)) = chosen.map(usize::try_from) {
                act.emit(Act::Finish(rule));
            }
        }
    };
    html! {
        <details class="finish">
            <summary>{ Word::Finish.en() }</summary>
            <div class="finish-body">
                <label class="pick" for="finish-by">{ Word::FinishBy.en() }</label>
                <select id="finish-by" ref={list}>{ for props.rules.iter().map(|rule| html! { <option>{ rule.clone() }</option> }) }</select>
                <button type="button" class="small" {onclick}>{ Word::FinishGo.en() }</button>
            </div>
        </details>
    }
}

/// One of the ten whose course is over: how it ended as far as it could be seen, and who comes next.
fn over(shown: &Shown) -> Html {
    let count = Count::seen(&shown.scene.course, shown.clinic.protocol());
    let last = shown.titrating.mode == Mode::Ten && shown.titrating.turn + 1 >= TEN;
    let word = if last { Word::ToTheEnd } else { Word::NextPerson };
    html! {
        <section class="panel desk over sheet" aria-labelledby="desk-title">
            <h2 id="desk-title">{ Word::HowItEnded.en() }</h2>
            <p>{ format!("{}. {}.", capital(&tally::ending(&count)), capital(&tally::came(count.visits, count.changes))) }</p>
            <p class="note">{ Word::NotEverything.en() }</p>
            <div class="do">
                { take_back(shown) }
                <button type="button" class="primary" onclick={shown.does(Act::Next)}>{ word.en() }</button>
            </div>
        </section>
    }
}

fn capital(text: &str) -> String {
    crate::words::watch::capital(text)
}
