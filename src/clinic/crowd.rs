//! What the same rules do to everybody of the cast: against taking one person, or ten, for a finding.

use super::Clinic;
use super::TEN;
use crate::endpoint::Fate;

/// How everybody of the cast ended under one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// The arm.
    pub arm: usize,
    /// How people ended, in order.
    pub fates: Vec<Fate>,
}

impl Clinic {
    /// Everybody of the cast under an arm.
    pub fn crowd(&self, arm: usize) -> Crowd {
        let ready = &self.cast.ready;
        let Some(it) = ready.protocol.arms.get(arm) else {
            return Crowd { arm, fates: Vec::new() };
        };
        let outcomes = ready.outcomes(&self.cast.people, it);
        let fates = outcomes.iter().map(|outcome| Fate::of(outcome, &ready.protocol)).collect();
        Crowd { arm, fates }
    }
}

impl Crowd {
    /// How many people a test holds for.
    pub fn count(&self, test: fn(Fate) -> bool) -> usize {
        self.fates.iter().filter(|fate| test(**fate)).count()
    }

    /// In each full row of ten, how many people a test holds for.
    pub fn rows(&self, test: fn(Fate) -> bool) -> Vec<usize> {
        let row = |ten: &[Fate]| ten.iter().filter(|fate| test(**fate)).count();
        self.fates.chunks_exact(TEN).map(row).collect()
    }

    /// The fewest and the most in 95 of 100 rows of ten: a fortieth of them is left out at either end.
    pub fn usual(&self, test: fn(Fate) -> bool) -> (usize, usize) {
        let mut rows = self.rows(test);
        rows.sort_unstable();
        let out = rows.len() / 40;
        let (low, high) =
            (rows.get(out), rows.len().checked_sub(out + 1).and_then(|i| rows.get(i)));
        (low.copied().unwrap_or(0), high.copied().unwrap_or(0))
    }
}
