//! What is true of two arms: the five estimands, each person under both with the same luck.

use std::process::ExitCode;

use serde_json::json;

use super::CliError;
use super::args::Shape;
use super::args::TruthArgs;
use super::compare;
use super::output;
use super::people;
use super::table;
use crate::estimand;
use crate::estimand::Truths;
use crate::run::Ready;
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::unit::Days;
use crate::words::command::Phrase;
use crate::words::estimand as words;

/// Runs everybody under both arms, as lived and without drop-out, and prints what is true.
pub(super) fn run(args: &TruthArgs, scenario: Scenario) -> Result<ExitCode, CliError> {
    let ready = Ready::new(compare::pair(scenario.protocol, &args.pair.arms)?);
    let protocol = &ready.protocol;
    let day = Days(args.day.unwrap_or(protocol.horizon.0));
    if !day.is_weekly() || day.0 == 0 || day > protocol.horizon {
        return Err(CliError::NoSuchDay { day: day.0, last: protocol.horizon.0 });
    }
    let mut truths = Truths::default();
    let run = people::Run {
        seed: Seed(args.pair.seed),
        people: args.patients,
        threads: args.pair.threads,
    };
    let ending = people::each(
        &ready,
        &run,
        |enrolled| {
            let [first, second] = [0, 1].map(|arm| {
                estimand::truths(protocol, ready.tables(), &protocol.arms[arm], enrolled, day)
            });
            first.into_iter().zip(second).collect()
        },
        |(first, second)| truths.add(&first, &second),
    )?;
    let text = match args.pair.format {
        Shape::Table => text(&ready, &truths, (args.pair.seed, day)),
        Shape::Json => {
            let names: Vec<&str> = protocol.arms.iter().map(|arm| arm.name.as_str()).collect();
            let document = json!({
                "titrarium": env!("CARGO_PKG_VERSION"),
                "scenario": args.pair.scenario,
                "seed": args.pair.seed,
                "patients": truths.people(),
                "day": day.0,
                "arms": names,
                "truth": truths.values(),
            });
            format!("{document:#}\n")
        }
    };
    output::print(&text)?;
    Ok(people::close(ending, truths.people(), args.patients))
}

fn text(ready: &Ready, truths: &Truths, (seed, day): (u64, Days)) -> String {
    let protocol = &ready.protocol;
    let (title, question) = (&protocol.title, &protocol.question);
    let mut lines = vec![
        Phrase::Heading { title, question }.to_string(),
        Phrase::People { n: truths.people(), seed }.to_string(),
        words::reading(day),
        String::new(),
    ];
    for (letter, arm) in ["A", "B"].into_iter().zip(&protocol.arms) {
        lines.push(format!("{letter}  {}", arm.name));
    }
    lines.push(String::new());
    lines.push(table::truth(&truths.values()));
    lines.push(String::new());
    lines.extend(words::EXPLANATIONS.map(str::to_owned));
    lines.join("\n") + "\n"
}
