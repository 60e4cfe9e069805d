//! Results as CSV: one row an outcome of an arm, all digits, empty where there is no value.

use super::CliError;
use super::groups;
use super::results;
use super::results::Figure;
use super::results::Measured;
use super::results::Results;
use crate::report::table::Cell;
use crate::report::table::Table;

const COLUMNS: [&str; 13] = [
    "scenario",
    "seed",
    "patients",
    "arm",
    "dose",
    "outcome",
    "estimate",
    "mcse",
    "n",
    "sd",
    "difference",
    "difference_mcse",
    "difference_n",
];

/// The rows under their header.
///
/// # Errors
/// [`CliError::Encoding`], which memory alone could cause.
pub(super) fn text(results: &Results) -> Result<String, CliError> {
    let mut table = Table { columns: COLUMNS.map(str::to_owned).to_vec(), ..Table::default() };
    for (arm, figures) in results.arms() {
        let run = [
            Cell::Text(results.name.to_owned()),
            Cell::Text(results.seed.0.to_string()),
            Cell::Count(results.tally.enrolled),
            Cell::Text(arm.name.clone()),
            number(results::dose(&results.ready.protocol, arm)),
        ];
        table.rows.extend(figures.iter().map(|figure| row(&run, figure)));
    }
    if results.ready.groups().is_some() {
        table = by_group(results);
    }
    table.csv().map_err(CliError::encoding)
}

/// With groups the rows are those of the groups.
fn by_group(results: &Results) -> Table {
    let columns = ["group", "arm", "outcome", "estimate", "mcse", "n"].map(str::to_owned).to_vec();
    Table { columns, rows: groups::rows(results), ..Table::default() }
}

fn row(run: &[Cell], figure: &Figure) -> Vec<Cell> {
    let mut row = run.to_vec();
    row.push(Cell::Text(figure.shown.id()));
    row.extend(measured(Some(figure.value)));
    row.push(number(figure.sd));
    row.extend(measured(figure.difference));
    row
}

fn measured(measured: Option<Measured>) -> [Cell; 3] {
    let estimate = measured.and_then(|m| m.estimate);
    [
        number(estimate.map(|e| e.estimate)),
        number(estimate.map(|e| e.mcse)),
        measured.map_or(Cell::Missing, |m| Cell::Count(m.n)),
    ]
}

fn number(x: Option<f64>) -> Cell {
    x.map_or(Cell::Missing, |x| Cell::Number(x, 0)) // as data all digits are written
}
