//! Scenario files: one good file, and everything that can be wrong with it.
#![allow(clippy::unwrap_used)]

use titrarium::protocol::arm::Rung;
use titrarium::protocol::arm::Treatment;
use titrarium::protocol::monitoring::TolerabilityPolicy;
use titrarium::protocol::schedule::Maintenance;
use titrarium::protocol::titration::Rule;
use titrarium::scenario::FaultKind;
use titrarium::scenario::Scenario;
use titrarium::scenario::ScenarioError;
use titrarium::scenario::parse;
use titrarium::unit::Days;

mod invalid;
mod library;
mod property;
mod refusal;
mod running;
mod schema;

const GOOD: &str = r#"schema = 1
title = "A study"
weeks = 12
ladder = [20, 40, 60, 80, 100, 120, 140, 160]

[population]
severity = { mild = 0.20, moderate = 0.45, severe = 0.35 }
prior = { none = 0.3, partial = 0.3, non-response = 0.4 }
age = { mean = 45, sd = 12, lowest = 18, highest = 75 }

[screening]
disclosure = 0.85

[world.dropout]
adverse-event = [0, 0.001, 0.018, 0.14]

[schedule]
intervals = [7, 14, 28]

[monitoring]
preset = "standard"
screen-every = 28

[[arm]]
name = "Placebo"
treatment = "placebo"
rule = "fixed"

[[arm]]
name = "Slow"
rule = "forced"
start = 40
target = 140

[[arm]]
name = "Guided"
rule = "response"
lowest = 20
highest = 120
[arm.schedule]
maintenance = 14
[arm.monitoring]
preset = "intensive"
"#;

const MINIMAL: &str = "schema = 1\ntitle = \"t\"\n[[arm]]\nname = \"a\"\nrule = ";

fn error(text: &str) -> ScenarioError {
    parse(text).unwrap_err()
}

#[track_caller]
fn accepted(from: &str, to: &str) -> Scenario {
    assert_eq!(GOOD.matches(from).count(), 1, "{from} is there once");
    parse(&GOOD.replace(from, to)).unwrap_or_else(|err| panic!("{err}"))
}

#[test]
fn the_good_file_says_what_it_says() {
    let study = parse(GOOD).unwrap().protocol;
    assert_eq!(study.horizon, Days(84));
    assert_eq!(study.arms[0].treatment, Treatment::Placebo);
    assert_eq!(study.arms[0].titration.rule, Rule::Fixed { at: Rung(4) });
    let (from, target) = (Rung(1), Rung(6));
    assert_eq!(study.arms[1].titration.rule, Rule::Forced { from, target });
    assert_eq!(study.arms[2].titration.highest, Rung(5));
    let every = Maintenance::Every(Days(14));
    assert_eq!(study.arms[2].schedule.maintenance, every);
    assert_eq!(study.arms[2].monitoring.screen_every, Some(Days(14)));
    let reduce = TolerabilityPolicy::Reduce;
    assert_eq!(study.arms[2].monitoring.tolerability, reduce);
    assert!((study.population.prior[2].shares()[2] - 0.4).abs() < 1e-15);
}

#[test]
fn a_minimal_file_of_every_rule_is_enough() {
    for rule in ["forced", "response", "toxicity", "severity", "stepped", "fixed\"\ndose = 80 #"] {
        let study = parse(&format!("{MINIMAL}\"{rule}\"")).unwrap().protocol;
        assert_eq!(study.horizon, Days(84), "{rule}");
    }
    for treatment in ["placebo", "none"] {
        parse(&format!("{MINIMAL}\"fixed\"\ntreatment = \"{treatment}\"")).unwrap();
    }
    let short = "schema = 1\ntitle = \"t\"\nladder = [0, 50]\n[[arm]]\nname = \"a\"\nrule = ";
    for rule in ["forced", "response", "fixed\"\ntreatment = \"placebo"] {
        parse(&format!("{short}\"{rule}\"")).unwrap_or_else(|err| panic!("{rule}: {err}"));
    }
    let severity = error(&format!("{short}\"severity\""));
    assert!(severity.to_string().contains("at least 6 rungs, and there are 2"), "{severity}");
}

#[test]
fn all_faults_are_reported_at_once_with_line_and_column() {
    let text = GOOD
        .replace("weeks = 12", "weeks = 3")
        .replace("0.85", "1.1")
        .replace("\"A study\"", "\"Ä study\" # é")
        .replace("mild = 0.20", "mild = 2")
        .replace("start = 40", "start = 41 # é")
        .replace("\"Guided\"", "\"Slow\"");
    let err = error(&text);
    let places: Vec<_> =
        err.faults().iter().map(|fault| (fault.line, fault.column, fault.path.as_str())).collect();
    let expected = [
        (3, 9, "weeks"),
        (7, 21, "population.severity.mild"),
        (12, 14, "screening.disclosure"),
        (32, 9, "arm[2].start"),
        (36, 8, "arm[3].name"),
    ];
    assert_eq!(places, expected);
    let first =
        "line 3, column 9: weeks: the length of a study must be 4 to 60 whole weeks, got 3 (mend: ";
    assert!(err.to_string().starts_with(first), "{err}");
    assert_eq!(err.to_string().lines().count(), 5);
}

#[test]
fn columns_count_characters() {
    let err = error(&GOOD.replace("age = { mean = 45", "\"ägé\" = 1\nage = { \"ü\" = 1, mean = 0"));
    let places: Vec<_> = err.faults().iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(places, [(9, 1), (10, 9), (10, 25)], "{err}");
}

#[test]
fn a_broken_ladder_brings_no_faults_of_doses() {
    for ladder in ["[160, 20]", "[20, 40, nan]", "[20]", "7", "[20, 40 60]", "[33, 44"] {
        let err = error(&GOOD.replace("[20, 40, 60, 80, 100, 120, 140, 160]", ladder));
        assert!(err.faults().iter().all(|fault| fault.line == 4 || fault.path.is_empty()), "{err}");
    }
    let slip = GOOD.replace("ladder", "laddr").replace("start = 40", "start = 33");
    assert_eq!(error(&slip).faults().len(), 1);
}

#[test]
fn a_stumble_of_the_reader_hides_no_other_fault_and_brings_none() {
    for (from, to) in [
        ("title = \"A study\"", "title = \"A study"),
        ("rule = \"forced\"", "rule = "),
        ("[screening]", "[screening"),
        ("[[arm]]\nname = \"Slow\"", "[[arm]\nname = \"Slow\""),
        ("start = 40", "start = 40\nstart = 60"),
        ("disclosure = 0.85", "disclosure 0.85"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let text = GOOD.replace(from, to).replace("weeks = 12", "weeks = 3");
        let err = error(&text);
        let kinds: Vec<_> = err.faults().iter().map(|fault| &fault.kind).collect();
        let stumbles = kinds.iter().filter(|kind| matches!(kind, FaultKind::Syntax { .. }));
        assert_eq!(stumbles.count(), 1, "{to}: {err}");
        assert_eq!(kinds.len(), 2, "{to}: {err}");
    }
}

#[test]
fn the_first_arm_in_the_file_is_the_first_arm() {
    let at = GOOD.find("[[arm]]").unwrap();
    let (head, arms) = GOOD.split_at(at);
    let mut blocks: Vec<&str> = arms.split_inclusive("\n\n").collect();
    blocks.reverse();
    let study = parse(&format!("{head}{}", blocks.join("\n"))).unwrap().protocol;
    let names: Vec<_> = study.arms.iter().map(|arm| arm.name.as_str()).collect();
    assert_eq!(names, ["Guided", "Slow", "Placebo"]);
}

#[test]
fn arms_inherit_and_override() {
    let study =
        accepted("screen-every = 28", "screen-every = \"never\"\nobserve-hours = 3").protocol;
    assert_eq!(study.arms[0].monitoring.screen_every, None);
    assert!(
        (study.arms[2].monitoring.observe.get() - 2.0).abs() < 1e-15,
        "the preset replaces all"
    );
    let study = accepted("preset = \"intensive\"", "day-1 = \"skip\"").protocol;
    assert_eq!(study.arms[2].monitoring.screen_every, Some(Days(28)));
    let classes = "prior = { severe = { none = 0, partial = 0, non-response = 1 } }";
    let study =
        accepted("prior = { none = 0.3, partial = 0.3, non-response = 0.4 }", classes).protocol;
    let shares = study.population.prior.map(|mix| mix.shares()[2]);
    assert!(shares.iter().zip([0.2, 0.3, 1.0]).all(|(a, b)| (a - b).abs() < 1e-15), "{shares:?}");
}

#[test]
fn dose_arms_spells_out_the_defaults() {
    let arms = crate::study::dose_arms();
    let plain = parse(&format!("{MINIMAL}\"severity\"")).unwrap().protocol;
    assert_eq!(arms.population, plain.population);
    assert_eq!(arms.screening, plain.screening);
    assert_eq!(arms.arms[1].monitoring, plain.arms[0].monitoring);
    assert_eq!(arms.arms[1].schedule, plain.arms[0].schedule);
    let rungs = [4, 1, 3, 5, 7].map(|rung| Rule::Fixed { at: Rung(rung) });
    assert!(arms.arms.iter().map(|arm| &arm.titration.rule).eq(&rungs));
}

#[test]
fn every_fault_of_a_large_file_is_counted() {
    let fields: Vec<String> = (0..150).map(|i| format!("field{i} = 1\n")).collect();
    let err = error(&format!("{}{GOOD}", fields.concat()));
    assert_eq!((err.faults().len(), err.more()), (100, 50));
    assert!(err.to_string().ends_with("and 50 more"));
}
