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
    let (protocol, seed, tasks) = run::unpack(parcel)?;
    let ready = Ready::new(protocol);
    let tallies: Answer =
        tasks.into_iter().map(|task| (task, ready.block(seed, task.block, task.limit))).collect();
    Ok(postcard::to_allocvec(&tallies)?)
}

/// Opens an answer.
///
/// # Errors
/// [`ParcelError::Garbled`] when the bytes are no answer.
pub fn open(answer: &[u8]) -> Result<Answer, ParcelError> {
    Ok(postcard::from_bytes(answer)?)
}
