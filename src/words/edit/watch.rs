//! The parts of the monitoring, in words.

use super::number::typed_decimals;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::report::number::decimal;
use crate::unit::Days;
use crate::unit::Hours;
use crate::unit::Pressure;

/// Days between assessments.
pub fn assess_every(Days(days): Days) -> String {
    format!("every {days} days")
}

/// Whether there is an assessment on day 1.
pub const fn day_one(day: DayOne) -> &'static str {
    match day {
        DayOne::Assess => "also",
        DayOne::Skip => "not",
    }
}

/// Hours of observation.
pub fn observe(hours: Hours) -> String {
    let hours = hours.get();
    if (hours - 1.0).abs() < 1e-9 {
        return "1 hour".to_owned();
    }
    format!("{} hours", decimal(hours, typed_decimals(hours)))
}

/// The pressure at which a session is put off.
pub fn hold_at(limit: Option<Pressure>) -> String {
    limit.map_or_else(|| "never".to_owned(), |limit| format!("from {} on", decimal(limit.get(), 0)))
}

/// How events come to light.
pub const fn elicitation(how: Elicitation) -> &'static str {
    match how {
        Elicitation::Spontaneous => "noted when people tell",
        Elicitation::Solicited => "asked for at every visit",
    }
}

/// Days between misuse screens.
pub fn screens(every: Option<Days>) -> String {
    every.map_or_else(|| "never".to_owned(), |Days(days)| format!("every {days} days"))
}

/// After how many severe events treatment stops.
pub fn stop_after(events: Option<u8>) -> String {
    match events {
        None => "never".to_owned(),
        Some(1) => "after one reported".to_owned(),
        Some(2) => "after two reported".to_owned(),
        Some(n) => format!("after {n} reported"),
    }
}

/// What two much worse scores in a row lead to.
pub const fn worsening(policy: WorseningPolicy) -> &'static str {
    match policy {
        WorseningPolicy::Continue => "goes on",
        WorseningPolicy::Stop => "stops",
    }
}

/// What a severe event leads to before the rule is asked.
pub const fn tolerability(policy: TolerabilityPolicy) -> &'static str {
    match policy {
        TolerabilityPolicy::Continue => "the rule decides",
        TolerabilityPolicy::Reduce => "the dose goes one step down and stays at most there",
    }
}

/// The nine parts in a sentence: what stands before each, and after the last.
pub const SENTENCE: [&str; 10] = [
    "Scores are taken ",
    ", and ",
    " on day 1. After a session people stay for ",
    ". A session waits for high blood pressure ",
    ". Events are ",
    ". Misuse is screened for ",
    ". Treatment stops for severe events ",
    ". When two scores in a row are much worse, treatment ",
    ". After a severe event ",
    ".",
];

/// The nine parts as terms of a table.
pub const TERMS: [&str; 9] = [
    "Scores are taken",
    "Score on day 1",
    "Observation after a session",
    "A session waits for blood pressure",
    "Events are",
    "Misuse screens",
    "Treatment stops for severe events",
    "After two much worse scores, treatment",
    "After a severe event",
];
