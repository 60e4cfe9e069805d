//! What can be observed of a course: check-ups, sessions, what was told, who came. Nothing latent has a place in it.

use super::Choice;
use super::Hand;
use crate::engine::adverse::Grade;
use crate::engine::hand::Check;
use crate::engine::observed::Observed;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Outcome;
use crate::engine::outcome::Stopping;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::engine::witness::Attendance;
use crate::engine::witness::Note;
use crate::engine::witness::Witness;
use crate::protocol::arm::Rung;
use crate::unit::Days;

/// What can be observed of a course, up to where it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What was seen and done, in order.
    pub facts: Vec<Fact>,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a course stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// The person has come: the day, and what a rule would be told.
    Awaiting(Days, Observed),
    /// All days are lived.
    Over,
}

/// Something that could be seen on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// The study day.
    pub day: Days,
    /// What was seen.
    pub seen: Seen,
}

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seen {
    /// A check-up was due: the score, or none when it was missed.
    Score(Option<u8>),
    /// A session was given.
    Given(Session),
    /// The person did not come to a session.
    Missed,
    /// A session was put off by two days.
    PutOff(Whose),
    /// A session was lost.
    Lost(Whose),
    /// The course changed.
    Noted(Note),
    /// Treatment stopped.
    Stopped(Stopping),
    /// The person left.
    Left(Leaving),
}

/// A session as it could be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Session {
    /// The rung.
    pub rung: Rung,
    /// What was reported, by kind.
    pub told: [Grade; 4],
    /// Whether something serious happened; nobody misses that.
    pub serious: bool,
    /// Whether the person was asked.
    pub check: Check,
}

/// Whose doing it was that a session was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Blood pressure was too high.
    Pressure,
    /// The clinician gave none.
    Clinician,
}

impl Course {
    /// The check-ups that were due: day and score, none where one was missed.
    pub fn scores(&self) -> impl Iterator<Item = (Days, Option<u8>)> {
        self.facts.iter().filter_map(|fact| match fact.seen {
            Seen::Score(score) => Some((fact.day, score)),
            _ => None,
        })
    }

    /// The score of day 0.
    pub fn baseline(&self) -> u8 {
        self.scores().find_map(|(_, score)| score).unwrap_or(0)
    }

    /// The last score that was seen, and its day.
    pub fn last_score(&self) -> Option<(Days, u8)> {
        self.scores().filter_map(|(day, score)| Some((day, score?))).last()
    }

    /// The sessions that were given.
    pub fn sessions(&self) -> impl Iterator<Item = (Days, Session)> {
        self.facts.iter().filter_map(|fact| match fact.seen {
            Seen::Given(session) => Some((fact.day, session)),
            _ => None,
        })
    }

    /// Whether all days are lived.
    pub const fn is_over(&self) -> bool {
        matches!(self.standing, Standing::Over)
    }
}

impl Session {
    /// The worst that was reported.
    pub fn worst(&self) -> Grade {
        self.told.into_iter().max().unwrap_or(0)
    }
}

/// Writes down what can be seen, and leaves out the rest.
pub(super) struct Sight<'a> {
    pub(super) facts: Vec<Fact>,
    choices: std::slice::Iter<'a, Choice>,
    check: Check,
    /// What was decided on the day of the last decision.
    plan: Option<(Days, SessionPlan)>,
}

impl<'a> Sight<'a> {
    pub(super) fn of(hand: &'a Hand) -> Self {
        Self { facts: Vec::new(), choices: hand.choices.iter(), check: Check::Usual, plan: None }
    }

    fn note(&mut self, day: Days, seen: Seen) {
        self.facts.push(Fact { day, seen });
    }

    /// Adds why treatment stopped and why the person left: both are told.
    pub(super) fn close(&mut self, outcome: &Outcome) {
        if let Some((day, why)) = outcome.stopped {
            self.note(day, Seen::Stopped(why));
        }
        if let Some((day, why)) = outcome.left {
            self.note(day, Seen::Left(why));
        }
        self.facts.sort_by_key(|fact| fact.day); // stable: a day ends with these
    }

    fn whose(&self, day: Days) -> Whose {
        match self.plan {
            Some((decided, SessionPlan::Hold)) if decided == day => Whose::Clinician,
            _ => Whose::Pressure,
        }
    }
}

impl Witness for Sight<'_> {
    fn assessed(&mut self, day: Days, score: Option<u8>) {
        self.note(day, Seen::Score(score));
    }

    fn decided(&mut self, day: Days, _seen: &Observed, decision: &Decision) {
        self.plan = Some((day, decision.session));
        self.check = self.choices.next().map_or(Check::Usual, |choice| choice.check);
    }

    fn attended(&mut self, day: Days, rung: Rung, attendance: &Attendance) {
        let seen = match attendance {
            Attendance::Missed => Seen::Missed,
            Attendance::Held => Seen::PutOff(self.whose(day)),
            Attendance::Lost => Seen::Lost(self.whose(day)),
            Attendance::Given(given) => Seen::Given(Session {
                rung,
                told: given.detected,
                serious: given.serious,
                check: self.check,
            }),
        };
        self.note(day, seen);
    }

    fn noted(&mut self, day: Days, note: Note) {
        self.note(day, Seen::Noted(note));
    }
}
