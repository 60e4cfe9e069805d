//! `cargo verify`: every check, stage by stage, each named, timed and skippable by name.
//!
//! It goes on after a stage that fails, so that one run shows every fault. The stages are a table in
//! [`stages`]; this file reads the command line and prints what became of them.

pub mod count;
pub mod digest;
pub mod node;
pub mod plan;
pub mod rust;
pub mod site;
pub mod stages;
pub mod task;
pub mod tool;

use std::process::ExitCode;

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use clap::Parser;

use crate::verify::plan::Plan;
use crate::verify::plan::Size;
use crate::verify::stages::Outcome;
use crate::verify::stages::STAGES;
use crate::verify::stages::Stage;
use crate::workshop::folder;
use crate::workshop::stopwatch::Stopwatch;

/// Run every check of this repository, stage by stage.
#[derive(Debug, Parser)]
#[command(name = "cargo verify", bin_name = "cargo verify", version)]
pub struct Options {
    /// Leave a stage out (repeatable)
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// Run this stage only (repeatable)
    #[arg(long, value_name = "NAME", conflicts_with = "skip")]
    only: Vec<String>,
    /// Leave out the browser
    #[arg(long)]
    fast: bool,
    /// Everything at full size, with a second browser engine and the benchmarks
    #[arg(long, conflicts_with = "fast")]
    long: bool,
    /// Name the stages and stop
    #[arg(long)]
    list: bool,
}

/// One line of the table at the end.
struct Row {
    name: &'static str,
    outcome: Outcome,
    seconds: f64,
}

/// Reads the command line, runs the stages and turns their outcomes into an exit code.
///
/// 0 is well, 1 a failed stage, 2 a command line that cannot be followed.
pub fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("error: {fault:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<bool> {
    if options.list {
        list();
        return Ok(true);
    }
    for name in options.skip.iter().chain(&options.only) {
        let known = STAGES.iter().any(|stage| stage.name == name);
        ensure!(known, "no stage is called {name}; `cargo verify --list` names them");
    }
    let plan = Plan::new(size(options))
        .with_context(|| format!("cannot write logs to {}", folder::target().display()))?;
    let whole = Stopwatch::start();
    let asked = |stage: &&Stage| options.only.is_empty() || named(&options.only, stage);
    let stages = STAGES.iter().filter(asked);
    let rows: Vec<Row> = stages.map(|stage| one(stage, options, &plan)).collect();
    table(&rows, whole);
    Ok(rows.iter().all(|row| !matches!(row.outcome, Outcome::Failed(_))))
}

fn size(options: &Options) -> Size {
    if options.long {
        Size::Long
    } else if options.fast {
        Size::Fast
    } else {
        Size::Usual
    }
}

fn one(stage: &Stage, options: &Options, plan: &Plan) -> Row {
    if named(&options.skip, stage) {
        let outcome = Outcome::Skipped("by --skip".to_owned());
        return Row { name: stage.name, outcome, seconds: 0.0 };
    }
    println!("{:<10} {}", stage.name, stage.about);
    let watch = Stopwatch::start();
    let outcome = (stage.run)(plan).unwrap_or_else(|fault| Outcome::Failed(format!("{fault:#}")));
    let seconds = watch.seconds();
    match &outcome {
        Outcome::Passed(said) => println!("           ok in {seconds:.1} s{said}"),
        Outcome::Skipped(why) => println!("           skipped: {why}"),
        Outcome::Failed(why) => println!("           FAILED in {seconds:.1} s: {why}"),
    }
    Row { name: stage.name, outcome, seconds }
}

fn named(names: &[String], stage: &Stage) -> bool {
    names.iter().any(|name| name == stage.name)
}

fn list() {
    for stage in &STAGES {
        println!("{:<10} {}", stage.name, stage.about);
    }
}

fn table(rows: &[Row], whole: Stopwatch) {
    println!();
    for Row { name, outcome, seconds } in rows {
        match outcome {
            Outcome::Passed(_) => println!("{name:<10} {seconds:>7.1} s  ok"),
            Outcome::Skipped(why) => println!("{name:<10} {:>9}  skipped ({why})", ""),
            Outcome::Failed(why) => println!("{name:<10} {seconds:>7.1} s  FAILED: {why}"),
        }
    }
    println!("{:<10} {:>7.1} s", "together", whole.seconds());
}
