//! How often each row of a rule decided.

use crate::engine::observed::Observed;
use crate::engine::outcome::Outcome;
use crate::engine::titrate::Decision;
use crate::engine::witness::Witness;
use crate::protocol::titration::Rule;
use crate::run::Person;
use crate::unit::Days;

/// How often each row was used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// People whose first dose each start row chose.
    pub starts: Vec<u64>,
    /// Decisions of each row.
    pub rows: Vec<u64>,
    /// Decisions in which no row matched.
    pub none: u64,
}

impl Uses {
    /// Nobody yet.
    pub fn of(rule: &Rule) -> Self {
        Self { starts: vec![0; rule.start().len()], rows: vec![0; rule.rows().len()], none: 0 }
    }

    /// Counts which start row chose the first dose of each person.
    pub fn begin(&mut self, rule: &Rule, people: &[Person], outcomes: &[Outcome]) {
        let rows = rule.start();
        for ((_, person, _), outcome) in people.iter().zip(outcomes) {
            let baseline = outcome.baseline();
            let fits = |prior: Option<_>| prior.is_none_or(|prior| prior == person.prior);
            let found = rows.iter().position(|row| row.baseline.holds(baseline) && fits(row.prior));
            if let Some(count) = found.and_then(|at| self.starts.get_mut(at)) {
                *count += 1;
            }
        }
    }

    /// The largest count, for bars.
    pub fn most(&self) -> u64 {
        self.starts.iter().chain(&self.rows).chain([&self.none]).copied().max().unwrap_or(0)
    }
}

impl Witness for Uses {
    fn decided(&mut self, _day: Days, _seen: &Observed, decision: &Decision) {
        let row = decision.row.and_then(|row| self.rows.get_mut(usize::from(row)));
        *row.unwrap_or(&mut self.none) += 1;
    }
}
