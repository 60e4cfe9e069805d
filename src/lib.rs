#![doc = include_str!("docs/overview.md")]
#![forbid(unsafe_code)]

// layer 0: knows nothing of trials
pub mod math;
pub mod stream;
pub mod unit;

// layer 1: the domain, plain checked values
pub mod protocol;

// beside the layers: the tools of this repository
#[cfg(feature = "verify")]
pub mod verify;
#[cfg(feature = "web")]
pub mod web;
#[cfg(any(feature = "verify", feature = "web"))]
pub mod workshop;
