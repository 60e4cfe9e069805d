//! Runs people on all threads: waves of blocks side by side, folded in order. No number depends on how many threads.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use rayon::ThreadPool;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

use super::CliError;
use super::INTERRUPTED;
use super::output;
use super::progress::Progress;
use crate::engine::enrolled::Enrolled;
use crate::run::BLOCK;
use crate::run::Enrolment;
use crate::run::Ready;
use crate::run::Task;
use crate::run::TooFewEligible;
use crate::run::refuse_endless;
use crate::stream::Seed;
use crate::tally::Tally;
use crate::words::command::Phrase;

/// Blocks of a wave for each thread: a fraction of a second, so that a run stops when asked and shows how far it is.
const WAVE: usize = 16;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Everybody is in.
    Complete,
    /// Somebody stopped it; the results are those of the people before.
    Stopped,
}

/// Enrols people and runs them through every arm, until they are all in or Ctrl-C is pressed.
///
/// # Errors
/// [`CliError::Threads`] when the threads do not start, [`CliError::TooFewEligible`] when hardly anybody is enrolled.
pub(super) fn enrol(
    ready: &Ready,
    seed: Seed,
    people: u64,
    threads: Option<u64>,
) -> Result<(Tally, Ending), CliError> {
    let pool = pool(threads)?;
    let stop = listen();
    let mut enrolment = Enrolment::new(people);
    let mut progress = Progress::new(people);
    while !stop.load(Ordering::Relaxed) {
        let wave = wave(&mut enrolment, WAVE * pool.current_num_threads())?;
        if wave.is_empty() {
            break;
        }
        for (task, tally) in side_by_side(ready, seed, &pool, (wave, &stop)) {
            match tally {
                Some(tally) => enrolment.take(task, tally),
                None => enrolment.lost(task),
            }
        }
        progress.reached(enrolment.so_far().enrolled);
    }
    progress.end();
    let ending = if enrolment.is_complete() { Ending::Complete } else { Ending::Stopped };
    Ok((enrolment.into_tally(), ending))
}

/// Whose luck, how many people, how many threads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub seed: Seed,
    pub people: u64,
    pub threads: Option<u64>,
}

/// Asks `of` about the first people that are enrolled, block by block on all threads, and gives the answers to `take` in
/// order of people.
///
/// # Errors
/// As [`enrol`].
pub(super) fn each<T: Send>(
    ready: &Ready,
    run: &Run,
    of: impl Fn(&Enrolled) -> Vec<T> + Sync,
    mut take: impl FnMut(T),
) -> Result<Ending, CliError> {
    let pool = pool(run.threads)?;
    let stop = listen();
    let mut progress = Progress::new(run.people);
    let (mut blocks_done, mut taken) = (0, 0);
    let block = |block: u64| {
        let candidates = (block * BLOCK..(block + 1) * BLOCK)
            .map(|pid| ready.candidate_of((run.seed, 0), pid))
            .filter_map(|(person, care)| Some((person, care.ok()?)));
        of(&ready.enrolled(candidates.collect()))
    };
    while taken < run.people && !stop.load(Ordering::Relaxed) {
        refuse_endless(blocks_done * BLOCK, taken)?;
        let wave =
            (WAVE as u64 * pool.current_num_threads() as u64).min((2 * run.people).div_ceil(BLOCK));
        let blocks = (blocks_done..blocks_done + wave).into_par_iter();
        let answers: Vec<Vec<T>> = pool.install(|| blocks.map(block).collect());
        blocks_done += wave;
        let room = usize::try_from(run.people - taken).unwrap_or(usize::MAX);
        for answer in answers.into_iter().flatten().take(room) {
            take(answer);
            taken += 1;
        }
        progress.reached(taken);
    }
    progress.end();
    Ok(if taken == run.people { Ending::Complete } else { Ending::Stopped })
}

/// The exit status of a run after `n` people, and a note when it was stopped.
pub(super) fn close(ending: Ending, n: u64, wanted: u64) -> ExitCode {
    match ending {
        Ending::Complete => ExitCode::SUCCESS,
        Ending::Stopped => {
            output::note(&Phrase::Stopped { n, wanted });
            ExitCode::from(INTERRUPTED)
        }
    }
}

pub(super) fn pool(threads: Option<u64>) -> Result<ThreadPool, CliError> {
    let threads = threads.and_then(|n| usize::try_from(n).ok()).unwrap_or(0); // 0: as many as there are
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| CliError::Threads { threads, reason: error.to_string() })
}

/// Set when Ctrl-C is pressed; pressed again, it ends the program at once.
fn listen() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let pressed = Arc::clone(&stop);
    let listening = ctrlc::set_handler(move || {
        if pressed.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(INTERRUPTED));
        }
    });
    drop(listening); // where it cannot be listened for, Ctrl-C ends the program
    stop
}

/// The next blocks, as many as can be needed and `most` at most.
fn wave(enrolment: &mut Enrolment, most: usize) -> Result<Vec<Task>, TooFewEligible> {
    let mut tasks = Vec::new();
    while tasks.len() < most {
        match enrolment.next_task()? {
            Some(task) => tasks.push(task),
            None => break,
        }
    }
    Ok(tasks)
}

/// Runs blocks on all threads; those not begun when the run is stopped give nothing.
fn side_by_side(
    ready: &Ready,
    seed: Seed,
    pool: &ThreadPool,
    (tasks, stop): (Vec<Task>, &AtomicBool),
) -> Vec<(Task, Option<Tally>)> {
    let run = |task: Task| {
        let wanted = !stop.load(Ordering::Relaxed);
        (task, wanted.then(|| ready.block(seed, task.block, task.limit)))
    };
    pool.install(|| tasks.into_par_iter().map(run).collect())
}
