//! What is counted of every person, by name: the endpoints. Knows what an outcome holds, not how it came about.

mod fate;
mod value;
mod values;

pub use fate::Fate;
pub use values::Values;

use serde::Deserialize;
use serde::Serialize;

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
    /// Response at the last two assessments that were observed.
    SustainedResponse,
    /// Mean over the weeks of the relative benefit, `clamp((B - L)/B, -1, 1)`; what the person has, seen or not.
    TimeAveragedBenefit,
    /// A relapse.
    Relapse,
    /// Rescues started.
    Rescues,
    /// Treatment stopped before its planned end while the study went on.
    Discontinued,
    /// Nausea truly happened at least once; and so on.
    TrueNausea,
    /// Dizziness.
    TrueDizziness,
    /// Dissociation.
    TrueDissociation,
    /// High blood pressure.
    TrueBloodPressure,
    /// At least one event that was truly moderate or worse.
    TrueAnyModerate,
    /// At least one event detected as moderate or worse.
    ReportedAnyModerate,
    /// At least one severe event detected.
    ReportedAnySevere,
    /// Severe events detected per 100 people.
    ReportedSeverePer100,
    /// Sessions with something moderate or worse that outlasted the observation, per 100 people.
    UnobservedPer100,
    /// No event of moderate or worse was ever detected; of people who truly had one.
    NeverDetected,
    /// Days from the first event that was truly moderate or worse to the first one detected; of people with both.
    DetectionDelay,
    /// Misuse was detected; of people in whom it began.
    MisuseDetected,
    /// Days from the onset of misuse to its detection; of people with both.
    MisuseDelay,
    /// Sessions put off or lost without need, per 100 people.
    FalseHoldsPer100,
    /// Treatment stopped without need.
    FalseStop,
}

/// What an endpoint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// How people fare.
    Benefit,
    /// Who leaves and who stops.
    Leaving,
    /// What happened, noticed or not.
    Happened,
    /// What was noticed of it.
    Noticed,
    /// What it took.
    Burden,
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
        all.extend(LATER);
        all
    }

    /// What it is about.
    pub const fn theme(self) -> Theme {
        match self {
            Self::Change(_)
            | Self::Response(_)
            | Self::Remission(_)
            | Self::ResponseNri(_)
            | Self::SustainedResponse
            | Self::TimeAveragedBenefit
            | Self::Relapse
            | Self::Utility => Theme::Benefit,
            Self::Dropout
            | Self::DropoutLackOfEfficacy
            | Self::DropoutAdverseEvent
            | Self::DropoutAdministrative
            | Self::Discontinued => Theme::Leaving,
            Self::TrueNausea
            | Self::TrueDizziness
            | Self::TrueDissociation
            | Self::TrueBloodPressure
            | Self::TrueAnyModerate
            | Self::TrueAnySevere
            | Self::SeverePer100
            | Self::SeriousAdverseEvent
            | Self::Misuse => Theme::Happened,
            Self::Sessions | Self::DosePerSession | Self::Hours | Self::Cost | Self::Rescues => {
                Theme::Burden
            }
            _ => Theme::Noticed,
        }
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
            Self::SustainedResponse => "sustained_response",
            Self::TimeAveragedBenefit => "time_averaged_benefit",
            Self::Relapse => "relapse",
            Self::Rescues => "rescues",
            Self::Discontinued => "discontinued",
            Self::TrueNausea => "true_nausea",
            Self::TrueDizziness => "true_dizziness",
            Self::TrueDissociation => "true_dissociation",
            Self::TrueBloodPressure => "true_blood_pressure",
            Self::TrueAnyModerate => "true_any_moderate",
            Self::ReportedAnyModerate => "reported_any_moderate",
            Self::ReportedAnySevere => "reported_any_severe",
            Self::ReportedSeverePer100 => "reported_severe_per_100",
            Self::UnobservedPer100 => "unobserved_moderate_per_100",
            Self::NeverDetected => "moderate_never_detected",
            Self::DetectionDelay => "detection_delay_days",
            Self::MisuseDetected => "misuse_detected",
            Self::MisuseDelay => "misuse_delay_days",
            Self::FalseHoldsPer100 => "false_holds_per_100",
            Self::FalseStop => "false_stop",
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
            | Self::Utility
            | Self::TimeAveragedBenefit
            | Self::Rescues
            | Self::ReportedSeverePer100
            | Self::UnobservedPer100
            | Self::DetectionDelay
            | Self::MisuseDelay
            | Self::FalseHoldsPer100 => Scale::Mean,
            _ => Scale::Proportion,
        }
    }
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

/// Endpoints that a fingerprint of results leaves out, so that it stays comparable with earlier versions; new ones come
/// last.
pub const LATER: [Endpoint; 20] = [
    Endpoint::SustainedResponse,
    Endpoint::TimeAveragedBenefit,
    Endpoint::Relapse,
    Endpoint::Rescues,
    Endpoint::Discontinued,
    Endpoint::TrueNausea,
    Endpoint::TrueDizziness,
    Endpoint::TrueDissociation,
    Endpoint::TrueBloodPressure,
    Endpoint::TrueAnyModerate,
    Endpoint::ReportedAnyModerate,
    Endpoint::ReportedAnySevere,
    Endpoint::ReportedSeverePer100,
    Endpoint::UnobservedPer100,
    Endpoint::NeverDetected,
    Endpoint::DetectionDelay,
    Endpoint::MisuseDetected,
    Endpoint::MisuseDelay,
    Endpoint::FalseHoldsPer100,
    Endpoint::FalseStop,
];
