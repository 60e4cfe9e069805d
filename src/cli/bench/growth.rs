//! Time a person and memory as people grow: whole runs of one fixed arm, screening and sums included, on one thread.

use std::hint::black_box;

use serde::Serialize;

use super::Extent;
use super::rounds;
use crate::cli::CliError;
use crate::run::Ready;
use crate::stream::Seed;
use crate::words::bench::Spread;
use crate::workload::Workload;

/// Time a person at a size.
#[derive(Debug, Serialize)]
pub struct Growth {
    /// People.
    pub people: u64,
    /// Microseconds a person: the median.
    pub us: f64,
    /// The lowest and the highest.
    pub us_range: [f64; 2],
    /// The time a person as a multiple of that of the fewest people, just before and after.
    pub times_the_fewest: Spread,
    /// Most memory held up to then, MB; none where the system does not say.
    pub peak_memory_mb: Option<f64>,
}

/// What was found of a size, round by round.
#[derive(Default)]
struct Found {
    us: Vec<f64>,
    times: Vec<f64>,
    peak: Option<f64>,
}

/// Measures every size in turn.
///
/// # Errors
/// [`CliError::TooFewEligible`], which the study does not give.
pub(super) fn measure(extent: &Extent) -> Result<Vec<Growth>, CliError> {
    let ready = Workload::Fixed.ready();
    let fewest = extent.sizes.first().copied().unwrap_or(1);
    let repeats = rounds::often(extent.slice, || enrol(&ready, fewest));
    let mut found: Vec<Found> = extent.sizes.iter().map(|_| Found::default()).collect();
    let few = || rounds::microseconds(repeats, fewest, || enrol(&ready, fewest));
    for round in 0..extent.rounds {
        // The fewest before and after each other size: a machine that slows down meanwhile leaves the ratio alone.
        let mut before = few();
        for (people, found) in extent.sizes.iter().zip(&mut found) {
            if *people >= 1_000_000 && !is_long(extent, round) {
                continue;
            }
            let us = if *people == fewest {
                before
            } else {
                rounds::microseconds(1, *people, || enrol(&ready, *people))
            };
            // The first round goes from few to many: what is held most is what this size needs.
            found.peak = found.peak.or_else(peak_memory);
            let after = if *people == fewest { before } else { few() };
            found.us.push(us);
            found.times.push(2.0 * us / (before + after));
            before = after;
        }
    }
    ready.population(Seed(1), fewest)?;
    Ok(extent.sizes.iter().zip(found).map(|(people, found)| growth(*people, found)).collect())
}

/// Whether a round is one of the few of a million people, spread over all rounds.
const fn is_long(extent: &Extent, round: usize) -> bool {
    round.is_multiple_of(extent.rounds.div_ceil(extent.long_rounds))
}

fn growth(people: u64, found: Found) -> Growth {
    let us = rounds::spread(found.us);
    Growth {
        people,
        us: us.median,
        us_range: [us.low, us.high],
        times_the_fewest: rounds::spread(found.times),
        peak_memory_mb: found.peak,
    }
}

fn enrol(ready: &Ready, people: u64) {
    drop(black_box(ready.population(Seed(1), people)));
}

/// The most memory the process has held, MB, where the system tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kb: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kb / 1000.0)
}
