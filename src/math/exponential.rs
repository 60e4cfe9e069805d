//! The exponential function from `+`, `-`, `*` and bits alone, without a branch: a loop over it becomes lanes.

/// Adding this rounds a small number to a whole one and leaves it, plus 2046, in the low bits of the sum.
const WHOLE: f64 = 6_755_399_441_055_744.0 + 2046.0;

/// The natural logarithm of 2 in two parts; the first times a whole number below 2^21 is exact.
pub(super) const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
pub(super) const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Beyond these the result is infinite or 0, and the power of two would no longer fit.
const OVERFLOW: f64 = 710.0;
const UNDERFLOW: f64 = -746.0;

/// `(exp(r) - 1 - r) / r^2` for `|r| <= ln 2 / 2`: minimax (Remez), an error of 0.04 units in the last place of `exp`.
const Q: [f64; 10] = [
    0.500_000_000_000_001_1,
    0.166_666_666_666_664_13,
    0.041_666_666_666_530_16,
    0.008_333_333_333_494_463,
    0.001_388_888_894_362_984,
    0.000_198_412_695_065_711_07,
    2.480_149_309_914_401e-05,
    2.755_758_638_258_107_5e-06,
    2.763_024_830_872_524e-07,
    2.500_005_834_905_014_5e-08,
];

/// The exponential function, off by less than 1 unit in the last place for every number.
///
/// Exact at 0; infinite above 709.78, subnormal below -708.4 and 0 below -745.13; not a number only for what is none.
///
/// The argument is a whole multiple of `ln 2` (subtracted in two parts, after Cody and Waite) and a remainder, whose
/// exponential is `1 + r + r^2 Q(r)`. The power of two comes in two halves, so that it can leave the range of normal
/// numbers with a single rounding.
#[inline]
pub fn exp(x: f64) -> f64 {
    let x = if OVERFLOW < x { OVERFLOW } else { x };
    let x = if UNDERFLOW > x { UNDERFLOW } else { x };
    let shifted = x * std::f64::consts::LOG2_E + WHOLE;
    let k = shifted - WHOLE;
    let (high, low) = (x - k * LN_2_HIGH, k * LN_2_LOW);
    let r = high - low;
    let r2 = r * r;
    let front = (Q[0] + Q[1] * r) + (Q[2] + Q[3] * r) * r2;
    let back = (Q[4] + Q[5] * r) + (Q[6] + Q[7] * r) * r2;
    let r4 = r2 * r2;
    let q = front + (back + (Q[8] + Q[9] * r) * r4) * r4;
    let fraction = 1.0 + (high - (low - r2 * q));
    // k + 2046 in two halves, each of which is a biased exponent; the other bits of the sum fall off at the top
    let bits = shifted.to_bits();
    let half = bits >> 1;
    fraction * f64::from_bits(half << 52) * f64::from_bits(bits.wrapping_sub(half) << 52)
}
