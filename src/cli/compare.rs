//! Two arms beside each other: what differs between the protocols, what between the outcomes, and person by person.

use std::process::ExitCode;

use serde_json::Value;
use serde_json::json;

use super::CliError;
use super::args::CompareArgs;
use super::args::Shape;
use super::choice;
use super::output;
use super::people;
use super::people::Ending;
use super::results::Figure;
use super::results::Results;
use super::table;
use crate::protocol::Protocol;
use crate::run::Ready;
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::tally::Crossing;
use crate::tally::Estimate;
use crate::words::command::Phrase;
use crate::words::comparison;
use crate::words::difference;
use crate::words::difference::Difference;
use crate::words::outcome;
use crate::words::rule;

/// Runs the same people through both arms and prints what differs.
pub(super) fn run(args: &CompareArgs, scenario: Scenario) -> Result<ExitCode, CliError> {
    let protocol = pair(scenario.protocol, &args.pair.arms)?;
    let differences = difference::between(&protocol, &protocol.arms[0], &protocol.arms[1]);
    let ready = Ready::new(protocol);
    let seed = Seed(args.pair.seed);
    let (tally, ending) = people::enrol(&ready, seed, args.patients, args.pair.threads)?;
    let results = Results::new(&args.pair.scenario, &ready, seed, (tally, ending))?;
    let text = match args.pair.format {
        Shape::Table => text(&results, &differences),
        Shape::Json => format!("{:#}\n", document(&results, &differences)),
    };
    output::print(&text)?;
    Ok(people::close(ending, results.tally.enrolled, args.patients))
}

/// The study with two of its arms, in the order they were asked for.
///
/// # Errors
/// When an arm is not known, or both are the same one.
pub(super) fn pair(protocol: Protocol, asked: &[String]) -> Result<Protocol, CliError> {
    let [first, second] = choice::two(&protocol, asked)?;
    let mut design = protocol.into_design();
    design.arms = vec![design.arms[first].clone(), design.arms[second].clone()];
    Ok(design.check().expect("arms of a sound study are sound"))
}

fn text(results: &Results, differences: &[Difference]) -> String {
    let protocol = &results.ready.protocol;
    let (title, question) = (&protocol.title, &protocol.question);
    let mut lines = vec![
        Phrase::Heading { title, question }.to_string(),
        Phrase::People { n: results.tally.enrolled, seed: results.seed.0 }.to_string(),
        Phrase::Reading.to_string(),
    ];
    if results.ending == Ending::Stopped {
        lines.push(Phrase::StoppedEarly.to_string());
    }
    lines.push(String::new());
    for (letter, arm) in ["A", "B"].into_iter().zip(&protocol.arms) {
        lines.push(format!("{letter}  {} ({})", arm.name, rule::label(protocol, arm)));
    }
    lines.push(String::new());
    lines.extend(comparison::differing(differences));
    lines.push(String::new());
    lines.push(table::pair(&beside(results)));
    lines.push(String::new());
    if let Some(second) = results.tally.arms.get(1) {
        lines.extend(person_by_person(&second.crossing));
    }
    lines.push(String::new());
    lines.push(Phrase::Closing { digest: &results.digest }.to_string());
    lines.join("\n") + "\n"
}

/// Each outcome in both arms.
fn beside(results: &Results) -> Vec<(Figure, Figure)> {
    let mut arms = results.arms().map(|(_, figures)| figures);
    let (first, second) = (arms.next().unwrap_or_default(), arms.next().unwrap_or_default());
    first.into_iter().zip(second).collect()
}

/// How many were helped and harmed by B, and by A, each with its error.
fn person_by_person(crossing: &Crossing) -> Vec<String> {
    let mut lines = vec![comparison::PERSON_BY_PERSON.to_owned()];
    for (cell, count, n) in cells(crossing) {
        let share = outcome::shown_in(outcome::Unit::Percent, Estimate::share(count, n));
        lines.push(comparison::people(cell, count, &share));
    }
    lines
}

fn cells(crossing: &Crossing) -> Vec<(comparison::Cell, u64, u64)> {
    let mut all = Vec::new();
    for (cells, table) in
        [(comparison::BETTER, crossing.better), (comparison::HARMED, crossing.harmed)]
    {
        let n = table.as_flattened().iter().sum();
        let counts = [table[0][1], table[1][0], table[1][1], table[0][0]];
        all.extend(cells.into_iter().zip(counts).map(|(cell, count)| (cell, count, n)));
    }
    all
}

fn document(results: &Results, differences: &[Difference]) -> Value {
    let measured = |estimate: Option<Estimate>| {
        json!({
            "estimate": estimate.map(|e| e.estimate),
            "mcse": estimate.map(|e| e.mcse),
            "n": estimate.map(|e| e.n),
        })
    };
    let outcomes: serde_json::Map<String, Value> = beside(results)
        .iter()
        .map(|(first, second)| {
            let value = json!({
                "a": measured(first.value.estimate),
                "b": measured(second.value.estimate),
                "b_minus_a": measured(second.difference.and_then(|d| d.estimate)),
            });
            (first.shown.id(), value)
        })
        .collect();
    let people: serde_json::Map<String, Value> = results
        .tally
        .arms
        .get(1)
        .map(|arm| cells(&arm.crossing))
        .unwrap_or_default()
        .into_iter()
        .map(|(cell, count, n)| {
            let share = Estimate::share(count, n);
            let value =
                json!({ "people": count, "share": share.estimate, "mcse": share.mcse, "n": n });
            (cell.id().to_owned(), value)
        })
        .collect();
    let differs: Vec<Value> = differences
        .iter()
        .map(|d| json!({ "what": d.what, "a": d.first, "b": d.second }))
        .collect();
    let arms: Vec<&str> = results.ready.protocol.arms.iter().map(|arm| arm.name.as_str()).collect();
    json!({
        "titrarium": env!("CARGO_PKG_VERSION"),
        "scenario": results.name,
        "seed": results.seed.0,
        "patients": results.tally.enrolled,
        "arms": arms,
        "differs": differs,
        "outcomes": outcomes,
        "person_by_person": people,
        "digest": results.digest,
    })
}
