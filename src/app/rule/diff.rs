//! What differs between two rules: row against row, cell against cell, with rows that were added, taken out or moved.

use super::cell::Column;
use super::cell::StartColumn;
use crate::protocol::arm::DoseLadder;
use crate::protocol::titration::Row;
use crate::protocol::titration::StartRow;
use crate::protocol::titration::Titration;
use crate::protocol::titration::rule::Kind;
use crate::words::edit as words;
use crate::words::edit::Changed;
use crate::words::edit::Word;

/// How a row stands to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark<C> {
    /// The row that was the `usize`th, with what changed in it.
    Kept(usize, Vec<C>),
    /// The same row in another place; it was the `usize`th.
    Moved(usize),
    /// There was none.
    New,
}

/// What differs between two rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The start rows as they are now.
    pub starts: Vec<Mark<StartColumn>>,
    /// The rows as they are now.
    pub rows: Vec<Mark<Column>>,
    /// Everything that differs, in words.
    pub changes: Vec<Changed>,
}

impl<C: PartialEq> Mark<C> {
    /// Whether a cell is to be marked.
    pub fn has(&self, column: &C) -> bool {
        matches!(self, Self::Kept(_, changed) if changed.contains(column))
    }
}

impl Diff {
    /// What differs between a rule before and after.
    pub fn of(before: &Titration, after: &Titration, ladder: &DoseLadder) -> Self {
        let (old, new) = (before.rule.as_table(), after.rule.as_table());
        let start_differs = |one: &StartRow, other: &StartRow| {
            StartColumn::ALL.into_iter().filter(|column| !column.is_same(one, other)).collect()
        };
        let differs = |one: &Row, other: &Row| {
            Column::ALL.into_iter().filter(|column| !column.is_same(one, other)).collect()
        };
        let (starts, lost_starts) = align(&old.start, &new.start, start_differs);
        let (rows, lost) = align(&old.rows, &new.rows, differs);
        let mut changes = Vec::new();
        if let Some(change) = of_kind(before, after) {
            changes.push(change);
        } else {
            // A single row for the start is the start itself.
            let start = |at| match new.start.len() {
                1 => Word::Start.en().to_owned(),
                _ => words::start_row(at),
            };
            changes.extend(row_changes(
                (&old.start, &new.start),
                (&starts, &lost_starts),
                words::start_row,
                |at, column: StartColumn| cell(&start(at), column.word()),
                |column, row| column.words(row, ladder),
            ));
            changes.extend(row_changes(
                (&old.rows, &new.rows),
                (&rows, &lost),
                words::row,
                |at, column: Column| cell(&words::row(at), column.word()),
                |column, row| column.words(row, ladder),
            ));
        }
        for (word, before, after) in [
            (Word::Lowest, before.lowest, after.lowest),
            (Word::Highest, before.highest, after.highest),
        ] {
            if before != after {
                let au = |rung| words::dose(ladder, rung);
                changes.push(change(word.en().to_owned(), au(before), au(after)));
            }
        }
        Self { starts, rows, changes }
    }
}

/// Another kind of rule, neither of them a table of its own, is one change.
fn of_kind(before: &Titration, after: &Titration) -> Option<Changed> {
    let (old, new) = (before.rule.kind(), after.rule.kind());
    let is_one =
        old != new && (new != Kind::Table || before.rule.as_table() == after.rule.as_table());
    let word = |kind| words::kind(kind).to_owned();
    is_one.then(|| change(Word::Kind.en().to_owned(), word(old), word(new)))
}

fn change(what: String, before: String, after: String) -> Changed {
    Changed { what, before, after }
}

/// The changes of one kind of row. `name` calls a row by its place, `cell` a cell of it by its column; `say` says a cell.
fn row_changes<R, C: Copy>(
    (old, new): (&[R], &[R]),
    (marks, lost): (&[Mark<C>], &[usize]),
    name: impl Fn(usize) -> String,
    cell: impl Fn(usize, C) -> String,
    say: impl Fn(C, &R) -> String,
) -> Vec<Changed> {
    let mut changes = Vec::new();
    let (none, is_new) = (words::NO_SUCH_ROW.to_owned(), Word::New.en().to_owned());
    for (at, mark) in marks.iter().enumerate() {
        match mark {
            Mark::Kept(from, columns) => changes.extend(columns.iter().map(|column| {
                let [old, new] = [&old[*from], &new[at]].map(|row| say(*column, row));
                change(cell(at, *column), old, new)
            })),
            Mark::Moved(from) => {
                changes.push(change(name(at), words::place(*from), words::place(at)));
            }
            Mark::New => changes.push(change(name(at), none.clone(), is_new.clone())),
        }
    }
    let gone =
        |at: &usize| change(name(*at), Word::There.en().to_owned(), Word::Gone.en().to_owned());
    changes.extend(lost.iter().map(gone));
    changes
}

/// A cell by its row and its column.
fn cell(row: &str, column: Word) -> String {
    format!("{row}, {}", column.en().to_lowercase())
}

/// A row that comes or goes costs as much as three changed cells, so that rows are compared with what they were.
const ROW: usize = 7;
const CELL: usize = 2;

/// Each new row with the old one it stands for, and the old ones that are gone: the cheapest way from one to the other.
///
/// A row that is there as often before and after was not changed, only moved; it is never taken for a changed one.
fn align<R: PartialEq, C>(
    old: &[R],
    new: &[R],
    differs: impl Fn(&R, &R) -> Vec<C>,
) -> (Vec<Mark<C>>, Vec<usize>) {
    let count = |rows: &[R], row: &R| rows.iter().filter(|other| *other == row).count();
    let stays = |row: &R| count(old, row) == count(new, row);
    let change = |one: &R, other: &R| {
        let as_it_was = one == other || !(stays(one) || stays(other));
        as_it_was.then(|| CELL * differs(one, other).len())
    };
    let cost = costs(old, new, change);
    let (mut i, mut j) = (old.len(), new.len());
    let (mut marks, mut lost) = (Vec::new(), Vec::new());
    while i > 0 || j > 0 {
        let kept = if i > 0 && j > 0 { change(&old[i - 1], &new[j - 1]) } else { None };
        if kept.is_some_and(|kept| cost[i][j] == cost[i - 1][j - 1] + kept) {
            (i, j) = (i - 1, j - 1);
            marks.push(Mark::Kept(i, differs(&old[i], &new[j])));
        } else if j > 0 && cost[i][j] == cost[i][j - 1] + ROW {
            j -= 1;
            marks.push(Mark::New);
        } else {
            i -= 1;
            lost.push(i);
        }
    }
    marks.reverse();
    lost.reverse();
    for (mark, row) in marks.iter_mut().zip(new) {
        if let (Mark::New, Some(at)) = (&*mark, lost.iter().position(|at| old[*at] == *row)) {
            *mark = Mark::Moved(lost.remove(at));
        }
    }
    (marks, lost)
}

fn costs<R>(old: &[R], new: &[R], change: impl Fn(&R, &R) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut cost = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in 0..=old.len() {
        for j in 0..=new.len() {
            let kept = if i > 0 && j > 0 { change(&old[i - 1], &new[j - 1]) } else { None };
            let kept = kept.map(|kept| cost[i - 1][j - 1] + kept);
            let gone = (i > 0).then(|| cost[i - 1][j] + ROW);
            let come = (j > 0).then(|| cost[i][j - 1] + ROW);
            cost[i][j] = [kept, gone, come].into_iter().flatten().min().unwrap_or(0);
        }
    }
    cost
}
