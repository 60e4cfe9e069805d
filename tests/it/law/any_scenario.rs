//! The laws again, over random valid scenarios.
#![allow(clippy::unwrap_used)]
#![expect(clippy::float_cmp, reason = "sums of ones are exact")]

use proptest::prelude::*;
use titrarium::endpoint::Endpoint;
use titrarium::engine::candidate;
use titrarium::engine::life;
use titrarium::engine::observed::Care;
use titrarium::engine::outcome::Outcome;
use titrarium::engine::screening;
use titrarium::engine::screening::Verdict;
use titrarium::engine::witness::Nobody;
use titrarium::protocol::Design;
use titrarium::protocol::Protocol;
use titrarium::run::Ready;
use titrarium::scenario::parse;
use titrarium::stream::Key;
use titrarium::stream::Seed;
use titrarium::tally::Histogram;
use titrarium::tally::Tally;
use titrarium::tally::real;

use crate::luck;
use crate::random;

const SEED: Seed = Seed(12);

fn protocol(choices: &[u32]) -> Protocol {
    let text = random::text(choices);
    parse(&text).unwrap_or_else(|err| panic!("{err}\n{text}")).protocol
}

/// The first block of candidates, and how many of it are enrolled.
fn block(ready: &Ready, limit: u64) -> Tally {
    ready.block(SEED, 0, limit)
}

/// What becomes of somebody under every arm; none if not enrolled.
fn lives(ready: &Ready, pid: u64) -> Option<Vec<Outcome>> {
    let protocol = &ready.protocol;
    let person = candidate::draw(&protocol.population, Key::new(SEED, 0, pid));
    let care = match screening::screen(&protocol.screening, &person) {
        Verdict::Enrolled => Care::Usual,
        Verdict::Caution => Care::Caution,
        Verdict::Excluded(_) => return None,
    };
    let live = |arm| life::run(protocol, ready.tables(), arm, (&person, care), &mut Nobody);
    Some(protocol.arms.iter().map(live).collect())
}

fn sum(tally: &Tally, ready: &Ready, arm: usize, wanted: Endpoint) -> f64 {
    let at = ready.endpoints.iter().position(|endpoint| *endpoint == wanted).unwrap();
    tally.arms[arm].endpoints[at].sum
}

proptest! {
    #![proptest_config(luck::fixed(100, 1600))]

    /// An arm's people live the same lives whichever arms run beside it, and in whatever order.
    #[test]
    fn an_arm_does_not_know_the_others(choices in random::choices(), which in any::<prop::sample::Index>()) {
        let all = protocol(&choices);
        let kept = which.index(all.arms.len());
        let design = all.clone().into_design();
        let alone = Design { arms: vec![all.arms[kept].clone()], ..design.clone() };
        let mut arms = design.arms.clone();
        arms.reverse();
        let turned = Design { arms, ..design };
        let run = |design: Design| block(&Ready::new(design.check().unwrap()), 64);
        let (all, alone, turned) = (block(&Ready::new(all), 64), run(alone), run(turned));
        prop_assert_eq!((all.screened, all.enrolled), (alone.screened, alone.enrolled));
        let again = turned.arms.len() - 1 - kept;
        for other in [&alone.arms[0], &turned.arms[again]] {
            let arm = &all.arms[kept];
            prop_assert_eq!(&arm.endpoints, &other.endpoints);
            prop_assert_eq!(&arm.weekly, &other.weekly);
            prop_assert_eq!((&arm.rungs, &arm.fates), (&other.rungs, &other.fates));
        }
    }

    /// The sum over some people and one more is the sum over the first, and that one.
    #[test]
    fn one_more_person_changes_nobody_else(choices in random::choices()) {
        let ready = Ready::new(protocol(&choices));
        let enrolled = block(&ready, 64).enrolled;
        prop_assume!(enrolled > 1);
        let (fewer, more) = (block(&ready, enrolled - 1), block(&ready, enrolled));
        let last = (0..more.screened).rev().find_map(|pid| lives(&ready, pid)).unwrap();
        let mut by_hand = fewer;
        let last: Vec<_> = last.into_iter().map(|outcome| vec![outcome]).collect();
        by_hand.add(&ready.protocol, &ready.endpoints, &last);
        for (arm, whole) in by_hand.arms.iter_mut().zip(&more.arms) {
            arm.rows.clone_from(&whole.rows); // counted while a person lives, not of the outcome
        }
        prop_assert_eq!(by_hand.enrolled, more.enrolled);
        prop_assert_eq!(by_hand.arms, more.arms);
    }

    /// Everybody screened is enrolled or excluded; everybody enrolled completes or leaves for one reason; a session
    /// comes to one end.
    #[test]
    fn nobody_and_no_session_is_lost(choices in random::choices()) {
        let ready = Ready::new(protocol(&choices));
        let tally = block(&ready, 64);
        prop_assert_eq!(tally.screened, tally.enrolled + tally.excluded.iter().sum::<u64>());
        let people: Vec<_> = (0..tally.screened).filter_map(|pid| lives(&ready, pid)).collect();
        prop_assert_eq!(people.len() as u64, tally.enrolled);
        let last = ready.protocol.horizon;
        for arm in 0..ready.protocol.arms.len() {
            let of = |endpoint| sum(&tally, &ready, arm, endpoint);
            let reasons = of(Endpoint::DropoutLackOfEfficacy)
                + of(Endpoint::DropoutAdverseEvent)
                + of(Endpoint::DropoutAdministrative);
            let completed = people.iter().filter(|lives| !lives[arm].left_early(last, None)).count() as u64;
            prop_assert_eq!(reasons, of(Endpoint::Dropout));
            prop_assert_eq!(reasons + real(completed), real(tally.enrolled));
            let given: u32 = people.iter().map(|lives| u32::from(lives[arm].given)).sum();
            prop_assert_eq!(f64::from(given), of(Endpoint::Sessions));
            let weeks: u64 = tally.arms[arm].rungs.iter().map(Histogram::n).sum();
            prop_assert!(weeks <= u64::from(given));
            prop_assert_eq!(weeks == 0, given == 0);
        }
    }
}
