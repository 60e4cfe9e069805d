//! How symptoms run: context, natural recovery, drug, fluctuation and life events (model, section 6).

use super::candidate::Candidate;
use super::table::DayTerms;
use crate::math;
use crate::unit::Days;

/// Belief of being on drug, on the logit scale, never leaves this range.
const BELIEF_RANGE: (f64, f64) = (-3.0, 20.0);

/// Belief at the start of an open-label arm.
pub const BELIEF_OPEN: f64 = 20.0;

/// What a person feels in a session that tells of a drug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Perception {
    /// Nothing of that kind.
    Nothing,
    /// Dissociation of any grade, or nausea or dizziness of at least moderate grade.
    Something,
}

/// Belief after a session: `+1.2` after something perceived, else `-.25`, within \[-3, 20\].
#[must_use]
pub fn update_belief(belief: f64, perception: Perception) -> f64 {
    // read from memory: nobody can predict a branch here
    const MOVES: [f64; 2] = [-0.25, 1.2];
    (belief + MOVES[perception as usize]).clamp(BELIEF_RANGE.0, BELIEF_RANGE.1)
}

/// The context response before its onset: `clamp(expit(lpi + .10 (7/interval - 1)) (1 + unblind (2b - 1)), 0, .97)`.
///
/// `contact` is the visit term `.10 (7/interval - 1)`; `b = expit(belief)`.
pub fn context(lpi: f64, contact: f64, unblinding: f64, belief: f64) -> f64 {
    coloured(plain_context(lpi, contact), unblinding, belief)
}

/// The visit term of [`context`], `.10 (7/interval - 1)`.
pub fn contact(assess_every: Days) -> f64 {
    0.10 * (7.0 / assess_every.get() - 1.0)
}

/// The constant part of [`context`], `expit(lpi + contact)`.
#[inline]
pub(super) fn plain_context(lpi: f64, contact: f64) -> f64 {
    math::expit(lpi + contact)
}

/// [`context`] from its constant part.
pub(super) fn coloured(plain: f64, unblinding: f64, belief: f64) -> f64 {
    if unblinding == 0.0 {
        return plain.clamp(0.0, 0.97);
    }
    (plain * (1.0 + unblinding * (2.0 * math::expit(belief) - 1.0))).clamp(0.0, 0.97)
}

/// The parts that the latent score is made of on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Context response before onset; 0 in a no-treatment arm.
    pub context: f64,
    /// Drug fraction `d`.
    pub drug: f64,
    /// Fluctuation `N`, points.
    pub fluctuation: f64,
    /// Life-event load `J`, points.
    pub load: f64,
}

/// What of a person the latent score rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disposition {
    /// Trait score `B`, points.
    pub b: f64,
    /// Fraction of natural recovery in the end, `rho`.
    pub rho: f64,
}

impl Disposition {
    /// That of a person.
    pub const fn of(person: &Candidate) -> Self {
        Self { b: person.b, rho: person.rho }
    }
}

/// The latent score: `L = max(m (1 + N/B) + J, 0)`, `m = B (1-r)(1-p)(1-d)`.
///
/// Fractions combine multiplicatively, and the fluctuation shrinks as the score improves.
#[inline]
pub fn latent(person: Disposition, day: DayTerms, parts: Parts) -> f64 {
    let recovery = person.rho * day.recovery;
    let context = parts.context * day.context;
    let smooth = person.b * (1.0 - recovery) * (1.0 - context) * (1.0 - parts.drug);
    math::larger(smooth * (1.0 + parts.fluctuation / person.b) + parts.load, 0.0)
}
