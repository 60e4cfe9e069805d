//! Sums over people that can be added up in order: the same bits whoever ran which block. Knows no thread and no worker.

use serde::Deserialize;
use serde::Serialize;

use crate::endpoint::Endpoint;
use crate::endpoint::Fate;
use crate::endpoint::Scale;
use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;
use crate::unit::Days;

/// People whose fates are kept one by one, for the icon array.
pub const SHOWN: usize = 100;

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

    fn append(&mut self, later: Self) {
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

/// Counts of small whole numbers: scores or rungs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Histogram(pub Vec<u64>);

impl Histogram {
    fn add(&mut self, value: u8, size: usize) {
        if self.0.is_empty() {
            self.0 = vec![0; size];
        }
        self.0[usize::from(value)] += 1;
    }

    fn append(&mut self, later: &Self) {
        if self.0.is_empty() {
            self.0.clone_from(&later.0);
        } else {
            for (count, more) in self.0.iter_mut().zip(&later.0) {
                *count += more;
            }
        }
    }

    /// How many were counted.
    pub fn n(&self) -> u64 {
        self.0.iter().sum()
    }

    /// The smallest value that at least a share `p` of people do not exceed; none of nobody.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let n = self.n();
        let mut below = 0;
        for (value, count) in self.0.iter().enumerate() {
            below += count;
            if *count > 0 && real(below) >= p * real(n) {
                return u32::try_from(value).ok().map(f64::from);
            }
        }
        None
    }
}

/// Sums of one arm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArmTally {
    /// Each endpoint of [`Endpoint::of`].
    pub endpoints: Vec<Moments>,
    /// The same people's difference to the first arm, each endpoint.
    pub differences: Vec<Moments>,
    /// Observed scores of day 1.
    pub day_one: Histogram,
    /// Observed scores of days 0, 7, 14, ...
    pub weekly: Vec<Histogram>,
    /// Rung of the last session given in each week.
    pub rungs: Vec<Histogram>,
    /// How the first [`SHOWN`] people ended, in order.
    pub fates: Vec<Fate>,
}

/// Sums of one block of candidates, or of several in order: an ordered monoid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Candidates looked at.
    pub screened: u64,
    /// People enrolled.
    pub enrolled: u64,
    /// Excluded by score, blood pressure, psychosis-like history, substance history.
    pub excluded: [u64; 4],
    /// The arms.
    pub arms: Vec<ArmTally>,
}

impl Tally {
    /// Nobody yet, in this many arms.
    pub fn new(protocol: &Protocol, endpoints: &[Endpoint]) -> Self {
        let weeks = usize::from(protocol.horizon.0 / 7) + 1;
        let arm = ArmTally {
            endpoints: vec![Moments::default(); endpoints.len()],
            differences: vec![Moments::default(); endpoints.len()],
            day_one: Histogram::default(),
            weekly: vec![Histogram::default(); weeks],
            rungs: vec![Histogram::default(); weeks],
            fates: Vec::new(),
        };
        Self { arms: vec![arm; protocol.arms.len()], ..Self::default() }
    }

    /// Adds one enrolled person's outcomes, an arm each.
    pub fn add(&mut self, protocol: &Protocol, endpoints: &[Endpoint], outcomes: &[Outcome]) {
        self.enrolled += 1;
        let Some(first) = outcomes.first() else {
            return;
        };
        for (i, endpoint) in endpoints.iter().enumerate() {
            let reference = endpoint.value(first, protocol);
            for (arm, outcome) in self.arms.iter_mut().zip(outcomes) {
                let Some(x) = endpoint.value(outcome, protocol) else { continue };
                arm.endpoints[i].add(x);
                if let Some(reference) = reference {
                    arm.differences[i].add(x - reference);
                }
            }
        }
        for (arm, outcome) in self.arms.iter_mut().zip(outcomes) {
            arm.watch(outcome, protocol);
        }
    }

    /// Adds the tally of the candidates that follow these.
    pub fn append(&mut self, later: Self) {
        if self.arms.is_empty() {
            *self = later;
            return;
        }
        self.screened += later.screened;
        self.enrolled += later.enrolled;
        for (count, more) in self.excluded.iter_mut().zip(later.excluded) {
            *count += more;
        }
        for (arm, more) in self.arms.iter_mut().zip(&later.arms) {
            arm.append(more);
        }
    }

    /// A fingerprint of every bit: FNV-1a (64 bits) over the compact form.
    ///
    /// Equal on every platform, for any number of threads or workers.
    ///
    /// # Errors
    /// Never for a tally that fits into memory; the encoder's error is passed on.
    pub fn digest(&self) -> Result<u64, postcard::Error> {
        let bytes = postcard::to_allocvec(self)?;
        Ok(bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }
}

impl ArmTally {
    fn watch(&mut self, outcome: &Outcome, protocol: &Protocol) {
        if let Some(score) = outcome.score(Days(1)) {
            self.day_one.add(score, 61);
        }
        for (week, histogram) in self.weekly.iter_mut().enumerate() {
            if let Some(score) = outcome.weekly[week].get() {
                histogram.add(score, 61);
            }
        }
        for (week, histogram) in self.rungs.iter_mut().enumerate() {
            if outcome.rungs[week] != u8::MAX {
                histogram.add(outcome.rungs[week], protocol.ladder.0.len());
            }
        }
        if self.fates.len() < SHOWN {
            self.fates.push(Fate::of(outcome, protocol));
        }
    }

    fn append(&mut self, later: &Self) {
        for (moments, more) in self.endpoints.iter_mut().zip(&later.endpoints) {
            moments.append(*more);
        }
        for (moments, more) in self.differences.iter_mut().zip(&later.differences) {
            moments.append(*more);
        }
        self.day_one.append(&later.day_one);
        for (histogram, more) in self.weekly.iter_mut().zip(&later.weekly) {
            histogram.append(more);
        }
        for (histogram, more) in self.rungs.iter_mut().zip(&later.rungs) {
            histogram.append(more);
        }
        let room = SHOWN - self.fates.len();
        self.fates.extend(later.fates.iter().take(room));
    }
}
