//! Preferences in the menu: theme, size of text, motion, decimal sign, and the way to the key map.

use yew::Callback;
use yew::Html;
use yew::html;

use super::browser;
use super::keys;
use super::segments::Segments;
use super::segments::segments;
use crate::app::preferences::Choice;
use crate::app::preferences::Preferences;
use crate::words::preferences::Word;

/// All that can be preferred.
pub fn preferences(now: Preferences, on_prefer: &Callback<Preferences>) -> Html {
    html! {
        <>
            { choice(("theme", Word::Theme), now.theme, on_prefer.reform(move |theme| Preferences { theme, ..now })) }
            { choice(("text", Word::TextSize), now.text, on_prefer.reform(move |text| Preferences { text, ..now })) }
            <p class="note no-room">{ Word::NoRoom.en() }</p>
            { choice(("motion", Word::Motion), now.motion, on_prefer.reform(move |motion| Preferences { motion, ..now })) }
            { choice(("sign", Word::DecimalSign), now.sign, on_prefer.reform(move |sign| Preferences { sign, ..now })) }
            <button type="button" class="small" onclick={|_| browser::show_dialog(keys::ID)}>{ Word::Keys.en() }</button>
        </>
    }
}

/// A few choices, one of them taken.
pub fn choice<T: Choice>(
    (name, legend): (&'static str, Word),
    now: T,
    on_choose: Callback<T>,
) -> Html {
    let words: Vec<&str> = T::ALL.iter().map(|it| it.word().en()).collect();
    segments(&Segments {
        name,
        legend: legend.en(),
        choices: &words,
        chosen: T::ALL.iter().position(|it| *it == now).unwrap_or(0),
        changed: false,
        on_choose: Callback::from(move |i: usize| on_choose.emit(T::ALL[i])),
    })
}
