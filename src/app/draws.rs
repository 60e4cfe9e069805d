//! Hypothetical outcomes: the same two arms with one group of a hundred people after another. How often one comes out ahead
//! of the other is what luck leaves of a difference. Plain data.

use super::picture::Counts;
use super::picture::Measure;
use crate::endpoint::Fate;
use crate::protocol::Protocol;
use crate::run::Ready;
use crate::stream::Seed;

/// People of a draw.
pub const PEOPLE: usize = 100;

/// Draws that are shown at once, and made at once where nothing moves.
pub const STRIP: usize = 12;

/// A study from which groups are drawn.
#[derive(Clone, Debug)]
pub struct Urn {
    ready: Ready,
    arms: (usize, usize),
    seed: Seed,
}

/// One group under both arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The seed that has these people.
    pub seed: u64,
    /// The counts under the first and the second arm.
    pub counts: [Counts; 2],
}

/// How often which arm was ahead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// More people counted under the first arm.
    pub first: usize,
    /// More under the second.
    pub second: usize,
    /// As many under both.
    pub even: usize,
}

impl Urn {
    /// Of two arms of a study; none of one arm alone.
    pub fn new(protocol: &Protocol, arms: (usize, usize), seed: Seed) -> Option<Self> {
        let there = |arm: usize| arm < protocol.arms.len();
        let two = arms.0 != arms.1 && there(arms.0) && there(arms.1);
        two.then(|| Self { ready: Ready::new(protocol.clone()), arms, seed })
    }

    /// The `k`th group, from 1: the people of the seed so many above the one on the screen, so that each can be opened.
    /// None when hardly anybody is admitted.
    pub fn draw(&self, k: u64) -> Option<Draw> {
        let seed = Seed(self.seed.0.wrapping_add(k));
        let people = self.ready.enrol(seed, PEOPLE);
        let counts = |arm: usize| {
            let protocol = &self.ready.protocol;
            let outcomes = self.ready.outcomes(&people, &protocol.arms[arm]);
            let fates: Vec<Fate> = outcomes.iter().map(|it| Fate::of(it, protocol)).collect();
            Counts::of(&fates)
        };
        let full = people.len() == PEOPLE;
        full.then(|| Draw { seed: seed.0, counts: [counts(self.arms.0), counts(self.arms.1)] })
    }
}

impl Score {
    /// Of these draws, by one of the counts.
    pub fn of(draws: &[Draw], measure: Measure) -> Self {
        let mut score = Self::default();
        for draw in draws {
            let [first, second] = draw.counts.map(|counts| counts.get(measure));
            match first.cmp(&second) {
                std::cmp::Ordering::Greater => score.first += 1,
                std::cmp::Ordering::Less => score.second += 1,
                std::cmp::Ordering::Equal => score.even += 1,
            }
        }
        score
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;
    use crate::scenario::library;
    use crate::tally::SHOWN;

    fn protocol() -> Protocol {
        let entry = library::find("low-or-at-once").expect("it is built in");
        scenario::parse(entry.text).expect("sound").protocol
    }

    /// The people of a draw are the people that its seed shows.
    #[test]
    fn a_draw_is_the_picture_of_its_seed() {
        let protocol = protocol();
        let draw = Urn::new(&protocol, (0, 1), Seed(5)).and_then(|urn| urn.draw(2)).expect("drawn");
        assert_eq!((draw.seed, PEOPLE), (7, SHOWN));
        let tally = Ready::new(protocol).population(Seed(7), 100).expect("a run");
        for (counts, arm) in draw.counts.iter().zip(&tally.arms) {
            assert_eq!(*counts, Counts::of(&arm.fates));
        }
    }

    #[test]
    fn every_draw_is_scored_once() {
        let urn = Urn::new(&protocol(), (0, 1), Seed(5)).expect("two arms");
        let draws: Vec<Draw> = (1..=5).filter_map(|k| urn.draw(k)).collect();
        let score = Score::of(&draws, Measure::Severe);
        assert_eq!(score.first + score.second + score.even, 5);
        assert!(score.first > score.second, "140 au at once harms more: {score:?}");
        assert!(Urn::new(&protocol(), (1, 1), Seed(5)).is_none());
    }
}
