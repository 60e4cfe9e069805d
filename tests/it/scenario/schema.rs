//! The table of all keys, the readers and the text about them say the same; the JSON Schema accepts what is read.

use std::collections::BTreeSet;
use std::process::Command;

use proptest::prelude::*;
use serde_json::Value;
use titrarium::scenario::FaultKind;
use titrarium::scenario::library;
use titrarium::scenario::parse;
use titrarium::scenario::schema::FILE;
use titrarium::scenario::schema::Field;
use titrarium::scenario::schema::Kind;

use super::invalid;
use crate::luck;
use crate::random;

mod json;
mod text;

/// A section of a file: its path, how a file gets to it, and its keys.
struct Place {
    path: String,
    header: String,
    fields: &'static [Field],
}

/// All sections, from the top. Those of an arm stand in the first arm, which has a table.
fn places() -> Vec<Place> {
    let mut places = Vec::new();
    section("", "", FILE, &mut places);
    places
}

fn section(path: &str, header: &str, fields: &'static [Field], places: &mut Vec<Place>) {
    places.push(Place { path: path.to_owned(), header: header.to_owned(), fields });
    for field in fields {
        let within = |of: &str| {
            if of.is_empty() { field.key.to_owned() } else { format!("{of}.{}", field.key) }
        };
        let (path, header) = (within(path), within(header));
        let kind = match field.kind {
            Kind::Either(_, kind) => *kind,
            kind => kind,
        };
        match kind {
            Kind::Section(fields) => {
                section(&path, &header, fields, places);
            }
            Kind::Sections(_, fields) => {
                section(&format!("{path}[1]"), &header, fields, places);
            }
            _ => {}
        }
    }
}

/// A file with a line in a section; everything else is as short as can be.
fn with(place: &Place, line: &str) -> String {
    let head = match line.split(" =").next() {
        Some("schema") => "title = \"t\"\n",
        Some("title") => "schema = 1\n",
        _ => "schema = 1\ntitle = \"t\"\n",
    };
    let needed = |path: &str| match path {
        "arm[1].start[1]" => "dose = 40\n",
        "arm[1].row[1]" => "then = \"stay\"\n",
        "schedule" | "arm[1].schedule" if line.starts_with("branch") => "withdraw-at-week = 8\n",
        _ => "",
    };
    let key = line.split(" =").next().unwrap();
    let needed = needed(&place.path);
    let needed = if needed.starts_with(&format!("{key} =")) { "" } else { needed };
    let rule = match key {
        "dose" if place.path == "arm[1]" => "fixed",
        "target" => "forced",
        "when-well" => "response",
        _ => "table",
    };
    let rule = if key == "rule" { String::new() } else { format!("rule = \"{rule}\"\n") };
    let route = if key == "route-dose" { "route = \"variable\"\n" } else { "" };
    let name = if key == "name" { "" } else { "name = \"A\"\n" };
    let arm = format!("[[arm]]\n{name}{rule}{route}");
    match (place.path.as_str(), place.path.ends_with(']')) {
        ("", _) => format!("{head}{line}\n{arm}"),
        ("arm[1]", _) => format!("{head}{arm}{line}\n"),
        (path, true) if path.starts_with("arm") => {
            format!("{head}{arm}[[{}]]\n{needed}{line}\n", place.header)
        }
        (path, _) if path.starts_with("arm") => {
            format!("{head}{arm}[{}]\n{needed}{line}\n", place.header)
        }
        _ => format!("{head}[{}]\n{needed}{line}\n{arm}", place.header),
    }
}

/// The keys that a section lists when it is given one that nobody knows.
fn known(place: &Place) -> BTreeSet<&'static str> {
    // Shares by class are told from shares for everybody by a class.
    let line = if place.path == "population.prior" {
        "mild = { none = 1, partial = 0, non-response = 0 }\nzzzzzzzz = 1"
    } else {
        "zzzzzzzz = 1"
    };
    let err = parse(&with(place, line)).expect_err("an unknown key");
    let mut known = err.faults().iter().filter_map(|fault| match &fault.kind {
        FaultKind::UnknownField { name, known, .. } if name == "zzzzzzzz" => Some(known),
        _ => None,
    });
    known.next().unwrap_or_else(|| panic!("{}: {err}", place.path)).iter().copied().collect()
}

#[test]
fn the_table_has_exactly_the_keys_that_the_readers_know() {
    let places = places();
    assert!(places.len() > 25);
    for place in places {
        let listed: BTreeSet<&str> = place.fields.iter().map(|field| field.key).collect();
        assert_eq!(listed.len(), place.fields.len(), "{}", place.path);
        assert_eq!(listed, known(&place), "{}", place.path);
    }
}

/// Whether a value of a key is refused for its own sake; what other keys make of it does not matter here.
fn is_refused(place: &Place, key: &str, value: &str) -> bool {
    let path = if place.path.is_empty() { key.to_owned() } else { format!("{}.{key}", place.path) };
    let Err(err) = parse(&with(place, &format!("{key} = {value}"))) else { return false };
    err.faults().iter().any(|fault| {
        let itself = fault.path == path || fault.path.starts_with(&format!("{path}["));
        let why = matches!(
            fault.kind,
            FaultKind::OutOfRange(_)
                | FaultKind::WrongType { .. }
                | FaultKind::UnknownChoice { .. }
                | FaultKind::Count { .. }
                | FaultKind::Blank
                | FaultKind::NotOnLadder { .. }
                | FaultKind::Design(_)
        );
        let of_the_whole = fault.path == place.path && matches!(fault.kind, FaultKind::Design(_));
        (itself && why) || of_the_whole
    })
}

/// Values that a kind holds, and values just outside of it.
fn tries(kind: &Kind) -> (Vec<String>, Vec<String>) {
    let texts =
        |values: &[f64]| values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>();
    match *kind {
        Kind::Number(from, to) => {
            let step = if to > 1000.0 { 1.0 } else { 0.001 };
            let mut outside = texts(&[from - step, to + step]);
            outside.push("nan".to_owned());
            (texts(&[from, to]), outside)
        }
        Kind::Whole(from, to) => {
            let (from, to) = (i32::from(from), i32::from(to));
            let whole = |values: [i32; 2]| values.map(|value| value.to_string()).to_vec();
            let mut outside = whole([from - 1, to + 1]);
            outside.push(format!("{from}.5"));
            (whole([from, to]), outside)
        }
        Kind::Among(numbers) => {
            (numbers.iter().map(u16::to_string).collect(), vec!["10".into(), "\"7\"".into()])
        }
        Kind::Steps { step, to } => {
            let outside = [step - 1, step + 1, to + step].map(|n| n.to_string()).to_vec();
            (vec![step.to_string(), to.to_string()], outside)
        }
        Kind::Word(words) | Kind::NeededWord(words) => (
            words.iter().map(|word| format!("\"{word}\"")).collect(),
            vec!["\"zzzzzzzz\"".into(), "true".into()],
        ),
        Kind::Text => (vec!["\"a\"".into(), "\"\"".into()], vec!["1".into()]),
        Kind::Name => (vec!["\"a\"".into()], vec!["1".into(), "\" \"".into()]),
        Kind::Version => (vec!["1".into()], vec!["0".into(), "\"1\"".into()]),
        Kind::Dose | Kind::NeededDose => {
            (vec!["40".into()], vec!["-1".into(), "401".into(), "\"40\"".into()])
        }
        Kind::Numbers(n, from, to) => {
            let list = |n: usize, value: f64| format!("{:?}", vec![value; n]);
            (
                vec![],
                vec![list(n + 1, to), list(n - 1, from), list(n, to + 0.5), list(n, from - 0.5)],
            )
        }
        Kind::List { n: (least, most), of } => {
            let (_, outside) = tries(of);
            let rising = |n: usize| format!("{:?}", (1..=n).collect::<Vec<_>>());
            let mut wrong: Vec<String> = outside.iter().map(|value| format!("[{value}]")).collect();
            wrong.extend([rising(least - 1), rising(most + 1), "3".into()]);
            (vec![rising(least), rising(most)], wrong)
        }
        Kind::Either(one, other) => {
            let ((mut good, _), (more, outside)) = (tries(one), tries(other));
            good.extend(more);
            let numbers = outside.into_iter().filter(|value| !value.starts_with('"'));
            (good, numbers.chain(["\"zzzzzzzz\"".to_owned()]).collect())
        }
        Kind::Shares(_) | Kind::Section(_) | Kind::Sections(..) => (vec![], vec!["7".into()]),
    }
}

#[test]
fn the_table_and_the_readers_have_the_same_ranges() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for place in places() {
        for field in place.fields {
            let (inside, outside) = tries(&field.kind);
            let where_it_is = |value: &str| format!("{}.{} = {value}", place.path, field.key);
            for value in inside {
                // These go by other keys: bounds by means, a branch by its day, and the like.
                let joined = matches!(field.key, "lowest" | "highest" | "mean" | "median")
                    || field.key == "withdraw-at-week";
                let refused = !joined && is_refused(&place, field.key, &value);
                wrong.extend(refused.then(|| where_it_is(&value)));
                tried += 1;
            }
            for value in outside {
                let accepted = !is_refused(&place, field.key, &value);
                wrong.extend(accepted.then(|| where_it_is(&value)));
                tried += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 500, "{tried}");
}

#[test]
fn the_table_has_the_defaults_of_the_readers() {
    let mut written = 0;
    for place in places() {
        for field in place.fields.iter().filter(|field| !field.default.is_empty()) {
            let line = format!("{} = {}", field.key, field.default);
            let said = parse(&with(&place, &line)).unwrap_or_else(|err| panic!("{line}: {err}"));
            let unsaid = parse(&with(&places()[0], "")).unwrap();
            assert_eq!(said, unsaid, "{} in {}", line, place.path);
            written += 1;
        }
    }
    assert!(written > 100, "{written}");
}

/// A key that must be there is refused when it is not, and no other.
#[test]
fn the_table_says_which_keys_are_needed() {
    for place in places().iter().filter(|place| !place.path.is_empty()) {
        for field in place.fields.iter().filter(|field| field.kind.is_needed()) {
            let key = field.key;
            let text = with(place, "");
            let line =
                text.lines().rev().find(|line| line.starts_with(&format!("{key} ="))).unwrap();
            let at = text.rfind(line).unwrap();
            let without = format!("{}{}", &text[..at], &text[at + line.len()..]);
            let err = parse(&without).expect_err(key);
            let path = format!("{}.{key}", place.path);
            assert!(err.faults().iter().any(|fault| fault.path == path), "{path}: {err}");
        }
    }
}

fn schema() -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_titrarium")).arg("schema").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_schema_accepts_the_library_and_describes_every_key() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    for entry in library::all() {
        json::validate(&schema, &json::of_toml(entry.text))
            .unwrap_or_else(|why| panic!("{}: {why}", entry.name));
    }
    let described = json::described(&schema);
    assert!(described > 180, "{described}");
}

/// What the parts say about each other, and what the reader of TOML does not let through, a schema cannot say.
#[test]
fn the_schema_refuses_what_a_schema_can() {
    let schema = schema();
    let (mut refused, mut all, mut wrong) = (0, 0, Vec::new());
    let corpus = invalid::corpus();
    for case in corpus.iter().filter(|case| !case.name.starts_with("syntax")) {
        let can_say = |fault: &String| {
            let kind = fault.rsplit(' ').next().unwrap();
            let says = ["UnknownField", "UnknownChoice", "WrongType", "Blank", "Count"]
                .contains(&kind)
                || (kind == "Missing" && !fault.ends_with(".dose Missing"))
                || (kind == "OutOfRange"
                    && !case.text.contains("nan")
                    && !case.text.contains("inf"));
            // In JSON 1.0 is the number 1.
            says && !case.text.contains("schema = 1.0")
        };
        let refuses = json::validate(&schema, &json::of_toml(&case.text)).is_err();
        wrong.extend((!refuses && case.refused.iter().any(can_say)).then_some(&case.name));
        refused += usize::from(refuses);
        all += 1;
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(refused * 4 > all * 3, "{refused} of {all}");
}

proptest! {
    #![proptest_config(luck::fixed(200, 2000))]

    #[test]
    fn the_schema_accepts_random_valid_scenarios(choices in random::choices()) {
        static SCHEMA: std::sync::LazyLock<Value> = std::sync::LazyLock::new(schema);
        let text = random::text(&choices);
        if let Err(why) = json::validate(&SCHEMA, &json::of_toml(&text)) {
            panic!("{why}\n{text}");
        }
    }
}

/// Random scenarios leave no key out.
#[test]
fn random_scenarios_use_every_key() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::new(luck::fixed(1, 1));
    let mut seen = BTreeSet::new();
    for _ in 0..300 {
        let choices = random::choices().new_tree(&mut runner).unwrap().current();
        json::paths(&json::of_toml(&random::text(&choices)), "", &mut seen);
    }
    let mut unseen = Vec::new();
    for place in places() {
        for field in place.fields {
            let dot = if place.path.is_empty() { "" } else { "." };
            let path = format!("{}{dot}{}", place.path, field.key).replace("[1]", "");
            unseen.extend((!seen.contains(&path)).then_some(path));
        }
    }
    assert!(unseen.is_empty(), "no random scenario has {unseen:?}");
}
