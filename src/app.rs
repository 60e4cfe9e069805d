//! The page: state and its actions, the pool of workers, the views. Only `app/view` and `app/pool` know a browser.

pub mod baked;
pub mod closeup;
#[cfg(feature = "screens")]
pub mod cohort;
#[cfg(feature = "screens")]
pub mod compare;
pub mod history;
pub mod keys;
pub mod link;
pub mod outcomes;
pub mod patch;
#[cfg(feature = "screens")]
pub mod person;
pub mod picture;
pub mod pool;
pub mod preferences;
pub mod route;
pub mod runlog;
pub mod session;
pub mod shelf;
pub mod state;
#[cfg(feature = "screens")]
pub mod titrate;
pub mod trouble;
pub mod view;
