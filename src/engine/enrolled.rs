//! People who live side by side in every arm, and the luck that no arm changes.

use super::candidate::Candidate;
use super::luck::Luck;
use super::observed::Care;
use super::table::Tables;
use crate::protocol::Protocol;

/// People enrolled of a block of candidates, in order, and what luck brings them whatever is done.
#[derive(Clone, Debug)]
pub struct Enrolled {
    people: Vec<(Candidate, Care)>,
    luck: Luck,
}

impl Enrolled {
    /// These people, at most [`WIDTH`](super::lanes::WIDTH) of them.
    ///
    /// # Panics
    /// When there are more.
    pub fn new(protocol: &Protocol, tables: &Tables, people: Vec<(Candidate, Care)>) -> Self {
        let luck = Luck::of(protocol, tables, people.iter().map(|(person, _)| person));
        Self { people, luck }
    }

    /// Who they are, and the care they are under.
    pub fn people(&self) -> &[(Candidate, Care)] {
        &self.people
    }

    pub(super) const fn luck(&self) -> &Luck {
        &self.luck
    }
}
