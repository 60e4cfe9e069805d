//! Time to relapse over people, week by week: the product-limit estimate.

use serde::Deserialize;
use serde::Serialize;

use super::moments::Estimate;
use super::moments::real;
use crate::engine::outcome::Outcome;
use crate::protocol::schedule::Schedule;
use crate::unit::Days;

/// Relapses week by week after the landmark of a schedule, among those who were well there.
///
/// With the end of the induction as landmark these are people with a response observed that day; in a withdrawal design
/// those who were stable. Nobody counts who left the study by that day. A person is followed to the first relapse after
/// it, to leaving, or to the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeTable {
    /// People followed from the landmark.
    pub n: u64,
    /// First relapses in each week after it.
    pub relapses: Vec<u64>,
    /// People who left, or whose study ended, in each week after it without relapse.
    pub censored: Vec<u64>,
}

impl LifeTable {
    /// Adds a person, if they belong to it.
    pub fn add(&mut self, outcome: &Outcome, schedule: &Schedule, horizon: Days) {
        let landmark = schedule.landmark();
        let well = match schedule.withdrawal {
            Some(_) => outcome.stable.is_some(),
            None => outcome.response(landmark) == Some(true),
        };
        let gone = outcome.left.is_some_and(|(day, _)| day <= landmark);
        if !well || gone || landmark >= horizon {
            return;
        }
        let weeks = usize::from((horizon.0 - landmark.0) / 7) + 1;
        self.relapses.resize(weeks, 0);
        self.censored.resize(weeks, 0);
        self.n += 1;
        let week = |day: Days| usize::from((day.0 - landmark.0) / 7);
        match outcome.relapse_later {
            Some(day) => self.relapses[week(day)] += 1,
            None => self.censored[week(outcome.left.map_or(horizon, |(day, _)| day))] += 1,
        }
    }

    pub(super) fn append(&mut self, later: &Self) {
        self.n += later.n;
        for (sums, more) in
            [(&mut self.relapses, &later.relapses), (&mut self.censored, &later.censored)]
        {
            sums.resize(sums.len().max(more.len()), 0);
            for (sum, n) in sums.iter_mut().zip(more) {
                *sum += n;
            }
        }
    }

    /// The share that has relapsed by the end of a week after the landmark, by product limit, with Greenwood's error.
    ///
    /// `1 - S`, `S = prod (1 - d_i / n_i)`; `se = S sqrt(sum d_i / (n_i (n_i - d_i)))`; those who left in a week were at
    /// risk at its beginning. None when nobody is followed that long.
    ///
    /// Source: Kaplan & Meier 1958; Greenwood 1926.
    pub fn relapsed(&self, week: usize) -> Option<Estimate> {
        if week >= self.relapses.len() {
            return None;
        }
        let (mut at_risk, mut well, mut spread) = (self.n, 1.0, 0.0);
        for (d, gone) in self.relapses.iter().zip(&self.censored).take(week + 1) {
            if at_risk == 0 {
                return None;
            }
            let (n, d_real) = (real(at_risk), real(*d));
            well *= 1.0 - d_real / n;
            spread += if at_risk > *d { d_real / (n * (n - d_real)) } else { 0.0 };
            at_risk -= d + gone;
        }
        Some(Estimate { estimate: 1.0 - well, mcse: well * spread.sqrt(), n: self.n })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn without_censoring_it_is_the_share_that_relapsed() {
        let table = LifeTable { n: 10, relapses: vec![0, 2, 3, 0], censored: vec![0, 0, 0, 5] };
        let shares: Vec<f64> = (0..4).map(|w| table.relapsed(w).unwrap().estimate).collect();
        for (share, expected) in shares.iter().zip([0.0, 0.2, 0.5, 0.5]) {
            assert!((share - expected).abs() < 1e-12, "{shares:?}");
        }
        let half = table.relapsed(3).unwrap();
        assert!((half.mcse - (0.25_f64 / 10.0).sqrt()).abs() < 1e-12, "{}", half.mcse);
        assert_eq!(table.relapsed(4), None);
    }

    /// Freireich's 6-MP arm, weeks 6 to 23: S(23) = .4482, se .1346 (Kaplan and Meier's own kind of data).
    #[test]
    fn a_published_life_table_is_reproduced() {
        let mut table = LifeTable { n: 21, relapses: vec![0; 36], censored: vec![0; 36] };
        for week in [6, 6, 6, 7, 10, 13, 16, 22, 23] {
            table.relapses[week] += 1;
        }
        for week in [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] {
            table.censored[week] += 1;
        }
        let at_23 = table.relapsed(23).unwrap();
        assert!((1.0 - at_23.estimate - 0.4482).abs() < 5e-5, "{}", at_23.estimate);
        assert!((at_23.mcse - 0.1346).abs() < 5e-5, "{}", at_23.mcse);
    }
}
