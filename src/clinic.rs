//! The reader as the clinician: people of the cast treated by hand, visit by visit. Before the end of a course nothing of it
//! can be had but what was observed ([`Course`]); what was true, and the same person under each rule, is a
//! [`Truth`](truth::Truth), and there is none before the end.
//!
//! There is no second model: the engine lives the course by the choices, from its first day, each time it is asked.

pub mod count;
pub mod crowd;
pub mod truth;

use crate::engine::adverse::Grade;
use crate::engine::case::Setting;
use crate::engine::hand;
use crate::engine::hand::Check;
use crate::engine::hand::Order;
use crate::engine::hand::Progress;
use crate::engine::log::Log;
use crate::engine::observed::Observed;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Outcome;
use crate::engine::outcome::Stopping;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::engine::titrate::Titrator;
use crate::engine::witness::Attendance;
use crate::engine::witness::Note;
use crate::engine::witness::Witness;
use crate::protocol::MOST_ARMS;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Titration;
use crate::run::Ready;
use crate::story::cast::Cast;
use crate::unit::Days;

/// People in a row.
pub const TEN: usize = 10;

/// What a clinician can do at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// One rung up.
    Raise,
    /// The same dose.
    Keep,
    /// One rung down.
    Lower,
    /// No dose today: put off by two days once, then lost.
    Hold,
    /// Treatment ends for good.
    Stop,
}

/// What was chosen at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is done.
    pub act: Act,
    /// Whether the person is asked about side effects of today's session.
    pub check: Check,
}

/// What was chosen for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The choices, visit by visit.
    pub choices: Vec<Choice>,
    /// The rule that goes on from there, by its place in [`Clinic::finishers`].
    pub rule: Option<usize>,
}

/// The people, the arms beside the reader's, and the reader's own.
#[derive(Clone, Debug)]
pub struct Clinic {
    /// The people and all arms; the last arm is the reader's.
    pub cast: Cast,
    /// The arms laid beside the reader's, in order: rules that titrate, fixed doses from the highest, the reference.
    pub beside: Vec<usize>,
    /// The arms whose rule can go on from any dose: one of each rule.
    pub finishers: Vec<usize>,
}

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

impl Clinic {
    /// The clinic of a cast. `name` is what the reader's arm is called.
    ///
    /// The reader treats in the first arm with drug: its route, schedule and monitoring, from the second rung, up and down the
    /// whole ladder.
    pub fn new(cast: Cast, name: &str) -> Self {
        let top = cast.ready.protocol.ladder.top();
        let start = Rule::Fixed { at: Rung(1.min(top.0)) };
        let titration = Titration { rule: start, lowest: Rung(0), highest: top };
        let protocol = with_arm(&cast.ready.protocol, name, titration);
        let you = protocol.arms.len() - 1;
        let beside = beside(&protocol, you);
        let finishers = finishers(&protocol, &beside);
        let own = cast.own.min(you);
        Self { cast: Cast { ready: Ready::new(protocol), own, ..cast }, beside, finishers }
    }

    /// The reader's arm.
    pub fn you(&self) -> usize {
        self.protocol().arms.len() - 1
    }

    /// The study with the reader's arm.
    pub fn protocol(&self) -> &Protocol {
        &self.cast.ready.protocol
    }

    /// Whether people are asked at every session anyway, so that no check need be ordered.
    pub fn asks_always(&self) -> bool {
        self.protocol().arms[self.you()].monitoring.elicitation == Elicitation::Solicited
    }

    /// How many full rows of ten there are; at least one.
    pub fn groups(&self) -> usize {
        (self.cast.people.len() / TEN).max(1)
    }

    /// The course of a person by what was chosen, as far as it can be seen; none when there is no such person.
    pub fn course(&self, person: usize, hand: &Hand) -> Option<Course> {
        let mut sight = Sight::of(hand);
        let progress = self.live(person, hand, &mut sight)?;
        let standing = match progress {
            Progress::Awaiting(day, seen) => Standing::Awaiting(day, seen),
            Progress::Over(outcome) => {
                sight.close(&outcome);
                Standing::Over
            }
        };
        Some(Course { facts: sight.facts, standing })
    }

    /// Lives a person's course by what was chosen.
    fn live<W: Witness>(&self, person: usize, hand: &Hand, witness: &mut W) -> Option<Progress> {
        let (_, candidate, care) = self.cast.people.get(person)?;
        let ready = &self.cast.ready;
        let own = &ready.protocol.arms[self.you()];
        let rule = hand.rule.and_then(|rule| self.finishers.get(rule));
        let rule = rule.map(|arm| ready.protocol.arms[*arm].titration.clone());
        let rule = rule.map(|titration| Arm { titration, ..own.clone() });
        let rule = rule.as_ref().map(Titrator::of);
        let mut choices = hand.choices.iter();
        let top = ready.protocol.ladder.top();
        let order = |seen: &Observed| match choices.next() {
            Some(choice) => Some(choice.order(seen, top)),
            None => rule.map(|rule| Order { decision: rule.decide(seen), check: Check::Usual }),
        };
        let one = ready.enrolled(vec![(candidate.clone(), *care)]);
        let setting = Setting::new(&ready.protocol, ready.tables(), own);
        Some(hand::live(setting, &one, witness, order))
    }

    /// The whole course, with what nobody saw, once it is over.
    fn whole(&self, person: usize, hand: &Hand) -> Option<(Outcome, Log)> {
        let mut log = Log::default();
        match self.live(person, hand, &mut log)? {
            Progress::Over(outcome) => Some((*outcome, log)),
            Progress::Awaiting(..) => None,
        }
    }
}

impl Choice {
    /// A choice without a check.
    pub const fn plain(act: Act) -> Self {
        Self { act, check: Check::Usual }
    }

    /// What it orders, of somebody who is at a rung.
    fn order(self, seen: &Observed, top: Rung) -> Order {
        let rung = self.act.rung(seen.rung, top).unwrap_or(seen.rung);
        let session = match self.act {
            Act::Raise | Act::Keep | Act::Lower => SessionPlan::Give,
            Act::Hold => SessionPlan::Hold,
            Act::Stop => SessionPlan::Stop,
        };
        Order { decision: Decision { rung, session, ceiling: None, row: None }, check: self.check }
    }
}

impl Act {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [Self::Raise, Self::Keep, Self::Lower, Self::Hold, Self::Stop];

    /// The rung that is given; none: no dose is, or there is no such rung.
    pub fn rung(self, now: Rung, top: Rung) -> Option<Rung> {
        match self {
            Self::Raise => (now < top).then_some(Rung(now.0 + 1)),
            Self::Keep => Some(now),
            Self::Lower => now.0.checked_sub(1).map(Rung),
            Self::Hold | Self::Stop => None,
        }
    }

    /// Whether it can be done from a rung.
    pub fn is_open(self, now: Rung, top: Rung) -> bool {
        matches!(self, Self::Hold | Self::Stop) || self.rung(now, top).is_some()
    }
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
struct Sight<'a> {
    facts: Vec<Fact>,
    choices: std::slice::Iter<'a, Choice>,
    check: Check,
    /// What was decided on the day of the last decision.
    plan: Option<(Days, SessionPlan)>,
}

impl<'a> Sight<'a> {
    fn of(hand: &'a Hand) -> Self {
        Self { facts: Vec::new(), choices: hand.choices.iter(), check: Check::Usual, plan: None }
    }

    fn note(&mut self, day: Days, seen: Seen) {
        self.facts.push(Fact { day, seen });
    }

    /// Adds why treatment stopped and why the person left: both are told.
    fn close(&mut self, outcome: &Outcome) {
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

/// The study with one more arm like its first with drug; in place of the last, where there is no room.
fn with_arm(protocol: &Protocol, name: &str, titration: Titration) -> Protocol {
    let drug = |arm: &&Arm| arm.treatment == Treatment::Drug;
    let Some(like) = protocol.arms.iter().find(drug).or(protocol.arms.first()) else {
        return protocol.clone();
    };
    let taken = |name: &str| protocol.arms.iter().any(|arm| arm.name == name);
    let mut own = name.to_owned();
    while taken(&own) {
        own.push('*');
    }
    let arm = Arm { name: own, titration, ..like.clone() };
    let mut design = protocol.clone().into_design();
    if design.arms.len() >= MOST_ARMS {
        design.arms.pop();
    }
    design.arms.push(arm);
    // An arm like another one, with a name of its own, fits wherever that one does.
    design.check().unwrap_or_else(|_| protocol.clone())
}

/// The arms laid beside the reader's: rules that titrate, fixed doses from the highest, the reference.
fn beside(protocol: &Protocol, you: usize) -> Vec<usize> {
    let mut arms: Vec<usize> = (0..you).collect();
    arms.sort_by_key(|arm| {
        let it = &protocol.arms[*arm];
        match (it.treatment, &it.titration.rule) {
            (Treatment::Drug, Rule::Fixed { at }) => (1, u8::MAX - at.0),
            (Treatment::Drug, _) => (0, 0),
            _ => (2, 0),
        }
    });
    arms
}

/// One arm of each rule that can go on from any dose.
fn finishers(protocol: &Protocol, beside: &[usize]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for arm in beside {
        let it = &protocol.arms[*arm];
        let rows = it.titration.rule.rows();
        let known = |other: &usize| *protocol.arms[*other].titration.rule.rows() == *rows;
        if it.treatment == Treatment::Drug && !found.iter().any(known) {
            found.push(*arm);
        }
    }
    found
}

#[cfg(test)]
mod tests;
