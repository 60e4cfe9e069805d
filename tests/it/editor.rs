//! The editor of rules: what it says of a rule is what the rule does, and what it writes is what a file says.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use titrarium::app::patch::Change as Edited;
use titrarium::app::rule::cell;
use titrarium::app::rule::cell::Column;
use titrarium::app::rule::change;
use titrarium::app::rule::change::Change;
use titrarium::app::rule::change::Part;
use titrarium::app::rule::diff::Diff;
use titrarium::app::rule::edit;
use titrarium::app::rule::edit::Edit;
use titrarium::app::rule::people::Work;
use titrarium::app::rule::reach;
use titrarium::app::rule::reach::Bounds;
use titrarium::app::rule::reach::Never;
use titrarium::app::rule::sentence;
use titrarium::app::rule::sentence::Piece;
use titrarium::app::rule::uses::Uses;
use titrarium::app::rule::watch;
use titrarium::app::shelf::Shelf;
use titrarium::app::state::Action;
use titrarium::app::state::State;
use titrarium::engine::log::Event;
use titrarium::engine::log::Log;
use titrarium::engine::observed::Care;
use titrarium::engine::observed::Observed;
use titrarium::engine::titrate::Titrator;
use titrarium::engine::witness::Each;
use titrarium::engine::witness::Witness;
use titrarium::protocol::Protocol;
use titrarium::protocol::arm::Arm;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::monitoring::TolerabilityPolicy;
use titrarium::protocol::population::PriorTreatment;
use titrarium::protocol::schedule::Phase;
use titrarium::protocol::titration::DecisionTable;
use titrarium::protocol::titration::Report;
use titrarium::protocol::titration::Row;
use titrarium::protocol::titration::Rule;
use titrarium::protocol::titration::Span;
use titrarium::protocol::titration::Titration;
use titrarium::protocol::titration::rule::Kind;
use titrarium::protocol::titration::rule::WhenWell;
use titrarium::run::Ready;
use titrarium::scenario;
use titrarium::scenario::Scenario;
use titrarium::stream::Seed;
use titrarium::unit::Improvement;

use crate::luck;
use crate::parts;

const RESPONSE: Rule = Rule::Response { from: Rung(2), when_well: WhenWell::EaseDown };

fn of_rule(rule: Rule) -> Titration {
    Titration { rule, lowest: Rung(0), highest: Rung(7) }
}

fn first() -> Protocol {
    State::default().protocol(&Shelf::of_library()).unwrap()
}

fn with_rule(rule: Rule) -> Arm {
    let arm = first().arms[1].clone();
    Arm { titration: of_rule(rule), ..arm }
}

/// The built-in rules, each once.
fn built_in() -> Vec<Rule> {
    let from = Rung(2);
    vec![
        Rule::Fixed { at: from },
        Rule::Forced { from, target: Rung(6) },
        RESPONSE,
        Rule::Response { from, when_well: WhenWell::Keep },
        Rule::Toxicity { from },
        Rule::Severity,
        Rule::Stepped { from },
    ]
}

#[test]
fn a_built_in_rule_and_its_table_do_the_same_to_everybody() {
    let ready = Ready::new(first());
    let people = ready.enrol(Seed(5), 70);
    for rule in built_in() {
        let table = Rule::Table(rule.as_table());
        let [built_in, written] =
            [rule, table].map(|rule| ready.outcomes(&people, &with_rule(rule)));
        assert_eq!(built_in, written);
    }
}

#[test]
fn a_cell_can_be_changed_and_changed_back() {
    let ladder = first().ladder.clone();
    for rule in built_in() {
        let original = of_rule(rule);
        let table = original.rule.as_table();
        for at in 0..table.rows.len() {
            for column in Column::ALL {
                let choice = cell::cell(&table, at, column, &ladder);
                let (now, other) = (choice.chosen, (choice.chosen + 1) % choice.entries.len());
                let apply = |of: &Titration, i: usize| {
                    edit::after(of, &original, choice.entries[i].value.clone())
                };
                let changed = apply(&original, other);
                let diff = Diff::of(&original, &changed, &ladder);
                assert_eq!(diff.changes.len(), 1, "{column:?} of row {at}: {:?}", diff.changes);
                assert_eq!(apply(&changed, now), original, "back to the scenario's own rule");
            }
        }
    }
}

#[test]
fn a_rule_keeps_its_kind_as_long_as_the_kind_can_say_it() {
    let ladder = first().ladder.clone();
    let now = of_rule(RESPONSE);
    let after = |now: &Titration, edit| edit::after(now, &of_rule(Rule::Severity), edit);
    let table = now.rule.as_table();
    let start =
        cell::start_cell(&table, 0, cell::StartColumn::Dose, &ladder).entries[3].value.clone();
    let from = Rung(3);
    assert_eq!(after(&now, start).rule, Rule::Response { from, when_well: WhenWell::EaseDown });
    let keep = Rule::Response { from: Rung(2), when_well: WhenWell::Keep };
    assert_eq!(after(&now, Edit::DropRow(2)).rule, keep);
    let moved = after(&now, Edit::Down(0));
    assert_eq!(moved.rule.kind(), Kind::Table);
    let back = after(&moved, Edit::Up(1)).rule;
    assert_eq!(
        back,
        Rule::Table(RESPONSE.as_table()),
        "a table stays one, though it decides alike"
    );
}

#[test]
fn rows_come_go_and_move() {
    let ladder = first().ladder.clone();
    let original = of_rule(RESPONSE);
    let n = original.rule.rows().len();
    let after = |edit| edit::after(&original, &original, edit);
    let changes = |edit| Diff::of(&original, &after(edit), &ladder).changes.len();
    assert_eq!(after(Edit::AddRow).rule.rows().len(), n + 1);
    assert_eq!(after(Edit::AddStart).rule.start().len(), 2);
    assert_eq!(after(Edit::DropRows(vec![0, 3])).rule.rows().len(), n - 2);
    for edit in [Edit::AddRow, Edit::AddStart, Edit::DropRow(1), Edit::Down(1), Edit::Up(4)] {
        assert_eq!(changes(edit.clone()), 1, "{edit:?}");
    }
    for edit in [Edit::Up(0), Edit::Down(n - 1), Edit::DropRow(n), Edit::StartUp(0)] {
        assert_eq!(after(edit.clone()), original, "{edit:?} has no place");
    }
}

/// Everything that a table may look at, at every end of a condition that the random tables have.
fn everything_seen(ceiling: Rung) -> Vec<Observed> {
    let mut all = Vec::new();
    for last in [60, 40, 35, 30, 25, 20, 15, 10, 5, 0] {
        for grade in 0..=3 {
            for since_change in 0..7 {
                for rung in (0..=ceiling.0).map(Rung) {
                    for week in 0..=12 {
                        for phase in [Phase::Induction, Phase::Maintenance, Phase::Rescue] {
                            all.extend(PriorTreatment::ALL.map(|prior| Observed {
                                rung,
                                week,
                                phase,
                                grade,
                                since_change,
                                last,
                                baseline: 20,
                                ..Observed::at_screening(prior, Care::Usual, ceiling)
                            }));
                        }
                    }
                }
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(luck::cases(48))]

    #[test]
    fn a_row_is_called_dead_when_and_only_when_it_never_decides(table in parts::table()) {
        let highest = Rung(7);
        let mut arm = with_rule(Rule::Table(table.clone()));
        for (ceiling, tolerability) in [
            (highest, TolerabilityPolicy::Continue),
            (highest, TolerabilityPolicy::Reduce),
            (Rung(4), TolerabilityPolicy::Reduce),
        ] {
            arm.monitoring.tolerability = tolerability;
            let titrator = Titrator::of(&arm);
            let mut decides = vec![false; table.rows.len()];
            let mut nobody = false;
            for seen in everything_seen(ceiling) {
                match titrator.decide(&seen).row {
                    Some(row) => decides[usize::from(row)] = true,
                    None => nobody = true,
                }
            }
            let bounds = Bounds { doses: (Rung(0), highest), weeks: 12, tolerability };
            let (never, otherwise) = reach::reach(&table.rows, bounds);
            for (at, (never, decides)) in never.iter().zip(&decides).enumerate() {
                prop_assert!(never.is_none() || !decides, "row {at} decides: {never:?}");
                if tolerability == TolerabilityPolicy::Continue {
                    prop_assert!(never.is_some() || *decides, "row {at} never decides");
                }
            }
            prop_assert!(otherwise || !nobody, "somebody is left");
            if tolerability == TolerabilityPolicy::Continue {
                prop_assert!(!otherwise || nobody, "nobody is left");
            }
        }
    }

    #[test]
    fn the_sentence_has_every_cell_of_the_table_once(table in parts::table()) {
        let pieces = sentence::sentence(&table);
        let times = |piece: &Piece| pieces.iter().filter(|other| *other == piece).count();
        for (at, row) in table.rows.iter().enumerate() {
            let waits = times(&Piece::Wait(at));
            for column in Column::ALL {
                let there = times(&Piece::Cell(at, column));
                let expected = usize::from(!column.is_any(row) && waits == 0);
                prop_assert_eq!(there, expected, "{:?} of row {}", column, at);
            }
        }
        let starts = pieces.iter().filter(|piece| matches!(piece, Piece::Start(_, cell::StartColumn::Dose)));
        prop_assert_eq!(starts.count(), table.start.len());
    }

    #[test]
    fn nothing_differs_from_itself_and_every_difference_is_said(
        one in parts::titration(),
        other in parts::titration(),
    ) {
        let ladder = first().ladder.clone();
        prop_assume!(Rung(8) > one.highest && [&one, &other].iter().all(|it| fits(it)));
        prop_assert_eq!(Diff::of(&one, &one, &ladder).changes, vec![]);
        let changes = Diff::of(&one, &other, &ladder).changes;
        prop_assert_eq!(changes.is_empty(), one == other, "{:?}", changes);
        prop_assert!(changes.iter().all(|change| change.before != change.after), "{:?}", changes);
    }

    #[test]
    fn what_is_edited_can_be_written_to_a_file(edits in prop::collection::vec(parts::titration(), 1..3)) {
        let shelf = Shelf::of_library();
        let mut state = State::default();
        for (arm, titration) in (0..).zip(edits) {
            if let Ok(next) = state.reduce(&shelf, &Action::Edit(arm, Edited::Titration(titration))) {
                state = next;
            }
        }
        let protocol = state.protocol(&shelf).unwrap();
        let written =
            Scenario { protocol, teaching: String::new(), look_at: String::new() };
        let read = scenario::parse(&scenario::write(&written));
        prop_assert_eq!(read.as_ref(), Ok(&written));
    }
}

/// Whether the first scenario takes a rule.
fn fits(titration: &Titration) -> bool {
    let action = Action::Edit(1, Edited::Titration(titration.clone()));
    State::default().reduce(&Shelf::of_library(), &action).is_ok()
}

#[track_caller]
fn never(rows: &[Row], expected: &[Option<Never>]) {
    let bounds =
        Bounds { doses: (Rung(0), Rung(7)), weeks: 12, tolerability: TolerabilityPolicy::Continue };
    assert_eq!(reach::reach(rows, bounds).0, expected);
}

#[test]
fn it_is_said_which_row_takes_another() {
    use titrarium::protocol::titration::Action;
    use titrarium::protocol::titration::Rise;
    let stay = Row::then(Action::Stay);
    let up = Row::then(Action::Raise(Rise { by: 1, up_to: None }));
    let quarter = Improvement::new(0.25).unwrap();
    let severe =
        Row { reported: Span::at_least(Report::Severe), ..Row::then(Action::Lower { by: 1 }) };
    let far = Row { improvement: Span::below(quarter), ..severe };
    never(&[severe, far], &[None, Some(Never::Taken(vec![0]))]);
    let mild = Row { reported: Span::below(Report::Severe), ..stay };
    never(&[severe, mild, stay], &[None, None, Some(Never::Taken(vec![0, 1]))]);
    never(&[up, stay], &[None, None]); // at the highest dose there is no room
    never(&[up, up], &[None, Some(Never::Taken(vec![0]))]);
    never(&[Row { dose: Span::at_least(Rung(7)), ..up }], &[Some(Never::NoRoom)]);
    never(&[Row { weeks: Span::at_least(13), ..stay }], &[Some(Never::NoWeek)]);
    never(&[Row { dose: Span::at_least(Rung(8)), ..stay }], &[Some(Never::NoDose)]);
}

#[test]
fn uses_are_those_of_the_decision_logs() {
    let ready = Ready::new(first());
    let people = ready.enrol(Seed(1363), 64);
    for rule in built_in() {
        let arm = with_rule(rule);
        let mut uses = Uses::of(&arm.titration.rule);
        let outcomes = ready.watched(&people, &arm, &mut uses);
        uses.begin(&arm.titration.rule, &people, &outcomes);
        let mut logs = Each::new(vec![Log::default(); people.len()]);
        ready.watched(&people, &arm, &mut logs);
        let mut by_log = Uses::of(&arm.titration.rule);
        for entry in logs.into_people().iter().flat_map(|log| &log.entries) {
            if let Event::Decided(seen, decision) = &entry.event {
                by_log.decided(entry.day, seen, decision);
            }
        }
        assert_eq!((&uses.rows, uses.none), (&by_log.rows, by_log.none));
        assert_eq!(uses.starts.iter().sum::<u64>(), 64);
        assert!(uses.none + uses.rows.iter().sum::<u64>() > 64);
    }
}

#[test]
fn uses_of_the_page_are_those_of_the_tally() {
    let protocol = first();
    let tally = Ready::new(protocol.clone()).population(Seed(3), 100).unwrap();
    let mut work = Work::new(&protocol, Seed(3), None, protocol.arms[1].clone());
    while !work.is_complete() {
        work.step();
    }
    assert_eq!(work.done(), 100);
    let mut rows = work.uses.rows.clone();
    rows.push(work.uses.none);
    assert_eq!(rows, tally.arms[1].rows);
    let fates: Vec<_> = work.seen[1].iter().map(|seen| seen.fate).collect();
    assert_eq!(fates, tally.arms[1].fates);
}

#[test]
fn an_edit_that_changes_nothing_changes_nobody() {
    let protocol = first();
    let arm = &protocol.arms[1];
    let mut work = Work::new(&protocol, Seed(3), Some(arm.clone()), arm.clone());
    let mut steps = 0;
    while !work.is_complete() {
        assert_eq!(Change::of(Part::Rule, &work.seen).is_some(), steps > 0);
        work.step();
        steps += 1;
    }
    assert_eq!((work.done(), work.seen[0].len()), (1_000, 1_000));
    for part in [Part::Rule, Part::Watch] {
        let change = Change::of(part, &work.seen).unwrap();
        assert!(change.ended.is_empty());
        assert_eq!(change.sides()[..2], [0, 0]);
        assert!(change.lines.iter().all(|line| line.before == line.after));
        assert!(change::shifts(part, &work.seen).iter().all(|shift| !shift.is_clear()));
    }
}

#[test]
fn a_higher_dose_shows_in_a_thousand() {
    let protocol = first();
    let [low, high] = [1, 7].map(|rung| with_rule(Rule::Fixed { at: Rung(rung) }));
    let mut work = Work::new(&protocol, Seed(3), Some(low), high);
    while !work.is_complete() {
        work.step();
    }
    let shifts = change::shifts(Part::Rule, &work.seen);
    let severe = &shifts[0];
    assert!(severe.is_clear() && severe.difference.estimate > 5.0, "{severe:?}");
    assert!((severe.after - severe.before - severe.difference.estimate).abs() < 1e-9);
    assert_eq!(severe.difference.n, 1_000);
    let mean = |seen: &[titrarium::app::rule::people::Seen]| {
        let severe = seen.iter().filter(|seen| seen.fate.is_severe()).count();
        f64::from(u32::try_from(severe).unwrap()) / 10.0
    };
    assert!((severe.before - mean(&work.seen[0])).abs() < 1e-9);
}

proptest! {
    #![proptest_config(luck::cases(64))]

    #[test]
    fn the_parts_of_the_monitoring_say_what_differs(
        one in parts::monitoring(),
        other in parts::monitoring(),
    ) {
        for (at, part) in watch::parts(&one).iter().enumerate() {
            for entry in &part.entries {
                let (changes, differs) = watch::diff(&one, &entry.value);
                let same = entry.value == one;
                prop_assert_eq!(changes.len(), usize::from(!same));
                prop_assert_eq!(differs[at], !same);
            }
            prop_assert_eq!(&part.entries[part.chosen].value, &one);
        }
        prop_assert_eq!(watch::diff(&one, &other).0.is_empty(), one == other);
    }
}

#[test]
fn a_table_needs_a_row_that_fits_everybody() {
    use titrarium::app::rule;
    let protocol = first();
    let empty = DecisionTable { start: Vec::new(), rows: Vec::new() };
    let faults = rule::faults(&protocol, 1, |arm| arm.titration.rule = Rule::Table(empty));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].to_string().contains("which dose comes first"), "{}", faults[0]);
    assert!(rule::faults(&protocol, 1, |_| ()).is_empty());
}
