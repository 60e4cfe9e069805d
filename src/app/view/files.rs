//! What a reader can take away of a chart: the picture as SVG or PNG, the numbers as CSV or on the clipboard.

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_state;

use super::browser;
use super::frame::Around;
use super::frame::Props;
use super::icon::Icon;
use super::icon::icon;
use super::raster;
use crate::app::link::Link;
use crate::chart::export;
use crate::chart::export::Frame;
use crate::report::table::Cell;
use crate::words::page::Word;
use crate::words::screens::Word as Screens;

/// The menu of a chart.
pub fn files(props: &Props, sentence: &str, around: &Around) -> Html {
    let around = around.clone();
    let link = Callback::from(move |()| {
        AttrValue::from(browser::address() + &Link::of(around.route, &around.state).write())
    });
    let svg = document(props, sentence);
    let numbers_of = {
        let text = copied(props, sentence);
        Callback::from(move |()| text.clone())
    };
    let picture = {
        let (name, svg) = (props.name.clone(), svg.clone());
        move |_| {
            browser::save(&format!("{name}.svg"), "image/svg+xml", &svg);
        }
    };
    let numbers = {
        let props = props.clone();
        move |_| {
            if let Ok(csv) = props.wide.table.csv() {
                browser::save(&format!("{}.csv", props.name), "text/csv", &csv);
            }
        }
    };
    let fine = {
        let name = format!("{}.png", props.name);
        move |_| {
            let (name, svg) = (name.clone(), svg.clone());
            spawn_local(async move {
                raster::save(name, svg).await;
            });
        }
    };
    html! {
        <details class="menu">
            <summary class="tool" aria-label={format!("{}: {}", Word::Export.en(), props.title)}
                title={Word::Export.en()}>{ icon(Icon::Save) }</summary>
            <div class="menu-body">
                <button type="button" class="small" onclick={picture}>{ Word::SaveSvg.en() }</button>
                <button type="button" class="small" onclick={fine}>{ Screens::SavePng.en() }</button>
                <button type="button" class="small" onclick={numbers}>{ Word::SaveCsv.en() }</button>
                <Copy name={Screens::CopyNumbers} text={numbers_of} of={sentence.to_owned()} />
                <Copy name={Screens::CopyData} text={link} of={sentence.to_owned()} />
            </div>
        </details>
    }
}

/// The chart as a document of its own.
fn document(props: &Props, sentence: &str) -> String {
    let frame = Frame { title: &props.title, sentence, note: &props.note, badge: Word::Badge.en() };
    export::svg(&props.wide, &frame)
}

/// Question, sentence, table and note as text that a spreadsheet takes apart.
fn copied(props: &Props, sentence: &str) -> AttrValue {
    let table = &props.wide.table;
    let mut lines = vec![props.title.to_string(), sentence.to_owned(), table.columns.join("\t")];
    let row = |row: &Vec<Cell>| row.iter().map(Cell::plain).collect::<Vec<String>>().join("\t");
    lines.extend(table.rows.iter().map(row));
    lines.extend([props.note.to_string(), Word::Badge.en().to_owned()]);
    lines.join("\n").into()
}

/// What is copied.
#[derive(Clone, Debug, PartialEq, Properties)]
struct CopyProps {
    name: Screens,
    text: Callback<(), AttrValue>,
    /// What the text says; with something else, what was said of the copy is over.
    of: AttrValue,
}

/// The button that copies, and says whether the browser let it.
#[component]
fn Copy(props: &CopyProps) -> Html {
    let said = use_state(|| None::<(AttrValue, Screens)>);
    let onclick = {
        let (text, of, said) = (props.text.clone(), props.of.clone(), said.clone());
        move |_| {
            let (text, of, said) = (text.emit(()), of.clone(), said.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                said.set(Some((of, if done { Screens::Copied } else { Screens::NotCopied })));
            });
        }
    };
    // What was said holds for the text it was said of.
    let word = said.as_ref().filter(|(of, _)| *of == props.of).map(|(_, word)| word.en());
    html! {
        <>
            <button type="button" class="small" {onclick}>{ props.name.en() }</button>
            <p class="note" role="status">{ word }</p>
        </>
    }
}
