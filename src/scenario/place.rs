//! Where in a file a fault of the design belongs: the field that the author would change.

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::protocol::DesignFault;
use crate::protocol::TablePlace;

/// The fields that may hold what is faulty, the most likely first.
pub(super) fn candidates(fault: &DesignFault) -> Vec<String> {
    match fault {
        DesignFault::NoArm | DesignFault::TooManyArms { .. } => vec!["arm".into()],
        DesignFault::SameName { arm, .. } => vec![field(*arm, "name")],
        DesignFault::Horizon { .. } => vec!["weeks".into()],
        DesignFault::LadderLength { .. } => vec!["ladder".into()],
        DesignFault::LadderOrder { rung, .. } => vec![format!("ladder[{}]", rung + 1)],
        DesignFault::RungOutside { arm, what, .. } => vec![field(*arm, rung_key(what))],
        DesignFault::RangeEmpty { arm, .. } => {
            vec![field(*arm, "lowest"), field(*arm, "highest")]
        }
        DesignFault::SeverityLadder { arm, .. } => vec![field(*arm, "rule")],
        DesignFault::Induction { arm, .. } => shared(*arm, &["schedule.induction-weeks"]),
        DesignFault::Intervals { arm, .. } => {
            shared(*arm, &["schedule.intervals", "schedule.maintenance"])
        }
        DesignFault::AssessmentInterval { arm, .. } => shared(*arm, &["monitoring.assess-every"]),
        DesignFault::ScreenInterval { arm, .. } => shared(*arm, &["monitoring.screen-every"]),
        DesignFault::Table { arm, at, .. } => vec![match at {
            TablePlace::Start => field(*arm, "start"),
            TablePlace::StartRow(i) => field(*arm, &format!("start[{}]", i + 1)),
            TablePlace::Rows => field(*arm, "row"),
            TablePlace::Row(i) => field(*arm, &format!("row[{}]", i + 1)),
        }],
        DesignFault::Withdrawal { arm, .. } => shared(*arm, &["schedule.withdraw-at-week"]),
        DesignFault::TrialSize { .. } => vec!["trial.per-arm".into()],
        DesignFault::Bounds { what } => {
            let group = if *what == "trait score" { "score" } else { what };
            vec![format!("population.{group}")]
        }
        DesignFault::LowestTrait { .. } => {
            vec!["population.score.bounds".into(), "population.score".into()]
        }
        DesignFault::MinScore { .. } => vec!["screening.min-score".into()],
    }
}

/// Other fields whose faults make this one a mere consequence.
pub(super) fn also_concerns(fault: &DesignFault) -> Vec<String> {
    match fault {
        DesignFault::RungOutside { arm, .. } | DesignFault::RangeEmpty { arm, .. } => {
            let keys = ["rule", "dose", "start", "target", "lowest", "highest"];
            keys.iter().map(|key| field(*arm, key)).collect()
        }
        DesignFault::Table { arm, .. } => vec![field(*arm, "rule")],
        DesignFault::Withdrawal { arm, .. } => {
            let mut fields = shared(*arm, &["monitoring.assess-every"]);
            fields.push("weeks".into());
            fields
        }
        _ => Vec::new(),
    }
}

/// Whether the fault means nothing while the ladder is faulty.
pub(super) fn is_about_rungs(fault: &DesignFault) -> bool {
    matches!(
        fault,
        DesignFault::RungOutside { .. }
            | DesignFault::RangeEmpty { .. }
            | DesignFault::SeverityLadder { .. }
            | DesignFault::Table { .. }
    )
}

/// Whether the fault compares fields, one of which may stand in a line that could not be read.
pub(super) fn joins_fields(fault: &DesignFault) -> bool {
    is_about_rungs(fault) || matches!(fault, DesignFault::NoArm | DesignFault::Bounds { .. })
}

fn field(arm: usize, key: &str) -> String {
    format!("arm[{}].{key}", arm + 1)
}

/// The arm's own fields, then those for every arm.
fn shared(arm: usize, keys: &[&str]) -> Vec<String> {
    let own = keys.iter().map(|key| field(arm, key));
    own.chain(keys.iter().map(|key| (*key).to_owned())).collect()
}

fn rung_key(what: &str) -> &'static str {
    match what {
        "the lowest dose" => "lowest",
        "the highest dose" => "highest",
        "the starting dose" => "start",
        "the target dose" => "target",
        _ => "dose",
    }
}

/// The first candidate that the file has; else the innermost table around the first.
pub(super) fn find(root: &DeTable, candidates: &[String]) -> (usize, String) {
    for path in candidates {
        if let (at, true) = walk(root, path) {
            return (at, path.clone());
        }
    }
    let first = candidates.first().cloned().unwrap_or_default();
    (walk(root, &first).0, first)
}

/// Where a path begins, and whether all of it is there.
fn walk(root: &DeTable, path: &str) -> (usize, bool) {
    let mut table = Some(root);
    let mut at = 0;
    for step in path.split('.') {
        let (key, index) = match step.trim_end_matches(']').split_once('[') {
            Some((key, index)) => (key, index.parse::<usize>().ok()),
            None => (step, None),
        };
        let Some(mut item) = table.and_then(|table| table.get(key)) else {
            return (at, false);
        };
        if let Some(index) = index {
            let listed = item.get_ref().as_array().and_then(|list| list.get(index - 1));
            let Some(listed) = listed else {
                return (item.span().start, false);
            };
            item = listed;
        }
        at = item.span().start;
        table = inner(item);
    }
    (at, true)
}

fn inner<'a>(item: &'a Spanned<DeValue<'a>>) -> Option<&'a DeTable<'a>> {
    item.get_ref().as_table()
}
