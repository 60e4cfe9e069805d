//! Adverse events of one session: what happens, what is detected, what turns serious (model, sections 7.1 to 7.5).

use std::ops::Add;

use super::candidate::Candidate;
use crate::math;

/// Kinds of adverse event, in the model's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nausea.
    Nausea,
    /// Dizziness.
    Dizziness,
    /// Dissociation.
    Dissociation,
    /// High blood pressure.
    Pressure,
}

impl Kind {
    /// All kinds in order.
    pub const ALL: [Self; 4] = [Self::Nausea, Self::Dizziness, Self::Dissociation, Self::Pressure];
}

/// A grade: 0 none, 1 mild, 2 moderate, 3 severe.
pub type Grade = u8;

/// A grade as wide as the numbers beside it, and signed: what wide registers can compare everywhere.
pub type WideGrade = i64;

/// The ordinal logistic law of one symptomatic kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Law {
    /// Background logit.
    pub a: f64,
    /// Slope on `ln(1 + x)`.
    pub b: f64,
    /// Slope on susceptibility.
    pub c: f64,
    /// Habituation.
    pub h: f64,
    /// Cut point of moderate.
    pub k2: f64,
    /// Cut point of severe.
    pub k3: f64,
    /// `exp(k2)`.
    odds2: f64,
    /// `exp(k3)`.
    odds3: f64,
}

/// The laws of nausea, dizziness and dissociation.
pub const LAWS: [Law; 3] = [
    Law {
        a: -3.2,
        b: 2.8,
        c: 1.2,
        h: 0.4,
        k2: 2.0,
        k3: 4.4,
        odds2: 7.389_056_098_930_65,
        odds3: 81.450_868_664_968_14,
    },
    Law {
        a: -3.3,
        b: 2.9,
        c: 1.2,
        h: 0.7,
        k2: 2.0,
        k3: 4.4,
        odds2: 7.389_056_098_930_65,
        odds3: 81.450_868_664_968_14,
    },
    Law {
        a: -4.2,
        b: 5.0,
        c: 1.3,
        h: 0.9,
        k2: 2.1,
        k3: 4.2,
        odds2: 8.166_169_912_567_652,
        odds3: 66.686_331_040_925_14,
    },
];

/// Extra logit of dissociation under a psychosis-like flag.
const FLAGGED_DISSOCIATION: f64 = 1.2;

/// What a session meets in a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Burden {
    /// `ln(1 + x)` of the relative peak.
    pub log_peak: f64,
    /// The relative peak `x`.
    pub x: f64,
    /// `1 - exp(-H/3)`.
    pub habituated: f64,
}

impl Burden {
    /// The burden of a relative peak on somebody with habituation `H`.
    #[inline]
    pub fn new(x: f64, habituation: f64) -> Self {
        Self {
            log_peak: math::positive_ln(1.0 + x),
            x,
            habituated: 1.0 - math::exp(habituation * (-1.0 / 3.0)),
        }
    }
}

/// How prone a person is to adverse events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proneness {
    /// Susceptibility `sus`.
    pub sus: f64,
    /// Extra logit of dissociation under a psychosis-like flag, else 0.
    pub dissociation: f64,
    /// Factor on the rise in blood pressure, `exp(.35 z_bp)`, times 1.3 under a flag.
    pub pressure: f64,
}

impl Proneness {
    /// That of a person.
    pub fn of(person: &Candidate) -> Self {
        Self {
            sus: person.sus,
            dissociation: if person.flags.psychosis { FLAGGED_DISSOCIATION } else { 0.0 },
            pressure: person.pressure_factor * if person.flags.pressure { 1.3 } else { 1.0 },
        }
    }
}

/// The linear predictor `a + b ln(1+x) + c sus - h (1 - exp(-H/3)) [+ 1.2]` of one symptomatic kind.
///
/// `ln(1+x)` is 0 without drug, so `a` is the background and placebo needs no special case.
#[inline]
pub fn predictor(kind: usize, person: Proneness, burden: Burden) -> f64 {
    let law = LAWS[kind];
    let own = if kind == Kind::Dissociation as usize { person.dissociation } else { 0.0 };
    law.a + law.b * burden.log_peak + law.c * person.sus - law.h * burden.habituated + own
}

/// The grade of a predictor and a uniform draw: `[Lam > 0] + [Lam > k2] + [Lam > k3]`, `Lam = eta + ln(U / (1-U))`.
///
/// `Lam > k` is decided as `U exp(eta) > (1-U) exp(k)`: one exponential instead of a logarithm and a division. Counted in
/// whatever whole number the caller wants.
#[inline]
pub fn symptom_grade<G: From<bool> + Add<Output = G>>(kind: usize, predictor: f64, u: f64) -> G {
    let law = &LAWS[kind];
    let (odds, rest) = (u * math::exp(predictor), 1.0 - u);
    let beyond = |cut: f64| G::from(odds > rest * cut);
    beyond(1.0) + beyond(law.odds2) + beyond(law.odds3)
}

/// The rise in systolic pressure, `26 x/(1+x) exp(.35 z_bp) [1.3] (1 - .15 (1 - exp(-H/3))) + 5 Z`.
#[inline]
pub fn pressure_rise(person: Proneness, burden: Burden, z: f64) -> f64 {
    26.0 * burden.x / (1.0 + burden.x) * person.pressure * (1.0 - 0.15 * burden.habituated)
        + 5.0 * z
}

/// The grade of a rise and the pressure it starts from.
#[inline]
pub fn pressure_grade<G: From<bool> + Add<Output = G>>(rise: f64, before: f64) -> G {
    let peak = before + rise;
    // one larger than the other or neither: a maximum, where `||` would be a branch
    let beyond = |by: f64, to: f64| G::from(math::larger(rise - by, peak - to) >= 0.0);
    beyond(30.0, 165.0) + beyond(39.0, 174.0) + beyond(48.0, 185.0)
}

/// How something comes to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// People say so.
    Spontaneous,
    /// People are asked.
    Solicited,
    /// Blood pressure is measured.
    Checked,
    /// Blood pressure is not measured.
    Unchecked,
}

/// Something that depends on a grade: of none, mild, moderate, severe.
pub type ByGrade = [f64; 4];

/// The probabilities that an event of each grade is detected; 0 where there is none.
pub const fn detection(channel: Channel) -> ByGrade {
    match channel {
        Channel::Spontaneous => [0.0, 0.15, 0.50, 0.90],
        Channel::Solicited => [0.0, 0.80, 0.95, 1.0],
        Channel::Checked => [0.0, 0.90, 0.97, 1.0],
        Channel::Unchecked => [0.0, 0.02, 0.10, 0.45],
    }
}

/// What a grade picks out, without a branch.
#[inline]
pub fn of_grade(by_grade: ByGrade, grade: WideGrade) -> f64 {
    let low = if grade == 0 { by_grade[0] } else { by_grade[1] };
    let high = if grade == 2 { by_grade[2] } else { by_grade[3] };
    if grade < 2 { low } else { high }
}

/// The factor on the probability of a serious event: 6 under a psychosis-like flag.
pub const fn seriousness(person: &Candidate) -> f64 {
    if person.flags.psychosis { 6.0 } else { 1.0 }
}

/// The probability of a serious event, `(.0003 [x>0] + .012 [worst=3] + .08 [worst=3 and residual]) (6 if flagged)`.
#[inline]
pub fn serious_probability(factor: f64, x: f64, worst: WideGrade, residual: Residual) -> f64 {
    let base = if x > 0.0 { 0.0003 } else { 0.0 };
    let severe = if worst == 3 { 0.012 } else { 0.0 };
    let unwatched = if worst == 3 && residual == Residual::Unobserved { 0.08 } else { 0.0 };
    (base + severe + unwatched) * factor
}

/// Whether a moderate or severe event outlasts the observation after the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residual {
    /// All was over, or mild.
    Over,
    /// Something moderate or worse went on after people had left.
    Unobserved,
}

impl Residual {
    /// What is left of the worst event where the effects outlast the observation, or do not.
    #[inline]
    pub fn of(worst: WideGrade, outlasts: bool) -> Self {
        if (worst >= 2) & outlasts { Self::Unobserved } else { Self::Over }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_are_those_of_the_cut_points() {
        for law in LAWS {
            assert!((math::exp(law.k2) / law.odds2 - 1.0).abs() < 1e-15);
            assert!((math::exp(law.k3) / law.odds3 - 1.0).abs() < 1e-15);
        }
    }
}
