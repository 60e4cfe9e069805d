//! What stays the same in an arm (the setting) and in a person in it (the case), and what changes (the state).

use super::adverse;
use super::adverse::Proneness;
use super::candidate::Candidate;
use super::course;
use super::effect::DrugState;
use super::effect::Slow;
use super::exposure;
use super::exposure::Delivery;
use super::observed::Care;
use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::Outcome;
use super::outcome::Stopping;
use super::schedule::Booking;
use super::table::Tables;
use super::titrate::Decision;
use super::titrate::Titrator;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::unit::Days;

/// What everybody in an arm shares.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The study.
    pub protocol: &'a Protocol,
    /// The arm.
    pub arm: &'a Arm,
    pub(super) tables: &'a Tables,
    pub(super) titrator: Titrator<'a>,
    pub(super) bill: Bill,
    pub(super) delivery: Delivery,
    pub(super) attrition: Attrition,
}

/// What coming to a session costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bill {
    /// The pressure check, cu, where there is one.
    pub(super) check: f64,
    /// A session that is given, cu: the check, the session, the observation.
    pub(super) cost: f64,
    /// The same of somebody who is asked about adverse events.
    pub(super) asked: f64,
    /// Time, hours.
    pub(super) hours: f64,
}

impl Bill {
    fn of(protocol: &Protocol, arm: &Arm) -> Self {
        let (prices, observed) = (&protocol.world.prices, arm.monitoring.observe.get());
        let check = arm.monitoring.hold_at.map_or(0.0, |_| prices.pressure_check.get());
        let cost = check + prices.session.get() + prices.observation_hour.get() * observed;
        Self { check, cost, asked: cost + prices.questionnaire.get(), hours: 1.0 + observed }
    }
}

/// Whether people leave the study, which only a simulator can switch off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attrition {
    /// People leave as they do.
    AsLived,
    /// Nobody leaves; stopping rules stay (`hyp` in the model).
    SwitchedOff,
}

impl<'a> Setting<'a> {
    /// An arm of a study.
    pub fn new(protocol: &'a Protocol, tables: &'a Tables, arm: &'a Arm) -> Self {
        let (titrator, delivery) = (Titrator::of(arm), exposure::delivery(arm.route));
        let bill = Bill::of(protocol, arm);
        Self { protocol, arm, tables, titrator, bill, delivery, attrition: Attrition::AsLived }
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

    /// The first day after `today` on which everybody is looked at: day 1 if assessed, or the end of the week.
    ///
    /// None after the last day. The whole horizon is lived through, also by those who left, for their latent course goes
    /// on; states decay in closed form, so days between can be skipped.
    pub fn next_look(&self, today: Days) -> Option<Days> {
        let next = if today.0 == 0 && self.has_day_one() { 1 } else { (today.0 / 7 + 1) * 7 };
        (today < self.protocol.horizon).then_some(Days(next).min(self.protocol.horizon))
    }
}

/// A person in an arm: what stays the same through the whole course, beside the columns of constants (`constants`).
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The person.
    pub person: &'a Candidate,
    pub(super) care: Care,
    /// Whether the person is asked about adverse events.
    pub(super) solicited: bool,
    /// How the slow component runs between events.
    pub(super) slow: Slow,
    pub(super) proneness: Proneness,
    /// Factor on serious events.
    pub(super) seriousness: f64,
}

impl<'a> Case<'a> {
    /// Puts a person into an arm, who keeps so much of the slow component over a day.
    pub(super) fn new(
        setting: &Setting,
        (person, care): (&'a Candidate, Care),
        kept_a_day: f64,
    ) -> Self {
        let asked = setting.arm.monitoring.elicitation == Elicitation::Solicited;
        Self {
            person,
            care,
            solicited: asked || care == Care::Caution,
            slow: Slow::of(person.ks, kept_a_day, setting.tables),
            proneness: Proneness::of(person),
            seriousness: adverse::seriousness(person),
        }
    }
}

/// Where a person is: latent and observed, with what is left to count.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The day up to which the drug states are.
    pub(super) day: Days,
    pub(super) drug: DrugState,
    pub(super) belief: f64,
    pub(super) on_treatment: bool,
    /// What a clinician can see.
    pub seen: Observed,
    /// What is booked.
    pub booking: Booking,
    /// What is left to count.
    pub outcome: Outcome,
}

impl State {
    /// The state at enrolment.
    pub fn new(setting: &Setting, case: &Case) -> Self {
        let highest = setting.arm.titration.highest;
        Self {
            day: Days(0),
            drug: DrugState::default(),
            belief: match setting.arm.blinding {
                Blinding::Blind => 0.0,
                Blinding::Open => course::BELIEF_OPEN,
            },
            on_treatment: true,
            seen: Observed::at_screening(case.person.prior, case.care, highest),
            booking: Booking::first(),
            outcome: Outcome::new(),
        }
    }

    /// Brings the drug states up to a day.
    #[inline]
    pub(super) fn advance(&mut self, case: &Case, today: Days, tables: &Tables) {
        let gap = today.0 - self.day.0;
        self.drug = case.slow.advance(self.drug, gap, tables);
        self.day = today;
    }

    /// Whether the person is still in the study.
    pub const fn in_study(&self) -> bool {
        self.outcome.left.is_none()
    }

    /// The day of the next session, while treatment goes on.
    pub const fn next_session(&self) -> Option<Days> {
        if self.on_treatment { self.booking.next } else { None }
    }

    pub(super) fn stop(&mut self, today: Days, why: Stopping) {
        if self.on_treatment {
            self.on_treatment = false;
            self.outcome.stopped = Some((today, why));
        }
    }

    pub(super) fn leave(&mut self, today: Days, why: Leaving) {
        self.on_treatment = false;
        self.outcome.left = Some((today, why));
    }
}
