//! Validated quantities: a value that exists is a value in range. Knows nothing of trials, and of no real unit of mass.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

/// A number that lies outside the range of its quantity.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{what} must be {range}, got {got}")]
pub struct OutOfRange {
    /// The quantity, as a noun: "a probability".
    pub what: &'static str,
    /// The range in words: "in \[0, 1\]".
    pub range: &'static str,
    /// The number that was refused.
    pub got: f64,
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $what:literal, $range:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The range in words, for messages.
            pub const RANGE: &'static str = $range;

            /// Checks a number.
            ///
            /// # Errors
            /// [`OutOfRange`] when the number is outside the range, infinite or not a number.
            pub fn new(x: f64) -> Result<Self, OutOfRange> {
                let inside: fn(f64) -> bool = $check;
                if x.is_finite() && inside(x) {
                    Ok(Self(x))
                } else {
                    Err(OutOfRange { what: $what, range: $range, got: x })
                }
            }

            /// The plain number.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;
            fn try_from(x: f64) -> Result<Self, OutOfRange> {
                Self::new(x)
            }
        }

        impl From<$name> for f64 {
            fn from(x: $name) -> Self {
                x.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

bounded!(
    /// A probability, 0 and 1 included.
    Probability, "a probability", "in [0, 1]", |x| (0.0..=1.0).contains(&x)
);
bounded!(
    /// A dose in arbitrary units (au); zero means no drug. 100 au is the reference dose by fiat.
    ArbitraryUnits, "a dose", "between 0 and 400 au", |x| (0.0..=400.0).contains(&x)
);
bounded!(
    /// A standard deviation, on whatever scale its place says.
    Spread, "a spread", "0 or more, 100 at most", |x| (0.0..=100.0).contains(&x)
);
bounded!(
    /// The standard deviation of a logarithm; bounded so that nothing overflows.
    LogSpread, "a spread of a logarithm", "between 0 and 5", |x| (0.0..=5.0).contains(&x)
);
bounded!(
    /// A shift of a logarithm, or a slope on it; bounded so that nothing overflows.
    Shift, "a shift", "between -5 and 5", |x| (-5.0..=5.0).contains(&x)
);
bounded!(
    /// A factor on a rate or a concentration of the whole population.
    Multiplier, "a multiplier", "between 0.25 and 4", |x| (0.25..=4.0).contains(&x)
);
bounded!(
    /// How much of the modelled drug benefit is real: 1 as modelled, 0 inert.
    Efficacy, "efficacy", "between 0 and 2", |x| (0.0..=2.0).contains(&x)
);
bounded!(
    /// A strictly positive number: a median, a mean of a positive quantity, a factor. Nothing that can be divided by
    /// it becomes infinite.
    Positive, "this number", "between 0.000001 and 100000", |x| (0.000_001..=100_000.0).contains(&x)
);
bounded!(
    /// A non-negative number: a rate, a price, a weight in a sum.
    NonNegative, "this number", "0 or more, 100000 at most", |x| (0.0..=100_000.0).contains(&x)
);
bounded!(
    /// A number on the logit or log-hazard scale.
    Logit, "a logit", "between -50 and 50", |x| (-50.0..=50.0).contains(&x)
);
bounded!(
    /// A length of time within a day, hours.
    Hours, "a number of hours", "between 0 and 24", |x| (0.0..=24.0).contains(&x)
);
bounded!(
    /// A systolic pressure, on an mmHg-like scale.
    Pressure, "a pressure", "between 80 and 260", |x| (80.0..=260.0).contains(&x)
);
bounded!(
    /// A point on the symptom scale, 0 (no symptoms) to 60.
    Points, "a symptom level", "between 0 and 60 points", |x| (0.0..=60.0).contains(&x)
);

bounded!(
    /// Improvement since baseline as a share of it: 1 is all symptoms gone, below 0 is worse.
    Improvement, "an improvement", "between -1 and 1", |x| (-1.0..=1.0).contains(&x)
);

/// A study day or a number of days; day 0 is the first day of treatment.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Days(pub u16);

impl Days {
    /// As a number of days for the model's equations.
    pub fn get(self) -> f64 {
        f64::from(self.0)
    }

    /// Whether the day ends a week, counted from day 0.
    pub const fn is_weekly(self) -> bool {
        self.0.is_multiple_of(7)
    }
}

/// Shares of `N` categories: probabilities that sum to one (within 1e-9).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Mix<const N: usize>([f64; N]);

/// Why some numbers are no [`Mix`].
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoMix {
    /// A share is no probability.
    #[error(transparent)]
    Share(#[from] OutOfRange),
    /// The shares do not add up.
    #[error("the shares must add up to 1, and add up to {sum}")]
    Sum {
        /// What they add up to.
        sum: f64,
    },
    /// There are too few or too many shares.
    #[error("{want} shares are needed, and there are {got}")]
    Count {
        /// How many categories there are.
        want: usize,
        /// How many shares were given.
        got: usize,
    },
}

impl<const N: usize> Mix<N> {
    /// Checks the shares.
    ///
    /// # Errors
    /// [`NoMix`] when a share is no probability or they do not sum to one.
    pub fn new(shares: [f64; N]) -> Result<Self, NoMix> {
        for share in shares {
            Probability::new(share)?;
        }
        let sum: f64 = shares.iter().sum();
        if (sum - 1.0).abs() > 1e-9 {
            return Err(NoMix::Sum { sum });
        }
        Ok(Self(shares))
    }

    /// The shares, in the order of the categories.
    pub const fn shares(&self) -> &[f64; N] {
        &self.0
    }

    /// The category of a uniform draw: the first whose cumulative share exceeds `u`.
    ///
    /// Categories are taken in the order listed (model, section 2); the last takes what rounding leaves.
    pub fn pick(&self, u: f64) -> usize {
        let mut cumulative = 0.0;
        for (category, share) in self.0.iter().enumerate() {
            cumulative += share;
            if u < cumulative {
                return category;
            }
        }
        N - 1
    }
}

impl<const N: usize> TryFrom<Vec<f64>> for Mix<N> {
    type Error = NoMix;
    fn try_from(shares: Vec<f64>) -> Result<Self, NoMix> {
        let got = shares.len();
        Self::new(shares.try_into().map_err(|_| NoMix::Count { want: N, got })?)
    }
}

impl<const N: usize> From<Mix<N>> for Vec<f64> {
    fn from(mix: Mix<N>) -> Self {
        mix.0.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_refuses_what_lies_outside() {
        assert!(Probability::new(0.0).is_ok() && Probability::new(1.0).is_ok());
        for bad in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert!(Probability::new(bad).is_err(), "{bad}");
        }
        let said = Probability::new(1.1).expect_err("out of range").to_string();
        assert_eq!(said, "a probability must be in [0, 1], got 1.1");
    }

    #[test]
    fn a_mix_sums_to_one_and_picks_in_order() {
        let mix = Mix::new([0.2, 0.45, 0.35]).expect("a mix");
        assert_eq!(
            [0.0, 0.19, 0.2, 0.64, 0.66, 0.999_999].map(|u| mix.pick(u)),
            [0, 0, 1, 1, 2, 2]
        );
        assert!(matches!(Mix::new([0.5, 0.6]), Err(NoMix::Sum { .. })));
        assert!(matches!(Mix::<2>::try_from(vec![1.0]), Err(NoMix::Count { want: 2, got: 1 })));
    }
}
