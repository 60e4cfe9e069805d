//! Expected numbers with their tolerance, and what was computed: a grey bar with a line across it and a dot, one a column.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use crate::report::number;
use crate::report::table::Cell;
use crate::report::table::Table;

/// Where the field begins and ends, px from the top of the chart, and its whole height.
const FIELD: (f64, f64) = (30.0, 236.0);
const HEIGHT: u32 = 288;

/// Left and right end of the field as shares of the width.
const SIDES: (f64, f64) = (0.075, 0.99);

/// Half the width of a bar, of the room that its column has.
const HALF: f64 = 0.38;

/// Distance of the grid's lines.
const STEP: f64 = 20.0;

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is of.
    pub name: String,
    /// What is expected.
    pub expected: f64,
    /// How far from it a number may lie.
    pub tolerance: f64,
    /// What was computed, and whether it lies within.
    pub here: Option<(f64, bool)>,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// Titles of the axis up and of the axis across.
    pub axes: (&'a str, &'a str),
    /// Caption of the table.
    pub caption: &'a str,
    /// Its columns: what it is of, expected, tolerance, computed.
    pub columns: [&'a str; 4],
}

/// The chart.
pub fn agreement(columns: &[Column], words: Words) -> Chart {
    let reach = |column: &Column| {
        let here = column.here.map_or(column.expected, |(here, _)| here);
        here.max(column.expected + column.tolerance)
    };
    let highest = columns.iter().map(reach).filter(|x| x.is_finite()).fold(STEP, f64::max);
    let top = STEP * ((highest + 6.0) / STEP).ceil();
    let mut labels = axes(top, words);
    let room = (SIDES.1 - SIDES.0) / f64::from(u32::try_from(columns.len().max(1)).unwrap_or(1));
    let (mut middle, mut stops) = (SIDES.0 + room / 2.0, Vec::new());
    for (row, column) in columns.iter().enumerate() {
        draw(&mut labels, column, (middle, room), top);
        stops.push(Stop { x: middle, y: None, row });
        middle += room;
    }
    Chart {
        view: (100, HEIGHT),
        labels,
        height: HEIGHT,
        table: table(columns, words),
        stops,
        said: vec![0, 1, 2, 3],
        ..Chart::default()
    }
}

fn down(y: f64, top: f64) -> f64 {
    FIELD.1 - (FIELD.1 - FIELD.0) * (y / top).clamp(0.0, 1.0)
}

fn axes(top: f64, words: Words) -> String {
    let mut labels = format!(
        r#"<text class="axis" x="0" y="12">{}</text><text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>"#,
        escape(words.axes.0),
        percent(f64::midpoint(SIDES.0, SIDES.1)),
        FIELD.1 + 44.0,
        escape(words.axes.1)
    );
    let mut tick = 0.0;
    while tick <= top {
        let (y, class) = (down(tick, top), if tick > 0.0 { "grid" } else { "base" });
        let (left, right) = (percent(SIDES.0), percent(SIDES.1));
        // Writing to a string cannot fail.
        let _ = write!(
            labels,
            r#"<line class="{class}" x1="{left}" x2="{right}" y1="{y:.1}" y2="{y:.1}"/><svg x="{left}" y="{y:.1}" overflow="visible"><text class="axis" x="-7" y="4" text-anchor="end">{}</text></svg>"#,
            number::decimal(tick, 0)
        );
        tick += STEP;
    }
    labels
}

fn draw(labels: &mut String, column: &Column, (middle, room): (f64, f64), top: f64) {
    let y = |value: f64| down(value, top);
    let (left, right) = (middle - HALF * room, middle + HALF * room);
    let high = y(column.expected + column.tolerance);
    let tall = (y(column.expected - column.tolerance) - high).max(3.0);
    let _ = write!(
        labels,
        r#"<rect class="expected" x="{0}" y="{high:.1}" width="{1}" height="{tall:.1}" rx="3"/><line class="expected-line" x1="{0}" x2="{2}" y1="{3:.1}" y2="{3:.1}"/>"#,
        percent(left),
        percent(right - left),
        percent(right),
        y(column.expected)
    );
    let (value, class) = match column.here {
        Some((here, agrees)) => {
            let class = if agrees { "here" } else { "here apart" };
            let (x, y) = (percent(middle), y(here));
            let _ = write!(labels, r#"<circle class="{class}" cx="{x}" cy="{y:.1}" r="5"/>"#);
            (here, "name ink")
        }
        None => (column.expected, "axis"),
    };
    let _ = write!(
        labels,
        r#"<text class="{class}" x="{x}" y="{:.1}" text-anchor="middle">{}</text><text class="axis" x="{x}" y="{}" text-anchor="middle">{}</text>"#,
        high.min(y(value)) - 10.0,
        number::decimal(value, 0),
        FIELD.1 + 20.0,
        escape(&column.name),
        x = percent(middle)
    );
}

fn table(columns: &[Column], words: Words) -> Table {
    let row = |column: &Column| {
        vec![
            Cell::Text(column.name.clone()),
            Cell::Number(column.expected, 0),
            Cell::Number(column.tolerance, 1),
            column.here.map_or(Cell::Missing, |(here, _)| Cell::Number(here, 1)),
        ]
    };
    Table {
        caption: words.caption.to_owned(),
        columns: words.columns.map(str::to_owned).to_vec(),
        rows: columns.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn drawn(here: Option<(f64, bool)>) -> Chart {
        let name = "40 & 60".to_owned();
        let column = Column { name, expected: 42.0, tolerance: 3.0, here };
        let words = Words { axes: ("%", "au"), caption: "c", columns: ["a", "b", "c", "d"] };
        agreement(&[column.clone(), column], words)
    }

    /// Attributes of the elements of a name.
    fn all(chart: &Chart, name: &str, attribute: &str) -> Vec<String> {
        let text = format!("<svg>{}</svg>", chart.labels);
        let document = roxmltree::Document::parse(&text).unwrap();
        let found = document.descendants().filter(|node| node.has_tag_name(name));
        found.filter_map(|node| node.attribute(attribute).map(str::to_owned)).collect()
    }

    #[test]
    fn before_the_run_there_is_a_bar_and_no_dot() {
        let chart = drawn(None);
        assert_eq!((all(&chart, "rect", "x").len(), all(&chart, "circle", "cx").len()), (2, 0));
        assert_eq!(chart.table.rows[0][3], Cell::Missing);
        assert!(chart.reading(1).is_some() && chart.reading(2).is_none());
    }

    #[test]
    fn a_dot_lies_within_the_bar_or_is_marked() {
        let within = drawn(Some((44.0, true)));
        let number = |name, attribute| -> f64 { all(&within, name, attribute)[0].parse().unwrap() };
        let (top, tall) = (number("rect", "y"), number("rect", "height"));
        assert!((top..top + tall).contains(&number("circle", "cy")));
        assert_eq!(all(&within, "circle", "class"), ["here", "here"]);
        assert_eq!(all(&drawn(Some((50.0, false))), "circle", "class")[0], "here apart");
    }
}
