use super::*;

#[track_caller]
fn after(actions: &[Action]) -> State {
    let shelf = Shelf::of_library();
    let take = |state: State, action| state.reduce(&shelf, action).expect("taken");
    let dose_arms = Action::UseLibrary("dose-arms".to_owned());
    std::iter::once(&dose_arms).chain(actions).fold(State::default(), take)
}

#[test]
fn a_dose_that_returns_to_the_scenario_leaves_no_trace() {
    let moved = after(&[Action::SetDose(2, Rung(4))]);
    assert_eq!(moved.patch.dose(2), Some(Rung(4)));
    assert_eq!(moved.protocol(&Shelf::of_library()).expect("valid").arms[2].name, "100 au");
    let back = moved.reduce(&Shelf::of_library(), &Action::SetDose(2, Rung(3))).expect("taken");
    assert_eq!(back, after(&[]));
}

#[test]
fn two_arms_of_one_dose_keep_names_of_their_own() {
    let same = after(&[Action::SetDose(2, Rung(7))]).protocol(&Shelf::of_library()).expect("valid");
    assert_eq!(same.arms[2].name, "160 au (2)");
    assert_eq!(same.arms[4].name, "160 au");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let state = after(&[]);
    for action in [
        Action::SetPeople(0),
        Action::SetPeople(MOST_PEOPLE + 1),
        Action::SetDose(0, Rung(1)),
        Action::SetDose(9, Rung(1)),
        Action::SetDose(1, Rung(8)),
        Action::UseLibrary("nothing".to_owned()),
        Action::UseText("schema = 1".to_owned()),
        Action::Look(View { left: Some(5), right: None }),
    ] {
        assert!(state.reduce(&Shelf::of_library(), &action).is_err(), "{action:?}");
    }
}

#[test]
fn the_usual_view_sets_80_beside_160() {
    let state = after(&[]);
    let protocol = state.protocol(&Shelf::of_library()).expect("valid");
    assert_eq!((state.side_by_side(&protocol), state.changed_arm(&protocol)), ((2, 4), 2));
}

#[test]
fn without_a_reference_the_first_arm_stands_beside_the_last() {
    let low = after(&[Action::UseLibrary("start-low".to_owned())]);
    let protocol = low.protocol(&Shelf::of_library()).expect("valid");
    assert_eq!(low.side_by_side(&protocol), (0, 3));
    assert!(protocol.arms.iter().all(|arm| arm.treatment == Treatment::Drug));
}

#[test]
fn the_first_view_offers_the_start_of_the_rule_beside_one_dose() {
    let shelf = Shelf::of_library();
    let state = State::default();
    let protocol = state.protocol(&shelf).expect("valid");
    assert_eq!((state.side_by_side(&protocol), state.changed_arm(&protocol)), ((0, 1), 1));
    let moved = state.reduce(&shelf, &Action::SetDose(1, Rung(3))).expect("taken");
    let name = moved.protocol(&shelf).expect("valid").arms[1].name.clone();
    assert_eq!(name, "80 au, step up");
}

#[test]
fn another_scenario_takes_no_changes_along() {
    let moved = [Action::SetDose(2, Rung(4)), Action::UseLibrary("will-it-last".to_owned())];
    let state = after(&moved);
    assert!(state.patch.is_empty());
    assert_eq!((state.seed, state.people), (DEFAULT_SEED, DEFAULT_PEOPLE));
}

#[test]
fn with_another_person_the_choices_for_the_one_before_are_gone_and_the_ten_stay() {
    let follow = |person| Action::Follow(Followed { person, ..Followed::default() });
    let treat = |hands: &str| Action::Treat(hands.to_owned());
    let hands = |actions: &[Action]| after(actions).closeup.hands;
    assert_eq!(hands(&[treat("one.kk"), follow(3)]), "");
    assert_eq!(hands(&[treat("ten.kk.0.1.r"), follow(3)]), "ten..0.1.r");
    assert_eq!(hands(&[follow(3), treat("one.kk"), follow(3)]), "one.kk");
    assert_eq!(hands(&[treat("one.kk"), Action::SetSeed(Seed(5))]), "");
}

#[cfg(feature = "screens")]
mod arms;
#[cfg(feature = "screens")]
mod edits;
