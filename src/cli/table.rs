//! Results as a table for a terminal: one row an outcome, one column an arm.

use comfy_table::CellAlignment;
use comfy_table::ColumnConstraint;
use comfy_table::ContentArrangement;
use comfy_table::LineStyle;
use comfy_table::Table;
use comfy_table::Width;
use comfy_table::presets::NOTHING;

use super::groups;
use super::people::Ending;
use super::results::Figure;
use super::results::Results;
use crate::estimand::Estimand;
use crate::estimand::TrueValue;
use crate::report::number::whole;
use crate::words::command::Phrase;
use crate::words::estimand;
use crate::words::outcome;
use crate::words::outcome::Unit;

/// Narrower than this, the names of outcomes wrap too often to be read.
const NAMES: usize = 26;

/// The column of units with the space around it.
const UNITS: usize = 9;

/// The widest an arm's name makes its column.
const WIDEST: usize = 24;

/// The whole text: what was run, the numbers, the digest. `width` is the terminal's.
///
/// Arms that do not fit side by side follow in a table of their own.
pub(super) fn text(results: &Results, width: Option<usize>) -> String {
    let mut lines = head(results);
    let columns: Vec<Column> =
        results.arms().map(|(arm, figures)| column(&arm.name, figures)).collect();
    for group in side_by_side(&columns, width) {
        lines.push(String::new());
        lines.push(table(group, width).trim_end().to_owned());
    }
    lines.push(groups::text(results));
    lines.push(Phrase::Closing { digest: &results.digest }.to_string());
    lines.push(String::new());
    lines.join("\n")
}

/// Two arms beside each other with the paired difference, B minus A.
pub(super) fn pair(figures: &[(Figure, Figure)]) -> String {
    let mut table =
        plain(&[&Phrase::Outcome.to_string(), &Phrase::Unit.to_string(), "A", "B", "B \u{2212} A"]);
    let mut theme = None;
    for (first, second) in figures {
        if theme != Some(first.shown.theme()) {
            theme = Some(first.shown.theme());
            table.add_row(vec![String::new()]);
            table.add_row(vec![outcome::heading(first.shown.theme()).to_uppercase()]);
        }
        let unit = first.shown.unit();
        let difference = second.difference.and_then(|difference| difference.estimate);
        let difference = difference.map_or_else(
            || Phrase::Nobody.to_string(),
            |difference| outcome::difference_in(unit, difference),
        );
        let name = first.shown.name();
        table.add_row(vec![name, unit.sign().to_owned(), shown(first), shown(second), difference]);
    }
    finished(table, 2)
}

/// The estimands of two arms and the paired difference, B minus A.
pub(super) fn truth(values: &[TrueValue]) -> String {
    let columns =
        [&Phrase::Question.to_string(), &Phrase::Unit.to_string(), "A", "B", "B \u{2212} A", "n"];
    let mut table = plain(&columns);
    for value in values {
        let unit = match value.estimand {
            Estimand::Composite => Unit::Percent,
            _ => Unit::Points,
        };
        table.add_row(vec![
            estimand::name(value.estimand).to_owned(),
            estimand::unit(value.estimand).to_owned(),
            outcome::shown_in(unit, value.first),
            outcome::shown_in(unit, value.second),
            outcome::difference_in(unit, value.difference),
            whole(value.difference.n),
        ]);
    }
    finished(table, 2)
}

fn plain(columns: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(
        NOTHING.header_separator(LineStyle::none().fill('\u{2500}').junction('\u{2500}')),
    );
    table.set_header(columns);
    table
}

fn finished(mut table: Table, names: usize) -> String {
    for column in table.column_iter_mut().skip(names) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.to_string().trim_end().to_owned()
}

fn head(results: &Results) -> Vec<String> {
    let (protocol, tally) = (&results.ready.protocol, &results.tally);
    let (title, question) = (&protocol.title, &protocol.question);
    let mut lines = vec![
        Phrase::Heading { title, question }.to_string(),
        Phrase::People { n: tally.enrolled, seed: results.seed.0 }.to_string(),
        Phrase::funnel(tally).to_string(),
        Phrase::regression(tally).to_string(),
        Phrase::Reading.to_string(),
    ];
    if results.ending == Ending::Stopped {
        lines.push(Phrase::StoppedEarly.to_string());
    }
    lines
}

/// An arm: its name and its figures.
struct Column {
    name: String,
    figures: Vec<Figure>,
    width: usize,
}

fn column(name: &str, figures: Vec<Figure>) -> Column {
    let cells = figures.iter().map(|figure| shown(figure).chars().count()).max().unwrap_or(0);
    let width = cells.max(name.chars().count().min(WIDEST)) + 2;
    Column { name: name.to_owned(), figures, width }
}

fn shown(figure: &Figure) -> String {
    match figure.value.estimate {
        Some(estimate) => outcome::shown_in(figure.shown.unit(), estimate),
        None => Phrase::Nobody.to_string(),
    }
}

/// As many arms beside each other as the terminal has room for, one at least.
fn side_by_side(columns: &[Column], width: Option<usize>) -> Vec<&[Column]> {
    let widest = columns.iter().map(|column| column.width).max().unwrap_or(1);
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(NAMES + UNITS));
    columns.chunks((room / widest).max(1)).collect()
}

fn table(columns: &[Column], width: Option<usize>) -> String {
    let mut table = Table::new();
    table.load_style(
        NOTHING.header_separator(LineStyle::none().fill('\u{2500}').junction('\u{2500}')),
    );
    table.set_content_arrangement(ContentArrangement::Dynamic);
    let narrowest = columns.iter().map(|column| column.width).sum::<usize>() + NAMES + UNITS;
    if let Some(width) = width.map(|width| width.max(narrowest)) {
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    let mut header = vec![Phrase::Outcome.to_string(), Phrase::Unit.to_string()];
    header.extend(columns.iter().map(|column| column.name.clone()));
    table.set_header(header);
    let rows = columns.first().map_or(0, |column| column.figures.len());
    let mut theme = None;
    for row in 0..rows {
        let here = columns[0].figures[row].shown.theme();
        if theme != Some(here) {
            table.add_row(vec![String::new()]);
            table.add_row(vec![outcome::heading(here).to_uppercase()]);
            theme = Some(here);
        }
        table.add_row(cells(columns, row, width));
    }
    for (i, column) in table.column_iter_mut().enumerate().skip(1) {
        let least = if i == 1 { UNITS } else { columns[i - 2].width };
        let least = u16::try_from(least).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(least)));
        if i > 1 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.to_string()
}

/// A row: the outcome in plain words, with its name in files where there is room for it.
fn cells(columns: &[Column], row: usize, width: Option<usize>) -> Vec<String> {
    let what = columns[0].figures[row].shown;
    let mut name = what.name();
    let taken = columns.iter().map(|column| column.width).sum::<usize>() + UNITS;
    if width.is_none_or(|width| width.saturating_sub(taken) >= 2 * NAMES) {
        name = format!("{name} [{}]", what.id());
    }
    let mut cells = vec![name, what.unit().sign().to_owned()];
    cells.extend(columns.iter().map(|column| shown(&column.figures[row])));
    cells
}
