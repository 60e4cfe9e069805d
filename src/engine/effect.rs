//! What a session does to symptoms, and for how long (model, section 5): two linear states fed by a sigmoid effect.

use super::candidate::Candidate;
use super::table::Decay;
use super::table::KF;
use super::table::LONGEST_GAP;
use super::table::Tables;
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
    let kept = math::exp(-ks * gap);
    advance_over(state, (kept, fed(ks, gap, kept, decay.fast)), &decay)
}

/// What a fast component of 1 feeds the slow one over a gap, `kf/(kf-ks) (eS - eF)` or its limit.
fn fed(ks: f64, gap: f64, e_s: f64, e_f: f64) -> f64 {
    if (KF - ks).abs() < 1e-9 { KF * gap * e_f } else { KF / (KF - ks) * (e_s - e_f) }
}

/// [`advance`] where what the slow component keeps and what it is fed is known.
#[must_use]
#[inline]
fn advance_over(state: DrugState, (kept, fed): (f64, f64), decay: &Decay) -> DrugState {
    DrugState {
        slow: state.slow * kept + state.fast * fed,
        fast: state.fast * decay.fast,
        tolerance: state.tolerance * decay.tolerance,
        habituation: state.habituation * decay.habituation,
        pressure: state.pressure * decay.pressure,
    }
}

/// A person's slow component over each gap of whole days: what is kept of it, and what it is fed.
#[derive(Clone, Debug)]
pub(super) struct Slow([(f64, f64); LONGEST_GAP + 1]);

impl Slow {
    /// That of somebody with this rate, and what it keeps over a day, `exp(-ks)`.
    pub(super) fn of(ks: f64, a_day: f64, tables: &Tables) -> Self {
        let days: [f64; LONGEST_GAP + 1] = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
        let mut kept = [1.0; LONGEST_GAP + 1];
        for gap in 1..kept.len() {
            kept[gap] = kept[gap - 1] * a_day;
        }
        let gaps: [u16; LONGEST_GAP + 1] = [0, 1, 2, 3, 4, 5, 6, 7];
        Self(std::array::from_fn(|i| {
            (kept[i], fed(ks, days[i], kept[i], tables.decay(gaps[i]).fast))
        }))
    }

    /// [`advance`] over a gap of whole days between two events.
    #[inline]
    pub(super) fn advance(&self, state: DrugState, gap: u16, tables: &Tables) -> DrugState {
        advance_over(state, self.0[usize::from(gap)], tables.decay(gap))
    }
}

/// How sensitive a person is to a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Exposure of half the maximal effect, `EC50`.
    pub ec50: f64,
    /// How much past effect raises it, `tol`.
    pub tol: f64,
}

impl Sensitivity {
    /// That of a person.
    pub const fn of(person: &Candidate) -> Self {
        Self { ec50: person.ec50, tol: person.tol }
    }
}

/// The effect of a session, `E = U / (1 + U)` with `U = (AUC / (EC50 (1 + tol Tm)))^1.8`; in \[0, 1), 0 without drug.
#[inline]
pub fn session_effect(person: Sensitivity, tolerance: f64, auc: f64) -> f64 {
    let u = math::positive_pow(auc / (person.ec50 * (1.0 + person.tol * tolerance)), 1.8);
    u / (1.0 + u)
}

/// The states right after a session: `F += E`, `Tm += E`, `H += min(x, 1)`, `Q += x`.
#[must_use]
pub fn jump(state: DrugState, effect: f64, x: f64) -> DrugState {
    DrugState {
        fast: state.fast + effect,
        slow: state.slow,
        tolerance: state.tolerance + effect,
        habituation: state.habituation + math::smaller(x, 1.0),
        pressure: state.pressure + x,
    }
}

/// The fraction of symptoms the drug takes away: `min(1, eff emax (1 - exp(-X)))`, `X = .60 F + .30 S`.
#[inline]
pub fn drug_fraction(emax: f64, (fast, slow): (f64, f64), efficacy: f64) -> f64 {
    let x = 0.60 * fast + 0.30 * slow;
    math::smaller(efficacy * emax * (1.0 - math::exp(-x)), 1.0)
}
