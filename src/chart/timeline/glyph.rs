//! The marks of events: round is calm, pointed is harm. What nobody reported keeps its shape and is hatched.

use std::fmt::Write;

use crate::chart::slot::Slot;

/// What happened at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The visit did not take place.
    NoVisit,
    /// Nothing.
    Nothing,
    /// A mild event at worst.
    Mild,
    /// A moderate event at worst.
    Moderate,
    /// A severe event.
    Severe,
}

impl Sign {
    /// All of them, from no visit to severe.
    pub const ALL: [Self; 5] =
        [Self::NoVisit, Self::Nothing, Self::Mild, Self::Moderate, Self::Severe];

    /// The sign of a grade from 0 to 3.
    pub const fn of(grade: u8) -> Self {
        match grade {
            0 => Self::Nothing,
            1 => Self::Mild,
            2 => Self::Moderate,
            _ => Self::Severe,
        }
    }
}

/// Whether somebody reported it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Reported.
    Reported,
    /// Nobody did.
    Nobody,
}

/// The mark of an event around the origin, in ink; `r` is its radius.
pub fn glyph(sign: Sign, told: Told, r: f64) -> String {
    match (sign, told) {
        (Sign::NoVisit, _) => cross(0.6 * r),
        (Sign::Nothing, Told::Nobody) => String::new(),
        (Sign::Nothing, Told::Reported) => {
            format!(r#"<circle class="ink fill" r="{:.1}"/>"#, 0.28 * r)
        }
        (Sign::Mild, Told::Reported) => {
            format!(r#"<circle class="ink hollow" r="{:.1}"/>"#, 0.8 * r)
        }
        (Sign::Mild, Told::Nobody) => {
            format!(r#"<circle class="ink hollow" r="{:.1}" stroke-dasharray="2 2.2"/>"#, 0.8 * r)
        }
        (Sign::Moderate, Told::Reported) => {
            format!(r#"<circle class="ink fill" r="{:.1}"/>"#, 0.95 * r)
        }
        (Sign::Moderate, Told::Nobody) => {
            let disc = disc(0.9 * r);
            format!(r#"{}<circle class="ink hollow" r="{:.1}"/>"#, hatch(&disc), 0.9 * r)
        }
        (Sign::Severe, Told::Reported) => {
            format!(r#"<path class="ink fill" d="{}"/>"#, outline(&triangle(1.35 * r)))
        }
        (Sign::Severe, Told::Nobody) => {
            let triangle = triangle(1.3 * r);
            format!(r#"{}<path class="ink hollow" d="{}"/>"#, hatch(&triangle), outline(&triangle))
        }
    }
}

/// The mark of a check-up that was missed: an empty ring in dots.
pub fn missed(slot: Slot, r: f64) -> String {
    format!(r#"<circle class="{} missed" r="{:.1}" stroke-dasharray="2 2.2"/>"#, slot.class(), r)
}

fn cross(r: f64) -> String {
    format!(
        r#"<path class="ink stroke" d="M-{r:.1} -{r:.1}L{r:.1} {r:.1}M-{r:.1} {r:.1}L{r:.1} -{r:.1}"/>"#
    )
}

/// Corners of a shape, in order around it; the shape bulges nowhere inwards.
type Corners = Vec<(f64, f64)>;

fn triangle(r: f64) -> Corners {
    vec![(0.0, -r), (r, 0.72 * r), (-r, 0.72 * r)]
}

/// A circle as sixteen corners: close enough for hatching.
fn disc(r: f64) -> Corners {
    let (a, b, c) = (0.924, 0.707, 0.383);
    let quarter = [(1.0, 0.0), (a, c), (b, b), (c, a)];
    let turned = |turn: u8| {
        quarter.iter().map(move |(x, y)| match turn {
            0 => (*x, *y),
            1 => (-y, *x),
            2 => (-x, -y),
            _ => (*y, -x),
        })
    };
    (0..4).flat_map(turned).map(|(x, y)| (r * x, r * y)).collect()
}

fn outline(corners: &Corners) -> String {
    let mut d = String::new();
    for (x, y) in corners {
        // Writing to a string cannot fail.
        let _ = write!(d, "{}{x:.1} {y:.1}", if d.is_empty() { 'M' } else { 'L' });
    }
    d + "Z"
}

/// Distance of two lines of the hatching along x.
const SPACING: f64 = 3.7;

/// Lines at 45 degrees within a shape. They are drawn one by one, so that no picture needs a name within the page.
fn hatch(corners: &Corners) -> String {
    let mut d = String::new();
    for n in -6..=6 {
        let c = f64::from(n) * SPACING;
        if let Some([from, to]) = cut(corners, c) {
            let _ = write!(d, "M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1);
        }
    }
    format!(r#"<path class="ink hatch" d="{d}"/>"#)
}

/// Where the line `x + y = c` enters and leaves a shape.
fn cut(corners: &Corners, c: f64) -> Option<[(f64, f64); 2]> {
    let next = corners.iter().cycle().skip(1);
    let mut points = corners.iter().zip(next).filter_map(|(from, to)| {
        let (a, b) = (from.0 + from.1 - c, to.0 + to.1 - c);
        let crosses = (a < 0.0) != (b < 0.0);
        let t = a / (a - b);
        crosses.then_some((from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1)))
    });
    Some([points.next()?, points.next()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_reported_differs_by_shape_and_hatching() {
        let mut all: Vec<String> = Vec::new();
        for sign in Sign::ALL {
            for told in [Told::Reported, Told::Nobody] {
                all.push(glyph(sign, told, 6.5));
            }
        }
        let hatched = all.iter().filter(|mark| mark.contains("hatch")).count();
        assert_eq!(hatched, 2, "moderate and severe");
        let same = |i: usize| all[i + 1..].contains(&all[i]) && i != 0;
        assert!(!(0..all.len()).any(same), "{all:?}");
    }

    #[test]
    fn hatching_stays_within_its_shape() {
        for corners in [triangle(8.0), disc(6.0)] {
            for n in -6..=6 {
                let Some(ends) = cut(&corners, f64::from(n) * SPACING) else { continue };
                let inside = |(x, y): (f64, f64)| x.abs() < 8.01 && (-8.01..8.01).contains(&y);
                assert!(ends.into_iter().all(inside), "{ends:?}");
            }
            assert!(cut(&corners, 0.0).is_some() && cut(&corners, 30.0).is_none());
        }
    }
}
