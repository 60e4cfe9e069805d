//! The long texts: what is simulated and why, how the house is built, what is checked, what changed.

#[doc = include_str!("docs/model.md")]
pub mod model {}

#[doc = include_str!("docs/scenario.md")]
pub mod scenario {}

#[doc = include_str!("docs/architecture.md")]
pub mod architecture {}

#[doc = include_str!("docs/validation.md")]
pub mod validation {}

#[doc = include_str!("docs/performance.md")]
pub mod performance {}

#[doc = include_str!("docs/glossary.md")]
pub mod glossary {}

#[doc = include_str!("docs/changes.md")]
pub mod changes {}

#[doc = include_str!("docs/contributing.md")]
pub mod contributing {}

#[doc = include_str!("docs/security.md")]
pub mod security {}
