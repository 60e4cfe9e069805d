//! What stands between the parts of a sentence.

use crate::protocol::titration::Action;
use crate::protocol::titration::rule::Kind;

/// A kind of rule, as it is chosen.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Fixed => "one dose throughout",
        Kind::Forced => "up to a target",
        Kind::Response => "up while not yet better",
        Kind::Toxicity => "up while nothing is reported",
        Kind::Severity => "start by severity",
        Kind::Stepped => "a course at each dose",
        Kind::Table => "a table of its own",
    }
}

/// Before what is done.
pub const fn lead(action: Action) -> &'static str {
    match action {
        Action::Raise(_) | Action::Lower { .. } => "go ",
        Action::Washout { .. } => "take ",
        Action::Stay | Action::Stop => "",
    }
}

/// The same at the beginning of a sentence.
pub const fn capital(action: Action) -> &'static str {
    match action {
        Action::Raise(_) | Action::Lower { .. } => "Go ",
        Action::Washout { .. } => "Take ",
        Action::Stay | Action::Stop => "Always ",
    }
}

/// A number of visits to wait.
pub fn visits(n: u16) -> String {
    if n == 1 { "1 visit".to_owned() } else { format!("{n} visits") }
}

/// The name of a row in labels: "Row 2".
pub fn row(at: usize) -> String {
    format!("Row {}", at + 1)
}

/// The name of a start row in labels: "Start row 1".
pub fn start_row(at: usize) -> String {
    format!("Start row {}", at + 1)
}

/// Of an arm whose other part is edited.
pub const OTHER_PART: &str = "as in the scenario; only the other part is edited";

/// How much of a rule is edited.
pub fn edited(changes: usize) -> String {
    match changes {
        0 => "as in the scenario".to_owned(),
        1 => "edited, 1 change".to_owned(),
        n => format!("edited, {n} changes"),
    }
}

/// Which row takes everything that this one would: "row 1 takes it first".
pub fn taken(rows: &[usize]) -> String {
    let names: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
    match names.as_slice() {
        [] => "other rows take it first".to_owned(),
        [one] => format!("row {one} takes it first"),
        [most @ .., last] => format!("rows {} and {last} take it first", most.join(", ")),
    }
}

/// Why a row can never decide, beside other rows.
pub const NO_ROOM: &str = "no dose has room for it";
/// The dose it asks for is outside the arm's limits.
pub const NO_DOSE: &str = "no such dose in this arm";
/// The week it asks for comes after the study.
pub const NO_WEEK: &str = "the study ends before";
/// The monitoring lowers the dose before the rule is asked.
pub const LOWERED: &str = "the monitoring lowers the dose first";

/// How often something was used, spoken.
pub fn times(n: u64) -> String {
    if n == 1 { "1 time".to_owned() } else { format!("{n} times") }
}

/// What the counts are of.
pub fn uses_note(people: usize, seed: u64) -> String {
    format!(
        "Decisions before the sessions of {people} people, seed {seed}; a start row is used once a person."
    )
}

/// How rows are moved by keys.
pub const KEYS: &str = "Alt and an arrow key move a row while one of its buttons has the focus.";
