//! Where things are in a checkout.

use std::env;
use std::path::PathBuf;

/// The folder with `Cargo.toml`: told by cargo to what it runs, else the folder this program was built in.
pub fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

/// The folder that holds everything built.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The folder of the finished site.
pub fn site() -> PathBuf {
    target().join("www")
}

/// The cargo that started this program, else the one on the path.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}
