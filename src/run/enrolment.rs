//! Who is enrolled yet: blocks are handed out in order, come back in any order, and are folded in order.

use std::ops::Range;

use serde::Deserialize;
use serde::Serialize;

use super::BLOCK;
use crate::tally::Moments;
use crate::tally::Tally;

/// Refuses to go on when less than one candidate in 1,000 was admitted of 100,000 or more.
///
/// # Errors
/// [`TooFewEligible`] with both numbers.
pub const fn refuse_endless(screened: u64, enrolled: u64) -> Result<(), TooFewEligible> {
    if screened >= 100_000 && enrolled < screened / 1000 {
        return Err(TooFewEligible { screened, enrolled });
    }
    Ok(())
}

/// A block to run, and how many people it may enrol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The block.
    pub block: u64,
    /// Enrol at most this many of it.
    pub limit: u64,
}

/// Blocks that a worker runs one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The blocks, in order.
    pub tasks: Vec<Task>,
    /// Enrol at most this many of all of them: the block that brings the last of them ends there. Those after it are left
    /// out, for with the blocks before the batch all are enrolled then.
    pub at_most: u64,
}

impl Batch {
    /// Some blocks whole.
    pub fn whole(blocks: Range<u64>) -> Self {
        let tasks = blocks.map(|block| Task { block, limit: BLOCK }).collect();
        Self { tasks, at_most: u64::MAX }
    }
}

/// Screening admits so few that the run would not end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "screening admitted {enrolled} of {screened} candidates; lower the score threshold or widen the population"
)]
pub struct TooFewEligible {
    /// Candidates looked at.
    pub screened: u64,
    /// People enrolled of them.
    pub enrolled: u64,
}

/// Hands out blocks in order, takes them back in any order, folds them in order: the sum so far is always that of people
/// `0..n`.
#[derive(Clone, Debug)]
pub struct Enrolment {
    wanted: u64,
    done: Tally,
    folded: u64,
    issued: u64,
    /// Blocks that came back before the one to be folded next; they are few, as few are under way.
    early: Vec<(u64, Tally)>,
    again: Vec<Task>,
}

impl Enrolment {
    /// Wants this many people.
    pub const fn new(wanted: u64) -> Self {
        let nobody = Moments { n: 0, sum: 0.0, squares: 0.0 };
        let done = Tally {
            screened: 0,
            enrolled: 0,
            excluded: [0; 4],
            arms: Vec::new(),
            screening: nobody,
            regression: nobody,
            groups: Vec::new(),
        };
        Self { wanted, done, folded: 0, issued: 0, early: Vec::new(), again: Vec::new() }
    }

    /// The next block to run; none when enough are under way or all is done ([`is_complete`](Self::is_complete) tells).
    ///
    /// No block is handed out that could not be needed: those under way could enrol everybody they hold.
    ///
    /// # Errors
    /// [`TooFewEligible`] when less than one candidate in 1,000 was admitted of 100,000 or more.
    pub fn next_task(&mut self) -> Result<Option<Task>, TooFewEligible> {
        self.next_if_each_enrols(BLOCK)
    }

    /// The next blocks for one worker, at most so many; none when those under way will probably do, or all is done.
    ///
    /// Whoever has no time to wait for the last few people one block after the other asks for batches. A block too many may
    /// be handed out; it is not run where those before it in the batch have sufficed.
    ///
    /// # Errors
    /// As [`next_task`](Self::next_task).
    pub fn next_batch(&mut self, blocks: usize) -> Result<Option<Batch>, TooFewEligible> {
        let usual = self.usual();
        let mut tasks = Vec::new();
        while tasks.len() < blocks {
            match self.next_if_each_enrols(usual)? {
                // in order, though one that is asked for again comes late
                Some(task) => {
                    let later = tasks.iter().position(|other: &Task| other.block > task.block);
                    tasks.insert(later.unwrap_or(tasks.len()), task);
                }
                None => break,
            }
        }
        let at_most = self.wanted.saturating_sub(self.done.enrolled);
        Ok((!tasks.is_empty()).then_some(Batch { tasks, at_most }))
    }

    /// Blocks that it will probably take until all are enrolled, those under way included.
    pub fn blocks_missing(&self) -> usize {
        self.blocks_beyond(self.done.enrolled)
    }

    /// Blocks that will probably be handed out yet.
    pub fn blocks_ahead(&self) -> usize {
        self.blocks_beyond(self.possible(self.usual()))
    }

    /// Blocks that will probably enrol whoever is missing beyond so many people.
    fn blocks_beyond(&self, people: u64) -> usize {
        let missing = self.wanted.saturating_sub(people);
        usize::try_from(missing.div_ceil(self.usual())).unwrap_or(usize::MAX)
    }

    fn next_if_each_enrols(&mut self, people: u64) -> Result<Option<Task>, TooFewEligible> {
        if self.is_complete() {
            return Ok(None);
        }
        refuse_endless(self.done.screened, self.done.enrolled)?;
        if let Some(task) = self.again.pop() {
            return Ok(Some(task));
        }
        if self.possible(people) >= self.wanted {
            return Ok(None);
        }
        let task = Task { block: self.issued, limit: BLOCK.min(self.wanted) };
        self.issued += 1;
        Ok(Some(task))
    }

    /// People that a block enrols, as those so far have, less a sixteenth: about what chance takes from ten blocks at worst.
    fn usual(&self) -> u64 {
        let Tally { screened, enrolled, .. } = self.done;
        if screened == 0 { BLOCK } else { (15 * BLOCK * enrolled / (16 * screened)).max(1) }
    }

    /// People there would be if each block under way enrolled so many.
    fn possible(&self, each: u64) -> u64 {
        let waiting: u64 = self.early.iter().map(|(_, tally)| tally.enrolled).sum();
        let under_way = self.issued - self.folded - self.early.len() as u64;
        self.done.enrolled + waiting + under_way * each
    }

    /// Takes a block back. One that enrols more than are still wanted is asked for again with the right limit.
    pub fn take(&mut self, task: Task, tally: Tally) {
        self.early.retain(|(block, _)| *block != task.block);
        self.early.push((task.block, tally));
        while let Some(at) = self.early.iter().position(|(block, _)| *block == self.folded) {
            let (_, tally) = self.early.swap_remove(at);
            let missing = self.wanted - self.done.enrolled;
            if tally.enrolled > missing {
                if missing > 0 {
                    self.again.push(Task { block: self.folded, limit: missing });
                }
                return;
            }
            self.done.append(tally);
            self.folded += 1;
        }
    }

    /// Gives up a block that was handed out and will not come back; it is handed out again.
    pub fn lost(&mut self, task: Task) {
        self.again.push(task);
    }

    /// The sum of people `0..n`; `n` is its `enrolled`.
    pub const fn so_far(&self) -> &Tally {
        &self.done
    }

    /// Whether all wanted people are in.
    pub const fn is_complete(&self) -> bool {
        self.done.enrolled >= self.wanted
    }

    /// The sum, by value.
    pub fn into_tally(self) -> Tally {
        self.done
    }
}
