//! Sums over people that can be added up in order: the same bits whoever ran which block. Knows no thread and no worker.

mod fingerprint;
mod group;
mod histogram;
mod life_table;
mod middle;
mod moments;

pub use group::Crossing;
pub use group::Group;
pub use group::GroupArm;
pub use histogram::Histogram;
pub use life_table::LifeTable;
pub use middle::Middle;
pub use moments::Estimate;
pub use moments::Moments;
pub use moments::real;

use group::Ends;
use serde::Deserialize;
use serde::Serialize;

use crate::endpoint::Endpoint;
use crate::endpoint::Fate;
#[cfg(doc)]
use crate::endpoint::LATER;
use crate::engine::outcome::Outcome;
use crate::math::lanes::WIDTH;
use crate::protocol::Protocol;

/// People whose fates are kept one by one, for the icon array.
pub const SHOWN: usize = 100;

/// Scores there are, 0 to 60.
const SCORES: usize = 61;

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
    /// Time to relapse.
    pub relapse: LifeTable,
    /// How people ended here and in the first arm.
    pub crossing: Crossing,
    /// How often each row of the titration rule decided; the last count is that of no row.
    pub rows: Vec<u64>,
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
    /// Screening scores of those enrolled.
    pub screening: Moments,
    /// Their scores of day 0 minus those at screening: the fall without any treatment is regression to the mean.
    pub regression: Moments,
    /// The groups that people were divided into, if asked.
    pub groups: Vec<Group>,
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
            relapse: LifeTable::default(),
            crossing: Crossing::default(),
            rows: Vec::new(),
        };
        Self { arms: vec![arm; protocol.arms.len()], ..Self::default() }
    }

    /// Adds enrolled people who lived side by side: for each arm, the outcomes of the same people in the same order.
    ///
    /// One endpoint after the other, people in order within it: the same sums as person by person.
    ///
    /// # Panics
    /// When there are more than [`WIDTH`].
    pub fn add(&mut self, protocol: &Protocol, endpoints: &[Endpoint], arms: &[Vec<Outcome>]) {
        let Some(first) = arms.first() else {
            return;
        };
        assert!(first.len() <= WIDTH, "at most {WIDTH} people side by side");
        self.enrolled += first.len() as u64;
        for (i, endpoint) in endpoints.iter().enumerate() {
            let reference = endpoint.values(first, protocol);
            for (at, (arm, outcomes)) in self.arms.iter_mut().zip(arms).enumerate() {
                if at == 0 {
                    arm.endpoints[i].add_all(&reference);
                    arm.differences[i].add_differences(&reference, &reference);
                } else {
                    let values = endpoint.values(outcomes, protocol);
                    arm.endpoints[i].add_all(&values);
                    arm.differences[i].add_differences(&values, &reference);
                }
            }
        }
        let mut reference = None;
        for (i, outcomes) in arms.iter().enumerate() {
            let ends = self.arms[i].watch(outcomes, (protocol, i));
            self.arms[i].crossing.add(*reference.get_or_insert(ends), ends);
        }
    }

    /// Adds a person's scores at screening and on day 0.
    pub fn add_screening(&mut self, screening: u8, baseline: u8) {
        let screening = f64::from(screening);
        self.screening.add(screening);
        self.regression.add(f64::from(baseline) - screening);
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
        self.screening.append(later.screening);
        self.regression.append(later.regression);
        for (group, more) in self.groups.iter_mut().zip(&later.groups) {
            group.append(more);
        }
    }

    /// A fingerprint of the results: FNV-1a (64 bits) over the compact form of everything that the first version counted.
    ///
    /// Equal on every platform, for any number of threads or workers, and from version to version as long as the
    /// simulated people are the same; endpoints that came [later](LATER) are left out.
    ///
    /// # Errors
    /// Never for a tally that fits into memory; the encoder's error is passed on.
    pub fn digest(&self) -> Result<u64, postcard::Error> {
        Ok(fnv(&postcard::to_allocvec(&fingerprint::Sums::of(self))?))
    }

    /// A fingerprint of every bit, equal on every platform and for any number of threads or workers of one version.
    ///
    /// # Errors
    /// As [`digest`](Self::digest).
    pub fn full_digest(&self) -> Result<u64, postcard::Error> {
        Ok(fnv(&postcard::to_allocvec(self)?))
    }
}

/// FNV-1a (64 bits) of some bytes.
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl ArmTally {
    /// Counts scores, rungs, relapses and fates of people; how they ended.
    fn watch(&mut self, outcomes: &[Outcome], (protocol, arm): (&Protocol, usize)) -> Ends {
        for outcome in outcomes {
            self.relapse.add(outcome, &protocol.arms[arm].schedule, protocol.horizon);
        }
        self.day_one.add_all(outcomes.iter().map(|outcome| outcome.day_one.get()), SCORES);
        for (week, histogram) in self.weekly.iter_mut().enumerate() {
            histogram.add_all(outcomes.iter().map(|outcome| outcome.weekly[week].get()), SCORES);
        }
        let rungs = protocol.ladder.0.len();
        for (week, histogram) in self.rungs.iter_mut().enumerate() {
            histogram.add_all(outcomes.iter().map(|outcome| outcome.rung(week)), rungs);
        }
        let fates: Vec<Fate> = outcomes.iter().map(|it| Fate::of(it, protocol)).collect();
        let ends = Ends::of(outcomes, &fates);
        self.fates.extend(fates.into_iter().take(SHOWN - self.fates.len()));
        ends
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
        self.relapse.append(&later.relapse);
        self.crossing.append(later.crossing);
        self.rows.resize(self.rows.len().max(later.rows.len()), 0);
        for (count, more) in self.rows.iter_mut().zip(&later.rows) {
            *count += more;
        }
        let room = SHOWN - self.fates.len();
        self.fates.extend(later.fates.iter().take(room));
    }
}
