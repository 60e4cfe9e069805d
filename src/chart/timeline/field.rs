//! Where the rows of a timeline lie, and what is drawn in them.

use std::fmt::Write;

use super::Looks;
use super::Mark;
use super::Timeline;
use super::Told;
use super::Unreported;
use super::glyph;
use super::seen;
use crate::chart::escape;
use crate::chart::percent;
use crate::chart::plot::Plot;
use crate::chart::plot::Width;

/// A usual width of the whole chart, px: what sizes in pixels are reckoned from.
const WIDE: f64 = 880.0;
const NARROW: f64 = 330.0;

/// Where the field of scores begins, px.
const TOP: f64 = 30.0;

/// Room that a digit of a number over a bar needs, and that a gap does, px.
const DIGIT: f64 = 7.3;
const GAP: f64 = 3.0;

/// Room before the first day, px.
const ROOM: f64 = 14.0;

/// The most doses that all carry their number, on a wide chart.
const NUMBERED: usize = 18;

/// Where the rows lie, px from the top.
pub(super) struct Rooms {
    /// The highest score on the axis.
    pub(super) top: u32,
    /// The middle of the rows of events: reported, and nobody reported where there is such a row.
    pub(super) lines: (f64, Option<f64>),
    /// The foot of the dose bars.
    pub(super) dose: f64,
    /// The most that a bar rises.
    rise: f64,
    /// Where the names of the rows stand: reported, nobody reported, dose.
    names: [Option<f64>; 3],
    /// Half the width of a check-up's mark.
    pub(super) check_up: f64,
    /// Radius of an event's mark.
    event: f64,
    /// Width of a bar.
    bar: f64,
    /// Height of the field of scores, and of what lies below it.
    tall: (u32, u32),
    /// The width that all this is reckoned for.
    width: f64,
}

/// Whether there is a row of what nobody reported: not on a narrow chart of days that are still lived, where it would say
/// nothing and the choice needs its room.
const fn has_untold(timeline: &Timeline, width: Width) -> bool {
    let living = timeline.lived.is_some() && matches!(timeline.unreported, Unreported::Hidden);
    !(living && matches!(width, Width::Narrow))
}

impl Rooms {
    pub(super) fn of(timeline: &Timeline, width: Width) -> Self {
        let scores = timeline.lives.iter().flat_map(seen).map(|(_, score)| score);
        let highest = scores.fold(0.0, f64::max);
        let top = if highest > 40.0 { 60 } else { 40 };
        let untold = has_untold(timeline, width);
        let (tall, width) = match width {
            Width::Wide => ((152, 182), WIDE),
            Width::Narrow if untold => ((132, 190), NARROW),
            Width::Narrow => ((130, 154), NARROW),
        };
        let floor = TOP + f64::from(tall.0);
        let (left, right) = sides(width);
        let day = width * (right - left) / f64::from(timeline.days.max(1));
        let (lines, names, dose, rise) = if width > NARROW {
            ((32.0, Some(64.0)), (36.0, Some(68.0), 108.0), 155.0, 54.0)
        } else if untold {
            ((44.0, Some(84.0)), (28.0, Some(68.0), 106.0), 162.0, 40.0)
        } else {
            ((46.0, None), (29.0, None, 68.0), 126.0, 40.0)
        };
        let under = |px: Option<f64>| px.map(|px| floor + px);
        Self {
            top,
            lines: (floor + lines.0, under(lines.1)),
            dose: floor + dose,
            rise,
            names: [Some(floor + names.0), under(names.1), Some(floor + names.2)],
            check_up: (2.2 * day).clamp(2.6, 5.0),
            event: (1.3 * day).clamp(4.6, 6.5),
            bar: (1.6 * day).clamp(2.0, 10.0),
            tall,
            width,
        }
    }

    pub(super) fn plot(&self, timeline: &Timeline, width: Width) -> Plot {
        // The first day has room for its column.
        let days = f64::from(timeline.days.max(1));
        let (left, right) = sides(self.width);
        let x = (-ROOM * days / (self.width * (right - left) - ROOM), days);
        Plot { width, sides: sides(self.width), tall: self.tall, x, y: (0.0, f64::from(self.top)) }
    }

    /// The value on the axis of scores that lies so many pixels from the top, below the axis as well.
    pub(super) fn up(&self, plot: &Plot, px: f64) -> f64 {
        f64::from(self.top) * (f64::from(plot.floor()) - px) / f64::from(plot.tall.0)
    }

    /// The names of the rows.
    pub(super) fn rows(&self, labels: &mut String, timeline: &Timeline, _plot: &Plot) {
        for (y, name) in self.names.iter().zip(&timeline.words.rows[1..]) {
            let Some(y) = y else { continue };
            let name = escape(name);
            let _ = write!(labels, r#"<text class="axis over" x="0" y="{y:.0}">{name}</text>"#);
        }
    }

    /// What lies under the lines: spans in which something was missed, the chosen visit, days still to come.
    pub(super) fn under(&self, timeline: &Timeline, plot: &Plot) -> String {
        let mut out = String::new();
        out.push_str(&self.spans(timeline, plot));
        if let Some(day) = timeline.chosen {
            let half = self.half_column(plot);
            let day = f64::from(day);
            out.push_str(&area(
                plot,
                (day - half, day + half),
                (TOP - 6.0, self.dose + 2.0),
                "column",
            ));
        }
        if let Some(lived) = timeline.lived.filter(|lived| *lived < timeline.days) {
            let days = (f64::from(lived) + self.half_column(plot), plot.x.1);
            out.push_str(&area(plot, days, (TOP, self.dose), "sunken"));
        }
        if let Some(target) = timeline.target {
            out.push_str(&path(plot, &[(plot.x.0, target), (plot.x.1, target)], "target"));
        }
        for life in timeline.lives.iter().filter(|life| life.looks == Looks::You) {
            out.push_str(&path(plot, &seen(life), "halo"));
        }
        out
    }

    /// In the row of what nobody reported: all of it while that is hidden, else the spans in which something was missed.
    fn spans(&self, timeline: &Timeline, plot: &Plot) -> String {
        let Some(nobody) = self.lines.1 else { return String::new() };
        let sunken = |days| area(plot, days, (nobody - 13.0, nobody + 13.0), "sunken");
        match timeline.unreported {
            Unreported::Hidden => sunken(plot.x),
            Unreported::Shown(_, spans) => {
                spans.iter().map(|(from, to)| sunken((f64::from(*from), f64::from(*to)))).collect()
            }
        }
    }

    /// Half the width of the chosen column, days.
    fn half_column(&self, plot: &Plot) -> f64 {
        let (left, right) = plot.sides;
        let px = if self.width > NARROW { 13.0 } else { 10.0 };
        px * (plot.x.1 - plot.x.0) / (self.width * (right - left))
    }

    /// The two rows of events.
    pub(super) fn events(&self, labels: &mut String, timeline: &Timeline, plot: &Plot) {
        self.row(labels, plot, (timeline.reported, Told::Reported), self.lines.0);
        let Some(nobody) = self.lines.1 else { return };
        match timeline.unreported {
            Unreported::Shown(marks, _) => self.row(labels, plot, (marks, Told::Nobody), nobody),
            Unreported::Hidden => {
                // Not across the column of today.
                let (from, to) = match timeline.lived.map(f64::from) {
                    Some(lived) if lived < 0.5 * plot.x.1 => (lived, plot.x.1),
                    Some(lived) if lived < plot.x.1 => (plot.x.0, lived),
                    _ => plot.x,
                };
                let middle = percent(plot.across(0.5 * (from + to)));
                let _ = write!(
                    labels,
                    r#"<text class="axis" x="{middle}" y="{:.0}" text-anchor="middle">{}</text>"#,
                    nobody + 4.0,
                    escape(timeline.words.hidden)
                );
            }
        }
    }

    fn row(&self, labels: &mut String, plot: &Plot, (marks, told): (&[Mark], Told), y: f64) {
        // What is worse lies on top.
        let mut order: Vec<&Mark> = marks.iter().collect();
        order.sort_by_key(|mark| mark.sign);
        for mark in order {
            let _ = write!(
                labels,
                r#"<svg x="{}" y="{y:.1}" overflow="visible">{}</svg>"#,
                percent(plot.across(f64::from(mark.day))),
                glyph(mark.sign, told, self.event)
            );
        }
    }

    /// The dose bars, with their numbers where there is room.
    pub(super) fn doses(&self, labels: &mut String, timeline: &Timeline, plot: &Plot) {
        let whose = match timeline.lives.first() {
            Some(life) if life.looks == Looks::You => "fill ink".to_owned(),
            Some(life) => format!("fill {}", life.slot.class()),
            None => "fill ink".to_owned(),
        };
        let all = self.width > NARROW && timeline.doses.len() <= NUMBERED;
        let mut free = f64::NEG_INFINITY;
        // The number of the dose that is marked stands in any case.
        let taken = timeline.marked.map_or(f64::INFINITY, |(day, au)| {
            plot.across(f64::from(day)) * self.width - 0.5 * DIGIT * (digits(au) + 1.0) - GAP
        });
        for dose in timeline.doses {
            let x = plot.across(f64::from(dose.day));
            let height = self.height(dose.au, timeline);
            let (middle, half) = (x * self.width, 0.5 * DIGIT * digits(dose.au));
            let room = middle - half >= free && middle + half <= taken;
            let number = if (dose.changed || all) && room {
                free = middle + half + GAP;
                let class = if dose.changed { "name ink" } else { "axis" };
                format!(r#"<text class="{class}" y="-5" text-anchor="middle">{}</text>"#, dose.au)
            } else {
                String::new()
            };
            let _ = write!(
                labels,
                r#"<svg x="{}" y="{:.1}" overflow="visible"><rect class="{whose}" x="{:.1}" width="{:.1}" height="{height:.1}" rx="1.5"/>{number}</svg>"#,
                percent(x),
                self.dose - height,
                -0.5 * self.bar,
                self.bar
            );
        }
        if let Some(marked) = timeline.marked {
            self.marked(labels, marked, timeline, plot);
        }
    }

    /// The dose that is marked for today: amber is what the reader is about to do.
    fn marked(&self, labels: &mut String, (day, au): (u16, f64), timeline: &Timeline, plot: &Plot) {
        let height = self.height(au, timeline);
        let width = self.bar.max(6.0);
        let _ = write!(
            labels,
            r#"<svg x="{}" y="{:.1}" overflow="visible"><rect class="you-bar" x="{:.1}" width="{width:.1}" height="{height:.1}" rx="1.5"/><text class="name ink" y="-5" text-anchor="middle">{au}?</text></svg>"#,
            percent(plot.across(f64::from(day))),
            self.dose - height,
            -0.5 * width,
        );
    }

    fn height(&self, au: f64, timeline: &Timeline) -> f64 {
        if timeline.top > 0.0 { self.rise * au / timeline.top } else { 0.0 }
    }

    /// What lies over everything: the day that is chosen, the word over days still to come, and where a touch chooses.
    pub(super) fn over(&self, labels: &mut String, timeline: &Timeline, plot: &Plot) {
        if let Some(day) = timeline.chosen {
            // On a narrow chart the title of the axis stands where the label of the first days would.
            let least = if self.width > NARROW { 0.0 } else { 0.33 };
            let x = plot.across(f64::from(day)).max(least);
            let anchor = if x > 0.9 { "end" } else { "middle" };
            let _ = write!(
                labels,
                r#"<text class="name ink" x="{}" y="{:.0}" text-anchor="{anchor}">{} {day}</text>"#,
                percent(x),
                TOP - 12.0,
                escape(timeline.words.day)
            );
        }
        if let Some(lived) = timeline.lived.filter(|lived| *lived < timeline.days) {
            let middle = 0.5 * (f64::from(lived) + plot.x.1);
            let _ = write!(
                labels,
                r#"<text class="axis" x="{}" y="{:.0}" text-anchor="middle">{}</text>"#,
                percent(plot.across(middle)),
                TOP + 0.5 * f64::from(plot.tall.0),
                escape(timeline.words.unlived)
            );
        }
        for (i, day) in timeline.visits.iter().enumerate() {
            let day = f64::from(*day);
            let before = i.checked_sub(1).map_or(plot.x.0 - 3.0, |i| f64::from(timeline.visits[i]));
            let after = timeline.visits.get(i + 1).map_or(day + 4.0, |next| f64::from(*next));
            let from = plot.across(0.5 * (before + day)).max(0.0);
            let to = plot.across((0.5 * (day + after)).min(plot.x.1 + 2.0));
            let _ = write!(
                labels,
                r#"<rect class="hit" data-visit="{i}" x="{}" y="{:.0}" width="{}" height="{:.0}"/>"#,
                percent(from),
                TOP - 6.0,
                percent(to - from),
                self.dose + 8.0 - TOP
            );
        }
    }
}

/// How many digits a number has as it is written.
fn digits(number: f64) -> f64 {
    u32::try_from(number.to_string().len()).map_or(0.0, f64::from)
}

const fn sides(width: f64) -> (f64, f64) {
    if width > NARROW { (0.135, 0.835) } else { (0.075, 0.86) }
}

/// An area of the marks between two days and two heights, px.
fn area(plot: &Plot, (from, to): (f64, f64), (top, foot): (f64, f64), class: &str) -> String {
    let (across, fine) = units(plot);
    let (left, right) = (across * plot.across(from), across * plot.across(to));
    format!(
        r#"<rect class="{class}" x="{left:.0}" y="{:.0}" width="{:.0}" height="{:.0}"/>"#,
        fine * top,
        (right - left).max(0.0),
        fine * (foot - top)
    )
}

/// A line between days and scores that is no arm's: the target, the amber under a line of the reader's own.
fn path(plot: &Plot, points: &[(f64, f64)], class: &str) -> String {
    let (across, fine) = units(plot);
    let mut d = String::new();
    for (x, y) in points {
        let start = if d.is_empty() { 'M' } else { 'L' };
        let _ = write!(d, "{start}{:.0} {:.0}", across * plot.across(*x), fine * plot.down(*y));
    }
    if d.is_empty() {
        return d;
    }
    let dashes = if class == "target" { r#" stroke-dasharray="2 4""# } else { "" };
    format!(
        r#"<path class="{class}" d="{d}" fill="none" vector-effect="non-scaling-stroke"{dashes}/>"#
    )
}

/// Units of the marks' box: all of its width, and a pixel of its height.
fn units(plot: &Plot) -> (f64, f64) {
    let (across, tall) = plot.view();
    (f64::from(across), f64::from(tall) / f64::from(plot.height()))
}
