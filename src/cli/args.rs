//! The arguments as they are typed, each checked by itself.

use std::path::Path;
use std::path::PathBuf;

use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;

use super::output::Overwrite;
use super::tables::TablesArgs;
use crate::report::number::whole;
use crate::run::MOST_PEOPLE;

/// Candidate numbers end here: above begin the keys of randomisation.
const LAST_CANDIDATE: u64 = 1 << 40;

/// More threads than any machine of today can use.
const MOST_THREADS: u64 = 1024;

const EXAMPLES: &str = "\
Examples:
  titrarium list
  titrarium show dose-arms > mine.toml
  titrarium check mine.toml
  titrarium run dose-arms --patients 8000 --seed 1
  titrarium run mine.toml --format json --out results.json
  titrarium patients dose-arms --arm 120 --seed 1 --from 0 --to 50
  titrarium tables --table T3

Doses are in arbitrary units (au). They stand for no drug and for no real amount.";

/// Simulates clinical-trial protocols for teaching, in arbitrary units.
#[derive(Debug, Parser)]
#[command(name = "titrarium", version, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Lists the built-in scenarios
    List,
    /// Prints the text of a scenario, to read and to change
    Show {
        /// Name of a built-in scenario, or a file
        scenario: String,
    },
    /// Reads a scenario and names every fault with line and column
    Check {
        /// A file, or the name of a built-in scenario
        #[arg(value_name = "FILE")]
        scenario: String,
    },
    /// Runs the same people through every arm and counts what became of them
    Run(RunArgs),
    /// Prints one JSON line a candidate: who it is, and the whole course of those enrolled
    Patients(PatientsArgs),
    /// Holds the engine against printed tables of an independent one, cell by cell
    Tables(TablesArgs),
}

#[derive(Debug, Parser)]
pub(super) struct RunArgs {
    /// Name of a built-in scenario, or a file
    pub scenario: String,
    /// People to enrol; candidates are screened in order until there are so many
    #[arg(long, value_name = "N", default_value = "8000", value_parser = people, allow_negative_numbers = true)]
    pub patients: u64,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Threads to use; the results are the same for any number [default: all]
    #[arg(long, value_name = "N", value_parser = threads, allow_negative_numbers = true)]
    pub threads: Option<u64>,
    /// Form of the results [default: what the ending of --out says, or else a table]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write the results to this file instead of printing them
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long, requires = "out")]
    force: bool,
}

impl RunArgs {
    /// The form asked for, by name or by the ending of the file.
    pub fn format(&self) -> Format {
        let ending = || self.out.as_deref().and_then(Path::extension)?.to_str();
        self.format.unwrap_or_else(|| match ending() {
            Some("json") => Format::Json,
            Some("csv") => Format::Csv,
            _ => Format::Table,
        })
    }

    pub const fn overwrite(&self) -> Overwrite {
        if self.force { Overwrite::Allowed } else { Overwrite::Refused }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Table,
    /// One document, all digits
    Json,
    /// One row an outcome of an arm, all digits
    Csv,
}

#[derive(Debug, Parser)]
pub(super) struct PatientsArgs {
    /// Name of a built-in scenario, or a file
    pub scenario: String,
    /// The arm: its name, its dose (120), or its number (#4)
    #[arg(long)]
    pub arm: String,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Which pool of candidates
    #[arg(long, value_name = "N", default_value = "0", value_parser = seed, allow_negative_numbers = true)]
    pub replicate: u64,
    /// The first candidate
    #[arg(long, value_name = "N", default_value = "0", value_parser = candidate, allow_negative_numbers = true)]
    pub from: u64,
    /// The candidate after the last one
    #[arg(long, value_name = "N", default_value = "50", value_parser = candidate, allow_negative_numbers = true)]
    pub to: u64,
}

/// A number that was typed and does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadNumber {
    #[error("write a whole number in digits, {least} to {}", whole(*most))]
    NotWhole { least: u64, most: u64 },
    #[error("it must be {least} at least")]
    TooSmall { least: u64 },
    #[error("it must be {} at most", whole(*most))]
    TooLarge { most: u64 },
}

pub(super) fn within(text: &str, least: u64, most: u64) -> Result<u64, BadNumber> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(BadNumber::NotWhole { least, most });
    }
    match text.parse() {
        Ok(n) if n < least => Err(BadNumber::TooSmall { least }),
        Ok(n) if n <= most => Ok(n),
        _ => Err(BadNumber::TooLarge { most }), // digits alone fail to parse only above 2^64
    }
}

fn people(text: &str) -> Result<u64, BadNumber> {
    within(text, 1, MOST_PEOPLE)
}

pub(super) fn threads(text: &str) -> Result<u64, BadNumber> {
    within(text, 1, MOST_THREADS)
}

pub(super) fn seed(text: &str) -> Result<u64, BadNumber> {
    within(text, 0, u64::MAX)
}

fn candidate(text: &str) -> Result<u64, BadNumber> {
    within(text, 0, LAST_CANDIDATE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_within_their_limits() {
        assert_eq!(people("8000"), Ok(8000));
        assert_eq!(people("100000000000"), Ok(MOST_PEOPLE));
        assert_eq!(people("0"), Err(BadNumber::TooSmall { least: 1 }));
        assert_eq!(people("100000000001"), Err(BadNumber::TooLarge { most: MOST_PEOPLE }));
        for text in ["", "-5", "+5", "1e12", "8 000", "8_000", "1.5", "NaN", "\u{663}"] {
            assert!(matches!(people(text), Err(BadNumber::NotWhole { .. })), "{text}");
        }
        assert_eq!(seed("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(seed("18446744073709551616"), Err(BadNumber::TooLarge { most: u64::MAX }));
        assert_eq!(threads("0"), Err(BadNumber::TooSmall { least: 1 }));
    }

    #[test]
    fn the_arguments_are_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
