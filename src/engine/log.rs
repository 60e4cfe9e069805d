//! The decision log: everything that could be seen of a person in treatment, in order, with the row that decided; and
//! beside it what happened beneath. Events and numbers; the words are elsewhere.

use super::observed::Observed;
use super::outcome::Leaving;
use super::outcome::Outcome;
use super::outcome::Stopping;
use super::titrate::Decision;
use super::witness::Attendance;
use super::witness::Note;
use super::witness::Witness;
use crate::protocol::arm::Rung;
use crate::unit::Days;

/// Something that happened on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The study day.
    pub day: Days,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// An assessment was due: the score, or none when it was missed.
    Assessed(Option<u8>),
    /// A clinician decided, on what was seen.
    Decided(Observed, Decision),
    /// A session was due, at this rung.
    Attended(Rung, Attendance),
    /// The course changed.
    Noted(Note),
    /// Treatment stopped.
    Stopped(Stopping),
    /// The person left the study.
    Left(Leaving),
    /// Misuse began; nobody in the study can see it.
    MisuseBegan,
}

/// Everything that happened to one person under one arm.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// In order of time, within a day in the order of the model.
    pub entries: Vec<Entry>,
    /// Latent scores of days 0, 7, ..., T.
    pub latent: Vec<f64>,
}

impl Log {
    fn note(&mut self, day: Days, event: Event) {
        self.entries.push(Entry { day, event });
    }

    /// Adds what only the end tells: stopping, leaving, the onset of misuse.
    #[must_use]
    pub fn closed(mut self, outcome: &Outcome) -> Self {
        if let Some(day) = outcome.misuse {
            self.note(day, Event::MisuseBegan);
        }
        if let Some((day, why)) = outcome.stopped {
            self.note(day, Event::Stopped(why));
        }
        if let Some((day, why)) = outcome.left {
            self.note(day, Event::Left(why));
        }
        self.entries.sort_by_key(|entry| entry.day); // stable: a day ends with these
        self
    }
}

impl Witness for Log {
    fn assessed(&mut self, day: Days, score: Option<u8>) {
        self.note(day, Event::Assessed(score));
    }

    fn attended(&mut self, day: Days, rung: Rung, attendance: &Attendance) {
        self.note(day, Event::Attended(rung, *attendance));
    }

    fn decided(&mut self, day: Days, seen: &Observed, decision: &Decision) {
        self.note(day, Event::Decided(*seen, *decision));
    }

    fn noted(&mut self, day: Days, note: Note) {
        self.note(day, Event::Noted(note));
    }

    fn latent(&mut self, _day: Days, score: f64) {
        self.latent.push(score);
    }
}
