//! The numbers of a cell: what each is, what it may be, and the edit that another makes.

use super::cell::Column;
use super::cell::StartColumn;
use super::edit::Edit;
use crate::protocol::titration::Action;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::unit::Days;
use crate::unit::Improvement;
use crate::words::edit as words;

/// Which number of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The end from which a condition holds.
    Least,
    /// The end below which it holds.
    Below,
    /// Steps up or down.
    Steps,
    /// Days off.
    Days,
}

/// A number that can be typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Which it is.
    pub which: Which,
    /// What it is called, for whoever does not see the place: "Row 2, better by, less than".
    pub label: String,
    /// The number now.
    pub value: f64,
    /// What it may be, ends included.
    pub range: (f64, f64),
    /// Decimals that it may have.
    pub decimals: usize,
    /// What stands behind it.
    pub unit: &'static str,
}

impl Number {
    /// Whether it is an end of a condition.
    pub const fn is_end(&self) -> bool {
        matches!(self.which, Which::Least | Which::Below)
    }

    /// Whether the number may be this.
    pub fn takes(&self, value: f64) -> bool {
        (self.range.0..=self.range.1).contains(&value)
            && words::typed_decimals(value) <= self.decimals
    }
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A cell of a row.
    Row(usize, Column),
    /// A cell of a start row.
    Start(usize, StartColumn),
}

impl Place {
    fn label(self) -> String {
        let (row, column) = match self {
            Self::Row(at, column) => (words::row(at), column.word()),
            Self::Start(at, column) => (words::start_row(at), column.word()),
        };
        format!("{row}, {}", column.en().to_lowercase())
    }

    /// The visits that a row asks to wait, as the sentence says them.
    pub fn wait(table: &DecisionTable, at: usize) -> Option<Number> {
        let number = Self::Row(at, Column::Sessions).numbers(table).pop()?;
        let unit = words::VISITS[usize::from(number.value > 1.0)];
        Some(Number { unit, ..number })
    }

    /// The numbers of the cell in the order in which they are read.
    pub fn numbers(self, table: &DecisionTable) -> Vec<Number> {
        match self {
            Self::Row(at, Column::Then) => self.of_action(table.rows[at].then),
            Self::Row(at, Column::Improvement) => {
                self.of_span(percent(table.rows[at].improvement), (-100.0, 100.0), 1)
            }
            Self::Row(at, Column::Sessions) => {
                self.of_span(whole(table.rows[at].sessions), (0.0, 200.0), 0)
            }
            Self::Row(at, Column::Weeks) => {
                self.of_span(whole(table.rows[at].weeks), (0.0, 60.0), 0)
            }
            Self::Start(at, StartColumn::Baseline) => {
                let mut all = self.of_span(whole(table.start[at].baseline), (0.0, 61.0), 0);
                // Scores end at 60: what begins above begins never.
                for least in all.iter_mut().filter(|number| number.which == Which::Least) {
                    least.range.1 = least.range.1.min(60.0);
                }
                all
            }
            _ => Vec::new(),
        }
    }

    /// The edit that puts another number there; none for one that has no place, or cannot be.
    pub fn put(self, table: &DecisionTable, which: Which, value: f64) -> Option<Edit> {
        let number = self.numbers(table).into_iter().find(|number| number.which == which)?;
        if !number.takes(value) {
            return None;
        }
        Some(match self {
            Self::Row(at, column) => Edit::Row(at, changed(table.rows[at], column, which, value)?),
            Self::Start(at, _) => {
                let baseline = with_end(table.start[at].baseline, which, small(value));
                Edit::Start(at, StartRow { baseline, ..table.start[at] })
            }
        })
    }

    fn of_span(self, span: Span<f64>, (low, high): (f64, f64), decimals: usize) -> Vec<Number> {
        // The number next to an end, with the decimals that can be typed.
        let beside = |end: f64, way: f64| {
            let fine = [1.0, 10.0][decimals];
            (end * fine + way).round() / fine
        };
        let number = |which, value: f64, range| Number {
            which,
            label: format!("{}, {}", self.label(), words::end(which == Which::Least)),
            value,
            range,
            decimals,
            unit: self.unit(),
        };
        let least = span.least.map(|least| {
            number(Which::Least, least, (low, span.below.map_or(high, |below| beside(below, -1.0))))
        });
        // What holds below nothing holds never.
        let lowest = if decimals == 0 { low + 1.0 } else { low };
        let below = span.below.map(|below| {
            number(
                Which::Below,
                below,
                (span.least.map_or(lowest, |least| beside(least, 1.0)), high),
            )
        });
        let mut all: Vec<Number> = least.into_iter().chain(below).collect();
        // Of two ends the last says the unit.
        if let [first, _] = all.as_mut_slice() {
            first.unit = "";
        }
        all
    }

    const fn unit(self) -> &'static str {
        match self {
            Self::Row(_, Column::Improvement) => "%",
            _ => "",
        }
    }

    fn of_action(self, action: Action) -> Vec<Number> {
        let number = |which, value: u16, most: f64, name: [&'static str; 2]| Number {
            which,
            label: format!("{}, {}", self.label(), name[1]),
            value: f64::from(value),
            range: (1.0, most),
            decimals: 0,
            unit: name[usize::from(value != 1)],
        };
        let steps = |by: u8| number(Which::Steps, by.into(), 11.0, words::STEPS);
        let days = |days: Days| number(Which::Days, days.0, 84.0, words::DAYS);
        match action {
            Action::Raise(rise) => vec![steps(rise.by)],
            Action::Lower { by } => vec![steps(by)],
            Action::Washout { days: off, rise: Rise { by: 0, .. } } => vec![days(off)],
            Action::Washout { days: off, rise } => vec![days(off), steps(rise.by)],
            Action::Stay | Action::Stop => Vec::new(),
        }
    }
}

fn percent(span: Span<Improvement>) -> Span<f64> {
    let of = |share: Improvement| (1_000.0 * share.get()).round() / 10.0;
    Span { least: span.least.map(of), below: span.below.map(of) }
}

fn whole<T: Into<f64>>(span: Span<T>) -> Span<f64> {
    Span { least: span.least.map(Into::into), below: span.below.map(Into::into) }
}

fn changed(row: Row, column: Column, which: Which, value: f64) -> Option<Row> {
    Some(match column {
        Column::Improvement => {
            let share = Improvement::new(value / 100.0).ok()?;
            Row { improvement: with_end(row.improvement, which, share), ..row }
        }
        Column::Sessions => Row { sessions: with_end(row.sessions, which, count(value)), ..row },
        Column::Weeks => Row { weeks: with_end(row.weeks, which, count(value)), ..row },
        Column::Then => Row { then: with_number(row.then, which, value), ..row },
        Column::Reported | Column::Dose | Column::Phase | Column::Prior => return None,
    })
}

const fn with_end<T: Copy>(span: Span<T>, which: Which, end: T) -> Span<T> {
    match which {
        Which::Least => Span { least: Some(end), below: span.below },
        _ => Span { least: span.least, below: Some(end) },
    }
}

fn with_number(action: Action, which: Which, value: f64) -> Action {
    let raised = |rise: Rise| Rise { by: small(value), ..rise };
    match (action, which) {
        (Action::Raise(rise), _) => Action::Raise(raised(rise)),
        (Action::Lower { .. }, _) => Action::Lower { by: small(value) },
        (Action::Washout { rise, .. }, Which::Days) => {
            Action::Washout { days: Days(count(value)), rise }
        }
        (Action::Washout { days, rise }, _) => Action::Washout { days, rise: raised(rise) },
        (other, _) => other,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
pub(super) fn count(value: f64) -> u16 {
    value.round() as u16
}

fn small(value: f64) -> u8 {
    u8::try_from(count(value)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::protocol::arm::Rung;

    fn table() -> DecisionTable {
        let between = |least, below| Span { least: Some(least), below: Some(below) };
        let off = Action::Washout { days: Days(14), rise: Rise { by: 2, up_to: None } };
        let quarter = Improvement::new(0.125).unwrap();
        let one =
            Row { sessions: between(2, 5), improvement: Span::below(quarter), ..Row::then(off) };
        DecisionTable { start: Vec::new(), rows: vec![one] }
    }

    #[test]
    fn every_number_of_a_cell_can_be_typed_and_nothing_that_cannot_be() {
        let table = table();
        let sessions = Place::Row(0, Column::Sessions);
        let [least, below] = <[Number; 2]>::try_from(sessions.numbers(&table)).unwrap();
        assert_eq!((least.value, least.range), (2.0, (0.0, 4.0)));
        assert_eq!((below.value, below.range), (5.0, (3.0, 200.0)));
        let Some(Edit::Row(0, row)) = sessions.put(&table, Which::Below, 9.0) else { panic!() };
        assert_eq!((row.sessions.least, row.sessions.below), (Some(2), Some(9)));
        for wrong in [2.0, 4.5, 201.0, f64::NAN, -1.0] {
            assert_eq!(sessions.put(&table, Which::Below, wrong), None, "{wrong}");
        }
        let improvement = Place::Row(0, Column::Improvement);
        assert!((improvement.numbers(&table)[0].value - 12.5).abs() < 1e-9);
        let Some(Edit::Row(0, row)) = improvement.put(&table, Which::Below, 33.3) else { panic!() };
        assert!((row.improvement.below.unwrap().get() - 0.333).abs() < 1e-12);
        assert_eq!(improvement.put(&table, Which::Below, 33.33), None);
        let then = Place::Row(0, Column::Then);
        assert_eq!(
            then.numbers(&table).iter().map(|it| it.unit).collect::<Vec<_>>(),
            ["days", "steps"]
        );
        let Some(Edit::Row(0, row)) = then.put(&table, Which::Days, 21.0) else { panic!() };
        let rise = Rise { by: 2, up_to: None };
        assert_eq!(row.then, Action::Washout { days: Days(21), rise });
    }

    #[test]
    fn the_ends_of_a_condition_can_be_typed_and_a_score_ends_at_sixty() {
        let share = |tenths: i32| Improvement::new(f64::from(tenths) / 1_000.0).unwrap();
        for tenths in -990..=990 {
            let between = Span { least: Some(share(tenths)), below: Some(share(tenths + 10)) };
            let row = Row { improvement: between, ..Row::then(Action::Stay) };
            let table = DecisionTable { start: Vec::new(), rows: vec![row] };
            let place = Place::Row(0, Column::Improvement);
            for number in place.numbers(&table) {
                for end in [number.range.0, number.range.1, number.value] {
                    assert!(number.takes(end), "{}: {end}", number.label);
                    assert!(place.put(&table, number.which, end).is_some());
                }
            }
        }
        let start = StartRow { baseline: Span::at_least(20), prior: None, at: Rung(0) };
        let table = DecisionTable { start: vec![start], rows: Vec::new() };
        let least = Place::Start(0, StartColumn::Baseline).numbers(&table).pop().unwrap();
        assert_eq!(least.range, (0.0, 60.0));
    }

    #[test]
    fn what_a_number_is_now_it_can_be() {
        let table = table();
        for column in Column::ALL {
            let place = Place::Row(0, column);
            for number in place.numbers(&table) {
                assert!(number.takes(number.value), "{}", number.label);
                assert!(place.put(&table, number.which, number.value).is_some());
            }
        }
    }
}
