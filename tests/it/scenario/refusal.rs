//! What is refused, and why: the good file with one change at a time.

use super::GOOD;
use super::MINIMAL;
use super::accepted;
use super::error;
use titrarium::scenario::FaultKind;
use titrarium::scenario::LONGEST;
use titrarium::scenario::parse;
use titrarium::scenario::parse_bytes;

/// The good file with one change is refused, with one fault on the line of the change.
#[track_caller]
fn refused(from: &str, to: &str, why: &str) {
    assert_eq!(GOOD.matches(from).count(), 1, "{from} is there once");
    let text = GOOD.replace(from, to);
    let err = error(&text);
    assert!(err.to_string().contains(why), "{err}");
    assert_eq!(err.faults().len(), 1, "{err}");
    let line_at = |at: usize| text[..at].matches('\n').count() + 1;
    let at = GOOD.find(from).unwrap();
    let (first, last) = (line_at(at), line_at(at + to.len()));
    let line = err.faults()[0].line;
    assert!((first..=last).contains(&line), "line {line} of {err}");
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
    accepted("weeks = 12", "weeks = 0x1_0");
    accepted("0.85", "8_5e-0_2");
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
    refused("\"Guided\"", "\"Slow\"", "arm[3].name: two arms are called \"Slow\"");
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
    let many: Vec<String> =
        (0..13).map(|i| format!("[[arm]]\nname = \"{i}\"\nrule = \"severity\"\n")).collect();
    let many = error(&format!("schema = 1\ntitle = \"t\"\n{}", many.concat()));
    assert!(many.to_string().contains("at most 12 arms are possible, and there are 13"), "{many}");
    let single = error("schema = 1\ntitle = \"t\"\n[arm]\nname = \"a\"\nrule = \"severity\"\n");
    assert!(single.to_string().contains("each under [[arm]]"), "{single}");
    assert_eq!(single.faults().len(), 1, "{single}");
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
