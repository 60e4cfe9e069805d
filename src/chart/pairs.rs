//! The same people twice: one dot a person at the difference of their last scores, ties as a block of their own.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;

/// Height of the field and of the axis, px.
const FIELD: u32 = 190;
const AXIS: u32 = 30;
const ABOVE: u32 = 40;

/// Where the block of ties begins and ends, and where the axis of differences does, as shares of the width.
const TIES: (f64, f64) = (0.0, 0.2);
const SIDES: (f64, f64) = (0.27, 0.98);

/// Dots of the ties in a row.
const ACROSS: u32 = 8;

/// The largest differences on the axis, points; what lies beyond stands at its end.
pub const WIDEST: i32 = 30;

/// Points of difference in a column.
const COLUMN: i32 = 2;

/// The differences of the people seen under both arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs<'a> {
    /// Second minus first, points, one a person.
    pub differences: &'a [i32],
    /// Slots of the first and the second arm.
    pub slots: (Slot, Slot),
    /// The words on the chart and over its table.
    pub words: Words<'a>,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// How many ended lower under the first and the second arm, and how many the same.
    pub counts: [&'a str; 3],
    /// Below the ties.
    pub ties: &'a str,
    /// Caption of the table.
    pub caption: &'a str,
    /// Its columns: the difference, the people.
    pub columns: [&'a str; 2],
}

impl PartialEq for Words<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.caption == other.caption && self.counts == other.counts
    }
}

impl Pairs<'_> {
    /// How many ended lower under the first arm, under the second, and the same.
    pub fn counts(differences: &[i32]) -> [usize; 3] {
        let count = |test: fn(&&i32) -> bool| differences.iter().filter(test).count();
        [count(|d| **d > 0), count(|d| **d < 0), count(|d| **d == 0)]
    }

    /// The column of a difference, from 0: those of two points, none across zero.
    fn column(difference: i32) -> i32 {
        let held = difference.clamp(-WIDEST, WIDEST);
        if held > 0 { (held - 1) / COLUMN } else { -((-held - 1) / COLUMN) - 1 }
    }
}

/// The chart.
pub fn pairs(pairs: &Pairs) -> Chart {
    let height = ABOVE + FIELD + AXIS;
    let floor = ABOVE + FIELD;
    let mut labels = String::new();
    axis(&mut labels, floor);
    let mut columns: Vec<(i32, u32)> = Vec::new();
    for difference in pairs.differences.iter().filter(|d| **d != 0) {
        let column = Pairs::column(*difference);
        match columns.iter_mut().find(|(known, _)| *known == column) {
            Some((_, n)) => *n += 1,
            None => columns.push((column, 1)),
        }
    }
    let ties = u32::try_from(Pairs::counts(pairs.differences)[2]).unwrap_or(0);
    let rows = ties.div_ceil(ACROSS);
    let tallest = columns.iter().map(|(_, n)| *n).chain([rows, 1]).max().unwrap_or(1);
    let pitch = (f64::from(FIELD) / f64::from(tallest)).min(8.0);
    for (column, n) in columns {
        let slot = if column < 0 { pairs.slots.1 } else { pairs.slots.0 };
        for i in 0..n {
            dot(&mut labels, middle(column), (floor, i, pitch), &slot.marker(0.43 * pitch));
        }
    }
    let tie = format!(r#"<circle class="ink fill" r="{:.1}"/>"#, 0.43 * pitch);
    for i in 0..ties {
        let share = (f64::from(i % ACROSS) + 0.5) / f64::from(ACROSS);
        let x = TIES.0 + (TIES.1 - TIES.0) * share;
        dot(&mut labels, x, (floor, i / ACROSS, pitch), &tie);
    }
    words(&mut labels, pairs, floor);
    let (table, view) = (table(pairs), (100, height));
    let stop = |(row, cells): (usize, &Vec<Cell>)| match cells.first()? {
        Cell::Number(difference, _) => Some(Stop { x: place(*difference), y: None, row }),
        _ => None,
    };
    let stops = table.rows.iter().enumerate().filter_map(stop).collect();
    Chart { view, labels, height, table, stops, said: vec![0, 1], ..Chart::default() }
}

fn across(difference: f64) -> f64 {
    let widest = f64::from(WIDEST);
    SIDES.0 + (SIDES.1 - SIDES.0) * (difference + widest) / (2.0 * widest)
}

/// Where the people of a difference are drawn: those of none beside the axis.
fn place(difference: f64) -> f64 {
    let widest = f64::from(WIDEST);
    if difference == 0.0 {
        f64::midpoint(TIES.0, TIES.1)
    } else {
        across(difference.clamp(-widest, widest))
    }
}

fn middle(column: i32) -> f64 {
    across(f64::from(COLUMN) * (f64::from(column) + 0.5))
}

fn dot(labels: &mut String, x: f64, (floor, high, pitch): (u32, u32, f64), marker: &str) {
    let y = f64::from(floor) - pitch * (f64::from(high) + 0.5);
    let x = percent(x);
    let _ = write!(labels, r#"<svg x="{x}" y="{y:.1}" overflow="visible">{marker}</svg>"#);
}

fn axis(labels: &mut String, floor: u32) {
    let (left, right, zero) = (percent(SIDES.0), percent(SIDES.1), percent(across(0.0)));
    let ties = percent(TIES.1);
    let _ = write!(
        labels,
        r#"<line class="base" x1="0" x2="{ties}" y1="{floor}" y2="{floor}"/><line class="base" x1="{left}" x2="{right}" y1="{floor}" y2="{floor}"/><line class="zero" x1="{zero}" x2="{zero}" y1="{ABOVE}" y2="{floor}"/>"#,
    );
    for tick in (-WIDEST..=WIDEST).step_by(15) {
        let text = match tick {
            0 => "0".to_owned(),
            tick if tick < 0 => format!("\u{2212}{}", -tick),
            tick => format!("+{tick}"),
        };
        // The outer ones stay inside the picture.
        let anchor = match tick.abs() {
            WIDEST if tick < 0 => "start",
            WIDEST => "end",
            _ => "middle",
        };
        let _ = write!(
            labels,
            r#"<text class="axis" x="{}" y="{}" text-anchor="{anchor}">{text}</text>"#,
            percent(across(f64::from(tick))),
            floor + 20
        );
    }
}

fn words(labels: &mut String, pairs: &Pairs, floor: u32) {
    let (zero, slots) = (across(0.0), pairs.slots);
    let [first, second, same] = pairs.words.counts.map(escape);
    let _ = write!(
        labels,
        r#"<text class="name {}" x="{}" y="14" text-anchor="end">{second}</text><text class="name {}" x="{}" y="32">{first}</text><text class="name ink" x="0" y="14">{same}</text><text class="axis" x="0" y="{}">{}</text>"#,
        slots.1.class(),
        percent(zero - 0.01),
        slots.0.class(),
        percent(zero + 0.01),
        floor + 20,
        escape(pairs.words.ties)
    );
}

fn table(pairs: &Pairs) -> Table {
    let mut sorted = pairs.differences.to_vec();
    sorted.sort_unstable();
    let row =
        |same: &[i32]| vec![Cell::Number(f64::from(same[0]), 0), Cell::Count(same.len() as u64)];
    let rows = sorted.chunk_by(|a, b| a == b).map(row).collect();
    let columns = pairs.words.columns.map(str::to_owned).to_vec();
    Table { caption: pairs.words.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const WORDS: Words =
        Words { counts: ["a", "b", "c"], ties: "t", caption: "c", columns: ["d", "n"] };

    #[test]
    fn columns_do_not_reach_across_zero() {
        let columns: Vec<i32> = [-31, -2, -1, 1, 2, 3, 99].map(Pairs::column).to_vec();
        assert_eq!(columns, [-15, -1, -1, 0, 0, 1, 14]);
    }

    #[test]
    fn every_person_is_a_dot() {
        let differences = [0, 0, 0, 5, -3, -3, 60];
        let chart =
            pairs(&Pairs { differences: &differences, slots: (Slot::A, Slot::B), words: WORDS });
        roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
        assert_eq!(chart.labels.matches("<circle").count(), 5);
        assert_eq!(chart.labels.matches("<rect").count(), 2);
        assert_eq!(Pairs::counts(&differences), [2, 2, 3]);
        assert_eq!(chart.table.rows.len(), 4);
    }
}
