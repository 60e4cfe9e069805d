//! Pictures as SVG text with the table behind each. Knows no browser; colours are classes, so that a theme can change them.
//!
//! A chart has two layers. The marks are drawn in a box that stretches with the page; the labels lie over it in an SVG
//! without a view box, placed in per cent, so that letters keep their size at every width. Nothing needs an inline
//! style, which a strict Content-Security-Policy would refuse.

#[cfg(feature = "screens")]
pub mod agreement;
pub mod apart;
pub mod array;
pub mod backend;
#[cfg(feature = "screens")]
pub mod bars;
pub mod counts;
pub mod course;
pub mod dose;
#[cfg(feature = "screens")]
pub mod dotplot;
#[cfg(feature = "screens")]
pub mod draws;
pub mod export;
#[cfg(feature = "screens")]
pub mod fan;
#[cfg(test)]
mod fixture;
#[cfg(feature = "screens")]
pub mod pairs;
pub mod path;
#[cfg(feature = "screens")]
pub mod people;
pub mod plot;
#[cfg(feature = "screens")]
pub mod scatter;
pub mod slot;
#[cfg(feature = "screens")]
pub mod stack;
#[cfg(feature = "screens")]
pub mod steps;
#[cfg(feature = "screens")]
pub mod still;
#[cfg(feature = "screens")]
pub mod timeline;
pub mod tries;

use crate::report::table::Cell;
use crate::report::table::Table;

/// A picture and the table behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Width and height of the box that the marks are drawn in; it is stretched to the page.
    pub view: (u32, u32),
    /// The marks: the inside of an `svg` element with that view box.
    pub marks: String,
    /// The labels: the inside of an `svg` element without a view box, placed in per cent.
    pub labels: String,
    /// Height on the page, CSS pixels.
    pub height: u32,
    /// What is drawn, as a table.
    pub table: Table,
    /// The places where it can be read point by point, in order.
    pub stops: Vec<Stop>,
    /// The columns of the table that are read at a stop.
    pub said: Vec<usize>,
}

/// A place where a chart can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// From left to right, as a share of the width.
    pub x: f64,
    /// From top to bottom, px; none: the whole height.
    pub y: Option<f64>,
    /// The row of the table that is read there.
    pub row: usize,
}

/// The width that distances are measured at, px: any will do, for only the nearest is asked for.
const MEASURED_AT: f64 = 560.0;

impl Chart {
    /// What a stop says: the cells of its row, each with its column's name.
    pub fn reading(&self, stop: usize) -> Option<String> {
        let row = self.table.rows.get(self.stops.get(stop)?.row)?;
        let said = |column: &usize| {
            let (name, cell) = (self.table.columns.get(*column)?, row.get(*column)?);
            match (cell, column) {
                (Cell::Missing, _) => None,
                (Cell::Text(text), 0) => Some(text.clone()),
                (_, 0) => Some(format!("{name} {}", cell.shown())),
                _ => Some(format!("{name}: {}", cell.shown())),
            }
        };
        let parts: Vec<String> = self.said.iter().filter_map(said).collect();
        Some(parts.join("; "))
    }

    /// The stop nearest to a place: a share of the width, and px from the top.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let distance = |stop: &Stop| {
            let across = MEASURED_AT * (stop.x - x);
            let down = stop.y.map_or(0.0, |at| at - y);
            across * across + down * down
        };
        let all = self.stops.iter().map(distance).enumerate();
        all.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(stop, _)| stop)
    }
}

/// Escapes text for SVG and HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// A share of a whole as a per cent coordinate with two decimals: "12.50%".
pub fn percent(share: f64) -> String {
    format!("{:.2}%", 100.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> Chart {
        let rows = [0, 4].map(|week| vec![Cell::Count(week), Cell::Number(20.5, 1), Cell::Missing]);
        let columns = ["week", "A, middle", "B, middle"].map(str::to_owned).to_vec();
        let stop = |x, row| Stop { x, y: None, row };
        Chart {
            table: Table { caption: String::new(), columns, rows: rows.to_vec() },
            stops: vec![stop(0.1, 0), stop(0.9, 1)],
            said: vec![0, 1, 2],
            ..Chart::default()
        }
    }

    #[test]
    fn a_stop_says_its_row_and_leaves_out_what_is_missing() {
        assert_eq!(chart().reading(1).as_deref(), Some("week 4; A, middle: 20.5"));
        assert_eq!(chart().reading(2), None);
    }

    #[test]
    fn the_nearest_stop_is_found_across_and_down() {
        assert_eq!((chart().nearest(0.2, 300.0), chart().nearest(0.6, 0.0)), (Some(0), Some(1)));
        let mut two = chart();
        two.stops = [10.0, 90.0].map(|y| Stop { x: 0.5, y: Some(y), row: 0 }).to_vec();
        assert_eq!((two.nearest(0.5, 30.0), two.nearest(0.5, 70.0)), (Some(0), Some(1)));
        assert_eq!(Chart::default().nearest(0.5, 0.5), None);
    }
}
