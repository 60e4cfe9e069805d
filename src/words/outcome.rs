//! The endpoints in plain words, their units, and their numbers as a person reads them.

use crate::endpoint::Endpoint;
use crate::endpoint::Theme;
use crate::report::number;
use crate::tally::Estimate;
use crate::unit::Days;

/// What the numbers of an endpoint count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People of a hundred.
    Percent,
    /// Points of the symptom score.
    Points,
    /// Events of a hundred people.
    EventsPer100,
    /// Sessions.
    Sessions,
    /// Arbitrary units of dose.
    ArbitraryUnits,
    /// Hours.
    Hours,
    /// Invented cost units.
    CostUnits,
    /// The scale of the utility.
    Utility,
    /// Days.
    Days,
    /// Rescues.
    Rescues,
}

impl Unit {
    /// The unit of an endpoint.
    pub const fn of(endpoint: Endpoint) -> Self {
        match endpoint {
            Endpoint::Change(_) => Self::Points,
            Endpoint::SeverePer100
            | Endpoint::ReportedSeverePer100
            | Endpoint::UnobservedPer100
            | Endpoint::FalseHoldsPer100 => Self::EventsPer100,
            Endpoint::DetectionDelay | Endpoint::MisuseDelay => Self::Days,
            Endpoint::Rescues => Self::Rescues,
            Endpoint::Sessions => Self::Sessions,
            Endpoint::DosePerSession => Self::ArbitraryUnits,
            Endpoint::Hours => Self::Hours,
            Endpoint::Cost => Self::CostUnits,
            Endpoint::Utility => Self::Utility,
            _ => Self::Percent,
        }
    }

    /// The factor between the endpoint's own scale and the one that is shown: 100 for a percentage.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Percent => 100.0,
            _ => 1.0,
        }
    }

    /// Its sign or abbreviation; empty for what is only counted.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Points => "points",
            Self::EventsPer100 => "per 100",
            Self::Sessions | Self::Utility | Self::Rescues => "",
            Self::Days => "days",
            Self::ArbitraryUnits => "au",
            Self::Hours => "h",
            Self::CostUnits => "cu",
        }
    }
}

/// The heading over the endpoints of a theme.
pub const fn heading(theme: Theme) -> &'static str {
    match theme {
        Theme::Benefit => "How people fare",
        Theme::Leaving => "Who leaves and who stops",
        Theme::Happened => "What happened",
        Theme::Noticed => "What was noticed",
        Theme::Burden => "What it took",
    }
}

/// The name of an endpoint in plain words: "better on day 28 (of those seen)".
pub fn name(endpoint: Endpoint) -> String {
    match endpoint {
        Endpoint::Change(Days(day)) => format!("change of score by day {day}"),
        Endpoint::Response(Days(day)) => format!("better on day {day} (of those seen)"),
        Endpoint::Remission(Days(day)) => format!("nearly well on day {day} (of those seen)"),
        Endpoint::ResponseNri(Days(day)) => format!("better on day {day} (of all people)"),
        other => plain(other).to_owned(),
    }
}

const fn plain(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Change(_) => "change of score",
        Endpoint::Response(_) | Endpoint::ResponseNri(_) => "better",
        Endpoint::Remission(_) => "nearly well",
        Endpoint::Dropout => "left early",
        Endpoint::DropoutLackOfEfficacy => "left early: it did not help",
        Endpoint::DropoutAdverseEvent => "left early: an adverse event",
        Endpoint::DropoutAdministrative => "left early: other reasons",
        Endpoint::ReportedNausea => "nausea noticed",
        Endpoint::ReportedDizziness => "dizziness noticed",
        Endpoint::ReportedDissociation => "dissociation noticed",
        Endpoint::ReportedBloodPressure => "high blood pressure noticed",
        Endpoint::TrueAnySevere => "a severe event, noticed or not",
        Endpoint::SeverePer100 => "severe events in 100 people",
        Endpoint::SeriousAdverseEvent => "a serious event",
        Endpoint::Misuse => "began to misuse",
        Endpoint::Sessions => "sessions given",
        Endpoint::DosePerSession => "dose in a session",
        Endpoint::Hours => "hours spent",
        Endpoint::Cost => "cost, invented units",
        Endpoint::Utility => "utility",
        Endpoint::SustainedResponse => "better at the last two visits",
        Endpoint::TimeAveragedBenefit => "benefit over the whole time",
        Endpoint::Relapse => "a relapse",
        Endpoint::Rescues => "rescues",
        Endpoint::Discontinued => "treatment stopped early",
        Endpoint::TrueNausea => "nausea, noticed or not",
        Endpoint::TrueDizziness => "dizziness, noticed or not",
        Endpoint::TrueDissociation => "dissociation, noticed or not",
        Endpoint::TrueBloodPressure => "high blood pressure, noticed or not",
        Endpoint::TrueAnyModerate => "a moderate or severe event, noticed or not",
        Endpoint::ReportedAnyModerate => "a moderate or severe event noticed",
        Endpoint::ReportedAnySevere => "a severe event noticed",
        Endpoint::ReportedSeverePer100 => "severe events noticed in 100 people",
        Endpoint::UnobservedPer100 => "events after people had left, in 100 people",
        Endpoint::NeverDetected => "moderate or severe events never noticed",
        Endpoint::DetectionDelay => "days until one was noticed",
        Endpoint::MisuseDetected => "misuse noticed",
        Endpoint::MisuseDelay => "days until misuse was noticed",
        Endpoint::FalseHoldsPer100 => "sessions held without need, in 100 people",
        Endpoint::FalseStop => "treatment stopped without need",
    }
}

/// One line on what an endpoint means, where the name alone could mislead.
pub const fn meaning(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Change(_) => "observed score minus that of day 0; below zero is better",
        Endpoint::Response(_) => "the observed score fell by at least half",
        Endpoint::ResponseNri(_) => {
            "the observed score fell by at least half; a missing score counts as not better"
        }
        Endpoint::Remission(_) => "an observed score of 12 or less",
        Endpoint::Dropout
        | Endpoint::DropoutLackOfEfficacy
        | Endpoint::DropoutAdverseEvent
        | Endpoint::DropoutAdministrative => "left the study before its last day",
        Endpoint::ReportedNausea
        | Endpoint::ReportedDizziness
        | Endpoint::ReportedDissociation
        | Endpoint::ReportedBloodPressure => "came to light at least once",
        Endpoint::TrueNausea
        | Endpoint::TrueDizziness
        | Endpoint::TrueDissociation
        | Endpoint::TrueBloodPressure
        | Endpoint::TrueAnyModerate
        | Endpoint::TrueAnySevere => "at least one; the simulation knows also what nobody saw",
        Endpoint::SeverePer100 | Endpoint::ReportedSeverePer100 => {
            "each kind in each session counts once"
        }
        Endpoint::SeriousAdverseEvent | Endpoint::Misuse => "at least once, noticed or not",
        Endpoint::Sessions => "mean of all people",
        Endpoint::DosePerSession => "mean of the people with at least one session",
        Endpoint::Hours => "sessions, observation and assessments",
        Endpoint::Cost => "sessions, assessments, checks, screens and serious events",
        Endpoint::Utility => "benefit minus harm and time, by the weights of the scenario",
        Endpoint::SustainedResponse => "of people with two scores after day 0",
        Endpoint::TimeAveragedBenefit => {
            "share of the symptoms that is gone, mean over the weeks, also after people left"
        }
        Endpoint::Relapse => "two scores of 22 or more in a row after being better",
        Endpoint::Rescues => "mean of all people; four sessions at the pace of the induction",
        Endpoint::Discontinued => "while the study went on",
        Endpoint::ReportedAnyModerate | Endpoint::ReportedAnySevere => {
            "came to light at least once; fewer noticed is not fewer"
        }
        Endpoint::UnobservedPer100 => {
            "sessions with something moderate or severe that outlasted the observation"
        }
        Endpoint::NeverDetected => "of people who truly had one",
        Endpoint::DetectionDelay => {
            "from the first moderate or severe event to the first one noticed; of people with both"
        }
        Endpoint::MisuseDetected => "of people in whom it began",
        Endpoint::MisuseDelay => "from its onset; of people with both",
        Endpoint::FalseHoldsPer100 => {
            "the reading was too high by chance, the usual pressure lies below the limit"
        }
        Endpoint::FalseStop => {
            "for scores that looked worse, or not better, than the person truly was"
        }
    }
}

/// An estimate with its Monte Carlo standard error in the unit of the endpoint: "44.1 ± 0.6".
pub fn shown(endpoint: Endpoint, estimate: Estimate) -> String {
    shown_in(Unit::of(endpoint), estimate)
}

/// An estimate with its Monte Carlo standard error in a unit.
///
/// A share of nobody or of everybody has no such error, and the people are counted instead: "0 of 15".
pub fn shown_in(unit: Unit, estimate: Estimate) -> String {
    if unit == Unit::Percent && estimate.mcse == 0.0 {
        let n = number::whole(estimate.n);
        let none = estimate.estimate < 0.5;
        return if none { format!("0 of {n}") } else { format!("{n} of {n}") };
    }
    let factor = unit.factor();
    number::with_error(estimate, factor, decimals(factor * estimate.mcse))
}

/// A difference with its Monte Carlo standard error in a unit; where nobody differs, that is said.
pub fn difference_in(unit: Unit, difference: Estimate) -> String {
    if difference.mcse == 0.0 && difference.estimate == 0.0 {
        return "the same".to_owned();
    }
    let factor = unit.factor();
    number::with_error(difference, factor, decimals(factor * difference.mcse))
}

/// As many decimals as the error allows, one at least and four at most.
pub fn decimals(mcse: f64) -> usize {
    match mcse {
        error if error <= 0.0 || error >= 0.05 => 1,
        error if error >= 0.005 => 2,
        error if error >= 0.0005 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_day() {
        assert_eq!(name(Endpoint::Change(Days(28))), "change of score by day 28");
        assert_eq!(name(Endpoint::ResponseNri(Days(84))), "better on day 84 (of all people)");
    }

    #[test]
    fn shares_are_percentages_and_small_errors_get_their_digits() {
        let share = Estimate { estimate: 0.441, mcse: 0.0056, n: 8000 };
        assert_eq!(shown(Endpoint::Dropout, share), "44.1 \u{b1} 0.6");
        let change = Estimate { estimate: -12.345, mcse: 0.0123, n: 1_000_000 };
        assert_eq!(shown(Endpoint::Change(Days(28)), change), "\u{2212}12.35 \u{b1} 0.01");
        assert_eq!([0.0, 0.05, 0.006, 0.0006, 1e-9].map(decimals), [1, 1, 2, 3, 4]);
    }
}
