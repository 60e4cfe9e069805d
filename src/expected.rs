//! Tables that an independent implementation of the model printed, and the same tables by this engine: every cell with
//! how far the two are apart. Runs people and compares numbers; knows no thread, no file and no sentence.
//!
//! A table is a sheet: a text with the protocol behind it and the rows as they were printed (`expected/*.md`), and what
//! each number in a row is (`expected/layout.rs`). Both sides simulate 8,000 people, with other random numbers. A cell agrees
//! within [`LIMIT`] standard errors of the difference plus half a unit of its last printed digit. Their errors are not
//! printed; they are taken for ours at 8,000 people.
//!
//! # How the numbers are read
//!
//! Where words leave a choice, these are the readings that the printed numbers allow:
//!
//! * Response, remission and change are of people observed that day; leaving counts before the last day; an event counts
//!   when it is true, a report when it was detected.
//! * T0: shares of candidates looked at until 8,000 were enrolled. Severe pressure and dissociation: at least one true
//!   event of grade 3.
//! * T1, high context: the context mean is +0.4, not 0.4 higher. Dissociation is the share of all sessions given, not a
//!   mean of people's shares, which would be 27 and 40 % at 100 and 140 au. The rise in pressure is a mean over people of
//!   each one's mean over sessions.
//! * T4b: the dose is that of the last session given, of those still on treatment when day 84 is over. With those who
//!   leave on day 84 it would be 0.1 or 0.2 au more, which nobody could tell.
//! * T6, T7: quarters and thirds are of the people enrolled. Exposures in T7 are of the nominal dose at its median uptake.
//! * T9: people in response at day 28 who did not leave that day; the first relapse after day 28; censored at leaving. All
//!   other columns are of these people too, sessions and cost from day 0 on.
//! * T9, tolerance: the mean latent score minus that of placebo, of everybody, also of those who left.

mod column;
mod counted;
mod estimate;
mod fact;
mod group;
mod layout;
mod life;
mod printed;

pub use counted::Counted;
pub use counted::Reading;
pub use counted::Wanted;
pub use counted::What;
pub use estimate::THEIRS;
pub use estimate::false_alarm;
pub use life::Cohort;
pub use life::Person;

use crate::run::Ready;
use crate::scenario;
use crate::scenario::ScenarioError;
use crate::stream::Seed;
use crate::tally::Estimate;
use crate::tally::real;
use column::Column;
use column::Row;
use column::Suffix;
use printed::Number;
use printed::Printed;

/// A cell further away than this many standard errors, beyond the rounding, does not agree.
pub const LIMIT: f64 = 3.5;

/// A cell further away than this many is worth a look.
pub const REMARKABLE: f64 = 3.0;

/// The tables, as they are called.
pub const TABLES: [&str; 9] = ["T0", "T1", "T3", "T4", "T4b", "T6", "T7", "T8", "T9"];

/// A printed table, or a part of one with a protocol of its own.
#[derive(Debug)]
pub struct Sheet {
    /// The table it belongs to, one of [`TABLES`].
    pub table: &'static str,
    /// Its title with protocol and rows, as Markdown.
    text: &'static str,
    /// Columns that name a row.
    labels: usize,
    rows: &'static [Row],
}

/// All sheets, in the order of the tables.
pub fn sheets() -> &'static [Sheet] {
    &layout::SHEETS
}

/// One number of a printed table, and ours.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The table.
    pub table: &'static str,
    /// Title of the sheet.
    pub sheet: String,
    /// Name of the row.
    pub row: String,
    /// Name of the column.
    pub column: String,
    /// Our number and its standard error, in the unit of the table.
    pub ours: Estimate,
    /// Their number.
    pub theirs: f64,
    /// Decimals it is printed with.
    pub decimals: usize,
    /// How far apart beyond the rounding, in standard errors of the difference.
    pub z: f64,
}

impl Cell {
    /// Half a unit of the last printed digit.
    pub fn half_unit(&self) -> f64 {
        half_unit(self.decimals)
    }

    /// The standard error of the difference at this many people on our side and [`THEIRS`] on the other.
    pub fn difference_error(&self, people: u64) -> f64 {
        difference_error(&self.ours, people)
    }
}

/// Half a unit of the last printed digit.
const fn half_unit(decimals: usize) -> f64 {
    match decimals {
        0 => 0.5,
        1 => 0.05,
        2 => 0.005,
        _ => 0.0005,
    }
}

/// The standard error of the difference at this many people on our side and [`THEIRS`] on the other.
fn difference_error(ours: &Estimate, people: u64) -> f64 {
    ours.mcse * (1.0 + real(people) / real(THEIRS)).sqrt()
}

/// A sheet ready to run.
#[derive(Debug)]
pub struct Study {
    sheet: &'static Sheet,
    printed: Printed,
    ready: Ready,
}

/// A sheet that cannot be used: its text and its layout do not belong together.
#[derive(Debug, thiserror::Error)]
pub enum SheetFault {
    /// The protocol has faults.
    #[error("the protocol of {sheet} cannot be used: {faults}")]
    Protocol {
        /// Title of the sheet.
        sheet: String,
        /// Every fault.
        faults: ScenarioError,
    },
    /// There are other rows or numbers than the layout has.
    #[error("{place}: {printed} printed, {laid_out} laid out")]
    Layout {
        /// The sheet or the row.
        place: String,
        /// How many there are.
        printed: usize,
        /// How many there should be.
        laid_out: usize,
    },
    /// A printed number cannot be read, or nobody is there to be measured.
    #[error("{place}: there is no number")]
    NoNumber {
        /// The cell.
        place: String,
    },
}

impl Sheet {
    /// Makes the sheet ready to run, as it was printed.
    ///
    /// # Errors
    /// [`SheetFault`] when text and layout do not belong together.
    pub fn study(&'static self) -> Result<Study, SheetFault> {
        self.study_of(self.text)
    }

    /// The sheet as it was printed, with its protocol.
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Makes the sheet ready to run with another text for its own.
    ///
    /// # Errors
    /// [`SheetFault`] when text and layout do not belong together.
    pub fn study_of(&'static self, text: &str) -> Result<Study, SheetFault> {
        let printed = Printed::read(text, self.labels);
        let scenario = scenario::parse(&printed.protocol)
            .map_err(|faults| SheetFault::Protocol { sheet: printed.title.clone(), faults })?;
        let (rows, laid_out) = (printed.rows.len(), self.rows.len());
        same(&printed.title, rows, laid_out)?;
        for (row, layout) in printed.rows.iter().zip(self.rows) {
            same(&row.name, row.numbers.len(), layout.columns.len())?;
        }
        Ok(Study { sheet: self, printed, ready: Ready::new(scenario.protocol) })
    }
}

fn same(place: &str, printed: usize, laid_out: usize) -> Result<(), SheetFault> {
    if printed == laid_out {
        return Ok(());
    }
    Err(SheetFault::Layout { place: place.to_owned(), printed, laid_out })
}

impl Study {
    /// The title of the sheet.
    pub fn title(&self) -> &str {
        &self.printed.title
    }

    /// Enrols people and runs them through every arm on this thread.
    pub fn enrol(&self, seed: Seed, people: u64) -> Cohort {
        let mut cohort = Cohort::new(people);
        for block in 0.. {
            if cohort.is_complete() {
                break;
            }
            for candidate in self.block(seed, block) {
                cohort.take(candidate);
            }
        }
        cohort
    }

    /// Every cell of the sheet, row after row.
    ///
    /// # Errors
    /// [`SheetFault::NoNumber`] when a number cannot be read or had: too few people for a group.
    pub fn compare(&self, cohort: &Cohort) -> Result<Vec<Cell>, SheetFault> {
        let mut cells = Vec::new();
        for (printed, row) in self.printed.rows.iter().zip(self.sheet.rows) {
            let members = row.group.members(&cohort.people, row.arm);
            for (number, column) in printed.numbers.iter().zip(row.columns) {
                let name = self.name(column, number);
                let place = || format!("{}, {}, {name}", self.title(), printed.name);
                let none = || SheetFault::NoNumber { place: place() };
                let theirs: f64 = number.text.parse().map_err(|_| none())?;
                let ours = self.ours(row, column, (&members, cohort)).ok_or_else(none)?;
                cells.push(Cell {
                    table: self.sheet.table,
                    sheet: self.title().to_owned(),
                    row: printed.name.clone(),
                    column: name,
                    ours,
                    theirs,
                    decimals: number.decimals(),
                    z: 0.0,
                });
            }
        }
        for cell in &mut cells {
            let error = cell.difference_error(cohort.enrolled());
            cell.z = apart(cell.ours.estimate - cell.theirs, cell.half_unit(), error);
        }
        Ok(cells)
    }

    /// The column's header, and what tells its numbers apart where several stand under one.
    fn name(&self, column: &Column, number: &Number) -> String {
        let header = &number.header;
        match column.suffix() {
            Suffix::Arm(arm) if number.company => {
                format!("{header}: {}", self.ready.protocol.arms[arm].name)
            }
            Suffix::Word(word) => format!("{header}: {word}"),
            Suffix::Nothing | Suffix::Arm(_) => header.clone(),
        }
    }
}

/// How far apart beyond the rounding, in standard errors of the difference.
///
/// Edge case: a number without any error is 0 apart when it rounds to theirs, and infinitely far otherwise.
fn apart(difference: f64, half_unit: f64, error: f64) -> f64 {
    let apart = difference.abs() - half_unit;
    let rounding = 1e-9; // 190 au computed as 190.00000000000003 is 190
    if apart <= rounding { 0.0 } else { apart / error }
}
