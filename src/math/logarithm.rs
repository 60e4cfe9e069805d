//! Logarithms from `+`, `-`, `*`, one division and bits; without a branch for every positive normal number.

use super::WHOLE;
use super::exponential::LN_2_HIGH;
use super::exponential::LN_2_LOW;

/// `1/sqrt 2`, cut to its upper half: mantissas lie between it and twice as much.
const LEAST: u64 = 0x3FE6_A09E_0000_0000;

/// Bits of 1, less those of [`LEAST`]: added, they carry into the exponent where a mantissa is too large.
const CARRY: u64 = 0x3FF0_0000_0000_0000 - LEAST;

const BIAS: f64 = 1023.0;

/// `(ln(1+f) - 2s) / s` in powers of `s^2`, `s = f / (2+f)`: those of `FreeBSD`'s `e_log.c`, error below `2^-58.45`.
const R: [f64; 7] = [
    0.666_666_666_666_673_5,
    0.399_999_999_994_094_2,
    0.285_714_287_436_623_9,
    0.222_221_984_321_497_84,
    0.181_835_721_616_180_5,
    0.153_138_376_992_093_73,
    0.147_981_986_051_165_86,
];

/// Whether a number is positive and normal.
#[inline]
pub(super) fn usual(x: f64) -> bool {
    (f64::MIN_POSITIVE..=f64::MAX).contains(&x)
}

/// The natural logarithm, off by less than 1 unit in the last place.
///
/// Exact at 1; minus infinity at 0, infinite at infinity, not a number below 0.
#[inline]
pub fn ln(x: f64) -> f64 {
    if usual(x) { ln_usual(x) } else { unusual(x, ln_scaled) }
}

/// [`ln`] of a positive normal number, without a branch; of any other, nonsense.
#[inline]
pub(super) fn ln_usual(x: f64) -> f64 {
    ln_scaled(x, BIAS)
}

/// The logarithm to base 2, off by less than 2 units in the last place; exact for powers of two. Edges as [`ln`].
#[inline]
pub fn log2(x: f64) -> f64 {
    if usual(x) { log2_scaled(x, BIAS) } else { unusual(x, log2_scaled) }
}

/// Zero, subnormal and negative numbers, infinity, and what is no number.
#[cold]
#[inline(never)]
fn unusual(x: f64, log: fn(f64, f64) -> f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x < 0.0 {
        f64::NAN
    } else if x < f64::MIN_POSITIVE {
        log(x * 18_014_398_509_481_984.0, BIAS + 54.0)
    } else {
        x
    }
}

#[inline]
fn ln_scaled(x: f64, bias: f64) -> f64 {
    let Parts { k, f, half_square, rest } = split(x, bias);
    rest + k * LN_2_LOW - half_square + f + k * LN_2_HIGH
}

#[inline]
fn log2_scaled(x: f64, bias: f64) -> f64 {
    let Parts { k, f, half_square, rest } = split(x, bias);
    k + (rest - half_square + f) * std::f64::consts::LOG2_E
}

/// `x = 2^k (1 + f)`, and `ln(1 + f) = f - half_square + rest`.
struct Parts {
    k: f64,
    f: f64,
    half_square: f64,
    rest: f64,
}

#[inline]
fn split(x: f64, bias: f64) -> Parts {
    let bits = x.to_bits().wrapping_add(CARRY);
    let mantissa = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF) + LEAST);
    let k = f64::from_bits((bits >> 52) | WHOLE.to_bits()) - (WHOLE + bias);
    let f = mantissa - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let even = s4 * (R[1] + s4 * (R[3] + s4 * R[5]));
    let odd = s2 * (R[0] + s4 * (R[2] + s4 * (R[4] + s4 * R[6])));
    Parts { k, f, half_square, rest: s * (half_square + (odd + even)) }
}
