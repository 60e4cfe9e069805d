//! Two arms side by side as plain data: what differs between their protocols, and the same people under both.

use crate::app::patch::MOST_BESIDE;
use crate::endpoint::Fate;
use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::world::UtilityWeights;
use crate::run::Ready;
use crate::stream::Seed;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::words::difference;

/// What a card says even where it does not differ.
const ALWAYS: [&str; 3] = ["the dose", "maintenance", "check-ups"];

/// A row of a protocol card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub what: &'static str,
    /// How it stands in this arm.
    pub value: String,
    /// Whether the other arm differs.
    pub differs: bool,
}

/// The card of an arm beside another: what always matters, and everything that differs.
pub fn card(protocol: &Protocol, arm: usize, other: usize) -> Vec<Row> {
    let [own, other] = [arm, other].map(|arm| &protocol.arms[arm]);
    let differs = difference::between(protocol, own, other);
    let all = difference::described(protocol, own).into_iter();
    let row = |(what, value): (&'static str, String)| {
        let differs = differs.iter().any(|difference| difference.what == what);
        (differs || ALWAYS.contains(&what)).then_some(Row { what, value, differs })
    };
    all.filter_map(row).collect()
}

/// What differs between two arms, by name.
pub fn things(protocol: &Protocol, pair: (usize, usize)) -> Vec<&'static str> {
    let (first, second) = (&protocol.arms[pair.0], &protocol.arms[pair.1]);
    let differences = difference::between(protocol, first, second).into_iter();
    differences.map(|difference| difference.what.trim_start_matches("the ")).collect()
}

/// The arms that are shown side by side: the two that are compared, then the others of a study of few.
pub fn shown(protocol: &Protocol, (left, right): (usize, usize)) -> Vec<usize> {
    let mut arms = if left == right { vec![left] } else { vec![left, right] };
    arms.extend(others(protocol, (left, right)));
    arms
}

/// The arms beside the two that are compared, of a study of few; more than these would crowd out the question.
pub fn others(
    protocol: &Protocol,
    (left, right): (usize, usize),
) -> impl Iterator<Item = usize> + use<> {
    let arms = Some(protocol.arms.len()).filter(|arms| *arms <= MOST_BESIDE);
    (0..arms.unwrap_or(0)).filter(move |arm| *arm != left && *arm != right)
}

/// How often people needed a rescue under an arm: never, once, twice, more often; of the first people of a seed. None of an
/// arm without rescues, and when screening admits hardly anybody.
pub fn rescues(protocol: &Protocol, seed: Seed, arm: usize, n: usize) -> Option<[u64; 4]> {
    let arm = protocol.arms.get(arm).filter(|arm| arm.schedule.relapse == RelapsePolicy::Rescue)?;
    let ready = Ready::new(protocol.clone());
    let people = ready.enrol(seed, n);
    let mut counts = [0; 4];
    for outcome in ready.outcomes(&people, arm) {
        counts[usize::from(outcome.rescues).min(3)] += 1;
    }
    (people.len() == n).then_some(counts)
}

/// The same people under two arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    outcomes: [Vec<Outcome>; 2],
    protocol: Protocol,
}

impl Twins {
    /// The first people of a seed under both arms; none when screening admits hardly anybody.
    pub fn of(protocol: &Protocol, seed: Seed, pair: (usize, usize), n: usize) -> Option<Self> {
        let ready = Ready::new(protocol.clone());
        let people = ready.enrol(seed, n);
        let outcomes =
            [pair.0, pair.1].map(|arm| ready.outcomes(&people, &ready.protocol.arms[arm]));
        (people.len() == n).then_some(Self { outcomes, protocol: ready.protocol })
    }

    /// How many they are.
    pub fn n(&self) -> usize {
        self.outcomes[0].len()
    }

    fn both(&self) -> impl Iterator<Item = (&Outcome, &Outcome)> {
        self.outcomes[0].iter().zip(&self.outcomes[1])
    }

    /// Last score with the second minus with the first, of those seen at the end under both.
    pub fn differences(&self) -> Vec<i32> {
        let last = self.protocol.horizon();
        let score = |outcome: &Outcome| outcome.score(last).map(i32::from);
        self.both().filter_map(|(first, second)| Some(score(second)? - score(first)?)).collect()
    }

    /// How many have something with the first arm only, and with the second only.
    fn only(&self, has: fn(Fate) -> bool) -> (usize, usize) {
        let fate = |outcome| has(Fate::of(outcome, &self.protocol));
        let (mut first_only, mut second_only) = (0, 0);
        for (first, second) in self.both() {
            match (fate(first), fate(second)) {
                (true, false) => first_only += 1,
                (false, true) => second_only += 1,
                _ => {}
            }
        }
        (first_only, second_only)
    }

    /// Who is helped: better with the first arm only, and with the second only.
    pub fn helped(&self) -> (usize, usize) {
        self.only(Fate::is_better)
    }

    /// Who is harmed: a severe event with the first arm only, and with the second only.
    pub fn harmed(&self) -> (usize, usize) {
        self.only(Fate::is_severe)
    }

    /// Utility with the second minus with the first under these weights: the mean over the people, and its error.
    pub fn worth(&self, weights: &UtilityWeights) -> Option<Estimate> {
        let utility = |outcome: &Outcome| outcome.utility(weights, self.protocol.horizon());
        let mut sum = Moments::default();
        self.both().for_each(|(first, second)| sum.add(utility(second) - utility(first)));
        sum.estimate(crate::endpoint::Scale::Mean)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::scenario;
    use crate::scenario::library;

    fn first() -> Protocol {
        scenario::parse(library::find("low-or-at-once").unwrap().text).unwrap().protocol
    }

    #[test]
    fn a_card_has_what_differs_and_what_always_matters() {
        let protocol = first();
        let rows = card(&protocol, 0, 1);
        let differing: Vec<&str> =
            rows.iter().filter(|row| row.differs).map(|row| row.what).collect();
        assert_eq!(differing, ["the dose"]);
        assert_eq!(rows.len(), 3);
        assert_eq!(things(&protocol, (0, 1)), ["dose"]);
        assert_eq!(things(&protocol, (1, 1)), Vec::<&str>::new());
    }

    #[test]
    fn a_study_of_few_arms_shows_them_all_and_one_of_many_the_two() {
        let study =
            |name: &str| scenario::parse(library::find(name).unwrap().text).unwrap().protocol;
        assert_eq!(shown(&study("dose-arms"), (2, 4)), [2, 4]);
        let low = study("start-low");
        assert_eq!(low.arms.len(), 4);
        assert_eq!(shown(&low, (1, 3)), [1, 3, 0, 2]);
        assert_eq!(shown(&low, (1, 1)), [1, 0, 2, 3]);
    }

    #[test]
    fn rescues_are_counted_where_the_protocol_has_them() {
        let study = scenario::parse(library::find("will-it-last").unwrap().text).unwrap().protocol;
        let mean = |arm: usize| {
            let counts = rescues(&study, Seed(1), arm, 200)?;
            assert_eq!(counts.iter().sum::<u64>(), 200);
            Some(counts[1] + counts[2] + counts[3])
        };
        let with: Vec<Option<u64>> = (0..study.arms.len()).map(mean).collect();
        for (arm, some) in study.arms.iter().zip(&with) {
            assert_eq!(some.is_some(), arm.schedule.relapse == RelapsePolicy::Rescue);
        }
        assert!(with.iter().flatten().any(|some| *some > 0), "{with:?}");
    }

    #[test]
    fn everybody_is_counted_once() {
        let protocol = first();
        let twins = Twins::of(&protocol, Seed(1), (0, 1), 150).unwrap();
        assert_eq!(twins.n(), 150);
        let with_itself = Twins::of(&protocol, Seed(1), (0, 0), 150).unwrap();
        assert!(with_itself.differences().iter().all(|difference| *difference == 0));
        assert_eq!((with_itself.helped(), with_itself.harmed()), ((0, 0), (0, 0)));
        let usual = twins.worth(&protocol.world.utility).unwrap();
        let mirrored = Twins::of(&protocol, Seed(1), (1, 0), 150).unwrap();
        let back = mirrored.worth(&protocol.world.utility).unwrap();
        assert!((usual.estimate + back.estimate).abs() < 1e-9 && usual.n == 150);
    }
}
