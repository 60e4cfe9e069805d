//! What can go wrong on the command line, and what to do about it.

use std::fmt::Display;
use std::io;
use std::path::PathBuf;

use crate::expected::SheetFault;
use crate::run::TooFewEligible;
use crate::scenario::LONGEST;
use crate::scenario::ScenarioError;

/// Why a command did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CliError {
    /// There is no built-in scenario of that name, and no file.
    #[error(
        "there is no scenario and no file called \"{name}\"{}; `titrarium list` shows what there is",
        did_you_mean(*nearest)
    )]
    UnknownScenario {
        /// The name given.
        name: String,
        /// The known name that is most like it.
        nearest: Option<&'static str>,
    },
    /// A file cannot be read.
    #[error("{} cannot be read: {source}; check its name and its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder was given for a file.
    #[error("{} is a folder; name a file in it", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A file is too long to be a scenario; it was not read.
    #[error("{} is too long: a scenario has {LONGEST} bytes at most; choose another file", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
    },
    /// A scenario has faults.
    #[error("{name} cannot be used:\n{faults}")]
    Faulty {
        /// What it was called by.
        name: String,
        /// Every fault.
        faults: ScenarioError,
    },
    /// No arm of that name, dose or number.
    #[error(
        "there is no arm \"{asked}\"{}; the arms are: {}",
        did_you_mean(nearest.as_deref()),
        arms.join(", ")
    )]
    UnknownArm {
        /// What was asked for.
        asked: String,
        /// The name that is most like it.
        nearest: Option<String>,
        /// All arms, with their numbers.
        arms: Vec<String>,
    },
    /// Several arms have that dose.
    #[error("several arms have the dose {asked}; choose one by its number: {}", arms.join(", "))]
    SeveralArms {
        /// What was asked for.
        asked: String,
        /// Those arms, with their numbers.
        arms: Vec<String>,
    },
    /// Not two different arms.
    #[error("--arms needs two different arms, as in --arms a,b, and got {asked}; the arms are: {}", arms.join(", "))]
    NotTwoArms {
        /// What was asked for.
        asked: String,
        /// All arms.
        arms: Vec<String>,
    },
    /// A day that ends no week of the study.
    #[error("--day {day} ends no week of this study; choose a multiple of 7 from 7 to {last}")]
    NoSuchDay {
        /// The day asked for.
        day: u16,
        /// The last day of the study.
        last: u16,
    },
    /// The range of candidates is empty.
    #[error("--from {from} --to {to} names no candidate; --to must be above --from")]
    NoCandidates {
        /// The first candidate.
        from: u64,
        /// The one after the last.
        to: u64,
    },
    /// The folder of the output file does not exist.
    #[error("the folder {} does not exist; make it first, or choose another", folder.display())]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The output file exists.
    #[error("{} exists already; add --force to overwrite it, or choose another name", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The output is a device or the like.
    #[error("{} is no ordinary file; leave out --out to print to standard output", path.display())]
    NoOrdinaryFile {
        /// What it is called.
        path: PathBuf,
    },
    /// Hardly anybody is eligible.
    #[error(transparent)]
    TooFewEligible(#[from] TooFewEligible),
    /// The file could not be written.
    #[error("{} cannot be written: {source}; check free space and permissions", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Standard output could not be written.
    #[error("standard output cannot be written: {source}")]
    Stdout {
        /// What the system says.
        source: io::Error,
    },
    /// The threads could not be started.
    #[error("{threads} threads cannot be started: {reason}; choose fewer with --threads")]
    Threads {
        /// How many.
        threads: usize,
        /// What the system says.
        reason: String,
    },
    /// A printed table and its layout do not belong together.
    #[error(transparent)]
    Sheet(#[from] SheetFault),
    /// Results could not be turned into text.
    #[error("the results cannot be written down: {reason}")]
    Encoding {
        /// What the encoder says.
        reason: String,
    },
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(", did you mean \"{name}\"?"))
}

impl CliError {
    /// Something wrong with standard output.
    pub(super) const fn stdout(source: io::Error) -> Self {
        Self::Stdout { source }
    }

    /// Something that an encoder says.
    pub(super) fn encoding(reason: impl Display) -> Self {
        Self::Encoding { reason: format!("{reason}") }
    }

    /// Whether it only means that nobody reads on, as in `| head`.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Stdout { source } if source.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The exit status: 2 for bad input, 1 for what went wrong outside.
    pub const fn status(&self) -> u8 {
        match self {
            Self::Unwritable { .. }
            | Self::Stdout { .. }
            | Self::Threads { .. }
            | Self::Encoding { .. } => 1,
            _ => 2,
        }
    }
}

/// The whole message as it is shown.
pub(super) fn in_full(error: &CliError) -> String {
    format!("error: {error}")
}
