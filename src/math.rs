//! The one door for elementary functions: the same bits on every platform. Knows nothing of trials.
//!
//! All come from pure Rust (`libm`) or from + - * / and square roots, never from the platform's C library, and nothing
//! fuses a multiplication with an addition. Every function takes and gives plain numbers, so that the door can become
//! several lanes wide without touching the model's equations.

/// The exponential function.
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// The logarithm to base 2.
#[inline]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// The power `x^y`.
#[inline]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The inverse logit, `1 / (1 + exp(-x))`.
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

/// Halves away from zero, as scores are rounded.
#[inline]
pub fn round_half_away(x: f64) -> f64 {
    libm::round(x)
}

/// The standard normal distribution function, `erfc(-x / sqrt 2) / 2`.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The standard normal quantile: Wichura's algorithm AS 241 (PPND16), relative error about 1e-16.
///
/// Edge cases: 0 and 1 give minus and plus infinity (no draw of [`crate::stream`] is either).
///
/// Source: M. J. Wichura, "The percentage points of the normal distribution", Applied Statistics 37 (1988) 477-484.
#[inline]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * rational(r, &CENTRE_A, &CENTRE_B);
    }
    normal_quantile_tail(p, q)
}

fn normal_quantile_tail(p: f64, q: f64) -> f64 {
    let r = (-ln(if q < 0.0 { p } else { 1.0 - p })).sqrt();
    let z = if r <= 5.0 {
        rational(r - 1.6, &TAIL_C, &TAIL_D)
    } else {
        rational(r - 5.0, &FAR_E, &FAR_F)
    };
    if q < 0.0 { -z } else { z }
}

#[inline]
fn rational(r: f64, top: &[f64; 8], bottom: &[f64; 8]) -> f64 {
    horner(r, top) / horner(r, bottom)
}

/// Horner's rule, highest coefficient last.
#[inline]
fn horner(r: f64, c: &[f64; 8]) -> f64 {
    ((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0]
}

const CENTRE_A: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
const CENTRE_B: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];
const TAIL_C: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];
const TAIL_D: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    1.050_750_071_644_416_9e-09,
];
const FAR_E: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-05,
    2.010_334_399_292_288_1e-07,
];
const FAR_F: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3,
    1.846_318_317_510_054_8e-05,
    1.421_511_758_316_446e-07,
    2.044_263_103_389_939_7e-15,
];

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
    fn the_quantile_inverts_the_distribution_function() {
        for i in 1..2000 {
            let p = f64::from(i) / 2000.0;
            let back = normal_cdf(normal_quantile(p));
            assert!((back - p).abs() < 1e-15, "{p} {back}");
        }
        for exponent in 3..16 {
            let p = pow(10.0, -f64::from(exponent));
            let back = normal_cdf(normal_quantile(p));
            assert!((back / p - 1.0).abs() < 1e-13, "{p} {back}");
        }
    }

    #[test]
    fn published_quantiles() {
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((normal_quantile(0.25) + 0.674_489_750_196_081_7).abs() < 1e-15);
        assert!((normal_quantile(0.001) + 3.090_232_306_167_813_5).abs() < 1e-14);
        assert!((normal_quantile(1e-20) + 9.262_340_089_798_408).abs() < 1e-13);
    }

    #[test]
    fn scores_round_half_away_from_zero() {
        for (x, rounded) in [(0.5, 1.0), (1.5, 2.0), (2.5, 3.0), (-0.5, -1.0), (-1.5, -2.0)] {
            assert!((round_half_away(x) - rounded).abs() < f64::EPSILON, "{x}");
        }
    }
}
