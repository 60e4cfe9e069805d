//! Titration rules as data (model, section 9): decision tables over findings. A rule sees what a clinician sees, never the
//! person; it is applied by the engine.
//!
//! Every rule is a table: rows for the first dose, then rows of which the first that fits decides before each session.
//! The built-in rules are tables that come with the program ([`rule`]); a scenario may write its own.

use std::ops::Deref;

use serde::Deserialize;
use serde::Serialize;

use super::arm::Rung;
use super::population::PriorTreatment;
use super::schedule::Phase;
use crate::unit::Days;
use crate::unit::Improvement;

pub mod rule;

pub use rule::Rule;

/// How the dose of an arm is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Titration {
    /// The rule.
    pub rule: Rule,
    /// No dose below this rung.
    pub lowest: Rung,
    /// No dose above this rung.
    pub highest: Rung,
}

/// A decision table that an author wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionTable {
    /// The first dose: the first row that fits.
    pub start: Vec<StartRow>,
    /// What is done before a session: the first row that fits; none, and the dose stays.
    pub rows: Vec<Row>,
}

impl DecisionTable {
    /// The dose that everybody begins with, if the table has one row for the first dose and that fits everybody.
    pub fn only_start(&self) -> Option<Rung> {
        match self.start.as_slice() {
            [row] if row.baseline.is_any() && row.prior.is_none() => Some(row.at),
            _ => None,
        }
    }
}

/// A row for the first dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartRow {
    /// Baseline score.
    pub baseline: Span<u8>,
    /// Prior treatment; none: any.
    pub prior: Option<PriorTreatment>,
    /// The dose.
    pub at: Rung,
}

/// A row of a decision table: it fits when all its conditions hold and a rise it asks for has room.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Improvement since baseline, `imp`.
    pub improvement: Span<Improvement>,
    /// Worst event detected at the last session, `g`.
    pub reported: Span<Report>,
    /// Sessions given since the last change of dose, `n`.
    pub sessions: Span<u16>,
    /// The dose now.
    pub dose: Span<Rung>,
    /// Weeks completed since the first session.
    pub weeks: Span<u16>,
    /// Where treatment stands; none: anywhere.
    pub phase: Option<Phase>,
    /// Prior treatment; none: any.
    pub prior: Option<PriorTreatment>,
    /// What is done.
    pub then: Action,
}

/// From a least value, included, to below a greatest; an end that is missing bounds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span<T> {
    /// The least value.
    pub least: Option<T>,
    /// All values lie below this.
    pub below: Option<T>,
}

/// The worst adverse event detected at a session, as a clinician writes it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Report {
    /// Grade 0.
    Nothing,
    /// Grade 1.
    Mild,
    /// Grade 2.
    Moderate,
    /// Grade 3.
    Severe,
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// Up by some rungs, if there is room for all of them.
    Raise(Rise),
    /// Down by some rungs, not below the arm's lowest.
    Lower {
        /// Rungs.
        by: u8,
    },
    /// The dose stays.
    Stay,
    /// Treatment ends; today's session is not given.
    Stop,
    /// No sessions for some days, then a new induction; today's session is not given.
    Washout {
        /// Days without sessions.
        days: Days,
        /// The rise that comes with it.
        rise: Rise,
    },
}

/// How far the dose rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rise {
    /// Rungs.
    pub by: u8,
    /// Not above this rung; none: the arm's highest.
    pub up_to: Option<Rung>,
}

impl<T: PartialOrd + Copy> Span<T> {
    /// All values.
    pub const ANY: Self = Self { least: None, below: None };

    /// This value and all above.
    pub const fn at_least(least: T) -> Self {
        Self { least: Some(least), below: None }
    }

    /// All values below.
    pub const fn below(below: T) -> Self {
        Self { least: None, below: Some(below) }
    }

    /// Whether a value lies in it.
    pub fn holds(&self, value: T) -> bool {
        self.least.is_none_or(|least| value >= least)
            && self.below.is_none_or(|below| value < below)
    }

    /// Whether no value can lie in it.
    pub fn is_empty(&self) -> bool {
        matches!((self.least, self.below), (Some(least), Some(below)) if least >= below)
    }

    /// Whether every value lies in it.
    pub const fn is_any(&self) -> bool {
        self.least.is_none() && self.below.is_none()
    }
}

impl Report {
    /// All of them, from nothing to severe.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Mild, Self::Moderate, Self::Severe];
}

impl StartRow {
    /// Everybody starts at this rung.
    pub const fn everybody(at: Rung) -> Self {
        Self { baseline: Span::ANY, prior: None, at }
    }

    /// Whether it fits everybody.
    pub const fn fits_all(&self) -> bool {
        self.baseline.is_any() && self.prior.is_none()
    }
}

impl Row {
    /// A row without conditions; conditions are added by naming fields.
    pub const fn then(then: Action) -> Self {
        Self {
            improvement: Span::ANY,
            reported: Span::ANY,
            sessions: Span::ANY,
            dose: Span::ANY,
            weeks: Span::ANY,
            phase: None,
            prior: None,
            then,
        }
    }
}

/// The most rows that a table may have, and the most rows for its first dose.
pub const MOST_ROWS: usize = 24;

/// The most rows of a built-in rule.
const MOST_BUILT_IN: usize = 6;

/// The rows of a rule in order: of a table that an author wrote, or of a built-in rule.
///
/// Built-in rows are held in place, so that looking them up allocates nothing.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a, T>(Held<'a, T>);

#[derive(Clone, Copy, Debug)]
enum Held<'a, T> {
    Written(&'a [T]),
    BuiltIn([T; MOST_BUILT_IN], usize),
}

impl<'a, T: Copy> Rows<'a, T> {
    /// Rows that an author wrote.
    pub const fn written(rows: &'a [T]) -> Self {
        Self(Held::Written(rows))
    }

    /// Rows of a built-in rule, at most [`MOST_BUILT_IN`]; `filler` fills the rest of the place.
    fn built_in<const N: usize>(rows: [T; N], filler: T) -> Self {
        const { assert!(N <= MOST_BUILT_IN) }
        let mut all = [filler; MOST_BUILT_IN];
        all[..N].copy_from_slice(&rows);
        Self(Held::BuiltIn(all, N))
    }
}

impl<T> Deref for Rows<'_, T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        match &self.0 {
            Held::Written(rows) => rows,
            Held::BuiltIn(rows, n) => &rows[..*n],
        }
    }
}
