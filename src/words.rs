//! What a person reads: sentences and names, in tables keyed by enums; languages come later. Knows no terminal and no
//! screen.

pub mod command;
pub mod outcome;
pub mod page;
pub mod sentence;
pub mod tables;
