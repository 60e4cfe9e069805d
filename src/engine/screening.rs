//! Who is enrolled (model, section 3). Sees what a screening visit sees.

use super::candidate::Candidate;
use crate::math;
use crate::protocol::population::Screening;
use crate::protocol::population::ScreeningMode;
use crate::stream::Purpose;

/// What screening decides about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Enrolled like everybody.
    Enrolled,
    /// Enrolled with a known risk flag: starts lower, is asked about adverse events.
    Caution,
    /// Not enrolled.
    Excluded(Exclusion),
}

/// Why somebody is not enrolled; the first reason in this order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// The screening score is below the threshold.
    Score,
    /// Blood pressure, measured or disclosed.
    Pressure,
    /// A disclosed psychosis-like history.
    Psychosis,
    /// A disclosed substance history.
    Substance,
}

/// The screening score `Ys = clamp(round(B + N(-7) + eps_s), 0, 60)`, inflated to the threshold when it lies up to three
/// points below and the person's inflation draw says so.
pub fn score(screening: &Screening, person: &Candidate) -> u8 {
    let score = whole_score(person.b + person.fluctuation + person.screening_noise);
    let threshold = screening.min_score;
    let near = score < threshold && score + 3 >= threshold;
    let inflated = screening.inflation.get() > 0.0
        && near
        && person.key.at(Purpose::Inflation, 0).uniform() < screening.inflation.get();
    if inflated { threshold } else { score }
}

/// A symptom level as a rater writes it down: rounded half away from zero, between 0 and 60.
#[inline]
pub fn whole_score(level: f64) -> u8 {
    wide_score(level).to_le_bytes()[0]
}

/// The same as wide as the numbers beside it, so that a loop over it becomes lanes.
#[inline]
pub(super) fn wide_score(level: f64) -> u64 {
    math::small_whole(math::between(math::round_half_away(level), (0.0, 60.0)))
}

/// What screening decides.
pub fn screen(screening: &Screening, person: &Candidate) -> Verdict {
    if score(screening, person) < screening.min_score {
        return Verdict::Excluded(Exclusion::Score);
    }
    match (screening.mode, known_risk(screening, person)) {
        (ScreeningMode::Lenient, _) | (_, None) => Verdict::Enrolled,
        (ScreeningMode::Strict, Some(reason)) => Verdict::Excluded(reason),
        (ScreeningMode::Caution, Some(_)) => Verdict::Caution,
    }
}

/// The first risk that screening learns of: a high pressure is measured, a flag has to be disclosed.
fn known_risk(screening: &Screening, person: &Candidate) -> Option<Exclusion> {
    let disclosed = |flag: usize| person.disclosure[flag] < screening.disclosure.get();
    let high = person.systolic >= screening.max_pressure.get();
    if high || (person.flags.pressure && disclosed(0)) {
        Some(Exclusion::Pressure)
    } else if person.flags.psychosis && disclosed(1) {
        Some(Exclusion::Psychosis)
    } else if person.flags.substance && disclosed(2) {
        Some(Exclusion::Substance)
    } else {
        None
    }
}
