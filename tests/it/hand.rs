//! A human in the rule's place lives by the same steps: whoever orders what a rule decided gets that rule's course.
#![allow(clippy::unwrap_used)]

use titrarium::engine::case::Setting;
use titrarium::engine::enrolled::Enrolled;
use titrarium::engine::hand;
use titrarium::engine::hand::Check;
use titrarium::engine::hand::Order;
use titrarium::engine::hand::Progress;
use titrarium::engine::life;
use titrarium::engine::log::Event;
use titrarium::engine::log::Log;
use titrarium::engine::outcome::Outcome;
use titrarium::engine::outcome::Stopping;
use titrarium::engine::titrate::Decision;
use titrarium::engine::titrate::SessionPlan;
use titrarium::engine::witness::Attendance;
use titrarium::protocol::arm::Rung;
use titrarium::run::Ready;
use titrarium::scenario::library;
use titrarium::scenario::parse;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;

use crate::study;

/// People of a study, one by one, ready to be treated.
fn people(ready: &Ready, candidates: u64) -> Vec<Enrolled> {
    let one = |pid| {
        let (person, care) = ready.candidate_of((Seed(5), 0), pid);
        Some(ready.enrolled(vec![(person, care.ok()?)]))
    };
    (0..candidates).filter_map(one).collect()
}

fn by_rule(ready: &Ready, arm: usize, one: &Enrolled) -> (Outcome, Log) {
    let (person, care) = &one.people()[0];
    let mut log = Log::default();
    let arm = &ready.protocol.arms[arm];
    let outcome = life::run(&ready.protocol, ready.tables(), arm, (person, *care), &mut log);
    (outcome, log)
}

fn by_hand(ready: &Ready, arm: usize, one: &Enrolled, orders: &[Order]) -> (Progress, Log) {
    let setting = Setting::new(&ready.protocol, ready.tables(), &ready.protocol.arms[arm]);
    let mut log = Log::default();
    let mut ahead = orders.iter().copied();
    (hand::live(setting, one, &mut log, |_| ahead.next()), log)
}

fn decided(log: &Log) -> Vec<Order> {
    let decision = |event: &Event| match event {
        Event::Decided(_, decision) => Some(Order { decision: *decision, check: Check::Usual }),
        _ => None,
    };
    log.entries.iter().filter_map(|entry| decision(&entry.event)).collect()
}

#[test]
fn whoever_orders_what_a_rule_decided_gets_its_course() {
    let mut decisions = 0;
    for entry in library::all() {
        let ready = Ready::new(parse(entry.text).unwrap().protocol);
        for one in people(&ready, 24) {
            for arm in 0..ready.protocol.arms.len() {
                let (outcome, log) = by_rule(&ready, arm, &one);
                let orders = decided(&log);
                let (progress, same) = by_hand(&ready, arm, &one, &orders);
                assert_eq!(progress, Progress::Over(Box::new(outcome)), "{} {arm}", entry.name);
                assert_eq!(same, log, "{} {arm}", entry.name);
                decisions += orders.len();
            }
        }
    }
    assert!(decisions > 10_000, "{decisions}");
}

/// Any orders at all, drawn from a key.
fn any_orders(turn: u64, n: u16) -> Vec<Order> {
    let one = |i: u16| {
        let luck = |k: u16| Key::new(Seed(9), 0, turn).at(Purpose::Covariate, 4 * i + k).uniform();
        let rung = (0..8_u8).find(|rung| luck(0) < f64::from(rung + 1) / 8.0).unwrap();
        let session = match luck(1) {
            u if u < 0.15 => SessionPlan::Hold,
            u if u < 0.17 => SessionPlan::Stop,
            _ => SessionPlan::Give,
        };
        let check = if luck(2) < 0.3 { Check::Ask } else { Check::Usual };
        Order { decision: Decision { rung: Rung(rung), session, ceiling: None, row: None }, check }
    };
    (0..n).map(one).collect()
}

/// Of the same orders comes the same course; and one order more changes nothing of what came before it.
#[test]
fn a_course_goes_on_from_where_it_waited() {
    let ready = Ready::new(study::of_rule("rule = \"fixed\"\ndose = 40"));
    for (turn, one) in (0..).zip(people(&ready, 30)) {
        let orders = any_orders(turn, 60);
        let (whole, all) = by_hand(&ready, 0, &one, &orders);
        assert_eq!((&whole, &all), (&by_hand(&ready, 0, &one, &orders).0, &all));
        assert!(matches!(whole, Progress::Over(_)), "60 orders are enough for 12 weeks");
        for n in 0..decided(&all).len() {
            let (progress, log) = by_hand(&ready, 0, &one, &orders[..n]);
            let Progress::Awaiting(day, seen) = progress else { panic!("{n} orders") };
            assert!(all.entries.starts_with(&log.entries) && all.latent.starts_with(&log.latent));
            let next = &all.entries[log.entries.len()];
            let Event::Decided(then, _) = next.event else { panic!("{next:?}") };
            assert_eq!((next.day, then), (day, seen));
        }
    }
}

/// A hold is the model's own: two days later once, then lost; stopping is for good.
#[test]
fn a_hold_puts_off_once_and_then_loses_the_session() {
    let ready = Ready::new(study::of_rule("rule = \"fixed\"\ndose = 40"));
    let order = |session| Order {
        decision: Decision { rung: Rung(1), session, ceiling: None, row: None },
        check: Check::Usual,
    };
    let orders =
        [SessionPlan::Hold, SessionPlan::Hold, SessionPlan::Give, SessionPlan::Stop].map(order);
    let one = people(&ready, 40)
        .into_iter()
        .find(|one| {
            let (_, log) = by_rule(&ready, 0, one);
            log.entries.iter().filter(|entry| matches!(entry.event, Event::Attended(..))).count()
                == decided(&log).len()
        })
        .unwrap();
    let (progress, log) = by_hand(&ready, 0, &one, &orders);
    let sessions: Vec<u16> = log
        .entries
        .iter()
        .filter(|entry| matches!(entry.event, Event::Attended(..)))
        .map(|entry| entry.day.0)
        .collect();
    assert_eq!(sessions, [0, 2, 5]);
    let Progress::Over(outcome) = progress else { panic!("stopped: nothing is left to decide") };
    assert_eq!((outcome.held, outcome.lost, outcome.given), (1, 1, 1));
    assert_eq!(outcome.stopped.map(|(_, why)| why), Some(Stopping::Rule));
}

/// The questionnaire finds what solicited monitoring finds in the same session, and what happened is the same.
#[test]
fn whoever_is_asked_says_more_and_nothing_else_differs() {
    let text = "rule = \"fixed\"\ndose = 140";
    let (usual, asked) = (
        Ready::new(study::of_rule(text)),
        Ready::new(study::protocol(&format!(
            "[monitoring]\nelicitation = \"solicited\"\n[[arm]]\nname = \"A\"\n{text}\n"
        ))),
    );
    let mut found = [0, 0];
    for one in people(&usual, 60) {
        let (_, log) = by_rule(&usual, 0, &one);
        let same = decided(&log)[0];
        let orders = vec![Order { check: Check::Ask, ..same }; 60];
        let told = |log: &Log| -> Vec<[[u8; 4]; 2]> {
            let session = |event: &Event| match event {
                Event::Attended(_, Attendance::Given(given)) => Some([given.truth, given.detected]),
                _ => None,
            };
            log.entries.iter().filter_map(|entry| session(&entry.event)).collect()
        };
        let first = |log: &Log| told(log).first().copied();
        let (_, by_hand) = by_hand(&usual, 0, &one, &orders);
        let (_, solicited) = by_rule(&asked, 0, &one);
        assert_eq!(by_hand, solicited);
        let (before, after) = (first(&log), first(&by_hand));
        assert_eq!(before.map(|it| it[0]), after.map(|it| it[0]));
        for (n, it) in found.iter_mut().zip([before, after]) {
            *n += it.map_or(0, |it| it[1].iter().filter(|grade| **grade > 0).count());
        }
    }
    assert!(found[1] > found[0], "{found:?}");
}
