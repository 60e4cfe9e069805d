//! What a person reads: sentences and names, in tables keyed by enums; languages come later. Knows no terminal and no
//! screen.

pub mod command;
pub mod outcome;
#[cfg(feature = "page")]
pub mod page;
