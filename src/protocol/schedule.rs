//! When people come: induction, maintenance, rescue (model, section 8). Knows nothing of doses.

use serde::Deserialize;
use serde::Serialize;

use crate::unit::Days;

/// The sessions of an arm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// Weeks of induction, two sessions a week at gaps of 3 and 4 days; 1 to 26.
    pub induction_weeks: u8,
    /// What follows the induction.
    pub maintenance: Maintenance,
    /// What is done about a relapse in maintenance.
    pub relapse: RelapsePolicy,
    /// What is done about non-response at the end of the induction.
    pub non_response: NonResponsePolicy,
    /// Whether those who are stable go on or stop. None: everybody goes on.
    pub withdrawal: Option<Withdrawal>,
}

impl Schedule {
    /// The day from which time to relapse is counted: that of withdrawal, or else the end of the induction as planned.
    pub fn landmark(&self) -> Days {
        let induction = Days(7 * u16::from(self.induction_weeks));
        self.withdrawal.map_or(induction, |withdrawal| withdrawal.at)
    }
}

/// Where treatment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// Two sessions a week.
    Induction,
    /// Sessions at longer intervals.
    Maintenance,
    /// Four sessions at induction pace after a relapse.
    Rescue,
}

/// A withdrawal design: on one day those who are stable go on or stop (model, section 8).
///
/// Stable are people in the study with at least 3 of the last 4 weekly scores in remission (stable remitters), or else
/// with a response at the last two (stable responders). Relapses count only when both visits lie after that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The day; it ends a week.
    pub at: Days,
    /// What becomes of those who are stable.
    pub branch: Branch,
}

/// What becomes of stable people in a withdrawal design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Branch {
    /// Each by chance, with equal odds.
    Randomise,
    /// All go on.
    Continue,
    /// All stop.
    Stop,
}

/// What follows the induction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Maintenance {
    /// Nothing: treatment ends.
    None,
    /// Sessions at one interval.
    Every(Days),
    /// Sessions at the first interval of an ascending ladder, moved along it by response.
    Ladder {
        /// The intervals, ascending; 7, 14 and 28 days by default.
        intervals: Vec<Days>,
        /// Whether response moves people along the ladder.
        spacing: Spacing,
    },
}

impl Maintenance {
    /// Whether response moves people to other intervals.
    pub const fn spacing(&self) -> Spacing {
        match self {
            Self::None | Self::Every(_) => Spacing::Hold,
            Self::Ladder { spacing, .. } => *spacing,
        }
    }
}

/// Whether response moves people along the interval ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spacing {
    /// Everybody stays at the first interval.
    Hold,
    /// Longer after two good assessments, shorter after a bad one.
    Stretch,
}

/// What is done about a relapse in maintenance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelapsePolicy {
    /// Nothing more than maintenance.
    Continue,
    /// Four sessions at induction pace, then maintenance from the first interval.
    Rescue,
}

/// What is done when the induction has brought less than 25 % improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NonResponsePolicy {
    /// Treatment goes on.
    Continue,
    /// Treatment stops.
    Stop,
}
