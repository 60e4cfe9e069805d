//! How people differ in what nobody can see: the individual parameters, as laws (model, section 2).
//!
//! Each is a fixed part, shifts by what is known of the person, and a deviate of its own.

use serde::Deserialize;
use serde::Serialize;

use crate::unit::LogSpread;
use crate::unit::Logit;
use crate::unit::Multiplier;
use crate::unit::NonNegative;
use crate::unit::Positive;
use crate::unit::Pressure;
use crate::unit::Probability;
use crate::unit::Shift;
use crate::unit::Spread;

/// The laws of the individual parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Traits {
    /// Clearance and volume.
    pub kinetics: Kinetics,
    /// `EC50`.
    pub sensitivity: Sensitivity,
    /// `emax`.
    pub benefit: Benefit,
    /// `lpi`.
    pub context: Context,
    /// `rho`.
    pub recovery: Recovery,
    /// `ks`.
    pub afterglow: Afterglow,
    /// `tol`.
    pub tolerance: Tolerance,
    /// Usual systolic pressure, and its rise.
    pub pressure: PressureLaw,
    /// Spread of the susceptibility to adverse events, `sus`; 1 by default.
    pub susceptibility: Spread,
    /// Spread of the logarithm of the misuse hazard between people; .7 by default.
    pub misuse: LogSpread,
    /// Standard deviation of the symptom fluctuation `N`, points; 4.5 by default.
    pub fluctuation: Spread,
    /// Standard deviation of rater noise, points; 2.4 by default.
    pub rater: Spread,
}

/// `CL = 10 (W/70)^.75 met [B: inhibited] exp(spread Z)`, `V = 20 (W/70) exp(spread Z)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kinetics {
    /// Factors on clearance of slow, typical and fast metabolisers.
    pub metaboliser: [Multiplier; 3],
    /// Factor on clearance under co-medication B.
    pub inhibited: Multiplier,
    /// Spread of the logarithm of clearance.
    pub clearance_spread: LogSpread,
    /// Spread of the logarithm of the volume.
    pub volume_spread: LogSpread,
}

/// The logarithm of `EC50 / 7`: shifts by prior treatment, severity, chronicity and co-medication A.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// Shift by prior treatment.
    pub prior: [Shift; 3],
    /// Slope on standardised severity.
    pub severity: Shift,
    /// Slope on chronicity.
    pub chronicity: Shift,
    /// Shift under co-medication A.
    pub blunted: Shift,
    /// Spread.
    pub spread: LogSpread,
}

/// The logit of the largest share of symptoms that the drug can take away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benefit {
    /// Mean.
    pub mean: Logit,
    /// Slope on chronicity.
    pub chronicity: Logit,
    /// Spread.
    pub spread: Spread,
}

/// The logit of the context response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// Constant.
    pub mean: Logit,
    /// Shift by prior treatment.
    pub prior: [Logit; 3],
    /// Slope on chronicity.
    pub chronicity: Logit,
    /// Slope on standardised severity.
    pub severity: Logit,
    /// Spread.
    pub spread: Spread,
    /// Correlation of the context deviate with expectancy.
    pub expectancy: Probability,
}

/// The logit of natural recovery in the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recovery {
    /// Mean.
    pub mean: Logit,
    /// Slope on chronicity.
    pub chronicity: Logit,
    /// Spread.
    pub spread: Spread,
}

/// The rate of the slow component, `ln 2 / half-life exp(-spread Z)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Afterglow {
    /// Half-life of the median person, days.
    pub half_life: Positive,
    /// Spread of its logarithm.
    pub spread: LogSpread,
}

/// How much past effect raises `EC50`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// Share of people who are prone.
    pub share: Probability,
    /// In those who are prone.
    pub prone: Probability,
    /// In the others.
    pub others: Probability,
}

/// Usual systolic pressure: `usual + age (age - 45) + weight (W - 78) + sd Z [+ flagged]`; its rise has a factor
/// `exp(rise_spread Z)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PressureLaw {
    /// At 45 years and 78 kg.
    pub usual: Pressure,
    /// Slope on age, a year.
    pub age: Shift,
    /// Slope on weight, a kg.
    pub weight: Shift,
    /// Standard deviation.
    pub sd: Spread,
    /// Added under the blood pressure flag.
    pub flagged: NonNegative,
    /// Spread of the logarithm of the rise after a dose.
    pub rise_spread: LogSpread,
}
