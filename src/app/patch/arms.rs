//! Arms that a reader added to a study: each a copy of one of its own, by place, behind them. What differs from the copied
//! arm is among the doses and the edits, by the place of the copy.

use super::Patch;
use super::free_name;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;

/// The most arms of a study that another may be added to make: A to D, which stand side by side.
pub const MOST_BESIDE: usize = 4;

impl Patch {
    /// The scenario with the added arms as they were copied, before anything was changed of them; none when there are none.
    ///
    /// # Errors
    /// The faults of the longer design.
    pub fn lengthened(&self, of_scenario: &Protocol) -> Option<Result<Protocol, Vec<DesignFault>>> {
        if self.added.is_empty() {
            return None;
        }
        let mut design = of_scenario.clone().into_design();
        self.copy_arms(&mut design);
        self.name_arms(&mut design);
        Some(design.check())
    }

    /// Puts the copies behind the arms of the scenario, each still under the name of the copied one.
    pub(super) fn copy_arms(&self, design: &mut Design) {
        let own = design.arms.len();
        let copies = self.added.iter().filter_map(|of| design.arms[..own].get(usize::from(*of)));
        let copies: Vec<_> = copies.cloned().collect();
        design.arms.extend(copies);
    }

    /// Gives copies that are still called like another arm a name of their own.
    pub(super) fn name_arms(&self, design: &mut Design) {
        for arm in design.arms.len().saturating_sub(self.added.len())..design.arms.len() {
            let name = design.arms[arm].name.clone();
            design.arms[arm].name = free_name(design, arm, &name);
        }
    }

    /// Adds a copy of an arm with all that was changed of it; `own` are the arms of the scenario.
    pub(in crate::app) fn add_arm(&mut self, of: u8, own: usize) {
        let copied =
            usize::from(of).checked_sub(own).map_or(Some(of), |at| self.added.get(at).copied());
        let (Some(copied), Ok(place)) = (copied, u8::try_from(own + self.added.len())) else {
            return;
        };
        self.added.push(copied);
        self.set_dose(usize::from(place), self.dose(usize::from(of)));
        if let Some(edit) = self.edit(usize::from(of)).cloned() {
            self.edits.push((place, edit));
        }
    }

    /// Takes an added arm away, and what was changed of it; those behind it move up. None when it is the scenario's own.
    pub(in crate::app) fn remove_arm(&mut self, arm: u8, own: usize) -> Option<()> {
        let at = usize::from(arm).checked_sub(own).filter(|at| *at < self.added.len())?;
        self.added.remove(at);
        self.doses.retain(|(place, _)| *place != arm);
        self.edits.retain(|(place, _)| *place != arm);
        let places = self.doses.iter_mut().map(|(place, _)| place);
        let places = places.chain(self.edits.iter_mut().map(|(place, _)| place));
        places.filter(|place| **place > arm).for_each(|place| *place -= 1);
        Some(())
    }
}
