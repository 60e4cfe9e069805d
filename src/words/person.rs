//! A person in words.

use super::rule;
use crate::engine::candidate::Candidate;
use crate::engine::screening::Exclusion;
use crate::protocol::population::Comedication;
use crate::protocol::population::Severity;
use crate::report::number::decimal;

/// The person in one line of what a history would tell.
pub fn history(person: &Candidate) -> String {
    let severity = match person.severity {
        Severity::Mild => "mild",
        Severity::Moderate => "moderate",
        Severity::Severe => "severe",
    };
    let comedication = match person.comedication {
        Comedication::None => "no other medication that matters",
        Comedication::Blunting => "co-medication A, which blunts the effect",
        Comedication::Inhibiting => "co-medication B, which slows clearance",
    };
    format!(
        "{severity} symptoms for {} months; {}; {comedication}; {} years, {} kg, usual systolic pressure {}",
        decimal(person.episode, 0),
        rule::prior(person.prior),
        decimal(person.age, 0),
        decimal(person.weight, 0),
        decimal(person.systolic, 0),
    )
}

/// The person's risks, if any.
pub fn risks(person: &Candidate) -> Option<String> {
    let flags = &person.flags;
    let all = [
        (flags.pressure, "high blood pressure"),
        (flags.psychosis, "psychosis-like history"),
        (flags.substance, "substance history"),
    ];
    let named: Vec<&str> = all.into_iter().filter(|(has, _)| *has).map(|(_, name)| name).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// What nobody in a study could know of the person.
pub fn beneath(person: &Candidate) -> String {
    let metabolism = ["slow", "typical", "fast"][person.metaboliser_class];
    let tolerance =
        if person.tol > 0.1 { "; the effect wears off when sessions are dense" } else { "" };
    format!(
        "trait level {} points; {metabolism} metabolism; the drug could take away {} % of the symptoms at most, \
         half of that at an exposure of {}; susceptibility to adverse events {}{tolerance}",
        decimal(person.b, 1),
        decimal(100.0 * person.emax, 0),
        decimal(person.ec50, 1),
        decimal(person.sus, 1),
    )
}

/// Why somebody is not enrolled.
pub const fn exclusion(why: Exclusion) -> &'static str {
    match why {
        Exclusion::Score => "the screening score is too low",
        Exclusion::Pressure => "blood pressure",
        Exclusion::Psychosis => "a psychosis-like history",
        Exclusion::Substance => "a substance history",
    }
}
