//! One person's life on one time axis: score lines over rows of events over dose bars. Knows no engine: who draws it says
//! what happened on which day.
//!
//! From top to bottom: the score with its check-ups, what was reported, what nobody reported, the dose. A chosen visit is a
//! column through all of them, and days that are not lived yet are a sunken field over all of them.

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
use crate::report::table::Table;

mod field;
#[cfg(test)]
pub(super) mod fixture;
mod glyph;
mod table;

pub use glyph::Sign;
pub use glyph::Told;
pub use glyph::glyph;
pub use glyph::missed;

use field::Rooms;

/// What a line of scores is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// The life that is looked at.
    Lived,
    /// The same person's life otherwise: thin, dashed, never with dose bars.
    Ghost,
    /// The reader's own: a dark line on amber.
    You,
}

/// A line of scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Life<'a> {
    /// Whose colour, dash and marker it has.
    pub slot: Slot,
    /// What it is.
    pub looks: Looks,
    /// Check-ups: the day and the score, none where it was missed; in order of days.
    pub scores: &'a [(u16, Option<u8>)],
    /// What stands at its end: on a wide chart, on a narrow one.
    pub end: (&'a str, &'a str),
    /// Heads its column in the table.
    pub name: &'a str,
}

/// Something on a row of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: u16,
    /// What it was.
    pub sign: Sign,
}

/// What nobody reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreported<'a> {
    /// Not to be seen: an empty field in the place of the row.
    Hidden,
    /// The events, and the spans between check-ups in which something was missed.
    Shown(&'a [Mark], &'a [(u16, u16)]),
}

/// A dose that was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// The day.
    pub day: u16,
    /// The dose, au.
    pub au: f64,
    /// Whether it differs from the one before.
    pub changed: bool,
}

/// The words on the timeline and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Names of the four rows: score, reported, nobody reported, dose.
    pub rows: [&'a str; 4],
    /// In place of what nobody reported while it is hidden.
    pub hidden: &'a str,
    /// Over days that are not lived yet.
    pub unlived: &'a str,
    /// Before the number of the chosen day: "day".
    pub day: &'a str,
    /// Before the first number below: "week".
    pub week: &'a str,
    /// At the end of the target line, on a wide chart and on a narrow one.
    pub target: (&'a str, &'a str),
    /// Caption of the table.
    pub caption: &'a str,
    /// Events in the table, as [`Sign::ALL`] has them.
    pub signs: [&'a str; 5],
}

/// What the timeline shows.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// Days from the first to the last.
    pub days: u16,
    /// The lines of scores; the dose bars belong to the first.
    pub lives: &'a [Life<'a>],
    /// What was reported at each visit.
    pub reported: &'a [Mark],
    /// What nobody reported.
    pub unreported: Unreported<'a>,
    /// The doses of the first life.
    pub doses: &'a [Dose],
    /// A dose that is marked and not yet given: amber, with a question mark.
    pub marked: Option<(u16, f64)>,
    /// The highest dose of the ladder, au.
    pub top: f64,
    /// The score to reach, if there is one.
    pub target: Option<f64>,
    /// The last day that has been lived, if some are still to come.
    pub lived: Option<u16>,
    /// The days of visits that can be chosen by a touch on the chart.
    pub visits: &'a [u16],
    /// The day of the chosen visit.
    pub chosen: Option<u16>,
    /// Its words.
    pub words: Words<'a>,
}

/// The timeline.
pub fn timeline(timeline: &Timeline, width: Width) -> Chart {
    let rooms = Rooms::of(timeline, width);
    let plot = rooms.plot(timeline, width);
    let scores = ticks(rooms.top, if rooms.top > 40 { 20 } else { 10 });
    let mut labels = String::new();
    rooms.rows(&mut labels, timeline, &plot);
    plot.y_axis(&mut labels, timeline.words.rows[0], &scores);
    weeks(&mut labels, timeline, &rooms, &plot);
    for life in timeline.lives.iter().rev() {
        check_ups(&mut labels, life, &rooms, &plot);
    }
    start(&mut labels, timeline, &plot);
    plot.ends(&mut labels, &ends(timeline));
    rooms.events(&mut labels, timeline, &plot);
    rooms.doses(&mut labels, timeline, &plot);
    rooms.over(&mut labels, timeline, &plot);
    let mut marks = rooms.under(timeline, &plot);
    marks.push_str(&plot.marks(|pencil| {
        pencil.grid(&scores);
        for y in [Some(rooms.lines.0), rooms.lines.1].into_iter().flatten() {
            pencil.line(
                &[(plot.x.0, rooms.up(&plot, y)), (plot.x.1, rooms.up(&plot, y))],
                Pen(Role::Grid, Tone::Plain),
            );
        }
        let base = rooms.up(&plot, rooms.dose);
        pencil.line(&[(plot.x.0, base), (plot.x.1, base)], Pen(Role::Base, Tone::Plain));
        for life in timeline.lives.iter().rev() {
            pencil.line(&seen(life), pen(life));
        }
    }));
    let table: Table = table::table(timeline);
    // It is read visit by visit, with a player and a log of its own.
    Chart { view: plot.view(), marks, labels, height: plot.height(), table, ..Chart::default() }
}

const fn pen(life: &Life) -> Pen {
    match life.looks {
        Looks::Lived => Pen(Role::Line, Tone::Arm(life.slot)),
        Looks::Ghost => Pen(Role::ThinLine, Tone::Arm(life.slot)),
        Looks::You => Pen(Role::Line, Tone::Ink),
    }
}

/// The check-ups that took place, as points.
fn seen(life: &Life) -> Vec<(f64, f64)> {
    let point = |(day, score): &(u16, Option<u8>)| Some((f64::from(*day), f64::from((*score)?)));
    life.scores.iter().filter_map(point).collect()
}

/// A marker at each check-up, and a ring where one was missed, on the line between its neighbours.
fn check_ups(labels: &mut String, life: &Life, rooms: &Rooms, plot: &Plot) {
    let points = seen(life);
    for (day, score) in life.scores {
        let x = f64::from(*day);
        let (y, mark) = match (score, life.looks) {
            (Some(score), looks) => (Some(f64::from(*score)), marker(life.slot, looks, rooms)),
            (None, Looks::Ghost) => continue,
            (None, _) => (between(&points, x), glyph::missed(life.slot, rooms.check_up)),
        };
        let Some(y) = y else { continue };
        // Writing to a string cannot fail.
        let _ = write!(
            labels,
            r#"<svg x="{}" y="{:.1}" overflow="visible">{mark}</svg>"#,
            percent(plot.across(x)),
            plot.down(y)
        );
    }
}

fn marker(slot: Slot, looks: Looks, rooms: &Rooms) -> String {
    match looks {
        Looks::Lived => slot.marker(rooms.check_up),
        Looks::Ghost => slot.marker(0.62 * rooms.check_up),
        Looks::You => format!(r#"<circle class="you-dot" r="{}"/>"#, rooms.check_up),
    }
}

/// The score on the straight line between the check-ups around a day; none beyond the last.
fn between(points: &[(f64, f64)], x: f64) -> Option<f64> {
    let pair = points.windows(2).find(|pair| pair[0].0 <= x && x <= pair[1].0)?;
    let share = (x - pair[0].0) / (pair[1].0 - pair[0].0);
    Some(pair[0].1 + share * (pair[1].1 - pair[0].1))
}

/// The score at the start beside its mark, and where days are still to come the last one as well.
fn start(labels: &mut String, timeline: &Timeline, plot: &Plot) {
    let Some(life) = timeline.lives.first() else { return };
    let seen = seen(life);
    let last = seen.last().filter(|_| timeline.lived.is_some() && seen.len() > 1);
    for (x, y) in seen.first().into_iter().chain(last) {
        let _ = write!(
            labels,
            r#"<svg x="{}" y="{:.1}" overflow="visible"><text class="name ink over" x="9" y="-5">{y}</text></svg>"#,
            percent(plot.across(*x)),
            plot.down(*y)
        );
    }
}

fn ends(timeline: &Timeline) -> Vec<End> {
    let mut ends = Vec::new();
    for (i, life) in (0_u32..).zip(timeline.lives) {
        let Some((_, score)) = seen(life).last().copied() else { continue };
        // While days are still to come, the last score stands at its mark.
        if life.looks == Looks::You && timeline.lived.is_some() {
            continue;
        }
        let whose = if life.looks == Looks::You { "ink" } else { life.slot.class() };
        ends.push(End {
            value: score - 1e-6 * f64::from(i),
            text: (life.end.0.to_owned(), life.end.1.to_owned()),
            class: format!("name {whose}"),
            marker: None,
        });
    }
    if let Some(value) = timeline.target {
        let (long, short) = timeline.words.target;
        let text = (long.to_owned(), short.to_owned());
        ends.push(End { value, text, class: "axis".to_owned(), marker: None });
    }
    ends
}

/// Numbers of weeks below the doses.
fn weeks(labels: &mut String, timeline: &Timeline, rooms: &Rooms, plot: &Plot) {
    let last = u32::from(timeline.days / 7);
    let most = if plot.width == Width::Wide { 13 } else { 6 };
    let steps = [1, 2, 4, 8, 13, 26, 52];
    let step = steps.into_iter().find(|step| last / step <= most).unwrap_or(last.max(1));
    for week in ticks(last, step) {
        let text = if week > 0.0 { week.to_string() } else { format!("{} 0", timeline.words.week) };
        let _ = write!(
            labels,
            r#"<text class="axis" x="{}" y="{:.0}" text-anchor="middle">{}</text>"#,
            percent(plot.across(7.0 * week)),
            rooms.dose + 20.0,
            escape(&text)
        );
    }
}

#[cfg(test)]
mod tests;
