//! Versions, and how to cite: what a reader needs to say which program, which model and which result they mean.

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_state;

use super::Props;
use crate::app::link::Link;
use crate::app::route::Route;
use crate::app::view::browser;
use crate::engine;
use crate::run;
use crate::scenario;
use crate::words::card;
use crate::words::card::Word;

const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// The versions, each with what it is.
pub(super) fn versions(props: &Props) -> Html {
    let digest = props.digest.map(|digest| format!("{digest:016x}"));
    let rows = [
        (Word::Model, engine::MODEL.to_string(), Word::ModelWhy),
        (Word::Program, PROGRAM.to_owned(), Word::ProgramWhy),
        (Word::Build, run::BUILD.to_owned(), Word::BuildWhy),
        (Word::Files, card::schema(scenario::SCHEMA), Word::FilesWhy),
        (Word::Seed, props.state.seed.0.to_string(), Word::SeedWhy),
        (Word::Digest, digest.unwrap_or_else(|| Word::NoDigest.en().to_owned()), Word::DigestWhy),
    ];
    html! {
        <dl class="versions">
            { for rows.into_iter().map(|(what, value, why)| html! {
                <div>
                    <dt>{ what.en() }</dt>
                    <dd class="number">{ value }</dd>
                    <dd>{ why.en() }</dd>
                </div>
            }) }
        </dl>
    }
}

/// How to cite the program and a result.
pub(super) fn cite(props: &Props) -> Html {
    let state = &props.state;
    let link = browser::address() + &Link::of(Route::Compare, state).write();
    let scenario = state.scenario.name();
    let result = card::Result {
        scenario: &scenario,
        seed: state.seed.0,
        people: state.people,
        digest: props.digest,
        link: &link,
    };
    html! {
        <>
            <Quotation lead={Word::CiteLead.en()} text={card::citation(engine::MODEL, PROGRAM)} />
            <Quotation lead={Word::CiteResult.en()} text={card::result(engine::MODEL, PROGRAM, &result)} />
            <Quotation lead={Word::CiteBibtex.en()} text={card::bibtex(engine::MODEL, PROGRAM)} />
            <p class="note">{ Word::CiteFile.en() }</p>
        </>
    }
}

/// A text to copy, and what it is.
#[derive(Clone, Debug, PartialEq, Properties)]
struct QuotationProps {
    lead: AttrValue,
    text: AttrValue,
}

/// The text, and a button that copies it and says whether the browser let it.
#[component]
fn Quotation(props: &QuotationProps) -> Html {
    let said = use_state(|| None::<(AttrValue, Word)>);
    let onclick = {
        let (text, said) = (props.text.clone(), said.clone());
        move |_| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                said.set(Some((text, if done { Word::Copied } else { Word::CopyByHand })));
            });
        }
    };
    // What was said holds for the text it was said of.
    let word = said.as_ref().filter(|(text, _)| *text == props.text).map(|(_, word)| word.en());
    html! {
        <div class="quotation">
            <p>{ props.lead.clone() }</p>
            <blockquote>{ props.text.clone() }</blockquote>
            <div class="buttons">
                <button type="button" class="small" aria-label={format!("{}: {}", Word::Copy.en(), props.lead)} {onclick}>{ Word::Copy.en() }</button>
                <p class="note" role="status">{ word }</p>
            </div>
        </div>
    }
}
