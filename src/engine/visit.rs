//! One day of one person, in the normative order (model, section 1.2): a pure step from state, luck and decision.
//!
//! A day falls in two halves around the clinician: [`attend`] takes the person to the moment of a decision, [`session::treat`]
//! (in `session`) goes on from it. Whoever decides - a rule or a human - sees [`Observed`] and nothing else.

use super::case::Attrition;
use super::case::Case;
use super::case::Shock;
use super::case::State;
use super::course;
use super::course::Parts;
use super::effect;
use super::effect::Slow;
use super::hazards;
use super::hazards::Standing;
use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::ScoreCell;
use super::outcome::Stopping;
use super::schedule::Completed;
use super::screening::whole_score;
use super::session;
use super::titrate::Decision;
use super::withdrawal;
use super::witness::Attendance;
use super::witness::Note;
use super::witness::Witness;
use crate::math;
use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::WorseningPolicy;
use crate::protocol::schedule::NonResponsePolicy;
use crate::protocol::schedule::Phase;
use crate::protocol::schedule::RelapsePolicy;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::unit::Days;

/// Whether somebody has to decide today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing to decide.
    Nothing,
    /// The person has come and can be treated.
    Decision,
}

/// The first half of a day: states, assessment, withdrawal, weekly hazards, and a due session up to the decision.
pub fn attend(case: &Case, state: &mut State, shock: Shock, witness: &mut impl Witness) -> Due {
    let today = shock.day;
    advance(case, state, shock);
    if today.is_weekly() || today.0 == 1 {
        state.latent = latent(case, state, shock);
    }
    if today.is_weekly() {
        let b = case.person.b;
        state.outcome.benefit += ((b - state.latent) / b).clamp(-1.0, 1.0);
        state.outcome.latent = state.latent;
        witness.latent(today, state.latent);
    }
    if today.0 == 0 {
        state.latent_baseline = state.latent;
    }
    if state.in_study() && case.assessment_due(today) {
        assess(case, state, shock, witness);
    }
    withdrawal::apply(case, state, shock, witness);
    if today.is_weekly() && today.0 > 0 && state.in_study() {
        weekly_hazards(case, state, shock);
    }
    let due = state.in_study() && state.next_session() == Some(today);
    if due && today < case.protocol.horizon {
        receive(case, state, shock, witness)
    } else {
        Due::Nothing
    }
}

/// One day: both halves, with whoever decides in between.
pub fn step(
    case: &Case,
    state: &mut State,
    shock: Shock,
    witness: &mut impl Witness,
    decide: impl FnOnce(&Observed) -> Decision,
) {
    if attend(case, state, shock, witness) == Due::Decision {
        let decision = decide(&state.seen);
        session::treat(case, state, shock, decision, witness);
    }
}

fn advance(case: &Case, state: &mut State, shock: Shock) {
    let today = shock.day;
    let gap = today.0 - state.day.0;
    if gap > 0 {
        let decay = case.tables.decay(gap);
        let slow = Slow { ks: case.person.ks, kept: case.slow[usize::from(gap)] };
        state.drug = effect::advance_over(state.drug, slow, f64::from(gap), decay);
    }
    state.day = today;
    if today.0 > 0 && today.is_weekly() {
        state.load = state.load * case.tables.decay(7).load + life_event(case, shock);
    }
}

/// A week's life event: exponential in size, with probability `1 - exp(-rate 7/365)`.
fn life_event(case: &Case, shock: Shock) -> f64 {
    let world = &case.protocol.world;
    let hazard = world.life_events.get() * 7.0 / 365.0;
    if math::happens(shock.draw(Purpose::LifeEvent).uniform(), hazard) {
        world.life_event_size.get() * shock.draw(Purpose::LifeEventSize).exponential()
    } else {
        0.0
    }
}

/// The latent score today, with the fluctuation brought up to date.
fn latent(case: &Case, state: &mut State, shock: Shock) -> f64 {
    fluctuate(case, state, shock);
    let efficacy = case.protocol.world.efficacy.get();
    let parts = Parts {
        context: context(case, state),
        drug: effect::drug_fraction(case.person, state.drug, efficacy),
        fluctuation: state.fluctuation,
        load: state.load,
    };
    course::latent(case.person, case.tables.day(shock.day), parts)
}

/// The context response before its onset; none without treatment.
pub(super) fn context(case: &Case, state: &State) -> f64 {
    match case.arm.treatment {
        Treatment::NoTreatment => 0.0,
        Treatment::Drug | Treatment::Placebo => {
            let unblinding = case.protocol.world.unblinding.get();
            course::coloured(case.context, unblinding, state.belief)
        }
    }
}

/// Walks the fluctuation along its knots - days 0, 1, ..., 7, 14, 21, ... - up to today.
///
/// The knots do not depend on the protocol, so every arm sees the same fluctuation. The first transition is over the 7
/// days from screening to day 0.
fn fluctuate(case: &Case, state: &mut State, shock: Shock) {
    let today = shock.day.0;
    loop {
        let (knot, gap) = match state.fluctuation_day {
            None => (0, 7),
            Some(Days(day)) if day < 7 => (day + 1, 1),
            Some(Days(day)) => (day + 7, 7),
        };
        if knot > today {
            return;
        }
        let (kept, added) = case.tables.fluctuation(gap);
        let z = shock.key.at(Purpose::Fluctuation, knot).normal();
        state.fluctuation = state.fluctuation * kept + added * z;
        state.fluctuation_day = Some(Days(knot));
    }
}

fn assess(case: &Case, state: &mut State, shock: Shock, witness: &mut impl Witness) {
    let today = shock.day;
    let missing = case.protocol.world.missed_assessment.get();
    if today.0 > 0 && shock.draw(Purpose::MissedAssessment).uniform() < missing {
        witness.assessed(today, None);
        return;
    }
    let score = rating(case.protocol, case.person.key, (today, state.latent));
    witness.assessed(today, Some(score));
    state.outcome.cost += case.protocol.world.prices.assessment.get();
    state.outcome.hours += 0.5;
    if today.0 == 1 {
        state.outcome.day_one = ScoreCell::seen(score);
        return;
    }
    state.outcome.weekly[usize::from(today.0 / 7)] = ScoreCell::seen(score);
    respond_to_score(case, state, (today, score), witness);
}

/// The score that a rater gives a latent one: `clamp(round(L + 2.4 Z), 0, 60)`.
pub fn rating(protocol: &Protocol, key: Key, (day, latent): (Days, f64)) -> u8 {
    let sd = protocol.population.traits.rater.get();
    whole_score(latent + sd * key.at(Purpose::Rater, day.0).normal())
}

/// Counters, rescue, spacing and the worsening stop after an observed score.
fn respond_to_score(
    case: &Case,
    state: &mut State,
    (today, score): (Days, u8),
    witness: &mut impl Witness,
) {
    let counts = withdrawal::relapse_counts(case, today);
    let findings = state.seen.take_in((today, score), counts);
    if today.0 == 0 {
        state.seen.rung = case.titrator.start(&state.seen);
        return;
    }
    if findings.relapse {
        witness.noted(today, Note::Relapse);
        state.outcome.relapse = state.outcome.relapse.or(Some(today));
        if today > case.arm.schedule.landmark() {
            state.outcome.relapse_later = state.outcome.relapse_later.or(Some(today));
        }
    }
    if state.seen.phase == Phase::Maintenance {
        let rescues = case.arm.schedule.relapse == RelapsePolicy::Rescue;
        if findings.relapse && rescues && state.on_treatment {
            state.seen.phase = Phase::Rescue;
            state.booking.rescue(today);
            state.outcome.rescues += 1;
            witness.noted(today, Note::Rescue);
        } else if let Some(interval) = state.booking.space(&case.arm.schedule, &state.seen, today) {
            witness.noted(today, Note::Spaced(interval));
        }
    }
    if findings.worsening && case.arm.monitoring.worsening == WorseningPolicy::Stop {
        let really_worse = state.latent >= 1.25 * state.latent_baseline;
        state.stop_seen(Stopping::Worsening, really_worse);
    }
}

fn weekly_hazards(case: &Case, state: &mut State, shock: Shock) {
    let today = shock.day;
    let law = &case.protocol.world.dropout;
    let now = Standing {
        baseline: f64::from(state.seen.baseline),
        last: f64::from(state.seen.last),
        latent: state.latent,
        patience: case.tables.day(today).patience,
    };
    let happens = |purpose, hazard| math::happens(shock.draw(purpose).uniform(), hazard);
    let leaves = |purpose, hazard| case.attrition == Attrition::AsLived && happens(purpose, hazard);
    if leaves(Purpose::EfficacyDropout, hazards::lack_of_efficacy(law, case.person.b, now)) {
        return state.leave(Leaving::LackOfEfficacy);
    }
    let other = hazards::administrative(law, state.outcome.hours, today);
    if leaves(Purpose::AdministrativeDropout, other) {
        return state.leave(Leaving::Administrative);
    }
    let begins =
        |state: &State| happens(Purpose::MisuseOnset, case.misuse_factor * state.drug.pressure);
    if state.on_treatment && state.outcome.misuse.is_none() && begins(state) {
        state.outcome.misuse = Some(today);
    }
    if case.arm.monitoring.screen_every.is_some_and(|every| today.0.is_multiple_of(every.0)) {
        screen_for_misuse(case, state, shock);
    }
}

/// A misuse screen: everybody in the study pays for it; only misuse of somebody on treatment can be detected.
fn screen_for_misuse(case: &Case, state: &mut State, shock: Shock) {
    state.outcome.cost += case.protocol.world.prices.screen.get();
    let detectable = state.on_treatment && state.outcome.misuse.is_some();
    if detectable && shock.draw(Purpose::MisuseScreen).uniform() < hazards::SCREEN_SENSITIVITY {
        state.outcome.misuse_seen = Some(shock.day);
        state.stop(Stopping::Misuse);
    }
}

/// A due session up to the decision: missed, held, or the person is there.
///
/// A hold is a false alarm when the person's usual pressure lies below the limit: the day's reading was high by chance.
fn receive(case: &Case, state: &mut State, shock: Shock, witness: &mut impl Witness) -> Due {
    let today = shock.day;
    state.seen.week = today.0 / 7;
    let missed = case.protocol.world.missed_session.get();
    if shock.draw(Purpose::MissedSession).uniform() < missed {
        state.outcome.missed += 1;
        witness.attended(today, state.seen.rung, &Attendance::Missed);
        deliver(case, state, witness);
        return Due::Nothing;
    }
    state.pressure = pressure_before(case, shock);
    let Some(limit) = case.arm.monitoring.hold_at else {
        return Due::Decision;
    };
    state.outcome.cost += case.protocol.world.prices.pressure_check.get();
    if state.pressure < limit.get() {
        return Due::Decision;
    }
    state.outcome.false_holds += u16::from(case.person.systolic < limit.get());
    if state.booking.hold(today) {
        state.outcome.held += 1;
        witness.attended(today, state.seen.rung, &Attendance::Held);
    } else {
        state.outcome.lost += 1;
        witness.attended(today, state.seen.rung, &Attendance::Lost);
        deliver(case, state, witness);
    }
    Due::Nothing
}

/// Systolic pressure before a session, `SBP + 8 Z`.
fn pressure_before(case: &Case, shock: Shock) -> f64 {
    case.person.systolic + 8.0 * shock.draw(Purpose::VisitPressure).normal()
}

/// Books on after a session given, missed or lost, and ends treatment where the schedule does.
///
/// Stopping for non-response is a false alarm when the latent score has improved by 25 % or more.
pub(super) fn deliver(case: &Case, state: &mut State, witness: &mut impl Witness) {
    let schedule = &case.arm.schedule;
    let was = state.seen.phase;
    let completed = state.booking.deliver(schedule, &mut state.seen.phase, state.day);
    if was != state.seen.phase {
        let interval = state.booking.next.map(|next| Days(next.0 - state.day.0));
        witness.noted(state.day, Note::Maintenance(interval));
    }
    let gives_up = schedule.non_response == NonResponsePolicy::Stop
        && completed != Completed::Nothing
        && state.seen.improvement() < 0.25;
    if gives_up {
        let really_not = state.latent_improvement() < 0.25;
        state.stop_seen(Stopping::NonResponse, really_not);
    }
    if completed == Completed::Course {
        state.stop(Stopping::CourseEnded);
    }
}
