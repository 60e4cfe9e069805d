//! The cards of the two protocols, and what differs between them.

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::TargetCast;
use yew::classes;
use yew::html;

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

/// Both cards, the notice, and the two buttons.
pub fn cards(home: &Home, on_seed: &Callback<()>) -> Html {
    let pair = home.state.side_by_side(home.protocol);
    let (left, right) = pair;
    let (on_act, on_seed) = (home.on_act.clone(), on_seed.clone());
    let swapped = View { left: u8::try_from(right).ok(), right: u8::try_from(left).ok() };
    let things = compare::things(home.protocol, pair);
    let (lead, rest) = words::notice(&things);
    html! {
        <>
            { card(home, (left, right), |view, arm| View { left: Some(arm), ..view }) }
            { card(home, (right, left), |view, arm| View { right: Some(arm), ..view }) }
            <div class="sunken-note" role="note">
                <p><b>{ lead }</b>{ " " }{ rest }</p>
                if things.len() > 1 { { one_thing(home, pair) } }
            </div>
            <div class="buttons">
                <button type="button" class="primary" onclick={move |_| on_seed.emit(())}>
                    { icon(Icon::Again) }{ Word::NewPeople.en() }
                </button>
                <button type="button" class="small"
                    onclick={move |_| on_act.emit((Action::Look(swapped), Gesture::Change))}>{ Word::Swap.en() }</button>
            </div>
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

/// The card of an arm beside another; the arm is chosen in it.
fn card(home: &Home, (arm, other): (usize, usize), look: fn(View, u8) -> View) -> Html {
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
        <article class={classes!("card", slot.class())}>
            <h2 class={classes!("arm", slot.class())}>
                { array::badge(slot) }
                <select aria-label={format!("{} {}", Word::Arm.en(), slot.letter())} {onchange}>
                    { for protocol.arms.iter().enumerate().map(|(i, it)| html! {
                        <option value={i.to_string()} selected={i == arm}>{ it.name.clone() }</option>
                    }) }
                </select>
                { change(arm, slot.letter()) }
            </h2>
            <dl>
                { for compare::card(protocol, arm, other).into_iter().map(|row| html! {
                    <div class={classes!(row.differs.then_some("differs"))}>
                        <dt>
                            if row.differs {
                                <span aria-hidden="true">{ "\u{2260} " }</span>
                                <span class="hidden">{ Word::Differs.en() }</span>
                            }
                            { row.what.trim_start_matches("the ") }
                        </dt>
                        <dd>{ row.value }</dd>
                    </div>
                }) }
            </dl>
        </article>
    }
}
