#![allow(clippy::unwrap_used)]

use super::*;
use crate::expected;
use crate::expected::sheets;
use crate::run::Ready;

fn studies() -> Vec<Counted> {
    sheets().iter().filter_map(|sheet| sheet.counted().unwrap()).collect()
}

/// Runs a check to its end.
fn checked(studies: Vec<Counted>, seed: Seed, people: u64) -> Checking {
    let mut checking = Checking::new(Rc::new(studies), seed);
    let mut job = checking.begin(seed, 1_000.0);
    while let Some(Job { run, protocol, seed }) = job {
        assert!(checking.is_running());
        let tally = Ready::new((*protocol).clone()).population(seed, people).unwrap();
        job = checking.take(run, &tally, 3_500.0);
    }
    checking
}

/// The seed of the first view, at as many people as the page runs; that of the printed tables is another program's.
#[test]
fn every_number_agrees_with_the_seed_of_the_first_view() {
    let checking = checked(studies(), crate::app::state::DEFAULT_SEED, PEOPLE);
    let (agree, computed, all) = checking.counts();
    let apart: Vec<_> = checking.lines().filter(|line| line.agrees() != Some(true)).collect();
    assert_eq!((agree, computed, all), (447, 447, 447), "{apart:?}");
    assert_eq!(checking.stage, Stage::Over(2_500.0));
    assert_eq!(checking.progress(), (7 * PEOPLE, 7 * PEOPLE));
}

/// Every printed number of a study in turn is made wrong by 5 standard errors of the difference; it alone is apart, and it
/// stands first. The errors are those of so few people; numbers without an error are made wrong by 1.
#[test]
fn a_wrong_number_is_said_to_be_apart() {
    let people = 1_000;
    let study = studies().into_iter().find(|study| study.table == "T8").unwrap();
    let honest = checked(vec![study.clone()], Seed(1), people);
    let readings: Vec<Reading> = honest.lines().map(|line| line.reading.unwrap()).collect();
    assert_eq!(honest.counts(), (16, 16, 16));
    for (i, reading) in readings.iter().enumerate() {
        let mut wrong = study.clone();
        let off = if reading.error > 1e-9 { 5.0 * reading.error } else { 1.0 };
        wrong.numbers[i].theirs = reading.ours.estimate + off;
        wrong.numbers[i].decimals = 3;
        let checking = checked(vec![wrong], Seed(1), people);
        assert_eq!(checking.counts(), (15, 16, 16), "{i}");
        let first = checking.shown()[0];
        assert_eq!(first.agrees(), Some(false));
        assert_eq!(first.wanted.what, study.numbers[i].what);
    }
}

#[test]
fn every_number_that_stands_for_others_is_there() {
    let waiting = Checking::new(Rc::new(studies()), Seed(1));
    assert_eq!(waiting.shown().len(), PICKS.len());
    assert!(waiting.shown().iter().all(|line| line.agrees().is_none()));
    assert_eq!(waiting.counts(), (0, 0, 447));
}

#[test]
fn a_stopped_check_keeps_what_is_there_and_takes_nothing_more() {
    let mut checking = Checking::new(Rc::new(studies()), Seed(1));
    let first = checking.begin(Seed(2), 0.0).unwrap();
    let tally = Ready::new((*first.protocol).clone()).population(Seed(2), 200).unwrap();
    let second = checking.take(first.run, &tally, 1.0).unwrap();
    checking.reached(first.run, 7_000);
    checking.reached(second.run, 100);
    assert_eq!(checking.progress(), (PEOPLE + 100, 7 * PEOPLE));
    checking.stop();
    assert!(checking.take(second.run, &tally, 2.0).is_none());
    assert_eq!((checking.stage.clone(), checking.counts().1), (Stage::Stopped, 7));
    checking.begin(Seed(2), 3.0).unwrap();
    assert_eq!(checking.counts().1, 0);
}

/// How often chance alone sets a number apart, from the tolerances themselves: errors of fewer people, scaled.
#[test]
fn the_stated_false_alarm_rate_is_that_of_the_tolerances() {
    let people = 1_000;
    let checking = checked(studies(), Seed(1), people);
    // Errors here are of 1,000 people on our side, there of 8,000 on both.
    let scale = (2.0 / (8.0 + 1.0_f64)).sqrt();
    let rate: f64 = checking
        .lines()
        .filter_map(|line| {
            let error = line.reading?.error * scale;
            let half = line.wanted.tolerance(0.0, 0.0);
            (error > 1e-9).then(|| expected::false_alarm(LIMIT, half / error))
        })
        .sum();
    let one_in = 1.0 / rate;
    let stated = f64::from(FALSE_ALARM_IN);
    assert!((0.85 * stated..1.15 * stated).contains(&one_in), "one in {one_in}");
}
