//! What is counted of every person, by name: the endpoints. Knows what an outcome holds, not how it came about.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::adverse::Kind;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;
use crate::unit::Days;

/// Something that is counted or measured of every person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Endpoint {
    /// Change of the observed score from baseline, points; of people observed that day.
    Change(Days),
    /// At least 50 % fall of the observed score; of people observed that day.
    Response(Days),
    /// Observed score 12 or less; of people observed that day.
    Remission(Days),
    /// Response with a missing score counted as none (non-responder imputation); of everybody.
    ResponseNri(Days),
    /// Left the study before the last day.
    Dropout,
    /// ... for lack of efficacy.
    DropoutLackOfEfficacy,
    /// ... because of an adverse event.
    DropoutAdverseEvent,
    /// ... for other reasons.
    DropoutAdministrative,
    /// Nausea detected at least once; and so on.
    ReportedNausea,
    /// Dizziness detected at least once.
    ReportedDizziness,
    /// Dissociation detected at least once.
    ReportedDissociation,
    /// High blood pressure detected at least once.
    ReportedBloodPressure,
    /// At least one truly severe event, detected or not.
    TrueAnySevere,
    /// Truly severe events per 100 people.
    SeverePer100,
    /// At least one serious adverse event.
    SeriousAdverseEvent,
    /// Onset of misuse.
    Misuse,
    /// Sessions given.
    Sessions,
    /// Mean dose of the sessions given, au; of people with at least one.
    DosePerSession,
    /// Hours spent.
    Hours,
    /// Cost, cu.
    Cost,
    /// Utility.
    Utility,
}

/// How an endpoint is summarised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A share of people: `mcse = sqrt(p (1 - p) / n)`.
    Proportion,
    /// A mean over people: `mcse = sd / sqrt(n)`.
    Mean,
}

/// Days on which scores are reported, where the study reaches them.
const DAYS: [u16; 7] = [1, 14, 28, 56, 84, 182, 364];

impl Endpoint {
    /// The endpoints of a study, in the order of a report.
    pub fn of(protocol: &Protocol) -> Vec<Self> {
        let last = protocol.horizon;
        let mut days: Vec<Days> = DAYS.map(Days).into_iter().filter(|day| *day <= last).collect();
        if !days.contains(&last) {
            days.push(last);
        }
        let late = || days.iter().copied().filter(|day| day.0 > 1);
        let mut all: Vec<Self> = days.iter().copied().map(Self::Change).collect();
        all.extend(late().map(Self::Response));
        all.extend(late().map(Self::Remission));
        all.push(Self::ResponseNri(last));
        all.extend(REST);
        all
    }

    /// The name of the endpoint in files: `response_day_84`.
    pub fn id(self) -> String {
        match self {
            Self::Change(day) => format!("change_day_{}", day.0),
            Self::Response(day) => format!("response_day_{}", day.0),
            Self::Remission(day) => format!("remission_day_{}", day.0),
            Self::ResponseNri(day) => format!("response_nri_day_{}", day.0),
            other => other.plain_id().to_owned(),
        }
    }

    const fn plain_id(self) -> &'static str {
        match self {
            Self::Change(_) => "change",
            Self::Response(_) => "response",
            Self::Remission(_) => "remission",
            Self::ResponseNri(_) => "response_nri",
            Self::Dropout => "dropout",
            Self::DropoutLackOfEfficacy => "dropout_lack_of_efficacy",
            Self::DropoutAdverseEvent => "dropout_adverse_event",
            Self::DropoutAdministrative => "dropout_administrative",
            Self::ReportedNausea => "reported_nausea",
            Self::ReportedDizziness => "reported_dizziness",
            Self::ReportedDissociation => "reported_dissociation",
            Self::ReportedBloodPressure => "reported_blood_pressure",
            Self::TrueAnySevere => "true_any_severe",
            Self::SeverePer100 => "severe_per_100",
            Self::SeriousAdverseEvent => "serious_adverse_event",
            Self::Misuse => "misuse",
            Self::Sessions => "sessions",
            Self::DosePerSession => "dose_per_session",
            Self::Hours => "hours",
            Self::Cost => "cost",
            Self::Utility => "utility",
        }
    }

    /// How it is summarised.
    pub const fn scale(self) -> Scale {
        match self {
            Self::Change(_)
            | Self::SeverePer100
            | Self::Sessions
            | Self::DosePerSession
            | Self::Hours
            | Self::Cost
            | Self::Utility => Scale::Mean,
            _ => Scale::Proportion,
        }
    }

    /// The value of one person; none when it was not observed.
    pub fn value(self, outcome: &Outcome, protocol: &Protocol) -> Option<f64> {
        let left = |why| outcome.left_early(protocol.horizon, why);
        let truth = match self {
            Self::Change(day) => return outcome.change(day),
            Self::Response(day) => return outcome.response(day).map(share),
            Self::Remission(day) => return outcome.remission(day).map(share),
            Self::Sessions => return Some(f64::from(outcome.given)),
            Self::SeverePer100 => return Some(100.0 * f64::from(outcome.count(3))),
            Self::Hours => return Some(outcome.hours),
            Self::Cost => return Some(outcome.cost),
            Self::DosePerSession => {
                return (outcome.given > 0).then(|| outcome.dose / f64::from(outcome.given));
            }
            Self::Utility => {
                return Some(outcome.utility(&protocol.world.utility, protocol.horizon));
            }
            Self::ResponseNri(day) => outcome.response(day) == Some(true),
            Self::Dropout => left(None),
            Self::DropoutLackOfEfficacy => left(Some(Leaving::LackOfEfficacy)),
            Self::DropoutAdverseEvent => left(Some(Leaving::AdverseEvent)),
            Self::DropoutAdministrative => left(Some(Leaving::Administrative)),
            Self::ReportedNausea => outcome.reported(Kind::Nausea as usize),
            Self::ReportedDizziness => outcome.reported(Kind::Dizziness as usize),
            Self::ReportedDissociation => outcome.reported(Kind::Dissociation as usize),
            Self::ReportedBloodPressure => outcome.reported(Kind::Pressure as usize),
            Self::TrueAnySevere => outcome.count(3) > 0,
            Self::SeriousAdverseEvent => outcome.serious > 0,
            Self::Misuse => outcome.misuse.is_some(),
        };
        Some(share(truth))
    }
}

const fn share(truth: bool) -> f64 {
    if truth { 1.0 } else { 0.0 }
}

const REST: [Endpoint; 17] = [
    Endpoint::Dropout,
    Endpoint::DropoutLackOfEfficacy,
    Endpoint::DropoutAdverseEvent,
    Endpoint::DropoutAdministrative,
    Endpoint::ReportedNausea,
    Endpoint::ReportedDizziness,
    Endpoint::ReportedDissociation,
    Endpoint::ReportedBloodPressure,
    Endpoint::TrueAnySevere,
    Endpoint::SeverePer100,
    Endpoint::SeriousAdverseEvent,
    Endpoint::Misuse,
    Endpoint::Sessions,
    Endpoint::DosePerSession,
    Endpoint::Hours,
    Endpoint::Cost,
    Endpoint::Utility,
];

/// How one person ended, as the icon array shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fate {
    /// Better at the last visit.
    Better,
    /// Better, after a severe event.
    BetterSevere,
    /// A severe event, not better, stayed.
    Severe,
    /// A severe event, and left early.
    SevereLeft,
    /// None of these.
    Neither,
    /// Left early.
    Left,
}

impl Fate {
    /// How a person ended: better is a response observed on the last day; severe is any truly severe event.
    pub fn of(outcome: &Outcome, protocol: &Protocol) -> Self {
        let better = outcome.response(protocol.horizon) == Some(true);
        let left = outcome.left_early(protocol.horizon, None);
        match (better, outcome.count(3) > 0, left) {
            (true, false, _) => Self::Better,
            (true, true, _) => Self::BetterSevere,
            (false, true, false) => Self::Severe,
            (false, true, true) => Self::SevereLeft,
            (false, false, false) => Self::Neither,
            (false, false, true) => Self::Left,
        }
    }

    /// Whether the person got better.
    pub const fn is_better(self) -> bool {
        matches!(self, Self::Better | Self::BetterSevere)
    }

    /// Whether the person had a severe event.
    pub const fn is_severe(self) -> bool {
        matches!(self, Self::BetterSevere | Self::Severe | Self::SevereLeft)
    }

    /// Whether the person left early.
    pub const fn is_left(self) -> bool {
        matches!(self, Self::SevereLeft | Self::Left)
    }
}
