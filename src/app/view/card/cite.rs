//! Versions, and how to cite: what a reader needs to say which program, which model and which result they mean.

use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::html;

use super::Props;
use crate::app::route::Route;
use crate::app::view::browser;
use crate::app::view::copy::Copy;
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
    let link = browser::link_to(Route::Compare, state);
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
            { quotation(Word::CiteLead, card::citation(engine::MODEL, PROGRAM)) }
            { quotation(Word::CiteResult, card::result(engine::MODEL, PROGRAM, &result)) }
            { quotation(Word::CiteBibtex, card::bibtex(engine::MODEL, PROGRAM)) }
            <p class="note">{ Word::CiteFile.en() }</p>
        </>
    }
}

/// A text to copy, and what it is.
fn quotation(lead: Word, text: String) -> Html {
    let text = AttrValue::from(text);
    let copied = text.clone();
    html! {
        <div class="quotation">
            <p>{ lead.en() }</p>
            <blockquote>{ text.clone() }</blockquote>
            <div class="buttons">
                <Copy name={Word::Copy.en()} label={AttrValue::from(format!("{}: {}", Word::Copy.en(), lead.en()))}
                    text={Callback::from(move |()| copied.clone())} of={text} refused={Word::CopyByHand.en()} />
            </div>
        </div>
    }
}
