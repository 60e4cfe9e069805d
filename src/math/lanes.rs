//! Sets of places in a column of numbers, for loops that find out many at a time.

use std::ops::BitAnd;
use std::ops::BitOr;

/// Places in a column at most.
pub const WIDTH: usize = 64;

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
pub const fn bit(place: usize, holds: bool) -> u64 {
    if holds { BITS[place] } else { 0 }
}

/// Some places, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lanes(pub u64);

impl Lanes {
    /// None.
    pub const NONE: Self = Self(0);

    /// The places where something holds, of the first [`WIDTH`].
    #[expect(clippy::inline_always, reason = "used in kernels")]
    #[inline(always)]
    pub fn of(holds: impl Iterator<Item = bool>) -> Self {
        Self(holds.zip(&BITS).fold(0, |all, (holds, bit)| all | if holds { *bit } else { 0 }))
    }

    /// The first `n` places.
    pub const fn first(n: usize) -> Self {
        if n < WIDTH { Self((1 << n) - 1) } else { Self(u64::MAX) }
    }

    /// Takes a place away.
    pub const fn remove(&mut self, lane: usize) {
        self.0 &= !(1 << lane);
    }

    /// Takes the first place away, if there is one.
    #[inline]
    pub fn take_first(&mut self) -> Option<u8> {
        let first = self.0.trailing_zeros().to_le_bytes()[0];
        let any = !self.is_empty();
        self.0 &= self.0.wrapping_sub(1);
        any.then_some(first)
    }

    /// Whether a place is among them.
    pub const fn contains(self, lane: usize) -> bool {
        self.0 >> lane & 1 == 1
    }

    /// Those that are not among others.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// How many.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
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
pub struct Places(u64);

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
        assert_eq!(lanes, Lanes::of((0..70).map(|i| [0, 17, 63, 64].contains(&i))));
        assert!(!lanes.is_empty() && Lanes::NONE.is_empty());
        assert_eq!((lanes.len(), all(lanes)), (3, vec![0, 17, 63]));
        lanes.remove(17);
        assert!(!lanes.contains(17) && lanes.contains(63));
        assert_eq!(Lanes::first(64) & lanes, lanes);
        assert_eq!(all(Lanes::first(5)), [0, 1, 2, 3, 4]);
        assert_eq!([(); 3].map(|()| lanes.take_first()), [Some(0), Some(63), None]);
    }
}
