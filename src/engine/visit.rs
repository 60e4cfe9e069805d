//! Days on which everybody is looked at, and sessions up to the decision.
//!
//! A day goes on in the normative order (model, section 1.2): states, assessment, withdrawal, weekly hazards
//! ([`Cohort::look`]), then a due session. It falls in two halves around the clinician: [`Cohort::receive`] takes people to
//! the moment of a decision, [`Cohort::treat`] (in `session`) goes on from it. Whoever decides - a rule or a human - sees
//! [`Observed`](super::observed::Observed) and nothing else.

use super::assessment::Assessing;
use super::cohort::Cohort;
use super::desk::Desk;
use super::lanes::Column;
use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::lanes::bit;
use super::lanes::filled;
use super::outcome::Stopping;
use super::schedule::Completed;
use super::visitor::Visitor;
use super::withdrawal;
use super::witness::Attendance;
use super::witness::Note;
use super::witness::Witness;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::protocol::schedule::NonResponsePolicy;
use crate::stream::DayKey;
use crate::stream::Draws;
use crate::stream::Purpose;
use crate::unit::Days;
use crate::unit::Pressure;

/// Those who have a session in a round, by their order, each on their own day.
#[derive(Debug)]
pub(super) struct Arrivals {
    lanes: [usize; WIDTH],
    keys: [DayKey; WIDTH],
    /// Usual systolic pressure.
    usual: Column,
    /// Uniforms of a missed session.
    missed: Column,
    /// Deviates of the pressure before a session, then the pressure itself.
    pressure: Column,
    /// The same, by place in the cohort.
    pub(super) before: Column,
}

impl Arrivals {
    /// Nobody yet.
    pub(super) const fn none() -> Self {
        let [usual, missed, pressure, before] = [[0.0; WIDTH]; 4];
        let (lanes, keys) = ([0; WIDTH], [DayKey::NOBODY; WIDTH]);
        Self { lanes, keys, usual, missed, pressure, before }
    }
}

/// Who does not come, and whose pressure, `SBP + 8 Z`, is too high of those who do.
struct Coming<'a> {
    n: usize,
    missing: f64,
    limit: f64,
    arrivals: &'a mut Arrivals,
}

impl Kernel for Coming<'_> {
    type Output = [Lanes; 2];

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) -> [Lanes; 2] {
        let Arrivals { keys, usual, missed, pressure, .. } = self.arrivals;
        let n = self.n.min(WIDTH);
        let keys = &keys[..n];
        Draws { keys, purpose: Purpose::MissedSession, out: &mut missed[..n] }.run();
        Draws { keys, purpose: Purpose::VisitPressure, out: &mut pressure[..n] }.normal();
        let (mut absent, mut high) = (0, 0);
        for i in 0..n {
            pressure[i] = usual[i] + 8.0 * pressure[i];
            absent |= bit(i, missed[i] < self.missing);
            high |= bit(i, pressure[i] >= self.limit);
        }
        [Lanes(absent), Lanes(high & !absent)]
    }
}

impl Cohort<'_> {
    /// A day on which everybody is looked at: day 0, day 1 where it is assessed, the end of a week.
    pub fn look(&mut self, today: Days, witness: &mut impl Witness) {
        for lane in self.everyone {
            let state = &mut self.states[lane];
            state.advance(&self.cases[lane], today, self.setting.tables);
            state.seen.week = today.0 / 7;
        }
        self.score(today);
        if today.is_weekly() {
            for lane in self.everyone {
                witness.about(lane);
                witness.latent(today, self.desk.scores.latent[lane]);
            }
        }
        self.assess(today, witness);
        if today.is_weekly() && today.0 > 0 {
            self.end_week(today);
        }
    }

    /// Assesses those in the study where an assessment is due, and withdraws on the day of it.
    fn assess(&mut self, today: Days, witness: &mut impl Witness) {
        if self.setting.assessment_due(today) {
            let assessing = Assessing::of(&self.setting, today);
            let missing = self.setting.protocol.world.missed_assessment.get();
            let missed = &self.enrolled.luck().on(today).missed;
            for lane in self.in_study {
                let seen = today.0 == 0 || missed[lane] >= missing;
                let [score, ..] = self.desk.scores.rated[lane].to_le_bytes();
                witness.about(lane);
                if self.visitor(lane).assess(seen.then_some(score), &assessing, witness) {
                    self.note_standing(lane);
                }
            }
        }
        let withdrawal = self.setting.arm.schedule.withdrawal.filter(|it| it.at == today);
        if let Some(withdrawal) = withdrawal {
            for lane in self.in_study {
                witness.about(lane);
                withdrawal::apply(withdrawal.branch, &mut self.visitor(lane), witness);
                self.note_standing(lane);
            }
        }
    }

    /// A round of sessions before a day, one of everybody who has any, each on their own day: up to the decision.
    ///
    /// Says whether anybody had one: missed, held, or now awaiting a decision.
    pub fn receive(&mut self, until: Days, witness: &mut impl Witness) -> bool {
        let due = self.booked_before(until);
        self.round = due;
        if due.is_empty() {
            return false;
        }
        let Desk { arrivals, .. } = &mut *self.desk;
        for (at, lane) in due.into_iter().enumerate() {
            let (case, state) = (&self.cases[lane], &mut self.states[lane]);
            let today = state.booking.next.unwrap_or(until);
            state.advance(case, today, self.setting.tables);
            arrivals.lanes[at] = lane;
            arrivals.keys[at] = case.person.key.on(today.0);
            arrivals.usual[at] = case.person.systolic;
        }
        let missing = self.setting.protocol.world.missed_session.get();
        let limit = self.setting.arm.monitoring.hold_at.map_or(f64::INFINITY, Pressure::get);
        let coming = Coming { n: filled(due.len()), missing, limit, arrivals: &mut *arrivals };
        let [absent, high] = batch::widest(coming).map(|lanes| lanes & Lanes::first(due.len()));
        for (at, lane) in due.into_iter().enumerate() {
            arrivals.before[lane] = arrivals.pressure[at];
        }
        self.present = due;
        for at in absent | high {
            let lane = self.desk.arrivals.lanes[at];
            witness.about(lane);
            let mut one = self.visitor(lane);
            if absent.contains(at) {
                one.miss(witness);
            } else {
                one.hold(limit, witness);
            }
            self.present.remove(lane);
            self.note_standing(lane);
        }
        true
    }
}

impl Visitor<'_, '_> {
    /// A due session that the person does not come to.
    fn miss(&mut self, witness: &mut impl Witness) {
        self.state.outcome.missed += 1;
        witness.attended(self.today, self.state.seen.rung, &Attendance::Missed);
        self.deliver(witness);
    }

    /// A session that blood pressure does not allow is put off once, then lost.
    ///
    /// A hold is a false alarm when the person's usual pressure lies below the limit: the day's reading was high by chance.
    fn hold(&mut self, limit: f64, witness: &mut impl Witness) {
        self.state.outcome.cost += self.setting.bill.check;
        self.state.outcome.false_holds += u16::from(self.case.person.systolic < limit);
        self.put_off(witness);
    }

    /// Puts today's session off by two days, once; the second time it is lost.
    pub(super) fn put_off(&mut self, witness: &mut impl Witness) {
        if self.state.booking.hold(self.today) {
            self.state.outcome.held += 1;
            witness.attended(self.today, self.state.seen.rung, &Attendance::Held);
        } else {
            self.state.outcome.lost += 1;
            witness.attended(self.today, self.state.seen.rung, &Attendance::Lost);
            self.deliver(witness);
        }
    }

    /// Books on after a session given, missed or lost, and ends treatment where the schedule does.
    ///
    /// Stopping for non-response is a false alarm when the latent score has improved by 25 % or more.
    pub(super) fn deliver(&mut self, witness: &mut impl Witness) {
        let schedule = &self.setting.arm.schedule;
        let (state, today) = (&mut *self.state, self.today);
        let was = state.seen.phase;
        let completed = state.booking.deliver(schedule, &mut state.seen.phase, today);
        if was != state.seen.phase {
            let interval = state.booking.next.map(|next| Days(next.0 - today.0));
            witness.noted(today, Note::Maintenance(interval));
        }
        if completed == Completed::Nothing {
            return;
        }
        let gives_up = schedule.non_response == NonResponsePolicy::Stop
            && self.state.seen.improvement() < 0.25;
        if gives_up {
            let really_not = self.scores.improvement(self.lane) < 0.25;
            self.stop_seen(Stopping::NonResponse, really_not);
        }
        if completed == Completed::Course {
            self.state.stop(today, Stopping::CourseEnded);
        }
    }
}
