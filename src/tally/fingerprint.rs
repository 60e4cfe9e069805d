//! The sums that a fingerprint of results is made of: those of the first version, in its order.

use serde::Serialize;

use super::ArmTally;
use super::Histogram;
use super::Moments;
use super::Tally;
use crate::endpoint::Fate;
use crate::endpoint::LATER;

#[derive(Debug, Serialize)]
pub(super) struct Sums<'a> {
    screened: u64,
    enrolled: u64,
    excluded: [u64; 4],
    arms: Vec<ArmSums<'a>>,
}

#[derive(Debug, Serialize)]
struct ArmSums<'a> {
    endpoints: &'a [Moments],
    differences: &'a [Moments],
    day_one: &'a Histogram,
    weekly: &'a [Histogram],
    rungs: &'a [Histogram],
    fates: &'a [Fate],
}

impl<'a> Sums<'a> {
    pub fn of(tally: &'a Tally) -> Self {
        Self {
            screened: tally.screened,
            enrolled: tally.enrolled,
            excluded: tally.excluded,
            arms: tally.arms.iter().map(ArmSums::of).collect(),
        }
    }
}

impl<'a> ArmSums<'a> {
    fn of(arm: &'a ArmTally) -> Self {
        let first = arm.endpoints.len().saturating_sub(LATER.len());
        Self {
            endpoints: &arm.endpoints[..first],
            differences: &arm.differences[..first],
            day_one: &arm.day_one,
            weekly: &arm.weekly,
            rungs: &arm.rungs,
            fates: &arm.fates,
        }
    }
}
