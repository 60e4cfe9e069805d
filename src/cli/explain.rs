//! One person under one arm: who it is, what was seen and decided, and what happened beneath.

use super::CliError;
use super::args::ExplainArgs;
use super::choice;
use crate::engine::life;
use crate::engine::log::Event;
use crate::engine::log::Log;
use crate::engine::outcome::Outcome;
use crate::engine::witness::Attendance;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::report::number::decimal;
use crate::run::Ready;
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::words::log;
use crate::words::person;
use crate::words::rule;
use crate::words::story::Line;

/// The whole text about a candidate.
pub(super) fn text(args: &ExplainArgs, scenario: Scenario) -> Result<String, CliError> {
    let ready = Ready::new(scenario.protocol);
    let protocol = &ready.protocol;
    let arm = choice::arm(protocol, &args.arm)?;
    let (candidate, care) = ready.candidate_of((Seed(args.seed), args.replicate), args.patient);
    let (number, seed) = (args.patient, args.seed);
    let mut lines = vec![
        Line::Candidate { number, seed, arm: &arm.name, rule: &rule::label(protocol, arm) }
            .to_string(),
        String::new(),
        Line::Who.to_string(),
        format!("  {}", person::history(&candidate)),
    ];
    let screening = ready.screening_score(&candidate);
    lines.push(format!("  {}", Line::ScreeningScore { score: screening }));
    lines.extend(person::risks(&candidate).map(|risks| format!("  {risks}")));
    lines.push(format!("  {}", Line::Beneath(&person::beneath(&candidate))));
    lines.push(String::new());
    match care {
        Err(why) => {
            lines.push(Line::NotEnrolled(person::exclusion(why)).to_string());
            lines.extend(next_enrolled(&ready, args));
        }
        Ok(care) => {
            let mut log = Log::default();
            let outcome = life::run(protocol, ready.tables(), arm, (&candidate, care), &mut log);
            course(protocol, arm, (&outcome, &log.closed(&outcome)), &mut lines);
        }
    }
    lines.push(String::new());
    lines.push(Line::Invented.to_string());
    Ok(lines.join("\n") + "\n")
}

/// The next candidate whose course could be told, if there is one nearby.
fn next_enrolled(ready: &Ready, args: &ExplainArgs) -> Option<String> {
    let luck = (Seed(args.seed), args.replicate);
    let mut nearby = args.patient + 1..=args.patient + 1000;
    let number = nearby.find(|pid| ready.candidate_of(luck, *pid).1.is_ok())?;
    Some(Line::NextEnrolled { number }.to_string())
}

fn course(
    protocol: &Protocol,
    arm: &Arm,
    (outcome, log): (&Outcome, &Log),
    lines: &mut Vec<String>,
) {
    lines.push(Line::SeenAndDecided.to_string());
    let mut last = None;
    for entry in &log.entries {
        let Some(words) = log::seen(protocol, arm, entry, outcome.baseline()) else { continue };
        let when = if last == Some(entry.day) { String::new() } else { log::when(entry) };
        last = Some(entry.day);
        lines.push(format!("  {when:<16} {words}"));
    }
    lines.push(String::new());
    lines.push(Line::HappenedBeneath.to_string());
    lines.extend(beneath(log));
    lines.push(String::new());
    lines.push(Line::InTheEnd.to_string());
    lines.extend(end(protocol, outcome));
}

/// What nobody saw: the latent course every four weeks, unnoticed events, the onset of misuse.
fn beneath(log: &Log) -> Vec<String> {
    let scores: Vec<String> = log
        .latent
        .iter()
        .enumerate()
        .filter(|(week, _)| week % 4 == 0)
        .map(|(week, score)| Line::LatentScore { week, score: &decimal(*score, 1) }.to_string())
        .collect();
    let mut lines = vec![format!("  {}", scores.join(", "))];
    for entry in &log.entries {
        let words = match &entry.event {
            Event::Attended(_, Attendance::Given(given)) => log::unnoticed(given),
            Event::MisuseBegan => Some(Line::MisuseBegan.to_string()),
            _ => None,
        };
        lines.extend(words.map(|words| format!("  {:<16} {words}", log::when(entry))));
    }
    lines
}

fn end(protocol: &Protocol, outcome: &Outcome) -> Vec<String> {
    let noticed = outcome.count_detected(3);
    let utility = outcome.utility(&protocol.world.utility, protocol.horizon);
    [
        Line::Sessions { given: outcome.given, missed: outcome.missed, lost: outcome.lost },
        Line::Severe { happened: outcome.count(3), noticed },
        Line::Burden { hours: &decimal(outcome.hours, 1), cost: &decimal(outcome.cost, 1) },
        Line::UtilityOfOne { utility: &decimal(utility, 1) },
    ]
    .map(|phrase| format!("  {phrase}"))
    .to_vec()
}
