//! Writes an arm: its rule, and what differs from the usual schedule and monitoring.

use super::arm::TREATMENTS;
use super::defaults;
use super::people::PRIOR;
use super::row::PHASES;
use super::row::REPORTS;
use super::visits::Course;
use super::watch::Preset;
use super::write::Text;
use super::write::key;
use super::write::number;
use super::write::quoted;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::RouteDose;
use crate::protocol::arm::Rung;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::protocol::schedule::Branch;
use crate::protocol::schedule::Maintenance;
use crate::protocol::schedule::NonResponsePolicy;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::schedule::Schedule;
use crate::protocol::schedule::Spacing;
use crate::protocol::titration::Action;
use crate::protocol::titration::Report;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::protocol::titration::rule::Kind;
use crate::protocol::titration::rule::WhenWell;

/// `[[arm]]` with its tables.
pub(super) fn arm(text: &mut Text, protocol: &Protocol, arm: &Arm) {
    let ladder = &protocol.ladder;
    let mut keys = vec![format!("name = {}", quoted(&arm.name))];
    keys.extend(key("treatment", &arm.treatment, &TREATMENTS[0].1, |it| word(&TREATMENTS, it)));
    keys.extend(titration(arm, ladder));
    keys.extend(key("dosing", &arm.dosing, &Dosing::Flat, |_| quoted("per-kg")));
    if let Route::Variable(dose) = arm.route {
        keys.push("route = \"variable\"".into());
        keys.extend(key("route-dose", &dose, &RouteDose::Plain, |_| quoted("adjusted")));
    }
    keys.extend(key("blinding", &arm.blinding, &Blinding::Blind, |_| quoted("open")));
    text.table("[[arm]]", &keys);
    if let Rule::Table(table) = &arm.titration.rule {
        for row in &table.start {
            text.table("[[arm.start]]", &start_row(*row, ladder));
        }
        for row in &table.rows {
            text.table("[[arm.row]]", &self::row(row, ladder));
        }
    }
    text.table("[arm.schedule]", &schedule(&arm.schedule));
    text.table("[arm.monitoring]", &monitoring(&arm.monitoring));
}

fn word<T: PartialEq>(words: &[(&str, T)], value: &T) -> String {
    let found = words.iter().find(|(_, known)| known == value);
    quoted(found.map_or("", |(word, _)| word))
}

fn au(ladder: &DoseLadder, rung: Rung) -> String {
    format!("{}", ladder.dose(rung))
}

fn titration(arm: &Arm, ladder: &DoseLadder) -> Vec<String> {
    let titration = &arm.titration;
    let dose = |name: &str, rung: Rung| format!("{name} = {}", au(ladder, rung));
    let mut keys = vec![format!("rule = {}", word(&Kind::WORDS, &titration.rule.kind()))];
    match &titration.rule {
        Rule::Fixed { at } => keys.push(dose("dose", *at)),
        Rule::Forced { from, target } => {
            keys.extend([dose("start", *from), dose("target", *target)]);
        }
        Rule::Response { from, when_well } => {
            keys.push(dose("start", *from));
            keys.extend(key("when-well", when_well, &WhenWell::EaseDown, |_| quoted("keep")));
        }
        Rule::Toxicity { from } | Rule::Stepped { from } => keys.push(dose("start", *from)),
        Rule::Severity | Rule::Table(_) => {}
    }
    keys.extend(key("lowest", &titration.lowest, &Rung(0), |rung| au(ladder, *rung)));
    keys.extend(key("highest", &titration.highest, &ladder.top(), |rung| au(ladder, *rung)));
    keys
}

fn span<T: Copy>(name: &str, span: Span<T>, words: impl Fn(T) -> String) -> Vec<String> {
    let least = span.least.map(|least| format!("{name}-at-least = {}", words(least)));
    let below = span.below.map(|below| format!("{name}-below = {}", words(below)));
    least.into_iter().chain(below).collect()
}

fn start_row(row: StartRow, ladder: &DoseLadder) -> Vec<String> {
    let mut keys = span("baseline", row.baseline, |score| score.to_string());
    keys.extend(row.prior.map(|class| format!("prior = {}", quoted(PRIOR[class as usize]))));
    keys.push(format!("dose = {}", au(ladder, row.at)));
    keys
}

fn row(row: &Row, ladder: &DoseLadder) -> Vec<String> {
    let mut keys = span("improvement", row.improvement, |x| number(&x));
    keys.extend(
        row.reported.least.map(|least| format!("reported-at-least = {}", word(&REPORTS, &least))),
    );
    keys.extend(row.reported.below.map(|below| {
        let most = Report::ALL[(below as usize).saturating_sub(1)];
        format!("reported-at-most = {}", word(&REPORTS, &most))
    }));
    keys.extend(span("sessions", row.sessions, |n| n.to_string()));
    keys.extend(row.dose.least.map(|least| format!("dose-at-least = {}", au(ladder, least))));
    keys.extend(
        row.dose
            .below
            .map(|below| format!("dose-at-most = {}", au(ladder, Rung(below.0.saturating_sub(1))))),
    );
    keys.extend(span("weeks", row.weeks, |n| n.to_string()));
    keys.extend(row.phase.map(|phase| format!("phase = {}", word(&PHASES, &Some(phase)))));
    keys.extend(row.prior.map(|class| format!("prior = {}", quoted(PRIOR[class as usize]))));
    keys.extend(action(row.then, ladder));
    keys
}

fn action(action: Action, ladder: &DoseLadder) -> Vec<String> {
    let rise = |rise: Rise, unsaid: u8| {
        let by = key("by", &rise.by, &unsaid, ToString::to_string);
        let up_to = rise.up_to.map(|end| format!("up-to = {}", au(ladder, end)));
        by.into_iter().chain(up_to)
    };
    let then = |word: &str| vec![format!("then = {}", quoted(word))];
    match action {
        Action::Raise(up) => then("raise").into_iter().chain(rise(up, 1)).collect(),
        Action::Lower { by } => {
            then("lower").into_iter().chain(key("by", &by, &1, ToString::to_string)).collect()
        }
        Action::Stay => then("stay"),
        Action::Stop => then("stop"),
        Action::Washout { days, rise: up } => then("washout")
            .into_iter()
            .chain([format!("days = {}", days.0)])
            .chain(rise(up, 0))
            .collect(),
    }
}

fn schedule(schedule: &Schedule) -> Vec<String> {
    let d = defaults::visits();
    let mut keys = Vec::new();
    keys.extend(key(
        "induction-weeks",
        &schedule.induction_weeks,
        &d.induction_weeks,
        ToString::to_string,
    ));
    match &schedule.maintenance {
        Maintenance::None => keys.push("maintenance = \"none\"".into()),
        Maintenance::Every(days) => keys.push(format!("maintenance = {}", days.0)),
        Maintenance::Ladder { intervals, spacing } => {
            debug_assert_eq!(d.course, Course::Ladder, "the default needs no word");
            keys.extend(key("intervals", intervals, &d.intervals, |all| {
                let days: Vec<String> = all.iter().map(|days| days.0.to_string()).collect();
                format!("[{}]", days.join(", "))
            }));
            keys.extend(key("spacing", spacing, &Spacing::Stretch, |_| quoted("hold")));
        }
    }
    keys.extend(key("relapse", &schedule.relapse, &RelapsePolicy::Rescue, |_| quoted("continue")));
    keys.extend(key("non-response", &schedule.non_response, &NonResponsePolicy::Continue, |_| {
        quoted("stop")
    }));
    if let Some(withdrawal) = schedule.withdrawal {
        keys.push(format!("withdraw-at-week = {}", withdrawal.at.0 / 7));
        keys.extend(key("branch", &withdrawal.branch, &Branch::Randomise, |branch| match branch {
            Branch::Stop => quoted("stop"),
            _ => quoted("continue"),
        }));
    }
    keys
}

/// A preset by its name, or what differs from the standard one.
fn monitoring(watch: &Monitoring) -> Vec<String> {
    let d = defaults::monitoring(Preset::Standard);
    for (word, preset) in [("none", Preset::None), ("intensive", Preset::Intensive)] {
        if *watch == defaults::monitoring(preset) {
            return vec![format!("preset = {}", quoted(word))];
        }
    }
    let never = || quoted("never");
    [
        key("assess-every", &watch.assess_every.0, &d.assess_every.0, ToString::to_string),
        key("day-1", &watch.day_1, &DayOne::Assess, |_| quoted("skip")),
        key("observe-hours", &watch.observe, &d.observe, number),
        key("hold-at", &watch.hold_at, &d.hold_at, |at| at.map_or_else(never, |at| number(&at))),
        key("elicitation", &watch.elicitation, &Elicitation::Spontaneous, |_| quoted("solicited")),
        key("screen-every", &watch.screen_every, &d.screen_every, |every| {
            every.map_or_else(never, |days| days.0.to_string())
        }),
        key("stop-after-severe", &watch.stop_after_severe, &d.stop_after_severe, |k| {
            k.map_or_else(never, |k| k.to_string())
        }),
        key("worsening", &watch.worsening, &WorseningPolicy::Stop, |_| quoted("continue")),
        key("tolerability", &watch.tolerability, &TolerabilityPolicy::Continue, |_| {
            quoted("reduce")
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
