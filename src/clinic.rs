//! The reader as the clinician: people of the cast treated by hand, visit by visit. Before the end of a course nothing of it
//! can be had but what was observed ([`Course`]); what was true, and the same person under each rule, is a
//! [`Truth`](truth::Truth), and there is none before the end.
//!
//! There is no second model: the engine lives the course by the choices, from its first day, each time it is asked.

pub mod count;
pub mod course;
pub mod crowd;
pub mod truth;

pub use course::Course;
pub use course::Fact;
pub use course::Seen;
pub use course::Session;
pub use course::Standing;
pub use course::Whose;

use course::Sight;

use crate::engine::case::Setting;
use crate::engine::hand;
use crate::engine::hand::Check;
use crate::engine::hand::Order;
use crate::engine::hand::Progress;
use crate::engine::log::Log;
use crate::engine::observed::Observed;
use crate::engine::outcome::Outcome;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::engine::titrate::Titrator;
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
