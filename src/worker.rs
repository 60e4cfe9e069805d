//! What a worker does with a message: run its blocks, answer with their tallies. The shell around it is in `www/worker.js`.

use crate::run;
use crate::run::ParcelError;
use crate::run::Ready;
use crate::run::Task;
use crate::tally::Tally;

/// Blocks and their tallies, as a worker answers.
pub type Answer = Vec<(Task, Tally)>;

/// Runs the blocks of a parcel and packs the answer.
///
/// # Errors
/// [`ParcelError`] when the parcel cannot be opened.
pub fn answer(parcel: &[u8]) -> Result<Vec<u8>, ParcelError> {
    let (protocol, seed, batch) = run::unpack(parcel)?;
    let ready = Ready::new(protocol);
    let mut tallies = Answer::new();
    let mut left = batch.at_most;
    for task in batch.tasks {
        if left == 0 {
            break;
        }
        let tally = ready.block(seed, task.block, task.limit.min(left));
        left -= tally.enrolled;
        tallies.push((task, tally));
    }
    Ok(postcard::to_allocvec(&tallies)?)
}

/// Opens an answer.
///
/// # Errors
/// [`ParcelError::Garbled`] when the bytes are no answer.
pub fn open(answer: &[u8]) -> Result<Answer, ParcelError> {
    Ok(postcard::from_bytes(answer)?)
}
