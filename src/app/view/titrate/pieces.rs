//! Small pictures: endings as glyphs, paths of doses, the key of the marks, the badge of an arm.

use yew::AttrValue;
use yew::Html;
use yew::html;

use super::Shown;
use crate::app::view::array::badge;
use crate::chart::array;
use crate::chart::steps;
use crate::chart::steps::Path;
use crate::chart::steps::Whose;
use crate::chart::timeline::Sign;
use crate::chart::timeline::Told;
use crate::chart::timeline::glyph;
use crate::endpoint::Fate;
use crate::story::Story;
use crate::words::titrate::Word;
use crate::words::watch::Word as Watch;

/// An ending; `class` colours it.
pub(super) fn fate(fate: Fate, class: &str) -> Html {
    svg(class, &array::glyph(fate))
}

/// Whose turn it is.
pub(super) fn now() -> Html {
    svg("ink", r#"<circle class="you-bar" r="10"/>"#)
}

/// Who is still to come.
pub(super) fn to_come() -> Html {
    svg("ink", r#"<circle class="untried" r="3.5"/>"#)
}

fn svg(class: &str, inner: &str) -> Html {
    let svg = format!(
        r#"<svg class="person-glyph {class}" viewBox="-13 -13 26 26" width="26" height="26" aria-hidden="true" focusable="false">{inner}</svg>"#
    );
    Html::from_html_unchecked(AttrValue::from(svg))
}

/// What the marks of the timeline mean; hatched ones only once they may be seen.
pub(super) fn key(revealed: bool) -> Html {
    let sign = |sign: Sign, told: Told| {
        let mark = glyph(sign, told, 6.5);
        let svg = format!(
            r#"<svg class="labels-key" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" focusable="false">{mark}</svg>"#
        );
        Html::from_html_unchecked(AttrValue::from(svg))
    };
    html! {
        <ul class="key">
            <li>{ Word::KeyTold.en() }</li>
            { for Sign::ALL.into_iter().zip(Watch::SIGNS).map(|(it, word)| html! {
                <li>{ sign(it, Told::Reported) }{ word.en() }</li>
            }) }
            if revealed {
                <li>{ for [Sign::Mild, Sign::Moderate, Sign::Severe].map(|it| sign(it, Told::Nobody)) }{ Word::KeyNobody.en() }</li>
            } else {
                <li>{ Word::NotEverything.en() }</li>
            }
        </ul>
    }
}

/// The doses of a story as a small picture with its words.
pub(super) fn path_of(shown: &Shown, story: &Story, whose: Whose) -> Html {
    let protocol = shown.clinic.protocol();
    let path = Path {
        whose,
        doses: story.visits.iter().filter_map(|visit| Some((visit.day.0, visit.dose?))).collect(),
        severe: severe_days(story),
        left: story.outcome.left.map(|(day, _)| day.0).filter(|day| *day < protocol.horizon().0),
        days: protocol.horizon().0,
        top: protocol.ladder.dose(protocol.ladder.top()),
    };
    let svg = steps::steps(&path);
    html! {
        <>
            { Html::from_html_unchecked(AttrValue::from(svg)) }
            <span class="hidden">{ steps::spoken(&path) }</span>
        </>
    }
}

fn severe_days(story: &Story) -> Vec<u16> {
    let severe = |given: &crate::engine::witness::Given| given.truth.contains(&3);
    let visits = story.visits.iter().filter(|visit| visit.given().is_some_and(severe));
    visits.map(|visit| visit.day.0).collect()
}

/// The name of an arm with its badge, in its colour where it has one.
pub(super) fn name(shown: &Shown, arm: usize) -> Html {
    let text = shown.clinic.protocol().arms[arm].name.clone();
    match shown.scene.slot(arm) {
        Some(slot) => {
            html! { <span class={yew::classes!("arm", slot.class())}>{ badge(slot) }{ text }</span> }
        }
        None => html! { <span class="arm ink">{ text }</span> },
    }
}

/// The class that colours an arm.
pub(super) fn class(shown: &Shown, arm: usize) -> &'static str {
    shown.scene.slot(arm).map_or("ink", |slot| slot.class())
}

/// Whose path an arm's is.
pub(super) fn whose(shown: &Shown, arm: usize) -> Whose {
    shown.scene.slot(arm).map_or(Whose::Other, Whose::Arm)
}

/// A number of a table whose rows a narrow window stacks: there it carries the name of its column, and the roles say that
/// it is a table all the same.
pub(super) fn cell(word: Word, number: Html) -> Html {
    html! { <td role="cell" data-label={word.en()}>{ number }</td> }
}
