//! Who is still well: the share without a relapse, week by week after the landmark, with the numbers still followed below.

use std::fmt::Write;

use super::Chart;
use super::backend::Pen;
use super::backend::Role;
use super::backend::Tone;
use super::escape;
use super::percent;
use super::plot::End;
use super::plot::Plot;
use super::plot::Width;
use super::plot::ticks;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Estimate;
use crate::tally::LifeTable;

/// An arm.
#[derive(Clone, Copy, Debug)]
pub struct Arm<'a> {
    /// Its slot.
    pub slot: Slot,
    /// Its name.
    pub name: &'a str,
    /// Its relapses.
    pub table: &'a LifeTable,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Title of the y axis.
    pub share: &'a str,
    /// Over the numbers below the axis.
    pub followed: &'a str,
    /// What precedes the first number on the x axis, and heads the first column.
    pub week: &'a str,
    /// Caption of the table.
    pub caption: &'a str,
    /// What follows an arm's name over its columns: still well, its error, still followed.
    pub columns: [&'a str; 3],
}

/// One line below the axis, px.
const LINE: u32 = 20;

/// A point of a curve: week, per cent still well, its error, people still followed at the week's beginning.
type Point = (f64, f64, f64, u64);

/// The share of an arm still well at the end of the last week; none when nobody is followed that long.
pub fn at_end(table: &LifeTable) -> Option<Estimate> {
    let (_, well, error, _) = curve(table).pop()?;
    Some(Estimate { estimate: well / 100.0, mcse: error / 100.0, n: table.n })
}

/// The curve of an arm; empty when nobody is followed.
fn curve(table: &LifeTable) -> Vec<Point> {
    let mut followed = table.n;
    let mut points = Vec::new();
    for (week, (lost, gone)) in (0_u32..).zip(table.relapses.iter().zip(&table.censored)) {
        let Some(relapsed) = table.relapsed(week as usize) else { break };
        points.push((
            f64::from(week),
            100.0 * (1.0 - relapsed.estimate),
            100.0 * relapsed.mcse,
            followed,
        ));
        followed -= lost + gone;
    }
    points
}

/// The chart of these arms.
pub fn still(arms: &[Arm], words: Words, width: Width) -> Chart {
    let curves: Vec<Vec<Point>> = arms.iter().map(|arm| curve(arm.table)).collect();
    let weeks = curves.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1);
    let weeks = u32::try_from(weeks).unwrap_or(0).max(1);
    let (sides, tall) = match width {
        Width::Wide => ((0.06, 0.78), 230),
        Width::Narrow => ((0.11, 0.86), 200),
    };
    let below = 34 + LINE * (1 + u32::try_from(arms.len()).unwrap_or(0));
    let x = (0.0, f64::from(weeks));
    let plot = Plot { width, sides, tall: (tall, below), x, y: (0.0, 100.0) };
    let shares = ticks(100, 20);
    let mut labels = String::new();
    plot.y_axis(&mut labels, words.share, &shares);
    let at: Vec<u32> = (0..=4).map(|quarter| weeks * quarter / 4).collect();
    for week in &at {
        let text = if *week == 0 { format!("{} 0", words.week) } else { format!("+{week}") };
        plot.x_tick(&mut labels, f64::from(*week), &text);
    }
    plot.ends(&mut labels, &ends(arms, &curves));
    followed(&mut labels, (arms, &curves), &at, &plot, words.followed);
    let marks = plot.marks(|pencil| {
        pencil.grid(&shares);
        for (arm, curve) in arms.iter().zip(&curves) {
            let edge = |sign: f64| {
                stairs(curve, |(_, well, error, _)| (well + sign * 1.96 * error).clamp(0.0, 100.0))
            };
            pencil.band(&edge(-1.0), &edge(1.0), Pen(Role::Band, Tone::Arm(arm.slot)));
        }
        for (arm, curve) in arms.iter().zip(&curves) {
            let line = stairs(curve, |(_, well, _, _)| well);
            pencil.line(&line, Pen(Role::Line, Tone::Arm(arm.slot)));
        }
    });
    let (view, height, table) = (plot.view(), plot.height(), table(arms, &curves, words));
    let (stops, said) = (plot.stops(&table), (0..table.columns.len()).collect());
    Chart { view, marks, labels, height, table, stops, said }
}

/// The corners of a staircase that falls at the end of each week.
fn stairs(curve: &[Point], value: impl Fn(Point) -> f64) -> Vec<(f64, f64)> {
    let mut corners = Vec::new();
    let mut before = None;
    for point in curve {
        let y = value(*point);
        corners.extend(before.map(|before| (point.0, before)));
        corners.push((point.0, y));
        before = Some(y);
    }
    corners
}

fn ends(arms: &[Arm], curves: &[Vec<Point>]) -> Vec<End> {
    let end = |(arm, curve): (&Arm, &Vec<Point>)| {
        let (_, well, _, _) = curve.last()?;
        let (name, letter) = (arm.name, arm.slot.letter());
        Some(End {
            value: *well,
            text: (format!("{well:.0} {name}"), format!("{letter} {well:.0}")),
            class: format!("name {}", arm.slot.class()),
            marker: Some(arm.slot),
        })
    };
    arms.iter().zip(curves).filter_map(end).collect()
}

/// The numbers still followed, below the axis: a line an arm.
fn followed(
    labels: &mut String,
    (arms, curves): (&[Arm], &[Vec<Point>]),
    at: &[u32],
    plot: &Plot,
    heading: &str,
) {
    let mut y = plot.floor() + 46;
    let _ = write!(labels, r#"<text class="heading" x="0" y="{y}">{}</text>"#, escape(heading));
    for (arm, curve) in arms.iter().zip(curves) {
        y += LINE;
        let class = arm.slot.class();
        for week in at {
            let Some((_, _, _, n)) = curve.get(*week as usize) else { continue };
            let x = percent(plot.across(f64::from(*week)));
            let _ = write!(
                labels,
                r#"<text class="axis" x="{x}" y="{y}" text-anchor="middle">{}</text>"#,
                crate::report::number::whole(*n)
            );
        }
        let _ = write!(
            labels,
            r#"<svg x="{}" y="{}" overflow="visible">{}<text class="name {class}" x="13" y="4">{}</text></svg>"#,
            percent(plot.sides.1 + 0.06),
            y - 4,
            arm.slot.marker(4.5),
            arm.slot.letter()
        );
    }
}

fn table(arms: &[Arm], curves: &[Vec<Point>], words: Words) -> Table {
    let mut columns = vec![words.week.to_owned()];
    for arm in arms {
        columns.extend(words.columns.map(|head| format!("{}, {head}", arm.name)));
    }
    let weeks = curves.iter().map(Vec::len).max().unwrap_or(0);
    let row = |week: usize| {
        let mut cells = vec![Cell::Count(week as u64)];
        for curve in curves {
            match curve.get(week) {
                Some((_, well, error, n)) => {
                    cells.extend([
                        Cell::Number(*well, 1),
                        Cell::Number(*error, 1),
                        Cell::Count(*n),
                    ]);
                }
                None => cells.extend([const { Cell::Missing }; 3]),
            }
        }
        cells
    };
    Table { caption: words.caption.to_owned(), columns, rows: (0..weeks).map(row).collect() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const WORDS: Words = Words {
        share: "share",
        followed: "followed",
        week: "week",
        caption: "c",
        columns: ["well", "error", "n"],
    };

    #[test]
    fn the_curve_starts_with_everybody_and_counts_who_is_followed() {
        let table = LifeTable { n: 10, relapses: vec![0, 2, 3, 0], censored: vec![0, 1, 0, 4] };
        let followed: Vec<u64> = curve(&table).iter().map(|point| point.3).collect();
        assert_eq!(followed, [10, 10, 7, 4]);
        let arms = [Arm { slot: Slot::A, name: "A", table: &table }];
        for width in [Width::Wide, Width::Narrow] {
            let chart = still(&arms, WORDS, width);
            roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
            assert_eq!(chart.table.rows.len(), 4);
            assert!(!chart.labels.contains("NaN") && !chart.marks.contains("NaN"));
        }
        assert_eq!(at_end(&LifeTable::default()), None);
    }
}
