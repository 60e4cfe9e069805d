//! The layers of the crate as a test: who may name whom, and a few absences. Works on the text of `src`.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The longest file anybody should have to read.
const LONGEST_FILE: usize = 400;

/// Each module and the modules it may name; each may name itself. Lower layers know no higher one.
const MAY_USE: &[(&str, &[&str])] = &[
    // layer 0: knows nothing of trials
    ("math", &[]),
    ("qr", &[]),
    ("unit", &[]),
    ("stream", &["math"]),
    // layer 1: the domain
    ("protocol", &["unit"]),
    // layer 2: the world; two that do not know each other
    ("engine", &["math", "unit", "stream", "protocol"]),
    ("scenario", &["unit", "protocol"]),
    // layer 3: what is counted
    ("endpoint", DOMAIN),
    ("estimand", DOMAIN),
    ("subgroup", DOMAIN),
    ("tally", DOMAIN),
    // layer 4: joins them
    ("run", JOINS),
    ("report", JOINS),
    ("story", JOINS),
    ("clinic", JOINS),
    ("workload", JOINS),
    ("words", JOINS),
    ("chart", JOINS),
    ("expected", JOINS),
    // layer 5: front ends, each ignorant of the others
    ("reader", &["protocol", "scenario"]),
    ("worker", ALL),
    ("cli", AND_EXPECTED),
    ("app", AND_WORKER),
    // beside the layers: the tools of this repository share a workshop
    ("workshop", &[]),
    ("verify", &["stream", "scenario", "tally", "run", "worker", "workload", "workshop"]),
    ("web", AND_APP),
    // the long texts
    ("docs", &[]),
];

const DOMAIN: &[&str] =
    &["math", "unit", "stream", "protocol", "engine", "endpoint", "estimand", "subgroup", "tally"];

const JOINS: &[&str] = &[
    "math", "unit", "stream", "protocol", "engine", "scenario", "endpoint", "estimand", "subgroup",
    "tally", "run", "report", "words", "story", "clinic",
];

const ALL: &[&str] = &[
    "math", "unit", "stream", "protocol", "engine", "scenario", "endpoint", "estimand", "subgroup",
    "tally", "run", "report", "words", "story", "clinic", "chart",
];

const AND_EXPECTED: &[&str] = &[
    "math", "unit", "stream", "protocol", "engine", "scenario", "endpoint", "estimand", "subgroup",
    "tally", "run", "report", "words", "story", "clinic", "chart", "expected", "workload",
];

const AND_WORKER: &[&str] = &[
    "math", "unit", "stream", "protocol", "engine", "scenario", "endpoint", "estimand", "subgroup",
    "tally", "run", "report", "words", "story", "clinic", "chart", "expected", "reader", "worker",
];

const AND_APP: &[&str] = &[
    "math", "unit", "stream", "protocol", "engine", "scenario", "endpoint", "estimand", "subgroup",
    "tally", "run", "report", "words", "story", "clinic", "chart", "expected", "app", "worker",
    "workload", "workshop",
];

/// Joiners that may not name each other: a run knows no table, a table no sentence, a sentence no picture.
const NOR: &[(&str, &[&str])] = &[
    ("run", &["report", "words", "story", "clinic"]),
    ("report", &["words", "run", "scenario", "story", "clinic"]),
    ("story", &["report", "words", "clinic"]),
    ("clinic", &["report", "words"]),
    ("expected", &["words"]),
];

/// A file of `src` with its path below it.
struct Source {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(&root).unwrap().to_owned(), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 40, "the sources were not found");
    found
}

impl Source {
    /// The module of the crate that the file belongs to: "engine" for `engine/visit.rs`.
    fn module(&self) -> String {
        let first = self.path.components().next().unwrap().as_os_str().to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    }

    /// Lines of code, counted from 1; comments are left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = |line: &str| line.find("//").unwrap_or(line.len());
        self.text.lines().map(move |line| &line[..code(line)]).zip(1..).map(|(line, n)| (n, line))
    }
}

/// The modules that a line names by `crate::`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices("crate::").map(move |(at, path)| {
        let rest = &line[at + path.len()..];
        &rest[..rest.find(|c| !is_letter(c)).unwrap_or(rest.len())]
    })
}

/// A complaint for every name that the layers forbid in the text of a module.
fn trespasses(source: &Source) -> Vec<String> {
    let module = source.module();
    if matches!(module.as_str(), "lib" | "bin" | "build") {
        return Vec::new();
    }
    let place = |n: usize| format!("src/{}:{n}", source.path.display());
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{}: `{module}` has no layer; give it one in MAY_USE", place(1))];
    };
    let not = NOR.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, not)| not);
    let mut complaints = Vec::new();
    for (n, line) in source.code() {
        for used in named(line) {
            let fine = used == module || (allowed.contains(&used) && !not.contains(&used));
            if !fine {
                complaints.push(format!("{}: `{module}` may not use `{used}`", place(n)));
            }
        }
    }
    complaints
}

#[test]
fn layers_only_look_down() {
    let complaints: Vec<String> = sources().iter().flat_map(trespasses).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A file, what it says, and what the test makes of it.
#[track_caller]
fn check(path: &str, text: &str, complaints: &[&str]) {
    let source = Source { path: path.into(), text: text.to_owned() };
    assert_eq!(trespasses(&source), complaints);
}

#[test]
fn a_look_up_is_noticed() {
    let said = ["src/engine/life.rs:2: `engine` may not use `scenario`"];
    check("engine/life.rs", "use crate::math;\nuse crate::scenario::parse;\n", &said);
    let said = ["src/scenario.rs:1: `scenario` may not use `engine`"];
    check("scenario.rs", "fn f() { crate::engine::life::run() }\n", &said);
    check(
        "cli/json.rs",
        "use crate::app::State;\n",
        &["src/cli/json.rs:1: `cli` may not use `app`"],
    );
    check("unit.rs", "use crate::{math, run};\n", &["src/unit.rs:1: `unit` may not use ``"]);
    check("tally.rs", "//! Nothing of [`crate::cli`].\nuse crate::engine::life;\n", &[]);
    check("new.rs", "", &["src/new.rs:1: `new` has no layer; give it one in MAY_USE"]);
}

/// Where a crate may be named, besides the programs: a word of its own followed by `::`.
#[track_caller]
fn only_in(modules: &[&str], crates: &[&str]) {
    for source in sources() {
        if modules.contains(&source.module().as_str()) {
            continue;
        }
        for (n, line) in source.code() {
            for name in crates {
                let named =
                    line.contains(&format!("{name}::")) || line.contains(&format!("use {name};"));
                assert!(!named, "src/{}:{n}: {name} belongs to {modules:?}", source.path.display());
            }
        }
    }
}

#[test]
fn the_page_alone_knows_the_browser() {
    only_in(&["app", "bin", "web"], &["web_sys", "yew"]);
}

#[test]
fn charts_alone_know_the_plotter() {
    only_in(&["chart"], &["plotters", "plotters_backend"]);
}

#[test]
fn elementary_functions_come_through_one_door() {
    only_in(&["math"], &["libm"]);
}

#[test]
fn files_can_be_read_in_one_sitting_and_lie_where_rust_2018_puts_them() {
    for source in sources() {
        let (path, lines) = (source.path.display(), source.text.lines().count());
        assert!(lines <= LONGEST_FILE, "src/{path} has {lines} lines; split it");
        assert!(!source.path.ends_with("mod.rs"), "src/{path}: name the file after its module");
    }
}
