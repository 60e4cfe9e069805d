//! Scenario files: one good file, and everything that can be wrong with it.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::arm::Treatment;
use titrarium::protocol::monitoring::TolerabilityPolicy;
use titrarium::protocol::schedule::Maintenance;
use titrarium::protocol::titration::Rule;
use titrarium::scenario::FaultKind;
use titrarium::scenario::LONGEST;
use titrarium::scenario::Scenario;
use titrarium::scenario::ScenarioError;
use titrarium::scenario::library;
use titrarium::scenario::parse;
use titrarium::scenario::parse_bytes;
use titrarium::unit::Days;

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

/// The good file with one change is refused, with one fault on the line of the change.
#[track_caller]
fn refused(from: &str, to: &str, why: &str) {
    assert_eq!(GOOD.matches(from).count(), 1, "{from} is there once");
    let text = GOOD.replace(from, to);
    let err = error(&text);
    assert!(err.to_string().contains(why), "{err}");
    assert_eq!(err.faults().len(), 1, "{err}");
    let first = text.find(to).map_or(1, |at| text[..at].lines().count().max(1));
    let last = first + to.lines().count();
    let line = err.faults()[0].line;
    assert!((first..=last).contains(&line), "line {line} of {err}");
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
fn unknown_fields_are_refused_at_every_level() {
    refused("weeks = 12", "week = 12", "unknown field `week` (mend: did you mean weeks?)");
    refused("disclosure", "disclosre", "did you mean disclosure?");
    refused("sd = 12", "sdd = 12", "population.age: unknown field `sdd`");
    refused("adverse-event", "adverse_event", "world.dropout: unknown field `adverse_event`");
    refused("target = 140", "dosis = 140", "arm[2]: unknown field `dosis`");
    refused("maintenance = 14", "banana = 14", "known here: maintenance, intervals");
    refused("[screening]", "[screenings]", "unknown field `screenings`");
}

#[test]
fn numbers_out_of_range_are_refused() {
    refused("0.85", "1.1", "screening.disclosure: a probability must be in [0, 1], got 1.1");
    refused("0.85", "nan", "a probability must be in [0, 1], got NaN");
    refused("0.85", "-inf", "a probability must be in [0, 1], got -inf");
    refused("0.85", "1e999", "a probability must be in [0, 1], got inf");
    refused("weeks = 12", "weeks = 61", "4 to 60 whole weeks, got 61");
    refused("weeks = 12", "weeks = -3", "4 to 60 whole weeks, got -3");
    refused("weeks = 12", "weeks = 99999999999999999999", "4 to 60 whole weeks");
    refused("[20, 40, 60, 80", "[20, 40, nan, 80", "ladder[3]: a dose must be");
    refused("0.018, 0.14", "0.018", "4 numbers are needed here, and there are 3");
    refused("maintenance = 14", "maintenance = 85", "1 to 84 whole days, got 85");
    refused("screen-every = 28", "screen-every = 10", "whole weeks, 7 to 84 days apart, got 10");
}

#[test]
fn values_of_the_wrong_kind_are_refused() {
    refused("0.85", "\"high\"", "a number is needed here, and this is a text");
    refused("weeks = 12", "weeks = 12.0", "a whole number is needed here");
    refused("ladder = [20, 40, 60, 80, 100, 120, 140, 160]", "ladder = true", "a list of numbers");
    refused("\"A study\"", "7", "a text in quotes is needed here");
    refused("\"A study\"", "\" \"", "this text is blank");
    refused("[world.dropout]", "[[world.dropout]]", "a table of fields is needed here");
    refused("screen-every = 28", "screen-every = \"nevr\"", "a number or \"never\"");
    refused("\"placebo\"", "\"placebos\"", "did you mean placebo?");
    refused("maintenance = 14", "maintenance = \"steps\"", "known here: ladder, none");
}

#[test]
fn parts_that_do_not_fit_are_refused_where_they_stand() {
    refused("severe = 0.35", "severe = 0.25", "population.severity: the shares must add up to 1");
    refused(", severe = 0.35", "", "population.severity.severe: this field is missing");
    refused("[20, 40, 60", "[40, 20, 60", "ladder[2]: the doses of a ladder must ascend");
    refused("lowest = 18", "lowest = 80", "population.age: age: the lower bound");
    refused("[7, 14, 28]", "[14, 7, 28]", "schedule.intervals: arm");
    refused("\"Slow\"", "\"Guided\"", "arm[3].name: two arms are called \"Guided\"");
    refused("start = 40", "start = 45", "arm[2].start: 45 au is not on the dose ladder (20, 40,");
    refused("highest = 120", "highest = 120\nstart = 140", "arm[3].start: arm \"Guided\"");
    refused("lowest = 20", "lowest = 140", "the lowest dose lies above the highest");
    refused(
        "start = 40",
        "dose = 40",
        "`dose` belongs to rule = \"fixed\", and here rule = \"forced\"",
    );
    refused(
        "maintenance = 14",
        "maintenance = 14\nspacing = \"hold\"",
        "belongs to maintenance = \"ladder\"",
    );
    refused("lowest = 20", "route-dose = \"plain\"", "belongs to route = \"variable\"");
}

#[test]
fn the_version_comes_first() {
    refused("schema = 1\n", "", "does not say which version");
    refused("schema = 1\n", "schema = 0\n", "the version of the format must be 1, got 0");
    refused("schema = 1\n", "schema = \"1\"\n", "a whole number is needed");
    let newer = error(&GOOD.replace("schema = 1", "schema = 2").replace("weeks", "years"));
    assert_eq!(newer.faults().len(), 1, "{newer}");
    assert_eq!(newer.faults()[0].kind, FaultKind::SchemaNewer { found: 2 });
}

#[test]
fn a_study_needs_arms_and_an_arm_its_rule_and_dose() {
    let none = error("schema = 1\ntitle = \"t\"\n");
    assert!(none.to_string().contains("at least one arm is needed"), "{none}");
    let missing = error("schema = 1\ntitle = \"t\"\n[[arm]]\n");
    let paths: Vec<_> = missing.faults().iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["arm[1].name", "arm[1].rule"]);
    let dose = error(&format!("{MINIMAL}\"fixed\""));
    assert_eq!(dose.faults()[0].path, "arm[1].dose");
    let many: String =
        (0..13).map(|i| format!("[[arm]]\nname = \"{i}\"\nrule = \"severity\"\n")).collect();
    let many = error(&format!("schema = 1\ntitle = \"t\"\n{many}"));
    assert!(many.to_string().contains("at most 12 arms are possible, and there are 13"), "{many}");
    let single = error("schema = 1\ntitle = \"t\"\n[arm]\nname = \"a\"\nrule = \"severity\"\n");
    assert!(single.to_string().contains("each under [[arm]]"), "{single}");
    assert_eq!(single.faults().len(), 1, "{single}");
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
fn what_is_no_scenario_is_refused_before_it_is_read() {
    let long = format!("{GOOD}# {}", "x".repeat(2_000_000));
    let kind = error(&long).faults()[0].kind.clone();
    assert_eq!(kind, FaultKind::TooLong { bytes: long.len(), most: LONGEST });
    assert!(parse_bytes(long.as_bytes()).is_err());
    let err = parse_bytes(b"schema = 1\ntitle = \"\xff\"\n").unwrap_err();
    let fault = &err.faults()[0];
    assert_eq!((fault.line, fault.column), (2, 10));
    assert_eq!(fault.kind, FaultKind::NotUtf8 { byte: 20 });
    assert!(parse_bytes(GOOD.as_bytes()).is_ok());
    assert!(parse(&format!("\u{feff}{}", GOOD.replace('\n', "\r\n"))).is_ok());
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
fn the_library_parses_and_spells_out_the_defaults() {
    for entry in library::all() {
        let scenario = parse(entry.text).unwrap_or_else(|err| panic!("{}: {err}", entry.name));
        assert!(!scenario.teaching.is_empty() && !scenario.look_at.is_empty());
        assert_eq!(library::find(entry.name), Some(entry));
    }
    let arms = parse(library::find("dose-arms").unwrap().text).unwrap().protocol;
    let plain = parse(&format!("{MINIMAL}\"severity\"")).unwrap().protocol;
    assert_eq!(arms.population, plain.population);
    assert_eq!(arms.screening, plain.screening);
    assert_eq!(arms.arms[1].monitoring, plain.arms[0].monitoring);
    assert_eq!(arms.arms[1].schedule, plain.arms[0].schedule);
    let rungs = [4, 1, 3, 5, 7].map(|rung| Rule::Fixed { at: Rung(rung) });
    assert!(arms.arms.iter().map(|arm| &arm.titration.rule).eq(&rungs));
    assert_eq!(library::nearest("dose-arm"), Some("dose-arms"));
    assert_eq!(library::nearest("banana"), None);
}

#[test]
fn every_fault_of_a_large_file_is_counted() {
    let fields: String = (0..150).map(|i| format!("field{i} = 1\n")).collect();
    let err = error(&format!("{fields}{GOOD}"));
    assert_eq!((err.faults().len(), err.more()), (100, 50));
    assert!(err.to_string().ends_with("and 50 more"));
}

/// Lines are left out or doubled, then bytes are changed.
fn mutated(lines: &[(usize, bool)], bytes: &[(usize, u8)]) -> Vec<u8> {
    let mut kept: Vec<&str> = GOOD.lines().collect();
    for &(at, double) in lines {
        let at = at % kept.len();
        if double {
            kept.insert(at, kept[at]);
        } else if kept.len() > 1 {
            kept.remove(at);
        }
    }
    let mut text = kept.join("\n").into_bytes();
    for &(at, byte) in bytes {
        let at = at % text.len().max(1);
        if let Some(place) = text.get_mut(at) {
            *place = byte;
        }
    }
    text
}

/// Whatever is read is a scenario or has faults that lie within the text.
fn holds_together(bytes: &[u8]) {
    if let Err(err) = parse_bytes(bytes) {
        let lines = bytes.split(|byte| *byte == b'\n').count();
        assert!(!err.faults().is_empty());
        assert!(
            err.faults().iter().all(|fault| (1..=lines).contains(&fault.line) && fault.column > 0)
        );
        assert!(err.faults().is_sorted_by_key(|fault| (fault.line, fault.column)));
        assert!(!err.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC*", toml in "[\\[\\]{}=.,\"'#\na-z0-9 -]{0,80}") {
        holds_together(text.as_bytes());
        holds_together(toml.as_bytes());
        holds_together(format!("{GOOD}{toml}").as_bytes());
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds_together(&bytes);
    }

    #[test]
    fn mutations_of_the_good_file_never_panic(
        lines in prop::collection::vec((any::<usize>(), any::<bool>()), 0..6),
        bytes in prop::collection::vec((any::<usize>(), prop_oneof![any::<u8>(), b' '..b'~']), 0..6),
    ) {
        holds_together(&mutated(&lines, &bytes));
    }
}
