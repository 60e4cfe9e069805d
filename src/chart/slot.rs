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

/// The slot of each arm; none for arms beyond the four and the reference, which only tables show.
pub fn assign(protocol: &Protocol) -> Vec<Option<Slot>> {
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
