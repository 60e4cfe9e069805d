//! What is worked with and not kept: the columns of a day, the same for every arm and every block.

use super::assessment::Scores;
use super::constants::Constants;
use super::sessions::Sessions;
use super::visit::Arrivals;
use super::weekly::Week;

/// Columns to work with. Whoever runs many arms keeps one, so that nothing is allocated for a person.
#[derive(Debug)]
pub struct Desk {
    pub(super) constants: Constants,
    pub(super) scores: Scores,
    pub(super) week: Week,
    pub(super) arrivals: Arrivals,
    pub(super) sessions: Sessions,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Box<Self> {
        Box::new(Self {
            constants: Constants::none(),
            scores: Scores::none(),
            week: Week::none(),
            arrivals: Arrivals::none(),
            sessions: Sessions::none(),
        })
    }
}
