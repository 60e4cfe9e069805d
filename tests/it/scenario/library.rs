//! The built-in scenarios: each can be read, says what it teaches, and runs.

use std::collections::BTreeSet;

use titrarium::protocol::titration::Rule;
use titrarium::run::Ready;
use titrarium::scenario::Scenario;
use titrarium::scenario::library;
use titrarium::scenario::library::Entry;
use titrarium::scenario::parse;
use titrarium::stream::Seed;

fn all() -> Vec<(&'static Entry, Scenario)> {
    let read = |entry: &'static Entry| {
        let scenario = parse(entry.text).unwrap_or_else(|err| panic!("{}: {err}", entry.name));
        (entry, scenario)
    };
    library::all().iter().map(read).collect()
}

#[test]
fn the_first_question_and_the_seven_lessons_come_first() {
    let names: Vec<_> = library::all().iter().map(|entry| entry.name).collect();
    let lessons = [
        "dose-arms",
        "start-low",
        "one-size",
        "hard-to-treat",
        "who-is-watching",
        "will-it-last",
        "broken-blind",
    ];
    assert_eq!(names[0], "low-or-at-once");
    assert_eq!(names[1..8], lessons);
    assert!(names.len() >= 12);
    for entry in library::all() {
        assert_eq!(library::find(entry.name), Some(entry));
    }
    assert_eq!(library::nearest("dose-arm"), Some("dose-arms"));
    assert_eq!(library::nearest("banana"), None);
}

/// Name, title, question, teaching note, what to look at, and the study itself.
#[test]
fn every_scenario_says_what_it_teaches_and_none_repeats_another() {
    let mut said = BTreeSet::new();
    let mut designs: Vec<String> = Vec::new();
    for (entry, scenario) in all() {
        let protocol = &scenario.protocol;
        let texts = [
            entry.name,
            &protocol.title,
            &protocol.question,
            &scenario.teaching,
            &scenario.look_at,
        ];
        for text in texts {
            assert!(!text.trim().is_empty(), "{}", entry.name);
            assert!(said.insert(text.to_owned()), "{} repeats {text:?}", entry.name);
        }
        assert!(protocol.question.ends_with('?'), "{}", entry.name);
        let mut design = protocol.clone().into_design();
        (design.title, design.question) = (String::new(), String::new());
        let design = format!("{design:?}");
        assert!(!designs.contains(&design), "{} is a study that is there already", entry.name);
        designs.push(design);
    }
}

#[test]
fn the_library_keeps_to_invented_units_and_claims_nothing() {
    for entry in library::all() {
        let words = entry.text.to_lowercase();
        let has =
            |wanted: &str| words.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
        for wanted in ["mg", "milligram", "milligrams", "safe", "best", "significant", "proven"] {
            assert!(!has(wanted), "{}: {wanted}", entry.name);
        }
        assert!(!words.contains('!'), "{}", entry.name);
        assert!(entry.text.starts_with("# ") && entry.text.ends_with('\n'), "{}", entry.name);
    }
}

#[test]
fn every_scenario_runs() {
    for (entry, scenario) in all() {
        let tally = Ready::new(scenario.protocol).population(Seed(1), 50).unwrap();
        assert_eq!(tally.enrolled, 50, "{}", entry.name);
        for arm in &tally.arms {
            assert!(arm.endpoints.iter().any(|moments| moments.sum != 0.0), "{}", entry.name);
        }
    }
}

/// Every kind of rule, every way of screening and a withdrawal: a reader finds an example of each to copy.
#[test]
fn the_library_shows_what_can_be_said() {
    let all = all();
    let arms = || all.iter().flat_map(|(_, scenario)| scenario.protocol.arms.iter());
    for (word, kind) in titrarium::protocol::titration::rule::Kind::WORDS {
        assert!(arms().any(|arm| arm.titration.rule.kind() == kind), "{word}");
    }
    assert!(
        arms().any(|arm| matches!(&arm.titration.rule, Rule::Table(table) if table.rows.len() > 1))
    );
    assert!(arms().any(|arm| arm.schedule.withdrawal.is_some()));
}
