//! The names of groups of people.

use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::report::number::decimal;
use crate::subgroup::Grouping;
use crate::subgroup::Groups;

/// What people are divided by, as a heading.
pub const fn heading(by: Grouping) -> &'static str {
    match by {
        Grouping::Prior => "By earlier treatment",
        Grouping::Severity => "By severity",
        Grouping::Weight => "By weight, thirds of the candidates",
        Grouping::Comedication => "By co-medication",
        Grouping::Metaboliser => "By metabolism",
        Grouping::Flag => "By risk",
        Grouping::FinalDose => "By the dose of the last session",
    }
}

/// The name of a group, counted from 0.
pub fn name(groups: &Groups, protocol: &Protocol, group: usize) -> String {
    let of = |words: &[&str]| words.get(group).copied().unwrap_or_default().to_owned();
    match groups.by {
        Grouping::Prior => of(&["none before", "partial response", "non-response"]),
        Grouping::Severity => of(&["mild", "moderate", "severe"]),
        Grouping::Weight => weight(groups.thirds(), group),
        Grouping::Comedication => of(&["none", "A, blunts the effect", "B, slows clearance"]),
        Grouping::Metaboliser => of(&["slow", "typical", "fast"]),
        Grouping::Flag => {
            of(&["none", "blood pressure", "psychosis-like", "substance history", "several"])
        }
        Grouping::FinalDose if group < protocol.ladder.0.len() => {
            let rung = Rung(u8::try_from(group).unwrap_or(u8::MAX));
            format!("{} au", protocol.ladder.dose(rung))
        }
        Grouping::FinalDose => "no session".to_owned(),
    }
}

fn weight([light, heavy]: [f64; 2], group: usize) -> String {
    let [light, heavy] = [light, heavy].map(|kg| decimal(kg, 1));
    match group {
        0 => format!("light, below {light} kg"),
        1 => format!("middle, {light} to {heavy} kg"),
        _ => format!("heavy, {heavy} kg and above"),
    }
}
