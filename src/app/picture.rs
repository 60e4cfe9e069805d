//! What is on the screen: a protocol, the people it rests on, and who they were compared with. No browser.

use std::rc::Rc;

use super::state::MOST_PEOPLE;
use super::state::State;
use crate::endpoint::Endpoint;
use crate::endpoint::Fate;
use crate::protocol::Protocol;
use crate::tally;
use crate::tally::Estimate;
use crate::tally::Tally;
use crate::words::page::Word;

/// A result to draw: never without the state it belongs to.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The state it answers.
    pub state: State,
    /// The study that was simulated.
    pub protocol: Rc<Protocol>,
    /// The sums of people `0..n`.
    pub tally: Rc<Tally>,
    /// A number that changes with every new picture.
    pub version: u64,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// Better, severe event and left early of the people shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many are shown.
    pub of: usize,
    /// Got better.
    pub better: usize,
    /// Had a severe event.
    pub severe: usize,
    /// Left early.
    pub left: usize,
}

/// The three counts, as endpoints of all people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Got better.
    Better,
    /// Had a severe event.
    Severe,
    /// Left early.
    Left,
}

impl Measure {
    /// All three in order.
    pub const ALL: [Self; 3] = [Self::Better, Self::Severe, Self::Left];

    /// Its name.
    pub const fn word(self) -> Word {
        match self {
            Self::Better => Word::GotBetter,
            Self::Severe => Word::SevereEvent,
            Self::Left => Word::LeftEarlyRow,
        }
    }

    /// The endpoint behind it.
    pub const fn endpoint(self, protocol: &Protocol) -> Endpoint {
        match self {
            Self::Better => Endpoint::ResponseNri(protocol.horizon()),
            Self::Severe => Endpoint::TrueAnySevere,
            Self::Left => Endpoint::Dropout,
        }
    }
}

/// A point of 100, and how many standard errors a 95 % range has on either side.
const POINT: f64 = 0.01;
const WIDE: f64 = 1.96;

/// A few more than it takes, for the shares move a little with more people.
const SPARE: f64 = 1.03;

impl Counts {
    /// Counts the people shown.
    pub fn of(fates: &[Fate]) -> Self {
        let count = |test: fn(Fate) -> bool| fates.iter().filter(|fate| test(**fate)).count();
        Self {
            of: fates.len(),
            better: count(Fate::is_better),
            severe: count(Fate::is_severe),
            left: count(Fate::is_left),
        }
    }

    /// One of the counts.
    pub const fn get(self, measure: Measure) -> usize {
        match measure {
            Measure::Better => self.better,
            Measure::Severe => self.severe,
            Measure::Left => self.left,
        }
    }
}

impl Picture {
    /// The two arms side by side.
    pub fn side_by_side(&self) -> (usize, usize) {
        self.state.side_by_side(&self.protocol)
    }

    /// The one of them whose first dose is offered to change.
    pub fn changed_arm(&self) -> usize {
        self.state.changed_arm(&self.protocol)
    }

    /// The counts of the people shown in an arm.
    pub fn counts(&self, arm: usize) -> Counts {
        self.tally.arms.get(arm).map_or_else(Counts::default, |arm| Counts::of(&arm.fates))
    }

    /// How many people are shown one by one.
    pub fn shown(&self) -> usize {
        self.tally.arms.first().map_or(0, |arm| arm.fates.len())
    }

    /// A measure of all people in the two arms side by side; none of one arm alone.
    pub fn pair(&self, measure: Measure) -> Option<(Estimate, Estimate)> {
        let (left, right) = self.side_by_side();
        let endpoint = measure.endpoint(&self.protocol);
        let of = |arm| self.estimate(arm, endpoint);
        (left != right).then(|| Some((of(left)?, of(right)?)))?
    }

    /// How many people it takes until the 95 % range of every share side by side is within a point of 100 on either side;
    /// none when it is already, and when more are needed than the page runs.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 100,000")]
    pub fn people_within_a_point(&self) -> Option<u64> {
        let (left, right) = self.side_by_side();
        let error = |measure: Measure| {
            let endpoint = measure.endpoint(&self.protocol);
            [left, right].map(|arm| self.estimate(arm, endpoint).map_or(0.0, |it| it.mcse))
        };
        let widest = Measure::ALL.into_iter().flat_map(error).fold(0.0, f64::max) * WIDE / POINT;
        let people = SPARE * tally::real(self.tally.enrolled) * widest * widest;
        let hundreds = (people / 100.0).ceil() * 100.0;
        (widest > 1.0 && hundreds <= tally::real(MOST_PEOPLE)).then_some(hundreds as u64)
    }

    /// An endpoint of all people of an arm.
    pub fn estimate(&self, arm: usize, endpoint: Endpoint) -> Option<Estimate> {
        let index = Endpoint::of(&self.protocol).iter().position(|known| *known == endpoint)?;
        self.tally.arms.get(arm)?.endpoints.get(index)?.estimate(endpoint.scale())
    }
}
