//! A rule and the monitoring as things to edit: their parts with what each could be instead, their table, what differs, and
//! what that does to the same people. Plain data: no browser; the words are elsewhere.

pub mod cell;
pub mod change;
pub mod choice;
pub mod diff;
pub mod edit;
pub mod number;
pub mod one;
pub mod people;
pub mod reach;
pub mod sentence;
pub mod uses;
pub mod watch;

use super::history::History;
use super::state::State;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;

/// An arm of the protocol with another rule or monitoring, and what keeps it from being simulated.
pub fn faults(
    protocol: &Protocol,
    index: usize,
    change: impl FnOnce(&mut Arm),
) -> Vec<DesignFault> {
    let mut design = protocol.clone().into_design();
    if let Some(arm) = design.arms.get_mut(index) {
        change(arm);
    }
    design.check().err().unwrap_or_default()
}

/// The state before the last edit of a part of an arm, if the part was another then: how far back is looked ends where the
/// scenario was another.
pub fn before_last<'a, T: PartialEq>(
    history: &'a History,
    part: impl Fn(&'a State) -> Option<T>,
) -> Option<T> {
    let now = part(history.now());
    let same = |state: &&State| state.scenario == history.now().scenario;
    history.past().rev().take_while(same).find_map(|state| {
        let before = part(state);
        if before == now { None } else { before }
    })
}
