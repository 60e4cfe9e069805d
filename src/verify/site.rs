//! The stages about the site as files.

use std::fmt::Write;
use std::fs;

use anyhow::Context;
use anyhow::Result;

use crate::verify::plan::Plan;
use crate::verify::rust::cargo;
use crate::verify::stages::Outcome;
use crate::verify::task::Task;
use crate::workshop::folder;
use crate::workshop::weight;
use crate::workshop::weight::kilobytes;

/// What the first view may weigh with gzip -9, all files together.
const FIRST_VIEW: usize = 350_000;
/// What the engine module may weigh with gzip -9.
const ENGINE: usize = 80_000;

/// The site, written by the command that everybody uses.
pub(super) fn build(plan: &Plan) -> Result<Outcome> {
    Task::new(plan, "site")?.run(&mut cargo(&["serve", "--build-only"]))
}

/// Both budgets; the log has every file.
pub(super) fn size(plan: &Plan) -> Result<Outcome> {
    let files = weight::first_view(&folder::site())?;
    let mut report = String::new();
    for file in &files {
        let (raw, gzip) = (kilobytes(file.raw), kilobytes(file.gzip));
        writeln!(report, "{:<32} {raw:>10} {gzip:>10}", file.name)?;
    }
    fs::write(plan.log("size"), &report)?;
    let engine = files
        .iter()
        .find(|file| {
            file.name.strip_suffix(".wasm").is_some_and(|stem| stem.starts_with("engine-"))
        })
        .context("the site has no engine module")?;
    let (_, whole) = weight::total(&files);
    let said = format!(
        ": first view {} of {}, engine {} of {}",
        kilobytes(whole),
        kilobytes(FIRST_VIEW),
        kilobytes(engine.gzip),
        kilobytes(ENGINE)
    );
    if whole > FIRST_VIEW || engine.gzip > ENGINE {
        print!("{report}");
        return Ok(Outcome::Failed(format!("over its budget{said}")));
    }
    Ok(Outcome::Passed(said))
}
