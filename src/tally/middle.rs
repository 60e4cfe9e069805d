//! The middle of a few values and how sure it is: the median, and an interval between two of the values themselves, by the
//! binomial distribution of how many lie below the median of everybody (the sign test turned round). It asks nothing of
//! the shape of the distribution.

use super::real;
use crate::math::exp;
use crate::math::ln;

/// The most that an interval may miss on either side.
const MISSED: f64 = 0.025;

/// The middle exposure of people of some weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    /// How many people.
    pub n: u64,
    /// The least and the greatest weight, kg.
    pub weights: (f64, f64),
    /// The median of their exposures.
    pub median: f64,
    /// The 95 % interval of the median; none of fewer than six people.
    pub interval: Option<(f64, f64)>,
}

impl Middle {
    /// The lightest, the middle and the heaviest third of people, each a weight and an exposure; none of fewer than three.
    pub fn thirds(people: &[(f64, f64)]) -> Option<[Self; 3]> {
        let mut sorted = people.to_vec();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (third, n) = (sorted.len() / 3, sorted.len());
        let [light, middle, heavy] =
            [0..third, third..n - third, n - third..n].map(|part| Self::of(&sorted[part]));
        Some([light?, middle?, heavy?])
    }

    /// Of people sorted by weight; none of nobody.
    fn of(people: &[(f64, f64)]) -> Option<Self> {
        let weights = (people.first()?.0, people.last()?.0);
        let mut values: Vec<f64> = people.iter().map(|(_, exposure)| *exposure).collect();
        values.sort_by(f64::total_cmp);
        let n = values.len();
        let median = f64::midpoint(values[(n - 1) / 2], values[n / 2]);
        let interval = rank(n).map(|rank| (values[rank - 1], values[n - rank]));
        Some(Self { n: n as u64, weights, median, interval })
    }
}

/// The rank, from 1, of the value from below (and from above) that ends the interval of the median of `n` values: the
/// greatest `r` for which fewer than `r` of `n` coins show heads with a probability of 0.025 at most.
fn rank(n: usize) -> Option<usize> {
    let coins = real(n as u64);
    let mut log = -coins * ln(2.0);
    let mut below = 0.0;
    let mut rank = 0;
    for k in 0..n {
        below += exp(log);
        if below > MISSED {
            break;
        }
        rank = k + 1;
        let k = real(k as u64);
        log += ln((coins - k) / (k + 1.0));
    }
    (rank > 0).then_some(rank)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Printed tables of the sign test (two sides, 5 %) have these ranks.
    #[test]
    fn the_ranks_are_those_of_the_printed_tables() {
        let known = [
            (5, None),
            (6, Some(1)),
            (8, Some(1)),
            (9, Some(2)),
            (10, Some(2)),
            (20, Some(6)),
            (30, Some(10)),
            (50, Some(18)),
            (100, Some(40)),
            (1_000, Some(469)),
        ];
        for (n, wanted) in known {
            assert_eq!(rank(n), wanted, "{n}");
        }
    }

    #[test]
    fn thirds_are_by_weight_and_everybody_is_in_one() {
        let people: Vec<(f64, f64)> =
            (0..20).rev().map(|i| (50.0 + f64::from(i), 100.0 - f64::from(i))).collect();
        let thirds = Middle::thirds(&people).unwrap();
        assert_eq!(thirds.map(|third| third.n), [6, 8, 6]);
        assert_eq!(thirds[0].weights, (50.0, 55.0));
        assert_eq!((thirds[0].median, thirds[0].interval), (97.5, Some((95.0, 100.0))));
        assert!(Middle::thirds(&people[..2]).is_none());
    }
}
