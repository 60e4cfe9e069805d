//! The command `tables`: every cell of the printed tables, ours beside theirs. Whether they agree is its exit status.

use std::process::ExitCode;

use clap::Parser;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use rayon::ThreadPool;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

use super::CliError;
use super::args;
use super::output;
use super::people;
use super::progress::Progress;
use crate::expected;
use crate::expected::Cohort;
use crate::expected::Study;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::stream::Seed;
use crate::words::tables::Column;
use crate::words::tables::Phrase;

/// Blocks of candidates of a wave for each thread.
const WAVE: u64 = 4;

/// What is marked and counted, in ascending order.
const LIMITS: [f64; 2] = [expected::REMARKABLE, expected::LIMIT];

/// People are kept with all their lives: more would fill the memory.
const MOST_PEOPLE: u64 = 100_000;

#[derive(Debug, Parser)]
pub(super) struct TablesArgs {
    /// Only this table; may be given several times [default: all]
    #[arg(long, value_name = "TABLE", value_parser = PossibleValuesParser::new(expected::TABLES), ignore_case = true)]
    table: Vec<String>,
    /// People to enrol for each table; the printed ones are of 8,000
    #[arg(long, value_name = "N", default_value = "8000", value_parser = patients, allow_negative_numbers = true)]
    patients: u64,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = args::seed, allow_negative_numbers = true)]
    seed: u64,
    /// Threads to use; the results are the same for any number [default: all]
    #[arg(long, value_name = "N", value_parser = args::threads, allow_negative_numbers = true)]
    threads: Option<u64>,
    /// Form of the results
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Table,
    /// One row a cell, all digits
    Csv,
}

fn patients(text: &str) -> Result<u64, args::BadNumber> {
    args::within(text, 1000, MOST_PEOPLE)
}

/// Runs the tables and prints every cell; status 1 when one is too far away.
///
/// # Errors
/// [`CliError::Threads`] when the threads do not start, [`CliError::Sheet`] when a sheet is not as laid out.
pub(super) fn tables(args: &TablesArgs) -> Result<ExitCode, CliError> {
    let pool = people::pool(args.threads)?;
    let named = |table: &str| args.table.iter().any(|name| name.eq_ignore_ascii_case(table));
    let asked = |table: &str| args.table.is_empty() || named(table);
    let mut cells = Vec::new();
    for sheet in expected::sheets().iter().filter(|sheet| asked(sheet.table)) {
        let study = sheet.study()?;
        let cohort = enrol(&study, Seed(args.seed), args.patients, &pool);
        cells.extend(study.compare(&cohort)?);
    }
    output::print(&match args.format {
        Format::Table => text(&cells, args),
        Format::Csv => csv(&cells, args.patients)?,
    })?;
    Ok(if agree(&cells) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn agree(cells: &[expected::Cell]) -> bool {
    cells.iter().all(|cell| cell.z <= expected::LIMIT)
}

/// Waves of blocks side by side, taken in order: the same people whoever ran them.
fn enrol(study: &Study, seed: Seed, people: u64, pool: &ThreadPool) -> Cohort {
    let mut cohort = Cohort::new(people);
    let mut progress = Progress::new(people);
    let wave = WAVE * pool.current_num_threads() as u64;
    let mut first = 0;
    while !cohort.is_complete() {
        let blocks = (first..first + wave).into_par_iter();
        let lived: Vec<_> = pool.install(|| blocks.map(|block| study.block(seed, block)).collect());
        for candidate in lived.into_iter().flatten() {
            cohort.take(candidate);
        }
        first += wave;
        progress.reached(cohort.enrolled());
    }
    progress.end();
    cohort
}

/// A group of lines for each sheet, and the closing line.
fn text(cells: &[expected::Cell], args: &TablesArgs) -> String {
    let width = |name: fn(&expected::Cell) -> &str| {
        cells.iter().map(|cell| name(cell).chars().count()).max().unwrap_or(0)
    };
    let widths = (width(|cell| &cell.row), width(|cell| &cell.column));
    let mut lines = vec![Phrase::Head { n: args.patients, seed: args.seed }.to_string()];
    for sheet in cells.chunk_by(|a, b| a.sheet == b.sheet) {
        lines.push(format!("\n{}", sheet[0].sheet));
        lines.push(line(Column::ALL.map(|column| column.to_string()), widths, ""));
        lines.extend(sheet.iter().map(|cell| line(shown(cell), widths, &mark(cell))));
    }
    lines.push(format!("\n{}\n", closing(cells)));
    lines.join("\n")
}

/// The highest limit that the cell is over.
fn mark(cell: &expected::Cell) -> String {
    let over = LIMITS.into_iter().rev().find(|limit| cell.z > *limit);
    over.map_or_else(String::new, |limit| Phrase::Over { limit }.to_string())
}

/// Ours has a digit more than theirs.
fn shown(cell: &expected::Cell) -> [String; 5] {
    let ours = Cell::Number(cell.ours.estimate, cell.decimals + 1).shown();
    let theirs = Cell::Number(cell.theirs, cell.decimals).shown();
    [cell.row.clone(), cell.column.clone(), ours, theirs, Cell::Number(cell.z, 2).shown()]
}

fn line(words: [String; 5], (rows, columns): (usize, usize), mark: &str) -> String {
    let [row, column, ours, theirs, z] = words;
    let line = format!("  {row:rows$}  {column:columns$} {ours:>8} {theirs:>7} {z:>5} {mark}");
    line.trim_end().to_owned()
}

fn closing(cells: &[expected::Cell]) -> Phrase<'_> {
    let worst = cells.iter().max_by(|a, b| a.z.total_cmp(&b.z));
    let over = |limit: f64| cells.iter().filter(|cell| cell.z > limit).count();
    Phrase::Closing {
        cells: cells.len(),
        worst: worst.map(|cell| (cell.z, [cell.table, &cell.row, &cell.column])),
        over: LIMITS.map(|limit| (limit, over(limit))),
    }
}

const COLUMNS: [&str; 9] =
    ["table", "sheet", "row", "column", "ours", "mcse", "theirs", "difference_mcse", "z"];

fn csv(cells: &[expected::Cell], people: u64) -> Result<String, CliError> {
    let word = |text: &str| Cell::Text(text.to_owned());
    let row = |cell: &expected::Cell| {
        let names = [cell.table, &cell.sheet, &cell.row, &cell.column].map(word);
        let error = cell.difference_error(people);
        let numbers = [cell.ours.estimate, cell.ours.mcse, cell.theirs, error, cell.z];
        names.into_iter().chain(numbers.map(|x| Cell::Number(x, 0))).collect()
    };
    let rows = cells.iter().map(row).collect();
    let columns = COLUMNS.map(str::to_owned).to_vec();
    Table { columns, rows, ..Table::default() }.csv().map_err(CliError::encoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Estimate;

    fn cells(apart: &[f64]) -> Vec<expected::Cell> {
        let cell = |z: &f64| expected::Cell {
            table: "T3",
            sheet: "T3 Fixed arms".to_owned(),
            row: "40".to_owned(),
            column: "misuse".to_owned(),
            ours: Estimate { estimate: -0.625, mcse: 0.06, n: 8000 },
            theirs: -0.3,
            decimals: 1,
            z: *z,
        };
        apart.iter().map(cell).collect()
    }

    #[test]
    fn one_cell_over_the_limit_is_disagreement() {
        assert!(agree(&cells(&[0.0, 3.1, 3.5])));
        assert!(!agree(&cells(&[0.0, 3.51])) && !agree(&cells(&[f64::INFINITY])));
    }

    #[test]
    fn the_closing_line_names_the_worst_and_counts_the_rest() {
        let said = closing(&cells(&[0.2, 3.6, 3.2])).to_string();
        assert_eq!(said, "3 cells, worst 3.60 (T3, 40, misuse), 2 over 3, 1 over 3.5");
    }
}
