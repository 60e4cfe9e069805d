//! The cards of the two protocols, and what differs between them.

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::TargetCast;
use yew::classes;
use yew::html;

use super::add;
use super::add::Add;
use crate::app::compare;
use crate::app::history::Gesture;
use crate::app::route::Route;
use crate::app::rule::one;
use crate::app::state::Action;
use crate::app::state::View;
use crate::app::view::array;
use crate::app::view::home::Home;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::chart::slot;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::difference;
use crate::words::edit::Word as Edit;

/// The cards, the notice, and the buttons.
pub fn cards(home: &Home, on_seed: &Callback<()>) -> Html {
    let pair = home.state.side_by_side(home.protocol);
    let (left, right) = pair;
    let (on_act, on_seed) = (home.on_act.clone(), on_seed.clone());
    let swapped = View { left: u8::try_from(right).ok(), right: u8::try_from(left).ok() };
    let things = compare::things(home.protocol, pair);
    let (lead, rest) = words::notice(&things);
    html! {
        <>
            { card(home, (left, right), choose(home, left, |view, arm| View { left: Some(arm), ..view })) }
            { card(home, (right, left), choose(home, right, |view, arm| View { right: Some(arm), ..view })) }
            { others(home, pair) }
            <div class="sunken-note" role="note">
                <p>{ of_whom(home, pair) }<b>{ lead }</b>{ " " }{ rest }</p>
                if things.len() > 1 { { one_thing(home, pair) } }
            </div>
            <div class="buttons">
                <button type="button" class="primary" onclick={move |_| on_seed.emit(())}>
                    { icon(Icon::Again) }{ Word::NewPeople.en() }
                </button>
                <button type="button" class="small"
                    onclick={move |_| on_act.emit((Action::Look(swapped), Gesture::Change))}>{ Word::Swap.en() }</button>
            </div>
            <Add protocol={home.protocol.clone()} usual={right} on_act={home.on_act.clone()} />
        </>
    }
}

/// The way to the editor of an arm.
fn change(arm: usize, letter: &str) -> Html {
    let Ok(arm) = u8::try_from(arm) else { return html! {} };
    html! {
        <a class="change-arm" href={Route::Rule(arm).href()}>{ Edit::ChangeRule.en() }<span class="hidden">{ " " }{ letter }</span></a>
    }
}

/// For each thing that differs a button that keeps it alone.
fn one_thing(home: &Home, pair: (usize, usize)) -> Html {
    let protocol = home.protocol;
    let arms = (&protocol.arms[pair.0], &protocol.arms[pair.1]);
    let ways = difference::between(protocol, arms.0, arms.1).into_iter().filter_map(|thing| {
        Some((thing.what.trim_start_matches("the "), one::keep_only(protocol, pair, thing.what)?))
    });
    let ways: Vec<_> = ways.collect();
    if ways.is_empty() {
        return html! {};
    }
    html! {
        <details class="one-thing">
            <summary class="small">{ Edit::OneThing.en() }</summary>
            <p>{ Edit::OneThingLead.en() }</p>
            <ul>{ for ways.into_iter().map(|(what, action)| {
                let on_act = home.on_act.clone();
                let onclick = move |_| on_act.emit((action.clone(), Gesture::Change));
                html! { <li><button type="button" class="small" {onclick}>{ words::only(what) }</button></li> }
            }) }</ul>
        </details>
    }
}

/// The cards of the other arms of a study of few, each beside the first of the two.
fn others(home: &Home, pair: (usize, usize)) -> Html {
    let name = |arm: usize| html! { <span>{ home.protocol.arms[arm].name.clone() }</span> };
    compare::others(home.protocol, pair).map(|arm| card(home, (arm, pair.0), name(arm))).collect()
}

/// Between which arms things differ, where there are more than two.
fn of_whom(home: &Home, pair: (usize, usize)) -> Option<String> {
    let more = compare::shown(home.protocol, pair).len() > 2;
    let slots = slot::assign(home.protocol, pair);
    let (first, second) = (slots[pair.0]?, slots[pair.1]?);
    more.then(|| words::between(first.letter(), second.letter()))
}

/// The list in which the arm of a card is chosen.
fn choose(home: &Home, arm: usize, look: fn(View, u8) -> View) -> Html {
    let protocol = home.protocol;
    let slots = slot::assign(protocol, home.state.side_by_side(protocol));
    let Some(slot) = slots[arm] else { return html! {} };
    let (on_act, view) = (home.on_act.clone(), home.state.view);
    let onchange = move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Ok(arm) = value.parse() {
            on_act.emit((Action::Look(look(view, arm)), Gesture::Change));
        }
    };
    html! {
        <select aria-label={format!("{} {}", Word::Arm.en(), slot.letter())} {onchange}>
            { for protocol.arms.iter().enumerate().map(|(i, it)| html! {
                <option value={i.to_string()} selected={i == arm}>{ it.name.clone() }</option>
            }) }
        </select>
    }
}

/// The card of an arm beside another, under its name or the list in which it is chosen.
fn card(home: &Home, (arm, other): (usize, usize), name: Html) -> Html {
    let protocol = home.protocol;
    let slots = slot::assign(protocol, home.state.side_by_side(protocol));
    let Some(slot) = slots[arm] else { return html! {} };
    let differs = slots[other].map_or_else(String::new, |other| words::differs(other.letter()));
    html! {
        <article class={classes!("card", slot.class())}>
            <h2 class={classes!("arm", slot.class())}>
                { array::badge(slot) }
                { name }
                { change(arm, slot.letter()) }
            </h2>
            <dl>
                { for compare::card(protocol, arm, other).into_iter().map(|row| html! {
                    <div class={classes!(row.differs.then_some("differs"))}>
                        <dt>
                            if row.differs {
                                <span aria-hidden="true">{ "\u{2260} " }</span>
                                <span class="hidden">{ differs.clone() }</span>
                            }
                            { row.what.trim_start_matches("the ") }
                        </dt>
                        <dd>{ row.value }</dd>
                    </div>
                }) }
            </dl>
            { add::remove(home, arm, slot) }
        </article>
    }
}
