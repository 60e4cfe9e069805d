//! Sums of a quantity over people, and the estimate that follows from them.

use serde::Deserialize;
use serde::Serialize;

use crate::endpoint::Scale;
use crate::endpoint::Values;
use crate::math::lanes::Lanes;

/// Sums of one endpoint over people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    /// People with a value.
    pub n: u64,
    /// Sum of values.
    pub sum: f64,
    /// Sum of squares.
    pub squares: f64,
}

/// A number that cannot be had without its error.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The estimate.
    pub estimate: f64,
    /// Its Monte Carlo standard error.
    pub mcse: f64,
    /// People it rests on.
    pub n: u64,
}

impl Estimate {
    /// The share of `count` of `n` people, `mcse = sqrt(p (1 - p) / n)`; of nobody, 0 without error.
    pub fn share(count: u64, n: u64) -> Self {
        let of = real(n.max(1));
        let p = real(count) / of;
        Self { estimate: p, mcse: (p * (1.0 - p) / of).sqrt(), n }
    }
}

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub const fn real(n: u64) -> f64 {
    n as f64
}

impl Moments {
    /// Adds one value.
    pub fn add(&mut self, x: f64) {
        self.n += 1;
        self.sum += x;
        self.squares += x * x;
    }

    /// Adds the values of people in their order. Sums of ones are exact in any order.
    pub(super) fn add_all(&mut self, values: &Values) {
        match values {
            Values::Shares(seen, have) => self.add_ones(*seen, (*have, Lanes::NONE)),
            Values::Amounts(seen, amounts) => seen.into_iter().for_each(|i| self.add(amounts[i])),
        }
    }

    /// Adds what people have more than elsewhere, of those observed in both places.
    pub(super) fn add_differences(&mut self, here: &Values, there: &Values) {
        match (here, there) {
            (Values::Shares(seen, have), Values::Shares(seen_there, have_there)) => {
                let seen = *seen & *seen_there;
                let [more, less] = [have.without(*have_there), have_there.without(*have)];
                self.add_ones(seen, (more & seen, less & seen));
            }
            (Values::Amounts(seen, here), Values::Amounts(seen_there, there)) => {
                (*seen & *seen_there).into_iter().for_each(|i| self.add(here[i] - there[i]));
            }
            _ => {}
        }
    }

    /// Adds people of whom some have 1, some have -1 and the others 0.
    fn add_ones(&mut self, people: Lanes, (more, less): (Lanes, Lanes)) {
        let [n, more, less] = [people, more, less].map(|some| some.len() as u64);
        self.n += n;
        self.sum += real(more) - real(less);
        self.squares += real(more + less);
    }

    pub(super) fn append(&mut self, later: Self) {
        self.n += later.n;
        self.sum += later.sum;
        self.squares += later.squares;
    }

    /// The mean; none of nobody.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / real(self.n))
    }

    /// The standard deviation between people (divisor n - 1); none of fewer than two.
    pub fn sd(&self) -> Option<f64> {
        let n = real(self.n);
        (self.n > 1).then(|| ((self.squares - self.sum * self.sum / n) / (n - 1.0)).max(0.0).sqrt())
    }

    /// The estimate with its Monte Carlo standard error: `sqrt(p (1 - p) / n)` of a proportion, `sd / sqrt(n)` of a mean.
    ///
    /// Edge cases: none of nobody, and no mean of a single person; at 0 or n hits the error of a proportion is 0.
    pub fn estimate(&self, scale: Scale) -> Option<Estimate> {
        let estimate = self.mean()?;
        let n = real(self.n);
        let mcse = match scale {
            Scale::Proportion => (estimate * (1.0 - estimate) / n).max(0.0).sqrt(),
            Scale::Mean => self.sd()? / n.sqrt(),
        };
        Some(Estimate { estimate, mcse, n: self.n })
    }
}
