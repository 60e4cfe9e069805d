//! People side by side: a place for each, and the same number of many people in a row, as wide registers take it.

pub(super) use crate::math::lanes::Lanes;
pub use crate::math::lanes::WIDTH;
pub(super) use crate::math::lanes::bit;

/// One number of each person, by place.
pub type Column = [f64; WIDTH];

/// Loops over columns go in steps of whole registers, two numbers wide where nobody asks the processor; places without a
/// person hold numbers that nobody reads.
const STEP: usize = if cfg!(target_arch = "x86_64") { 4 } else { 2 };

/// Places up to the end of the register that holds the last of `n` people.
pub(super) const fn filled(n: usize) -> usize {
    let filled = n.next_multiple_of(STEP);
    if filled < WIDTH { filled } else { WIDTH }
}
