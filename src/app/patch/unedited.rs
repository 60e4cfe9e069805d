//! In place of edited parts of arms: the module with the first view alone edits none and opens no link that does.

use serde::Deserialize;
use serde::Serialize;

use super::Patch;
use super::first_of;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;

/// Another part for an arm: there is none here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {}

impl Patch {
    /// Nothing can come here.
    pub const fn take(&mut self, _arm: usize, _of_scenario: &Arm, change: &Change) {
        match *change {}
    }

    /// Moves the first dose of an arm of the scenario; none when it has no such dose.
    pub fn move_first(&mut self, arm: usize, of_scenario: &Arm, to: Rung) -> Option<()> {
        let mut of_scenario = of_scenario.clone();
        let first = first_of(&mut of_scenario)?;
        self.set_dose(arm, (*first != to).then_some(to));
        Some(())
    }

    /// Nothing is edited.
    #[expect(clippy::unused_self, reason = "the other one has edits to lay over it")]
    pub(super) const fn edit_arms(&self, _design: &mut Design) {}

    /// The same without the first dose of an arm: what tries of that dose have in common.
    #[must_use]
    pub fn but_for_dose(mut self, arm: usize) -> Self {
        self.set_dose(arm, None);
        self
    }
}
