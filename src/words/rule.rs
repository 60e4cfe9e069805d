//! Titration rules in words: what a row asks for, what was seen of it, and what is done.

use crate::engine::observed::Observed;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Action;
use crate::protocol::titration::Report;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::report::number::decimal;
use crate::unit::Improvement;

/// The dose of a rung: "100 au".
pub fn dose(ladder: &DoseLadder, rung: Rung) -> String {
    format!("{} au", ladder.dose(rung))
}

/// How an arm finds its dose, in a few words: "response-guided from 60 au".
pub fn label(design: &Design, arm: &Arm) -> String {
    let au = |rung: Rung| dose(&design.ladder, rung);
    match arm.treatment {
        Treatment::Placebo => return "placebo".to_owned(),
        Treatment::NoTreatment => return "no treatment".to_owned(),
        Treatment::Drug => {}
    }
    match &arm.titration.rule {
        Rule::Fixed { at } => format!("fixed {}", au(*at)),
        Rule::Forced { from, target } => format!("forced from {} to {}", au(*from), au(*target)),
        Rule::Response { from, .. } => format!("response-guided from {}", au(*from)),
        Rule::Toxicity { from } => format!("toxicity-guided from {}", au(*from)),
        Rule::Severity => "start by severity".to_owned(),
        Rule::Stepped { from } => format!("stepped from {}", au(*from)),
        Rule::Table(table) => {
            let n = table.rows.len();
            format!("its own table of {n} {}", if n == 1 { "row" } else { "rows" })
        }
    }
}

/// What earlier treatment did.
pub const fn prior(prior: PriorTreatment) -> &'static str {
    match prior {
        PriorTreatment::None => "no earlier treatment",
        PriorTreatment::Partial => "partial response to earlier treatment",
        PriorTreatment::NonResponse => "non-response to earlier treatment",
    }
}

/// Where treatment stands.
pub const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Induction => "in induction",
        Phase::Maintenance => "in maintenance",
        Phase::Rescue => "in a rescue",
    }
}

/// The worst event noticed at a session.
pub const fn report(report: Report) -> &'static str {
    match report {
        Report::Nothing => "no adverse event",
        Report::Mild => "a mild event",
        Report::Moderate => "a moderate event",
        Report::Severe => "a severe event",
    }
}

fn percent(share: f64) -> String {
    format!("{} %", decimal(100.0 * share, 0))
}

/// What was seen of each condition of a row, and the limit it met: "improvement 18 % < 25 %", "no adverse event".
///
/// An improvement that the rounding of a percentage would put on its limit is shown with a decimal.
pub fn met(row: &Row, seen: &Observed, ladder: &DoseLadder) -> Vec<String> {
    let mut all = Vec::new();
    let limits = row.improvement;
    if !limits.is_any() {
        all.push(improvement_met(seen.improvement(), limits.least, limits.below));
    }
    if !row.reported.is_any() {
        all.push(report(seen.report()).to_owned());
    }
    let sessions = |n: u16| {
        let word = if n == 1 { "session" } else { "sessions" };
        format!("{n} {word} since the last change")
    };
    all.extend(counted(row.sessions, seen.since_change, sessions));
    all.extend(counted(row.weeks, seen.week, |n| format!("week {n}")));
    if !row.dose.is_any() {
        all.push(format!("dose {}", dose(ladder, seen.rung)));
    }
    all.extend(row.phase.map(|_| phase(seen.phase).to_owned()));
    all.extend(row.prior.map(|_| prior(seen.prior).to_owned()));
    all
}

fn improvement_met(seen: f64, least: Option<Improvement>, below: Option<Improvement>) -> String {
    let shown = |limits: &[f64]| {
        let whole = percent(seen);
        let on_limit =
            limits.iter().any(|limit| percent(*limit) == whole && (limit - seen).abs() > 1e-9);
        if on_limit { format!("{} %", decimal(100.0 * seen, 1)) } else { whole }
    };
    match (least.map(f64::from), below.map(f64::from)) {
        (Some(least), Some(below)) => {
            let seen = shown(&[least, below]);
            format!("{} \u{2264} improvement {seen} < {}", percent(least), percent(below))
        }
        (Some(least), None) => {
            format!("improvement {} \u{2265} {}", shown(&[least]), percent(least))
        }
        (None, Some(below)) => format!("improvement {} < {}", shown(&[below]), percent(below)),
        (None, None) => format!("improvement {}", shown(&[])),
    }
}

fn counted(span: Span<u16>, seen: u16, words: impl Fn(u16) -> String) -> Option<String> {
    let words = words(seen);
    match (span.least, span.below) {
        (None, None) => None,
        (Some(least), None) => Some(format!("{words} \u{2265} {least}")),
        (None, Some(below)) => Some(format!("{words} < {below}")),
        (Some(least), Some(below)) => Some(format!("{least} \u{2264} {words} < {below}")),
    }
}

/// What was seen at a decision, where no row says what to look at: "improvement 55 %, no adverse event".
pub fn seen(seen: &Observed) -> Vec<String> {
    vec![improvement_met(seen.improvement(), None, None), report(seen.report()).to_owned()]
}

/// What a decision does: "up two rungs to 100 au", "stays at 60 au".
pub fn done(decision: &Decision, seen: &Observed, ladder: &DoseLadder) -> String {
    let to = dose(ladder, decision.rung);
    match decision.session {
        SessionPlan::Stop => "treatment stops".to_owned(),
        SessionPlan::Hold => "no session today".to_owned(),
        SessionPlan::Washout(days) => format!("{} days without sessions, then {to}", days.0),
        SessionPlan::Give => step(seen.rung, decision.rung, &to),
    }
}

fn step(from: Rung, to: Rung, dose: &str) -> String {
    match from.0.cmp(&to.0) {
        std::cmp::Ordering::Less => format!("up {} to {dose}", rungs(to.0 - from.0)),
        std::cmp::Ordering::Greater => format!("down {} to {dose}", rungs(from.0 - to.0)),
        std::cmp::Ordering::Equal => format!("stays at {dose}"),
    }
}

/// A row as a sentence without its number: "a severe event: one rung down".
pub fn row(row: &Row, ladder: &DoseLadder) -> String {
    let mut all = Vec::new();
    all.extend(range(row.improvement, "improvement", |x| percent(x.get())));
    all.extend(reports(row.reported));
    all.extend(range(row.sessions, "sessions since the last change", |n| n.to_string()));
    all.extend(range(row.weeks, "weeks", |n| n.to_string()));
    all.extend(doses(row.dose, ladder));
    all.extend(row.phase.map(|at| phase(at).to_owned()));
    all.extend(row.prior.map(|class| prior(class).to_owned()));
    let when = if all.is_empty() { "in all other cases".to_owned() } else { all.join(", ") };
    format!("{when}: {}", action(row.then, ladder))
}

/// A row for the first dose: "baseline below 28, non-response to earlier treatment: start at 80 au".
pub fn start_row(row: &StartRow, ladder: &DoseLadder) -> String {
    let mut all = Vec::new();
    all.extend(range(row.baseline, "baseline", |score| score.to_string()));
    all.extend(row.prior.map(|class| prior(class).to_owned()));
    let start = format!("start at {}", dose(ladder, row.at));
    if all.is_empty() { start } else { format!("{}: {start}", all.join(", ")) }
}

/// What a row does, in words.
pub fn action(action: Action, ladder: &DoseLadder) -> String {
    let up_to = |rise: Rise| {
        rise.up_to.map_or_else(String::new, |end| format!(", not above {}", dose(ladder, end)))
    };
    match action {
        Action::Raise(rise) => format!("up {}{}", rungs(rise.by), up_to(rise)),
        Action::Lower { by } => format!("down {}", rungs(by)),
        Action::Stay => "stay".to_owned(),
        Action::Stop => "treatment stops".to_owned(),
        Action::Washout { days, rise: Rise { by: 0, .. } } => {
            format!("{} days without sessions", days.0)
        }
        Action::Washout { days, rise } => {
            format!("{} days without sessions, then up {}{}", days.0, rungs(rise.by), up_to(rise))
        }
    }
}

fn range<T: Copy>(span: Span<T>, what: &str, words: impl Fn(T) -> String) -> Option<String> {
    match (span.least.map(&words), span.below.map(&words)) {
        (None, None) => None,
        (Some(least), None) => Some(format!("{what} {least} or more")),
        (None, Some(below)) => Some(format!("{what} below {below}")),
        (Some(least), Some(below)) => Some(format!("{what} from {least} to below {below}")),
    }
}

fn reports(span: Span<Report>) -> Option<String> {
    let most =
        span.below.map_or(Report::Severe, |below| Report::ALL[(below as usize).saturating_sub(1)]);
    let least = span.least.unwrap_or(Report::Nothing);
    match (least, most) {
        (Report::Nothing, Report::Severe) => None,
        (least, most) if least == most => Some(report(least).to_owned()),
        (Report::Nothing, most) => Some(format!("{} at most", report(most))),
        (least, Report::Severe) => Some(format!("{} or worse", report(least))),
        (least, most) => Some(format!("{} to {}", report(least), report(most))),
    }
}

fn doses(span: Span<Rung>, ladder: &DoseLadder) -> Option<String> {
    let most = span.below.map(|below| dose(ladder, Rung(below.0.saturating_sub(1))));
    match (span.least.map(|least| dose(ladder, least)), most) {
        (None, None) => None,
        (Some(least), None) => Some(format!("dose {least} or more")),
        (None, Some(most)) => Some(format!("dose {most} or less")),
        (Some(least), Some(most)) => Some(format!("dose from {least} to {most}")),
    }
}

fn rungs(n: u8) -> String {
    match n {
        1 => "one rung".to_owned(),
        2 => "two rungs".to_owned(),
        3 => "three rungs".to_owned(),
        n => format!("{n} rungs"),
    }
}
