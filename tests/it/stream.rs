//! The keyed hash as a source of randomness: uniform, and independent of its neighbours in every direction.
//!
//! Each statistic is refused beyond the quantile that chance exceeds once in 10,000. There are 23 of them, so the
//! false-alarm rate of the whole file is about 0.23 %; seeds are fixed, and an alarm is to be explained.
#![allow(clippy::unwrap_used)]

use rand::RngExt;
use rand::rand_core::Rng;
use rand_distr::Distribution;
use rand_distr::Exp1;
use rand_distr::Gamma;
use rand_distr::StandardNormal;
use titrarium::math;
use titrarium::stream::Key;
use titrarium::stream::Position;
use titrarium::stream::Purpose;
use titrarium::stream::Sampler;
use titrarium::stream::Seed;

/// Draws in one direction.
const N: u32 = 80_000;

/// Kolmogorov-Smirnov: `2 exp(-2 x^2) = 1e-4`.
const KS: f64 = 2.2252;

/// A standard normal is beyond this in either direction once in 10,000.
const Z: f64 = 3.8906;

const PURPOSES: [Purpose; 8] = [
    Purpose::Covariate,
    Purpose::Fluctuation,
    Purpose::Rater,
    Purpose::Bioavailability,
    Purpose::MissedSession,
    Purpose::MissedAssessment,
    Purpose::SeriousEvent,
    Purpose::AdverseDropout,
];

/// Neighbours in one direction: its name and the i-th draw.
type Direction = (&'static str, fn(u32) -> Position);

fn directions() -> [Direction; 5] {
    [
        ("people", |i| Key::new(Seed(1), 0, u64::from(i)).at(Purpose::Rater, 28)),
        ("replicates", |i| Key::new(Seed(1), u64::from(i), 5).at(Purpose::Rater, 28)),
        ("seeds", |i| Key::new(Seed(u64::from(i)), 0, 5).at(Purpose::Rater, 28)),
        ("days", |i| {
            Key::new(Seed(1), 0, 5).at(Purpose::Rater, u16::try_from(i % 65_536).unwrap_or(0))
        }),
        ("purposes", |i| Key::new(Seed(2), 1, u64::from(i / 8)).at(PURPOSES[(i % 8) as usize], 84)),
    ]
}

/// There are 65,536 days only.
fn draws(name: &str, position: fn(u32) -> Position) -> Vec<f64> {
    let n = if name == "days" { 65_536 } else { N };
    (0..n).map(|i| position(i).uniform()).collect()
}

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "u is in (0, 1)")]
fn bin(u: f64, bins: usize) -> usize {
    (u * real(bins)) as usize
}

/// The quantile of chi-squared that is exceeded once in 10,000 (Wilson and Hilferty).
fn chi_squared_limit(degrees: f64) -> f64 {
    let part = 2.0 / (9.0 * degrees);
    degrees * math::pow(1.0 - part + 3.719 * part.sqrt(), 3.0)
}

#[track_caller]
fn even(name: &str, counts: &[u32]) {
    let n: f64 = counts.iter().map(|count| f64::from(*count)).sum();
    let expected = n / real(counts.len());
    let chi: f64 = counts
        .iter()
        .map(|count| (f64::from(*count) - expected) * (f64::from(*count) - expected))
        .sum::<f64>()
        / expected;
    let limit = chi_squared_limit(real(counts.len()) - 1.0);
    assert!(chi < limit, "{name}: chi-squared {chi} above {limit}");
}

#[test]
fn uniforms_fill_their_interval_evenly() {
    for (name, position) in directions() {
        let mut counts = [0; 64];
        for u in draws(name, position) {
            counts[bin(u, 64)] += 1;
        }
        even(name, &counts);
    }
}

#[test]
fn uniforms_follow_their_distribution_function() {
    for (name, position) in directions() {
        let mut all = draws(name, position);
        all.sort_by(f64::total_cmp);
        let n = real(all.len());
        let apart = all.iter().enumerate().fold(0.0_f64, |d, (i, u)| {
            d.max((u - real(i) / n).abs()).max((real(i + 1) / n - u).abs())
        });
        assert!(apart * n.sqrt() < KS, "{name}: {apart}");
    }
}

#[test]
fn neighbours_are_not_correlated() {
    for (name, position) in directions() {
        let all = draws(name, position);
        let pairs = real(all.len() - 1);
        let sum: f64 = all.windows(2).map(|pair| (pair[0] - 0.5) * (pair[1] - 0.5)).sum();
        let z = sum * 12.0 / pairs.sqrt();
        assert!(z.abs() < Z, "{name}: {z}");
    }
}

/// Pairs that do not overlap, over a grid of 16 by 16.
#[test]
fn neighbours_fill_the_square_evenly() {
    for (name, position) in directions() {
        let mut counts = [0; 256];
        for pair in draws(name, position).chunks_exact(2) {
            counts[16 * bin(pair[0], 16) + bin(pair[1], 16)] += 1;
        }
        even(name, &counts);
    }
}

/// Two samples from the same law are no further apart than chance allows.
#[track_caller]
fn alike(mut ours: Vec<f64>, mut theirs: Vec<f64>) {
    ours.sort_by(f64::total_cmp);
    theirs.sort_by(f64::total_cmp);
    let (n, m) = (real(ours.len()), real(theirs.len()));
    let (mut i, mut j, mut apart) = (0, 0, 0.0_f64);
    while i < ours.len() && j < theirs.len() {
        if ours[i] <= theirs[j] {
            i += 1;
        } else {
            j += 1;
        }
        apart = apart.max((real(i) / n - real(j) / m).abs());
    }
    assert!(apart * (n * m / (n + m)).sqrt() < KS, "{apart}");
}

fn sample<D: Distribution<f64>>(law: &D, seed: u64) -> Vec<f64> {
    let at = |pid| Key::new(Seed(seed), 0, pid).at(Purpose::Rater, 7);
    (0..40_000).map(|pid| law.sample(&mut at(pid))).collect()
}

#[test]
fn our_normals_are_those_of_rand_distr() {
    alike(sample(&Sampler::Normal, 1), sample(&StandardNormal, 2));
}

#[test]
fn our_exponentials_are_those_of_rand_distr() {
    alike(sample(&Sampler::Exponential, 1), sample(&Exp1, 2));
}

#[test]
fn a_sampler_gives_what_its_position_gives() {
    let at = Key::new(Seed(9), 2, 4).at(Purpose::Rater, 7);
    let same = |sampler: Sampler, x: f64| {
        assert_eq!(sampler.sample(&mut at.clone()).to_bits(), x.to_bits(), "{sampler:?}");
    };
    same(Sampler::Uniform, at.uniform());
    same(Sampler::Normal, at.normal());
    same(Sampler::Exponential, at.exponential());
    same(Sampler::Logistic, at.logistic());
}

/// The finaliser and the addresses, written down a second time from the model's text.
#[test]
fn a_position_is_a_generator_of_its_own_outputs() {
    let mix = |z: u64| {
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let g = 0x9E37_79B9_7F4A_7C15_u64;
    let key = Key::new(Seed(1), 0, 0);
    let first = mix(key.bits().wrapping_add(g.wrapping_mul((2 << 32) + 7 + 1)));
    let mut position = key.at(Purpose::Rater, 7);
    assert_eq!(position.next_u64(), first);
    assert_eq!(position.next_u64(), mix(first.wrapping_add(g)));
    assert_eq!(position.next_u32(), (mix(first.wrapping_add(g.wrapping_mul(2))) >> 32) as u32);
    let mut bytes = [0; 11];
    position.fill_bytes(&mut bytes);
    assert_eq!(bytes[..8], mix(first.wrapping_add(g.wrapping_mul(3))).to_le_bytes());
    assert_eq!(bytes[8..], mix(first.wrapping_add(g.wrapping_mul(4))).to_le_bytes()[..3]);
}

/// Any distribution of `rand_distr` can be drawn from a position; here one that takes several outputs.
#[test]
fn a_position_feeds_other_distributions() {
    let law = Gamma::new(3.0, 2.0).unwrap();
    let n = 40_000.0_f64;
    let mean = sample(&law, 4).iter().sum::<f64>() / n;
    assert!((mean - 6.0).abs() < Z * (12.0 / n).sqrt(), "{mean}");
    let mut position = Key::new(Seed(1), 0, 0).at(Purpose::Randomisation, 0);
    assert!((0..100).map(|_| position.random_range(0..6)).all(|die| die < 6));
}
