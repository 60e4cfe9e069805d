//! A rule as a sentence: words, and between them the places that can be changed. It is made of the table alone, so that the
//! two always say the same.

use super::cell::Column;
use super::cell::StartColumn;
use crate::protocol::titration::Action;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::Row;
use crate::protocol::titration::StartRow;
use crate::words::edit as words;

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A cell of a start row.
    Start(usize, StartColumn),
    /// A cell of a row.
    Cell(usize, Column),
    /// The visits to wait that a row asks for: "2 visits".
    Wait(usize),
}

/// What comes before a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// The sentence before has ended.
    Stop,
    /// It waits to be gone on with.
    Waiting,
    /// A row like this one.
    Clause,
}

/// The sentence of a table.
pub fn sentence(table: &DecisionTable) -> Vec<Piece> {
    let mut pen = Pen::default();
    start(&mut pen, table);
    let mut after = After::Stop;
    for (at, row) in table.rows.iter().enumerate() {
        after = self::row(&mut pen, (at, row), after);
    }
    pen.end(after);
    if !table.rows.is_empty() && !table.rows.iter().any(is_unconditional) {
        pen.say(" In all other cases stay.");
    }
    pen.0
}

#[derive(Default)]
struct Pen(Vec<Piece>);

impl Pen {
    fn say(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            _ => self.0.push(Piece::Words(words.to_owned())),
        }
    }

    fn place(&mut self, piece: Piece) {
        self.0.push(piece);
    }

    fn end(&mut self, after: After) {
        if after != After::Stop {
            self.say(".");
        }
    }
}

fn start(pen: &mut Pen, table: &DecisionTable) {
    if let [_] = table.start.as_slice() {
        let only = table.rows.is_empty();
        pen.say(if only { "Give " } else { "Start at " });
        pen.place(Piece::Start(0, StartColumn::Dose));
        pen.say(if only { " throughout." } else { "." });
        return;
    }
    for (at, row) in table.start.iter().enumerate() {
        pen.say(if at == 0 { "Start at " } else { ", else at " });
        pen.place(Piece::Start(at, StartColumn::Dose));
        start_conditions(pen, at, *row);
    }
    pen.say(".");
}

fn start_conditions(pen: &mut Pen, at: usize, row: StartRow) {
    if !row.baseline.is_any() {
        pen.say(" if the score is ");
        pen.place(Piece::Start(at, StartColumn::Baseline));
    }
    if row.prior.is_some() {
        pen.say(if row.baseline.is_any() {
            " if treated before: "
        } else {
            " and treated before: "
        });
        pen.place(Piece::Start(at, StartColumn::Prior));
    }
}

const fn is_unconditional(row: &Row) -> bool {
    row.improvement.is_any()
        && row.reported.is_any()
        && row.sessions.is_any()
        && row.dose.is_any()
        && row.weeks.is_any()
        && row.phase.is_none()
        && row.prior.is_none()
        && !matches!(row.then, Action::Raise(_) | Action::Washout { .. })
}

/// The columns that a row asks something of.
fn asked(row: &Row) -> Vec<Column> {
    let asked = |column: &Column| *column != Column::Then && !column.is_any(row);
    Column::ALL.into_iter().filter(asked).collect()
}

fn row(pen: &mut Pen, (at, row): (usize, &Row), after: After) -> After {
    let asked = asked(row);
    let event = asked == [Column::Reported] && row.reported.below.is_none();
    let wait =
        asked == [Column::Sessions] && row.sessions.least.is_none() && row.then == Action::Stay;
    if event {
        pen.end(after);
        pen.say(" After a ");
        pen.place(Piece::Cell(at, Column::Reported));
        pen.say(" event ");
        pen.say(words::lead(row.then));
        pen.place(Piece::Cell(at, Column::Then));
        pen.say(" at once.");
        return After::Stop;
    }
    if wait {
        pen.end(after);
        pen.say(if at == 0 { " Wait " } else { " Otherwise wait " });
        pen.place(Piece::Wait(at));
        pen.say(" between changes");
        return After::Waiting;
    }
    match (after, at) {
        (After::Stop, 0) => pen.say(" "),
        (After::Stop, _) => pen.say(" Otherwise "),
        (After::Waiting, _) => pen.say("; then "),
        (After::Clause, _) => pen.say(", or else "),
    }
    pen.say(if (after, at) == (After::Stop, 0) {
        words::capital(row.then)
    } else {
        words::lead(row.then)
    });
    pen.place(Piece::Cell(at, Column::Then));
    conditions(pen, at, &asked);
    After::Clause
}

fn conditions(pen: &mut Pen, at: usize, asked: &[Column]) {
    for (i, column) in asked.iter().enumerate() {
        let (before, behind) = match column {
            Column::Improvement => (" if better by ", ""),
            Column::Reported => (" with ", " reported"),
            Column::Sessions => (" after ", " visits since a change"),
            Column::Dose => (" at a dose of ", ""),
            Column::Weeks => (" in time: ", ""),
            Column::Phase => (" during ", ""),
            Column::Prior => (" if treated before: ", ""),
            Column::Then => continue,
        };
        if i > 0 && matches!(column, Column::Sessions | Column::Weeks | Column::Prior) {
            pen.say(",");
        }
        pen.say(before);
        pen.place(Piece::Cell(at, *column));
        pen.say(behind);
    }
}
