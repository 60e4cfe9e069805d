//! Rows of counts with their ranges: of 100 people, how many got better, had a severe event, left early.

use std::fmt::Write;

use super::Chart;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::math;

/// One arm in one row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its slot.
    pub slot: Slot,
    /// The count of the people shown.
    pub count: usize,
    /// Where 95 of 100 other groups of the same size would fall.
    pub range: (usize, usize),
}

/// One measure: a heading and its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What is counted.
    pub heading: String,
    /// The arms.
    pub rows: Vec<Row>,
}

/// Height of a heading and of a row, px.
const HEADING: u32 = 24;
const ROW: u32 = 21;
const GAP: u32 = 12;
const AXIS: u32 = 28;

/// The counts that 95 of 100 groups of `n` people show when each has probability `p`: the 2.5 and 97.5 % quantiles of the
/// binomial law.
pub fn binomial_range(n: u32, p: f64) -> (usize, usize) {
    if p <= 0.0 {
        return (0, 0);
    }
    if p >= 1.0 {
        return (n as usize, n as usize);
    }
    let odds = p / (1.0 - p);
    let mut mass = math::pow(1.0 - p, f64::from(n));
    let mut below = mass;
    let mut range = (None, n as usize);
    for k in 0..n {
        if range.0.is_none() && below >= 0.025 {
            range.0 = Some(k as usize);
        }
        if below >= 0.975 {
            range.1 = k as usize;
            break;
        }
        mass *= odds * f64::from(n - k) / f64::from(k + 1);
        below += mass;
    }
    (range.0.unwrap_or(0), range.1)
}

/// The chart. Its axis ends at the next twenty above everything drawn; the numbers' errors are in the other charts.
pub fn counts(groups: &[Group]) -> Chart {
    let top = top(groups);
    let mut labels = String::new();
    let height = groups.iter().map(group_height).sum::<u32>() + AXIS;
    let floor = height - AXIS;
    for tick in (0..=top).step_by(20) {
        let x = percent(scale(tick, top));
        let class = if tick == 0 { "base" } else { "grid" };
        let _ = write!(
            labels,
            r#"<line class="{class}" x1="{x}" x2="{x}" y1="0" y2="{floor}"/><text class="axis" x="{x}" y="{}" text-anchor="middle">{tick}</text>"#,
            floor + 20
        );
    }
    let mut y = 0;
    for group in groups {
        let _ = write!(
            labels,
            r#"<text class="heading" x="2.6%" y="{}">{}</text>"#,
            y + 16,
            escape(&group.heading)
        );
        for (i, row) in group.rows.iter().enumerate() {
            let middle = y + HEADING + ROW * u32::try_from(i).unwrap_or(0) + ROW / 2;
            draw_row(&mut labels, row, middle, top);
        }
        y += group_height(group);
    }
    Chart { view: (100, height), labels, height, ..Chart::default() }
}

fn top(groups: &[Group]) -> u32 {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let highest = rows.map(|row| row.count.max(row.range.1)).max().unwrap_or(0);
    u32::try_from(highest.div_ceil(20) * 20).unwrap_or(100).clamp(20, 100)
}

fn group_height(group: &Group) -> u32 {
    HEADING + ROW * u32::try_from(group.rows.len()).unwrap_or(0) + GAP
}

/// Where a count lies, leaving room at the right for its number.
fn scale(count: u32, top: u32) -> f64 {
    0.02 + 0.88 * f64::from(count) / f64::from(top.max(1))
}

fn draw_row(labels: &mut String, row: &Row, y: u32, top: u32) {
    let at = |count: usize| percent(scale(u32::try_from(count).unwrap_or(top).min(top), top));
    let class = row.slot.class();
    let (low, high) = (at(row.range.0), at(row.range.1));
    let (x, n) = (at(row.count), row.count);
    let end = at(row.count.max(row.range.1));
    let _ = write!(
        labels,
        r#"<line class="range {class}" x1="{low}" x2="{high}" y1="{y}" y2="{y}"/><svg x="{x}" y="{y}" overflow="visible">{}</svg><svg x="{end}" y="{y}" overflow="visible"><text class="name {class}" x="10" y="5">{n}</text></svg>"#,
        row.slot.marker(6.5)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_binomial_quantiles() {
        // qbinom(c(.025, .975), 100, p) in R: 0.45 -> 35, 55; 0.03 -> 0, 7; 0.31 -> 22, 40.
        assert_eq!(binomial_range(100, 0.45), (35, 55));
        assert_eq!(binomial_range(100, 0.03), (0, 7));
        assert_eq!(binomial_range(100, 0.31), (22, 40));
        assert_eq!(binomial_range(100, 0.0), (0, 0));
        assert_eq!(binomial_range(100, 1.0), (100, 100));
    }
}
