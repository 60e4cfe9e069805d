//! What a person reads: sentences and names, in tables keyed by enums; languages come later. Knows no terminal and no
//! screen.

pub mod bench;
pub mod command;
pub mod comparison;
pub mod device;
pub mod difference;
pub mod estimand;
pub mod group;
pub mod log;
pub mod outcome;
pub mod page;
pub mod person;
pub mod rule;
pub mod sentence;
pub mod story;
pub mod tables;
