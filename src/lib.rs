#![doc = include_str!("docs/overview.md")]
#![forbid(unsafe_code)]

// the long texts
pub mod docs;

// layer 0: knows nothing of trials
pub mod math;
#[cfg(feature = "worker")]
pub mod qr;
pub mod stream;
pub mod unit;

// layer 1: the domain, plain checked values
pub mod protocol;

// layer 2: the world; scenario files and engine do not know each other
pub mod engine;
pub mod scenario;

// layer 3: what is counted
pub mod endpoint;
pub mod estimand;
pub mod subgroup;
pub mod tally;

// layer 4: joins them; pictures and sentences above results
#[cfg(feature = "page")]
pub mod chart;
pub mod clinic;
#[cfg(any(feature = "cli", feature = "screens", feature = "web"))]
pub mod expected;
pub mod report;
pub mod run;
pub mod story;
pub mod words;
pub mod workload;

// layer 5: front ends, each ignorant of the others
#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod reader;
pub mod worker;

// beside the layers: the tools of this repository
#[cfg(feature = "verify")]
pub mod verify;
#[cfg(feature = "web")]
pub mod web;
#[cfg(any(feature = "verify", feature = "web"))]
pub mod workshop;
