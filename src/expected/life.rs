//! People of a table: who they are, and their life in every arm with what the tables ask of it.

use super::Study;
use crate::engine::adverse::Kind;
use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort;
use crate::engine::desk::Desk;
use crate::engine::enrolled::Enrolled;
use crate::engine::outcome::Outcome;
use crate::engine::screening::Exclusion;
use crate::engine::witness::Attendance;
use crate::engine::witness::Each;
use crate::engine::witness::Note;
use crate::engine::witness::Witness;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::run::BLOCK;
use crate::stream::Seed;
use crate::unit::Days;

/// Relapses count after this day, on which the responders of T9 are chosen.
pub(super) const CHOSEN: Days = Days(28);

/// Days between the ends of weeks on which a latent score is asked for.
pub(super) const LATENT_DAYS: [Days; 2] = [Days(27), Days(180)];

/// Somebody enrolled, with a life in each arm.
#[derive(Clone, Debug)]
pub struct Person {
    pub(super) who: Candidate,
    pub(super) lives: Vec<Life>,
}

/// One life: what is left to count, and what was noted on the way.
#[derive(Clone, Debug)]
pub(super) struct Life {
    pub outcome: Outcome,
    pub noted: Noted,
}

/// What an outcome does not hold and a table asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noted {
    /// Sessions with dissociation of any grade.
    pub dissociated: u16,
    /// Sum of rises in blood pressure.
    pub rises: f64,
    /// The first relapse after [`CHOSEN`].
    pub relapse: Option<Days>,
    /// Latent scores of [`LATENT_DAYS`], where the study is watched day by day.
    pub latent: [Option<f64>; 2],
}

/// Takes notes; day by day if asked, which takes time.
struct Notary<const DAILY: bool>(Noted);

impl<const DAILY: bool> Witness for Notary<DAILY> {
    fn attended(&mut self, _: Days, _: Rung, attendance: &Attendance) {
        if let Attendance::Given(given) = attendance {
            self.0.dissociated += u16::from(given.truth[Kind::Dissociation as usize] > 0);
            self.0.rises += given.rise;
        }
    }

    fn noted(&mut self, day: Days, note: Note) {
        if note == Note::Relapse && day > CHOSEN {
            self.0.relapse = self.0.relapse.or(Some(day));
        }
    }

    const DAILY: bool = DAILY;

    fn daily(&mut self, day: Days, score: f64) {
        for (wanted, place) in LATENT_DAYS.iter().zip(&mut self.0.latent) {
            if *wanted == day {
                *place = Some(score);
            }
        }
    }
}

impl Study {
    /// The candidates of a block, in order: a life in every arm, or why not enrolled.
    pub fn block(&self, seed: Seed, block: u64) -> Vec<Result<Person, Exclusion>> {
        let pids = block * BLOCK..(block + 1) * BLOCK;
        let candidates: Vec<_> = pids.map(|pid| self.ready.candidate_of((seed, 0), pid)).collect();
        let admitted = candidates.iter().filter_map(|(who, care)| Some((who.clone(), care.ok()?)));
        let enrolled = self.ready.enrolled(admitted.collect());
        let daily = self.sheet.asks_for_days();
        let arms: Vec<Vec<Life>> = (self.ready.protocol.arms.iter())
            .map(|arm| {
                if daily {
                    self.live::<true>(arm, &enrolled)
                } else {
                    self.live::<false>(arm, &enrolled)
                }
            })
            .collect();
        let mut lives: Vec<_> = arms.into_iter().map(Vec::into_iter).collect();
        let mut person =
            |who| Person { who, lives: lives.iter_mut().filter_map(Iterator::next).collect() };
        candidates.into_iter().map(|(who, care)| care.map(|_| person(who))).collect()
    }

    fn live<const DAILY: bool>(&self, arm: &Arm, enrolled: &Enrolled) -> Vec<Life> {
        let notary = || Notary::<DAILY>(Noted::default());
        let mut notaries = Each::new(enrolled.people().iter().map(|_| notary()).collect());
        let setting = Setting::new(&self.ready.protocol, self.ready.tables(), arm);
        let outcomes = cohort::Cohort::new(setting, enrolled, &mut Desk::new()).live(&mut notaries);
        let noted = notaries.into_people().into_iter().map(|notary| notary.0);
        outcomes.into_iter().zip(noted).map(|(outcome, noted)| Life { outcome, noted }).collect()
    }
}

/// Candidates in order, until enough are enrolled.
#[derive(Clone, Debug)]
pub struct Cohort {
    wanted: u64,
    pub(super) screened: u64,
    /// Excluded by score, blood pressure, psychosis-like history, substance history.
    pub(super) excluded: [u64; 4],
    pub(super) people: Vec<Person>,
}

impl Cohort {
    /// Nobody yet, of this many.
    pub const fn new(wanted: u64) -> Self {
        Self { wanted, screened: 0, excluded: [0; 4], people: Vec::new() }
    }

    /// Takes the next candidate; one after the last wanted is not looked at.
    pub fn take(&mut self, candidate: Result<Person, Exclusion>) {
        if self.is_complete() {
            return;
        }
        self.screened += 1;
        match candidate {
            Ok(person) => self.people.push(person),
            Err(why) => self.excluded[why as usize] += 1,
        }
    }

    /// People enrolled.
    pub const fn enrolled(&self) -> u64 {
        self.people.len() as u64
    }

    /// Whether all are in.
    pub const fn is_complete(&self) -> bool {
        self.enrolled() >= self.wanted
    }
}
