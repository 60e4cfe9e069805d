//! The same people before and after an edit, a few at a time so that a page can do something else in between.

use super::uses::Uses;
use crate::endpoint::Fate;
use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::run::Person;
use crate::run::Ready;
use crate::stream::Seed;

/// People in a slice: as many as the engine takes side by side.
pub const SLICE: usize = 64;

/// People who are shown one by one.
pub const SHOWN: usize = 100;

/// People who show what a hundred may hide.
pub const ALL: usize = 1_000;

/// What is left to compare of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// How they ended.
    pub fate: Fate,
    /// Their last score, if it was seen.
    pub score: Option<u8>,
    /// Mean dose of their sessions, if they had any.
    pub dose: Option<f64>,
    /// Severe events that happened, and that were reported.
    pub severe: [u16; 2],
    /// The same with the moderate ones.
    pub moderate: [u16; 2],
    /// Sessions given.
    pub sessions: u16,
    /// Hours spent.
    pub hours: f64,
    /// What it cost.
    pub cost: f64,
}

impl Seen {
    fn of(outcome: &Outcome, protocol: &Protocol) -> Self {
        let given = f64::from(outcome.given);
        let severe = [outcome.count(3), outcome.count_detected(3)];
        Self {
            fate: Fate::of(outcome, protocol),
            score: outcome.score(protocol.horizon()),
            dose: (outcome.given > 0).then(|| outcome.dose / given),
            severe,
            moderate: [severe[0] + outcome.count(2), severe[1] + outcome.count_detected(2)],
            sessions: outcome.given,
            hours: outcome.hours,
            cost: outcome.cost,
        }
    }
}

/// People on their way through an arm before and after an edit.
#[derive(Debug)]
pub struct Work {
    ready: Ready,
    seed: Seed,
    /// Before, where there is something to compare with; and after.
    before: Option<Arm>,
    after: Arm,
    /// The number of the last who was enrolled.
    last: Option<u64>,
    /// What became of them before, and after.
    pub seen: [Vec<Seen>; 2],
    /// How often each row was used by the first [`SHOWN`], after the edit.
    pub uses: Uses,
    /// Screening admits hardly anybody.
    pub is_over: bool,
}

impl Work {
    /// Nobody yet.
    pub fn new(protocol: &Protocol, seed: Seed, before: Option<Arm>, after: Arm) -> Self {
        let uses = Uses::of(&after.titration.rule);
        let ready = Ready::new(protocol.clone());
        let seen = [Vec::new(), Vec::new()];
        Self { ready, seed, before, after, last: None, seen, uses, is_over: false }
    }

    /// How many have been through.
    pub fn done(&self) -> usize {
        self.seen[1].len()
    }

    /// Whether everybody has who is needed: a thousand to compare, a hundred to count.
    pub fn is_complete(&self) -> bool {
        self.is_over || self.done() >= if self.before.is_some() { ALL } else { SHOWN }
    }

    /// Some more people; nobody when all are there.
    pub fn step(&mut self) {
        let done = self.done();
        let wanted = if done < SHOWN { SHOWN - done } else { ALL.saturating_sub(done) };
        let people = self.enrol(wanted.min(SLICE));
        if people.is_empty() {
            return;
        }
        let after = if done < SHOWN {
            let outcomes = self.ready.watched(&people, &self.after, &mut self.uses);
            self.uses.begin(&self.after.titration.rule, &people, &outcomes);
            outcomes
        } else {
            self.ready.outcomes(&people, &self.after)
        };
        let protocol = &self.ready.protocol;
        if let Some(before) = &self.before {
            let outcomes = self.ready.outcomes(&people, before);
            self.seen[0].extend(outcomes.iter().map(|outcome| Seen::of(outcome, protocol)));
        }
        self.seen[1].extend(after.iter().map(|outcome| Seen::of(outcome, protocol)));
    }

    fn enrol(&mut self, n: usize) -> Vec<Person> {
        let last = self.last.map(|pid| (pid, self.done() as u64));
        let people = self.ready.enrol_after(self.seed, last, n);
        self.last = people.last().map(|(pid, ..)| *pid).or(self.last);
        self.is_over = people.len() < n;
        people
    }
}
