//! Quantile dotplots: each arm as fifty dots on one axis, and a line that counts those on its left.
//!
//! A dot stands for one in fifty of the people. Dots stand in columns two points wide, and the line only between columns,
//! so no dot is cut. Kay et al. 2016 and Fernandes et al. 2018 found such counts easier to reason with than densities.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Histogram;

/// Dots an arm.
pub const DOTS: u32 = 50;

/// Points of the score in a column of dots.
pub const COLUMN: u32 = 2;

/// The highest score on the axis.
pub const TOP: u32 = 60;

/// Height of an arm's row without its heading, and of the axis, px.
const ROW: u32 = 104;
const HEADING: u32 = 24;
const AXIS: u32 = 30;

/// Left and right end of the field as shares of the width.
const SIDES: (f64, f64) = (0.02, 0.98);

/// One arm.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// Its slot.
    pub slot: Slot,
    /// Its name.
    pub name: &'a str,
    /// The scores.
    pub scores: &'a Histogram,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Caption of the table.
    pub caption: &'a str,
    /// Over the column of scores.
    pub score: &'a str,
}

impl Row<'_> {
    /// The column of each dot, ascending: the quantile in the middle of its fiftieth. None of nobody.
    fn dots(&self) -> Option<Vec<u32>> {
        let column = |i: u32| {
            let score = self.scores.quantile((f64::from(i) + 0.5) / f64::from(DOTS))?;
            (0..=TOP / COLUMN).rev().find(|column| f64::from(COLUMN * column) <= score)
        };
        (0..DOTS).map(column).collect()
    }

    /// How many dots lie left of a line before this column.
    pub fn below(&self, line: u32) -> usize {
        self.dots().unwrap_or_default().iter().filter(|column| **column < line).count()
    }
}

/// The chart, with the line before a column: `line` 6 stands before scores of 12.
pub fn dotplot(rows: &[Row], line: u32, words: Words) -> Chart {
    let height = (ROW + HEADING) * u32::try_from(rows.len()).unwrap_or(0) + AXIS;
    let floor = height - AXIS;
    let mut labels = String::new();
    let left = percent(SIDES.0);
    let _ = write!(
        labels,
        r#"<rect class="ground" x="{left}" y="0" width="{}" height="{floor}"/>"#,
        percent(across(line) - SIDES.0)
    );
    for (row, y) in rows.iter().zip((0..).map(|i| (ROW + HEADING) * i)) {
        draw(&mut labels, row, y);
    }
    for score in (0..=TOP).step_by(10) {
        let _ = write!(
            labels,
            r#"<text class="axis" x="{}" y="{}" text-anchor="middle">{score}</text>"#,
            percent(across(score / COLUMN)),
            floor + 20
        );
    }
    let x = percent(across(line));
    let _ = write!(labels, r#"<line class="cut" x1="{x}" x2="{x}" y1="0" y2="{floor}"/>"#);
    let (table, view) = (table(rows, words), (100, height));
    let stops = stops(rows);
    let said = (0..table.columns.len()).collect();
    Chart { view, labels, height, table, stops, said, ..Chart::default() }
}

/// Where the left edge of a column lies, as a share of the width.
fn across(column: u32) -> f64 {
    SIDES.0 + (SIDES.1 - SIDES.0) * f64::from(column) / f64::from(TOP / COLUMN + 1)
}

/// The columns in which any row has a dot, ascending.
fn columns(rows: &[Row]) -> Vec<u32> {
    let dots: Vec<u32> = rows.iter().filter_map(Row::dots).flatten().collect();
    (0..=TOP / COLUMN).filter(|column| dots.contains(column)).collect()
}

fn stops(rows: &[Row]) -> Vec<Stop> {
    let stop = |(row, column): (usize, u32)| {
        let x = f64::midpoint(across(column), across(column + 1));
        Stop { x, y: None, row }
    };
    columns(rows).into_iter().enumerate().map(stop).collect()
}

fn draw(labels: &mut String, row: &Row, y: u32) {
    let base = y + HEADING + ROW;
    let (left, right) = (percent(SIDES.0), percent(SIDES.1));
    let class = row.slot.class();
    let _ = write!(
        labels,
        r#"<line class="base" x1="{left}" x2="{right}" y1="{base}" y2="{base}"/><text class="name {class}" x="{right}" y="{}" text-anchor="end">{}</text>"#,
        y + 16,
        escape(row.name)
    );
    let Some(dots) = row.dots() else { return };
    let tallest = (0..=TOP / COLUMN).map(|c| dots.iter().filter(|dot| **dot == c).count()).max();
    let tallest = u32::try_from(tallest.unwrap_or(1)).unwrap_or(DOTS).max(1);
    let pitch = (f64::from(ROW) / f64::from(tallest)).min(11.0);
    let (mut column, mut high) = (0, 0_u32);
    for dot in dots {
        high = if dot == column { high + 1 } else { 1 };
        column = dot;
        let x = percent(f64::midpoint(across(dot), across(dot + 1)));
        let y = f64::from(base) - pitch * (f64::from(high) - 0.5);
        let _ = write!(
            labels,
            r#"<svg x="{x}" y="{y:.1}" overflow="visible">{}</svg>"#,
            row.slot.marker(0.43 * pitch)
        );
    }
}

fn table(rows: &[Row], words: Words) -> Table {
    let mut columns = vec![words.score.to_owned()];
    columns.extend(rows.iter().map(|row| row.name.to_owned()));
    let dots: Vec<Vec<u32>> = rows.iter().map(|row| row.dots().unwrap_or_default()).collect();
    let line = |column: u32| {
        let counts = dots.iter().map(|dots| dots.iter().filter(|dot| **dot == column).count());
        let counts: Vec<u64> = counts.map(|count| count as u64).collect();
        let (from, to) = (COLUMN * column, COLUMN * column + COLUMN - 1);
        let mut cells = vec![Cell::Text(format!("{from} to {to}"))];
        cells.extend(counts.iter().map(|count| Cell::Count(*count)));
        cells
    };
    let rows = self::columns(rows).into_iter().map(line).collect();
    Table { caption: words.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn scores(of: &[(usize, u64)]) -> Histogram {
        let mut counts = vec![0; 61];
        for (score, n) in of {
            counts[*score] = *n;
        }
        Histogram(counts)
    }

    #[test]
    fn every_dot_stands_on_one_side_of_the_line() {
        let histogram = scores(&[(0, 1), (11, 4), (12, 5), (60, 10)]);
        let row = Row { slot: Slot::A, name: "A & B", scores: &histogram };
        assert_eq!((row.below(0), row.below(6), row.below(7), row.below(31)), (0, 13, 25, 50));
        let words = Words { caption: "c", score: "s" };
        let chart = dotplot(std::slice::from_ref(&row), 6, words);
        roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
        assert_eq!(chart.labels.matches("<circle").count(), 50);
        assert_eq!(chart.table.rows.len(), 4);
    }

    #[test]
    fn nobody_has_no_dots() {
        let nobody = Histogram::default();
        let row = Row { slot: Slot::B, name: "B", scores: &nobody };
        assert_eq!(row.below(31), 0);
        let chart = dotplot(&[row], 6, Words { caption: "c", score: "s" });
        assert!(!chart.labels.contains("<rect class=\"arm-b"));
    }
}
