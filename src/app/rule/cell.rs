//! The cells of a decision table and what each could be instead.

use super::choice::Choice;
use super::edit::Edit;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Action;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::Report;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::unit::Days;
use crate::unit::Improvement;
use crate::words::edit as words;
use crate::words::edit::Word;

/// A column of the rows that decide before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Improvement.
    Improvement,
    /// What was told at the last visit.
    Reported,
    /// Visits since the last change.
    Sessions,
    /// The dose now.
    Dose,
    /// The week.
    Weeks,
    /// Where treatment stands.
    Phase,
    /// Earlier treatment.
    Prior,
    /// What is done.
    Then,
}

/// A column of the rows for the first dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartColumn {
    /// The score at the start.
    Baseline,
    /// Earlier treatment.
    Prior,
    /// The dose.
    Dose,
}

impl Column {
    /// All of them in their order on the page.
    pub const ALL: [Self; 8] = [
        Self::Improvement,
        Self::Reported,
        Self::Sessions,
        Self::Phase,
        Self::Dose,
        Self::Weeks,
        Self::Prior,
        Self::Then,
    ];

    /// Its heading.
    pub const fn word(self) -> Word {
        match self {
            Self::Improvement => Word::ColumnImprovement,
            Self::Reported => Word::ColumnReported,
            Self::Sessions => Word::ColumnSessions,
            Self::Dose => Word::ColumnDose,
            Self::Weeks => Word::ColumnWeeks,
            Self::Phase => Word::ColumnPhase,
            Self::Prior => Word::ColumnPrior,
            Self::Then => Word::ColumnThen,
        }
    }

    /// Whether the page shows it even where no row uses it.
    pub const fn is_usual(self) -> bool {
        matches!(self, Self::Improvement | Self::Reported | Self::Sessions | Self::Then)
    }

    /// Whether a row asks nothing of it.
    pub const fn is_any(self, row: &Row) -> bool {
        match self {
            Self::Improvement => row.improvement.is_any(),
            Self::Reported => row.reported.is_any(),
            Self::Sessions => row.sessions.is_any(),
            Self::Dose => row.dose.is_any(),
            Self::Weeks => row.weeks.is_any(),
            Self::Phase => row.phase.is_none(),
            Self::Prior => row.prior.is_none(),
            Self::Then => false,
        }
    }

    /// Whether two rows are alike in it.
    pub fn is_same(self, one: &Row, other: &Row) -> bool {
        match self {
            Self::Improvement => one.improvement == other.improvement,
            Self::Reported => one.reported == other.reported,
            Self::Sessions => one.sessions == other.sessions,
            Self::Dose => one.dose == other.dose,
            Self::Weeks => one.weeks == other.weeks,
            Self::Phase => one.phase == other.phase,
            Self::Prior => one.prior == other.prior,
            Self::Then => one.then == other.then,
        }
    }

    /// The cell in words.
    pub fn words(self, row: &Row, ladder: &DoseLadder) -> String {
        match self {
            Self::Improvement => words::improvement(row.improvement),
            Self::Reported => words::reported(row.reported),
            Self::Sessions => words::sessions(row.sessions),
            Self::Dose => words::doses(row.dose, ladder),
            Self::Weeks => words::weeks(row.weeks),
            Self::Phase => words::phase(row.phase).to_owned(),
            Self::Prior => words::prior(row.prior).to_owned(),
            Self::Then => words::action(row.then, ladder),
        }
    }
}

impl StartColumn {
    /// All of them in order.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Prior, Self::Dose];

    /// Its heading.
    pub const fn word(self) -> Word {
        match self {
            Self::Baseline => Word::ColumnBaseline,
            Self::Prior => Word::ColumnPrior,
            Self::Dose => Word::ColumnThen,
        }
    }

    /// Whether two rows are alike in it.
    pub fn is_same(self, one: &StartRow, other: &StartRow) -> bool {
        match self {
            Self::Baseline => one.baseline == other.baseline,
            Self::Prior => one.prior == other.prior,
            Self::Dose => one.at == other.at,
        }
    }

    /// The cell in words.
    pub fn words(self, row: &StartRow, ladder: &DoseLadder) -> String {
        match self {
            Self::Baseline => words::baseline(row.baseline),
            Self::Prior => words::prior(row.prior).to_owned(),
            Self::Dose => words::dose(ladder, row.at),
        }
    }
}

/// What a cell of a row could be.
pub fn cell(table: &DecisionTable, at: usize, column: Column, ladder: &DoseLadder) -> Choice<Edit> {
    let row = table.rows[at];
    let label = format!("{}, {}", words::row(at), column.word().en().to_lowercase());
    let words = |row: Row| column.words(&row, ladder);
    let rows: Vec<(Option<&'static str>, Row)> = match column {
        Column::Improvement => ends(&shares(), |improvement| Row { improvement, ..row }),
        Column::Reported => reports(row),
        Column::Sessions => {
            ends(&[1, 2, 3, 4, 5, 6, 8, 10, 12], |sessions| Row { sessions, ..row })
        }
        Column::Weeks => ends(&[1, 2, 3, 4, 6, 8, 10, 12, 26, 39], |weeks| Row { weeks, ..row }),
        Column::Dose => doses(row, ladder),
        Column::Phase => {
            let all = [None, Some(Phase::Induction), Some(Phase::Maintenance), Some(Phase::Rescue)];
            all.map(|phase| (None, Row { phase, ..row })).to_vec()
        }
        Column::Prior => priors(|prior| Row { prior, ..row }),
        Column::Then => actions(ladder).map(|(group, then)| (group, Row { then, ..row })).collect(),
    };
    Choice::of((label, row), rows, words).map(|row| Edit::Row(at, row))
}

/// What a cell of a start row could be.
pub fn start_cell(
    table: &DecisionTable,
    at: usize,
    column: StartColumn,
    ladder: &DoseLadder,
) -> Choice<Edit> {
    let row = table.start[at];
    let label = format!("{}, {}", words::start_row(at), column.word().en().to_lowercase());
    let words = |row: StartRow| column.words(&row, ladder);
    let rows: Vec<(Option<&'static str>, StartRow)> = match column {
        StartColumn::Baseline => {
            ends(&[20, 24, 28, 30, 35, 40, 45], |baseline| StartRow { baseline, ..row })
        }
        StartColumn::Prior => priors(|prior| StartRow { prior, ..row }),
        StartColumn::Dose => rungs(ladder).map(|at| (None, StartRow { at, ..row })).collect(),
    };
    Choice::of((label, row), rows, words).map(|row| Edit::Start(at, row))
}

/// All doses of a ladder.
pub fn rungs(ladder: &DoseLadder) -> impl Iterator<Item = Rung> + use<> {
    (0..=ladder.top().0).map(Rung)
}

fn shares() -> Vec<Improvement> {
    let share = |percent: u8| Improvement::new(f64::from(percent) / 100.0).ok();
    [0, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90].into_iter().filter_map(share).collect()
}

/// Any, below an end, from an end on, and between two ends that are neighbours or nearly so.
fn ends<T: Copy + PartialOrd, R>(
    ends: &[T],
    row: impl Fn(Span<T>) -> R,
) -> Vec<(Option<&'static str>, R)> {
    let any = [(None, row(Span::ANY))];
    let below = ends.iter().map(|end| (Some(Word::GroupBelow.en()), row(Span::below(*end))));
    let least = ends.iter().map(|end| (Some(Word::GroupLeast.en()), row(Span::at_least(*end))));
    let between = ends.iter().enumerate().flat_map(|(i, least)| {
        ends[i + 1..].iter().take(3).map(|below| Span { least: Some(*least), below: Some(*below) })
    });
    let between = between.map(|span| (Some(Word::GroupBetween.en()), row(span)));
    any.into_iter().chain(below).chain(least).chain(between).collect()
}

fn reports(row: Row) -> Vec<(Option<&'static str>, Row)> {
    let all = Report::ALL;
    let span = |least: usize, most: usize| Span {
        least: (least > 0).then(|| all[least]),
        below: all.get(most + 1).copied(),
    };
    let spans = [(0, 3), (0, 0), (1, 1), (2, 2), (3, 3), (0, 1), (0, 2), (1, 3), (2, 3), (1, 2)];
    spans.map(|(least, most)| (None, Row { reported: span(least, most), ..row })).to_vec()
}

fn doses(row: Row, ladder: &DoseLadder) -> Vec<(Option<&'static str>, Row)> {
    let next = |rung: Rung| Rung(rung.0 + 1);
    let inner = || rungs(ladder).skip(1);
    let exactly = rungs(ladder).map(|at| Span { least: Some(at), below: Some(next(at)) });
    let most = rungs(ladder).take(usize::from(ladder.top().0)).map(|at| Span::below(next(at)));
    let with = |group: Word| move |dose| (Some(group.en()), Row { dose, ..row });
    let any = [(None, Row { dose: Span::ANY, ..row })];
    any.into_iter()
        .chain(exactly.map(with(Word::GroupExactly)))
        .chain(most.map(with(Word::GroupAtMost)))
        .chain(inner().map(Span::at_least).map(with(Word::GroupLeast)))
        .collect()
}

fn priors<R>(row: impl Fn(Option<PriorTreatment>) -> R) -> Vec<(Option<&'static str>, R)> {
    let some = PriorTreatment::ALL.into_iter().map(Some);
    std::iter::once(None).chain(some).map(|prior| (None, row(prior))).collect()
}

/// What a row can do.
fn actions(ladder: &DoseLadder) -> impl Iterator<Item = (Option<&'static str>, Action)> {
    let up = |by| Action::Raise(Rise { by, up_to: None });
    let plain = [(None, Action::Stay), (None, Action::Stop)];
    let ups = [1, 2, 3].map(|by| (Some(Word::GroupUp.en()), up(by)));
    let downs = [1, 2, 3].map(|by| (Some(Word::GroupDown.en()), Action::Lower { by }));
    let capped = rungs(ladder).skip(1).map(|end| {
        let rise = Rise { by: 1, up_to: Some(end) };
        (Some(Word::GroupUpTo.en()), Action::Raise(rise))
    });
    let off = [7, 14, 28].into_iter().flat_map(|days| {
        [0, 1, 2].map(|by| {
            let rise = Rise { by, up_to: None };
            (Some(Word::GroupOff.en()), Action::Washout { days: Days(days), rise })
        })
    });
    plain.into_iter().chain(ups).chain(downs).chain(capped).chain(off)
}

/// The visits to wait, where a row asks for nothing else.
pub fn wait(table: &DecisionTable, at: usize) -> Choice<Edit> {
    let row = table.rows[at];
    let label = format!("{}, {}", words::row(at), Column::Sessions.word().en().to_lowercase());
    let rows = (1..=12).map(|n| (None, Row { sessions: Span::below(n), ..row }));
    let words = |row: Row| words::visits(row.sessions.below.unwrap_or(0));
    Choice::of((label, row), rows, words).map(|row| Edit::Row(at, row))
}
