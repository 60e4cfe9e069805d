//! People side by side: a place for each, the same number of many people in a row, as wide registers take it, and sets of
//! places.

use std::ops::BitAnd;
use std::ops::BitOr;

/// The most people that are simulated side by side.
pub const WIDTH: usize = 64;

/// One number of each person, by place.
pub type Column = [f64; WIDTH];

/// Loops over columns go in steps of whole registers; places without a person hold numbers that nobody reads.
const STEP: usize = 4;

/// Places up to the end of the register that holds the last of `n` people.
pub(super) const fn filled(n: usize) -> usize {
    let filled = n.next_multiple_of(STEP);
    if filled < WIDTH { filled } else { WIDTH }
}

/// The bit of each place in a [`Lanes`].
const BITS: [u64; WIDTH] = {
    let mut bits = [0; WIDTH];
    let mut i = 0;
    while i < WIDTH {
        bits[i] = 1 << i;
        i += 1;
    }
    bits
};

/// The bit of a place where something holds, for loops that find out many at a time; below [`WIDTH`].
#[expect(clippy::inline_always, reason = "used in kernels")]
#[inline(always)]
pub(super) const fn bit(place: usize, holds: bool) -> u64 {
    if holds { BITS[place] } else { 0 }
}

/// Some people, by their places: a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lanes(pub(super) u64);

impl Lanes {
    /// Nobody.
    pub(super) const NONE: Self = Self(0);

    /// The first `n` places.
    pub(super) const fn first(n: usize) -> Self {
        if n < WIDTH { Self((1 << n) - 1) } else { Self(u64::MAX) }
    }

    /// Takes a place away.
    pub(super) const fn remove(&mut self, lane: usize) {
        self.0 &= !(1 << lane);
    }

    /// Whether a place is among them.
    pub(super) const fn contains(self, lane: usize) -> bool {
        self.0 >> lane & 1 == 1
    }

    /// How many.
    pub(super) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is nobody.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitAnd for Lanes {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Lanes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The places in order.
#[derive(Clone, Debug)]
pub(super) struct Places(u64);

impl IntoIterator for Lanes {
    type Item = usize;
    type IntoIter = Places;

    #[inline]
    fn into_iter(self) -> Places {
        Places(self.0)
    }
}

impl Iterator for Places {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let place = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_in_order() {
        let all = |lanes: Lanes| lanes.into_iter().collect::<Vec<_>>();
        let mut lanes = Lanes(bit(63, true) | bit(0, true) | bit(5, false) | bit(17, true));
        assert!(!lanes.is_empty() && Lanes::NONE.is_empty());
        assert_eq!((lanes.len(), all(lanes)), (3, vec![0, 17, 63]));
        lanes.remove(17);
        assert!(!lanes.contains(17) && lanes.contains(63));
        assert_eq!(Lanes::first(64) & lanes, lanes);
        assert_eq!(all(Lanes::first(5)), [0, 1, 2, 3, 4]);
    }
}
