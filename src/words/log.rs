//! The decision log in words that a student reads.

use super::rule;
use crate::engine::adverse::Grade;
use crate::engine::adverse::Kind;
use crate::engine::log::Entry;
use crate::engine::log::Event;
use crate::engine::observed::Observed;
use crate::engine::observed::improvement;
use crate::engine::outcome::Continuation;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Stable;
use crate::engine::outcome::Stopping;
use crate::engine::titrate::Decision;
use crate::engine::witness::Attendance;
use crate::engine::witness::Given;
use crate::engine::witness::Note;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::report::number::decimal;

/// When it was: "week 3, day 21".
pub fn when(entry: &Entry) -> String {
    format!("week {}, day {}", entry.day.0 / 7, entry.day.0)
}

/// What could be seen of an entry, in words; none for what nobody saw. `baseline` is the score of day 0.
pub fn seen(design: &Design, arm: &Arm, entry: &Entry, baseline: u8) -> Option<String> {
    let text = match &entry.event {
        Event::Assessed(None) => "check-up missed".to_owned(),
        Event::Assessed(Some(score)) if entry.day.0 == 0 => format!("score {score} at the start"),
        Event::Assessed(Some(score)) => {
            let better = decimal(100.0 * improvement(baseline, *score), 0);
            format!("score {score}, improvement {better} %")
        }
        Event::Decided(seen, decision) => decided(design, arm, seen, decision),
        Event::Attended(rung, attendance) => {
            attended(&rule::dose(&design.ladder, *rung), attendance, arm)
        }
        Event::Noted(note) => noted(*note),
        Event::Stopped(why) => format!("treatment stops: {}", stopping(*why)),
        Event::Left(why) => format!("leaves the study: {}", leaving(*why)),
        Event::MisuseBegan => return None,
    };
    Some(text)
}

/// The row that decided with what was seen of it, then what is done: "improvement 18 % < 25 %, no adverse event,
/// 2 sessions since the last change ≥ 2: up two rungs to 100 au".
fn decided(design: &Design, arm: &Arm, seen: &Observed, decision: &Decision) -> String {
    let rows = arm.titration.rule.rows();
    let mut before = *seen;
    let mut reduced = String::new();
    if let Some(ceiling) = decision.ceiling {
        let dose = rule::dose(&design.ladder, ceiling);
        reduced = format!(
            "a severe event was noticed, so the monitoring lowers dose and ceiling to {dose}; "
        );
        before = Observed { rung: ceiling, grade: 0, since_change: 0, ..before };
    }
    let row = decision.row.and_then(|row| rows.get(usize::from(row)));
    let why = match row {
        Some(row) => rule::met(row, &before, &design.ladder),
        None if rows.is_empty() => Vec::new(),
        None => rule::seen(&before),
    };
    let done = rule::done(decision, &before, &design.ladder);
    let number = decision.row.map_or(String::new(), |row| format!(" (row {})", row + 1));
    match why.as_slice() {
        [] => format!("{reduced}{done}{number}"),
        _ => format!("{reduced}{}: {done}{number}", why.join(", ")),
    }
}

fn attended(dose: &str, attendance: &Attendance, arm: &Arm) -> String {
    match attendance {
        Attendance::Missed => "session missed".to_owned(),
        Attendance::Held => format!("{}: session held for two days", pressure(arm)),
        Attendance::Lost => format!("{} again: session lost", pressure(arm)),
        Attendance::Given(given) => format!("session at {dose}: {}", noticed(given)),
    }
}

pub(super) fn pressure(arm: &Arm) -> String {
    match arm.monitoring.hold_at {
        Some(limit) => format!("blood pressure {} or above", limit.get()),
        None => "blood pressure too high".to_owned(),
    }
}

/// What was noticed of a session.
pub(super) fn noticed(given: &Given) -> String {
    let mut events = named(given.detected);
    if given.serious {
        events.push("a serious event".to_owned());
    }
    if events.is_empty() { "nothing noticed".to_owned() } else { events.join(", ") }
}

/// What happened in a session and was not noticed; none if there is nothing.
pub fn unnoticed(given: &Given) -> Option<String> {
    let missed =
        std::array::from_fn(|kind| if given.detected[kind] == 0 { given.truth[kind] } else { 0 });
    let mut events = named(missed);
    if given.unobserved {
        events.push("something moderate or worse outlasted the observation".to_owned());
    }
    (!events.is_empty()).then(|| events.join(", "))
}

pub(super) fn named(grades: [Grade; 4]) -> Vec<String> {
    let words = |(kind, grade): (Kind, Grade)| {
        let grade = ["", "mild", "moderate", "severe"][usize::from(grade)];
        format!("{grade} {}", event(kind))
    };
    Kind::ALL.into_iter().zip(grades).filter(|(_, grade)| *grade > 0).map(words).collect()
}

/// The name of a kind of event.
pub const fn event(kind: Kind) -> &'static str {
    match kind {
        Kind::Nausea => "nausea",
        Kind::Dizziness => "dizziness",
        Kind::Dissociation => "dissociation",
        Kind::Pressure => "high blood pressure",
    }
}

fn noted(note: Note) -> String {
    match note {
        Note::Relapse => "a relapse: two scores of 22 or more in a row".to_owned(),
        Note::Rescue => "a rescue begins: four sessions at the pace of the induction".to_owned(),
        Note::Spaced(days) => format!("from here one session every {} days", days.0),
        Note::Maintenance(Some(days)) => {
            format!("maintenance begins: the next session in {} days", days.0)
        }
        Note::Maintenance(None) => "the planned sessions are complete".to_owned(),
        Note::Withdrawal(stable, continuation) => {
            let stable = match stable {
                Stable::Remitter => "stable and nearly well",
                Stable::Responder => "stable and better",
            };
            match continuation {
                Continuation::Continues => format!("{stable}: treatment goes on"),
                Continuation::Stops => format!("{stable}: treatment stops"),
            }
        }
    }
}

/// Why treatment stopped.
pub const fn stopping(why: Stopping) -> &'static str {
    match why {
        Stopping::Worsening => "two scores in a row a quarter worse than at the start",
        Stopping::SevereEvents => "too many severe events noticed",
        Stopping::SeriousEvent => "a serious event",
        Stopping::Misuse => "misuse noticed",
        Stopping::NonResponse => "less than 25 % better after the induction",
        Stopping::CourseEnded => "as planned",
        Stopping::Rule => "the rule says so",
        Stopping::Withdrawn => "chosen to stop",
    }
}

/// Why somebody left.
pub const fn leaving(why: Leaving) -> &'static str {
    match why {
        Leaving::LackOfEfficacy => "it did not help",
        Leaving::AdverseEvent => "an adverse event",
        Leaving::Administrative => "other reasons",
    }
}
