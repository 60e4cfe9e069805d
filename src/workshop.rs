//! What the two tools of this repository, `cargo serve` and `cargo verify`, share.
//!
//! It knows cargo, rustup and files, and nothing of trials.

pub mod folder;
pub mod stopwatch;
pub mod toolchain;
pub mod weight;
