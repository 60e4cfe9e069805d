//! The unit of work of a thread, a web worker or a cluster task: one block of candidates, and their ordered sum.
//! No threads, no IO.
//!
//! In population mode the candidates of replicate 0 are taken in order; the first that screening admits are enrolled,
//! and each is run through every arm with the same luck. Blocks are fixed, sums are folded in order, so no number
//! depends on who ran what.

mod enrolment;
mod people;

pub use enrolment::Batch;
pub use enrolment::Enrolment;
pub use enrolment::Task;
pub use enrolment::TooFewEligible;
pub use enrolment::refuse_endless;
pub use people::Person;

use serde::Deserialize;
use serde::Serialize;

use crate::endpoint::Endpoint;
use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::enrolled::Enrolled;
use crate::engine::observed::Care;
use crate::engine::observed::Observed;
use crate::engine::outcome::Outcome;
use crate::engine::pool::Pool;
use crate::engine::screening;
use crate::engine::table::Tables;
use crate::engine::titrate::Decision;
use crate::engine::witness::Witness;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::stream::Seed;
use crate::subgroup::Grouping;
use crate::subgroup::Groups;
use crate::tally::Group;
use crate::tally::Tally;
use crate::unit::Days;

/// Candidates in a block. Part of every result's definition: sums round differently in other blocks.
pub const BLOCK: u64 = 64;

/// The name of this build; two programs that exchange blocks must share it.
pub const BUILD: &str = env!("TITRARIUM_BUILD");

/// The most people a run may ask for: candidate numbers stay below 2^40, where randomisation keys begin.
pub const MOST_PEOPLE: u64 = 100_000_000_000;

/// A protocol made ready to run: tables and endpoints computed once.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The study.
    pub protocol: Protocol,
    /// What is counted.
    pub endpoints: Vec<Endpoint>,
    tables: Tables,
    pool: Pool,
    groups: Option<Groups>,
}

/// Counts which row of a rule decided; the last count is that of no row.
struct RowCount<'a>(&'a mut [u64]);

impl Witness for RowCount<'_> {
    fn decided(&mut self, _day: Days, _seen: &Observed, decision: &Decision) {
        let none = self.0.len() - 1;
        self.0[decision.row.map_or(none, usize::from)] += 1;
    }
}

impl Ready {
    /// Makes a protocol ready.
    pub fn new(protocol: Protocol) -> Self {
        let tables = Tables::new(&protocol);
        let endpoints = Endpoint::of(&protocol);
        let pool = Pool::of(&protocol.population);
        Self { protocol, endpoints, tables, pool, groups: None }
    }

    /// The same, with people divided into groups.
    #[must_use]
    pub fn divided(self, by: Grouping) -> Self {
        let groups = Some(Groups::new(by, &self.protocol));
        Self { groups, ..self }
    }

    /// The groups, if people are divided.
    pub const fn groups(&self) -> Option<&Groups> {
        self.groups.as_ref()
    }

    fn empty(&self) -> Tally {
        let mut tally = Tally::new(&self.protocol, &self.endpoints);
        for (arm, sums) in self.protocol.arms.iter().zip(&mut tally.arms) {
            sums.rows = vec![0; arm.titration.rule.rows().len() + 1];
        }
        let group = || Group::new(self.protocol.arms.len(), self.endpoints.len());
        let n = self.groups.as_ref().map_or(0, Groups::n);
        tally.groups = (0..n).map(|_| group()).collect();
        tally
    }

    /// The tables of days and gaps.
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }

    /// Runs one block: its candidates in order, until `limit` people are enrolled.
    pub fn block(&self, seed: Seed, block: u64, limit: u64) -> Tally {
        let mut tally = self.empty();
        let mut people = Vec::new();
        for (person, care) in self.candidates((seed, 0), block * BLOCK) {
            if people.len() as u64 == limit {
                break;
            }
            tally.screened += 1;
            match care {
                Ok(care) => people.push((person, care)),
                Err(why) => tally.excluded[why as usize] += 1,
            }
        }
        self.live(&self.enrolled(people), &mut tally);
        tally
    }

    /// People of a block, ready to live side by side.
    pub fn enrolled(&self, people: Vec<(Candidate, Care)>) -> Enrolled {
        Enrolled::new(&self.protocol, &self.tables, people)
    }

    /// Runs people of a block through every arm with the same luck, and adds them up in order.
    fn live(&self, enrolled: &Enrolled, tally: &mut Tally) {
        let protocol = &self.protocol;
        let mut desk = Desk::new();
        let arms = protocol.arms.iter().zip(&mut tally.arms);
        let outcomes: Vec<Vec<Outcome>> = arms
            .map(|(arm, sums)| {
                let setting = Setting::new(protocol, &self.tables, arm);
                Cohort::new(setting, enrolled, &mut desk).live(&mut RowCount(&mut sums.rows))
            })
            .collect();
        tally.add(protocol, &self.endpoints, &outcomes);
        for (i, (person, _)) in enrolled.people().iter().enumerate() {
            let baseline = outcomes.first().map_or(0, |arm| arm[i].baseline());
            tally.add_screening(screening::score(&protocol.screening, person), baseline);
            self.add_to_group(person, outcomes.iter().map(|arm| &arm[i]), tally);
        }
    }

    /// Adds a person to the groups that people are divided into.
    fn add_to_group<'o>(
        &self,
        person: &Candidate,
        outcomes: impl Iterator<Item = &'o Outcome>,
        tally: &mut Tally,
    ) {
        let Some(groups) = &self.groups else {
            return;
        };
        for (arm, outcome) in outcomes.enumerate() {
            let group = &mut tally.groups[groups.of(person, outcome)];
            group.arms[arm].add(&self.protocol, &self.endpoints, outcome);
        }
    }

    /// The score at screening.
    pub fn screening_score(&self, person: &Candidate) -> u8 {
        screening::score(&self.protocol.screening, person)
    }

    /// Runs everybody on this thread, block after block.
    ///
    /// # Errors
    /// [`TooFewEligible`] when screening admits hardly anybody.
    pub fn population(&self, seed: Seed, people: u64) -> Result<Tally, TooFewEligible> {
        let mut enrolment = Enrolment::new(people);
        while let Some(task) = enrolment.next_task()? {
            enrolment.take(task, self.block(seed, task.block, task.limit));
        }
        Ok(enrolment.into_tally())
    }
}

/// What a worker is sent: everything it needs, in a compact form.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Parcel<'a> {
    build: &'a str,
    design: Design,
    seed: Seed,
    batch: Batch,
}

/// Why a parcel cannot be opened.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ParcelError {
    /// The bytes are no parcel.
    #[error("the message cannot be read: {0}")]
    Garbled(#[from] postcard::Error),
    /// It comes from another build.
    #[error("page and engine come from different builds ({theirs} and {ours}); reload the page")]
    OtherBuild {
        /// The sender's build.
        theirs: String,
        /// This build.
        ours: &'static str,
    },
    /// The design in it does not fit together.
    #[error("the protocol is not valid")]
    Invalid(Vec<DesignFault>),
}

/// Packs blocks of a run for a worker.
///
/// # Errors
/// The encoder's, which cannot happen for a protocol in memory.
pub fn pack(protocol: &Protocol, seed: Seed, batch: Batch) -> Result<Vec<u8>, postcard::Error> {
    let design = (**protocol).clone();
    postcard::to_allocvec(&Parcel { build: BUILD, design, seed, batch })
}

/// Opens a parcel: the protocol checked again, the seed, the blocks.
///
/// # Errors
/// [`ParcelError`] when it is garbled, from another build, or its protocol is not valid.
pub fn unpack(bytes: &[u8]) -> Result<(Protocol, Seed, Batch), ParcelError> {
    let (theirs, _) = postcard::take_from_bytes::<&str>(bytes)?;
    if theirs != BUILD {
        return Err(ParcelError::OtherBuild { theirs: theirs.to_owned(), ours: BUILD });
    }
    let parcel: Parcel = postcard::from_bytes(bytes)?;
    let protocol = parcel.design.check().map_err(ParcelError::Invalid)?;
    Ok((protocol, parcel.seed, parcel.batch))
}
