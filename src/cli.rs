//! The command line `titrarium`: native, with threads, files and a clock on the wall. Knows no other front end.
//!
//! Everything printed to standard output is data; progress and notes go to standard error. Bad input ends with status 2
//! and a message that says what to do; nothing is written then.

mod allocation;
mod args;
mod bench;
mod choice;
mod compare;
mod csv;
mod error;
mod explain;
mod groups;
mod json;
mod output;
mod people;
mod progress;
mod results;
mod schema;
mod source;
mod table;
mod tables;
mod truth;

pub use error::CliError;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::engine::record;
use crate::engine::table::Tables;
use crate::protocol::titration::Rule;
use crate::run::Ready;
use crate::scenario;
use crate::scenario::library;
use crate::scenario::library::Entry;
use crate::stream::Seed;
use crate::words::command::Phrase;
use args::Args;
use args::Command;
use args::Format;
use args::PatientsArgs;
use args::RunArgs;
use output::Target;
use results::Results;

/// The exit status after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Reads the arguments, does what they ask, and gives the exit status.
pub fn start() -> ExitCode {
    let done =
        match Args::parse().command {
            Command::List => list(),
            Command::Show { scenario, tables: false } => show(&scenario),
            Command::Show { scenario, tables: true } => show_tables(&scenario),
            Command::Check { scenario } => check(&scenario),
            Command::Schema => output::print(&schema::text()),
            Command::Run(args) => run(&args),
            Command::Patients(args) => patients(&args),
            Command::Explain(args) => source::scenario(&args.scenario)
                .and_then(|scenario| explain::text(&args, scenario))
                .and_then(|text| output::print(&text)),
            Command::Compare(args) => source::scenario(&args.pair.scenario)
                .and_then(|scenario| compare::run(&args, scenario)),
            Command::Truth(args) => source::scenario(&args.pair.scenario)
                .and_then(|scenario| truth::run(&args, scenario)),
            Command::Allocation(args) => source::scenario(&args.scenario)
                .and_then(|scenario| allocation::text(&args, scenario))
                .and_then(|text| output::print(&text)),
            Command::Bench(args) => bench::run(&args),
            Command::Tables(args) => tables::tables(&args),
        };
    match done {
        Ok(code) => code,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            output::note(&error::in_full(&error));
            ExitCode::from(error.status())
        }
    }
}

fn list() -> Result<ExitCode, CliError> {
    let width = library::all().iter().map(|entry| entry.name.len()).max().unwrap_or(0);
    let line = |entry: &Entry| {
        let protocol = source::scenario(entry.name)?.protocol;
        let heading = Phrase::Heading { title: &protocol.title, question: &protocol.question };
        Ok(format!("{:width$}  {heading}\n", entry.name))
    };
    output::print(&library::all().iter().map(line).collect::<Result<String, CliError>>()?)
}

fn show(name: &str) -> Result<ExitCode, CliError> {
    output::print(&source::text(name)?)
}

/// The scenario with every rule as the table that it is; what has its default is left out, and comments are not kept.
fn show_tables(name: &str) -> Result<ExitCode, CliError> {
    let mut scenario = source::scenario(name)?;
    let mut design = scenario.protocol.into_design();
    for arm in &mut design.arms {
        arm.titration.rule = Rule::Table(arm.titration.rule.as_table());
    }
    scenario.protocol = design.check().expect("a rule written out is as sound as the rule");
    output::print(&scenario::write(&scenario))
}

fn check(name: &str) -> Result<ExitCode, CliError> {
    let protocol = source::scenario(name)?.protocol;
    let (arms, weeks) = (protocol.arms.len(), protocol.horizon.0 / 7);
    output::print(&format!("{}\n", Phrase::Sound { name, arms, weeks }))
}

fn run(args: &RunArgs) -> Result<ExitCode, CliError> {
    let target = Target::choose(args.out.as_deref(), args.overwrite())?;
    let scenario = source::scenario(&args.scenario)?;
    let mut ready = Ready::new(scenario.protocol);
    if let Some(by) = args.by {
        ready = ready.divided(by.grouping());
    }
    let seed = Seed(args.seed);
    let (tally, ending) = people::enrol(&ready, seed, args.patients, args.threads)?;
    let results = Results::new(&args.scenario, &ready, seed, (tally, ending))?;
    let text = match args.format() {
        Format::Table => table::text(&results, target.width()),
        Format::Json => json::text(&results),
        Format::Csv => csv::text(&results)?,
    };
    target.write(&text)?;
    Ok(people::close(ending, results.tally.enrolled, args.patients))
}

fn patients(args: &PatientsArgs) -> Result<ExitCode, CliError> {
    if args.to <= args.from {
        return Err(CliError::NoCandidates { from: args.from, to: args.to });
    }
    let protocol = source::scenario(&args.scenario)?.protocol;
    let arm = choice::arm(&protocol, &args.arm)?;
    let tables = Tables::new(&protocol);
    let luck = (Seed(args.seed), args.replicate);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for pid in args.from..args.to {
        let record = record::record(&protocol, &tables, arm, luck, pid);
        let line = serde_json::to_string(&record).map_err(CliError::encoding)?;
        writeln!(out, "{line}").map_err(CliError::stdout)?;
    }
    out.flush().map_err(CliError::stdout)?;
    Ok(ExitCode::SUCCESS)
}
