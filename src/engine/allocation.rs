//! Who of a trial gets which arm: permuted blocks, stratified by severity if asked (model, sections 1.3 and 3).

use crate::protocol::allocation::Strata;
use crate::protocol::population::Severity;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::stream::Seed;

/// Keys of randomisation lists begin here; candidates' numbers lie below.
const FIRST_LIST: u64 = 1 << 40;

/// The blocks that a list can have: their numbers have 20 bits.
const MOST_BLOCKS: u64 = 1 << 20;

/// The randomisation lists of one trial.
#[derive(Clone, Debug)]
pub struct Allocation {
    seed: Seed,
    replicate: u64,
    arms: usize,
    strata: Strata,
    taken: [u64; 3],
    blocks: [Vec<usize>; 3],
}

/// A place on a randomisation list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The list, counted from 0: the severity class, or 0 where all share one.
    pub stratum: usize,
    /// The block of that list, counted from 0.
    pub block: u64,
    /// The arm, counted from 0.
    pub arm: usize,
}

impl Allocation {
    /// Empty lists.
    pub const fn new((seed, replicate): (Seed, u64), arms: usize, strata: Strata) -> Self {
        let blocks = [const { Vec::new() }; 3];
        Self { seed, replicate, arms, strata, taken: [0; 3], blocks }
    }

    /// The next place for somebody of a severity class; people are given places in the order of enrolment.
    ///
    /// # Panics
    /// After 2^20 blocks of a list, far above the size of any trial.
    pub fn next(&mut self, severity: Severity) -> Place {
        let stratum = match self.strata {
            Strata::None => 0,
            Strata::Severity => severity as usize,
        };
        let size = 2 * self.arms as u64;
        let (block, at) = (self.taken[stratum] / size, self.taken[stratum] % size);
        assert!(block < MOST_BLOCKS, "a list has 2^20 blocks");
        if at == 0 {
            self.blocks[stratum] = permuted(self.key(stratum, block), self.arms);
        }
        self.taken[stratum] += 1;
        let at = usize::try_from(at).expect("a block has at most 24 places");
        Place { stratum, block, arm: self.blocks[stratum][at] }
    }

    fn key(&self, stratum: usize, block: u64) -> Key {
        Key::new(self.seed, self.replicate, FIRST_LIST + stratum as u64 * MOST_BLOCKS + block)
    }
}

/// A block: each arm twice, in the order 0, 1, ..., 0, 1, ..., then shuffled by Fisher and Yates from the last place down
/// to 1, each swapped with place `floor(U (i + 1))`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 <= U (i+1) < 24")]
fn permuted(key: Key, arms: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..2 * arms).map(|i| i % arms).collect();
    for i in (1..places.len()).rev() {
        let index = u16::try_from(i).expect("a block has at most 24 places");
        let u = key.at(Purpose::Randomisation, index).uniform();
        places.swap(i, (u * f64::from(index + 1)).floor() as usize);
    }
    places
}
