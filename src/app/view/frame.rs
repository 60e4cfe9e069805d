//! The frame of a chart: question, one sentence, the picture or its table in the same box, files to save, a note.

use std::cell::RefCell;
use std::rc::Rc;

use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_context;
use yew::use_effect_with;
use yew::use_state;

use super::files;
use super::icon::Icon;
use super::icon::icon;
use super::reader::Reader;
use super::reader::readable;
use super::spans::Coloured;
use super::spans::spans;
use crate::app::route::Route;
use crate::app::state::State;
use crate::chart::Chart;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::words::page::Word;

/// A chart and what is written around it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Its name in files and in the page.
    pub name: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// The sentence that answers it.
    pub sentence: Coloured,
    /// The chart for wide pages.
    pub wide: Rc<Chart>,
    /// The chart for narrow pages.
    pub narrow: Rc<Chart>,
    /// What it rests on.
    pub note: AttrValue,
    /// What stands in place of the plot, where the page shows the same otherwise; files have the chart.
    #[prop_or_default]
    pub picture: Option<Html>,
    /// What stands between the sentence and the picture, if anything.
    #[prop_or_default]
    pub above: Html,
    /// What stands under the picture, if anything.
    #[prop_or_default]
    pub below: Html,
    /// Told of a stop of the picture that is chosen.
    #[prop_or_default]
    pub on_pick: Callback<usize>,
}

/// What all charts of a screen share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// Whether all are asked for as tables; each can still be turned by its own button.
    pub as_tables: bool,
    /// What is on the screen.
    pub shown: Shown,
}

/// The screen and its state, looked up when somebody asks: another state alone draws no chart anew.
#[derive(Clone, Debug, Default)]
pub struct Shown(pub Rc<RefCell<(Route, State)>>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The frame.
#[component]
pub fn Frame(props: &Props) -> Html {
    let around: Around = use_context().unwrap_or_default();
    let asked = around.as_tables;
    let as_table = use_state(|| asked);
    {
        let as_table = as_table.clone();
        use_effect_with(asked, move |asked| as_table.set(*asked));
    }
    let flip = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let at = use_state(|| None::<usize>);
    let reading = at.filter(|_| !*as_table).and_then(|at| props.wide.reading(at));
    let on_pick = props.on_pick.clone();
    let reader = Reader { at: *at, on_read: Callback::from(move |next| at.set(next)), on_pick };
    let heading = format!("{}-title", props.name);
    let sentence: String = props.sentence.iter().map(|(text, _)| text.as_str()).collect();
    html! {
        <figure class="chart panel" role="group" aria-labelledby={heading.clone()}>
            <div class="chart-head">
                <h2 id={heading}>{ props.title.clone() }</h2>
                <div class="tools">
                    <button type="button" class="tool" aria-pressed={if *as_table { "true" } else { "false" }}
                        aria-label={Word::Table.en()} title={Word::Table.en()} onclick={flip}>{ icon(Icon::Table) }</button>
                    { files::files(props, &sentence, &around) }
                </div>
            </div>
            <p class="sentence">{ spans(&props.sentence) }</p>
            { props.above.clone() }
            if *as_table {
                <div class="table-box" tabindex="0" role="region" aria-label={props.title.clone()}>{ table(&props.wide.table) }</div>
            } else if let Some(picture) = &props.picture {
                { picture.clone() }
            } else {
                <div class="plot-box wide">{ readable(&props.wide, sentence.clone(), &reader) }</div>
                <div class="plot-box narrow">{ readable(&props.narrow, sentence, &reader) }</div>
            }
            { props.below.clone() }
            <figcaption class="note">
                <span class={classes!(reading.is_some().then_some("away"))}>{ props.note.clone() }</span>
                { for reading.map(|said| html! { <span class="reading">{ said }</span> }) }
            </figcaption>
        </figure>
    }
}

/// A table as an element.
pub fn table(table: &Table) -> Html {
    html! {
        <table>
            <caption>{ table.caption.clone() }</caption>
            <thead><tr>{ for table.columns.iter().map(|name| html! { <th scope="col">{ name.clone() }</th> }) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|row| html! {
                    <tr>
                        { for row.iter().enumerate().map(|(i, cell)| cell_of(i, cell)) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn cell_of(column: usize, cell: &Cell) -> Html {
    if column == 0 {
        html! { <th scope="row">{ cell.shown() }</th> }
    } else {
        html! { <td>{ cell.shown() }</td> }
    }
}
