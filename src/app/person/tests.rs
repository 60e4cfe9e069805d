#![allow(clippy::unwrap_used)]

use super::*;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::stream::Seed;
use crate::unit::Days;

/// Visits on days 0, 3, 7, 10 and 14; the first and those of days 7 and 14 changed something.
const VISITS: [(u16, bool); 5] = [(0, true), (3, false), (7, true), (10, false), (14, true)];

fn found() -> [Vec<Found>; 5] {
    let at = |person: usize, day: u16| Found { person, day: Days(day) };
    [vec![at(2, 7)], vec![at(1, 3), at(4, 10)], vec![], vec![at(3, 0)], vec![at(0, 14)]]
}

fn sight(found: &[Vec<Found>; 5]) -> Sight<'_> {
    Sight { people: 5, arms: 3, visits: &VISITS, found, placebo: Some(2) }
}

/// Person, arm, other arm and day after some acts.
#[track_caller]
fn check(acts: &[Act], expected: (usize, usize, usize, u16)) -> Watching {
    let found = found();
    let sight = sight(&found);
    let end = acts.iter().fold(Watching::new(0, 1), |now, act| now.step(&sight, *act));
    assert_eq!((end.person, end.arm, end.other, end.day), expected, "{acts:?}");
    end
}

#[test]
fn steps_go_from_visit_to_visit_and_stop_at_the_ends() {
    check(&[Act::Forward], (0, 0, 1, 3));
    check(&[Act::Forward, Act::Forward, Act::Back], (0, 0, 1, 3));
    check(&[Act::Back], (0, 0, 1, 0));
    check(&[Act::Forward; 9], (0, 0, 1, 14));
    check(&[Act::Choose(3)], (0, 0, 1, 10));
    check(&[Act::Choose(30)], (0, 0, 1, 0));
}

#[test]
fn the_next_decision_leaves_out_what_changed_nothing() {
    check(&[Act::NextDecision], (0, 0, 1, 7));
    let end = check(&[Act::NextDecision; 4], (0, 0, 1, 14));
    assert!(!end.has_decision_ahead(&VISITS));
}

/// A slider moved by one day, by key or by finger, moves by one visit.
#[test]
fn a_day_is_rounded_to_a_visit_in_its_direction() {
    check(&[Act::Go(1)], (0, 0, 1, 3));
    check(&[Act::Go(8)], (0, 0, 1, 10));
    check(&[Act::Choose(3), Act::Go(9)], (0, 0, 1, 7));
    check(&[Act::Go(84)], (0, 0, 1, 14));
    check(&[Act::Choose(3), Act::Go(0)], (0, 0, 1, 0));
}

#[test]
fn time_runs_to_the_last_visit_and_starts_again_from_there() {
    let playing = check(&[Act::Play, Act::Tick, Act::Tick], (0, 0, 1, 7));
    assert_eq!(playing.pace, Pace::Playing);
    let over = check(&[Act::Play, Act::Tick, Act::Tick, Act::Tick, Act::Tick], (0, 0, 1, 14));
    assert_eq!(over.pace, Pace::Paused);
    check(&[Act::Choose(4), Act::Play], (0, 0, 1, 0));
    check(&[Act::Tick], (0, 0, 1, 0));
    let paused = check(&[Act::Play, Act::Tick, Act::Play, Act::Tick], (0, 0, 1, 3));
    assert_eq!(paused.pace, Pace::Paused);
}

#[test]
fn watching_the_ghosts_arm_makes_a_ghost_of_the_watched_one() {
    check(&[Act::Watch(1)], (0, 1, 0, 0));
    check(&[Act::Watch(2)], (0, 2, 1, 0));
    check(&[Act::Watch(3)], (0, 0, 1, 0));
    check(&[Act::Compare(0)], (0, 0, 1, 0));
    let hidden = check(&[Act::Ghost, Act::Compare(2)], (0, 0, 2, 0));
    assert_eq!(hidden.ghost, Ghost::Shown, "who asks for a ghost sees it");
}

/// The day stays when the arm changes, so that the same day can be compared.
#[test]
fn the_day_stays_with_the_person() {
    check(&[Act::Choose(3), Act::Watch(2)], (0, 2, 1, 10));
    check(&[Act::Choose(3), Act::NextPerson], (1, 0, 1, 0));
}

#[test]
fn people_come_round() {
    check(&[Act::PreviousPerson], (4, 0, 1, 0));
    check(&[Act::NextPerson; 5], (0, 0, 1, 0));
}

#[test]
fn the_finder_goes_on_from_the_person_looked_at() {
    let harmed = Act::Find(Description::HarmedUnseen);
    check(&[harmed], (1, 0, 1, 3));
    check(&[harmed, harmed], (4, 0, 1, 10));
    let end = check(&[harmed, harmed, harmed], (1, 0, 1, 3));
    assert_eq!(end.sought, Some(Description::HarmedUnseen));
    let nobody = check(&[Act::Find(Description::ClimbedInVain)], (0, 0, 1, 0));
    assert_eq!(nobody.sought, None);
    check(&[Act::Find(Description::WellOnPlacebo)], (3, 2, 1, 0));
    check(&[Act::Compare(2), Act::Find(Description::WellOnPlacebo)], (3, 2, 0, 0));
}

/// The only person of a description is found again, even when looked at.
#[test]
fn the_only_one_is_found_again() {
    check(
        &[Act::Find(Description::RespondedLate), Act::Find(Description::RespondedLate)],
        (2, 0, 1, 7),
    );
}

#[test]
fn whatever_is_done_something_that_exists_is_looked_at() {
    let found = found();
    let one = [Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new()];
    let small = Sight { people: 1, arms: 1, visits: &VISITS[..1], found: &one, placebo: None };
    let none = Sight { people: 0, arms: 2, visits: &[], found: &one, placebo: None };
    for sight in [sight(&found), small, none] {
        let mut now = Watching::new(0, sight.arms - 1);
        for turn in 0..10_000 {
            let luck = |i: u16| Key::new(Seed(7), 0, turn).at(Purpose::Covariate, i).uniform();
            let n = (0..20_u16).find(|n| luck(0) < f64::from(n + 1) / 20.0).unwrap();
            let description = Description::ALL[usize::from(n % 5)];
            let acts = [
                Act::Forward,
                Act::Back,
                Act::NextDecision,
                Act::Go(n),
                Act::Choose(usize::from(n)),
                Act::Play,
                Act::Tick,
                Act::Reveal,
                Act::Ghost,
                Act::Watch(usize::from(n)),
                Act::Compare(usize::from(n)),
                Act::NextPerson,
                Act::PreviousPerson,
                Act::Find(description),
            ];
            let act = (0..14_u16).find(|n| luck(1) < f64::from(n + 1) / 14.0).unwrap();
            now = now.step(&sight, acts[usize::from(act)]);
            assert!(
                now.person < sight.people.max(1) && now.arm < sight.arms && now.other < sight.arms
            );
            assert!(sight.arms == 1 || now.arm != now.other, "{now:?}");
            let days = sight.visits.iter().map(|(day, _)| *day);
            assert!(sight.visits.is_empty() || days.clone().any(|day| day == now.day), "{now:?}");
        }
    }
}
