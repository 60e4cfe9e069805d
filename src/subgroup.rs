//! Groups that people are divided into: by what they are, or by the dose they end on. Knows no result.

use crate::engine::candidate::Candidate;
use crate::engine::outcome::Outcome;
use crate::math;
use crate::protocol::Protocol;
use crate::protocol::population::TruncatedLogNormal;

/// What people are divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// What earlier treatment did.
    Prior,
    /// Severity class.
    Severity,
    /// Thirds of the candidates' weight.
    Weight,
    /// Co-medication.
    Comedication,
    /// Slow, typical, fast.
    Metaboliser,
    /// Risk flags: none, each of the three alone, several.
    Flag,
    /// The dose of the last session given.
    FinalDose,
}

/// The groups of one study.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// What people are divided by.
    pub by: Grouping,
    thirds: [f64; 2],
    rungs: usize,
}

impl Groups {
    /// The groups of a study.
    pub fn new(by: Grouping, protocol: &Protocol) -> Self {
        let thirds = [1.0 / 3.0, 2.0 / 3.0].map(|p| quantile(&protocol.population.weight, p));
        Self { by, thirds, rungs: protocol.ladder.0.len() }
    }

    /// How many groups there are.
    pub const fn n(&self) -> usize {
        match self.by {
            Grouping::Prior
            | Grouping::Severity
            | Grouping::Weight
            | Grouping::Comedication
            | Grouping::Metaboliser => 3,
            Grouping::Flag => 5,
            Grouping::FinalDose => self.rungs + 1,
        }
    }

    /// The weights that divide light, middle and heavy, kg.
    pub const fn thirds(&self) -> [f64; 2] {
        self.thirds
    }

    /// The group of a person in an arm, counted from 0. Nobody without a session has a final dose: the last group.
    pub fn of(&self, person: &Candidate, outcome: &Outcome) -> usize {
        match self.by {
            Grouping::Prior => person.prior as usize,
            Grouping::Severity => person.severity as usize,
            Grouping::Comedication => person.comedication as usize,
            Grouping::Weight => self.thirds.iter().filter(|cut| person.weight >= **cut).count(),
            Grouping::Metaboliser => person.metaboliser_class,
            Grouping::Flag => {
                let flags = &person.flags;
                match (flags.pressure, flags.psychosis, flags.substance) {
                    (false, false, false) => 0,
                    (true, false, false) => 1,
                    (false, true, false) => 2,
                    (false, false, true) => 3,
                    _ => 4,
                }
            }
            Grouping::FinalDose => {
                let last = outcome.rungs.iter().rev().find(|rung| **rung != u8::MAX);
                last.map_or(self.rungs, |rung| usize::from(*rung))
            }
        }
    }
}

/// The quantile of a truncated log-normal law.
fn quantile(law: &TruncatedLogNormal, p: f64) -> f64 {
    let (median, sd) = (math::ln(law.median.get()), law.sdlog.get());
    if sd == 0.0 {
        return law.median.get();
    }
    let at = |x: f64| math::normal_cdf((math::ln(x) - median) / sd);
    let (low, high) = (at(law.lowest.get()), at(law.highest.get()));
    math::exp(median + sd * math::normal_quantile(low + p * (high - low)))
}
