#![allow(clippy::unwrap_used)]

use super::count::Count;
use super::count::Total;
use super::*;
use crate::endpoint::Fate;
use crate::engine::log::Event;
use crate::scenario::library;
use crate::scenario::parse;
use crate::stream::Seed;

pub fn clinic(name: &str) -> Clinic {
    let protocol = parse(library::find(name).unwrap().text).unwrap().protocol;
    let cast = Cast::new(&protocol, Seed(2059), |_, arm| {
        format!("{:?} {:?}", arm.treatment, arm.titration.rule.kind())
    });
    Clinic::new(cast, "You")
}

fn hand(acts: &[Act]) -> Hand {
    Hand { choices: acts.iter().copied().map(Choice::plain).collect(), rule: None }
}

/// Up, then as it is, until nothing is left to decide.
fn to_the_end(clinic: &Clinic, person: usize) -> Hand {
    let mut now = hand(&[Act::Raise]);
    while !clinic.course(person, &now).unwrap().is_over() {
        now.choices.push(Choice::plain(Act::Keep));
    }
    now
}

#[test]
fn every_scenario_has_a_clinic_with_every_arm_beside_it() {
    for entry in library::all() {
        let clinic = clinic(entry.name);
        let protocol = clinic.protocol();
        assert_eq!(protocol.arms[clinic.you()].name, "You", "{}", entry.name);
        assert_eq!(clinic.beside.len(), clinic.you(), "{}", entry.name);
        assert!(!clinic.finishers.is_empty(), "{}", entry.name);
        let start = clinic.course(0, &Hand::default()).unwrap();
        let Standing::Awaiting(day, _) = start.standing else { continue };
        assert!(day.0 < 10, "{}: {day:?}", entry.name);
    }
}

/// Before the end there is no truth; what is seen is what the engine's own log says could be seen.
#[test]
fn nothing_is_true_before_the_end_and_nothing_untold_is_seen() {
    let clinic = clinic("start-low");
    let mut untold = 0;
    for person in 0..12 {
        let whole = to_the_end(&clinic, person);
        for n in 0..whole.choices.len() {
            let before = Hand { choices: whole.choices[..n].to_vec(), rule: None };
            assert_eq!(clinic.truth(person, &before), None);
            assert!(!clinic.course(person, &before).unwrap().is_over());
        }
        let truth = clinic.truth(person, &whole).unwrap();
        let course = clinic.course(person, &whole).unwrap();
        let sessions = truth.own.visits.iter().filter_map(|visit| visit.given());
        let detected: Vec<[u8; 4]> = sessions.clone().map(|given| given.detected).collect();
        let told: Vec<[u8; 4]> = course.sessions().map(|(_, session)| session.told).collect();
        assert_eq!(told, detected);
        untold += sessions.filter(|given| given.truth != given.detected).count();
        assert_eq!(truth.twins.len(), clinic.beside.len());
    }
    assert!(untold > 10, "there was nothing to hide: {untold}");
}

#[test]
fn one_choice_more_changes_nothing_that_was_seen() {
    let clinic = clinic("who-is-watching");
    for person in 0..8 {
        let whole = to_the_end(&clinic, person);
        let all = clinic.course(person, &whole).unwrap();
        assert_eq!(all, clinic.course(person, &whole).unwrap());
        for n in 0..whole.choices.len() {
            let before = Hand { choices: whole.choices[..n].to_vec(), rule: None };
            let seen = clinic.course(person, &before).unwrap();
            assert!(all.facts.starts_with(&seen.facts), "{person} {n}");
        }
    }
}

#[test]
fn a_rule_that_finishes_begins_where_the_choices_end() {
    let clinic = clinic("start-low");
    let begun = hand(&[Act::Raise, Act::Raise]);
    for rule in 0..clinic.finishers.len() {
        let finished = Hand { rule: Some(rule), ..begun.clone() };
        for person in 0..6 {
            let (before, after) = (clinic.course(person, &begun), clinic.course(person, &finished));
            let (before, after) = (before.unwrap(), after.unwrap());
            assert!(after.is_over() && after.facts.starts_with(&before.facts));
        }
    }
}

/// Somebody who always keeps the dose lives as under the fixed rule of that dose.
#[test]
fn keeping_is_the_fixed_rule() {
    let clinic = clinic("dose-arms");
    let at_40 =
        |arm: &usize| clinic.protocol().arms[*arm].titration.rule == Rule::Fixed { at: Rung(1) };
    let twin = clinic.beside.iter().position(at_40).unwrap();
    for person in 0..10 {
        let kept = Hand { choices: vec![Choice::plain(Act::Keep); 60], rule: None };
        let truth = clinic.truth(person, &kept).unwrap();
        assert_eq!(truth.own.outcome, truth.twins[twin].outcome);
    }
}

#[test]
fn what_is_counted_by_sight_is_what_is_counted_in_truth_but_for_what_nobody_told() {
    let clinic = clinic("start-low");
    let protocol = clinic.protocol();
    let (mut seen, mut truly) = (Vec::new(), Vec::new());
    for person in 0..40 {
        let whole = to_the_end(&clinic, person);
        let truth = clinic.truth(person, &whole).unwrap();
        let one = Count::seen(&clinic.course(person, &whole).unwrap(), protocol);
        let other = Count::of(&truth.own, protocol);
        assert!(one.severe <= other.severe && one.untold.is_none());
        assert_eq!((one.visits, one.changes), (other.visits, other.changes), "{person}");
        assert_eq!((one.score, one.left), (other.score, other.left));
        assert_eq!(one.fate.is_better(), other.fate.is_better());
        seen.push(one);
        truly.push(other);
    }
    let (seen, truly) = (Total::of(&seen), Total::of(&truly));
    assert!(seen.untold.is_none() && truly.untold.unwrap() > 0);
    assert!(seen.harmed <= truly.harmed && seen.better == truly.better && seen.left > 0);
}

#[test]
fn a_hold_is_the_clinicians_and_a_high_pressure_is_not() {
    let clinic = clinic("start-low");
    let mut whose = [0, 0];
    for person in 0..60 {
        let whole = to_the_end(&clinic, person);
        let course = clinic.course(person, &whole).unwrap();
        for fact in &course.facts {
            if let Seen::PutOff(it) = fact.seen {
                whose[usize::from(it == Whose::Clinician)] += 1;
            }
        }
        let held = clinic.course(person, &hand(&[Act::Hold])).unwrap();
        let own = held.facts.iter().any(|fact| fact.seen == Seen::PutOff(Whose::Clinician));
        assert!(own, "{person}");
    }
    assert!(whose[0] > 0 && whose[1] == 0, "{whose:?}");
}

#[test]
fn a_crowd_is_counted_in_rows_of_ten() {
    let clinic = clinic("dose-arms");
    let crowd = clinic.crowd(clinic.beside[0]);
    assert_eq!(crowd.fates.len(), clinic.cast.people.len());
    let rows = crowd.rows(Fate::is_better);
    assert_eq!((rows.len(), rows.iter().sum::<usize>()), (40, crowd.count(Fate::is_better)));
    let (low, high) = crowd.usual(Fate::is_better);
    let within = rows.iter().filter(|n| (low..=high).contains(*n)).count();
    assert!(within >= 38 && low < high, "{within} {low} {high}");
    let first = clinic.truth(0, &Hand { choices: Vec::new(), rule: Some(0) }).unwrap();
    assert_eq!(Fate::of(&first.twins[0].outcome, clinic.protocol()), crowd.fates[0]);
}

#[test]
fn no_event_of_the_log_is_a_decision_of_nobody() {
    let clinic = clinic("start-low");
    let whole = to_the_end(&clinic, 3);
    let (_, log) = clinic.whole(3, &whole).unwrap();
    let decided = log.entries.iter().filter(|entry| matches!(entry.event, Event::Decided(..)));
    assert_eq!(decided.count(), whole.choices.len());
}
