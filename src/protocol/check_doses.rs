//! Whether the doses of an arm exist and lie within its limits, and whether its decision table can be used.

use super::Design;
use super::arm::Arm;
use super::arm::Rung;
use super::check::DesignFault;
use super::check::TablePlace;
use super::titration::Action;
use super::titration::DecisionTable;
use super::titration::MOST_ROWS;
use super::titration::Report;
use super::titration::Rise;
use super::titration::Row;
use super::titration::Rule;
use super::titration::Span;

/// The severity rule starts at rung 2, 3 or 4, one higher after non-response (model, section 9).
const FEWEST_RUNGS_FOR_SEVERITY: usize = 6;

/// Rungs against the ladder, then against the arm's own limits, if these are any.
pub(super) fn doses(design: &Design, index: usize, arm: &Arm, faults: &mut Vec<DesignFault>) {
    let name = || arm.name.clone();
    let limits = &arm.titration;
    let empty = limits.lowest > limits.highest;
    if empty {
        faults.push(DesignFault::RangeEmpty { arm: index, name: name() });
    }
    for (what, rung) in rungs(arm) {
        let (lowest, highest) = match what {
            "the lowest dose" | "the highest dose" => (Rung(0), design.ladder.top()),
            _ if empty => continue,
            _ => (limits.lowest, limits.highest),
        };
        if rung < lowest || rung > highest {
            faults.push(DesignFault::RungOutside { arm: index, name: name(), what });
        }
    }
    let got = design.ladder.0.len();
    if limits.rule == Rule::Severity && got < FEWEST_RUNGS_FOR_SEVERITY {
        faults.push(DesignFault::SeverityLadder { arm: index, name: name(), got });
    }
    if let Rule::Table(table) = &limits.rule {
        let found = table_faults(table, design.ladder.top());
        faults.extend(found.into_iter().map(|(at, what)| DesignFault::Table {
            arm: index,
            name: name(),
            at,
            what,
        }));
    }
}

fn rungs(arm: &Arm) -> Vec<(&'static str, Rung)> {
    let mut rungs = vec![
        ("the lowest dose", arm.titration.lowest),
        ("the highest dose", arm.titration.highest),
    ];
    match arm.titration.rule {
        Rule::Fixed { at } => rungs.push(("the dose", at)),
        Rule::Forced { from, target } => {
            rungs.extend([("the starting dose", from), ("the target dose", target)]);
        }
        Rule::Response { from, .. } | Rule::Toxicity { from } | Rule::Stepped { from } => {
            rungs.push(("the starting dose", from));
        }
        Rule::Severity | Rule::Table(_) => {}
    }
    rungs
}

/// Every fault of a table and where it is.
fn table_faults(table: &DecisionTable, top: Rung) -> Vec<(TablePlace, &'static str)> {
    let mut faults = Vec::new();
    match table.start.last() {
        None => faults.push((TablePlace::Start, "the table says nowhere which dose comes first")),
        Some(last) if !last.fits_all() => {
            faults.push((TablePlace::Start, "the last row for the first dose must fit everybody"));
        }
        Some(_) => {}
    }
    for (place, n) in [(TablePlace::Start, table.start.len()), (TablePlace::Rows, table.rows.len())]
    {
        if n > MOST_ROWS {
            faults.push((place, "a table has at most 24 rows, and 24 for the first dose"));
        }
    }
    for (i, row) in table.start.iter().enumerate() {
        let place = TablePlace::StartRow(i);
        if row.baseline.is_empty() || row.baseline.below == Some(0) {
            faults.push((place, NEVER));
        }
        if row.at > top {
            faults.push((place, OFF_LADDER));
        }
    }
    for (i, row) in table.rows.iter().enumerate() {
        faults.extend(row_faults(row, top).into_iter().map(|what| (TablePlace::Row(i), what)));
    }
    faults
}

const NEVER: &str = "the conditions of this row exclude each other";
const OFF_LADDER: &str = "a dose of this row is not on the ladder";

fn row_faults(row: &Row, top: Rung) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let never = row.improvement.is_empty()
        || row.reported.is_empty()
        || row.sessions.is_empty()
        || row.dose.is_empty()
        || row.weeks.is_empty()
        || row.reported.below == Some(Report::Nothing)
        || row.sessions.below == Some(0)
        || row.dose.below == Some(Rung(0))
        || row.weeks.below == Some(0);
    if never {
        faults.push(NEVER);
    }
    let Span { least, below } = row.dose;
    let beyond = below.is_some_and(|below| below.0 > top.0 + 1);
    if beyond || least.is_some_and(|least| least > top) {
        faults.push(OFF_LADDER);
    }
    faults.extend(action_fault(row.then, top));
    faults
}

fn action_fault(action: Action, top: Rung) -> Option<&'static str> {
    let off = |rise: Rise| rise.up_to.is_some_and(|rung| rung > top);
    match action {
        Action::Raise(rise) if rise.by == 0 => Some("a rise has at least one step"),
        Action::Lower { by: 0 } => Some("a way down has at least one step"),
        Action::Washout { days, .. } if !(1..=84).contains(&days.0) => {
            Some("a washout lasts 1 to 84 days")
        }
        Action::Raise(rise) | Action::Washout { rise, .. } if off(rise) => Some(OFF_LADDER),
        _ => None,
    }
}
