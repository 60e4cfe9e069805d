//! Instructions a piece of work takes, counted by valgrind: a figure that does not depend on the machine's mood.
//!
//! The committed figures are in `benches/instructions.txt`. A change of more than 5 % either way is said aloud and fails until that file
//! says the new figure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;

use crate::verify::plan::Plan;
use crate::verify::rust::cargo;
use crate::verify::stages::Outcome;
use crate::verify::task::Task;
use crate::verify::tool;
use crate::workload::Workload;
use crate::workshop::folder;

/// The committed figures, one a line: name, instructions.
const FIGURES: &str = "benches/instructions.txt";

/// A larger change has to be accepted.
const TOLERANCE: f64 = 0.05;

/// Counts every workload and holds the figures against the committed ones.
pub(super) fn count(plan: &Plan) -> Result<Outcome> {
    let Some(valgrind) = tool::find(&["valgrind"]).or_else(|| tool::package(plan, "valgrind"))
    else {
        return Ok(plan.missing("valgrind", "install it"));
    };
    let task = Task::new(plan, "count")?;
    let arguments =
        ["build", "--release", "--no-default-features", "--features", "count", "--bin", "count"];
    task.run(&mut cargo(&arguments))?.then(|| {
        let program = folder::target().join("release").join("count");
        let figures: BTreeMap<&str, f64> = Workload::ALL
            .into_iter()
            .map(|workload| Ok((workload.id(), one(plan, &valgrind, &program, workload)?)))
            .collect::<Result<_>>()?;
        judge(&figures)
    })
}

/// Instructions of one more piece: twice as many pieces minus so many, so that the start of the program does not count.
fn one(plan: &Plan, valgrind: &Path, program: &Path, workload: Workload) -> Result<f64> {
    let n = if workload == Workload::Block { 4 } else { 200 };
    let (some, more) = (
        instructions(plan, valgrind, program, (workload, n))?,
        instructions(plan, valgrind, program, (workload, 2 * n))?,
    );
    Ok((more - some) / f64::from(n))
}

fn instructions(
    plan: &Plan,
    valgrind: &Path,
    program: &Path,
    (workload, n): (Workload, u32),
) -> Result<f64> {
    let out = plan.file("callgrind.out");
    let mut command = Command::new(valgrind);
    command.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", out.display()));
    let done = command.arg(program).arg(workload.id()).arg(n.to_string()).output()?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "valgrind: {said}");
    let text = fs::read_to_string(&out).with_context(|| format!("no {}", out.display()))?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    total.and_then(|n| n.trim().parse().ok()).context("callgrind gives no total")
}

fn judge(figures: &BTreeMap<&str, f64>) -> Result<Outcome> {
    let text = fs::read_to_string(folder::root().join(FIGURES)).context(FIGURES)?;
    let mut moved = Vec::new();
    for (name, now) in figures {
        let was = committed(&text, name);
        let change = was.map_or(f64::INFINITY, |was| now / was - 1.0);
        println!("           {name:<22} {now:>10.0} instructions, {:+.1} %", 100.0 * change);
        if change.abs() > TOLERANCE {
            moved.push(format!("{name} {now:.0}"));
        }
    }
    if moved.is_empty() {
        return Ok(Outcome::ok());
    }
    let moved = moved.join(", ");
    Ok(Outcome::Failed(format!("more than 5 % from {FIGURES}; if that is meant, write: {moved}")))
}

fn committed(text: &str, name: &str) -> Option<f64> {
    text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_whole_name() {
        let text = "# comment\nfixed 120\nfixed_12_weeks 9000\n";
        assert_eq!(committed(text, "fixed_12_weeks"), Some(9000.0));
        assert_eq!(committed(text, "fixed"), Some(120.0));
        assert_eq!(committed(text, "rescue"), None);
    }
}
