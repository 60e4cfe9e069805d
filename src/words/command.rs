//! What the command line says besides its numbers.

use std::fmt;

use super::sentence;
use crate::endpoint::Scale;
use crate::report::number::whole;
use crate::report::number::with_error;
use crate::tally::Estimate;
use crate::tally::Tally;

/// A sentence or a label of the command line.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// Title and question of a scenario.
    Heading {
        /// The title.
        title: &'a str,
        /// The question; may be empty.
        question: &'a str,
    },
    /// How many people, and whose luck.
    People {
        /// People enrolled.
        n: u64,
        /// The seed.
        seed: u64,
    },
    /// The way from the pool into the study.
    Funnel {
        /// Candidates looked at.
        screened: u64,
        /// Excluded by score, blood pressure, psychosis-like history, substance history.
        excluded: [u64; 4],
        /// People enrolled.
        enrolled: u64,
    },
    /// The scores at screening and on day 0 of the same people, before any treatment.
    Regression {
        /// Mean at screening, with its error.
        screening: Option<Estimate>,
        /// Mean fall, with its error.
        fall: Option<Estimate>,
    },
    /// Relapse within some weeks, of those who were well at the start of the count.
    RelapsedWithin {
        /// The weeks.
        weeks: u16,
    },
    /// How many people a group has.
    PeopleIn,
    /// Heading of the column of questions.
    Question,
    /// How to read the table.
    Reading,
    /// The last line of a table.
    Closing {
        /// The fingerprint of the results, 16 hexadecimal digits.
        digest: &'a str,
    },
    /// The run was stopped before everybody was in.
    Stopped {
        /// People enrolled until then.
        n: u64,
        /// People asked for.
        wanted: u64,
    },
    /// The same, where the number of people is said beside it.
    StoppedEarly,
    /// A plain line of progress.
    Progress {
        /// People enrolled so far.
        n: u64,
        /// People asked for.
        wanted: u64,
    },
    /// A file has been written.
    Written {
        /// Where.
        path: &'a str,
    },
    /// A scenario has no fault.
    Sound {
        /// What it was called by.
        name: &'a str,
        /// How many arms it has.
        arms: usize,
        /// How long it lasts.
        weeks: u16,
    },
    /// Heading of the column of outcomes.
    Outcome,
    /// Heading of the column of units.
    Unit,
    /// Nobody was observed.
    Nobody,
}

impl Phrase<'_> {
    /// The way from the pool into the study.
    pub const fn funnel(tally: &Tally) -> Self {
        Self::Funnel {
            screened: tally.screened,
            excluded: tally.excluded,
            enrolled: tally.enrolled,
        }
    }
}

impl Phrase<'_> {
    /// The scores at screening and on day 0.
    pub fn regression(tally: &Tally) -> Self {
        let screening = tally.screening.estimate(Scale::Mean);
        Self::Regression { screening, fall: tally.regression.estimate(Scale::Mean) }
    }
}

/// The lists of a randomisation, by severity class; the last is that of everybody.
pub const STRATA: [&str; 4] = ["mild", "moderate", "severe", "everybody"];

/// The reasons of exclusion in the order of a tally: name in files, words.
pub const EXCLUSIONS: [(&str, &str); 4] = [
    ("score", "score too low"),
    ("blood_pressure", "blood pressure"),
    ("psychosis_like", "psychosis-like history"),
    ("substance", "substance history"),
];

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Heading { title, question } => f.write_str(&sentence::heading(title, question)),
            Self::Regression { screening: Some(screening), fall: Some(fall) } => write!(
                f,
                "score at screening {}, on day 0 {} points from it, before any treatment: \
                 regression to the mean",
                with_error(*screening, 1.0, 1),
                with_error(*fall, 1.0, 2)
            ),
            Self::Question => write!(f, "question"),
            Self::PeopleIn => write!(f, "people"),
            Self::Regression { .. } => write!(f, "score at screening: nobody"),
            Self::RelapsedWithin { weeks } => {
                write!(f, "relapsed within {weeks} weeks (of those well at its start)")
            }
            Self::People { n: 1, seed } => {
                write!(f, "1 person, the same one in every arm; seed {seed}")
            }
            Self::People { n, seed } => {
                write!(f, "{} people, the same ones in every arm; seed {seed}", whole(*n))
            }
            Self::Funnel { screened, excluded, enrolled } => {
                write!(f, "screened: {}; excluded: ", whole(*screened))?;
                for (i, ((_, words), n)) in EXCLUSIONS.iter().zip(excluded).enumerate() {
                    let comma = if i > 0 { ", " } else { "" };
                    write!(f, "{comma}{words} {}", whole(*n))?;
                }
                write!(f, "; enrolled: {}", whole(*enrolled))
            }
            Self::Reading => {
                f.write_str("% is percent of people; \u{b1} is the Monte Carlo standard error")
            }
            Self::Closing { digest } => write!(
                f,
                "digest {digest}; errors are Monte Carlo standard errors; invented units: not a drug, not advice"
            ),
            Self::Stopped { n, wanted } => write!(
                f,
                "stopped early: these are the first {} of {} people",
                whole(*n),
                whole(*wanted)
            ),
            Self::StoppedEarly => f.write_str("stopped early: fewer people than were asked for"),
            Self::Progress { n, wanted } => {
                write!(f, "{} of {} people", whole(*n), whole(*wanted))
            }
            Self::Written { path } => write!(f, "written to {path}"),
            Self::Sound { name, arms, weeks } => {
                write!(f, "{name}: no fault; arms: {arms}, weeks: {weeks}")
            }
            Self::Outcome => f.write_str("outcome"),
            Self::Unit => f.write_str("unit"),
            Self::Nobody => f.write_str("\u{2013}"),
        }
    }
}
