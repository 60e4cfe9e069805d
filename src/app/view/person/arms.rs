//! Which arm is watched, which one the ghost lives under, and what is shown; and the key of the marks.

use web_sys::HtmlSelectElement;
use yew::AttrValue;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_effect;

use super::Shown;
use crate::app::person::Act;
use crate::app::person::Ghost;
use crate::app::person::Unreported;
use crate::app::view::array::badge;
use crate::app::view::browser;
use crate::chart::slot::Slot;
use crate::chart::timeline::Sign;
use crate::chart::timeline::Told;
use crate::chart::timeline::glyph;
use crate::words::watch::Word;

pub(super) fn arms(shown: &Shown) -> Html {
    let watching = shown.watching;
    let protocol = &shown.cast.ready.protocol;
    let names: Vec<String> = protocol.arms.iter().map(|arm| arm.name.clone()).collect();
    let own = shown.cast.own;
    let list = |id: &'static str, word: Word, arm: usize, does: fn(usize) -> Act| {
        let act = shown.act.clone();
        let on_pick = Callback::from(move |arm| act.emit(does(arm)));
        let not = (word == Word::Other).then_some(watching.arm);
        html! { <Arms {id} {word} slot={shown.scene.slot(arm)} names={names.clone()} {own} {arm} {not} {on_pick} /> }
    };
    html! {
        <div class="choices">
            { list("watched", Word::Watched, watching.arm, Act::Watch) }
            <div class="beside">
                { tick(shown, Word::SameLuck, watching.ghost == Ghost::Shown, Act::Ghost) }
                { list("beside", Word::Other, watching.other, Act::Compare) }
            </div>
            { tick(shown, Word::Revealed, watching.unreported == Unreported::Revealed, Act::Reveal) }
        </div>
    }
}

/// A box to tick.
fn tick(shown: &Shown, word: Word, checked: bool, does: Act) -> Html {
    let act = shown.act.clone();
    html! {
        <label class="tick-box"><input type="checkbox" {checked} onchange={move |_| act.emit(does)} />{ word.en() }</label>
    }
}

/// A list of arms.
#[derive(Clone, Debug, PartialEq, Properties)]
struct ArmsProps {
    id: &'static str,
    word: Word,
    slot: Slot,
    names: Vec<String>,
    /// How many are the scenario's own.
    own: usize,
    arm: usize,
    /// The arm that cannot be chosen.
    not: Option<usize>,
    on_pick: Callback<usize>,
}

#[component]
fn Arms(props: &ArmsProps) -> Html {
    {
        let (id, arm) = (props.id, props.arm.to_string());
        // A list that was used keeps its own mind about what is chosen.
        use_effect(move || browser::choose(id, &arm));
    }
    let on_pick = props.on_pick.clone();
    let onchange = move |event: Event| {
        if let Ok(arm) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
            on_pick.emit(arm);
        }
    };
    let option = |(arm, name): (usize, &String)| {
        let disabled = props.not == Some(arm);
        html! { <option value={arm.to_string()} selected={arm == props.arm} {disabled}>{ name.clone() }</option> }
    };
    let arms = || props.names.iter().enumerate();
    html! {
        <label class={classes!("choice", "arm", props.slot.class())}>
            <span class={classes!("choice-name", props.not.map(|_| "hidden"))}>{ props.word.en() }</span>{ badge(props.slot) }
            <select id={props.id} {onchange}>
                <optgroup label={Word::OwnArms.en()}>{ for arms().take(props.own).map(option) }</optgroup>
                if props.own < props.names.len() {
                    <optgroup label={Word::MoreRules.en()}>{ for arms().skip(props.own).map(option) }</optgroup>
                }
            </select>
        </label>
    }
}

/// What the marks mean.
pub(super) fn key(slot: Slot, unreported: Unreported) -> Html {
    let row = |told: Told, signs: &[Sign]| -> String {
        signs.iter().map(|sign| mark(&glyph(*sign, told, 6.5))).collect()
    };
    let graded = [Sign::Mild, Sign::Moderate, Sign::Severe];
    let mut rows = vec![(row(Told::Reported, &graded), Word::KeyReported)];
    if unreported == Unreported::Revealed {
        rows.push((row(Told::Nobody, &graded), Word::KeyNobody));
        let span = r#"<rect class="sunken" x="-9" y="-6" width="18" height="12"/>"#;
        rows.push((mark(span), Word::KeySpan));
    }
    rows.push((mark(&slot.marker(5.0)), Word::KeyCheckUp));
    rows.push((mark(&crate::chart::timeline::missed(slot, 5.0)), Word::KeyMissed));
    html! {
        <ul class="key">{ for rows.into_iter().map(|(marks, word)| html! {
            <li>{ Html::from_html_unchecked(AttrValue::from(marks)) }{ word.en() }</li>
        }) }</ul>
    }
}

fn mark(inner: &str) -> String {
    format!(
        r#"<svg class="labels-key" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" focusable="false">{inner}</svg>"#
    )
}
