//! The model card: the long texts, the check, versions, and how to cite. The texts come in a file of their own, when the card
//! is opened.

mod checks;
mod cite;
mod contents;
mod load;

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::MouseEvent;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state;

use super::icon::Icon;
use super::icon::icon;
use crate::app::route::Section;
use crate::app::state::State;
use crate::words::card::Word;
use checks::Checks;
use contents::Contents;
use contents::heading;
use load::Texts;

/// What the card says of the page it is on, and where it is opened.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The section that the address names.
    pub section: Option<Section>,
    /// The state of the page.
    pub state: State,
    /// The digest of its result, when the run is over.
    pub digest: Option<u64>,
}

/// How far the texts have come.
#[derive(Clone, Debug, PartialEq)]
enum Loading {
    Under,
    Failed,
    Done(Texts),
}

/// The card.
#[component]
pub fn Card(props: &Props) -> Html {
    let loading = use_state(|| Loading::Under);
    let attempt = use_state(|| 0);
    {
        let loading = loading.clone();
        use_effect_with(*attempt, move |_| {
            loading.set(Loading::Under);
            spawn_local(async move {
                loading.set(load::load().await.map_or(Loading::Failed, Loading::Done));
            });
        });
    }
    let there = matches!(*loading, Loading::Done(_));
    use_effect_with((props.section, there), |(section, there)| {
        if let (Some(section), true) = (section, there) {
            contents::go_to(*section);
        }
    });
    let again = {
        let attempt = attempt.clone();
        Callback::from(move |_| attempt.set(*attempt + 1))
    };
    let minutes = match &*loading {
        Loading::Done(texts) => Some(texts.minutes),
        _ => None,
    };
    html! {
        <article class="model-card">
            <Contents {minutes} />
            <div class="card-text">
                <header>
                    <h1>{ Word::Title.en() }</h1>
                    <p class="lead" id="finding" tabindex="-1">{ Word::Lead.en() }</p>
                </header>
                { match &*loading {
                    Loading::Under => html! { <p class="card-loading" role="status">{ Word::Loading.en() }</p> },
                    Loading::Failed => failed(again),
                    Loading::Done(texts) => sections(props, texts),
                } }
            </div>
        </article>
    }
}

fn failed(again: Callback<MouseEvent>) -> Html {
    html! {
        <div class="card-loading">
            <div class="notice" role="alert">
                <p class="notice-title">{ icon(Icon::Warning) }{ Word::NotLoaded.en() }</p>
                <p>{ Word::MendLoad.en() }</p>
                <button type="button" class="small" onclick={again}>{ Word::TryAgain.en() }</button>
            </div>
        </div>
    }
}

fn sections(props: &Props, texts: &Texts) -> Html {
    Section::ALL.into_iter().map(|section| one(props, texts, section)).collect()
}

fn one(props: &Props, texts: &Texts, section: Section) -> Html {
    let title = match section {
        Section::Checks => Word::ChecksTitle,
        section => contents::word(section),
    };
    let written = written(texts.of(section));
    let body = match section {
        Section::Checks => html! {
            <>
                <Checks studies={texts.studies.clone()} seed={props.state.seed} />
                { not() }
                <h3>{ Word::MoreChecks.en() }</h3>
                <p>{ Word::MoreChecksLead.en() }</p>
                { written }
            </>
        },
        Section::Versions => html! {
            <>
                { cite::versions(props) }
                <h3>{ Word::Changes.en() }</h3>
                { written }
            </>
        },
        Section::Cite => cite::cite(props),
        _ => written,
    };
    let id = heading(section);
    html! {
        <section key={section.slug()} aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ title.en() }</h2>
            { body }
        </section>
    }
}

/// A text as it was written when the site was built; the page's policy lets nothing in it run.
fn written(html: AttrValue) -> Html {
    html! { <div class="written">{ Html::from_html_unchecked(html) }</div> }
}

/// What it is not, in three columns.
fn not() -> Html {
    let columns = [
        (Word::NotDrug, Word::NotDrugWhy),
        (Word::NotTool, Word::NotToolWhy),
        (Word::Misfits, Word::MisfitsWhy),
    ];
    html! {
        <div class="not">
            <h3>{ Word::NotTitle.en() }</h3>
            <ul>
                { for columns.into_iter().map(|(what, why)| html! {
                    <li>
                        <b>{ what.en() }</b>{ " " }{ why.en() }
                        if what == Word::Misfits {
                            { " " }<a href={Section::LeftOut.href()}>{ Word::AllMisfits.en() }</a>{ "." }
                        }
                    </li>
                }) }
            </ul>
        </div>
    }
}
