//! The dose of an arm over the weeks, small: the middle person as a staircase, the middle half of the people behind it.

use std::fmt::Write;

use super::percent;
use super::slot::Slot;
use crate::protocol::arm::DoseLadder;
use crate::tally::Histogram;

/// Height on the page, px.
pub const HEIGHT: u32 = 92;

/// Where the doses end above and the axis lies below, px.
const FIELD: (f64, f64) = (16.0, 72.0);

/// The share of the width that the weeks take; the rest holds the last dose.
const ACROSS: f64 = 0.86;

/// The doses of one arm.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    /// Rungs given in each week.
    pub rungs: &'a [Histogram],
    /// The doses that exist.
    pub ladder: &'a DoseLadder,
    /// The arm's slot.
    pub slot: Slot,
    /// What precedes the first number below the axis: "week".
    pub week: &'a str,
}

/// A week: which one, and the lower, middle and upper dose of the middle half.
type Week = (usize, [f64; 3]);

impl Path<'_> {
    /// The weeks in which at least half as many people had a session as in the busiest week. In the others only those come
    /// who still need to come often, and they are not the middle of anything.
    fn weeks(&self) -> Vec<Week> {
        let dose = |histogram: &Histogram, share| {
            let rung = histogram.quantile(share)?;
            self.ladder.0.iter().zip(0_u8..).find(|(_, i)| f64::from(*i) >= rung)
        };
        let week = |(week, histogram): (usize, &Histogram)| {
            let mut doses = [0.0; 3];
            for (value, share) in doses.iter_mut().zip([0.25, 0.5, 0.75]) {
                *value = dose(histogram, share)?.0.get();
            }
            Some((week, doses))
        };
        let busiest = self.rungs.iter().map(Histogram::n).max().unwrap_or(0);
        let most = |(_, histogram): &(usize, &Histogram)| 2 * histogram.n() >= busiest;
        self.rungs.iter().enumerate().filter(most).filter_map(week).collect()
    }

    /// The middle dose of the first and of the last week with sessions; none when nobody had any.
    pub fn ends(&self) -> Option<(f64, f64)> {
        let weeks = self.weeks();
        Some((weeks.first()?.1[1], weeks.last()?.1[1]))
    }

    /// The picture as the inside of an `svg` element of [`HEIGHT`] without a view box; empty when nobody had a session.
    pub fn draw(&self) -> String {
        let weeks = self.weeks();
        let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return String::new() };
        let end = self.rungs.len().saturating_sub(1).max(1);
        let class = self.slot.class();
        let mut out = String::new();
        let stairs = |share: usize| staircase(&weeks, share, end);
        for (x, y) in self.band(&stairs(0), &stairs(2)) {
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                r#"<rect class="band {class}" x="{}" width="{}" y="{:.1}" height="{:.1}"/>"#,
                percent(x.0),
                percent(x.1 - x.0),
                y.0,
                (y.1 - y.0).max(0.0)
            );
        }
        let middle = stairs(1);
        for pair in middle.windows(2) {
            let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
            let _ = write!(
                out,
                r#"<line class="path {class}" x1="{}" x2="{}" y1="{:.1}" y2="{:.1}"/>"#,
                percent(x1),
                percent(x2),
                self.down(y1),
                self.down(y2)
            );
        }
        self.letters(&mut out, (first.1[1], last.1[1]), end);
        out
    }

    fn letters(&self, out: &mut String, (first, last): (f64, f64), end: usize) {
        let (class, right) = (self.slot.class(), percent(ACROSS));
        let (floor, below) = (FIELD.1, FIELD.1 + 16.0);
        let _ = write!(
            out,
            r#"<line class="base" x1="0" x2="{right}" y1="{floor}" y2="{floor}"/><text class="axis" x="0" y="{below}">{} 0</text><text class="axis" x="{right}" y="{below}" text-anchor="end">{end}</text><svg x="{right}" y="{:.1}" overflow="visible"><text class="name {class}" x="7" y="4">{last}</text></svg>"#,
            super::escape(self.week),
            self.down(last)
        );
        if (first - last).abs() > 1e-9 {
            let y = self.down(first) - 6.0;
            let _ =
                write!(out, r#"<text class="name over {class}" x="0" y="{y:.1}">{first}</text>"#);
        }
    }

    fn down(&self, dose: f64) -> f64 {
        let top = self.ladder.dose(self.ladder.top());
        FIELD.1 - (FIELD.1 - FIELD.0) * dose / top
    }

    /// The boxes between two staircases of the same steps.
    fn band(&self, low: &[(f64, f64)], high: &[(f64, f64)]) -> Vec<((f64, f64), (f64, f64))> {
        let pairs = low.windows(2).zip(high.windows(2));
        let flat = pairs.filter(|(low, _)| low[1].0 > low[0].0);
        flat.map(|(low, high)| ((low[0].0, low[1].0), (self.down(high[0].1), self.down(low[0].1))))
            .collect()
    }
}

/// The corners of a staircase: each week's dose holds until the next week with sessions.
fn staircase(weeks: &[Week], share: usize, end: usize) -> Vec<(f64, f64)> {
    let across = |week: usize| {
        let part = |n: usize| f64::from(u32::try_from(n).unwrap_or(0));
        ACROSS * (part(week) / part(end)).min(1.0)
    };
    let mut corners = Vec::new();
    for (i, (week, doses)) in weeks.iter().enumerate() {
        let until = weeks.get(i + 1).map_or(end, |(next, _)| *next);
        corners.extend([(across(*week), doses[share]), (across(until), doses[share])]);
    }
    corners
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::unit::ArbitraryUnits;

    #[test]
    fn the_staircase_holds_each_dose_until_the_next_week_with_sessions() {
        let doses = [20.0, 40.0, 60.0].map(|dose| ArbitraryUnits::new(dose).unwrap());
        let ladder = DoseLadder(doses.to_vec());
        let nobody = Histogram::default();
        let rungs =
            [Histogram(vec![3, 1]), Histogram(vec![1]), Histogram(vec![0, 1, 3]), nobody.clone()];
        let path = Path { rungs: &rungs, ladder: &ladder, slot: Slot::B, week: "week" };
        assert_eq!(path.ends(), Some((20.0, 60.0)));
        let drawn = path.draw();
        roxmltree::Document::parse(&format!("<svg>{drawn}</svg>")).unwrap();
        assert_eq!(drawn.matches("path arm-b").count(), 3, "two steps and what joins them");
        assert_eq!(Path { rungs: &[nobody], ..path }.draw(), "");
    }
}
