//! The doses of one person over the study, small enough for a row of a table: steps, a triangle at each severe event, a
//! cross where the person left.

use std::fmt::Write;

use super::array;
use super::percent;
use super::slot::Slot;
use crate::endpoint::Fate;

/// The path of doses of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Whose it is: an arm's with a colour, or the reader's own.
    pub whose: Whose,
    /// Doses given: day and au, in order.
    pub doses: Vec<(u16, f64)>,
    /// Days of severe events.
    pub severe: Vec<u16>,
    /// The day on which the person left, if they did.
    pub left: Option<u16>,
    /// The last day of the study.
    pub days: u16,
    /// The highest dose of the ladder.
    pub top: f64,
}

/// Whose path it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The reader's: a dark line on amber.
    You,
    /// An arm's with a colour.
    Arm(Slot),
    /// An arm's that has none.
    Other,
}

/// Height of the picture, px.
const HEIGHT: f64 = 42.0;

/// Where the highest dose and no dose lie, px.
const FIELD: (f64, f64) = (8.0, 37.0);

/// Where the first and the last day lie, shares of the width.
const SIDES: (f64, f64) = (0.15, 0.84);

/// The picture as a whole `svg` element, hidden from screen readers: the words stand beside it.
pub fn steps(path: &Path) -> String {
    let class = match path.whose {
        Whose::You => "you-path",
        Whose::Other => "ink",
        Whose::Arm(slot) => slot.class(),
    };
    let mut svg = format!(
        r#"<svg class="dose-path {class}" width="100%" height="{HEIGHT}" aria-hidden="true" focusable="false"><line class="base" x1="{0}" x2="{2}" y1="{1}" y2="{1}"/>"#,
        percent(SIDES.0),
        FIELD.1,
        percent(SIDES.1)
    );
    svg.push_str(&lines(path));
    let end = path.left.unwrap_or(path.days);
    for day in &path.severe {
        let glyph = array::glyph(Fate::BetterSevere);
        mark(&mut svg, path, (*day, dose_on(path, *day)), &glyph);
    }
    if let Some(day) = path.left {
        mark(&mut svg, path, (day, dose_on(path, day)), &array::glyph(Fate::Left));
    }
    if let (Some((_, first)), Some((_, last))) = (path.doses.first(), path.doses.last()) {
        number(&mut svg, (SIDES.0, "end", -5.0), down(path, *first), *first);
        let at = across(path, end);
        number(&mut svg, (at, "start", 9.0), down(path, *last), *last);
    }
    svg.push_str("</svg>");
    svg
}

/// The doses in words, each change once: "40, 60, 80 au".
pub fn spoken(path: &Path) -> String {
    let mut doses: Vec<String> = path.doses.iter().map(|(_, au)| au.to_string()).collect();
    doses.dedup();
    if doses.is_empty() { String::new() } else { format!("{} au", doses.join(", ")) }
}

/// The line, with amber under the reader's own.
fn lines(path: &Path) -> String {
    let mut d = String::new();
    let mut last = None;
    for (day, au) in &path.doses {
        // Writing to a string cannot fail.
        let y = down(path, *au);
        let _ = match last {
            None => write!(d, "M{day} {y:.1}"),
            Some(before) if y.total_cmp(&before).is_eq() => write!(d, "H{day}"),
            Some(_) => write!(d, "H{day}V{y:.1}"),
        };
        last = Some(y);
    }
    if d.is_empty() {
        return d;
    }
    let _ = write!(d, "H{}", path.left.unwrap_or(path.days));
    let line = |class: &str| {
        format!(r#"<path class="{class}" d="{d}" fill="none" vector-effect="non-scaling-stroke"/>"#)
    };
    let lines = match path.whose {
        Whose::You => line("halo") + &line("line thin"),
        Whose::Arm(_) | Whose::Other => line("line thin"),
    };
    format!(
        r#"<svg x="{}" width="{}" height="{HEIGHT}" viewBox="0 0 {} {HEIGHT}" preserveAspectRatio="none" overflow="visible">{lines}</svg>"#,
        percent(SIDES.0),
        percent(SIDES.1 - SIDES.0),
        path.days.max(1)
    )
}

fn mark(svg: &mut String, path: &Path, (day, au): (u16, f64), glyph: &str) {
    let _ = write!(
        svg,
        r#"<svg x="{}" y="{:.1}" overflow="visible"><g transform="scale(.62)">{glyph}</g></svg>"#,
        percent(across(path, day)),
        down(path, au)
    );
}

fn number(svg: &mut String, (x, anchor, off): (f64, &str, f64), y: f64, au: f64) {
    let _ = write!(
        svg,
        r#"<svg x="{}" y="{:.1}" overflow="visible"><text class="axis" x="{off}" y="4" text-anchor="{anchor}">{au}</text></svg>"#,
        percent(x),
        y
    );
}

/// The dose of the last session up to a day.
fn dose_on(path: &Path, day: u16) -> f64 {
    path.doses.iter().rev().find(|(at, _)| *at <= day).map_or(0.0, |(_, au)| *au)
}

fn across(path: &Path, day: u16) -> f64 {
    let share = f64::from(day) / f64::from(path.days.max(1));
    SIDES.0 + (SIDES.1 - SIDES.0) * share
}

fn down(path: &Path, au: f64) -> f64 {
    let share = if path.top > 0.0 { au / path.top } else { 0.0 };
    FIELD.1 - (FIELD.1 - FIELD.0) * share
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn some(whose: Whose) -> Path {
        Path {
            whose,
            doses: vec![(0, 40.0), (3, 40.0), (7, 60.0), (10, 40.0)],
            severe: vec![7],
            left: Some(28),
            days: 84,
            top: 160.0,
        }
    }

    #[test]
    fn a_path_steps_at_each_change_and_ends_where_the_person_left() {
        let svg = steps(&some(Whose::Arm(Slot::B)));
        roxmltree::Document::parse(&svg).unwrap();
        assert!(svg.contains(r#"d="M0 29.8H3H7V26.1H10V29.8H28""#), "{svg}");
        assert_eq!(
            (svg.matches("class=\"fill\"").count(), svg.matches("class=\"stroke\"").count()),
            (1, 1)
        );
        assert!(!svg.contains("halo") && steps(&some(Whose::You)).contains("halo"));
        assert_eq!(spoken(&some(Whose::You)), "40, 60, 40 au");
    }

    #[test]
    fn nobody_who_got_nothing_has_a_line() {
        let none = Path { doses: Vec::new(), severe: Vec::new(), days: 0, ..some(Whose::Other) };
        let svg = steps(&none);
        assert!(!svg.contains("class=\"line") && !svg.contains("NaN"), "{svg}");
        assert_eq!(spoken(&none), "");
    }
}
