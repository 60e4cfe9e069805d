//! What a session does to symptoms, and for how long (model, section 5): two linear states fed by a sigmoid effect.

use super::candidate::Candidate;
use super::exposure::Exposure;
use super::table::Decay;
use super::table::KF;
use super::table::LONGEST_GAP;
use crate::math;

/// The states between sessions that the drug drives.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DrugState {
    /// Fast component `F`, half-life 4 days.
    pub fast: f64,
    /// Slow component `S`, the afterglow, fed by the fast one.
    pub slow: f64,
    /// Tolerance moderator `Tm`, half-life 14 days.
    pub tolerance: f64,
    /// Habituation `H`, half-life 45 days.
    pub habituation: f64,
    /// Misuse pressure `Q`, half-life 28 days.
    pub pressure: f64,
}

/// The states after a gap without sessions.
///
/// `S <- S eS + F kf/(kf-ks) (eS - eF)`, the others decay; when `|kf-ks| < 1e-9` the second term is its limit,
/// `F kf d eF`. Exact for any gap: two gaps in a row equal one of their sum (up to rounding).
#[must_use]
pub fn advance(state: DrugState, ks: f64, gap: f64, decay: Decay) -> DrugState {
    advance_over(state, Slow { ks, kept: math::exp(-ks * gap) }, gap, decay)
}

/// A person's slow component over a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slow {
    /// Its rate.
    pub(super) ks: f64,
    /// What is left of it, `exp(-ks gap)`.
    pub(super) kept: f64,
}

/// What the slow component keeps over each gap of whole days.
pub(super) fn slow_decays(ks: f64) -> [f64; LONGEST_GAP + 1] {
    let mut kept = [1.0; LONGEST_GAP + 1];
    for (gap, kept) in (0_u8..).zip(&mut kept).skip(1) {
        *kept = math::exp(-ks * f64::from(gap));
    }
    kept
}

/// [`advance`] with what depends on the person and the gap known.
#[must_use]
pub(super) fn advance_over(state: DrugState, slow: Slow, gap: f64, decay: Decay) -> DrugState {
    let Slow { ks, kept: e_s } = slow;
    let e_f = decay.fast;
    let fed = if (KF - ks).abs() < 1e-9 {
        state.fast * KF * gap * e_f
    } else {
        state.fast * KF / (KF - ks) * (e_s - e_f)
    };
    DrugState {
        slow: state.slow * e_s + fed,
        fast: state.fast * e_f,
        tolerance: state.tolerance * decay.tolerance,
        habituation: state.habituation * decay.habituation,
        pressure: state.pressure * decay.pressure,
    }
}

/// The effect of a session, `E = U / (1 + U)` with `U = (AUC / (EC50 (1 + tol Tm)))^1.8`; in \[0, 1).
pub fn session_effect(person: &Candidate, state: DrugState, exposure: Exposure) -> f64 {
    if exposure.auc <= 0.0 {
        return 0.0;
    }
    let u = math::pow(exposure.auc / (person.ec50 * (1.0 + person.tol * state.tolerance)), 1.8);
    u / (1.0 + u)
}

/// The states right after a session: `F += E`, `Tm += E`, `H += min(x, 1)`, `Q += x`.
#[must_use]
pub fn jump(state: DrugState, effect: f64, x: f64) -> DrugState {
    DrugState {
        fast: state.fast + effect,
        slow: state.slow,
        tolerance: state.tolerance + effect,
        habituation: state.habituation + x.min(1.0),
        pressure: state.pressure + x,
    }
}

/// The fraction of symptoms the drug takes away: `min(1, eff emax (1 - exp(-X)))`, `X = .60 F + .30 S`.
pub fn drug_fraction(person: &Candidate, state: DrugState, efficacy: f64) -> f64 {
    let x = 0.60 * state.fast + 0.30 * state.slow;
    (efficacy * person.emax * (1.0 - math::exp(-x))).min(1.0)
}
