//! Sees to what a fresh Rust toolchain lacks: the wasm target, rustfmt and clippy.

use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use anyhow::Context;
use anyhow::Result;
use anyhow::bail;

/// The target of the wasm modules.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target when the toolchain lacks it, and says whether it had to.
///
/// # Errors
/// When it is missing and rustup cannot add it; the message says what to do.
pub fn ensure_wasm() -> Result<Ensured> {
    if has_wasm()? {
        return Ok(Ensured::WasThere);
    }
    rustup(&["target", "add", WASM])
        .with_context(|| format!("the Rust toolchain has no target {WASM}"))?;
    if !has_wasm()? {
        bail!(
            "rustup added {WASM}, but this cargo uses another toolchain; put rustup's first on the PATH"
        );
    }
    Ok(Ensured::Added)
}

/// Adds a component of the toolchain (`rustfmt`, `clippy`) when `cargo SUBCOMMAND` does not run.
///
/// # Errors
/// When it is missing and rustup cannot add it; the message says what to do.
pub fn ensure_component(subcommand: &str, component: &str) -> Result<Ensured> {
    let mut probe = Command::new(super::folder::cargo());
    if quiet(probe.args([subcommand, "--version"])) {
        return Ok(Ensured::WasThere);
    }
    rustup(&["component", "add", component])
        .with_context(|| format!("the Rust toolchain has no {component}"))?;
    Ok(Ensured::Added)
}

/// Whether something had to be installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ensured {
    /// Nothing had to be done.
    WasThere,
    /// It was missing and is there now.
    Added,
}

fn has_wasm() -> Result<bool> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .context("rustc does not run; install Rust with rustup, see https://rustup.rs")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    Ok(output.status.success() && folder.is_dir())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let line = format!("rustup {}", arguments.join(" "));
    let status = Command::new("rustup").args(arguments).status().with_context(|| {
        format!(
            "`{line}` does not start; install rustup (https://rustup.rs), \
             or add the part with the package manager that Rust came from"
        )
    })?;
    if !status.success() {
        bail!("`{line}` failed; it needs the network once, try it again by hand");
    }
    Ok(())
}

fn quiet(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
