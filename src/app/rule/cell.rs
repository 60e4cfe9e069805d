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

impl Column {
    /// The cell in words without its numbers, which stand behind.
    pub fn form(self, row: &Row, ladder: &DoseLadder) -> String {
        match self {
            Self::Improvement => words::form(self.word(), row.improvement).to_owned(),
            Self::Sessions => words::form(self.word(), row.sessions).to_owned(),
            Self::Weeks => words::form(self.word(), row.weeks).to_owned(),
            Self::Then => words::deed(row.then, ladder),
            Self::Reported | Self::Dose | Self::Phase | Self::Prior => self.words(row, ladder),
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
    let words = |row: Row| column.form(&row, ladder);
    let rows: Vec<(Option<&'static str>, Row)> = match column {
        Column::Improvement => {
            let share = |share| Improvement::new(share).expect("a share");
            forms(row.improvement, (share(0.25), share(0.5)), |improvement| Row {
                improvement,
                ..row
            })
        }
        Column::Reported => reports(row),
        Column::Sessions => forms(row.sessions, (2, 4), |sessions| Row { sessions, ..row }),
        Column::Weeks => forms(row.weeks, (4, 8), |weeks| Row { weeks, ..row }),
        Column::Dose => doses(row, ladder),
        Column::Phase => {
            let all = [None, Some(Phase::Induction), Some(Phase::Maintenance), Some(Phase::Rescue)];
            all.map(|phase| (None, Row { phase, ..row })).to_vec()
        }
        Column::Prior => priors(|prior| Row { prior, ..row }),
        Column::Then => {
            actions(row.then, ladder).map(|(group, then)| (group, Row { then, ..row })).collect()
        }
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
    let words = |row: StartRow| match column {
        StartColumn::Baseline => words::form(Word::ColumnBaseline, row.baseline).to_owned(),
        other => other.words(&row, ladder),
    };
    let rows: Vec<(Option<&'static str>, StartRow)> = match column {
        StartColumn::Baseline => {
            forms(row.baseline, (28, 40), |baseline| StartRow { baseline, ..row })
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

/// Any, below an end, from an end on, and between two: with the ends that there are, or else the usual ones.
fn forms<T: Copy + PartialOrd, R>(
    now: Span<T>,
    usual: (T, T),
    row: impl Fn(Span<T>) -> R,
) -> Vec<(Option<&'static str>, R)> {
    let end = now.below.or(now.least);
    let between = match (now.least, now.below) {
        (Some(least), Some(below)) => (least, below),
        (Some(least), None) if least < usual.1 => (least, usual.1),
        (None, Some(below)) if usual.0 < below => (usual.0, below),
        _ => usual,
    };
    let below = Span::below(end.unwrap_or(usual.1));
    let least = Span::at_least(now.least.or(end).unwrap_or(usual.0));
    let between = Span { least: Some(between.0), below: Some(between.1) };
    [Span::ANY, below, least, between].map(|span| (None, row(span))).into()
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

/// What a row can do, by as many steps and days as it does now.
fn actions(
    now: Action,
    ladder: &DoseLadder,
) -> impl Iterator<Item = (Option<&'static str>, Action)> {
    let (by, days) = match now {
        Action::Raise(rise) => (rise.by, USUAL_DAYS),
        Action::Lower { by } => (by, USUAL_DAYS),
        Action::Washout { days, rise } => (rise.by.max(1), days),
        Action::Stay | Action::Stop => (1, USUAL_DAYS),
    };
    let up = |by| Rise { by, up_to: None };
    let plain = [
        Action::Stay,
        Action::Stop,
        Action::Raise(up(by)),
        Action::Lower { by },
        Action::Washout { days, rise: up(0) },
        Action::Washout { days, rise: up(by) },
    ];
    let capped = rungs(ladder)
        .skip(1)
        .map(move |end| (Some(Word::GroupUpTo.en()), Action::Raise(Rise { by, up_to: Some(end) })));
    plain.map(|action| (None, action)).into_iter().chain(capped)
}

/// Days off where a row has none yet.
const USUAL_DAYS: Days = Days(14);
