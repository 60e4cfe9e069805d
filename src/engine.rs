//! The simulated world: a protocol, a seed and a candidate's number give that person's course under an arm.
//!
//! Pure: no clock, no file, no thread, no global. Knows no file format, no table, no picture and no word of prose; it
//! returns events and numbers. The equations are those of the model documentation ([`crate::docs::model`]).
//!
//! ```text
//! candidate  who walks in            screening  who is enrolled
//! exposure   what a dose leaves      effect     what it does to symptoms      course  how symptoms run
//! adverse    what it does besides    hazards    who leaves, who misuses
//! observed   what a clinician sees   titrate    what the rule makes of it     schedule  when people come
//! visit      one day, in order       life       all days of one person        outcome   what is left to count
//! ```

pub mod adverse;
pub mod allocation;
pub mod candidate;
pub mod case;
pub mod course;
mod daily;
pub mod effect;
pub mod exposure;
pub mod hazards;
pub mod life;
pub mod log;
pub mod observed;
pub mod outcome;
pub mod record;
pub mod schedule;
pub mod screening;
pub mod session;
pub mod table;
pub mod titrate;
pub mod visit;
mod withdrawal;
pub mod witness;
