//! How people of one trial are given to its arms. Knows nothing of what becomes of them.

use serde::Deserialize;
use serde::Serialize;

/// The size of a trial and how it is randomised: permuted blocks of twice the number of arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// People to each arm.
    pub per_arm: u16,
    /// What blocks are kept apart by.
    pub strata: Strata,
}

/// What the blocks of a randomisation are kept apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strata {
    /// Nothing: one list for everybody.
    None,
    /// Severity class: a list for each.
    Severity,
}

/// The most people to an arm of one trial.
pub const MOST_PER_ARM: u16 = 10_000;
