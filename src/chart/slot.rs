//! The places that arms take on a screen: R for the reference, A to D for the others. Colour, shape, dash and letter
//! follow from the slot, never from the protocol in it.

use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;

/// A place on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The reference: placebo or no treatment.
    R,
    /// The first arm with drug.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// The fourth.
    D,
}

impl Slot {
    /// The class that colours it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::R => "arm-r",
            Self::A => "arm-a",
            Self::B => "arm-b",
            Self::C => "arm-c",
            Self::D => "arm-d",
        }
    }

    /// The letter in its badge.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::R => "R",
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// Lengths of dashes and gaps of its lines, px; none: solid.
    pub const fn dash(self) -> &'static [u32] {
        match self {
            Self::R => &[2, 4],
            Self::A => &[],
            Self::B => &[8, 3],
            Self::C => &[13, 3, 2, 3],
            Self::D => &[4, 3],
        }
    }

    /// Its marker around the origin: circle, square, diamond, plus, hollow circle. `r` is the half width.
    pub fn marker(self, r: f64) -> String {
        let fill = self.class();
        match self {
            Self::A => format!(r#"<circle class="{fill} fill" r="{r}"/>"#),
            Self::R => format!(r#"<circle class="{fill} hollow" r="{:.1}"/>"#, r - 0.8),
            Self::B => {
                let (low, side) = (-0.9 * r, 1.8 * r);
                format!(
                    r#"<rect class="{fill} fill" x="{low:.1}" y="{low:.1}" width="{side:.1}" height="{side:.1}"/>"#
                )
            }
            Self::C => {
                let t = 1.2 * r;
                format!(
                    r#"<path class="{fill} fill" d="M0 -{t:.1}L{t:.1} 0L0 {t:.1}L-{t:.1} 0Z"/>"#
                )
            }
            Self::D => {
                let (arm, half) = (1.1 * r, 0.38 * r);
                format!(
                    r#"<path class="{fill} fill" d="M-{half:.1} -{arm:.1}H{half:.1}V-{half:.1}H{arm:.1}V{half:.1}H{half:.1}V{arm:.1}H-{half:.1}V{half:.1}H-{arm:.1}V-{half:.1}H-{half:.1}Z"/>"#
                )
            }
        }
    }
}

/// The slot of each arm; none for arms beyond the four and the reference, which only tables show. Of the two arms side
/// by side one that would have none takes the last slot of an arm that is not looked at.
pub fn assign(protocol: &Protocol, pair: (usize, usize)) -> Vec<Option<Slot>> {
    let mut slots = in_order(protocol);
    let looked_at = [pair.0, pair.1];
    for arm in looked_at {
        let gives = |i: &usize| slots[*i].is_some() && !looked_at.contains(i);
        // The reference's own place is given away last: it is what a hollow mark means.
        let lettered = |i: &usize| gives(i) && slots[*i] != Some(Slot::R);
        let giver = (0..slots.len()).rev().find(lettered).or((0..slots.len()).rev().find(gives));
        if let (Some(None), Some(giver)) = (slots.get(arm), giver) {
            slots.swap(arm, giver);
        }
    }
    slots
}

fn in_order(protocol: &Protocol) -> Vec<Option<Slot>> {
    let mut free = [Slot::A, Slot::B, Slot::C, Slot::D].into_iter();
    let mut reference = Some(Slot::R);
    protocol
        .arms
        .iter()
        .map(|arm| match arm.treatment {
            Treatment::Drug => free.next(),
            Treatment::Placebo | Treatment::NoTreatment => reference.take().or_else(|| free.next()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;
    use crate::scenario::parse;

    fn slots(name: &str, pair: (usize, usize)) -> Vec<Option<Slot>> {
        let text = library::find(name).expect("in the library").text;
        assign(&parse(text).expect("sound").protocol, pair)
    }

    #[test]
    fn arms_take_their_places_in_order() {
        let in_order = [Slot::R, Slot::A, Slot::B, Slot::C, Slot::D].map(Some);
        assert_eq!(slots("dose-arms", (2, 4)), in_order);
    }

    #[test]
    fn two_arms_side_by_side_have_places_of_their_own() {
        let [a, b, c, d] = [Slot::A, Slot::B, Slot::C, Slot::D].map(Some);
        assert_eq!(slots("will-it-last", (0, 3)), [a, b, c, d, None, None]);
        assert_eq!(slots("will-it-last", (0, 5)), [a, b, c, None, None, d]);
        assert_eq!(slots("will-it-last", (4, 5)), [a, b, None, None, d, c]);
    }
}
