//! One line of the decision log: what the rule saw at a visit, and what it did; and the row that decided.

use crate::engine::log::Entry;
use crate::engine::log::Event;
use crate::engine::observed::Care;
use crate::engine::observed::Observed;
use crate::engine::titrate::Decision;
use crate::engine::titrate::SessionPlan;
use crate::engine::witness::Attendance;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::titration::Report;
use crate::protocol::titration::Row;
use crate::report::number::decimal;
use crate::story::Course;
use crate::story::Story;
use crate::story::Visit;
use crate::words::log;
use crate::words::rule;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The study day.
    pub day: u16,
    /// The dose given; none: no session took place.
    pub dose: Option<String>,
    /// Whether the dose changed.
    pub changed: bool,
    /// What it saw, and what it did.
    pub text: String,
    /// The row that decided, in its own words, and what it was told at the visit before.
    pub row: String,
    /// What the session itself brought, as far as it was reported.
    pub told: String,
    /// What happened and nobody reported; empty where there is nothing.
    pub untold: String,
}

/// The log of a story, a line a visit.
pub fn lines(protocol: &Protocol, story: &Story) -> Vec<Line> {
    let arm = &protocol.arms[story.arm];
    let mut before: Option<&Visit> = None;
    let mut lines = Vec::with_capacity(story.visits.len());
    for visit in &story.visits {
        lines.push(line(protocol, (story, arm), visit, before));
        if visit.given().is_some() {
            before = Some(visit);
        }
    }
    lines
}

fn line(
    protocol: &Protocol,
    (story, arm): (&Story, &Arm),
    visit: &Visit,
    before: Option<&Visit>,
) -> Line {
    let mut text = match (visit.decision(), visit.course) {
        (Some((seen, _)), Course::Began) => start(protocol, arm, seen, visit),
        (Some((seen, decision)), _) => decided(arm, (seen, decision), visit),
        (None, _) => unattended(arm, visit),
    };
    for turn in turns(protocol, story, arm, visit) {
        let gap = if text.is_empty() { "" } else { "; " };
        text = format!("{text}{gap}{turn}");
    }
    Line {
        day: visit.day.0,
        dose: visit.dose.map(|dose| decimal(dose, usize::from(dose.fract() != 0.0))),
        changed: matches!(visit.course, Course::Began | Course::Up | Course::Down),
        text,
        row: visit.decision().map_or_else(String::new, |it| row(protocol, arm, it, before)),
        told: visit.given().map_or_else(String::new, |given| {
            format!("Told after this session: {}.", log::noticed(given))
        }),
        untold: untold(visit),
    }
}

fn start(protocol: &Protocol, arm: &Arm, seen: &Observed, visit: &Visit) -> String {
    let dose = visit.dose.map_or(0.0, |dose| dose);
    let au = decimal(dose, usize::from(dose.fract() != 0.0));
    let rows = arm.titration.rule.start();
    let whom = if rows.len() > 1 {
        let fits = |prior: Option<_>| prior.is_none_or(|prior| prior == seen.prior);
        let row = rows.iter().find(|row| row.baseline.holds(seen.baseline) && fits(row.prior));
        row.map(|row| rule::start_row(row, &protocol.ladder)).unwrap_or_default()
    } else if seen.care == Care::Caution {
        format!("a known risk: starts two rungs lower, at {au} au")
    } else {
        format!("everybody starts at {au} au")
    };
    format!("score {}; {whom}", seen.baseline)
}

/// "18 % better, nothing told: two up".
fn decided(arm: &Arm, (seen, decision): (&Observed, &Decision), visit: &Visit) -> String {
    let rows = arm.titration.rule.rows();
    let row = decision.row.and_then(|row| rows.get(usize::from(row)));
    let mut saw = Vec::new();
    if decision.ceiling.is_some() {
        saw.push("severe event told".to_owned());
    }
    match row {
        Some(row) => saw.extend(looked_at(row, seen, decision)),
        None => saw.push(better(visit.improvement)),
    }
    if saw.is_empty() {
        saw.push(better(visit.improvement));
    }
    format!("{}: {}", saw.join(", "), done(row, seen, decision))
}

/// What a row looked at, and what it saw.
fn looked_at(row: &Row, seen: &Observed, decision: &Decision) -> Vec<String> {
    let mut saw = Vec::new();
    if !row.improvement.is_any() {
        saw.push(better(seen.improvement()));
    }
    if !row.reported.is_any() && decision.ceiling.is_none() {
        saw.push(told(seen.report()).to_owned());
    }
    if !row.sessions.is_any() && row.improvement.is_any() && row.reported.is_any() {
        saw.push(match if decision.ceiling.is_some() { 0 } else { seen.since_change } {
            0 => "just begun".to_owned(),
            1 => "1 session since change".to_owned(),
            n => format!("{n} sessions since change"),
        });
    }
    saw.extend((!row.weeks.is_any()).then(|| format!("week {}", seen.week)));
    saw.extend(row.phase.map(|phase| rule::phase(phase).to_owned()));
    saw.extend(row.prior.map(|prior| rule::prior(prior).to_owned()));
    saw
}

/// "18 % better", "4 % worse".
fn better(improvement: f64) -> String {
    let word = if improvement < -0.005 { "worse" } else { "better" };
    format!("{}\u{a0}% {word}", decimal(100.0 * improvement.abs(), 0))
}

const fn told(report: Report) -> &'static str {
    match report {
        Report::Nothing => "nothing told",
        Report::Mild => "mild event told",
        Report::Moderate => "moderate event told",
        Report::Severe => "severe event told",
    }
}

fn done(row: Option<&Row>, seen: &Observed, decision: &Decision) -> String {
    let words = |n: u8| match n {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        n => n.to_string(),
    };
    let (from, to) = (seen.rung.0, decision.rung.0);
    match decision.session {
        SessionPlan::Stop => "treatment stops".to_owned(),
        SessionPlan::Hold => "no session today".to_owned(),
        SessionPlan::Washout(days) => format!("{} days without sessions", days.0),
        SessionPlan::Give if to > from => format!("{} up", words(to - from)),
        SessionPlan::Give if to < from => format!("{} down", words(from - to)),
        SessionPlan::Give if row.is_some_and(|row| !row.sessions.is_any()) => "wait".to_owned(),
        SessionPlan::Give => "stay".to_owned(),
    }
}

/// A visit without a decision: a session that was not given, or a check-up alone.
fn unattended(arm: &Arm, visit: &Visit) -> String {
    let session = visit.events.iter().find_map(|event| match event {
        Event::Attended(_, attendance) => Some(attendance),
        _ => None,
    });
    match session {
        Some(Attendance::Missed) => "did not come".to_owned(),
        Some(Attendance::Held) => format!("{}: put off by two days", log::pressure(arm)),
        Some(Attendance::Lost) => format!("{} again: no session", log::pressure(arm)),
        Some(Attendance::Given(_)) => better(visit.improvement),
        None => visit.events.iter().find_map(|event| assessed(event, visit)).unwrap_or_default(),
    }
}

fn assessed(event: &Event, visit: &Visit) -> Option<String> {
    match event {
        Event::Assessed(Some(score)) => {
            Some(format!("score {score}, {}", better(visit.improvement)))
        }
        Event::Assessed(None) => Some("check-up missed".to_owned()),
        _ => None,
    }
}

/// What turned the course on this day.
fn turns(protocol: &Protocol, story: &Story, arm: &Arm, visit: &Visit) -> Vec<String> {
    let turn =
        |event: &&Event| matches!(event, Event::Noted(_) | Event::Stopped(_) | Event::Left(_));
    let words = |event: &Event| {
        let entry = Entry { day: visit.day, event: *event };
        log::seen(protocol, arm, &entry, story.outcome.baseline())
    };
    visit.events.iter().filter(turn).filter_map(words).collect()
}

/// The row in quotation marks.
fn row(
    protocol: &Protocol,
    arm: &Arm,
    (_, decision): (&Observed, &Decision),
    before: Option<&Visit>,
) -> String {
    let rows = arm.titration.rule.rows();
    let mut all = Vec::new();
    if decision.ceiling.is_some() {
        all.push("The monitoring lowers dose and ceiling after a severe event.".to_owned());
    }
    let place = decision.row.map(usize::from);
    all.push(match place.and_then(|place| Some((place, rows.get(place)?))) {
        Some((place, row)) => {
            format!("Row {}: \u{201c}{}\u{201d}.", place + 1, rule::row(row, &protocol.ladder))
        }
        None if rows.is_empty() => "The dose is fixed: nothing that is told changes it.".to_owned(),
        None => "No row fits: the dose stays.".to_owned(),
    });
    if let Some((visit, given)) = before.and_then(|visit| Some((visit, visit.given()?))) {
        all.push(format!("On day {} it was told: {}.", visit.day.0, log::noticed(given)));
    }
    all.join(" ")
}

fn untold(visit: &Visit) -> String {
    let mut all = Vec::new();
    all.extend(visit.given().and_then(log::unnoticed));
    if visit.events.contains(&Event::MisuseBegan) {
        all.push("misuse begins".to_owned());
    }
    if all.is_empty() { String::new() } else { format!("Nobody reported: {}.", all.join(", ")) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::scenario::library;
    use crate::scenario::parse;
    use crate::story::cast::Cast;
    use crate::stream::Seed;
    use crate::words::watch::capital;

    fn cast(name: &str) -> Cast {
        let protocol = parse(library::find(name).unwrap().text).unwrap().protocol;
        Cast::new(&protocol, Seed(2059), |design, arm| capital(&rule::label(design, arm)))
    }

    #[track_caller]
    fn check(name: &str, (arm, person): (usize, usize), day: u16, expected: [&str; 2]) {
        let cast = cast(name);
        let story = Story::of(&cast, person, arm).unwrap();
        let lines = lines(&cast.ready.protocol, &story);
        let line = lines.into_iter().find(|line| line.day == day).unwrap();
        assert_eq!([line.text.as_str(), line.row.as_str()], expected);
    }

    #[test]
    fn a_line_says_what_the_row_looked_at_and_what_it_did() {
        check(
            "start-low",
            (2, 1),
            14,
            [
                "9\u{a0}% better, nothing told: two up",
                "Row 4: \u{201c}improvement below 25 %, no adverse event: up two rungs\u{201d}. On day 10 it was \
                 told: nothing noticed.",
            ],
        );
        let row = "Row 2: \u{201c}sessions since the last change below 2: stay\u{201d}. On day 7 it was told: nothing \
                   noticed.";
        check("start-low", (2, 1), 10, ["1 session since change: wait", row]);
        check("start-low", (2, 1), 52, ["did not come", ""]);
        check(
            "dose-arms",
            (2, 0),
            0,
            [
                "score 38; everybody starts at 80 au",
                "The dose is fixed: nothing that is told changes it.",
            ],
        );
    }

    #[test]
    fn turns_of_the_course_have_lines_of_their_own() {
        let relapse = "score 35, 8\u{a0}% better; a relapse: two scores of 22 or more in a row; a rescue begins: four \
                       sessions at the pace of the induction";
        check("start-low", (3, 0), 84, [relapse, ""]);
    }

    /// No line is empty, and what nobody reported stands nowhere but in its own place.
    #[test]
    fn every_visit_has_words_under_every_rule() {
        for entry in library::all() {
            let cast = cast(entry.name);
            for arm in 0..cast.ready.protocol.arms.len() {
                for person in 0..4.min(cast.people.len()) {
                    let story = Story::of(&cast, person, arm).unwrap();
                    let lines = lines(&cast.ready.protocol, &story);
                    assert_eq!(lines.len(), story.visits.len());
                    for line in &lines {
                        let whole = format!("{} {} {}", line.text, line.row, line.told);
                        assert!(!line.text.is_empty(), "{} {arm} {person} {line:?}", entry.name);
                        assert!(!whole.contains("NaN") && !whole.contains("Nobody"), "{whole}");
                    }
                }
            }
        }
    }
}
