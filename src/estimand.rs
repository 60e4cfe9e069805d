//! What a trial could ask for, and what is true of it: only a simulator can run the same person under both arms.
//!
//! Every person lives through each arm twice with the same luck: once as people do, once in a world where nobody leaves
//! the study. All values are of one study day `W`, a multiple of 7; scores are latent ones, without rater noise, save
//! where a response is asked for.

use serde::Serialize;

use crate::endpoint::Scale;
use crate::engine::assessment;
use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::enrolled::Enrolled;
use crate::engine::observed::is_response;
use crate::engine::outcome::Outcome;
use crate::engine::outcome::is_planned_end;
use crate::engine::table::Tables;
use crate::engine::witness::Each;
use crate::engine::witness::Witness;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::unit::Days;

/// A question that a trial can ask (ICH E9(R1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Estimand {
    /// Change of the latent score from day 0 to `W`, whatever happened; after drop-out the course goes on untreated.
    TreatmentPolicy,
    /// The same in a world where nobody leaves the study; stopping rules stay.
    Hypothetical,
    /// A response on day `W`, where leaving the study or stopping treatment early before it counts as none.
    Composite,
    /// Change of the latent score to the last week on treatment: the last multiple of 7 up to leaving, stopping or `W`.
    WhileOnTreatment,
    /// Treatment policy among people who stay in the study until `W` under both arms.
    PrincipalStratum,
}

impl Estimand {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::TreatmentPolicy,
        Self::Hypothetical,
        Self::Composite,
        Self::WhileOnTreatment,
        Self::PrincipalStratum,
    ];
}

/// What is true of one person under one arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    policy: f64,
    hypothetical: f64,
    composite: f64,
    while_on_treatment: f64,
    completes: bool,
}

/// Latent scores by week.
#[derive(Clone, Default)]
struct Latent(Vec<f64>);

impl Witness for Latent {
    fn latent(&mut self, _day: Days, score: f64) {
        self.0.push(score);
    }
}

impl Latent {
    fn change(&self, day: Days) -> f64 {
        self.0[usize::from(day.0 / 7)] - self.0[0]
    }
}

/// What is true of each of some people under an arm on day `W`, a multiple of 7 within the study.
///
/// # Panics
/// If the day lies after the end of the study.
pub fn truths(
    protocol: &Protocol,
    tables: &Tables,
    arm: &Arm,
    enrolled: &Enrolled,
    day: Days,
) -> Vec<Truth> {
    let mut desk = Desk::new();
    let mut live = |setting| {
        let mut latent = Each::new(vec![Latent::default(); enrolled.people().len()]);
        let outcomes = Cohort::new(setting, enrolled, &mut desk).live(&mut latent);
        outcomes.into_iter().zip(latent.into_people())
    };
    let setting = Setting::new(protocol, tables, arm);
    let lives = live(setting).zip(live(setting.without_dropout())).zip(enrolled.people());
    lives
        .map(|((lived, (_, undisturbed)), (person, _))| {
            truth(protocol, person, (&lived.0, &lived.1, &undisturbed), day)
        })
        .collect()
}

fn truth(
    protocol: &Protocol,
    person: &Candidate,
    (outcome, latent, undisturbed): (&Outcome, &Latent, &Latent),
    day: Days,
) -> Truth {
    let gone = outcome.left.map(|(day, _)| day);
    let stopped = outcome.stopped.filter(|(_, why)| !is_planned_end(*why)).map(|(day, _)| day);
    let end = [gone, stopped, Some(day)].into_iter().flatten().min().unwrap_or(day);
    Truth {
        policy: latent.change(day),
        hypothetical: undisturbed.change(day),
        composite: composite(outcome, end >= day, || {
            assessment::rating(protocol, person.key, (day, latent.0[usize::from(day.0 / 7)]))
        }),
        while_on_treatment: latent.change(end),
        completes: gone.is_none_or(|left| left >= day),
    }
}

/// Whether the score that a rater would give, missed or not, is a response; none after leaving or stopping early.
fn composite(outcome: &Outcome, stays: bool, score: impl Fn() -> u8) -> f64 {
    if stays && is_response(outcome.baseline(), score()) { 1.0 } else { 0.0 }
}

/// Sums of one estimand in two arms and of the difference in the same people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair {
    first: Moments,
    second: Moments,
    difference: Moments,
}

/// One estimand: both arms and their difference, second minus first, each with its Monte Carlo standard error.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TrueValue {
    /// The question.
    pub estimand: Estimand,
    /// The first arm.
    pub first: Estimate,
    /// The second arm.
    pub second: Estimate,
    /// Second minus first in the same people: `sd / sqrt(n)` of the paired differences.
    pub difference: Estimate,
}

/// The truth of two arms over people, added in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Truths {
    people: u64,
    pairs: [Pair; 5],
}

impl Truths {
    /// Adds a person.
    pub fn add(&mut self, first: &Truth, second: &Truth) {
        self.people += 1;
        for (pair, estimand) in self.pairs.iter_mut().zip(Estimand::ALL) {
            let stratum = first.completes && second.completes;
            if estimand == Estimand::PrincipalStratum && !stratum {
                continue;
            }
            let (a, b) = (first.of(estimand), second.of(estimand));
            pair.first.add(a);
            pair.second.add(b);
            pair.difference.add(b - a);
        }
    }

    /// People added.
    pub const fn people(&self) -> u64 {
        self.people
    }

    /// The estimands that can be told: all of them with two people or more.
    pub fn values(&self) -> Vec<TrueValue> {
        let value = |(pair, estimand): (&Pair, Estimand)| {
            let scale = match estimand {
                Estimand::Composite => Scale::Proportion,
                _ => Scale::Mean,
            };
            Some(TrueValue {
                estimand,
                first: pair.first.estimate(scale)?,
                second: pair.second.estimate(scale)?,
                difference: pair.difference.estimate(Scale::Mean)?,
            })
        };
        self.pairs.iter().zip(Estimand::ALL).filter_map(value).collect()
    }
}

impl Truth {
    const fn of(&self, estimand: Estimand) -> f64 {
        match estimand {
            Estimand::TreatmentPolicy | Estimand::PrincipalStratum => self.policy,
            Estimand::Hypothetical => self.hypothetical,
            Estimand::Composite => self.composite,
            Estimand::WhileOnTreatment => self.while_on_treatment,
        }
    }
}
