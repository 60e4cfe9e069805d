//! What is told at the end: what was true of a person all along, what nobody reported, and the same person with the same
//! luck under each rule. It can be had of a course that is over, and of no other.

use super::Clinic;
use super::Hand;
use crate::engine::candidate::Candidate;
use crate::story::Story;

/// What was true of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// The person, with all that nobody could know.
    pub person: Candidate,
    /// The course by hand.
    pub own: Story,
    /// The same person under each rule, in the order of [`Clinic::beside`].
    pub twins: Vec<Story>,
}

impl Clinic {
    /// What was true of a person; none before the course is over.
    pub fn truth(&self, person: usize, hand: &Hand) -> Option<Truth> {
        let (outcome, log) = self.whole(person, hand)?;
        let (_, candidate, _) = self.cast.people.get(person)?;
        let own = Story::told(self.protocol(), self.you(), outcome, log);
        let twins = self.beside.iter().filter_map(|arm| Story::of(&self.cast, person, *arm));
        Some(Truth { person: candidate.clone(), own, twins: twins.collect() })
    }
}
