//! Arms that are added and taken away.

use super::super::*;
use crate::app::history::Gesture;
use crate::app::history::History;
use crate::protocol::monitoring::Monitoring;
use crate::unit::Days;

fn names(state: &State, shelf: &Shelf) -> Vec<String> {
    state.protocol(shelf).expect("sound").arms.iter().map(|arm| arm.name.clone()).collect()
}

fn after(shelf: &Shelf, actions: &[Action]) -> State {
    let take = |state: State, action| state.reduce(shelf, action).expect("taken");
    actions.iter().fold(State::default(), take)
}

#[test]
fn an_added_arm_is_a_copy_with_all_that_was_changed_and_goes_its_own_way() {
    let shelf = Shelf::of_library();
    let of_scenario = names(&State::default(), &shelf);
    let same = after(&shelf, &[Action::AddArm(1)]);
    assert_eq!(names(&same, &shelf)[2], format!("{} (2)", of_scenario[1]));
    let protocol = same.protocol(&shelf).expect("sound");
    assert_eq!(protocol.arms[2].titration, protocol.arms[1].titration);
    assert_eq!(same.side_by_side(&protocol), (0, 1), "the two that are compared stay");
    let weekly = Monitoring { assess_every: Days(28), ..protocol.arms[1].monitoring.clone() };
    let edit = Action::Edit(1, Change::Monitoring(weekly.clone()));
    let copied = after(&shelf, &[edit, Action::SetDose(1, Rung(4)), Action::AddArm(1)]);
    let protocol = copied.protocol(&shelf).expect("sound");
    assert_eq!(protocol.arms[2].monitoring, weekly);
    assert_eq!(first_rung(&protocol, 2), Some(Rung(4)));
    let moved = copied.reduce(&shelf, &Action::SetDose(2, Rung(5))).expect("taken");
    let protocol = moved.protocol(&shelf).expect("sound");
    assert_eq!([1, 2].map(|arm| first_rung(&protocol, arm)), [Some(Rung(4)), Some(Rung(5))]);
    let of_copy = moved.reduce(&shelf, &Action::AddArm(2)).expect("taken");
    assert_eq!(of_copy.patch.added, [1, 1]);
    assert_eq!(first_rung(&of_copy.protocol(&shelf).expect("sound"), 3), Some(Rung(5)));
}

#[test]
fn an_added_arm_goes_without_a_trace_and_the_scenarios_own_stay() {
    let shelf = Shelf::of_library();
    let mut history = History::default();
    let mut act =
        |action| history.act(&shelf, &action, Gesture::Change).map(|()| history.now().clone());
    act(Action::AddArm(0)).expect("taken");
    act(Action::AddArm(1)).expect("taken");
    act(Action::SetDose(3, Rung(5))).expect("taken");
    act(Action::Look(View { left: Some(2), right: Some(3) })).expect("taken");
    let full = act(Action::AddArm(0)).expect_err("there are four");
    assert_eq!(full.to_string(), "4 arms at most stand side by side");
    let one = act(Action::RemoveArm(2)).expect("taken");
    assert_eq!((one.patch.added.as_slice(), one.patch.dose(2)), (&[1][..], Some(Rung(5))));
    let protocol = one.protocol(&shelf).expect("sound");
    assert_eq!(one.side_by_side(&protocol), (0, 2), "who stands beside a removed arm stays");
    assert_eq!(act(Action::RemoveArm(1)), Err(Refusal::NoArm));
    let none = act(Action::RemoveArm(2)).expect("taken");
    assert_eq!(none, State::default());
    history.undo();
    assert_eq!(*history.now(), one);
}

#[test]
fn a_study_of_many_arms_takes_no_more() {
    let shelf = Shelf::of_library();
    let many = after(&shelf, &[Action::UseLibrary("dose-arms".to_owned())]);
    assert_eq!(many.reduce(&shelf, &Action::AddArm(0)), Err(Refusal::FullOfArms));
    assert!(many.reduce(&shelf, &Action::Arms(Vec::new())).is_ok());
}

#[test]
fn a_copy_of_an_arm_that_is_not_named_after_its_dose_takes_the_other_name() {
    let shelf = Shelf::of_library();
    let open = Action::UseLibrary("who-is-watching".to_owned());
    let own = names(&after(&shelf, std::slice::from_ref(&open)), &shelf);
    assert!(own[0].bytes().all(|letter| !letter.is_ascii_digit()), "{}", own[0]);
    let copied = after(&shelf, &[open, Action::SetDose(0, Rung(4)), Action::AddArm(0)]);
    let now = names(&copied, &shelf);
    assert_eq!(now[..own.len()], own);
    assert_eq!(now[own.len()], format!("{} (2)", own[0]));
}

#[test]
fn back_to_the_scenario_nobody_is_followed_under_another_rule_than_before() {
    let shelf = Shelf::of_library();
    let follow = |arm| Action::Follow(Followed { arm, other: Some(1), ..Followed::default() });
    let places = |state: &State| (state.closeup.followed.arm, state.closeup.followed.other);
    // Behind the two arms of the scenario and the copy stand the rules that every study has.
    let behind = after(&shelf, &[Action::AddArm(0), follow(Some(4)), Action::Restore]);
    assert_eq!(places(&behind), (Some(3), Some(1)));
    let under_copy = after(&shelf, &[Action::AddArm(0), follow(Some(2)), Action::Restore]);
    assert_eq!(places(&under_copy), (None, Some(1)));
}

#[test]
fn choices_by_hand_stay_and_a_rule_that_went_on_is_not_taken_for_another() {
    let shelf = Shelf::of_library();
    let treated = Action::Treat("ten.kr1.0.1.kk2".to_owned());
    for change in [Action::AddArm(0), Action::Restore] {
        let before = [Action::AddArm(1), treated.clone(), change];
        assert_eq!(after(&shelf, &before).closeup.hands, "ten.kr.0.1.kk");
    }
}
