//! A fan of courses: bands that hold half and eight in ten of the people, the middle one, some thin lines, and people picked
//! out in ink.

use super::Chart;
use super::backend::Pen;
use super::backend::Role;
use super::backend::Tone;
use super::course::quantiles;
use super::plot::End;
use super::plot::Plot;
use super::plot::Width;
use super::plot::ticks;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Histogram;

/// Thin lines at most.
pub const LINES: usize = 28;

/// The highest score on the axis.
pub const TOP: u32 = 60;

/// Left and right end of the field as shares of the width.
pub const SIDES: (f64, f64) = (0.05, 0.84);

/// Where the field begins and ends, px from the top of the chart.
pub const FIELD: (u32, u32) = (30, 270);

/// A person's course: weeks and scores.
pub type Line = Vec<(f64, f64)>;

/// Somebody picked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    /// What they are called, and where there is little room.
    pub name: (String, String),
    /// Their course.
    pub line: Line,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan<'a> {
    /// The arm's slot.
    pub slot: Slot,
    /// Scores by week.
    pub scores: &'a [Histogram],
    /// Thin lines.
    pub lines: &'a [Line],
    /// People picked out.
    pub picked: &'a [Picked],
    /// The words on the chart and over its table.
    pub words: Words<'a>,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// Title of the y axis.
    pub score: &'a str,
    /// What precedes the first number on the x axis, and heads the first column.
    pub week: &'a str,
    /// At the lines of the shares, lowest first.
    pub ends: [&'a str; 5],
    /// Caption of the table.
    pub caption: &'a str,
    /// Over the column that counts people.
    pub n: &'a str,
}

/// The chart.
pub fn fan(fan: &Fan, width: Width) -> Chart {
    let weeks: Vec<(f64, [f64; 5])> = (0_u32..)
        .zip(fan.scores)
        .filter_map(|(week, histogram)| Some((f64::from(week), quantiles(histogram)?)))
        .collect();
    let last = u32::try_from(fan.scores.len().saturating_sub(1)).unwrap_or(0).max(1);
    let sides = match width {
        Width::Wide => SIDES,
        Width::Narrow => (0.09, 0.84),
    };
    let x = (0.0, f64::from(last));
    let tall = (FIELD.1 - FIELD.0, 30);
    let plot = Plot { width, sides, tall, x, y: (0.0, f64::from(TOP)) };
    let scores = ticks(TOP, 20);
    let mut labels = String::new();
    plot.y_axis(&mut labels, fan.words.score, &scores);
    let step = last.div_ceil(if width == Width::Wide { 12 } else { 6 });
    for week in ticks(last, step) {
        let text = if week > 0.0 { week.to_string() } else { format!("{} 0", fan.words.week) };
        plot.x_tick(&mut labels, week, &text);
    }
    plot.ends(&mut labels, &ends(fan, &weeks, width));
    let along = |share: usize| -> Line { weeks.iter().map(|(w, s)| (*w, s[share])).collect() };
    let arm = Tone::Arm(fan.slot);
    let marks = plot.marks(|pencil| {
        pencil.grid(&scores);
        pencil.band(&along(0), &along(4), Pen(Role::WideBand, arm));
        pencil.band(&along(1), &along(3), Pen(Role::Band, arm));
        for line in fan.lines {
            pencil.line(line, Pen(Role::Hair, arm));
        }
        pencil.line(&along(2), Pen(Role::Line, arm));
        for (i, picked) in fan.picked.iter().enumerate() {
            let tone = if i == 1 { Tone::InkDashed } else { Tone::Ink };
            let role = if i == 2 { Role::ThinLine } else { Role::Line };
            pencil.line(&picked.line, Pen(role, tone));
        }
    });
    let (view, height, table) = (plot.view(), plot.height(), table(fan));
    let (stops, said) = (plot.stops(&table), (0..table.columns.len()).collect());
    Chart { view, marks, labels, height, table, stops, said }
}

fn ends(fan: &Fan, weeks: &[(f64, [f64; 5])], width: Width) -> Vec<End> {
    let mut ends = Vec::new();
    if let Some((_, scores)) = weeks.last() {
        for (i, (value, words)) in scores.iter().zip(fan.words.ends).enumerate() {
            let middle = i == 2;
            if middle || width == Width::Wide {
                let class =
                    if middle { format!("name {}", fan.slot.class()) } else { "axis".to_owned() };
                let short = value.to_string();
                ends.push(End {
                    value: *value,
                    text: (words.to_owned(), short),
                    class,
                    marker: None,
                });
            }
        }
    }
    for picked in fan.picked {
        if let Some((_, score)) = picked.line.last() {
            ends.push(End {
                value: *score,
                text: picked.name.clone(),
                class: "name ink".to_owned(),
                marker: None,
            });
        }
    }
    ends
}

fn table(fan: &Fan) -> Table {
    let mut columns = vec![fan.words.week.to_owned(), fan.words.n.to_owned()];
    columns.extend(fan.words.ends.map(str::to_owned));
    columns.extend(fan.picked.iter().map(|picked| picked.name.0.clone()));
    let row = |(week, histogram): (u32, &Histogram)| {
        let scores = quantiles(histogram)?;
        let mut row = vec![Cell::Count(u64::from(week)), Cell::Count(histogram.n())];
        row.extend(scores.map(|score| Cell::Number(score, 0)));
        row.extend(fan.picked.iter().map(|picked| {
            let at = picked.line.iter().find(|(w, _)| (w - f64::from(week)).abs() < 1e-9);
            at.map_or(Cell::Missing, |(_, score)| Cell::Number(*score, 0))
        }));
        Some(row)
    };
    let rows = (0_u32..).zip(fan.scores).filter_map(row).collect();
    Table { caption: fan.words.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::chart::fixture::arm;

    #[test]
    fn everybody_picked_has_a_line_a_label_and_a_column() {
        let tally = arm(2);
        let picked = [Picked {
            name: ("Person 8".to_owned(), "8".to_owned()),
            line: vec![(0.0, 30.0), (2.0, 12.0)],
        }];
        let words =
            Words { score: "s", week: "w", ends: ["1", "2", "3", "4", "5"], caption: "c", n: "n" };
        let lines = [vec![(0.0, 20.0), (1.0, 10.0)]];
        let drawn =
            Fan { slot: Slot::A, scores: &tally.weekly, lines: &lines, picked: &picked, words };
        for width in [Width::Wide, Width::Narrow] {
            let chart = fan(&drawn, width);
            roxmltree::Document::parse(&format!("<svg>{}</svg>", chart.labels)).unwrap();
            assert!(chart.labels.contains(if width == Width::Wide { "Person 8" } else { ">8<" }));
            assert_eq!(chart.table.columns.len(), 8);
            assert_eq!(chart.table.rows[2].last().unwrap(), &Cell::Number(12.0, 0));
        }
    }
}
