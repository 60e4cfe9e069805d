//! Edits of a rule: a cell, a row, the kind. The table changes and the rule follows: it keeps its kind as long as the kind
//! can say it, and is the scenario's own rule again when it decides like it.

use super::cell;
use super::choice::Choice;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::titration::Action;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::MOST_ROWS;
use crate::protocol::titration::Row;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::protocol::titration::Titration;
use crate::protocol::titration::rule::Kind;
use crate::protocol::titration::rule::WhenWell;
use crate::words::edit as words;
use crate::words::edit::Word;

/// Something done to a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another row in the place of one.
    Row(usize, Row),
    /// Another start row in the place of one.
    Start(usize, StartRow),
    /// A row more at the end.
    AddRow,
    /// A start row more before the last.
    AddStart,
    /// A row less.
    DropRow(usize),
    /// A start row less.
    DropStart(usize),
    /// Rows less.
    DropRows(Vec<usize>),
    /// A row one place up.
    Up(usize),
    /// A row one place down.
    Down(usize),
    /// A start row one place up; the last, which fits everybody, stays last.
    StartUp(usize),
    /// A start row one place down.
    StartDown(usize),
    /// Another rule.
    Rule(Rule),
    /// No dose below.
    Lowest(Rung),
    /// No dose above.
    Highest(Rung),
}

/// The rule after an edit; an edit that has no place changes nothing.
pub fn after(now: &Titration, of_scenario: &Titration, edit: Edit) -> Titration {
    let mut table = now.rule.as_table();
    match edit {
        Edit::Rule(rule) => return Titration { rule, ..now.clone() },
        Edit::Lowest(lowest) => return Titration { lowest, ..now.clone() },
        Edit::Highest(highest) => return Titration { highest, ..now.clone() },
        other => change(&mut table, other),
    }
    Titration { rule: settled(&now.rule, of_scenario, table), ..now.clone() }
}

fn change(table: &mut DecisionTable, edit: Edit) {
    let DecisionTable { start, rows } = table;
    match edit {
        Edit::Row(at, row) => put(rows, at, row),
        Edit::Start(at, row) => put(start, at, row),
        Edit::AddRow if rows.len() < MOST_ROWS => rows.push(Row::then(Action::Stay)),
        Edit::AddStart if start.len() < MOST_ROWS => {
            let at = start.last().map_or(Rung(0), |row| row.at);
            let row = StartRow { baseline: Span::below(28), prior: None, at };
            start.insert(start.len().saturating_sub(1), row);
        }
        Edit::DropRow(at) if at < rows.len() => drop(rows.remove(at)),
        Edit::DropStart(at) if at < start.len() => drop(start.remove(at)),
        Edit::DropRows(all) => {
            let mut place = 0..;
            rows.retain(|_| place.next().is_none_or(|at| !all.contains(&at)));
        }
        Edit::Up(at) => swap(rows, at, at.checked_sub(1)),
        Edit::Down(at) => swap(rows, at, Some(at + 1)),
        Edit::StartUp(at) => swap(start, at, at.checked_sub(1)),
        Edit::StartDown(at) => swap(start, at, Some(at + 1)),
        _ => {}
    }
}

fn put<T>(rows: &mut [T], at: usize, row: T) {
    if let Some(place) = rows.get_mut(at) {
        *place = row;
    }
}

fn swap<T>(rows: &mut [T], at: usize, with: Option<usize>) {
    if let Some(with) = with.filter(|with| *with < rows.len() && at < rows.len()) {
        rows.swap(at, with);
    }
}

/// The rule that a table is.
fn settled(now: &Rule, of_scenario: &Titration, table: DecisionTable) -> Rule {
    if of_scenario.rule.as_table() == table {
        return of_scenario.rule.clone();
    }
    if now.kind() == Kind::Table {
        return Rule::Table(table);
    }
    let known = built_in(&table).into_iter().find(|rule| rule.as_table() == table);
    known.unwrap_or(Rule::Table(table))
}

/// The built-in rules that begin like a table.
fn built_in(table: &DecisionTable) -> Vec<Rule> {
    let from = table.start.last().map_or(Rung(0), |row| row.at);
    let end = table.rows.iter().find_map(|row| match row.then {
        Action::Raise(rise) => rise.up_to,
        _ => None,
    });
    let mut all = vec![
        Rule::Fixed { at: from },
        Rule::Response { from, when_well: WhenWell::EaseDown },
        Rule::Response { from, when_well: WhenWell::Keep },
        Rule::Toxicity { from },
        Rule::Severity,
        Rule::Stepped { from },
    ];
    all.extend(end.map(|target| Rule::Forced { from, target }));
    all
}

/// The kinds of rule that this one could be instead, from the same first dose.
pub fn kinds(now: &Titration, ladder: &DoseLadder) -> Choice<Edit> {
    let table = now.rule.as_table();
    let from = table.start.last().map_or(now.lowest, |row| row.at);
    let target = now.highest.min(Rung(ladder.top().0.saturating_sub(1))).max(from);
    let rules = Kind::WORDS.into_iter().filter_map(|(_, kind)| {
        Some(match kind {
            kind if kind == now.rule.kind() => now.rule.clone(),
            Kind::Fixed => Rule::Fixed { at: from },
            Kind::Forced => Rule::Forced { from, target },
            Kind::Response => Rule::Response { from, when_well: WhenWell::EaseDown },
            Kind::Toxicity => Rule::Toxicity { from },
            Kind::Severity if ladder.0.len() < 6 => return None,
            Kind::Severity => Rule::Severity,
            Kind::Stepped => Rule::Stepped { from },
            Kind::Table => Rule::Table(table.clone()),
        })
    });
    let rules: Vec<Rule> = rules.collect();
    let kinds = rules.iter().enumerate().map(|(at, _)| (None, at));
    let chosen = rules.iter().position(|rule| *rule == now.rule).unwrap_or(0);
    let label = (Word::Kind.en().to_owned(), chosen);
    Choice::of(label, kinds, |at| words::kind(rules[at].kind()).to_owned())
        .map(|at| Edit::Rule(rules[at].clone()))
}

/// The lowest and the highest dose of an arm.
pub fn limits(now: &Titration, ladder: &DoseLadder) -> [Choice<Edit>; 2] {
    let all = || cell::rungs(ladder).map(|rung| (None, rung));
    let au = |rung| words::dose(ladder, rung);
    [
        Choice::of((Word::Lowest.en().to_owned(), now.lowest), all(), au).map(Edit::Lowest),
        Choice::of((Word::Highest.en().to_owned(), now.highest), all(), au).map(Edit::Highest),
    ]
}
