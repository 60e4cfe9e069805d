//! Counts of small whole numbers over people.

use serde::Deserialize;
use serde::Serialize;

use super::moments::real;

/// Counts of small whole numbers: scores or rungs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Histogram(pub Vec<u64>);

impl Histogram {
    pub(super) fn add(&mut self, value: u8, size: usize) {
        if self.0.is_empty() {
            self.0 = vec![0; size];
        }
        self.0[usize::from(value)] += 1;
    }

    /// Adds the values of some people, each below `size`; it stays empty as long as nobody has any.
    pub(super) fn add_all(&mut self, values: impl Iterator<Item = Option<u8>>, size: usize) {
        for value in values.flatten() {
            self.add(value, size);
        }
    }

    pub(super) fn append(&mut self, later: &Self) {
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
