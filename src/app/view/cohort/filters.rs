//! The chips that say who is shown.

use yew::Callback;
use yew::Html;
use yew::html;

use crate::app::cohort::Filter;
use crate::words::cohort;
use crate::words::cohort::Word;

/// A chip for everybody, and three for each of the four things that people can be filtered by.
pub fn filters(now: Filter, on_filter: &Callback<Filter>) -> Html {
    html! {
        <div class="filters" role="group" aria-label={Word::ShowOnly.en()}>
            <span class="filters-word">{ Word::ShowOnly.en() }</span>
            { chip(Word::Everyone.en(), now.is_open(), Filter::default(), on_filter) }
            { for cohort::CHIPS.iter().enumerate().map(|(by, names)| html! {
                <span class="chips">
                    { for names.iter().enumerate().map(|(group, name)| {
                        chip(name, now.0[by] == Some(group), now.turned(by, group), on_filter)
                    }) }
                </span>
            }) }
        </div>
    }
}

fn chip(name: &'static str, chosen: bool, next: Filter, on_filter: &Callback<Filter>) -> Html {
    let on_filter = on_filter.clone();
    html! {
        <button type="button" class="chip filter" aria-pressed={if chosen { "true" } else { "false" }}
            onclick={move |_| on_filter.emit(next)}>{ name }</button>
    }
}
