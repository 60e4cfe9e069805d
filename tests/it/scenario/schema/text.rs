//! The text about scenario files against the table of all keys.

use std::collections::BTreeMap;

use titrarium::scenario::parse;
use titrarium::scenario::schema::Kind;

use super::places;

/// The rows of the tables in the text: path of each key, and the row.
fn documented() -> BTreeMap<String, String> {
    let text = include_str!("../../../../src/docs/scenario.md");
    let mut rows = BTreeMap::new();
    let mut within = String::new();
    for line in text.lines() {
        if line.starts_with('#') {
            let name = line.split('`').nth(1).unwrap_or_default();
            within = match name.trim_matches(['[', ']']) {
                "arm" => "arm[1].".into(),
                "arm.start" => "arm[1].start[1].".into(),
                "arm.row" => "arm[1].row[1].".into(),
                "" | "rule = \"table\"" => String::new(),
                section => format!("{section}."),
            };
        }
        let cells: Vec<&str> = line.split('|').collect();
        if cells.len() < 4 || !cells[1].trim().starts_with('`') || cells[1].contains('"') {
            continue;
        }
        let mut group = "";
        for key in cells[1].split('`').skip(1).step_by(2) {
            let key = if let Some(key) = key.strip_prefix('.') {
                format!("{group}.{key}")
            } else {
                group = key.split_once('.').map_or("", |(group, _)| group);
                key.to_owned()
            };
            let path = format!("{within}{key}");
            assert!(rows.insert(path.clone(), line.to_owned()).is_none(), "{path} is there twice");
        }
    }
    rows
}

#[test]
fn the_text_has_every_key_and_its_range_and_no_other() {
    let (mut rows, mut wrong) = (documented(), Vec::new());
    for place in places() {
        let described_elsewhere = ["arm[1].schedule", "arm[1].monitoring", "population.prior"];
        if described_elsewhere.contains(&place.path.as_str()) {
            continue;
        }
        for field in place.fields {
            if matches!(field.kind, Kind::Section(_) | Kind::Sections(..)) {
                continue;
            }
            let dot = if place.path.is_empty() { "" } else { "." };
            let path = format!("{}{dot}{}", place.path, field.key);
            let row = rows.remove(&path).unwrap_or_default();
            let left_out = |words: &String| !row.contains(words.as_str());
            for words in range(&field.kind).into_iter().filter(left_out) {
                wrong.push(format!("{path}: {words} is not in the row: {row}"));
            }
            if row.is_empty() {
                wrong.push(format!("{path} has no row"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows.is_empty(), "these are no keys: {:?}", rows.keys());
}

/// What a row says of a range.
fn range(kind: &Kind) -> Vec<String> {
    match *kind {
        Kind::Number(from, to) | Kind::Numbers(_, from, to) => vec![format!("{from} to {to}")],
        Kind::Whole(from, to) => vec![format!("{from} to {to}")],
        Kind::Steps { step, to } => vec![format!("{step} to {to}")],
        Kind::Among(numbers) => numbers.iter().map(u16::to_string).collect(),
        Kind::Word(words) => words.iter().map(|word| format!("\"{word}\"")).collect(),
        Kind::Shares(names) => names.iter().map(|name| format!("`{name}`")).collect(),
        Kind::List { n: _, of } => range(of),
        Kind::Either(one, other) => [range(one), range(other)].concat(),
        Kind::Dose | Kind::NeededDose => vec!["on the ladder".into()],
        // The rules and what rows do have tables of their own, as have sections.
        Kind::NeededWord(_)
        | Kind::Section(_)
        | Kind::Sections(..)
        | Kind::Version
        | Kind::Text
        | Kind::Name => vec![],
    }
}

/// The examples of the text are files like any other.
#[test]
fn the_examples_of_the_text_can_be_read() {
    let text = include_str!("../../../../src/docs/scenario.md");
    let examples: Vec<&str> =
        text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let head = if example.contains("schema") { "" } else { "schema = 1\ntitle = \"t\"\n" };
        parse(&format!("{head}{example}")).unwrap_or_else(|err| panic!("{err}"));
    }
}
