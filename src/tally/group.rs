//! People compared with themselves in the first arm, and people divided into groups.

use serde::Deserialize;
use serde::Serialize;

use super::moments::Moments;
use crate::endpoint::Endpoint;
use crate::endpoint::Fate;
use crate::engine::outcome::Outcome;
use crate::math::lanes::Lanes;
use crate::protocol::Protocol;

/// The same people here and in the first arm: how many had something in neither, here only, there only, in both.
///
/// Indexed by the first arm, then this one: `[1][0]` had it in the first arm only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// Better at the last visit.
    pub better: [[u64; 2]; 2],
    /// Harmed: a truly severe or a serious event.
    pub harmed: [[u64; 2]; 2],
}

/// One group of people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// For each arm, the people of this group in it and their endpoints.
    pub arms: Vec<GroupArm>,
}

/// One group of people in one arm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupArm {
    /// People.
    pub people: u64,
    /// Each endpoint of [`Endpoint::of`].
    pub endpoints: Vec<Moments>,
}

/// Who of some people ended how, by place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    everybody: Lanes,
    better: Lanes,
    harmed: Lanes,
}

impl Ends {
    /// How people ended, whose fates are known.
    pub(super) fn of(outcomes: &[Outcome], fates: &[Fate]) -> Self {
        let harmed = |(outcome, fate): (&Outcome, &Fate)| fate.is_severe() || outcome.serious > 0;
        Self {
            everybody: Lanes::first(outcomes.len()),
            better: Lanes::of(fates.iter().map(|fate| fate.is_better())),
            harmed: Lanes::of(outcomes.iter().zip(fates).map(harmed)),
        }
    }
}

impl Crossing {
    /// Adds the same people in the first arm and here.
    pub(super) fn add(&mut self, first: Ends, here: Ends) {
        cross(&mut self.better, first.everybody, (first.better, here.better));
        cross(&mut self.harmed, first.everybody, (first.harmed, here.harmed));
    }

    pub(super) fn append(&mut self, later: Self) {
        for (sums, more) in [(&mut self.better, later.better), (&mut self.harmed, later.harmed)] {
            for (sum, n) in sums.as_flattened_mut().iter_mut().zip(more.as_flattened()) {
                *sum += n;
            }
        }
    }
}

fn cross(counts: &mut [[u64; 2]; 2], everybody: Lanes, (first, here): (Lanes, Lanes)) {
    let neither = everybody.without(first | here);
    let cells = [[neither, here.without(first)], [first.without(here), first & here]];
    for (count, cell) in counts.as_flattened_mut().iter_mut().zip(cells.as_flattened()) {
        *count += cell.len() as u64;
    }
}

impl Group {
    /// Nobody yet, in this many arms.
    pub fn new(arms: usize, endpoints: usize) -> Self {
        let arm = GroupArm { people: 0, endpoints: vec![Moments::default(); endpoints] };
        Self { arms: vec![arm; arms] }
    }

    pub(super) fn append(&mut self, later: &Self) {
        for (arm, more) in self.arms.iter_mut().zip(&later.arms) {
            arm.people += more.people;
            for (sum, more) in arm.endpoints.iter_mut().zip(&more.endpoints) {
                sum.append(*more);
            }
        }
    }
}

impl GroupArm {
    /// Adds a person.
    pub fn add(&mut self, protocol: &Protocol, endpoints: &[Endpoint], outcome: &Outcome) {
        self.people += 1;
        for (sum, endpoint) in self.endpoints.iter_mut().zip(endpoints) {
            if let Some(x) = endpoint.value(outcome, protocol) {
                sum.add(x);
            }
        }
    }
}
