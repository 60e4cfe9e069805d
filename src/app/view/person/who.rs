//! Who it is: number, three words, small bars; and the ways to other people and to deciding by oneself.

use yew::AttrValue;
use yew::Html;
use yew::html;

use super::Shown;
use crate::app::person::Act;
use crate::app::route::Route;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::chart::percent;
use crate::words::watch;
use crate::words::watch::Fact;
use crate::words::watch::Word;

pub(super) fn who(shown: &Shown) -> Html {
    let Some((_, person, _)) = shown.cast.people.get(shown.watching.person) else {
        return html! {};
    };
    let score = shown.scene.story.outcome.baseline();
    let facts = watch::facts(&shown.cast.ready.protocol.population, person, score);
    html! {
        <header class="who">
            <h1>{ format!("{} {}", Word::Person.en(), shown.watching.person + 1) }</h1>
            <p class="three"><span aria-hidden="true">{ watch::three(person).join(", ") }</span>
                <span class="hidden">{ watch::explained(person) }</span></p>
            <dl class="facts" aria-label={Word::Facts.en()}>{ for facts.iter().map(fact) }</dl>
            <nav class="modes" aria-label={Word::Modes.en()}>
                <a href={Route::Person.href()} aria-current="page">{ Word::WatchRule.en() }</a>
                <a href={Route::Titrate.href()}>{ Word::YouTitrate.en() }</a>
            </nav>
            <div class="others">
                { step(shown, Act::PreviousPerson, Word::PreviousPerson, Icon::Before) }
                { step(shown, Act::NextPerson, Word::NextPerson, Icon::After) }
            </div>
        </header>
    }
}

fn fact(fact: &Fact) -> Html {
    let bar = format!(
        r#"<svg class="small-bar" width="100%" height="4" aria-hidden="true" focusable="false"><rect class="rest" width="100%" height="4" rx="2"/><rect class="full" width="{}" height="4" rx="2"/></svg>"#,
        percent(fact.share)
    );
    html! {
        <div>
            <dt>{ fact.name }</dt>
            <dd>{ fact.value.clone() }{ Html::from_html_unchecked(AttrValue::from(bar)) }</dd>
        </div>
    }
}

fn step(shown: &Shown, act: Act, word: Word, kind: Icon) -> Html {
    let emit = shown.act.clone();
    html! {
        <button type="button" class="small" onclick={move |_| emit.emit(act)}>
            if kind == Icon::Before { { icon(kind) } }
            <span class={(kind == Icon::Before).then_some("words")}>{ word.en() }</span>
            if kind == Icon::After { { icon(kind) } }
        </button>
    }
}
