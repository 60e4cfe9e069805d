//! What is measured of one person in one arm. Sees a life that is over; computes nothing that the engine computes.

use super::life::LATENT_DAYS;
use super::life::Person;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::engine::adverse::Kind;
use crate::engine::exposure;
use crate::engine::exposure::Exposure;
use crate::protocol::Protocol;
use crate::protocol::titration::Rule;
use crate::unit::Days;

/// Something measured of one person in one arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// As in every run.
    Endpoint(Endpoint),
    /// Observed score of day 0.
    Baseline,
    /// At least one true event of grade 3 of a kind.
    Severe(Kind),
    /// Mean rise in systolic pressure over the sessions given.
    PressureRise,
    /// Dose of the rung on which somebody still is when the study ends.
    LastDose,
    /// Body weight, kg.
    Weight,
    /// Dose of a fixed arm, au, after weight and route.
    NominalDose,
    /// `AUC` of the nominal dose at the route's median uptake.
    NominalAuc,
    /// Peak concentration of the same.
    NominalPeak,
    /// Rescues started.
    Rescues,
    /// Latent score of one of the [`LATENT_DAYS`].
    Latent(Days),
}

impl Fact {
    /// Whether it is a share of people or a mean over them.
    pub const fn scale(self) -> Scale {
        match self {
            Self::Endpoint(endpoint) => endpoint.scale(),
            Self::Severe(_) => Scale::Proportion,
            _ => Scale::Mean,
        }
    }

    /// The value of one person; none when there is nothing to measure.
    pub fn value(self, protocol: &Protocol, person: &Person, arm: usize) -> Option<f64> {
        let life = &person.lives[arm];
        let outcome = &life.outcome;
        match self {
            Self::Endpoint(endpoint) => endpoint.value(outcome, protocol),
            Self::Baseline => Some(f64::from(outcome.baseline())),
            Self::Severe(kind) => {
                Some(f64::from(u8::from(outcome.events.of(kind as usize, 3) > 0)))
            }
            Self::PressureRise => {
                (outcome.given > 0).then(|| life.noted.rises / f64::from(outcome.given))
            }
            Self::LastDose => last_dose(protocol, person, arm),
            Self::Weight => Some(person.who.weight),
            Self::NominalDose => nominal_dose(protocol, person, arm),
            Self::NominalAuc => nominal(protocol, person, arm).map(|exposure| exposure.auc),
            Self::NominalPeak => {
                nominal(protocol, person, arm).map(|exposure| exposure.x * exposure::REFERENCE_PEAK)
            }
            Self::Rescues => Some(f64::from(outcome.rescues)),
            Self::Latent(day) => {
                LATENT_DAYS.iter().position(|d| *d == day).and_then(|i| life.noted.latent[i])
            }
        }
    }
}

/// Leaving or stopping on the last day is no longer being on treatment.
fn last_dose(protocol: &Protocol, person: &Person, arm: usize) -> Option<f64> {
    let outcome = &person.lives[arm].outcome;
    if outcome.left.is_some() || outcome.stopped.is_some() {
        return None;
    }
    let rung = outcome.rungs.iter().rev().find(|rung| **rung != u8::MAX)?;
    protocol.ladder.0.get(usize::from(*rung)).map(|dose| dose.get())
}

fn nominal_dose(protocol: &Protocol, person: &Person, arm: usize) -> Option<f64> {
    let arm = &protocol.arms[arm];
    match arm.titration.rule {
        Rule::Fixed { at } => {
            Some(exposure::dose(arm, protocol.ladder.dose(at), person.who.weight))
        }
        _ => None,
    }
}

fn nominal(protocol: &Protocol, person: &Person, arm: usize) -> Option<Exposure> {
    let dose = nominal_dose(protocol, person, arm)?;
    let delivery = exposure::delivery(protocol.arms[arm].route);
    let share = exposure::peak_share(person.who.k, delivery.t_in);
    Some(exposure::expose(person.who.cl, dose, delivery.f, share))
}
