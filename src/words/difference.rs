//! What differs between two protocols, in words.

use super::rule;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::RouteDose;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::protocol::schedule::Branch;
use crate::protocol::schedule::Maintenance;
use crate::protocol::schedule::NonResponsePolicy;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::schedule::Spacing;
use crate::protocol::schedule::Withdrawal;
use crate::protocol::titration::rule::Rule;
use crate::protocol::titration::rule::WhenWell;
use crate::unit::Days;

/// One thing that differs: what it is, and how it stands in each of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs: "the dose".
    pub what: &'static str,
    /// In the first protocol.
    pub first: String,
    /// In the second.
    pub second: String,
}

/// Everything that differs between two arms of a study; names do not count.
pub fn between(design: &Design, first: &Arm, second: &Arm) -> Vec<Difference> {
    let both_respond =
        [first, second].iter().all(|arm| matches!(arm.titration.rule, Rule::Response { .. }));
    let all = described(design, first).into_iter().zip(described(design, second));
    all.filter(|((what, _), _)| both_respond || *what != WHEN_WELL) // else part of the rule
        .filter(|((_, first), (_, second))| first != second)
        .map(|((what, first), (_, second))| Difference { what, first, second })
        .collect()
}

const WHEN_WELL: &str = "when somebody is well in maintenance";

/// Everything about an arm, always the same things in the same order.
pub fn described(design: &Design, arm: &Arm) -> Vec<(&'static str, String)> {
    let mut all = treatment(design, arm);
    all.extend(schedule(arm));
    all.extend(monitoring(arm));
    all
}

fn treatment(design: &Design, arm: &Arm) -> Vec<(&'static str, String)> {
    let au = |rung| rule::dose(&design.ladder, rung);
    let titration = &arm.titration;
    let well = match titration.rule {
        Rule::Response { when_well: WhenWell::Keep, .. } => "the dose stays",
        Rule::Response { .. } => "the dose is eased down",
        _ => "as the rule says",
    };
    let route = match arm.route {
        Route::Steady => "steady uptake",
        Route::Variable(RouteDose::Plain) => "variable uptake",
        Route::Variable(RouteDose::Adjusted) => "variable uptake, dose adjusted for it",
    };
    vec![
        ("the dose", rule_in_full(design, arm)),
        (WHEN_WELL, well.to_owned()),
        ("the limits", format!("{} to {}", au(titration.lowest), au(titration.highest))),
        (
            "weight",
            match arm.dosing {
                Dosing::Flat => "the same dose for everybody",
                Dosing::PerKilogram => "dose in proportion to weight",
            }
            .to_owned(),
        ),
        ("the route", route.to_owned()),
        (
            "blinding",
            match arm.blinding {
                Blinding::Blind => "nobody knows what they get",
                Blinding::Open => "everybody knows what they get",
            }
            .to_owned(),
        ),
    ]
}

/// The label; of a table also its rows, so that two tables of the same length differ.
fn rule_in_full(design: &Design, arm: &Arm) -> String {
    match &arm.titration.rule {
        Rule::Table(table) => {
            let rows: Vec<String> =
                table.rows.iter().map(|row| rule::row(row, &design.ladder)).collect();
            let starts: Vec<String> =
                table.start.iter().map(|row| rule::start_row(row, &design.ladder)).collect();
            format!("{}; {}", starts.join("; "), rows.join("; "))
        }
        _ => rule::label(design, arm),
    }
}

fn schedule(arm: &Arm) -> Vec<(&'static str, String)> {
    let schedule = &arm.schedule;
    let maintenance = match &schedule.maintenance {
        Maintenance::None => "none: treatment ends with the induction".to_owned(),
        Maintenance::Every(Days(days)) => format!("a session every {days} days"),
        Maintenance::Ladder { intervals, spacing } => {
            let days: Vec<String> = intervals.iter().map(|days| days.0.to_string()).collect();
            match spacing {
                Spacing::Stretch => {
                    format!("{} days between sessions, by response", days.join(", "))
                }
                Spacing::Hold => format!("a session every {} days", days[0]),
            }
        }
    };
    let withdrawal = match schedule.withdrawal {
        None => "none".to_owned(),
        Some(Withdrawal { at, branch }) => {
            let branch = match branch {
                Branch::Randomise => "each by chance",
                Branch::Continue => "all go on",
                Branch::Stop => "all stop",
            };
            format!("in week {}: of those stable, {branch}", at.0 / 7)
        }
    };
    vec![
        ("the induction", format!("{} weeks", schedule.induction_weeks)),
        ("maintenance", maintenance),
        (
            "after a relapse",
            match schedule.relapse {
                RelapsePolicy::Rescue => "four sessions at the pace of the induction",
                RelapsePolicy::Continue => "nothing more",
            }
            .to_owned(),
        ),
        (
            "without response",
            match schedule.non_response {
                NonResponsePolicy::Continue => "treatment goes on",
                NonResponsePolicy::Stop => "treatment stops after the induction",
            }
            .to_owned(),
        ),
        ("withdrawal", withdrawal),
    ]
}

fn monitoring(arm: &Arm) -> Vec<(&'static str, String)> {
    let watch = &arm.monitoring;
    let never = || "never".to_owned();
    let day_one = match watch.day_1 {
        DayOne::Assess => "also on day 1",
        DayOne::Skip => "not on day 1",
    };
    vec![
        ("check-ups", format!("every {} days, {day_one}", watch.assess_every.0)),
        ("observation after a session", hours(watch.observe.get())),
        (
            "a session waits for blood pressure",
            watch.hold_at.map_or_else(never, |limit| format!("of {} or above", limit.get())),
        ),
        (
            "adverse events",
            match watch.elicitation {
                Elicitation::Spontaneous => "noted when people tell",
                Elicitation::Solicited => "asked for",
            }
            .to_owned(),
        ),
        (
            "misuse screens",
            watch.screen_every.map_or_else(never, |days| format!("every {} days", days.0)),
        ),
        (
            "treatment stops for severe events",
            watch.stop_after_severe.map_or_else(never, |k| format!("after {k} noticed")),
        ),
        (
            "when two scores are much worse",
            match watch.worsening {
                WorseningPolicy::Continue => "treatment goes on",
                WorseningPolicy::Stop => "treatment stops",
            }
            .to_owned(),
        ),
        (
            "after a severe event noticed",
            match watch.tolerability {
                TolerabilityPolicy::Continue => "as the rule says",
                TolerabilityPolicy::Reduce => "dose and ceiling one rung down",
            }
            .to_owned(),
        ),
    ]
}

fn hours(hours: f64) -> String {
    if (hours - 1.0).abs() < 1e-9 { "1 hour".to_owned() } else { format!("{hours} hours") }
}
