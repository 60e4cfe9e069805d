//! The simulated world: a protocol, a seed and a candidate's number give that person's course under an arm.
//!
//! Pure: no clock, no file, no thread, no global. Knows no file format, no table, no picture and no word of prose; it
//! returns events and numbers. The equations are those of the model documentation ([`crate::docs::model`]).
//!
//! ```text
//! pool       where people come from  candidate  who walks in              screening who is enrolled
//! exposure   what a dose leaves      effect     what it does to symptoms      course  how symptoms run
//! adverse    what it does besides    hazards    who leaves, who misuses
//! observed   what a clinician sees   titrate    what the rule makes of it     schedule  when people come
//! enrolled   who lives side by side  luck       what no protocol changes      cohort  people in an arm
//! desk       the columns to work with
//! visit      who comes to what       assessment what a rater makes of it      weekly    what a week brings
//! hand       a human in the rule's place
//! sessions   what a session does     session    what follows from it          outcome   what is left to count
//! ```
//!
//! People live side by side, up to [`WIDTH`](lanes::WIDTH) in an arm: numbers in columns, a place a person, so that an
//! equation is worked out for as many as a register holds. One person alone is a cohort of one and has the same bits.

/// The version of the model that this engine follows: of its equations, and of the numbers that no file changes.
pub const MODEL: u32 = 1;

pub mod adverse;
pub mod allocation;
pub mod assessment;
pub mod candidate;
pub mod case;
pub mod cohort;
mod constants;
pub mod course;
mod daily;
pub mod desk;
pub mod effect;
pub mod enrolled;
pub mod exposure;
pub mod grades;
pub mod hand;
pub mod hazards;
pub mod lanes;
pub mod life;
pub mod log;
pub mod luck;
pub mod observed;
pub mod outcome;
pub mod pool;
pub mod record;
pub mod schedule;
pub mod screening;
mod session;
mod sessions;
pub mod table;
mod terms;
pub mod titrate;
mod visit;
mod visitor;
mod weekly;
mod withdrawal;
pub mod witness;
