//! The check on the model card: printed numbers of an independent program, computed again here. Plain data and pure steps;
//! somebody else runs the studies.

pub mod chart;

use std::rc::Rc;

use super::trouble::Trouble;
use crate::endpoint::Endpoint;
use crate::expected::Counted;
use crate::expected::Reading;
use crate::expected::THEIRS;
use crate::expected::Wanted;
use crate::expected::What;
use crate::protocol::Protocol;
use crate::stream::Seed;
use crate::tally::Tally;
use crate::unit::Days;

/// A number further away than this many standard errors, beyond the rounding, is apart. It is more than the command line
/// asks for, because a reader may draw any seed, and few seeds should raise a false alarm.
pub const LIMIT: f64 = 4.0;

/// Chance alone sets some number apart in one of so many runs, were the numbers independent; a test computes it.
pub const FALSE_ALARM_IN: u32 = 130;

/// People of each study, as many as the other program had.
pub const PEOPLE: u64 = THEIRS;

/// A number that is always shown: its table, the part of it if there are several, and what it is.
type Pick = (&'static str, usize, What);

/// The numbers that stand for the others, one a question.
const PICKS: [Pick; 7] = [
    ("T0", 0, What::Eligible),
    ("T1", 0, What::In(3, Endpoint::Response(Days(28)))),
    ("T1", 1, What::In(0, Endpoint::Response(Days(28)))),
    ("T3", 0, What::In(7, Endpoint::TrueAnySevere)),
    ("T4", 0, What::In(6, Endpoint::DosePerSession)),
    ("T4", 0, What::In(7, Endpoint::SeverePer100)),
    ("T8", 0, What::In(1, Endpoint::TrueAnySevere)),
];

/// Where the check stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Nobody has asked for it.
    Waiting,
    /// A study is under way, and has so many people.
    Running(usize, u64),
    /// All studies are in, after so many milliseconds.
    Over(f64),
    /// The reader stopped it.
    Stopped,
    /// It cannot go on.
    Failed(Trouble),
}

/// What is to be run.
#[derive(Clone, Debug)]
pub struct Job {
    /// The number of the run.
    pub run: u64,
    /// The study.
    pub protocol: Rc<Protocol>,
    /// The luck.
    pub seed: Seed,
}

/// A printed number, and ours if it has been computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<'a> {
    /// The study it is of.
    pub study: &'a Counted,
    /// The printed number.
    pub wanted: &'a Wanted,
    /// Ours beside it.
    pub reading: Option<Reading>,
}

impl Line<'_> {
    /// Whether it agrees; none before it is computed.
    pub fn agrees(&self) -> Option<bool> {
        self.reading.map(|reading| reading.z <= LIMIT)
    }
}

/// The check.
#[derive(Clone, Debug, PartialEq)]
pub struct Checking {
    studies: Rc<Vec<Counted>>,
    /// The luck of the numbers that are there.
    pub seed: Seed,
    /// Where it stands.
    pub stage: Stage,
    began: f64,
    run: u64,
    /// Numbers of the studies that are in; none where nobody was there to be measured.
    readings: Vec<Vec<Option<Reading>>>,
}

impl Checking {
    /// Not begun.
    pub const fn new(studies: Rc<Vec<Counted>>, seed: Seed) -> Self {
        let readings = Vec::new();
        Self { studies, seed, stage: Stage::Waiting, began: 0.0, run: 0, readings }
    }

    /// Begins anew with this luck, at a time of the clock in milliseconds; says what to run first.
    pub fn begin(&mut self, seed: Seed, now: f64) -> Option<Job> {
        (self.seed, self.began) = (seed, now);
        self.readings.clear();
        self.next(now)
    }

    /// A run has got further.
    pub fn reached(&mut self, run: u64, done: u64) {
        if let Stage::Running(_, people) = &mut self.stage
            && run == self.run
        {
            *people = done;
        }
    }

    /// A run is over; says what to run next.
    pub fn take(&mut self, run: u64, tally: &Tally, now: f64) -> Option<Job> {
        let Stage::Running(at, _) = self.stage else { return None };
        if run != self.run {
            return None;
        }
        let study = self.studies.get(at)?;
        let endpoints = study.protocol().map(|protocol| Endpoint::of(&protocol));
        self.readings.push(study.compare(&endpoints.unwrap_or_default(), tally));
        self.next(now)
    }

    fn next(&mut self, now: f64) -> Option<Job> {
        self.run += 1;
        let at = self.readings.len();
        let Some(study) = self.studies.get(at) else {
            self.stage = Stage::Over(now - self.began);
            return None;
        };
        match study.protocol() {
            Ok(protocol) => {
                self.stage = Stage::Running(at, 0);
                Some(Job { run: self.run, protocol: Rc::new(protocol), seed: self.seed })
            }
            Err(faults) => {
                self.stage = Stage::Failed(Trouble::KeepsFailing(format!("{faults:?}")));
                None
            }
        }
    }

    /// The reader stops it; what is there stays.
    pub fn stop(&mut self) {
        self.run += 1;
        self.stage = Stage::Stopped;
    }

    /// It cannot go on; what is there stays.
    pub fn fail(&mut self, trouble: Trouble) {
        self.run += 1;
        self.stage = Stage::Failed(trouble);
    }

    /// Whether a study is under way.
    pub const fn is_running(&self) -> bool {
        matches!(self.stage, Stage::Running(..))
    }

    /// Studies, and people of all of them: how many are in, and how many there will be.
    pub fn progress(&self) -> (u64, u64) {
        let all = self.studies.len() as u64 * PEOPLE;
        let done = self.readings.len() as u64 * PEOPLE;
        match self.stage {
            Stage::Running(_, people) => (done + people, all),
            _ => (done, all),
        }
    }

    /// Numbers that agree, that were computed, and that there are.
    pub fn counts(&self) -> (usize, usize, usize) {
        let computed: Vec<bool> = self.lines().filter_map(|line| line.agrees()).collect();
        let agree = computed.iter().filter(|agrees| **agrees).count();
        (agree, computed.len(), self.lines().count())
    }

    /// Every number in order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.studies.len()).flat_map(|at| self.of_study(at))
    }

    /// The studies.
    pub fn studies(&self) -> &[Counted] {
        &self.studies
    }

    /// Every number of a study in order.
    pub fn of_study(&self, at: usize) -> impl Iterator<Item = Line<'_>> {
        let readings = self.readings.get(at);
        let studies = self.studies.get(at).into_iter();
        studies.flat_map(move |study| {
            study.numbers.iter().enumerate().map(move |(i, wanted)| Line {
                study,
                wanted,
                reading: readings.and_then(|readings| readings.get(i).copied().flatten()),
            })
        })
    }

    /// The numbers that stand for the others, and before them whatever is apart.
    pub fn shown(&self) -> Vec<Line<'_>> {
        let apart = self.lines().filter(|line| line.agrees() == Some(false));
        let mut shown: Vec<Line> = apart.collect();
        for (table, part, what) in PICKS {
            let mut parts = (0..self.studies.len()).filter(|at| self.studies[*at].table == table);
            let at = parts.nth(part).unwrap_or(usize::MAX);
            let line = self.of_study(at).find(|line| line.wanted.what == what);
            shown.extend(line.filter(|line| line.agrees() != Some(false)));
        }
        shown
    }
}

#[cfg(test)]
mod tests;
