//! Edited parts of arms.

use super::*;
use crate::app::patch::Change;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::schedule::Branch;
use crate::protocol::schedule::Schedule;
use crate::protocol::schedule::Withdrawal;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::Titration;
use crate::protocol::titration::rule::WhenWell;
use crate::unit::Days;

const KEEPING: Rule = Rule::Response { from: Rung(2), when_well: WhenWell::Keep };

/// The first scenario after actions.
#[track_caller]
fn first_after(actions: &[Action]) -> State {
    let shelf = Shelf::of_library();
    let take = |state: State, action: &Action| state.reduce(&shelf, action).expect("taken");
    actions.iter().fold(State::default(), take)
}

fn set_rule(rule: Rule) -> Action {
    let shelf = Shelf::of_library();
    let titration = State::default().base(&shelf).expect("read").arms[1].titration.clone();
    Action::Edit(1, Change::Titration(Titration { rule, ..titration }))
}

fn names(state: &State) -> Vec<String> {
    let protocol = state.protocol(&Shelf::of_library()).expect("valid");
    protocol.arms.iter().map(|arm| arm.name.clone()).collect()
}

#[test]
fn an_edited_rule_is_in_the_name_and_goes_without_a_trace() {
    let edited = first_after(&[set_rule(KEEPING)]);
    assert_eq!(names(&edited), ["140 au", "60 au, step up, edited"]);
    let usual = Rule::Response { from: Rung(2), when_well: WhenWell::EaseDown };
    assert_eq!(first_after(&[set_rule(KEEPING), set_rule(usual)]), State::default());
}

#[test]
fn a_rule_that_only_begins_elsewhere_is_a_dose_that_was_moved() {
    let elsewhere = Rule::Response { from: Rung(4), when_well: WhenWell::EaseDown };
    let moved = first_after(&[set_rule(elsewhere)]);
    assert_eq!(moved, first_after(&[Action::SetDose(1, Rung(4))]));
    assert_eq!(names(&moved), ["140 au", "100 au, step up"]);
}

#[test]
fn the_dose_of_an_edited_rule_can_be_moved() {
    let moved = first_after(&[set_rule(KEEPING), Action::SetDose(1, Rung(4))]);
    assert_eq!((moved.patch.doses.len(), moved.patch.edits.len()), (0, 1));
    assert_eq!(names(&moved), ["140 au", "100 au, step up, edited"]);
    let other_way = first_after(&[Action::SetDose(1, Rung(4)), set_rule(KEEPING)]);
    assert_eq!(names(&other_way), ["140 au", "60 au, step up, edited"]);
}

#[test]
fn an_edit_that_does_not_fit_is_refused_with_every_fault() {
    let shelf = Shelf::of_library();
    let empty = Rule::Table(DecisionTable { start: Vec::new(), rows: Vec::new() });
    let Err(Refusal::Design(faults)) = State::default().reduce(&shelf, &set_rule(empty)) else {
        panic!("a table without a first dose was taken");
    };
    assert_eq!(faults.len(), 1);
    let beyond = set_rule(Rule::Fixed { at: Rung(8) });
    assert!(matches!(State::default().reduce(&shelf, &beyond), Err(Refusal::Design(_))));
}

#[test]
fn of_several_actions_only_the_end_has_to_fit() {
    let shelf = Shelf::of_library();
    let base = State::default().base(&shelf).expect("read");
    let withdrawal = Withdrawal { at: Days(42), branch: Branch::Randomise };
    let schedule = Schedule { withdrawal: Some(withdrawal), ..base.arms[1].schedule.clone() };
    let rare = Monitoring { assess_every: Days(28), ..base.arms[1].monitoring.clone() };
    let begun = first_after(&[Action::Edit(1, Change::Monitoring(rare))]);
    let schedule = Change::Schedule(schedule);
    let alone = Action::Edit(1, schedule.clone());
    assert!(begun.reduce(&shelf, &alone).is_err(), "it needs weekly assessments");
    let usual = Change::Monitoring(base.arms[1].monitoring.clone());
    let both = Action::Edit(1, Change::All(vec![schedule, usual]));
    let both = begun.reduce(&shelf, &both).expect("it fits");
    assert_eq!(names(&both)[1], "60 au, step up, edited");
    assert!(both.patch.edit(1).is_some_and(|edit| edit.monitoring.is_none()));
}
