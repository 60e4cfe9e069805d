//! Who leaves and who misuses: weekly hazards and the drop-out after a session (model, sections 7.6 and 7.7).

use super::adverse::ByGrade;
use super::adverse::Grade;
use super::adverse::Residual;
use super::candidate::Candidate;
use crate::math;
use crate::protocol::world::Dropout;
use crate::unit::Days;

/// What the weekly hazard of leaving for lack of efficacy looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Baseline score `Y0`.
    pub baseline: f64,
    /// Last observed score `Ylast`.
    pub last: f64,
    /// Latent score `L` today.
    pub latent: f64,
    /// `1 - exp(-t/14)`.
    pub patience: f64,
}

/// Weekly hazard of leaving for lack of efficacy: `patience exp(intercept + slope (y* - 22) - gain g)`.
///
/// `y* = (1-psi) Ylast + psi L`, `g = (1-psi)(Y0 - Ylast) + psi (B - L)`: with `psi` 0 the reason for leaving was
/// observed, with 1 it never is.
#[inline]
pub fn lack_of_efficacy(law: &Dropout, b: f64, now: Standing) -> f64 {
    let psi = law.latent_share.get();
    let score = (1.0 - psi) * now.last + psi * now.latent;
    let gain = (1.0 - psi) * (now.baseline - now.last) + psi * (b - now.latent);
    now.patience
        * math::exp(
            law.efficacy_intercept.get() + law.efficacy_slope.get() * (score - 22.0)
                - law.efficacy_gain.get() * gain,
        )
}

/// Weekly hazard of leaving for other reasons: `.007 (1 + .06 hours a week so far)`.
#[inline]
pub fn administrative(law: &Dropout, hours: f64, day: Days) -> f64 {
    law.administrative.get() * (1.0 + 0.06 * hours / (day.get() / 7.0))
}

/// The logarithm of the person's own factor on the hazard of misuse, `.7 z_mis + 1.9 flag`.
pub const fn misuse_logarithm(person: &Candidate) -> f64 {
    person.misuse_logarithm + if person.flags.substance { 1.9 } else { 0.0 }
}

/// What screening for misuse takes from that logarithm, `.30 * 28 / interval`; 0 where there is none.
pub fn deterred(screen_every: Option<Days>) -> f64 {
    screen_every.map_or(0.0, |days| 0.30 * 28.0 / days.get())
}

/// The factor on the weekly hazard of misuse, `.00015 exp(logarithm - deterred)`.
#[inline]
pub fn misuse_factor(logarithm: f64, deterred: f64) -> f64 {
    0.00015 * math::exp(logarithm - deterred)
}

/// Probability that a screen detects misuse that has begun.
pub const SCREEN_SENSITIVITY: f64 = 0.6;

/// Probability of leaving after a session, by its worst true grade; halved when what happened was seen and is over.
pub fn adverse_dropout(law: ByGrade, worst: Grade, detected: Grade, residual: Residual) -> f64 {
    let managed = worst > 0 && detected == worst && residual == Residual::Over;
    law[usize::from(worst)] * if managed { 0.5 } else { 1.0 }
}
