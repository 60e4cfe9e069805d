//! Who watches a simulated life: a tally watches nothing but the end, a record or a decision log watches every visit.

use super::adverse::Grade;
use super::observed::Observed;
use super::outcome::Continuation;
use super::outcome::Stable;
use super::titrate::Decision;
use crate::protocol::arm::Rung;
use crate::unit::Days;

/// What became of a due session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attendance {
    /// The person did not come.
    Missed,
    /// Blood pressure was too high; put off by two days.
    Held,
    /// Blood pressure was too high a second time.
    Lost,
    /// It was given.
    Given(Given),
}

/// A session that was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// Dose, au, after weight and route.
    pub dose: f64,
    /// Relative peak `x`.
    pub x: f64,
    /// True grades by kind.
    pub truth: [Grade; 4],
    /// Detected grades by kind.
    pub detected: [Grade; 4],
    /// Whether something moderate or worse outlasted the observation.
    pub unobserved: bool,
    /// Whether a serious event happened.
    pub serious: bool,
    /// Rise in systolic pressure.
    pub rise: f64,
}

/// Something that changed the course and is no assessment, session or decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    /// The second relapsing score in a row.
    Relapse,
    /// A rescue began.
    Rescue,
    /// Maintenance goes on at another interval.
    Spaced(Days),
    /// The session given, missed or lost completed the induction or a rescue: maintenance from here.
    Maintenance(Option<Days>),
    /// Judged stable on the day of withdrawal, and went on or stopped.
    Withdrawal(Stable, Continuation),
}

/// Somebody who is told as it happens. Every method does nothing unless implemented.
pub trait Witness {
    /// What is told from here on is about the person at this place; a person alone is at place 0.
    fn about(&mut self, _place: usize) {}
    /// An assessment was due: the score, or none when it was missed.
    fn assessed(&mut self, _day: Days, _score: Option<u8>) {}
    /// A session was due.
    fn attended(&mut self, _day: Days, _rung: Rung, _attendance: &Attendance) {}
    /// A clinician decided on what was seen.
    fn decided(&mut self, _day: Days, _seen: &Observed, _decision: &Decision) {}
    /// The latent score at the end of a week; nobody in the study can see it.
    fn latent(&mut self, _day: Days, _score: f64) {}
    /// Something changed the course.
    fn noted(&mut self, _day: Days, _note: Note) {}
    /// Whether [`daily`](Self::daily) is told. It costs time, so most do not ask for it.
    const DAILY: bool = false;
    /// The latent score at the end of a day, after any session; the fluctuation is the one expected from its last knot.
    fn daily(&mut self, _day: Days, _score: f64) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Witness for Nobody {}

/// A witness for each person, by place.
#[derive(Clone, Debug)]
pub struct Each<W> {
    people: Vec<W>,
    now: usize,
}

impl<W> Each<W> {
    /// These witnesses.
    pub const fn new(people: Vec<W>) -> Self {
        Self { people, now: 0 }
    }

    /// The witnesses, by place.
    pub fn into_people(self) -> Vec<W> {
        self.people
    }
}

impl<W: Witness> Witness for Each<W> {
    fn about(&mut self, place: usize) {
        self.now = place;
    }

    fn assessed(&mut self, day: Days, score: Option<u8>) {
        self.people[self.now].assessed(day, score);
    }

    fn attended(&mut self, day: Days, rung: Rung, attendance: &Attendance) {
        self.people[self.now].attended(day, rung, attendance);
    }

    fn decided(&mut self, day: Days, seen: &Observed, decision: &Decision) {
        self.people[self.now].decided(day, seen, decision);
    }

    fn latent(&mut self, day: Days, score: f64) {
        self.people[self.now].latent(day, score);
    }

    fn noted(&mut self, day: Days, note: Note) {
        self.people[self.now].noted(day, note);
    }

    const DAILY: bool = W::DAILY;

    fn daily(&mut self, day: Days, score: f64) {
        self.people[self.now].daily(day, score);
    }
}
