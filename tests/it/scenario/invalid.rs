//! The corpus of scenarios that are refused (`tests/scenarios/invalid`): each with exactly the faults it has, each fault
//! with its field.

use std::collections::BTreeSet;

use titrarium::scenario::Fault;
use titrarium::scenario::FaultKind;
use titrarium::scenario::ScenarioError;
use titrarium::scenario::parse;

const CORPUS: [(&str, &str); 9] = [
    ("study", include_str!("../../scenarios/invalid/study.txt")),
    ("population", include_str!("../../scenarios/invalid/population.txt")),
    ("screening", include_str!("../../scenarios/invalid/screening.txt")),
    ("world", include_str!("../../scenarios/invalid/world.txt")),
    ("schedule", include_str!("../../scenarios/invalid/schedule.txt")),
    ("monitoring", include_str!("../../scenarios/invalid/monitoring.txt")),
    ("arm", include_str!("../../scenarios/invalid/arm.txt")),
    ("table", include_str!("../../scenarios/invalid/table.txt")),
    ("syntax", include_str!("../../scenarios/invalid/syntax.txt")),
];

const HEAD: &str = "schema = 1\ntitle = \"A study\"\n";
const TAIL: &str = "\n[[arm]]\nname = \"A\"\nrule = \"severity\"\n";

/// A scenario that is refused.
pub struct Case {
    /// What is wrong with it.
    pub name: String,
    /// The faults in order: field and kind.
    pub refused: Vec<String>,
    /// The file.
    pub text: String,
}

/// The whole corpus.
pub fn corpus() -> Vec<Case> {
    let cases = |(file, text): &(&str, &str)| {
        let blocks = text.strip_prefix("--- ").unwrap().split("\n--- ");
        blocks.map(|block| case(file, block)).collect::<Vec<_>>()
    };
    CORPUS.iter().flat_map(cases).collect()
}

fn case(file: &str, block: &str) -> Case {
    let mut lines = block.lines();
    let name = format!("{file}: {}", lines.next().unwrap());
    let mut lines = lines.peekable();
    let mut refused = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with("refused: ")) {
        refused.push(line["refused: ".len()..].to_owned());
    }
    let whole = lines.next_if_eq(&"whole:").is_some();
    let body: Vec<&str> = lines.collect();
    let body = body.join("\n");
    let text = if whole { body } else { format!("{HEAD}{body}{TAIL}") };
    Case { name, refused, text }
}

/// The field and the kind, as the corpus writes them.
fn label(fault: &Fault) -> String {
    let debug = format!("{:?}", fault.kind);
    let mut words = debug.split(|c: char| !c.is_alphanumeric());
    let kind = match (words.next(), words.next()) {
        (Some(outer @ ("Design" | "Mix")), Some(inner)) => format!("{outer}.{inner}"),
        (outer, _) => outer.unwrap().to_owned(),
    };
    let field = match &fault.kind {
        FaultKind::UnknownField { name, .. } => format!("{}!{name}", fault.path),
        _ => fault.path.clone(),
    };
    if field.is_empty() { kind } else { format!("{field} {kind}") }
}

#[test]
fn every_scenario_of_the_corpus_is_refused_for_what_is_wrong_and_nothing_else() {
    let corpus = corpus();
    assert!(corpus.len() >= 200);
    let mut wrong = Vec::new();
    for case in &corpus {
        let found: Vec<Fault> =
            parse(&case.text).err().map_or_else(Vec::new, |err| err.faults().to_vec());
        let labels: Vec<String> = found.iter().map(label).collect();
        if labels != case.refused {
            wrong.push(format!("{}: {labels:?}", case.name));
        }
        assert!(found.iter().all(|fault| !fault.kind.mend().is_empty()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A fault of a value stands in the line of its field.
#[test]
fn every_fault_of_a_value_is_found_in_the_line_of_its_field() {
    for case in corpus() {
        for fault in parse(&case.text).err().iter().flat_map(ScenarioError::faults) {
            let is_elsewhere = matches!(
                fault.kind,
                FaultKind::Syntax { .. }
                    | FaultKind::Missing
                    | FaultKind::SchemaMissing
                    | FaultKind::Design(_)
            );
            if is_elsewhere {
                continue;
            }
            let key = match &fault.kind {
                FaultKind::UnknownField { name, .. } => name.as_str(),
                _ => fault.path.rsplit('.').next().unwrap(),
            };
            let key = key.split('[').next().unwrap();
            let line = case.text.lines().nth(fault.line - 1).unwrap();
            assert!(line.contains(key), "{}: {key} in line {}", case.name, fault.line);
        }
    }
}

#[test]
fn no_two_cases_are_alike_and_every_kind_of_fault_is_among_them() {
    let corpus = corpus();
    let names: BTreeSet<&str> = corpus.iter().map(|case| case.name.as_str()).collect();
    let texts: BTreeSet<&str> = corpus.iter().map(|case| case.text.as_str()).collect();
    assert_eq!((names.len(), texts.len()), (corpus.len(), corpus.len()));
    let kinds: BTreeSet<&str> = corpus
        .iter()
        .flat_map(|case| case.refused.iter())
        .filter_map(|refused| refused.rsplit(' ').next())
        .collect();
    let all = [
        "Syntax",
        "UnknownField",
        "Missing",
        "Blank",
        "WrongType",
        "OutOfRange",
        "Mix.Sum",
        "Count",
        "UnknownChoice",
        "NotOnLadder",
        "Foreign",
        "SchemaMissing",
        "SchemaNewer",
        "Design.NoArm",
        "Design.TooManyArms",
        "Design.SameName",
        "Design.LadderLength",
        "Design.LadderOrder",
        "Design.LowestTrait",
        "Design.RungOutside",
        "Design.RangeEmpty",
        "Design.SeverityLadder",
        "Design.Intervals",
        "Design.AssessmentInterval",
        "Design.ScreenInterval",
        "Design.Table",
        "Design.Withdrawal",
        "Design.Bounds",
    ];
    assert_eq!(kinds, BTreeSet::from(all));
}
