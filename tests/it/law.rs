//! What holds for every person, seed and protocol.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use titrarium::endpoint::Endpoint;
use titrarium::engine::adverse;
use titrarium::engine::adverse::Burden;
use titrarium::engine::adverse::Proneness;
use titrarium::engine::candidate;
use titrarium::engine::effect;
use titrarium::engine::effect::DrugState;
use titrarium::engine::effect::Sensitivity;
use titrarium::engine::exposure;
use titrarium::engine::table::Decay;
use titrarium::protocol::Design;
use titrarium::run;
use titrarium::run::Enrolment;
use titrarium::run::Ready;
use titrarium::run::Task;
use titrarium::stream::Key;
use titrarium::stream::Seed;
use titrarium::tally::Tally;
use titrarium::worker;

use crate::luck;
use crate::study;

mod any_scenario;
mod conservation;

/// Runs blocks on this many threads, taking them back in whatever order they end.
fn on_threads(ready: &Ready, threads: usize, people: u64) -> Tally {
    use rayon::prelude::*;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut enrolment = Enrolment::new(people);
    while !enrolment.is_complete() {
        let tasks: Vec<Task> =
            std::iter::from_fn(|| enrolment.next_task().unwrap()).take(5 * threads).collect();
        let run = |task: Task| (task, ready.block(Seed(3), task.block, task.limit));
        let done: Vec<(Task, Tally)> = pool.install(|| tasks.into_par_iter().map(run).collect());
        for (task, tally) in done.into_iter().rev() {
            enrolment.take(task, tally);
        }
    }
    enrolment.into_tally()
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let ready = Ready::new(study::dose_arms());
    let alone = ready.population(Seed(3), 1500).unwrap();
    assert_eq!(alone.enrolled, 1500);
    for threads in [1, 2, 3, 7] {
        let together = on_threads(&ready, threads, 1500);
        assert_eq!(together.digest().unwrap(), alone.digest().unwrap(), "{threads}");
        assert_eq!(together, alone);
    }
}

/// Runs batches in so many workers, taking them back in another order than they went out; and how many batches it took.
fn in_batches(ready: &Ready, (workers, blocks): (usize, usize), people: u64) -> (Tally, usize) {
    let mut enrolment = Enrolment::new(people);
    let (mut under_way, mut batches) = (Vec::new(), 0);
    while !enrolment.is_complete() {
        while under_way.len() < workers
            && let Some(batch) = enrolment.next_batch(blocks).unwrap()
        {
            under_way.push(batch);
            batches += 1;
        }
        let batch = under_way.swap_remove(batches * 7 % under_way.len());
        let at_most = batch.at_most;
        let parcel = run::pack(&ready.protocol, Seed(3), batch).unwrap();
        let answer = worker::open(&worker::answer(&parcel).unwrap()).unwrap();
        let enrolled: u64 = answer.iter().map(|(_, tally)| tally.enrolled).sum();
        assert!(enrolled <= at_most);
        for (task, tally) in answer {
            enrolment.take(task, tally);
        }
    }
    assert_eq!(enrolment.next_batch(blocks).unwrap(), None);
    (enrolment.into_tally(), batches)
}

#[test]
fn batches_change_no_bit_and_the_last_ends_with_the_last_person() {
    let ready = Ready::new(study::dose_arms());
    let alone = ready.population(Seed(3), 1500).unwrap();
    for many in [(1, 1), (1, 8), (2, 5), (3, 64), (4, 3)] {
        assert_eq!(in_batches(&ready, many, 1500).0, alone, "{many:?}");
    }
    // 1,500 people are some 32 blocks: one batch of ten after the other, and no block for the last few alone
    let (_, batches) = in_batches(&ready, (1, 10), 1500);
    assert!(batches <= 4, "{batches} batches");
}

#[test]
fn a_block_that_was_lost_is_run_again() {
    let ready = Ready::new(study::dose_arms());
    let mut enrolment = Enrolment::new(700);
    let mut turn = 0_u32;
    while let Some(task) = enrolment.next_task().unwrap() {
        turn += 1;
        if turn % 3 == 1 {
            enrolment.lost(task);
        } else {
            enrolment.take(task, ready.block(Seed(3), task.block, task.limit));
        }
    }
    assert_eq!(enrolment.into_tally(), ready.population(Seed(3), 700).unwrap());
}

#[test]
fn fewer_people_are_the_first_of_more() {
    let ready = Ready::new(study::dose_arms());
    let mut enrolment = Enrolment::new(500);
    let task = enrolment.next_task().unwrap().unwrap();
    enrolment.take(task, ready.block(Seed(3), task.block, task.limit));
    let n = enrolment.so_far().enrolled;
    assert!(n > 0 && n < 64);
    let few = ready.population(Seed(3), n).unwrap();
    assert_eq!(few.arms, enrolment.so_far().arms);
}

#[test]
fn the_order_of_arms_changes_no_arm() {
    let design = study::dose_arms().into_design();
    let arms = design.arms.iter().rev().cloned().collect();
    let turned = Design { arms, ..design.clone() };
    let run =
        |design: Design| Ready::new(design.check().unwrap()).population(Seed(4), 800).unwrap().arms;
    let (plain, turned) = (run(design), run(turned));
    for (a, b) in plain.iter().zip(turned.iter().rev()) {
        assert_eq!(a.endpoints, b.endpoints);
        assert_eq!((&a.weekly, &a.rungs, &a.fates), (&b.weekly, &b.rungs, &b.fates));
    }
}

#[test]
fn differences_are_those_of_the_same_people() {
    let ready = Ready::new(study::dose_arms());
    let tally = ready.population(Seed(5), 600).unwrap();
    let at = ready.endpoints.iter().position(|e| *e == Endpoint::Sessions).unwrap();
    for arm in &tally.arms {
        let (own, first) = (arm.endpoints[at], tally.arms[0].endpoints[at]);
        assert!((arm.differences[at].sum - (own.sum - first.sum)).abs() < 1e-9);
        assert_eq!(arm.differences[at].n, 600);
    }
    assert!(tally.arms[0].differences.iter().all(|moments| moments.sum == 0.0));
}

proptest! {
    #![proptest_config(luck::cases(400))]

    /// More dose: more exposure, more effect, a higher peak, and no adverse event less likely.
    #[test]
    fn everything_that_a_dose_drives_rises_with_it(
        pid in 0_u64..1 << 40,
        (low, more) in (0.0..400.0_f64, 0.1..100.0_f64),
        (tolerance, habituation) in (0.0..5.0_f64, 0.0..20.0_f64),
        f in 0.05..1.0_f64,
    ) {
        let population = study::dose_arms().into_design().population;
        let person = candidate::draw(&population, Key::new(Seed(6), 0, pid));
        let share = exposure::peak_share(person.k, 1.0);
        let [a, b] = [low, low + more].map(|dose| exposure::expose(person.cl, dose, f, share));
        prop_assert!(b.x > a.x && b.auc > a.auc && exposure::hours(b.x, person.k) >= exposure::hours(a.x, person.k));
        let [e, g] = [a, b].map(|exposure| effect::session_effect(Sensitivity::of(&person), tolerance, exposure.auc));
        prop_assert!(g >= e && (0.0..=1.0).contains(&g), "{} {}", e, g);
        let [a, b] = [a, b].map(|exposure| Burden::new(exposure.x, habituation));
        let prone = Proneness::of(&person);
        for kind in 0..3 {
            let (p, q) = (adverse::predictor(kind, prone, a), adverse::predictor(kind, prone, b));
            prop_assert!(q > p);
        }
        prop_assert!(
            adverse::pressure_rise(prone, b, 0.0) >= adverse::pressure_rise(prone, a, 0.0)
        );
    }

    /// Any two gaps in a row equal one of their sum.
    #[test]
    fn states_advance_as_a_semigroup(
        (fast, slow) in (0.0..3.0_f64, 0.0..10.0_f64),
        half_life in 1.0..200.0_f64,
        (first, second) in (0_u8..=60, 0_u8..=60),
    ) {
        let ks = std::f64::consts::LN_2 / half_life;
        let start = DrugState { fast, slow, tolerance: fast, habituation: slow, pressure: slow };
        let over = |state, days: u8| {
            effect::advance(state, ks, f64::from(days), Decay::over(f64::from(days)))
        };
        let (twice, once) = (over(over(start, first), second), over(start, first + second));
        for (a, b) in [
            (twice.fast, once.fast),
            (twice.slow, once.slow),
            (twice.tolerance, once.tolerance),
            (twice.habituation, once.habituation),
            (twice.pressure, once.pressure),
        ] {
            prop_assert!((a - b).abs() < 1e-11, "{} {}", a, b);
        }
    }
}
