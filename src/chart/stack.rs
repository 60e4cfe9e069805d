//! Where a rule takes the doses: for each week the people at each rung on top of each other, those who are gone above.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::plot::Width;
use super::slot::Slot;
use crate::report::number;
use crate::report::table::Cell;
use crate::report::table::Table;

/// Where the field begins and ends, px, and the room below.
const FIELD: (f64, f64) = (8.0, 158.0);
const BELOW: u32 = 30;

/// Left and right end of the field as shares of the width.
const fn sides(width: Width) -> (f64, f64) {
    match width {
        Width::Wide => (0.05, 0.84),
        Width::Narrow => (0.1, 0.68),
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack<'a> {
    /// The arm's slot.
    pub slot: Slot,
    /// For each week the people at each rung, lowest first, then those who are gone.
    pub weeks: &'a [Vec<u64>],
    /// The rungs, au, and what those who are gone are called.
    pub names: &'a [String],
    /// What precedes the first number on the x axis, and heads the first column.
    pub week: &'a str,
    /// Caption of the table.
    pub caption: &'a str,
}

/// The chart.
pub fn stack(stack: &Stack, width: Width) -> Chart {
    let (left, right) = sides(width);
    let height = 158 + BELOW;
    let weeks = u32::try_from(stack.weeks.len()).unwrap_or(1).max(1);
    let mut labels = String::new();
    for share in [0.0, 0.5, 1.0] {
        let (y, x) = (down(share), percent(left));
        let class = if share == 0.0 { "base" } else { "grid" };
        let _ = write!(
            labels,
            r#"<line class="{class}" x1="{x}" x2="{}" y1="{y:.1}" y2="{y:.1}"/><svg x="{x}" y="{y:.1}" overflow="visible"><text class="axis" x="-9" y="4" text-anchor="end">{}</text></svg>"#,
            percent(right),
            100.0 * share
        );
    }
    let wide = (right - left) / f64::from(weeks);
    let step = weeks.div_ceil(7).max(1);
    for (week, counts) in (0_u32..).zip(stack.weeks) {
        let x = left + wide * f64::from(week);
        column(&mut labels, stack.slot, counts, (x + 0.08 * wide, 0.84 * wide));
        if week % step == 0 {
            let text = if week == 0 { format!("{} 0", stack.week) } else { week.to_string() };
            let _ = write!(
                labels,
                r#"<text class="axis" x="{}" y="178" text-anchor="middle">{}</text>"#,
                percent(x + 0.5 * wide),
                escape(&text)
            );
        }
    }
    ends(&mut labels, stack, right);
    let stop = |(week, row): (u32, usize)| {
        let x = left + wide * (f64::from(week) + 0.5);
        Stop { x, y: None, row }
    };
    let stops = (0_u32..).zip(0..stack.weeks.len()).map(stop).collect();
    let (table, view) = (table(stack), (100, height));
    let said = (0..table.columns.len()).collect();
    Chart { view, labels, height, table, stops, said, ..Chart::default() }
}

fn down(share: f64) -> f64 {
    FIELD.1 - (FIELD.1 - FIELD.0) * share
}

/// The shares of a week, lowest rung first.
fn shares(counts: &[u64]) -> Vec<f64> {
    let n = counts.iter().sum::<u64>().max(1);
    counts.iter().map(|count| crate::tally::real(*count) / crate::tally::real(n)).collect()
}

fn column(labels: &mut String, slot: Slot, counts: &[u64], (x, width): (f64, f64)) {
    let rungs = counts.len().saturating_sub(1).max(1);
    let mut below = 0.0;
    for (rung, share) in shares(counts).into_iter().enumerate() {
        let (top, bottom) = (down(below + share), down(below));
        below += share;
        if share > 0.0 {
            // Each rung is a shade of its own; those who are gone have the ground's.
            let class = if rung == rungs {
                "gone".to_owned()
            } else {
                format!("shade shade-{} {}", (12 * (rung + 1)).div_ceil(rungs), slot.class())
            };
            let _ = write!(
                labels,
                r#"<rect class="{class}" x="{}" width="{}" y="{top:.1}" height="{:.1}"/>"#,
                percent(x),
                percent(width),
                (bottom - top).max(0.0)
            );
        }
    }
}

/// The shares of the last week beside it, where there is room for a line.
fn ends(labels: &mut String, stack: &Stack, right: f64) {
    let Some(last) = stack.weeks.last() else { return };
    let (mut below, mut lowest) = (0.0, f64::INFINITY);
    for (share, name) in shares(last).into_iter().zip(stack.names) {
        let y = down(below + 0.5 * share);
        below += share;
        if share >= 0.03 && y < lowest - 15.0 {
            lowest = y;
            let percent_of = number::decimal(100.0 * share, 0);
            let _ = write!(
                labels,
                r#"<svg x="{}" y="{y:.1}" overflow="visible"><text class="axis" x="6" y="4">{} {percent_of} %</text></svg>"#,
                percent(right),
                escape(name)
            );
        }
    }
}

fn table(stack: &Stack) -> Table {
    let mut columns = vec![stack.week.to_owned()];
    columns.extend(stack.names.iter().cloned());
    let row = |(week, counts): (u64, &Vec<u64>)| {
        let counts = counts.iter().map(|count| Cell::Count(*count));
        std::iter::once(Cell::Count(week)).chain(counts).collect()
    };
    let rows = (0_u64..).zip(stack.weeks).map(row).collect();
    Table { caption: stack.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_week_adds_up_to_everybody() {
        let weeks = [vec![3, 1, 0], vec![1, 1, 2]];
        let names = ["20 au", "40 au", "left"].map(str::to_owned);
        let drawn = Stack { slot: Slot::A, weeks: &weeks, names: &names, week: "w", caption: "c" };
        let chart = stack(&drawn, Width::Wide);
        let text = format!("<svg>{}</svg>", chart.labels);
        let document = roxmltree::Document::parse(&text).unwrap();
        let heights: f64 = document
            .descendants()
            .filter(|node| node.has_tag_name("rect"))
            .map(|node| node.attribute("height").unwrap().parse::<f64>().unwrap())
            .sum();
        assert!((heights - 2.0 * 150.0).abs() < 0.5, "{heights}");
        assert_eq!(chart.table.rows.len(), 2);
    }
}
