//! The one door for elementary functions: the same bits on every platform. Knows nothing of trials.
//!
//! They are made of + - * /, square roots and operations on bits, never of the platform's C library, and nothing fuses a
//! multiplication with an addition (the error function alone comes from `libm`). Most are free of branches, so that a
//! loop over them fills the lanes of whatever registers there are: [`batch`] does that, and gives the same bits.

pub mod batch;
mod exponential;
pub mod lanes;
mod logarithm;
mod normal;

pub use exponential::exp;
pub use logarithm::ln;
pub use logarithm::log2;
pub use normal::normal_cdf;
pub use normal::normal_quantile;

/// The power `x^y` of a base that is not negative, `exp(y ln x)`.
///
/// Off by less than `2 + 2 |y ln x|` units in the last place. Any base to the power 0 is 1, and so is 1 to any power.
#[inline]
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 { 1.0 } else { exp(y * ln(x)) }
}

/// [`ln`] of a number that is positive and normal, without a branch; that of the least such number for any below it.
#[inline]
pub fn positive_ln(x: f64) -> f64 {
    logarithm::ln_usual(if x > f64::MIN_POSITIVE { x } else { f64::MIN_POSITIVE })
}

/// [`pow`] of a base as [`positive_ln`] takes it, without a branch: 0 of 0, where `y` is 1.1 or more.
#[inline]
pub fn positive_pow(x: f64, y: f64) -> f64 {
    exp(y * positive_ln(x))
}

/// The larger of two numbers, by a comparison: the maximum of the language is a call in wasm.
#[inline]
pub fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers, as [`larger`].
#[inline]
pub fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// A number brought between two others: that of the language without its message about bounds the wrong way round, for the
/// code that would write those numbers is a ninth of the engine module.
#[inline]
pub fn between(x: f64, (low, high): (f64, f64)) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

/// The inverse logit, `1 / (1 + exp(-x))`, off by less than 2.5 units in the last place.
#[inline]
pub fn expit(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The probability of an event within a unit of time under a constant hazard `h`, `1 - exp(-h)`.
#[inline]
pub fn hazard_probability(h: f64) -> f64 {
    1.0 - exp(-h)
}

/// Whether a uniform falls below [`hazard_probability`], which its bounds `h - h^2/2` and `h` mostly tell by themselves.
#[inline]
pub fn happens(u: f64, h: f64) -> bool {
    u < h && (u < h - 0.5 * h * h || u < hazard_probability(h))
}

/// `2^52`: from here on doubles are whole numbers, and a whole number that is added stands in the lowest bits of the sum.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// A whole number of 0 to 255 as an integer, by an operation that any register of doubles has; nonsense for all others.
#[inline]
pub fn small_whole(x: f64) -> u64 {
    (x + WHOLE).to_bits() & 0xFF
}

/// Halves away from zero, as scores are rounded; exact.
#[inline]
pub fn round_half_away(x: f64) -> f64 {
    let size = x.abs();
    if size < WHOLE {
        let even = (size + WHOLE) - WHOLE;
        let rounded = if size - even >= 0.5 { even + 1.0 } else { even };
        rounded.copysign(x)
    } else {
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hazards_are_decided_as_by_their_probability() {
        for h in [0.0, 1e-300, 1e-9, 0.001, 0.3, 1.0, 2.5, 40.0, f64::INFINITY] {
            let p = hazard_probability(h);
            for u in [1e-17, 1e-9, 0.000_9, 0.001, 0.2, 0.255, 0.259, 0.3, 0.6, 0.9, 1.0 - 1e-16] {
                assert_eq!(happens(u, h), u < p, "{u} {h}");
            }
        }
    }

    #[test]
    fn numbers_are_brought_between_two_others() {
        for x in [f64::NEG_INFINITY, -2.0, -0.0, 0.0, 0.5, 1.0, 7.0, f64::INFINITY, f64::NAN] {
            for (low, high) in [(0.0, 1.0), (-1.0, 0.0), (-0.0, 0.0), (1.0, 1.0)] {
                let clamped = x.clamp(low, high);
                assert_eq!(between(x, (low, high)).to_bits(), clamped.to_bits(), "{x}");
            }
        }
    }

    #[test]
    fn small_whole_numbers_stay_what_they_are() {
        for i in 0..=255_u8 {
            assert_eq!(small_whole(f64::from(i)), u64::from(i));
        }
    }

    #[test]
    fn scores_round_half_away_from_zero() {
        let below_half = 0.499_999_999_999_999_94;
        let exact =
            [(0.5, 1.0), (1.5, 2.0), (2.5, 3.0), (-0.5, -1.0), (-1.5, -2.0), (below_half, 0.0)];
        for (x, rounded) in exact {
            assert!((round_half_away(x) - rounded).abs() < f64::EPSILON, "{x}");
        }
        for i in -70_000..70_000 {
            let x = f64::from(i) / 1024.0;
            assert_eq!(round_half_away(x).to_bits(), libm::round(x).to_bits(), "{x}");
        }
        for x in [f64::INFINITY, f64::NEG_INFINITY, 1e300, -4_503_599_627_370_497.0, f64::NAN, -0.0]
        {
            assert_eq!(round_half_away(x).to_bits(), x.to_bits(), "{x}");
        }
    }
}
