//! Draws of hypothetical outcomes: a row a draw, the newest on top, both arms on one axis of people.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally;

/// A draw: its name and the people of a hundred counted under each arm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands before it.
    pub name: String,
    /// The seed that has its people.
    pub seed: u64,
    /// Under the first and the second arm.
    pub counts: [usize; 2],
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub struct Draws<'a> {
    /// The draws, newest first.
    pub rows: &'a [Row],
    /// Rows there is room for.
    pub room: u32,
    /// Slots and names of the two arms.
    pub arms: [(Slot, &'a str); 2],
    /// Columns of the table: the draw, its seed, the difference.
    pub columns: [&'a str; 3],
    /// Caption of the table.
    pub caption: &'a str,
}

const ROW: u32 = 22;
const AXIS: u32 = 30;
const ABOVE: u32 = 6;

/// Left and right end of the axis as shares of the width.
const SIDES: (f64, f64) = (0.16, 0.97);

/// The chart.
pub fn draws(draws: &Draws) -> Chart {
    let floor = ABOVE + ROW * draws.room;
    let most = draws.rows.iter().flat_map(|row| row.counts).max().unwrap_or(0);
    let top = (most.div_ceil(20) * 20).clamp(20, 100);
    let across =
        |n: usize| SIDES.0 + (SIDES.1 - SIDES.0) * tally::real(n as u64) / tally::real(top as u64);
    let mut labels = String::new();
    for quarter in 0..=4 {
        let n = quarter * top / 4;
        let x = percent(across(n));
        let _ = write!(
            labels,
            r#"<line class="grid" x1="{x}" x2="{x}" y1="{ABOVE}" y2="{floor}"/><text class="axis" x="{x}" y="{}" text-anchor="middle">{n}</text>"#,
            floor + 18
        );
    }
    let mut stops = Vec::new();
    for (i, row) in draws.rows.iter().enumerate() {
        let y = ABOVE + ROW * u32::try_from(i).unwrap_or(0) + ROW / 2;
        draw(&mut labels, draws, row, (i, y), row.counts.map(across));
        stops.push(Stop { x: across(row.counts[0]), y: Some(f64::from(y)), row: i });
    }
    let height = floor + AXIS;
    let table = table(draws);
    let said = (0..table.columns.len()).collect();
    Chart { view: (100, height), labels, height, table, stops, said, ..Chart::default() }
}

/// A draw: its name, a line between both counts, and the markers of the arms.
fn draw(labels: &mut String, draws: &Draws, row: &Row, (i, y): (usize, u32), at: [f64; 2]) {
    let (class, radius) = if i == 0 { ("name ink", 6.5) } else { ("axis", 4.0) };
    let [from, to] = at.map(percent);
    let _ = write!(
        labels,
        r#"<text class="{class}" x="0" y="{}">{}</text><line class="base" x1="{from}" x2="{to}" y1="{y}" y2="{y}"/>"#,
        y + 4,
        escape(&row.name)
    );
    for ((slot, _), x) in draws.arms.iter().zip([from, to]) {
        let marker = slot.marker(radius);
        let _ = write!(labels, r#"<svg x="{x}" y="{y}" overflow="visible">{marker}</svg>"#);
    }
}

fn table(draws: &Draws) -> Table {
    let [first, second] = draws.arms.map(|(_, name)| name.to_owned());
    let row = |row: &Row| {
        let [first, second] = row.counts.map(|n| n as u64);
        let difference = tally::real(second) - tally::real(first);
        vec![
            Cell::Text(row.name.clone()),
            Cell::Text(row.seed.to_string()),
            Cell::Count(first),
            Cell::Count(second),
            Cell::Number(difference, 0),
        ]
    };
    let [name, seed, difference] = draws.columns.map(str::to_owned);
    let columns = vec![name, seed, first, second, difference];
    let rows = draws.rows.iter().map(row).collect();
    Table { caption: draws.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_draw_has_both_markers_and_a_row() {
        let rows =
            [[30, 12], [25, 25]].map(|counts| Row { name: "Draw".to_owned(), seed: 7, counts });
        let arms = [(Slot::A, "A"), (Slot::B, "B")];
        let drawn =
            Draws { rows: &rows, room: 12, arms, columns: ["draw", "seed", "d"], caption: "c" };
        let chart = draws(&drawn);
        roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
        for class in ["arm-a fill", "arm-b fill"] {
            assert_eq!(chart.labels.matches(class).count(), 2, "{class}");
        }
        assert_eq!(chart.table.rows[0][4], Cell::Number(-18.0, 0));
        assert_eq!(chart.stops.len(), 2);
    }
}
