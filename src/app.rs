//! The page: state and its actions, the pool of workers, the views. Only `app/view` and `app/pool` know a browser.

pub mod baked;
pub mod history;
pub mod patch;
pub mod picture;
#[cfg(target_arch = "wasm32")]
pub mod pool;
pub mod state;
//pub mod view;
