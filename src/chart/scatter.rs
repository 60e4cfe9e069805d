//! A cloud of people: exposure against weight, with the middle exposure of light, middling and heavy people.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::number;
use crate::report::table::Cell;
use crate::report::table::Table;

/// Dots at most; a cloud of more is a blot.
pub const MOST: usize = 400;

/// Where the field begins and ends, px, and the room below.
const FIELD: (f64, f64) = (30.0, 220.0);
const HEIGHT: u32 = 264;

/// Left and right end of the field as shares of the width.
const SIDES: (f64, f64) = (0.07, 0.97);

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter<'a> {
    /// The arm's slot.
    pub slot: Slot,
    /// Each person: across and up.
    pub people: &'a [(f64, f64)],
    /// Titles of the axis across and of the axis up.
    pub axes: (&'a str, &'a str),
    /// Caption of the table.
    pub caption: &'a str,
}

/// A round number above.
fn above(x: f64) -> f64 {
    let step = [5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0];
    let step = step.into_iter().find(|step| x / step <= 6.0).unwrap_or(1_000.0);
    step * (x / step).ceil().max(1.0)
}

/// The chart.
pub fn scatter(scatter: &Scatter) -> Chart {
    let most =
        |of: fn(&(f64, f64)) -> f64| above(scatter.people.iter().map(of).fold(1.0, f64::max));
    let (right, top) = (most(|person| person.0), most(|person| person.1));
    let across = |x: f64| percent(SIDES.0 + (SIDES.1 - SIDES.0) * x / right);
    let down = |y: f64| FIELD.1 - (FIELD.1 - FIELD.0) * y / top;
    let mut labels = format!(
        r#"<text class="axis" x="0" y="12">{}</text><text class="axis" x="{}" y="{}" text-anchor="end">{}</text>"#,
        escape(scatter.axes.1),
        percent(SIDES.1),
        FIELD.1 + 38.0,
        escape(scatter.axes.0)
    );
    for quarter in [0.0, 0.5, 1.0] {
        let y = down(quarter * top);
        let class = if quarter == 0.0 { "base" } else { "grid" };
        let _ = write!(
            labels,
            r#"<line class="{class}" x1="{0}" x2="{1}" y1="{y:.1}" y2="{y:.1}"/><svg x="{0}" y="{y:.1}" overflow="visible"><text class="axis" x="-7" y="4" text-anchor="end">{2}</text></svg><text class="axis" x="{3}" y="{4}" text-anchor="middle">{5}</text>"#,
            percent(SIDES.0),
            percent(SIDES.1),
            number::decimal(quarter * top, 0),
            across(quarter * right),
            FIELD.1 + 20.0,
            number::decimal(quarter * right, 0)
        );
    }
    let class = scatter.slot.class();
    for (x, y) in scatter.people.iter().take(MOST) {
        let _ = write!(
            labels,
            r#"<circle class="cloud {class}" cx="{}" cy="{:.1}" r="3.2"/>"#,
            across(*x),
            down(*y)
        );
    }
    let stop = |(row, (x, y)): (usize, &(f64, f64))| Stop {
        x: SIDES.0 + (SIDES.1 - SIDES.0) * x / right,
        y: Some(down(*y)),
        row,
    };
    let mut stops: Vec<Stop> = scatter.people.iter().take(MOST).enumerate().map(stop).collect();
    stops.sort_by(|a, b| a.x.total_cmp(&b.x));
    let (table, view) = (table(scatter), (100, HEIGHT));
    Chart { view, labels, height: HEIGHT, table, stops, said: vec![0, 1], ..Chart::default() }
}

fn table(scatter: &Scatter) -> Table {
    let rows = scatter.people.iter();
    let rows = rows.map(|(x, y)| vec![Cell::Number(*x, 0), Cell::Number(*y, 1)]).collect();
    let columns = vec![scatter.axes.0.to_owned(), scatter.axes.1.to_owned()];
    Table { caption: scatter.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_cloud_has_a_dot_a_person() {
        let people = [(60.0, 12.0), (90.0, 7.5)];
        let drawn = Scatter { slot: Slot::B, people: &people, axes: ("kg", "au"), caption: "c" };
        let chart = scatter(&drawn);
        roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
        assert_eq!(chart.labels.matches("<circle").count(), 2);
        assert_eq!((above(87.0), above(3.0), above(160.0)), (100.0, 5.0, 200.0));
    }
}
