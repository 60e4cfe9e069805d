//! Who the candidates are, and who of them is enrolled (model, sections 2 and 3). Knows nothing of treatment.

pub mod traits;

use serde::Deserialize;
use serde::Serialize;

use crate::unit::Mix;
use crate::unit::Multiplier;
use crate::unit::Points;
use crate::unit::Positive;
use crate::unit::Pressure;
use crate::unit::Probability;
use crate::unit::Spread;
use traits::Traits;

/// Class of symptom severity, in the order of the severity mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Trait score 20 to under 28 by default.
    Mild,
    /// Trait score 28 to under 35 by default.
    Moderate,
    /// Trait score 35 to under 52 by default.
    Severe,
}

/// What earlier treatment did, in the order of the prior-treatment mixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PriorTreatment {
    /// Never treated before.
    None,
    /// Treated with partial response.
    Partial,
    /// Treated without response.
    NonResponse,
}

/// Other medication, in the order of its mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Comedication {
    /// None that matters.
    None,
    /// A: blunts the effect.
    Blunting,
    /// B: inhibits clearance.
    Inhibiting,
}

impl Severity {
    /// All classes in order.
    pub const ALL: [Self; 3] = [Self::Mild, Self::Moderate, Self::Severe];
}

impl PriorTreatment {
    /// All classes in order.
    pub const ALL: [Self; 3] = [Self::None, Self::Partial, Self::NonResponse];
}

impl Comedication {
    /// All classes in order.
    pub const ALL: [Self; 3] = [Self::None, Self::Blunting, Self::Inhibiting];
}

/// The law of the candidates' covariates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Population {
    /// Shares of mild, moderate and severe.
    pub severity: Mix<3>,
    /// The trait score `B` within each class.
    pub score: TraitScore,
    /// Shares of none, partial and non-response, for each severity class.
    pub prior: [Mix<3>; 3],
    /// Age, years.
    pub age: TruncatedNormal,
    /// Body weight, kg.
    pub weight: TruncatedLogNormal,
    /// Length of the episode, months.
    pub episode: EpisodeLength,
    /// Shares of no co-medication, A and B.
    pub comedication: Mix<3>,
    /// Shares of slow, typical and fast metabolisers.
    pub metaboliser: Mix<3>,
    /// Prevalence of the three risk flags: blood pressure, psychosis-like, substance history.
    pub flags: [Probability; 3],
    /// How people differ in what nobody can see.
    pub traits: Traits,
    /// Factor on everybody's clearance.
    pub clearance: Multiplier,
    /// Factor on everybody's `EC50`.
    pub ec50: Multiplier,
}

/// The trait score `B`: normal within its class, truncated to the class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TraitScore {
    /// Means of the three classes.
    pub means: [Points; 3],
    /// Standard deviation in every class.
    pub sd: Spread,
    /// The four bounds of the three classes, ascending; a class holds its lower bound, not its upper.
    pub bounds: [Points; 4],
}

/// A normal law truncated to an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TruncatedNormal {
    /// Mean before truncation.
    pub mean: Positive,
    /// Standard deviation before truncation.
    pub sd: Spread,
    /// Lower end.
    pub lowest: Positive,
    /// Upper end.
    pub highest: Positive,
}

/// A log-normal law truncated to an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TruncatedLogNormal {
    /// Median before truncation.
    pub median: Positive,
    /// Standard deviation of the logarithm.
    pub sdlog: Spread,
    /// Lower end.
    pub lowest: Positive,
    /// Upper end.
    pub highest: Positive,
}

/// Episode length: log-normal with a median for each class of prior treatment, clamped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EpisodeLength {
    /// Medians by prior treatment, months.
    pub medians: [Positive; 3],
    /// Standard deviation of the logarithm.
    pub sdlog: Spread,
    /// Shortest, months.
    pub lowest: Positive,
    /// Longest, months.
    pub highest: Positive,
}

/// Who is enrolled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screening {
    /// What is done about risk flags.
    pub mode: ScreeningMode,
    /// Enrol at this screening score or above.
    pub min_score: u8,
    /// Probability that a flag is disclosed.
    pub disclosure: Probability,
    /// Exclude (or treat with caution) from this usual systolic pressure on.
    pub max_pressure: Pressure,
    /// Probability that a score just under the threshold (up to 3 points) is written down as the threshold.
    pub inflation: Probability,
}

/// What screening does about risk flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreeningMode {
    /// Known flags are excluded.
    Strict,
    /// Only the score counts.
    Lenient,
    /// Known flags are enrolled, start two rungs lower and are asked about adverse events.
    Caution,
}
