//! How much faster more threads are than one, in turn: blocks of five arms, screening and sums included.

use std::hint::black_box;

use rayon::ThreadPool;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;
use serde::Serialize;

use super::Extent;
use super::rounds;
use crate::cli::CliError;
use crate::cli::people;
use crate::run::BLOCK;
use crate::run::Ready;
use crate::stream::Seed;
use crate::words::bench::Spread;
use crate::workload::Workload;

/// Blocks that threads share.
const BLOCKS: u64 = 64;

/// The gain of threads.
#[derive(Debug, Serialize)]
pub struct Gain {
    /// Threads.
    pub threads: usize,
    /// Times as fast as one.
    pub times: Spread,
}

/// Measures one thread, two, four and so on, up to all.
///
/// # Errors
/// [`CliError::Threads`] when the threads do not start.
pub(super) fn measure(extent: &Extent, all: usize) -> Result<Vec<Gain>, CliError> {
    let ready = Workload::Block.ready();
    let counts: Vec<usize> =
        std::iter::successors(Some(1), |n| Some(2 * n)).take_while(|n| *n <= all).collect();
    let pool = |threads: &usize| people::pool(u64::try_from(*threads).ok());
    let pools = counts.iter().map(pool).collect::<Result<Vec<_>, _>>()?;
    let repeats = rounds::often(extent.slice, || share(&ready, &pools[0]));
    let mut took: Vec<Vec<f64>> = vec![Vec::new(); counts.len()];
    for _ in 0..extent.rounds {
        for (pool, took) in pools.iter().zip(&mut took) {
            took.push(rounds::microseconds(repeats, BLOCKS, || share(&ready, pool)));
        }
    }
    let gain = |(threads, own): (&usize, &Vec<f64>)| Gain {
        threads: *threads,
        times: rounds::ratio(&took[0], own),
    };
    Ok(counts.iter().zip(&took).skip(1).map(gain).collect())
}

fn share(ready: &Ready, pool: &ThreadPool) {
    pool.install(|| {
        let blocks = (0..BLOCKS).into_par_iter();
        let enrolled = |block| ready.block(Seed(1), block, BLOCK).enrolled;
        black_box(blocks.map(enrolled).sum::<u64>());
    });
}
