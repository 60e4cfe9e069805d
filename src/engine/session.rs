//! The second half of a session: decisions are carried out, sessions are given, and what follows from them.

use super::adverse;
use super::adverse::ByGrade;
use super::adverse::Channel;
use super::adverse::Residual;
use super::cohort::Cohort;
use super::course;
use super::course::Perception;
use super::effect;
use super::grades::Grades;
use super::hazards;
use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::Stopping;
use super::sessions::Events;
use super::titrate::Decision;
use super::titrate::SessionPlan;
use super::visitor::Visitor;
use super::witness::Attendance;
use super::witness::Given;
use super::witness::Witness;
use crate::stream::Purpose;

impl Cohort<'_> {
    /// The second half of a session: whoever came is decided about and treated.
    pub fn treat(
        &mut self,
        witness: &mut impl Witness,
        mut decide: impl FnMut(&Observed) -> Decision,
    ) {
        let present = std::mem::take(&mut self.present);
        let mut treated = present;
        for lane in present {
            witness.about(lane);
            let mut one = self.visitor(lane);
            let decision = decide(&one.state.seen);
            witness.decided(one.today, &one.state.seen, &decision);
            if !one.settle(decision, witness) {
                treated.remove(lane);
                self.note_standing(lane);
            }
        }
        let events = self.give(treated);
        self.detect(events);
        for (at, lane) in treated.into_iter().enumerate() {
            let leaves = events.may_leave.contains(at) && self.leaves(at, &events);
            let given = self.given(at, &events);
            let effect = self.desk.sessions.effect[at];
            let grades = (self.desk.sessions.truth[at], self.desk.sessions.detected[at]);
            witness.about(lane);
            let mut one = self.visitor(lane);
            witness.attended(one.today, one.state.seen.rung, &Attendance::Given(given));
            one.take_up((given.dose, given.x, effect), grades);
            if given.unobserved | given.serious {
                one.note_harm(&given);
            }
            one.go_on(given.serious, leaves, witness);
            self.note_standing(lane);
        }
    }

    /// What is detected of the events of a round of sessions; whoever has none needs no draw.
    fn detect(&mut self, events: Events) {
        const DETECTION: [Purpose; 4] = [
            Purpose::DetectNausea,
            Purpose::DetectDizziness,
            Purpose::DetectDissociation,
            Purpose::DetectPressure,
        ];
        for (kind, purpose) in DETECTION.into_iter().enumerate() {
            let chances = self.detection(kind);
            for at in events.any[kind] {
                let sessions = &mut self.desk.sessions;
                let grade = sessions.truth[at].kind(kind);
                let asked = self.cases[sessions.lanes[at]].solicited;
                let chance = chances[usize::from(asked)][usize::from(grade)];
                let detected = sessions.keys[at].draw(purpose).uniform() < chance;
                sessions.detected[at].set(kind, if detected { grade } else { 0 });
            }
        }
    }

    /// How likely an event of a kind is detected in somebody who is not asked about symptoms, and in somebody who is.
    fn detection(&self, kind: usize) -> [ByGrade; 2] {
        let channels = match (kind, self.setting.arm.monitoring.hold_at) {
            (3, Some(_)) => [Channel::Checked; 2],
            (3, None) => [Channel::Unchecked; 2],
            _ => [Channel::Spontaneous, Channel::Solicited],
        };
        channels.map(adverse::detection)
    }

    fn given(&self, at: usize, events: &Events) -> Given {
        let sessions = &self.desk.sessions;
        Given {
            dose: sessions.dose[at],
            x: sessions.x[at],
            truth: sessions.truth[at].each(),
            detected: sessions.detected[at].each(),
            unobserved: events.unobserved.contains(at),
            serious: events.serious.contains(at),
            rise: sessions.rise[at],
        }
    }

    /// Whether somebody who may leave the study because of what happened in a session does.
    fn leaves(&self, at: usize, events: &Events) -> bool {
        let sessions = &self.desk.sessions;
        let [worst, detected] = [sessions.truth[at], sessions.detected[at]].map(Grades::worst);
        let unobserved = events.unobserved.contains(at);
        let residual = if unobserved { Residual::Unobserved } else { Residual::Over };
        let chance = hazards::adverse_dropout(self.terms.dropout, worst, detected, residual);
        sessions.keys[at].draw(Purpose::AdverseDropout).uniform() < chance
    }
}

impl Visitor<'_, '_> {
    /// Carries a decision out as far as the session; whether there is one.
    fn settle(&mut self, decision: Decision, witness: &mut impl Witness) -> bool {
        let state = &mut *self.state;
        move_to(&mut state.seen, decision);
        if decision.session == SessionPlan::Give {
            return true;
        }
        state.outcome.cost += self.setting.bill.check;
        match decision.session {
            SessionPlan::Give => {}
            SessionPlan::Washout(days) => {
                state.booking.wash_out(&mut state.seen.phase, self.today, days);
            }
            SessionPlan::Stop => state.stop(self.today, Stopping::Rule),
            SessionPlan::Hold => self.put_off(witness),
        }
        false
    }

    /// What a session leaves in the person, and in the books.
    fn take_up(&mut self, (dose, x, effect): (f64, f64, f64), (truth, detected): (Grades, Grades)) {
        let (state, bill) = (&mut *self.state, &self.setting.bill);
        let felt = if truth.are_felt() { Perception::Something } else { Perception::Nothing };
        state.belief = course::update_belief(state.belief, felt);
        state.drug = effect::jump(state.drug, effect, x);
        let outcome = &mut state.outcome;
        outcome.given += 1;
        outcome.dose += dose;
        outcome.cost += if self.case.solicited { bill.asked } else { bill.cost };
        outcome.hours += bill.hours;
        outcome.rungs[usize::from(state.seen.week)] = state.seen.rung.0;
        // noting no event is less work than a branch that nobody can predict
        outcome.events.add(truth);
        outcome.detected.add(detected);
        state.seen.grade = detected.worst();
        state.seen.severe_detected = outcome.detected.of_grade(3);
        if truth.are_moderate() {
            outcome.moderate.get_or_insert(self.today);
            if detected.are_moderate() {
                outcome.moderate_seen.get_or_insert(self.today);
            }
        }
    }

    fn note_harm(&mut self, given: &Given) {
        let outcome = &mut self.state.outcome;
        outcome.unobserved += u16::from(given.unobserved);
        if given.serious {
            outcome.serious += 1;
            outcome.cost += self.setting.protocol.world.prices.serious_event.get();
        }
    }

    /// Leaving because of an adverse event, stopping rules, and the next booking.
    fn go_on(&mut self, serious: bool, leaves: bool, witness: &mut impl Witness) {
        let (state, today) = (&mut *self.state, self.today);
        state.seen.since_change = state.seen.since_change.saturating_add(1);
        if serious {
            state.stop(today, Stopping::SeriousEvent);
        }
        if leaves {
            return state.leave(today, Leaving::AdverseEvent);
        }
        let limit = self.setting.arm.monitoring.stop_after_severe;
        if limit.is_some_and(|k| state.seen.severe_detected >= u16::from(k)) {
            state.stop(today, Stopping::SevereEvents);
        }
        self.deliver(witness);
    }
}

/// Moves to the rung decided; the count of sessions restarts with every change.
fn move_to(seen: &mut Observed, decision: Decision) {
    if let Some(ceiling) = decision.ceiling {
        seen.ceiling = ceiling;
        seen.grade = 0;
        seen.since_change = 0;
    }
    if decision.rung != seen.rung {
        seen.rung = decision.rung;
        seen.since_change = 0;
    }
}
