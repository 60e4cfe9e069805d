//! In place of edited parts in a link: the module with the first view alone has none, and `boot.js` starts the one with all
//! screens wherever a link does.

use super::Action;
use super::Ignored;
use crate::app::patch::Patch;

/// None: nothing is edited here.
pub const fn actions(_patch: &Patch) -> [Action; 0] {
    []
}

/// None: nothing is edited here.
pub const fn pairs(_actions: &[Action]) -> [String; 0] {
    []
}

/// None: nothing is edited here.
pub const fn part(_action: &Action) -> Option<String> {
    None
}

/// Nothing: no such link gets here.
pub const fn read(_key: &str, _value: &str, _found: (&mut Vec<Action>, &mut Vec<Ignored>)) {}
