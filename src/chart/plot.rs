//! The field that a chart is drawn in: margins, scales, axes and the labels at the ends of lines. Knows no trial.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::drawing::IntoDrawingArea;
use plotters::element::PathElement;
use plotters::element::Polygon;

use super::Stop;
use super::apart::apart;
use super::backend::Marks;
use super::backend::Pen;
use super::backend::Role;
use super::backend::Tone;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally;

/// How much room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 560 px or more: names at the ends of lines.
    Wide,
    /// A phone: letters at the ends of lines, fewer numbers on the axes.
    Narrow,
}

/// Whole units of the box a CSS pixel of its height.
const FINE: u32 = 3;

/// Width of the box, units.
const ACROSS: u32 = 3000;

/// Room for the axis title above the field, px.
const ABOVE: u32 = 30;

/// Least distance between two labels at the ends of lines, px.
pub const LINE: f64 = 17.0;

/// The most letters of a name at the end of a line.
const NAME: usize = 18;

/// Margins and scales of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The room there is.
    pub width: Width,
    /// Left and right end of the field as shares of the width.
    pub sides: (f64, f64),
    /// The height of the field and of what is below it, px.
    pub tall: (u32, u32),
    /// Left and right end of the x axis.
    pub x: (f64, f64),
    /// Lower and upper end of the y axis.
    pub y: (f64, f64),
}

/// A label at the right-hand end of the field.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The value that it names.
    pub value: f64,
    /// What it says where there is room, and where there is none.
    pub text: (String, String),
    /// Its classes.
    pub class: String,
    /// The arm whose marker ends the line.
    pub marker: Option<Slot>,
}

/// The marks of a chart while they are drawn.
type Field<'a> = DrawingArea<Marks<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

impl Plot {
    /// Height of the chart on the page, px.
    pub const fn height(&self) -> u32 {
        ABOVE + self.tall.0 + self.tall.1
    }

    /// Where the field ends below, px.
    pub const fn floor(&self) -> u32 {
        ABOVE + self.tall.0
    }

    /// Width and height of the box that the marks are drawn in.
    pub const fn view(&self) -> (u32, u32) {
        (ACROSS, FINE * self.height())
    }

    /// Where a value lies from left to right, as a share of the width.
    pub fn across(&self, x: f64) -> f64 {
        let (left, right) = self.sides;
        left + (right - left) * share(x, self.x)
    }

    /// Where a value lies from top to bottom, px.
    pub fn down(&self, y: f64) -> f64 {
        f64::from(self.floor()) - f64::from(self.tall.0) * share(y, self.y)
    }

    /// Stops over the whole height, one a row of a table whose first column is the place on the x axis.
    pub fn stops(&self, table: &Table) -> Vec<Stop> {
        let stop = |(row, cells): (usize, &Vec<Cell>)| match cells.first()? {
            Cell::Count(n) => Some(Stop { x: self.across(tally::real(*n)), y: None, row }),
            _ => None,
        };
        table.rows.iter().enumerate().filter_map(stop).collect()
    }

    /// Draws the marks; `draw` adds to the field.
    pub fn marks(&self, draw: impl FnOnce(&mut Pencil)) -> String {
        let mut out = String::new();
        let area: DrawingArea<Marks, Shift> =
            Marks { size: self.view(), out: &mut out }.into_drawing_area();
        let (left, right) = self.sides;
        let at = |share: f64| unit(f64::from(ACROSS) * share);
        let down = |px: u32| unit(f64::from(FINE * px));
        let spec = Cartesian2d::new(
            self.x.0..self.x.1,
            self.y.0..self.y.1,
            (at(left)..at(right), down(self.floor())..down(ABOVE)),
        );
        draw(&mut Pencil { field: area.apply_coord_spec(spec), x: self.x });
        out
    }

    /// The title of the y axis and its numbers.
    pub fn y_axis(&self, labels: &mut String, title: &str, ticks: &[f64]) {
        let edge = percent(self.sides.0);
        // Writing to a string cannot fail.
        let _ = write!(labels, r#"<text class="axis" x="0" y="12">{}</text>"#, escape(title));
        for tick in ticks {
            let _ = write!(
                labels,
                r#"<svg x="{edge}" y="{:.1}" overflow="visible"><text class="axis" x="-9" y="4" text-anchor="end">{tick}</text></svg>"#,
                self.down(*tick)
            );
        }
    }

    /// A number or a word below the x axis.
    pub fn x_tick(&self, labels: &mut String, x: f64, text: &str) {
        let _ = write!(
            labels,
            r#"<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>"#,
            percent(self.across(x)),
            self.floor() + 20,
            escape(text)
        );
    }

    /// Labels at the right-hand ends of lines, moved apart, each with the marker of its arm where the line ends.
    pub fn ends(&self, labels: &mut String, ends: &[End]) {
        let right = percent(self.sides.1);
        let own: Vec<f64> = ends.iter().map(|end| self.down(end.value)).collect();
        let moved = apart(&own, LINE, (f64::from(ABOVE), f64::from(self.floor())));
        for (end, (own, moved)) in ends.iter().zip(own.iter().zip(&moved)) {
            let by = moved - own;
            let marker = end.marker.map_or_else(String::new, |slot| slot.marker(4.5));
            let lead = if by.abs() > 3.0 {
                format!(r#"<path class="lead" d="M7 0L14 {by:.1}" fill="none"/>"#)
            } else {
                String::new()
            };
            let words = match self.width {
                Width::Wide => shortened(&end.text.0),
                Width::Narrow => end.text.1.clone(),
            };
            let _ = write!(
                labels,
                r#"<svg x="{right}" y="{own:.1}" overflow="visible">{lead}{marker}<text class="{}" x="17" y="{:.1}">{}</text></svg>"#,
                end.class,
                by + 4.5,
                escape(&words)
            );
        }
    }
}

/// Draws into a field in its own scales.
#[expect(missing_debug_implementations, reason = "the field of plotters cannot be printed")]
pub struct Pencil<'a> {
    field: Field<'a>,
    x: (f64, f64),
}

impl Pencil<'_> {
    /// Lines across the field, the lowest as the base.
    pub fn grid(&mut self, ticks: &[f64]) {
        for (i, y) in ticks.iter().enumerate() {
            let role = if i == 0 { Role::Base } else { Role::Grid };
            let ends = vec![(self.x.0, *y), (self.x.1, *y)];
            drawn(self.field.draw(&PathElement::new(ends, Pen(role, Tone::Plain))));
        }
    }

    /// A line through points, one path.
    pub fn line(&mut self, points: &[(f64, f64)], pen: Pen) {
        let points = finite(points);
        if !points.is_empty() {
            drawn(self.field.draw(&PathElement::new(points, pen)));
        }
    }

    /// The area between two lines, one path.
    pub fn band(&mut self, low: &[(f64, f64)], high: &[(f64, f64)], pen: Pen) {
        let mut points = finite(low);
        points.extend(finite(high).into_iter().rev());
        if !points.is_empty() {
            drawn(self.field.draw(&Polygon::new(points, pen)));
        }
    }
}

/// Numbers on an axis from `low` to `high`.
pub fn ticks(high: u32, step: u32) -> Vec<f64> {
    (0..=high).step_by(step.max(1) as usize).map(f64::from).collect()
}

fn finite(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    points.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect()
}

fn drawn(result: Result<(), DrawingAreaErrorKind<Infallible>>) {
    result.expect("adding to a text cannot fail");
}

fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    if high > low { (value - low) / (high - low) } else { 0.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "a box is a few thousand units wide")]
fn unit(x: f64) -> i32 {
    x.round() as i32
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let start: String = name.chars().take(NAME - 1).collect();
    format!("{}\u{2026}", start.trim_end())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn letters_and_marks_agree_on_where_a_value_lies() {
        let plot = Plot {
            width: Width::Wide,
            sides: (0.05, 0.82),
            tall: (200, 30),
            x: (0.0, 12.0),
            y: (0.0, 60.0),
        };
        let marks = plot.marks(|pencil| pencil.line(&[(3.0, 15.0)], Pen(Role::Line, Tone::Ink)));
        let d = marks.split('"').nth(3).unwrap();
        let drawn: Vec<f64> = d[1..].split(' ').map(|n| n.parse().unwrap()).collect();
        let off_x = drawn[0] - f64::from(ACROSS) * plot.across(3.0);
        let off_y = drawn[1] - f64::from(FINE) * plot.down(15.0);
        assert!(off_x.abs() <= 1.0 && off_y.abs() <= 1.0, "{d}");
    }

    #[test]
    fn what_is_no_number_is_left_out() {
        let plot = Plot {
            width: Width::Wide,
            sides: (0.05, 0.82),
            tall: (200, 30),
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        };
        let pen = Pen(Role::Line, Tone::Ink);
        let marks = plot.marks(|pencil| {
            pencil.line(&[(0.0, f64::NAN)], pen);
            pencil.band(&[(0.0, f64::INFINITY)], &[], pen);
        });
        assert_eq!(marks, "");
    }

    #[test]
    fn long_names_end_in_an_ellipsis() {
        assert_eq!(shortened("160 au"), "160 au");
        assert_eq!(shortened("Response-guided from 60"), "Response-guided f\u{2026}");
    }
}
