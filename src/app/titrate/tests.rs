#![allow(clippy::unwrap_used)]

use super::scene::Scene;
use super::*;
use crate::clinic::Clinic;
use crate::scenario::library;
use crate::scenario::parse;
use crate::story::cast::Cast;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::stream::Seed;
use crate::words::rule;
use crate::words::watch;

pub(super) fn clinic(name: &str) -> Clinic {
    let protocol = parse(library::find(name).unwrap().text).unwrap().protocol;
    let cast =
        Cast::new(&protocol, Seed(2059), |design, arm| watch::capital(&rule::label(design, arm)));
    Clinic::new(cast, "You")
}

fn sight(open: &[Does]) -> Sight {
    Sight { people: 25, groups: 2, rules: 3, open: open.to_vec(), checks: Checks::Offered }
}

/// What there is after some acts while a person waits for a decision.
#[track_caller]
fn after(acts: &[Act]) -> Titrating {
    let sight = sight(&Does::ALL);
    acts.iter().fold(Titrating::new(), |now, act| now.step(&sight, *act))
}

#[test]
fn what_is_marked_is_given_and_the_mark_goes_back_to_keeping() {
    let given = after(&[Act::Mark(Does::Raise), Act::Ask, Act::Give]);
    let choice = Choice { act: Does::Raise, check: Check::Ask };
    assert_eq!(given.one.choices, [choice]);
    assert_eq!(given.marked, Choice::plain(Does::Keep));
    assert_eq!(after(&[Act::Ask, Act::Ask]).marked.check, Check::Usual);
    let held = after(&[Act::Mark(Does::Hold), Act::Ask, Act::Give]);
    assert_eq!(held.one.choices, [Choice::plain(Does::Hold)], "nothing to ask about");
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let start = Titrating::new();
    let at_the_top = sight(&[Does::Keep, Does::Lower, Does::Hold, Does::Stop]);
    assert_eq!(start.step(&at_the_top, Act::Mark(Does::Raise)), start);
    let over = sight(&[]);
    for act in [Act::Give, Act::Ask, Act::Finish(0), Act::Mark(Does::Keep)] {
        assert_eq!(start.step(&over, act), start, "{act:?}");
    }
    assert_eq!(start.step(&sight(&Does::ALL), Act::Finish(3)), start);
    assert_eq!(start.step(&sight(&Does::ALL), Act::Look(Some(2))), start);
    let always = Sight { checks: Checks::Always, ..sight(&Does::ALL) };
    assert_eq!(start.step(&always, Act::Ask), start);
}

#[test]
fn taking_back_undoes_the_rule_then_choice_by_choice() {
    let three = [Act::Give, Act::Mark(Does::Raise), Act::Give, Act::Finish(1)];
    let done = after(&three);
    assert_eq!((done.one.choices.len(), done.one.rule), (2, Some(1)));
    let over = sight(&[]);
    let back = done.step(&over, Act::TakeBack);
    assert_eq!((back.one.choices.len(), back.one.rule), (2, None));
    let back = back.step(&over, Act::TakeBack).step(&over, Act::TakeBack);
    assert_eq!(back, Titrating::new());
    assert!(!back.can_take_back());
    assert_eq!(back.step(&over, Act::TakeBack), back);
}

#[test]
fn ten_are_treated_one_after_the_other_and_can_be_taken_back_across_people() {
    let (waiting, over) = (sight(&Does::ALL), sight(&[]));
    let mut now = after(&[Act::Treat(Mode::Ten)]);
    assert_eq!(now.step(&waiting, Act::Next), now, "the first of them is still treated");
    for turn in 0..TEN {
        assert_eq!((now.turn, now.at()), (turn, turn));
        assert_eq!(now.stage(false), Stage::Course(turn));
        assert_eq!(now.stage(true), Stage::Course(turn), "the truth is told after the last");
        now = now.step(&waiting, Act::Give).step(&over, Act::Next);
    }
    assert_eq!(now.stage(true), Stage::Clinic);
    assert_eq!(now.step(&over, Act::Look(Some(3))).stage(true), Stage::Revealed(3));
    assert_eq!(now.step(&waiting, Act::Give), now, "nothing more can be given");
    let back = now.step(&over, Act::TakeBack);
    assert_eq!((back.turn, back.ten[9].choices.len()), (9, 1));
    let back = back.step(&over, Act::TakeBack).step(&waiting, Act::TakeBack);
    assert_eq!((back.turn, back.ten[8].choices.len()), (8, 1));
    let others = now.step(&over, Act::Others);
    assert_eq!((others.group, others.turn, others.at()), (1, 0, 10));
    assert_eq!(others.step(&over, Act::Others).group, 0);
    let again = now.step(&over, Act::Again);
    assert_eq!((again.group, again.turn, again.can_take_back()), (0, 0, false));
}

#[test]
fn one_person_and_the_ten_do_not_touch_each_other() {
    let both = after(&[Act::Give, Act::Treat(Mode::Ten), Act::Give, Act::Give]);
    assert_eq!((both.one.choices.len(), both.ten[0].choices.len()), (1, 2));
    let back = both.step(&sight(&Does::ALL), Act::Treat(Mode::One));
    assert_eq!((back.at(), back.hand().choices.len()), (0, 1));
    let next = back.step(&sight(&[]), Act::Next);
    assert_eq!((next.person, next.one.choices.len(), next.ten[0].choices.len()), (1, 0, 2));
}

/// Ten thousand acts at random, with the engine behind them: what is on the screen is always something that exists, and the
/// truth is there when the course is over - of ten, when all are - and never before.
#[test]
fn whatever_is_done_the_truth_waits_for_the_end() {
    let clinic = clinic("start-low");
    let mut now = Titrating::new();
    let mut told = [0, 0];
    let mut scene = Scene::of(&clinic, &now).unwrap();
    for turn in 0..10_000 {
        let luck = |i: u16| Key::new(Seed(11), 0, turn).at(Purpose::Covariate, i).uniform();
        let pick = |i: u16, n: u16| {
            (0..n).find(|k| luck(i) < f64::from(k + 1) / f64::from(n)).unwrap_or(0)
        };
        let does = Does::ALL[usize::from(pick(1, 4))];
        let act = match pick(0, 24) {
            0..=5 => Act::Mark(does),
            6 => Act::Ask,
            7..=14 => Act::Give,
            15 => Act::TakeBack,
            16 | 17 => Act::Finish(usize::from(pick(1, 6))),
            18..=20 => Act::Next,
            21 => Act::Look((pick(1, 2) > 0).then_some(usize::from(pick(2, 12)))),
            22 => Act::Treat(if pick(1, 6) > 0 { Mode::Ten } else { Mode::One }),
            _ if pick(1, 40) == 0 => Act::Again,
            _ if pick(2, 40) == 0 => Act::Others,
            _ => Act::Give,
        };
        let next = now.step(&scene.sight(&clinic), act);
        if next != now {
            now = next;
            scene = Scene::of(&clinic, &now).unwrap();
        }
        assert!(now.ten.len() == TEN && now.turn <= TEN);
        assert!(now.at() < clinic.cast.people.len());
        let may_tell = match now.mode {
            Mode::One => scene.course.is_over(),
            Mode::Ten => now.is_clinic_over() && now.looked_at.is_some(),
        };
        assert_eq!(scene.truth.is_some(), may_tell, "{now:?}");
        assert_eq!(scene.clinic.is_some(), now.stage(scene.course.is_over()) == Stage::Clinic);
        told[usize::from(may_tell)] += 1;
    }
    assert!(told[0] > 1_000 && told[1] > 100, "{told:?}");
}

#[test]
fn the_table_has_a_row_for_every_person_under_every_hand() {
    let clinic = clinic("start-low");
    let over = sight(&[]);
    let mut now = Titrating { mode: Mode::Ten, group: 1, ..Titrating::new() };
    for hand in &mut now.ten {
        hand.rule = Some(0);
    }
    now.turn = TEN;
    let scene = Scene::of(&clinic, &now).unwrap();
    let table = scene.clinic.as_ref().unwrap().table(&clinic, now.group);
    assert_eq!(table.rows.len(), TEN * (1 + clinic.beside.len()));
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    assert!(table.csv().unwrap().contains("\n11,You,"));
    let looked = Scene::of(&clinic, &now.step(&over, Act::Look(Some(9)))).unwrap();
    let truth = looked.truth.unwrap();
    assert_eq!(truth.person, clinic.cast.people[19].1);
}
