//! The three scenarios on one core and on all, and the yardstick, in turn.

use std::hint::black_box;

use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;
use serde::Serialize;

use super::Extent;
use super::rounds;
use super::yardstick::Yardstick;
use crate::cli::CliError;
use crate::cli::people;
use crate::engine::candidate::Candidate;
use crate::engine::desk::Desk;
use crate::engine::observed::Care;
use crate::run::Ready;
use crate::words::bench::Spread;
use crate::workload::PARTY;
use crate::workload::Workload;

/// People who are lived again and again.
const PEOPLE: u64 = 4_800;

/// One scenario.
#[derive(Debug, Serialize)]
pub struct Speed {
    /// Its name.
    pub scenario: &'static str,
    /// Microseconds a person on one core: the median.
    pub us: f64,
    /// The lowest and the highest.
    pub us_range: [f64; 2],
    /// People a second on one core.
    pub per_second_one_core: f64,
    /// People a second on all cores.
    pub per_second_all_cores: f64,
}

/// What was measured of them.
#[derive(Debug, Serialize)]
pub struct Speeds {
    /// The scenarios.
    pub scenarios: Vec<Speed>,
    /// How much longer a person of a response-guided arm takes than one of the fixed arm.
    pub response_to_fixed: Spread,
    /// The yardstick, microseconds a person; none without Node.
    pub yardstick_us: Option<Spread>,
    /// How much longer the yardstick takes than the fixed arm on one core.
    pub times_the_yardstick: Option<Spread>,
}

/// A scenario in the race: its people, and its times round by round.
struct Runner {
    workload: Workload,
    ready: Ready,
    cohort: Vec<(Candidate, Care)>,
    repeats: u32,
    one: Vec<f64>,
    all: Vec<f64>,
}

/// Measures them.
///
/// # Errors
/// [`CliError::Threads`] when the threads do not start.
pub(super) fn measure(extent: &Extent, threads: usize) -> Result<Speeds, CliError> {
    let pool = people::pool(u64::try_from(threads).ok())?;
    let all = [Workload::Fixed, Workload::Response, Workload::Rescue];
    let mut runners = all.map(|workload| Runner::new(workload, extent.slice));
    let mut yardstick = Yardstick::start();
    let mut theirs = Vec::new();
    for _ in 0..extent.rounds {
        theirs.extend(yardstick.as_mut().and_then(|node| node.ask(extent.slice)));
        for runner in &mut runners {
            runner.one.push(runner.time(Runner::live));
        }
        for runner in &mut runners {
            let took = pool.install(|| runner.time(Runner::live_side_by_side));
            runner.all.push(took);
        }
    }
    let heard = theirs.len() == extent.rounds;
    let [fixed, response, _] = &runners;
    Ok(Speeds {
        response_to_fixed: rounds::ratio(&response.one, &fixed.one),
        times_the_yardstick: heard.then(|| rounds::ratio(&theirs, &fixed.one)),
        yardstick_us: heard.then(|| rounds::spread(theirs)),
        scenarios: runners.iter().map(Runner::speed).collect(),
    })
}

impl Runner {
    fn new(workload: Workload, slice: f64) -> Self {
        let ready = workload.ready();
        let cohort = workload.people(&ready, PEOPLE).collect();
        let new = Self { workload, ready, cohort, repeats: 1, one: Vec::new(), all: Vec::new() };
        Self { repeats: rounds::often(slice, || new.live()), ..new }
    }

    /// Microseconds a person.
    fn time(&self, run: fn(&Self)) -> f64 {
        rounds::microseconds(self.repeats, PEOPLE, || run(self))
    }

    fn live(&self) {
        let mut desk = Desk::new();
        let live = |people| self.workload.live(&self.ready, people, &mut desk);
        black_box(self.cohort.chunks(PARTY).map(live).sum::<f64>());
    }

    fn live_side_by_side(&self) {
        let parties = self
            .cohort
            .par_chunks(PARTY)
            .map_init(Desk::new, |desk, people| self.workload.live(&self.ready, people, desk));
        black_box(parties.sum::<f64>());
    }

    fn speed(&self) -> Speed {
        let us = rounds::spread(self.one.iter().copied());
        let all = rounds::spread(self.all.iter().copied());
        Speed {
            scenario: self.workload.id(),
            us: us.median,
            us_range: [us.low, us.high],
            per_second_one_core: 1e6 / us.median,
            per_second_all_cores: 1e6 / all.median,
        }
    }
}
