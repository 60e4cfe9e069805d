//! What is given to whom: dose ladder, route, dosing, arm. Knows nothing of people.

use serde::Deserialize;
use serde::Serialize;

use super::monitoring::Monitoring;
use super::schedule::Schedule;
use super::titration::Titration;
use crate::unit::ArbitraryUnits;

/// A rung of the dose ladder, counted from 0. Doses move by whole rungs, never by a float step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rung(pub u8);

/// Rungs of a dose ladder at most.
pub const MOST_RUNGS: usize = 12;

/// The doses that exist: 2 to [`MOST_RUNGS`], strictly ascending, the last is the top.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoseLadder(pub Vec<ArbitraryUnits>);

impl DoseLadder {
    /// The dose of a rung of a checked protocol.
    pub fn dose(&self, rung: Rung) -> f64 {
        self.0[usize::from(rung.0)].get()
    }

    /// The highest rung.
    pub fn top(&self) -> Rung {
        Rung(u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(u8::MAX))
    }

    /// The rung of a dose that is on the ladder.
    pub fn rung(&self, dose: ArbitraryUnits) -> Option<Rung> {
        self.0.iter().position(|rung| *rung == dose).and_then(|i| u8::try_from(i).ok()).map(Rung)
    }
}

/// One arm: what is given, how it is titrated, when people come, and how they are watched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arm {
    /// Its name, unique within the study.
    pub name: String,
    /// What the syringe holds.
    pub treatment: Treatment,
    /// Whether people know what they get.
    pub blinding: Blinding,
    /// Whether the dose follows weight.
    pub dosing: Dosing,
    /// How it is given.
    pub route: Route,
    /// How the dose is found.
    pub titration: Titration,
    /// When it is given.
    pub schedule: Schedule,
    /// How people are watched.
    pub monitoring: Monitoring,
}

/// What is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Treatment {
    /// The drug at the dose of the rung.
    Drug,
    /// The same sessions without drug: dose 0.
    Placebo,
    /// Dose 0 and no context response either.
    NoTreatment,
}

/// Whether people know what they get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blinding {
    /// Nobody knows; belief starts even.
    Blind,
    /// Everybody knows; belief starts near certainty.
    Open,
}

/// How a rung becomes a dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dosing {
    /// The rung's dose for everybody.
    Flat,
    /// The rung's dose times weight over 70 kg.
    PerKilogram,
}

/// How the drug is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// S: high, steady bioavailability, one hour of input.
    Steady,
    /// V: low, variable bioavailability, 0.2 hours of input.
    Variable(RouteDose),
}

/// Whether the dose of a route is adjusted for its nominal bioavailability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RouteDose {
    /// The rung's dose as it is.
    Plain,
    /// The rung's dose times the ratio of nominal bioavailabilities, `F_S / F_V`.
    Adjusted,
}
