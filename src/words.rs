//! What a person reads: sentences and names, in tables keyed by enums. Knows no terminal and no screen.

pub mod command;
pub mod outcome;
