//! Estimands in words.

use crate::estimand::Estimand;
use crate::unit::Days;

/// The name of an estimand.
pub const fn name(estimand: Estimand) -> &'static str {
    match estimand {
        Estimand::TreatmentPolicy => "treatment policy",
        Estimand::Hypothetical => "hypothetical: nobody leaves",
        Estimand::Composite => "composite: better and still in treatment",
        Estimand::WhileOnTreatment => "while on treatment",
        Estimand::PrincipalStratum => "principal stratum: stay under both",
    }
}

/// What the numbers of an estimand count.
pub const fn unit(estimand: Estimand) -> &'static str {
    match estimand {
        Estimand::Composite => "%",
        _ => "points",
    }
}

/// How to read the table.
pub fn reading(day: Days) -> String {
    format!(
        "what is true on day {}, of scores without rater noise; \u{b1} is the Monte Carlo standard error",
        day.0
    )
}

/// What each question means.
pub const EXPLANATIONS: [&str; 5] = [
    "Treatment policy: the change of everybody, whatever happened; after leaving the course goes on untreated.",
    "Hypothetical: the same in a world where nobody leaves the study; stopping rules stay.",
    "Composite: a response that day; leaving the study or stopping treatment early counts as none.",
    "While on treatment: the change up to the last week on treatment.",
    "Principal stratum: the change of those who stay in the study under A and under B; only a simulation knows them.",
];
