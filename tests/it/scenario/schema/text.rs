//! The text about scenario files against the table of all keys.

use std::collections::BTreeMap;

use titrarium::scenario::parse;
use titrarium::scenario::schema::Kind;

use super::places;
use super::with;

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

/// The default that a row states for a key, as a file has it; none where it is no number.
fn stated(row: &str, key: &str, kind: &Kind) -> Option<String> {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    // Of the three columns of monitoring the middle one holds where a file says nothing.
    let default = if cells.len() == 9 { cells[4] } else { cells.get(3)? };
    let numbers: Vec<&str> = default.split(", ").collect();
    if numbers.iter().any(|number| number.parse::<f64>().is_err()) {
        return None;
    }
    let mut keys = cells[1].split('`').skip(1).step_by(2);
    let place = keys.position(|known| known.rsplit('.').next() == Some(key))?;
    Some(match kind {
        Kind::Shares(names) => {
            let shares = names.iter().zip(&numbers).map(|(name, n)| format!("{name} = {n}"));
            format!("{{ {} }}", shares.collect::<Vec<_>>().join(", "))
        }
        Kind::Numbers(..) | Kind::List { .. } => format!("[{}]", numbers.join(", ")),
        _ => (*numbers.get(place)?).to_owned(),
    })
}

/// Every number that the text calls a default, written into a file, changes nothing.
#[test]
fn the_stated_defaults_are_those_of_the_reader() {
    let (rows, mut tried) = (documented(), 0);
    // What a row does depends on its other keys.
    for place in places().into_iter().filter(|place| place.path != "arm[1].row[1]") {
        for field in place.fields {
            let dot = if place.path.is_empty() { "" } else { "." };
            let Some(row) = rows.get(&format!("{}{dot}{}", place.path, field.key)) else {
                continue;
            };
            let Some(value) = stated(row, field.key, &field.kind) else { continue };
            let read = |line: &str| {
                let file = parse(&with(&place, line)).unwrap_or_else(|err| panic!("{line}: {err}"));
                file.protocol.into_design()
            };
            // A key that is not there leaves the arm of the example as it is.
            let (said, unsaid) = (read(&format!("{} = {value}", field.key)), read(""));
            assert_eq!(said, unsaid, "{}: {} = {value}", place.path, field.key);
            tried += 1;
        }
    }
    assert!(tried > 90, "only {tried} defaults were found");
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
