//! The icon array: one glyph a person. Round is calm, pointed is harm, filled is better.

use std::fmt::Write;

use super::slot::Slot;
use crate::endpoint::Fate;

/// How the glyphs are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By fate, so that severe events form one block.
    Grouped,
    /// In the order of enrolment.
    Scattered,
}

/// Distance between two glyphs.
const PITCH: f64 = 26.0;

/// Radius of a glyph.
const RADIUS: f64 = 0.35 * PITCH;

/// How people end, in the order of their groups: severe events form one block.
pub const FATES: [Fate; 6] =
    [Fate::Better, Fate::BetterSevere, Fate::Severe, Fate::SevereLeft, Fate::Neither, Fate::Left];

/// Side of an array of a hundred, in its own units.
pub const SIDE: f64 = PITCH * 10.0;

/// Glyphs in a row.
pub const PER_ROW: usize = 10;

/// An icon array as a whole `svg` element, hidden from screen readers (its sentence stands beside it).
pub fn icon_array(fates: &[Fate], order: Order, slot: Slot) -> String {
    format!(
        r#"<svg class="array {}" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true" focusable="false">{}</svg>"#,
        slot.class(),
        glyphs(fates, order)
    )
}

/// The glyphs of an array, without the `svg` element around them.
pub fn glyphs(fates: &[Fate], order: Order) -> String {
    let grouped = || FATES.iter().flat_map(|kind| fates.iter().filter(move |fate| *fate == kind));
    let fates: Vec<&Fate> = match order {
        Order::Grouped => grouped().collect(),
        Order::Scattered => fates.iter().collect(),
    };
    let mut svg = String::new();
    for (i, fate) in fates.iter().enumerate() {
        let cell = |n: usize| PITCH * (f64::from(u32::try_from(n).unwrap_or(0)) + 0.5);
        let (x, y) = (cell(i % PER_ROW), cell(i / PER_ROW));
        // Writing to a string cannot fail.
        let _ = write!(svg, r#"<g transform="translate({x} {y})">{}</g>"#, glyph(**fate));
    }
    svg
}

/// The glyph of a fate around the origin.
pub fn glyph(fate: Fate) -> String {
    let r = RADIUS;
    match fate {
        Fate::Better => format!(r#"<circle class="fill" r="{r}"/>"#),
        Fate::BetterSevere => format!(r#"<path class="fill" d="{}"/>"#, triangle(r * 1.16)),
        Fate::Severe => format!(r#"<path class="hollow" d="{}"/>"#, triangle(r * 1.05)),
        Fate::SevereLeft => format!(
            r#"<path class="hollow" d="{}"/><path class="stroke" d="{}"/>"#,
            triangle(r * 1.05),
            cross(r * 0.26, r * 0.28)
        ),
        Fate::Neither => format!(r#"<circle class="hollow" r="{:.2}"/>"#, r - 0.9),
        Fate::Left => format!(r#"<path class="stroke" d="{}"/>"#, cross(r * 0.62, 0.0)),
    }
}

fn triangle(r: f64) -> String {
    format!("M0 {:.2}L{:.2} {:.2}H{:.2}Z", -r, r, 0.86 * r, -r)
}

fn cross(r: f64, down: f64) -> String {
    let (top, bottom) = (down - r, down + r);
    format!("M{:.2} {top:.2}L{r:.2} {bottom:.2}M{r:.2} {top:.2}L{:.2} {bottom:.2}", -r, -r)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_one_glyph_and_groups_are_blocks() {
        let fates = [Fate::Left, Fate::Better, Fate::Severe, Fate::Better];
        let grouped = icon_array(&fates, Order::Grouped, Slot::A);
        assert_eq!(grouped.matches("<g ").count(), 4);
        let first = grouped.find("circle").expect("a circle");
        assert!(first < grouped.find("stroke").expect("a cross"));
        let scattered = icon_array(&fates, Order::Scattered, Slot::A);
        assert!(scattered.find("stroke") < scattered.find("circle"));
    }
}
