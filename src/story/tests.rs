#![allow(clippy::unwrap_used)]

use super::cast::PEOPLE;
use super::find::Description;
use super::find::Found;
use super::find::find;
use super::*;
use crate::scenario::library;
use crate::scenario::parse;
use crate::stream::Seed;

fn cast(name: &str) -> Cast {
    let protocol = parse(library::find(name).unwrap().text).unwrap().protocol;
    Cast::new(&protocol, Seed(2059), |_, arm| {
        format!("{:?} {:?}", arm.treatment, arm.titration.rule)
    })
}

fn arm(cast: &Cast, name: &str) -> usize {
    cast.ready.protocol.arms.iter().position(|arm| arm.name == name).unwrap()
}

#[test]
fn everybody_of_the_cast_has_a_story_under_every_arm() {
    let cast = cast("start-low");
    assert_eq!(cast.people.len(), PEOPLE);
    assert!(cast.ready.protocol.arms.len() > cast.own && cast.placebo().is_some());
    for person in [0, 7, 399] {
        for arm in 0..cast.ready.protocol.arms.len() {
            let story = Story::of(&cast, person, arm).unwrap();
            let days: Vec<Days> = story.visits.iter().map(|visit| visit.day).collect();
            assert!(days.is_sorted() && days.windows(2).all(|two| two[0] != two[1]));
            assert_eq!(days[0], Days(0));
            assert_eq!(story.visits[0].course, Course::Began);
        }
    }
    assert!(Story::of(&cast, PEOPLE, 0).is_none() && Story::of(&cast, 0, 99).is_none());
}

/// More arms are no more luck: a scenario's own arms are the same lives with and without them.
#[test]
fn the_story_is_the_life_of_the_scenario() {
    let protocol = parse(library::find("start-low").unwrap().text).unwrap().protocol;
    let ready = crate::run::Ready::new(protocol);
    let cast = cast("start-low");
    for (pid, candidate, care) in &cast.people[..20] {
        let person = usize::try_from(*pid).unwrap();
        let place = cast.people.iter().position(|(known, ..)| known == pid).unwrap();
        assert!(place <= person);
        let arm = &ready.protocol.arms[2];
        let alone = life::run(
            &ready.protocol,
            ready.tables(),
            arm,
            (candidate, *care),
            &mut crate::engine::witness::Nobody,
        );
        assert_eq!(Story::of(&cast, place, 2).unwrap().outcome, alone);
    }
}

/// What a story says of every visit adds up to what is left to count.
#[test]
fn visits_hold_all_sessions_and_all_events() {
    for name in ["start-low", "will-it-last", "withdrawal"] {
        let cast = cast(name);
        for person in 0..40 {
            let story = Story::of(&cast, person, 0).unwrap();
            let given = story.visits.iter().filter(|visit| visit.given().is_some()).count();
            assert_eq!(given, usize::from(story.outcome.given), "{name} {person}");
            let severe: usize = story
                .visits
                .iter()
                .filter_map(Visit::given)
                .map(|given| given.truth.iter().filter(|grade| **grade > 2).count())
                .sum();
            assert_eq!(severe, usize::from(story.outcome.count(3)), "{name} {person}");
            let failed = story.visits.iter().filter(|visit| visit.failed()).count();
            let expected = story.outcome.missed + story.outcome.held + story.outcome.lost;
            assert_eq!(failed, usize::from(expected), "{name} {person}");
        }
    }
}

#[test]
fn doses_rise_and_fall_as_the_course_says() {
    let cast = cast("start-low");
    let response = arm(&cast, "By response from 60");
    let mut seen = Vec::new();
    for person in 0..60 {
        let mut last = 0.0;
        for visit in Story::of(&cast, person, response).unwrap().visits {
            let Some(dose) = visit.dose else { continue };
            let expected = match visit.course {
                Course::Began => last <= 0.0,
                Course::Up => dose > last,
                Course::Down => dose < last,
                Course::Same | Course::Turned => (dose - last).abs() < 1e-9,
            };
            assert!(expected, "{person}: {last} to {dose}, {:?}", visit.course);
            seen.push(visit.course);
            last = dose;
        }
    }
    assert!(seen.contains(&Course::Up) && seen.contains(&Course::Down));
}

#[test]
fn spans_lie_between_check_ups_and_hold_what_was_missed() {
    let cast = cast("start-low");
    for person in 0..40 {
        let story = Story::of(&cast, person, 0).unwrap();
        let spans = story.missed_between(Days(84));
        for visit in story.visits.iter().filter(|visit| visit.unreported() > 0) {
            let inside = |span: &&(Days, Days)| span.0 <= visit.day && visit.day < span.1;
            assert_eq!(spans.iter().filter(inside).count(), 1, "{person}: {:?}", visit.day);
        }
        assert!(spans.windows(2).all(|two| two[0].1 <= two[1].0));
    }
}

/// The finder is deterministic, and the people it names are as it says: looked at again one by one.
#[test]
fn who_is_found_fits_the_description() {
    let cast = cast("start-low");
    let response = arm(&cast, "By response from 60");
    let found = find(&cast, response);
    assert_eq!(found, find(&cast, response));
    let story = |person: usize, arm| Story::of(&cast, person, arm).unwrap();
    let better = |story: &Story| story.outcome.response(Days(84)) == Some(true);
    for (description, found) in Description::ALL.into_iter().zip(&found) {
        assert!(found.iter().all(|found| found.day <= Days(84)));
        let people: Vec<usize> = found.iter().map(|found| found.person).collect();
        assert!(people.is_sorted() && people.iter().all(|person| *person < PEOPLE));
        let arm = description.arm(&cast, response).unwrap();
        for person in 0..PEOPLE {
            let it = story(person, arm);
            let expected = match description {
                Description::RespondedLate => {
                    let early =
                        (1..=6).any(|week| it.outcome.response(Days(7 * week)) == Some(true));
                    better(&it) && !early && it.outcome.response(Days(1)) != Some(true)
                }
                Description::HarmedUnseen => it.severe().1 > 0,
                Description::ClimbedInVain => {
                    let doses: Vec<f64> = it.visits.iter().filter_map(|visit| visit.dose).collect();
                    let (_, last) = it.last_score().unwrap();
                    doses[0] < 160.0 && doses.contains(&160.0) && 2 * last > it.outcome.baseline()
                }
                Description::WellOnPlacebo => better(&it),
                Description::RelapsedWhenSpaced => continue,
            };
            assert_eq!(people.contains(&person), expected, "{description:?} {person}");
        }
    }
    assert!(found[..4].iter().all(|people| !people.is_empty()));
}

#[test]
fn relapses_are_found_where_sessions_are_apart_and_nobody_climbs_a_fixed_dose() {
    let long = cast("will-it-last");
    let relapsed = &find(&long, arm(&long, "Every 4 weeks"))[4];
    assert!(!relapsed.is_empty());
    for Found { person, day } in relapsed {
        let story = Story::of(&long, *person, arm(&long, "Every 4 weeks")).unwrap();
        assert!(story.outcome.relapse.is_some_and(|first| first <= *day));
    }
    let fixed = cast("dose-arms");
    let found = find(&fixed, arm(&fixed, "80 au"));
    assert_eq!(found[2], [], "nobody climbs");
}
