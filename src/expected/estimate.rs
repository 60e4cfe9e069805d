//! Numbers of a table with their Monte Carlo standard errors.
//!
//! Where nothing else is said the error is that of the influence function: a statistic of n people moves by `f(x)/n` when
//! somebody with value x joins, and its standard error is `sqrt(sum f^2 / (n (n - 1)))`. For a mean `f = x - m`, which is
//! `sd / sqrt(n)`. All sums are taken in order of enrolment.

use crate::math;
use crate::tally::Estimate;
use crate::tally::real;

/// People behind each table of theirs.
pub const THEIRS: u64 = 8000;

/// A per cent of people.
pub(super) const PER_CENT: f64 = 100.0;

/// The chance that a number is told apart though both are of the same truth: beyond `limit` standard errors and `half` a unit
/// of the last printed digit, which is here in standard errors too. Theirs was rounded by anything up to that half.
///
/// `mean over r in (-h, h) of 2 Phi(-(limit + h - r))`, by the midpoint rule in 200 steps.
pub fn false_alarm(limit: f64, half: f64) -> f64 {
    let steps = 200_u32;
    let tail = |i: u32| {
        let rounding = half * (f64::from(2 * i + 1) / f64::from(steps) - 1.0);
        2.0 * math::normal_cdf(-(limit + half - rounding))
    };
    (0..steps).map(tail).sum::<f64>() / f64::from(steps)
}

/// A statistic of some people, and what each of them adds to its error.
#[derive(Clone, Debug)]
pub(super) struct Statistic {
    pub estimate: Estimate,
    pub influences: Vec<f64>,
}

impl Statistic {
    fn new(value: f64, influences: Vec<f64>) -> Option<Self> {
        Some(Self { estimate: estimate(value, &influences)?, influences })
    }
}

fn estimate(estimate: f64, influences: &[f64]) -> Option<Estimate> {
    let n = influences.len() as u64;
    if n < 2 {
        return None;
    }
    let squares: f64 = influences.iter().map(|f| f * f).sum();
    Some(Estimate { estimate, mcse: (squares / (real(n) * real(n - 1))).sqrt(), n })
}

fn plain_mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / real(values.len() as u64)
}

/// The mean, `f = x - m`.
pub(super) fn mean(values: &[f64]) -> Option<Statistic> {
    let m = plain_mean(values);
    Statistic::new(m, values.iter().map(|x| x - m).collect())
}

/// The share of ones, in per cent: `sqrt(q (1 - q) / n)` with `q = (hits + 1/2) / (n + 1)`, which is not 0 when nobody or
/// everybody is hit.
pub(super) fn share(hits: u64, n: u64) -> Option<Estimate> {
    let q = (real(hits) + 0.5) / (real(n) + 1.0);
    let mcse = PER_CENT * (q * (1.0 - q) / real(n)).sqrt();
    (n > 0).then(|| Estimate { estimate: PER_CENT * real(hits) / real(n), mcse, n })
}

/// The share of ones among zeros and ones, `f = 100 (x - p)`.
pub(super) fn share_of(values: &[f64]) -> Option<Statistic> {
    let hits = values.iter().filter(|x| **x > 0.5).count() as u64;
    let estimate = share(hits, values.len() as u64)?;
    let influences = values.iter().map(|x| PER_CENT * x - estimate.estimate).collect();
    Some(Statistic { estimate, influences })
}

/// How many of n people are hit, for [`THEIRS`] people.
pub(super) fn count(hits: u64, n: u64) -> Option<Estimate> {
    let factor = real(THEIRS) / PER_CENT;
    let share = share(hits, n)?;
    Some(Estimate { estimate: factor * share.estimate, mcse: factor * share.mcse, n })
}

/// The standard deviation s between people, `f = ((x - m)^2 - s^2) / (2 s)`.
pub(super) fn deviation(values: &[f64]) -> Option<Statistic> {
    let (_, s, influences) = spread(values);
    Statistic::new(s, influences)
}

/// The coefficient of variation in per cent, `f = 100 (f_s / m - s (x - m) / m^2)`.
pub(super) fn variation(values: &[f64]) -> Option<Statistic> {
    let (m, s, of_s) = spread(values);
    let one = |(x, f_s): (&f64, &f64)| PER_CENT * (f_s / m - s * (x - m) / (m * m));
    Statistic::new(PER_CENT * s / m, values.iter().zip(&of_s).map(one).collect())
}

/// Mean, standard deviation, and the influences on the latter.
fn spread(values: &[f64]) -> (f64, f64, Vec<f64>) {
    let m = plain_mean(values);
    let squares: f64 = values.iter().map(|x| (x - m) * (x - m)).sum();
    let s = (squares / (real(values.len() as u64) - 1.0)).sqrt();
    (m, s, values.iter().map(|x| ((x - m) * (x - m) - s * s) / (2.0 * s)).collect())
}

/// The slope b of y on x, `f = (x - mx) e / var(x)` with the residual e.
pub(super) fn slope(points: &[(f64, f64)]) -> Option<Estimate> {
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let (mx, my) = (plain_mean(&xs), plain_mean(&ys));
    let products: f64 = points.iter().map(|(x, y)| (x - mx) * (y - my)).sum();
    let squares: f64 = xs.iter().map(|x| (x - mx) * (x - mx)).sum();
    let b = products / squares;
    let variance = squares / real(points.len() as u64);
    let one = |(x, y): &(f64, f64)| (x - mx) * (y - my - b * (x - mx)) / variance;
    estimate(b, &points.iter().map(one).collect::<Vec<f64>>())
}

/// The ratio R of two sums in per cent, `f = 100 (a - R b) / mean(b)`.
pub(super) fn ratio(pairs: &[(f64, f64)]) -> Option<Estimate> {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (ma, mb) = (plain_mean(&a), plain_mean(&b));
    let one = |(a, b): &(f64, f64)| PER_CENT * (a - ma / mb * b) / mb;
    estimate(PER_CENT * ma / mb, &pairs.iter().map(one).collect::<Vec<f64>>())
}

/// The difference of two means over the same people, each over those who have a value there.
///
/// `f = f_1 n/n_1 - f_0 n/n_0`, so that what the two share cancels.
pub(super) fn difference(pairs: &[(Option<f64>, Option<f64>)]) -> Option<Estimate> {
    let (ones, zeros): (Vec<Option<f64>>, Vec<Option<f64>>) = pairs.iter().copied().unzip();
    let (m1, f1) = partial(&ones)?;
    let (m0, f0) = partial(&zeros)?;
    let influences: Vec<f64> = f1.iter().zip(&f0).map(|(one, zero)| one - zero).collect();
    estimate(m1 - m0, &influences)
}

/// The mean over those who have a value, and everybody's influence on it.
fn partial(values: &[Option<f64>]) -> Option<(f64, Vec<f64>)> {
    let there: Vec<f64> = values.iter().flatten().copied().collect();
    if there.is_empty() {
        return None;
    }
    let m = plain_mean(&there);
    let weight = real(values.len() as u64) / real(there.len() as u64);
    Some((m, values.iter().map(|x| x.map_or(0.0, |x| weight * (x - m))).collect()))
}

/// How long somebody was watched, and what ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Watch {
    /// Days.
    pub days: u16,
    pub end: End,
}

/// What ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Relapse,
    Censored,
}

/// The Kaplan-Meier share relapsed after some days, in per cent, with Greenwood's error: `S sqrt(sum d / (r (r - d)))`.
///
/// Somebody censored on a day is at risk on that day. While nobody has relapsed the error is that of a share of none.
pub(super) fn relapsed(watched: &[Watch], days: u16) -> Option<Estimate> {
    let n = watched.len() as u64;
    let (mut survive, mut sum) = (1.0, 0.0);
    for day in 0..=days {
        let at_risk = watched.iter().filter(|watch| watch.days >= day).count() as u64;
        let relapse = |watch: &&Watch| watch.days == day && watch.end == End::Relapse;
        let relapses = watched.iter().filter(relapse).count() as u64;
        if relapses > 0 && relapses < at_risk {
            survive *= 1.0 - real(relapses) / real(at_risk);
            sum += real(relapses) / (real(at_risk) * real(at_risk - relapses));
        } else if relapses > 0 {
            survive = 0.0;
        }
    }
    let floor = share(0, n)?.mcse;
    let mcse = (PER_CENT * survive * sum.sqrt()).max(floor);
    Some(Estimate { estimate: PER_CENT * (1.0 - survive), mcse, n })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(found: Option<Statistic>) -> Option<Estimate> {
        found.map(|statistic| statistic.estimate)
    }

    #[track_caller]
    fn check(found: Option<Estimate>, estimate: f64, mcse: f64) {
        let found = found.expect("an estimate");
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(found.estimate, estimate) && near(found.mcse, mcse), "{found:?}");
    }

    #[test]
    fn estimates_and_errors_are_those_computed_by_hand() {
        check(own(mean(&[1.0, 2.0, 3.0, 6.0])), 3.0, (14.0_f64 / 12.0).sqrt());
        check(share(2, 8), 25.0, 100.0 * (2.5 / 9.0 * (6.5 / 9.0) / 8.0_f64).sqrt());
        check(count(2, 8), 2000.0, 8000.0 * (2.5 / 9.0 * (6.5 / 9.0) / 8.0_f64).sqrt());
        // residuals 1/2, -1, 1/2 of the line 1.5 + 1.5 (x - 1); variance of x 2/3
        check(slope(&[(0.0, 0.5), (1.0, 0.5), (2.0, 3.5)]), 1.5, (1.125_f64 / 6.0).sqrt());
        // residuals of a = b / 2 are 1/2 and -1/2, the mean of b is 3
        check(ratio(&[(1.5, 2.0), (1.5, 4.0)]), 50.0, 50.0 / 3.0);
        // m = 2, s^2 = 2, f = +-1 - 2 + ... = (1 - 2) / (2 s) for both
        check(own(deviation(&[1.0, 3.0])), 2.0_f64.sqrt(), 1.0 / 8.0_f64.sqrt());
    }

    #[test]
    fn a_factor_does_not_vary_a_coefficient_of_variation() {
        let values = [1.0, 2.0, 4.0, 8.0, 3.5];
        let found = own(variation(&values)).expect("an estimate");
        check(own(variation(&values.map(|x| 7.0 * x))), found.estimate, found.mcse);
    }

    #[test]
    fn a_difference_of_the_same_people_is_paired() {
        let same: Vec<_> = [1.0, 5.0, 9.0].map(|x| (Some(x + 2.0), Some(x))).to_vec();
        check(difference(&same), 2.0, 0.0);
        let apart = [(Some(1.0), None), (None, Some(3.0)), (Some(3.0), None), (None, Some(7.0))];
        // each mean over two of four: influences 2 (x - m)
        check(difference(&apart), -3.0, ((4.0 + 16.0 + 4.0 + 16.0) / 12.0_f64).sqrt());
    }

    #[test]
    fn kaplan_meier_without_censoring_is_a_share() {
        let end = End::Relapse;
        let mut watched: Vec<Watch> = [7, 7, 14, 21].map(|days| Watch { days, end }).to_vec();
        check(relapsed(&watched, 13), 50.0, 25.0);
        check(relapsed(&watched, 14), 75.0, 100.0 * (0.75 * 0.25 / 4.0_f64).sqrt());
        watched.push(Watch { days: 10, end: End::Censored });
        check(relapsed(&watched, 14), 70.0, 30.0 * (2.0 / 15.0 + 1.0 / 2.0_f64).sqrt());
    }
}
