//! One arm as an icon array, with its badge and name; and the key of the glyphs.

use yew::AttrValue;
use yew::Html;
use yew::classes;
use yew::html;

use crate::chart::array;
use crate::chart::slot::Slot;
use crate::endpoint::Fate;
use crate::words::page::Word;

/// An icon array ready to show.
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// The arm's name.
    pub name: String,
    /// Its slot.
    pub slot: Slot,
    /// The array.
    pub svg: AttrValue,
    /// The same in words.
    pub alt: AttrValue,
    /// The dose over the weeks, and the same in words; none when nobody had a session.
    pub path: Option<(AttrValue, AttrValue)>,
}

/// The badge of a slot: shape, letter and colour.
pub fn badge(slot: Slot) -> Html {
    html! { <span class={classes!("badge-arm", slot.class())} aria-hidden="true">{ slot.letter() }</span> }
}

/// An icon array under its heading, with the doses below it.
pub fn people(people: &People) -> Html {
    html! {
        <div class="people">
            <h2 class={classes!("arm", people.slot.class())}>{ badge(people.slot) }{ people.name.clone() }</h2>
            <div role="img" aria-label={people.alt.clone()}>
                { Html::from_html_unchecked(people.svg.clone()) }
            </div>
            { for people.path.iter().map(|(svg, alt)| html! {
                <div class="dose-path">
                    <p class="note">{ Word::DosePath.en() }</p>
                    <div role="img" aria-label={alt.clone()}>{ Html::from_html_unchecked(svg.clone()) }</div>
                </div>
            }) }
        </div>
    }
}

/// What the glyphs mean, in ink; once a screen.
pub fn key() -> Html {
    let rows = [
        (Fate::Better, Word::KeyBetter),
        (Fate::BetterSevere, Word::KeyBetterSevere),
        (Fate::Severe, Word::KeySevere),
        (Fate::Neither, Word::KeyNeither),
        (Fate::Left, Word::KeyLeft),
    ];
    html! {
        <ul class="key">
            { for rows.into_iter().map(|(fate, word)| {
                let svg = format!(
                    r#"<svg class="ink" viewBox="-13 -13 26 26" width="22" height="22" aria-hidden="true" focusable="false">{}</svg>"#,
                    array::glyph(fate)
                );
                html! { <li>{ Html::from_html_unchecked(AttrValue::from(svg)) }{ word.en() }</li> }
            }) }
        </ul>
    }
}
