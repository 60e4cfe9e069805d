#![doc = include_str!("docs/overview.md")]
#![forbid(unsafe_code)]

// layer 0: knows nothing of trials
pub mod math;
pub mod stream;
pub mod unit;

// layer 1: the domain, plain checked values
pub mod protocol;

// layer 2: files and links become protocols
pub mod scenario;
