//! The standard normal distribution: its distribution function and its quantiles.

use super::logarithm::ln;
use super::logarithm::ln_usual;

/// The standard normal distribution function, `erfc(-x / sqrt 2) / 2`.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The standard normal quantile: Wichura's algorithm AS 241 (PPND16), off by less than 8 units in the last place.
///
/// Edge cases: 0 and 1 give minus and plus infinity (no draw of [`crate::stream`] is either).
///
/// Source: M. J. Wichura, "The percentage points of the normal distribution", Applied Statistics 37 (1988) 477-484.
#[inline]
pub fn normal_quantile(p: f64) -> f64 {
    if is_central(p) { centre(p) } else { tail(p) }
}

/// Whether `p` lies in the middle 85 %, which needs no logarithm.
#[inline]
pub(super) fn is_central(p: f64) -> bool {
    (p - 0.5).abs() <= 0.425
}

/// Whether `p` lies where [`tail_near`] holds: from 1.4e-11 to as far from 1.
#[inline]
pub(super) fn is_near(p: f64) -> bool {
    (1.4e-11..=1.0 - 1.4e-11).contains(&p)
}

/// The quantile in the middle, without a branch.
#[inline]
pub(super) fn centre(p: f64) -> f64 {
    let q = p - 0.5;
    let r = 0.180_625 - q * q;
    q * (polynomial(r, &CENTRE_A) / polynomial(r, &CENTRE_B))
}

/// The quantile outside the middle.
#[inline(never)]
pub(super) fn tail(p: f64) -> f64 {
    if is_near(p) { tail_near(p) } else { tail_far(p) }
}

/// The quantile outside the middle, but for the last 1.4e-11 on either side, without a branch.
#[inline]
pub(super) fn tail_near(p: f64) -> f64 {
    let upper = 1.0 - p;
    let r = (-ln_usual(if p < 0.5 { p } else { upper })).sqrt() - 1.6;
    let z = polynomial(r, &TAIL_C) / polynomial(r, &TAIL_D);
    if p < 0.5 { -z } else { z }
}

#[cold]
fn tail_far(p: f64) -> f64 {
    let r = (-ln(if p < 0.5 { p } else { 1.0 - p })).sqrt() - 5.0;
    let z = if r < f64::INFINITY { polynomial(r, &FAR_E) / polynomial(r, &FAR_F) } else { r };
    if p < 0.5 { -z } else { z }
}

/// A polynomial of degree 7, highest coefficient last, by Estrin's scheme: a short chain of dependent steps.
#[inline]
fn polynomial(r: f64, c: &[f64; 8]) -> f64 {
    let r2 = r * r;
    let front = (c[0] + c[1] * r) + (c[2] + c[3] * r) * r2;
    let back = (c[4] + c[5] * r) + (c[6] + c[7] * r) * r2;
    front + back * (r2 * r2)
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
    use crate::math::pow;

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
}
