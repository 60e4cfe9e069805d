//! The second half of a day: a decision is carried out, the session is given, and what follows from it.

use super::adverse;
use super::adverse::Burden;
use super::adverse::Channel;
use super::adverse::Grade;
use super::adverse::Residual;
use super::case::Attrition;
use super::case::Case;
use super::case::Shock;
use super::case::State;
use super::course;
use super::course::Perception;
use super::effect;
use super::exposure;
use super::exposure::Exposure;
use super::hazards;
use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::Stopping;
use super::titrate::Decision;
use super::titrate::SessionPlan;
use super::visit;
use super::witness::Attendance;
use super::witness::Given;
use super::witness::Witness;
use crate::math;
use crate::stream::Purpose;

/// The second half of a day: the decision is carried out.
pub fn treat(
    case: &Case,
    state: &mut State,
    shock: Shock,
    decision: Decision,
    witness: &mut impl Witness,
) {
    witness.decided(shock.day, &state.seen, &decision);
    settle(&mut state.seen, decision);
    match decision.session {
        SessionPlan::Give => {}
        SessionPlan::Washout(days) => {
            return state.booking.wash_out(&mut state.seen.phase, shock.day, days);
        }
        SessionPlan::Stop => return state.stop(Stopping::Rule),
    }
    let given = give(case, state, shock);
    witness.attended(shock.day, state.seen.rung, &Attendance::Given(given));
    after_session(case, state, (shock, &given), witness);
}

/// Moves to the rung decided; the count of sessions restarts with every change.
fn settle(seen: &mut Observed, decision: Decision) {
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

/// The session itself: exposure, adverse events, detection, serious event, belief and jumps.
fn give(case: &Case, state: &mut State, shock: Shock) -> Given {
    let person = case.person;
    let rung_dose = case.protocol.ladder.dose(state.seen.rung);
    let dose = exposure::dose(case.arm, rung_dose, person.weight);
    let exposure = expose(case, shock, dose);
    let (truth, rise) = grades(case, state, shock, exposure);
    let detected = detect(case, shock, truth);
    let worst = worst(truth);
    let outlasts = worst >= 2 && exposure.hours(person.k) > case.arm.monitoring.observe.get();
    let residual = if outlasts { Residual::Unobserved } else { Residual::Over };
    let chance = adverse::serious_probability(person, exposure.x, worst, residual);
    let serious = shock.draw(Purpose::SeriousEvent).uniform() < chance;

    state.belief = course::update_belief(state.belief, perception(truth));
    let effect = effect::session_effect(person, state.drug, exposure);
    state.drug = effect::jump(state.drug, effect, exposure.x);
    Given { dose, x: exposure.x, truth, detected, unobserved: outlasts, serious, rise }
}

fn expose(case: &Case, shock: Shock, dose: f64) -> Exposure {
    if dose == 0.0 {
        return Exposure::default();
    }
    let occasion = shock.draw(Purpose::Bioavailability).normal();
    let f = (case.f_usual * math::exp(case.f_within * occasion)).clamp(0.0, 1.0);
    exposure::expose(case.person, dose, f, case.peak_share)
}

/// The true grades of the four kinds, and the rise in blood pressure.
fn grades(case: &Case, state: &State, shock: Shock, exposure: Exposure) -> ([Grade; 4], f64) {
    const SYMPTOMS: [Purpose; 3] = [Purpose::Nausea, Purpose::Dizziness, Purpose::Dissociation];
    let burden = Burden::new(exposure.x, state.drug.habituation);
    let symptom = |kind: usize| {
        let predictor = adverse::predictor(kind, case.person, burden);
        adverse::symptom_grade(kind, predictor, shock.draw(SYMPTOMS[kind]).uniform())
    };
    let z = shock.draw(Purpose::PressureRise).normal();
    let rise = adverse::pressure_rise(case.person, burden, z);
    let pressure = adverse::pressure_grade(rise, state.pressure);
    ([symptom(0), symptom(1), symptom(2), pressure], rise)
}

fn detect(case: &Case, shock: Shock, truth: [Grade; 4]) -> [Grade; 4] {
    const DETECTION: [Purpose; 4] = [
        Purpose::DetectNausea,
        Purpose::DetectDizziness,
        Purpose::DetectDissociation,
        Purpose::DetectPressure,
    ];
    let symptoms = if case.solicited() { Channel::Solicited } else { Channel::Spontaneous };
    let pressure = match case.arm.monitoring.hold_at {
        Some(_) => Channel::Checked,
        None => Channel::Unchecked,
    };
    std::array::from_fn(|kind| {
        let channel = if kind == 3 { pressure } else { symptoms };
        let grade = truth[kind];
        let seen =
            grade > 0 && shock.draw(DETECTION[kind]).uniform() < adverse::detection(channel, grade);
        if seen { grade } else { 0 }
    })
}

fn worst(grades: [Grade; 4]) -> Grade {
    grades.into_iter().fold(0, Grade::max)
}

/// Blood pressure is not perceived; dissociation of any grade is, the others from moderate on.
fn perception(truth: [Grade; 4]) -> Perception {
    if truth[0] >= 2 || truth[1] >= 2 || truth[2] >= 1 {
        Perception::Something
    } else {
        Perception::Nothing
    }
}

/// Counting, leaving because of an adverse event, stopping rules, and the next booking.
fn after_session(
    case: &Case,
    state: &mut State,
    (shock, given): (Shock, &Given),
    witness: &mut impl Witness,
) {
    book_keep(case, state, given);
    if given.serious {
        state.stop(Stopping::SeriousEvent);
    }
    let (worst, detected) = (worst(given.truth), worst(given.detected));
    state.seen.grade = detected;
    state.seen.since_change = state.seen.since_change.saturating_add(1);
    let residual = if given.unobserved { Residual::Unobserved } else { Residual::Over };
    let law = &case.protocol.world.dropout;
    let chance = hazards::adverse_dropout(law, worst, detected, residual);
    let may_leave = case.attrition == Attrition::AsLived;
    if may_leave && shock.draw(Purpose::AdverseDropout).uniform() < chance {
        return state.leave(Leaving::AdverseEvent);
    }
    let limit = case.arm.monitoring.stop_after_severe;
    if limit.is_some_and(|k| state.seen.severe_detected >= k) {
        state.stop(Stopping::SevereEvents);
    }
    visit::deliver(case, state, witness);
}

fn book_keep(case: &Case, state: &mut State, given: &Given) {
    let prices = &case.protocol.world.prices;
    let observe = case.arm.monitoring.observe.get();
    let outcome = &mut state.outcome;
    outcome.given += 1;
    outcome.dose += given.dose;
    outcome.cost += prices.session.get() + prices.observation_hour.get() * observe;
    if case.solicited() {
        outcome.cost += prices.questionnaire.get();
    }
    outcome.hours += 1.0 + observe;
    outcome.unobserved += u16::from(given.unobserved);
    if given.serious {
        outcome.serious += 1;
        outcome.cost += prices.serious_event.get();
    }
    let (today, seen) = (Some(state.day), worst(given.detected));
    if worst(given.truth) >= 2 {
        outcome.moderate = outcome.moderate.or(today);
    }
    if seen >= 2 {
        outcome.moderate_seen = outcome.moderate_seen.or(today);
    }
    for kind in 0..4 {
        count(&mut outcome.events[kind], given.truth[kind]);
        count(&mut outcome.detected[kind], given.detected[kind]);
        state.seen.severe_detected += u8::from(given.detected[kind] == 3);
    }
    outcome.rungs[usize::from(state.day.0 / 7)] = state.seen.rung.0;
}

fn count(grades: &mut [u16; 3], grade: Grade) {
    if grade > 0 {
        grades[usize::from(grade) - 1] += 1;
    }
}
