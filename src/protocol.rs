//! The study as designed: people, arms, doses, visits, monitoring, and the truth that is assumed. Plain checked values.
//! Knows no file format and runs nothing.
//!
//! A [`Design`] is any combination of valid quantities; a [`Protocol`] is a design whose parts also fit together. The
//! engine takes nothing else.

use serde::Deserialize;
use serde::Serialize;

use crate::unit::Days;

pub mod allocation;
pub mod arm;
pub mod monitoring;
pub mod population;
pub mod schedule;
pub mod titration;
pub mod world;

mod check;
mod check_doses;

pub use check::DesignFault;
pub use check::MOST_ARMS;
pub use check::TablePlace;

use allocation::Trial;
use arm::Arm;
use arm::DoseLadder;
use population::Population;
use population::Screening;
use world::World;

/// A study before its parts have been checked against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// A short name: "Dose arms".
    pub title: String,
    /// The question it answers, as a student would ask it.
    pub question: String,
    /// The last study day `T`: a multiple of 7 between 28 and 420.
    pub horizon: Days,
    /// Who the candidates are.
    pub population: Population,
    /// Who of them is enrolled.
    pub screening: Screening,
    /// The assumed truth of drug and people.
    pub world: World,
    /// The doses that exist.
    pub ladder: DoseLadder,
    /// What is compared; the first is the one that differences refer to.
    pub arms: Vec<Arm>,
    /// How large a trial of it is, and how people come to their arms.
    pub trial: Trial,
}

/// A study whose parts fit together. Made only by [`Design::check`].
#[derive(Clone, Debug, PartialEq)]
pub struct Protocol(Design);

impl std::ops::Deref for Protocol {
    type Target = Design;
    fn deref(&self) -> &Design {
        &self.0
    }
}

impl Design {
    /// Checks the parts against each other.
    ///
    /// # Errors
    /// Every [`DesignFault`] there is, not only the first.
    pub fn check(self) -> Result<Protocol, Vec<DesignFault>> {
        let faults = check::faults(&self);
        if faults.is_empty() { Ok(Protocol(self)) } else { Err(faults) }
    }
}

impl Protocol {
    /// The last study day `T`.
    pub const fn horizon(&self) -> Days {
        self.0.horizon
    }

    /// The design, to change and check again.
    pub fn into_design(self) -> Design {
        self.0
    }
}
