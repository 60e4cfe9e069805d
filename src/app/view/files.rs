//! What a reader can take away of a chart: the picture as SVG or PNG, the numbers as CSV or on the clipboard.

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::html;

use super::browser;
use super::copy::Copy;
use super::frame::Around;
use super::frame::Props;
use super::icon::Icon;
use super::icon::icon;
use super::raster;
use crate::chart::export;
use crate::chart::export::Frame;
use crate::report::table::Cell;
use crate::words::page::Word;
use crate::words::screens::Word as Screens;

/// The menu of a chart.
pub fn files(props: &Props, sentence: &str, around: &Around) -> Html {
    let shown = around.shown.clone();
    let link = Callback::from(move |()| {
        let (route, state) = &*shown.0.borrow();
        AttrValue::from(browser::link_to(*route, state))
    });
    // Each is written when it is asked for: a chart is drawn anew at every point that is read.
    let taken = Taken { props: props.clone(), sentence: sentence.to_owned() };
    let texts = taken.clone();
    let text = Callback::from(move |()| texts.copied());
    let (fine, numbers) = (taken.clone(), taken.clone());
    let picture = move |_| {
        browser::save(&taken.file("svg"), "image/svg+xml", &taken.document());
    };
    let fine = move |_| {
        let (name, svg) = (fine.file("png"), fine.document());
        spawn_local(async move {
            raster::save(name, svg).await;
        });
    };
    let numbers = move |_| {
        if let Ok(csv) = numbers.props.wide.table.csv() {
            browser::save(&numbers.file("csv"), "text/csv", &csv);
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
                <Copy name={Screens::CopyNumbers.en()} {text} of={sentence.to_owned()} />
                <Copy name={Screens::CopyData.en()} text={link} of={sentence.to_owned()} />
            </div>
        </details>
    }
}

/// A chart to take away.
#[derive(Clone, Debug)]
struct Taken {
    props: Props,
    sentence: String,
}

impl Taken {
    fn file(&self, extension: &str) -> String {
        format!("{}.{extension}", self.props.name)
    }

    /// The chart as a document of its own.
    fn document(&self) -> String {
        let Props { title, note, wide, .. } = &self.props;
        export::svg(wide, &Frame { title, sentence: &self.sentence, note, badge: Word::Badge.en() })
    }

    /// Question, sentence, table and note as text that a spreadsheet takes apart.
    fn copied(&self) -> AttrValue {
        let Props { title, note, wide, .. } = &self.props;
        let table = &wide.table;
        let mut lines = vec![title.to_string(), self.sentence.clone(), table.columns.join("\t")];
        let row = |row: &Vec<Cell>| row.iter().map(Cell::plain).collect::<Vec<String>>().join("\t");
        lines.extend(table.rows.iter().map(row));
        lines.extend([note.to_string(), Word::Badge.en().to_owned()]);
        lines.join("\n").into()
    }
}
