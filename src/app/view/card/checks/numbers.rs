//! The numbers of the check in tables: those that stand for the others, and all, study by study.

use yew::Html;
use yew::html;

use crate::app::card::Checking;
use crate::app::card::LIMIT;
use crate::app::card::Line;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::expected::What;
use crate::report::number::decimal;
use crate::words::card;
use crate::words::card::Word;
use crate::words::outcome;
use crate::words::person;
use crate::words::watch;

/// The numbers that stand for the others, and whatever is apart.
pub(super) fn shown(checking: &Checking) -> Html {
    html! {
        <div class="panel picked">
            <h3 class="panel-question">{ Word::TableTitle.en() }</h3>
            <p class="sentence">{ Word::TableLead.en() }</p>
            { table(Word::TableTitle.en(), checking.shown().into_iter().map(|line| row(&line, Study::Named))) }
        </div>
    }
}

/// All numbers, a fold a study.
pub(super) fn all(checking: &Checking) -> Html {
    let study = |at: usize| {
        let study = &checking.studies()[at];
        let verdicts: Vec<bool> = checking.of_study(at).filter_map(|line| line.agrees()).collect();
        let agree = verdicts.iter().filter(|agrees| **agrees).count();
        let agree = (!verdicts.is_empty()).then_some(agree);
        html! {
            <details class="study" key={at}>
                <summary>{ card::study(&study.title, study.numbers.len(), agree) }</summary>
                { table(&study.title, checking.of_study(at).map(|line| row(&line, Study::Known))) }
            </details>
        }
    };
    html! {
        <>
            <h3>{ Word::AllNumbers.en() }</h3>
            <div class="studies">{ for (0..checking.studies().len()).map(study) }</div>
        </>
    }
}

/// Whether a row says which study its number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Study {
    Named,
    Known,
}

fn table(name: &str, rows: impl Iterator<Item = Html>) -> Html {
    let columns = [
        Word::ColumnNumber,
        Word::ColumnExpected,
        Word::ColumnHere,
        Word::ColumnTolerance,
        Word::ColumnVerdict,
    ];
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={name.to_owned()}>
            <table>
                <thead><tr>{ for columns.into_iter().map(|word| html! { <th scope="col">{ word.en() }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn row(line: &Line, study: Study) -> Html {
    let decimals = usize::from(line.wanted.decimals);
    let here = line.reading.map(|reading| decimal(reading.ours.estimate, decimals + 1));
    let reach = line
        .reading
        .map(|reading| card::tolerance(line.wanted.tolerance(LIMIT, reading.error), decimals + 1));
    let missing = || "\u{2013}".to_owned();
    html! {
        <tr>
            <th scope="row">
                { watch::capital(&name(line)) }
                if study == Study::Named { <small>{ line.study.title.clone() }</small> }
            </th>
            <td>{ decimal(line.wanted.theirs, decimals) }</td>
            <td><b>{ here.unwrap_or_else(missing) }</b></td>
            <td class="quiet">{ reach.unwrap_or_else(missing) }</td>
            <td class="verdict">{ verdict(line) }</td>
        </tr>
    }
}

fn verdict(line: &Line) -> Html {
    match (line.reading, line.agrees()) {
        (Some(_), Some(true)) => {
            html! { <span class="ok">{ icon(Icon::Tick) }{ Word::Agrees.en() }</span> }
        }
        (Some(reading), _) => {
            html! { <span class="err">{ icon(Icon::Warning) }{ card::apart(reading.z) }</span> }
        }
        (None, _) => html! { <span class="quiet">{ Word::NotYet.en() }</span> },
    }
}

/// What a number is, with its unit.
fn name(line: &Line) -> String {
    match line.wanted.what {
        What::In(arm, endpoint) => {
            let arms = &line.study.design.arms;
            let arm = arms.get(usize::from(arm)).map_or("", |arm| arm.name.as_str());
            let sign = match outcome::Unit::of(endpoint) {
                // The name says it.
                outcome::Unit::EventsPer100 => "",
                unit => unit.sign(),
            };
            let comma = if sign.is_empty() { "" } else { ", " };
            card::of_arm(arm, &format!("{}{comma}{sign}", outcome::name(endpoint)))
        }
        What::Excluded(_) => {
            let why = line.wanted.what.exclusion().map_or("", person::exclusion);
            format!("{}, %", card::turned_away(why))
        }
        What::Eligible => format!("{}, %", Word::Eligible.en()),
    }
}
