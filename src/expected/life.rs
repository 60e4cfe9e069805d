//! People of a table: who they are, and their life in every arm with what the tables ask of it.

use super::Study;
use crate::engine::adverse::Kind;
use crate::engine::candidate;
use crate::engine::candidate::Candidate;
use crate::engine::life;
use crate::engine::observed::Care;
use crate::engine::outcome::Outcome;
use crate::engine::screening;
use crate::engine::screening::Exclusion;
use crate::engine::screening::Verdict;
use crate::engine::witness::Attendance;
use crate::engine::witness::Note;
use crate::engine::witness::Witness;
use crate::protocol::arm::Rung;
use crate::stream::Key;
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
    /// One candidate: a life in every arm, or why not enrolled.
    ///
    /// # Errors
    /// The [`Exclusion`], which is no fault but an answer.
    pub fn candidate(&self, seed: Seed, pid: u64) -> Result<Person, Exclusion> {
        let protocol = &self.protocol;
        let who = candidate::draw(&protocol.population, Key::new(seed, 0, pid));
        let care = match screening::screen(&protocol.screening, &who) {
            Verdict::Enrolled => Care::Usual,
            Verdict::Caution => Care::Caution,
            Verdict::Excluded(why) => return Err(why),
        };
        let daily = self.sheet.asks_for_days();
        let lives = (0..protocol.arms.len())
            .map(|arm| {
                if daily {
                    self.live::<true>(arm, (&who, care))
                } else {
                    self.live::<false>(arm, (&who, care))
                }
            })
            .collect();
        Ok(Person { who, lives })
    }

    fn live<const DAILY: bool>(&self, arm: usize, someone: (&Candidate, Care)) -> Life {
        let mut notary = Notary::<DAILY>(Noted::default());
        let (protocol, arm) = (&self.protocol, &self.protocol.arms[arm]);
        let outcome = life::run(protocol, &self.tables, arm, someone, &mut notary);
        Life { outcome, noted: notary.0 }
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
