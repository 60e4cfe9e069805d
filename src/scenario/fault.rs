//! What can be wrong with a scenario file: each fault with its place, its data and the way to mend it.

use std::fmt;

use super::position::Lines;
use super::reader::Found;
use crate::protocol::DesignFault;
use crate::protocol::TablePlace;
use crate::unit::NoMix;
use crate::unit::OutOfRange;

/// At most this many faults are listed; the rest are counted.
const MOST_FAULTS: usize = 100;

/// Every fault of a scenario file, in order of position. There is at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioError {
    faults: Vec<Fault>,
    more: usize,
}

/// One fault and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// The field, `arm[2].dose`; list items are counted from 1. Empty for the file as a whole.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FaultKind {
    /// The text is no TOML here.
    #[error("this cannot be read: {message}")]
    Syntax {
        /// What the TOML reader says.
        message: String,
    },
    /// A field that does not exist.
    #[error("unknown field `{name}`")]
    UnknownField {
        /// The name in the file.
        name: String,
        /// The known name that is most like it.
        nearest: Option<&'static str>,
        /// All names known in this place.
        known: Vec<&'static str>,
    },
    /// A field that must be there is not.
    #[error("this field is missing")]
    Missing,
    /// A text that must say something is blank.
    #[error("this text is blank")]
    Blank,
    /// A value of another kind.
    #[error("{want} is needed here, and this is {got}")]
    WrongType {
        /// The kind that is needed.
        want: &'static str,
        /// The kind that is there.
        got: &'static str,
    },
    /// A number outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// Shares that are no mix.
    #[error(transparent)]
    Mix(#[from] NoMix),
    /// A list of the wrong length.
    #[error("{want} numbers are needed here, and there are {got}")]
    Count {
        /// How many are needed.
        want: usize,
        /// How many there are.
        got: usize,
    },
    /// A word that is not among the choices.
    #[error("\"{got}\" is not one of the choices")]
    UnknownChoice {
        /// The word in the file.
        got: String,
        /// The choice that is most like it.
        nearest: Option<&'static str>,
        /// The choices.
        choices: Vec<&'static str>,
    },
    /// A dose that is no rung.
    #[error("{dose} au is not on the dose ladder ({})", list(ladder))]
    NotOnLadder {
        /// The dose in the file.
        dose: f64,
        /// The doses that exist.
        ladder: Vec<f64>,
    },
    /// A field that means something elsewhere, not here.
    #[error("`{name}` belongs to {owner}, and here {here}")]
    Foreign {
        /// The field.
        name: &'static str,
        /// Where it would mean something: `rule = "forced"`.
        owner: &'static str,
        /// What is the case here: `rule = "fixed"`.
        here: String,
    },
    /// The file does not say which version of the format it follows.
    #[error("the file does not say which version of the format it follows")]
    SchemaMissing,
    /// The file follows a later version of the format.
    #[error(
        "the file follows version {found} of the format, and this program knows version {} at most",
        super::SCHEMA
    )]
    SchemaNewer {
        /// The version in the file.
        found: u32,
    },
    /// Two parts of the study do not fit together.
    #[error(transparent)]
    Design(#[from] DesignFault),
    /// The file is too long to be a scenario.
    #[error("the file has {bytes} bytes, and a scenario has {most} at most")]
    TooLong {
        /// Its length.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// The file is no text in UTF-8.
    #[error("the file is no UTF-8 text from byte {byte} on")]
    NotUtf8 {
        /// How many bytes are sound.
        byte: usize,
    },
}

impl FaultKind {
    /// Whether something is not there, which says little where a part of the file could not be read.
    pub(super) const fn is_absence(&self) -> bool {
        matches!(self, Self::Missing | Self::SchemaMissing)
    }

    /// How to mend it, in one short sentence.
    pub fn mend(&self) -> String {
        match self {
            Self::Syntax { message } if message.starts_with("duplicate") => {
                "keep one of the two".into()
            }
            Self::Syntax { .. } => "look at quotes, brackets, commas and = on this line".into(),
            Self::UnknownField { nearest, known, .. } => did_you_mean(*nearest, known),
            Self::UnknownChoice { nearest, choices, .. } => did_you_mean(*nearest, choices),
            Self::Missing => "add it".into(),
            Self::Blank => "write a few words between the quotes".into(),
            Self::WrongType { want, .. } => format!("write {want}"),
            Self::OutOfRange(fault) | Self::Mix(NoMix::Share(fault)) => {
                format!("make it {}", fault.range)
            }
            Self::Mix(NoMix::Sum { .. }) => "change the shares until they add up to 1".into(),
            Self::Mix(NoMix::Count { want, .. }) | Self::Count { want, .. } => {
                format!("write {want} numbers")
            }
            Self::NotOnLadder { .. } => "choose a dose of the ladder, or add this one to it".into(),
            Self::Foreign { owner, .. } => format!("remove it, or choose {owner}"),
            Self::SchemaMissing => format!("begin the file with schema = {}", super::SCHEMA),
            Self::SchemaNewer { .. } => "use a newer version of this program".into(),
            Self::Design(fault) => mend_design(fault).into(),
            Self::TooLong { .. } => "choose another file, or shorten its texts".into(),
            Self::NotUtf8 { .. } => "save the file as UTF-8 text".into(),
        }
    }
}

fn mend_design(fault: &DesignFault) -> &'static str {
    match fault {
        DesignFault::NoArm => "add an arm under [[arm]]",
        DesignFault::TooManyArms { .. } => "remove arms, or split the file in two",
        DesignFault::SameName { .. } => "rename one of them",
        DesignFault::Horizon { .. } => "choose 4 to 60 weeks",
        DesignFault::LadderLength { .. } => "list 2 to 12 doses",
        DesignFault::LadderOrder { .. } => "list the doses from low to high, each once",
        DesignFault::RungOutside { .. } => "move it between lowest and highest, or widen these",
        DesignFault::RangeEmpty { .. } => "swap lowest and highest",
        DesignFault::SeverityLadder { .. } => "add doses to the ladder, or choose another rule",
        DesignFault::Induction { .. } => "choose 1 to 26 weeks",
        DesignFault::Intervals { .. } => "list the intervals from short to long, each once",
        DesignFault::AssessmentInterval { .. } => "choose 7, 14 or 28 days",
        DesignFault::ScreenInterval { .. } => "choose a multiple of 7 from 7 to 84, or \"never\"",
        DesignFault::Table { at: TablePlace::Start, .. } => {
            "end [[arm.start]] with a row that has a dose and no condition"
        }
        DesignFault::Table { .. } => "change this row, or remove it",
        DesignFault::Withdrawal { .. } => "move it, or choose \"never\"",
        DesignFault::TrialSize { .. } => "choose 2 to 10000 people",
        DesignFault::LowestTrait { .. } => "begin at 1 point or above",
        DesignFault::Bounds { .. } => "order the numbers from low to high",
        DesignFault::MinScore { .. } => "choose a score from 0 to 60",
    }
}

fn did_you_mean(nearest: Option<&'static str>, known: &[&'static str]) -> String {
    match nearest {
        Some(name) => format!("did you mean {name}?"),
        None => format!("known here: {}", known.join(", ")),
    }
}

fn list(numbers: &[f64]) -> String {
    let words: Vec<String> = numbers.iter().map(f64::to_string).collect();
    words.join(", ")
}

impl ScenarioError {
    /// What was found, in order of position; there is at least one.
    pub(super) fn new(lines: &Lines, found: Vec<Found>) -> Self {
        debug_assert!(!found.is_empty(), "an error has a fault");
        let more = found.len().saturating_sub(MOST_FAULTS);
        let located = found.into_iter().take(MOST_FAULTS).map(|found| {
            let (line, column) = lines.position(found.at);
            let Found { path, kind, .. } = found;
            Fault { line, column, path, kind }
        });
        let faults = located.collect();
        Self { faults, more }
    }

    /// A single fault.
    pub(super) fn of(fault: Fault) -> Self {
        let faults = vec![fault];
        Self { faults, more: 0 }
    }

    /// The faults in order of position: at least one, the first hundred at most.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many more there are than [`faults`](Self::faults) lists.
    pub const fn more(&self) -> usize {
        self.more
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{} (mend: {})", self.kind, self.kind.mend())
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for ScenarioError {}
