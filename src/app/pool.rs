//! The pool of workers: each its own instance of the engine module, pulling blocks; sums are folded here, in order.
//!
//! Laws: a reply of an earlier run is dropped; a worker that died is terminated, replaced, and its blocks run again; what
//! is reported is always the sum of people `0..n`; nothing waits in a queue, so a new run starts at the next reply.
//! The page is told only as often as somebody could see: telling it costs as much as simulating a few hundred people.

mod pace;
mod slot;
mod start;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use yew::Callback;

use super::trouble::Trouble;
use crate::protocol::Protocol;
use crate::run;
use crate::run::Enrolment;
use crate::run::Task;
use crate::stream::Seed;
use crate::tally::Tally;
use crate::worker;
use pace::Pace;
use slot::Slot;

/// Fewer blocks than this are not shared out among workers.
const LEAST_SHARE: usize = 4;

/// The page is told how a run is getting on at most so often, ms; of the first picture and of the end at once.
const BETWEEN_REPORTS: f64 = 100.0;

/// What a frame takes, ms: a picture that the whole one would follow within it is not drawn, for drawing takes longer.
const FRAME: f64 = 16.0;

/// A run is given up after this many dead workers.
const MOST_DEATHS: u32 = 4;

/// Where the parts lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The worker's script.
    pub worker: String,
    /// The engine module.
    pub engine: String,
}

/// What the pool reports.
#[derive(Clone, Debug, PartialEq)]
pub enum PoolEvent {
    /// A run has got further: people so far, and their sums if it is time to show them.
    Progress {
        /// The run.
        run: u64,
        /// People enrolled so far.
        done: u64,
        /// The sums, when they are worth a new picture.
        tally: Option<Rc<Tally>>,
        /// Whether all people are in.
        complete: bool,
    },
    /// Something went wrong.
    Trouble(Trouble),
}

/// The pool.
#[derive(Clone, Debug)]
pub struct Pool {
    inner: Rc<RefCell<Inner>>,
}

#[derive(Debug)]
struct Inner {
    parts: Parts,
    module: Option<JsValue>,
    /// The worker's script as a Blob, once starting from the file has failed.
    blob: Option<String>,
    slots: Vec<Option<Slot>>,
    run: Option<Run>,
    pace: Pace,
    report: Callback<PoolEvent>,
}

#[derive(Debug)]
struct Run {
    id: u64,
    protocol: Rc<Protocol>,
    seed: Seed,
    enrolment: Enrolment,
    shown: u64,
    /// When the page was last told anything, milliseconds of the clock.
    told: f64,
    wanted: u64,
    deaths: u32,
}

impl Pool {
    /// Opens a pool of workers; loading goes on in the background.
    pub fn open(parts: Parts, size: usize, report: Callback<PoolEvent>) -> Self {
        let inner = Inner {
            parts,
            module: None,
            blob: None,
            slots: std::iter::repeat_with(|| None).take(size.max(1)).collect(),
            run: None,
            pace: Pace::default(),
            report,
        };
        let pool = Self { inner: Rc::new(RefCell::new(inner)) };
        start::load(pool.clone());
        pool
    }

    /// Starts a run in place of the one under way.
    pub fn start(&self, id: u64, protocol: Rc<Protocol>, (seed, people): (Seed, u64)) {
        self.inner.borrow_mut().run = Some(Run {
            id,
            protocol,
            seed,
            enrolment: Enrolment::new(people),
            shown: 0,
            told: 0.0,
            wanted: people,
            deaths: 0,
        });
        self.pump();
    }

    /// Stops the run under way; replies still to come are dropped.
    pub fn stop(&self) {
        self.inner.borrow_mut().run = None;
    }

    /// Sends the workers home: nothing more is reported.
    pub fn close(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.run = None;
        inner.report = Callback::noop();
        for slot in inner.slots.iter_mut().flatten() {
            slot.end();
        }
        inner.slots.clear();
    }

    /// Gives idle workers something to do.
    fn pump(&self) {
        let trouble = self.inner.borrow_mut().pump();
        if let Some(trouble) = trouble {
            self.give_up(trouble);
        }
    }

    fn give_up(&self, trouble: Trouble) {
        self.stop();
        let report = self.inner.borrow().report.clone();
        report.emit(PoolEvent::Trouble(trouble));
    }

    /// A worker answered.
    fn answered(&self, slot: usize, (id, took): (u64, f64), bytes: &Uint8Array) {
        let event = self.inner.borrow_mut().take(slot, (id, took), &bytes.to_vec());
        self.pump();
        let report = self.inner.borrow().report.clone();
        match event {
            Some(Ok(event)) => report.emit(event),
            Some(Err(trouble)) => self.give_up(trouble),
            None => {}
        }
    }

    /// A worker died: it is replaced, and its blocks are handed out again.
    fn died(&self, slot: usize, why: &str) {
        let hopeless = self.inner.borrow_mut().bury(slot);
        if hopeless {
            self.give_up(Trouble::KeepsFailing(why.to_owned()));
        }
        start::worker(self, slot);
    }
}

impl Inner {
    fn slot(&mut self, index: usize) -> Option<&mut Slot> {
        self.slots.get_mut(index)?.as_mut()
    }

    fn is_ready(&self, index: usize) -> bool {
        self.slots.get(index).and_then(Option::as_ref).is_some_and(|slot| slot.ready)
    }

    fn pump(&mut self) -> Option<Trouble> {
        let run = self.run.as_mut()?;
        let workers = self.slots.len();
        for slot in self.slots.iter_mut().flatten().filter(|slot| slot.is_idle()) {
            // Towards the end less at a time, so that no worker waits long for another.
            let share = run.enrolment.blocks_ahead().div_ceil(workers).max(LEAST_SHARE);
            let batch = match run.enrolment.next_batch(self.pace.blocks(&run.protocol).min(share)) {
                Ok(Some(batch)) => batch,
                Ok(None) => break,
                Err(too_few) => return Some(Trouble::TooFew(too_few.to_string())),
            };
            let tasks = batch.tasks.clone();
            match run::pack(&run.protocol, run.seed, batch) {
                Ok(job) => slot.send(&job, InHand { run: run.id, tasks }),
                Err(error) => return Some(Trouble::KeepsFailing(error.to_string())),
            }
        }
        None
    }

    fn take(
        &mut self,
        slot: usize,
        (id, took): (u64, f64),
        bytes: &[u8],
    ) -> Option<Result<PoolEvent, Trouble>> {
        self.slot(slot)?.rest();
        let run = self.run.as_mut().filter(|run| run.id == id)?;
        match worker::open(bytes) {
            Ok(answer) => {
                self.pace.learn(answer.len(), &run.protocol, took);
                for (task, tally) in answer {
                    run.enrolment.take(task, tally);
                }
                let left = run.enrolment.blocks_missing().div_ceil(self.slots.len());
                let wait = self.pace.time(left, &run.protocol);
                run.progress(Date::now(), wait).map(Ok)
            }
            Err(error) => Some(Err(Trouble::KeepsFailing(error.to_string()))),
        }
    }

    /// Gives back the blocks of a dead worker; says whether the run is hopeless.
    fn bury(&mut self, slot: usize) -> bool {
        let Some(in_hand) = self.slot(slot).and_then(Slot::end) else { return false };
        let Some(run) = self.run.as_mut().filter(|run| run.id == in_hand.run) else { return false };
        for task in in_hand.tasks {
            run.enrolment.lost(task);
        }
        run.deaths += 1;
        run.deaths >= MOST_DEATHS
    }
}

impl Run {
    /// What to tell the page, if it is time. The first picture comes with the first people, unless the wait for all of them,
    /// ms, is no longer than that for a frame; then one when their number has doubled, and the last.
    fn progress(&mut self, now: f64, wait: f64) -> Option<PoolEvent> {
        let done = self.enrolment.so_far().enrolled;
        let complete = self.enrolment.is_complete();
        let first =
            done >= self.wanted.min(crate::tally::SHOWN as u64) && self.shown == 0 && wait > FRAME;
        // The clock may be set back, which should hold up nothing.
        let due = (now - self.told).abs() >= BETWEEN_REPORTS;
        if !(complete || first || due) {
            return None;
        }
        self.told = now;
        let worth_showing = complete || first || (self.shown > 0 && done >= 2 * self.shown);
        if worth_showing {
            self.shown = done;
        }
        Some(PoolEvent::Progress {
            run: self.id,
            done,
            tally: worth_showing.then(|| Rc::new(self.enrolment.so_far().clone())),
            complete,
        })
    }
}

/// Blocks a worker has in hand.
#[derive(Debug)]
struct InHand {
    /// The run they belong to.
    run: u64,
    tasks: Vec<Task>,
}
