//! One enrolled person told under one arm: check-ups, visits, what was reported and what nobody reported, what the rule did
//! and on what. Runs the engine; events and numbers only, the words are elsewhere.

pub mod cast;
pub mod find;

use crate::engine::adverse::Grade;
use crate::engine::life;
use crate::engine::log::Entry;
use crate::engine::log::Event;
use crate::engine::log::Log;
use crate::engine::observed::Observed;
use crate::engine::observed::improvement;
use crate::engine::outcome::Outcome;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::engine::witness::Attendance;
use crate::engine::witness::Given;
use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::unit::Days;

use cast::Cast;

/// One person under one arm.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The arm, by its place in the cast.
    pub arm: usize,
    /// Every check-up that was due: its day and score, none where it was missed.
    pub check_ups: Vec<(Days, Option<u8>)>,
    /// Every visit, in order: the steps of the story.
    pub visits: Vec<Visit>,
    /// What is left to count in the end.
    pub outcome: Outcome,
}

/// A day that the story stops at.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The study day.
    pub day: Days,
    /// Everything of the day, in the order of the model.
    pub events: Vec<Event>,
    /// Improvement since the start at the last check-up that took place, from this day or before.
    pub improvement: f64,
    /// The dose given, au; none when no session took place.
    pub dose: Option<f64>,
    /// What the dose became.
    pub course: Course,
}

/// What a visit did to the course of treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// The first dose.
    Began,
    /// A higher dose than before.
    Up,
    /// A lower one.
    Down,
    /// The same.
    Same,
    /// Treatment ended, or sessions came to another pace, or the person left.
    Turned,
}

impl Story {
    /// A person of the cast under an arm; none when there is no such person or arm.
    pub fn of(cast: &Cast, person: usize, arm: usize) -> Option<Self> {
        let (_, candidate, care) = cast.people.get(person)?;
        let protocol = &cast.ready.protocol;
        let it = protocol.arms.get(arm)?;
        let mut log = Log::default();
        let tables = cast.ready.tables();
        let outcome = life::run(protocol, tables, it, (candidate, *care), &mut log);
        Some(Self::told(protocol, arm, outcome, log))
    }

    /// A course that was watched to its end.
    pub fn told(protocol: &Protocol, arm: usize, outcome: Outcome, log: Log) -> Self {
        let log = log.closed(&outcome);
        let check_ups = log.entries.iter().filter_map(|entry| match entry.event {
            Event::Assessed(score) => Some((entry.day, score)),
            _ => None,
        });
        let check_ups: Vec<(Days, Option<u8>)> = check_ups.collect();
        let visits = visits(protocol, arm, &log.entries, outcome.baseline());
        Self { arm, check_ups, visits, outcome }
    }

    /// The last score that was seen, and its day.
    pub fn last_score(&self) -> Option<(Days, u8)> {
        self.check_ups.iter().rev().find_map(|(day, score)| Some((*day, (*score)?)))
    }

    /// Spans between two check-ups, by their days, in which something happened that nobody reported.
    ///
    /// A missed check-up ends no span. What follows the last one is a span up to the last day.
    pub fn missed_between(&self, last: Days) -> Vec<(Days, Days)> {
        let held = self.check_ups.iter().filter(|(_, score)| score.is_some()).map(|(day, _)| *day);
        let mut days: Vec<Days> = held.chain([last]).collect();
        days.dedup();
        let missed = |from: Days, to: Days| {
            let within = |visit: &&Visit| visit.day >= from && visit.day < to;
            self.visits.iter().filter(within).any(|visit| visit.unreported() > 0)
        };
        days.windows(2).filter(|two| missed(two[0], two[1])).map(|two| (two[0], two[1])).collect()
    }

    /// Severe events that happened: in all, and those that nobody reported.
    pub fn severe(&self) -> (usize, usize) {
        let kinds = || {
            let sessions = self.visits.iter().filter_map(Visit::given);
            sessions.flat_map(|given| given.truth.into_iter().zip(given.detected))
        };
        let severe = || kinds().filter(|(truth, _)| *truth == 3);
        (severe().count(), severe().filter(|(_, seen)| *seen == 0).count())
    }
}

impl Visit {
    /// The session, if it was given.
    pub fn given(&self) -> Option<&Given> {
        self.events.iter().find_map(|event| match event {
            Event::Attended(_, Attendance::Given(given)) => Some(given),
            _ => None,
        })
    }

    /// Whether a session was due that was not given.
    pub fn failed(&self) -> bool {
        let due = |event: &Event| matches!(event, Event::Attended(..));
        self.given().is_none() && self.events.iter().any(due)
    }

    /// What was seen and decided before the session, if anything was.
    pub fn decision(&self) -> Option<(&Observed, &Decision)> {
        self.events.iter().find_map(|event| match event {
            Event::Decided(seen, decision) => Some((seen, decision)),
            _ => None,
        })
    }

    /// The worst event reported.
    pub fn reported(&self) -> Grade {
        self.given().map_or(0, |given| given.detected.into_iter().max().unwrap_or(0))
    }

    /// The worst event that happened and that nobody reported.
    pub fn unreported(&self) -> Grade {
        let Some(given) = self.given() else { return 0 };
        let kinds = given.truth.iter().zip(given.detected);
        kinds.filter(|(_, detected)| *detected == 0).map(|(truth, _)| *truth).max().unwrap_or(0)
    }

    /// Whether something was decided that changed anything.
    pub const fn is_decision(&self) -> bool {
        !matches!(self.course, Course::Same)
    }
}

/// Whether an event of a grade happened in a session and nobody reported it.
pub fn is_unseen(given: &Given, grade: Grade) -> bool {
    given.truth.iter().zip(given.detected).any(|(truth, seen)| *truth == grade && seen == 0)
}

/// The days to stop at: sessions that were due, turns of the course, and check-ups once no session is to come.
fn visits(protocol: &Protocol, arm: usize, entries: &[Entry], baseline: u8) -> Vec<Visit> {
    let is_session = |event: &Event| matches!(event, Event::Attended(..));
    let last = entries.iter().rev().find(|entry| is_session(&entry.event)).map(|entry| entry.day);
    let mut visits = Vec::new();
    let (mut seen, mut rung) = (baseline, None);
    for day in entries.chunk_by(|a, b| a.day == b.day) {
        let score = day.iter().find_map(|entry| match entry.event {
            Event::Assessed(score) if entry.day.0 != 1 => score,
            _ => None,
        });
        seen = score.unwrap_or(seen);
        let alone =
            day.iter().all(|entry| matches!(entry.event, Event::Assessed(_) | Event::MisuseBegan));
        if alone && last.is_some_and(|last| day[0].day <= last) {
            continue;
        }
        let events: Vec<Event> = day.iter().map(|entry| entry.event).collect();
        let before = rung;
        let given = events.iter().find_map(|event| match event {
            Event::Attended(rung, Attendance::Given(_)) => Some(*rung),
            _ => None,
        });
        rung = given.or(rung);
        visits.push(Visit {
            day: day[0].day,
            improvement: improvement(baseline, seen),
            dose: given.map(|rung| dose(protocol, arm, rung)),
            course: course(&events, before, given),
            events,
        });
    }
    visits
}

/// The dose of a rung in an arm: none is 0 au.
fn dose(protocol: &Protocol, arm: usize, rung: Rung) -> f64 {
    match protocol.arms[arm].treatment {
        Treatment::Drug => protocol.ladder.dose(rung),
        Treatment::Placebo | Treatment::NoTreatment => 0.0,
    }
}

fn course(events: &[Event], before: Option<Rung>, given: Option<Rung>) -> Course {
    let turns = |event: &Event| match event {
        Event::Noted(_) | Event::Stopped(_) | Event::Left(_) => true,
        Event::Decided(_, decision) => decision.session != SessionPlan::Give,
        _ => false,
    };
    match (before, given) {
        (None, Some(_)) => Course::Began,
        (Some(before), Some(now)) if now > before => Course::Up,
        (Some(before), Some(now)) if now < before => Course::Down,
        _ if events.iter().any(turns) => Course::Turned,
        _ => Course::Same,
    }
}

#[cfg(test)]
mod tests;
