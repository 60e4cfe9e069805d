//! One arm as an icon array, with its badge, name and counts.

use yew::AttrValue;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::component;
use yew::html;

use crate::app::picture::Picture;
use crate::chart::array;
use crate::chart::array::Order;
use crate::chart::slot::Slot;
use crate::endpoint::Fate;
use crate::words::page;
use crate::words::page::Word;

/// Which arm of which picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
    /// The arm.
    pub arm: usize,
    /// Its slot.
    pub slot: Slot,
    /// How people are laid out.
    pub order: Order,
}

/// The badge of a slot: shape, letter and colour.
pub fn badge(slot: Slot) -> Html {
    html! { <span class={classes!("badge-arm", slot.class())} aria-hidden="true">{ slot.letter() }</span> }
}

/// An icon array under its heading.
#[component]
pub fn People(props: &Props) -> Html {
    let fates: &[Fate] = props.picture.tally.arms.get(props.arm).map_or(&[], |arm| &arm.fates);
    let counts = props.picture.counts(props.arm);
    let name = props.picture.protocol.arms[props.arm].name.clone();
    let alt = page::array_alt(&name, counts.better, counts.severe, counts.left, counts.of);
    let svg = array::icon_array(fates, props.order, props.slot);
    html! {
        <div class="people">
            <h2 class={classes!("arm", props.slot.class())}>{ badge(props.slot) }{ name }</h2>
            <div role="img" aria-label={alt}>
                { Html::from_html_unchecked(AttrValue::from(svg)) }
            </div>
        </div>
    }
}

/// What the glyphs mean, in ink; once a screen.
#[component]
pub fn Key() -> Html {
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
