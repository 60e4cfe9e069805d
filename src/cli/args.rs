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
use crate::subgroup::Grouping;

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
  titrarium run dose-arms --by prior
  titrarium run mine.toml --format json --out results.json
  titrarium compare dose-arms --arms 80,160
  titrarium explain dose-arms --arm 120 --patient 17 --seed 1
  titrarium truth dose-arms --arms placebo,120
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
        /// Write every titration rule out as a decision table, to change one row and see
        #[arg(long)]
        tables: bool,
    },
    /// Reads a scenario and names every fault with line and column
    Check {
        /// A file, or the name of a built-in scenario
        #[arg(value_name = "FILE")]
        scenario: String,
    },
    /// Prints the JSON Schema of scenario files, for an editor to complete and explain their keys
    Schema,
    /// Runs the same people through every arm and counts what became of them
    Run(RunArgs),
    /// Prints one JSON line a candidate: who it is, and the whole course of those enrolled
    Patients(PatientsArgs),
    /// Tells the story of one person: who it is, what was seen and decided, what happened beneath
    Explain(ExplainArgs),
    /// Runs the same people through two arms: what differs, who was helped, who was harmed
    Compare(CompareArgs),
    /// Tells what is true of two arms, by each question that a trial could ask
    Truth(TruthArgs),
    /// Prints the randomisation list of one trial: who of the enrolled gets which arm
    Allocation(AllocationArgs),
    /// Measures how fast this machine simulates, against the JavaScript yardstick where Node is there
    Bench(BenchArgs),
    /// Holds the engine against printed tables of an independent one, cell by cell
    Tables(TablesArgs),
}

#[derive(Debug, Parser)]
pub(super) struct ExplainArgs {
    /// Name of a built-in scenario, or a file
    pub scenario: String,
    /// The arm: its name, its dose (120), or its number (#4)
    #[arg(long)]
    pub arm: String,
    /// The candidate's number in the pool
    #[arg(long, value_name = "N", value_parser = candidate, allow_negative_numbers = true)]
    pub patient: u64,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Which pool of candidates
    #[arg(long, value_name = "N", default_value = "0", value_parser = seed, allow_negative_numbers = true)]
    pub replicate: u64,
}

/// Two arms of a scenario, beside each other.
#[derive(Debug, Parser)]
pub(super) struct PairArgs {
    /// Name of a built-in scenario, or a file
    pub scenario: String,
    /// The two arms: names, doses (120) or numbers (#4); differences are the second minus the first
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    pub arms: Vec<String>,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Threads to use; the results are the same for any number [default: all]
    #[arg(long, value_name = "N", value_parser = threads, allow_negative_numbers = true)]
    pub threads: Option<u64>,
    /// Form of the results
    #[arg(long, value_enum, default_value = "table")]
    pub format: Shape,
}

#[derive(Debug, Parser)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    pub pair: PairArgs,
    /// People to enrol
    #[arg(long, value_name = "N", default_value = "8000", value_parser = people, allow_negative_numbers = true)]
    pub patients: u64,
}

#[derive(Debug, Parser)]
pub(super) struct TruthArgs {
    #[command(flatten)]
    pub pair: PairArgs,
    /// The study day that is asked about, the end of a week [default: the last]
    #[arg(long, value_name = "DAY", value_parser = clap::value_parser!(u16), allow_negative_numbers = true)]
    pub day: Option<u16>,
    /// People to enrol
    #[arg(long, value_name = "N", default_value = "20000", value_parser = people, allow_negative_numbers = true)]
    pub patients: u64,
}

#[derive(Debug, Parser)]
pub(super) struct BenchArgs {
    /// One document, all digits
    #[arg(long)]
    pub json: bool,
    /// A tenth of the people, for a first look
    #[arg(long)]
    pub short: bool,
}

#[derive(Debug, Parser)]
pub(super) struct AllocationArgs {
    /// Name of a built-in scenario, or a file
    pub scenario: String,
    /// The luck of the whole run, a whole number of 64 bits
    #[arg(long, value_name = "N", default_value = "1", value_parser = seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Which trial
    #[arg(long, value_name = "N", default_value = "0", value_parser = seed, allow_negative_numbers = true)]
    pub replicate: u64,
}

/// Form of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    /// For people
    Table,
    /// One document, all digits
    Json,
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
    /// Divide people into groups, and show the outcomes of each
    #[arg(long, value_enum)]
    pub by: Option<By>,
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

/// What people are divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// What earlier treatment did
    Prior,
    /// Mild, moderate, severe
    Severity,
    /// Light, middle and heavy thirds of the candidates
    Weight,
    /// None, A, B
    CoMedication,
    /// Slow, typical, fast
    Metaboliser,
    /// None, each risk alone, several
    Flag,
    /// The dose of the last session given
    FinalDose,
}

impl By {
    /// The grouping of that name.
    pub const fn grouping(self) -> Grouping {
        match self {
            Self::Prior => Grouping::Prior,
            Self::Severity => Grouping::Severity,
            Self::Weight => Grouping::Weight,
            Self::CoMedication => Grouping::Comedication,
            Self::Metaboliser => Grouping::Metaboliser,
            Self::Flag => Grouping::Flag,
            Self::FinalDose => Grouping::FinalDose,
        }
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
