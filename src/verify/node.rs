//! The stages that run under Node: the engine module by itself, and the page in a browser.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use anyhow::Result;

use crate::verify::digest;
use crate::verify::plan::Plan;
use crate::verify::plan::Size;
use crate::verify::stages::Outcome;
use crate::verify::task::Task;
use crate::verify::tool;
use crate::verify::tool::CHROMIUM;
use crate::verify::tool::FIREFOX;
use crate::workshop::folder;

/// The engine module under Node.
pub(super) fn wasm(plan: &Plan) -> Result<Outcome> {
    let Some(node) = tool::find(&["node"]) else {
        return Ok(no_node(plan));
    };
    let mut command = Command::new(node);
    command.arg("tests/wasm/run.mjs").env("TITRARIUM_SITE", folder::site());
    command.env("TITRARIUM_DIGESTS", digest::write(plan)?);
    Task::new(plan, "wasm")?.run(&mut command)
}

/// The page in Chromium, and under `--long` in Firefox too.
pub(super) fn browser(plan: &Plan) -> Result<Outcome> {
    if plan.size == Size::Fast {
        return Ok(Outcome::Skipped("left out by --fast".to_owned()));
    }
    let (Some(node), Some(npm)) = (tool::find(&["node"]), tool::find(&["npm"])) else {
        return Ok(no_node(plan));
    };
    let task = Task::new(plan, "browser")?;
    let Some(chromium) = tool::browser(&task, &CHROMIUM)? else {
        return Ok(plan.missing("Chromium", "install it, or name it in CHROMIUM"));
    };
    let chromium = ("chromium", chromium);
    let first = packages(&task, &npm)?.then(|| check(&task, &node, &chromium))?;
    if plan.size != Size::Long {
        return Ok(first);
    }
    first.then(|| match tool::browser(&task, &FIREFOX)? {
        Some(firefox) => check(&task, &node, &("firefox", firefox)),
        None => Ok(plan.missing("Firefox", "install it, or name it in FIREFOX")),
    })
}

fn check(task: &Task, node: &Path, (engine, program): &(&str, PathBuf)) -> Result<Outcome> {
    let mut command = Command::new(node);
    command.current_dir(e2e()).arg("run.mjs").args(["--browser", engine]);
    command.env(engine.to_uppercase(), program).env("TITRARIUM_SITE", folder::site());
    command.env("TITRARIUM_DIGEST", digest::first()?);
    task.run(&mut command)
}

/// Figures of the site in Chromium, written to the log of the stage that asks for them.
pub(super) fn figures(plan: &Plan, task: &Task) -> Result<Outcome> {
    let (Some(node), Some(npm)) = (tool::find(&["node"]), tool::find(&["npm"])) else {
        return Ok(no_node(plan));
    };
    let Some(chromium) = tool::browser(task, &CHROMIUM)? else {
        return Ok(plan.missing("Chromium", "install it, or name it in CHROMIUM"));
    };
    if !folder::site().exists() {
        let words = "no site to measure; `cargo serve --build-only` writes it";
        return Ok(Outcome::Skipped(words.to_owned()));
    }
    let measured = |script: &str| {
        let mut command = Command::new(&node);
        command.current_dir(e2e()).arg(script);
        command.env("CHROMIUM", &chromium).env("TITRARIUM_SITE", folder::site());
        task.run(&mut command)
    };
    packages(task, &npm)?.then(|| measured("bench.mjs"))?.then(|| measured("slow.mjs"))
}

/// The packages that the lock file names, unless they are there already.
fn packages(task: &Task, npm: &Path) -> Result<Outcome> {
    let installed = changed(&e2e().join("node_modules/.package-lock.json"));
    let locked = changed(&e2e().join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(Outcome::ok());
    }
    task.run(Command::new(npm).current_dir(e2e()).arg("ci"))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

fn e2e() -> PathBuf {
    folder::root().join("tests/e2e")
}

fn no_node(plan: &Plan) -> Outcome {
    plan.missing("Node with npm", "install Node 20 or later")
}
