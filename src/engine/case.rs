//! A person in an arm: what stays the same (the case), what changes (the state), and the luck of a day (the shock).

use super::candidate::Candidate;
use super::course;
use super::effect;
use super::effect::DrugState;
use super::exposure;
use super::hazards;
use super::observed::Care;
use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::Outcome;
use super::outcome::Stopping;
use super::schedule::Booking;
use super::table::LONGEST_GAP;
use super::table::Tables;
use super::titrate::Decision;
use super::titrate::Titrator;
use crate::math;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::stream::Key;
use crate::stream::Position;
use crate::stream::Purpose;
use crate::unit::Days;

/// The luck of one person on one day: every draw the day may need, by purpose.
///
/// Draws are addresses, so a shock is the same object under every arm and for every decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shock {
    pub(super) key: Key,
    pub(super) day: Days,
}

impl Shock {
    /// The luck of a person on a day.
    pub const fn new(key: Key, day: Days) -> Self {
        Self { key, day }
    }

    pub(super) fn draw(self, purpose: Purpose) -> Position {
        self.key.at(purpose, self.day.0)
    }
}

/// A person in an arm: what stays the same through the whole course.
#[derive(Debug)]
pub struct Case<'a> {
    /// The study.
    pub protocol: &'a Protocol,
    /// The arm.
    pub arm: &'a Arm,
    /// The person.
    pub person: &'a Candidate,
    pub(super) tables: &'a Tables,
    pub(super) care: Care,
    pub(super) f_usual: f64,
    pub(super) f_within: f64,
    pub(super) peak_share: f64,
    /// The context response before its onset and before any belief.
    pub(super) context: f64,
    /// What the slow component keeps over a gap of so many days.
    pub(super) slow: [f64; LONGEST_GAP + 1],
    pub(super) misuse_factor: f64,
    pub(super) titrator: Titrator<'a>,
    pub(super) attrition: Attrition,
}

/// Whether people leave the study, which only a simulator can switch off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attrition {
    /// People leave as they do.
    AsLived,
    /// Nobody leaves; stopping rules stay (`hyp` in the model).
    SwitchedOff,
}

impl<'a> Case<'a> {
    /// Puts a person into an arm.
    pub fn new(
        protocol: &'a Protocol,
        tables: &'a Tables,
        arm: &'a Arm,
        (person, care): (&'a Candidate, Care),
    ) -> Self {
        let delivery = exposure::delivery(arm.route);
        let visits_a_week = 7.0 / arm.monitoring.assess_every.get();
        Self {
            protocol,
            arm,
            person,
            tables,
            care,
            f_usual: exposure::usual_bioavailability(person, delivery),
            f_within: delivery.within,
            peak_share: exposure::peak_share(person.k, delivery.t_in),
            context: math::expit(person.lpi + 0.10 * (visits_a_week - 1.0)),
            slow: effect::slow_decays(person.ks),
            misuse_factor: hazards::misuse_factor(person, arm.monitoring.screen_every),
            titrator: Titrator::of(arm),
            attrition: Attrition::AsLived,
        }
    }

    /// The same, in a world where nobody leaves the study.
    #[must_use]
    pub fn without_dropout(self) -> Self {
        Self { attrition: Attrition::SwitchedOff, ..self }
    }

    /// What the arm's rule makes of what was seen.
    pub fn decide(&self, seen: &Observed) -> Decision {
        self.titrator.decide(seen)
    }

    pub(super) fn assessment_due(&self, day: Days) -> bool {
        day.0.is_multiple_of(self.arm.monitoring.assess_every.0)
            || day == self.protocol.horizon
            || (day.0 == 1 && self.arm.monitoring.day_1 == DayOne::Assess)
    }

    /// Whether the arm assesses on day 1.
    pub fn has_day_one(&self) -> bool {
        self.assessment_due(Days(1))
    }

    pub(super) fn solicited(&self) -> bool {
        self.care == Care::Caution || self.arm.monitoring.elicitation == Elicitation::Solicited
    }
}

/// Where a person is: latent and observed, with what is left to count.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub(super) day: Days,
    pub(super) drug: DrugState,
    pub(super) fluctuation: f64,
    /// Last day whose innovation is in `fluctuation`; none before day 0.
    pub(super) fluctuation_day: Option<Days>,
    pub(super) load: f64,
    pub(super) belief: f64,
    pub(super) latent: f64,
    /// Latent score of day 0.
    pub(super) latent_baseline: f64,
    pub(super) on_treatment: bool,
    /// Systolic pressure at the session that is due.
    pub(super) pressure: f64,
    /// What a clinician can see.
    pub seen: Observed,
    /// What is booked.
    pub booking: Booking,
    /// What is left to count.
    pub outcome: Outcome,
}

impl State {
    /// The state at enrolment.
    pub fn new(case: &Case) -> Self {
        Self {
            day: Days(0),
            drug: DrugState::default(),
            fluctuation: case.person.fluctuation,
            fluctuation_day: None,
            load: 0.0,
            belief: match case.arm.blinding {
                Blinding::Blind => 0.0,
                Blinding::Open => course::BELIEF_OPEN,
            },
            latent: 0.0,
            latent_baseline: 0.0,
            on_treatment: true,
            pressure: 0.0,
            seen: Observed::at_screening(case.person.prior, case.care, case.arm.titration.highest),
            booking: Booking::first(),
            outcome: Outcome::new(),
        }
    }

    /// Whether the person is still in the study.
    pub fn in_study(&self) -> bool {
        self.outcome.left.is_none()
    }

    /// The latent improvement since day 0, as a share of the latent score then.
    pub(super) fn latent_improvement(&self) -> f64 {
        (self.latent_baseline - self.latent) / self.latent_baseline.max(1.0)
    }

    /// The day of the next session, while treatment goes on.
    pub fn next_session(&self) -> Option<Days> {
        if self.on_treatment { self.booking.next } else { None }
    }

    pub(super) fn stop(&mut self, why: Stopping) {
        if self.on_treatment {
            self.on_treatment = false;
            self.outcome.stopped = Some((self.day, why));
        }
    }

    /// Stops treatment for what was observed; a false alarm unless the latent score says the same.
    pub(super) fn stop_seen(&mut self, why: Stopping, truth_agrees: bool) {
        self.outcome.false_stop |= self.on_treatment && !truth_agrees;
        self.stop(why);
    }

    pub(super) fn leave(&mut self, why: Leaving) {
        self.on_treatment = false;
        self.outcome.left = Some((self.day, why));
    }
}
