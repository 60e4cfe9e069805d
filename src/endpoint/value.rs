//! The value that an endpoint has in one person.

use super::Endpoint;
use crate::engine::adverse::Kind;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Outcome;
use crate::engine::outcome::is_planned_end;
use crate::protocol::Protocol;
use crate::unit::Days;

impl Endpoint {
    /// The value of one person; none when it was not observed.
    pub fn value(self, outcome: &Outcome, protocol: &Protocol) -> Option<f64> {
        match self {
            Self::Change(day) => outcome.change(day),
            Self::Response(day) => outcome.response(day).map(share),
            Self::Remission(day) => outcome.remission(day).map(share),
            Self::SustainedResponse => outcome.sustained_response().map(share),
            Self::NeverDetected => outcome.moderate.map(|_| share(outcome.moderate_seen.is_none())),
            Self::DetectionDelay => delay(outcome.moderate, outcome.moderate_seen),
            Self::MisuseDetected => outcome.misuse.map(|_| share(outcome.misuse_seen.is_some())),
            Self::MisuseDelay => delay(outcome.misuse, outcome.misuse_seen),
            Self::DosePerSession => {
                (outcome.given > 0).then(|| outcome.dose / f64::from(outcome.given))
            }
            _ => Some(
                self.amount(outcome, protocol)
                    .unwrap_or_else(|| share(self.happened(outcome, protocol.horizon))),
            ),
        }
    }

    /// The amount of what is measured in everybody; none for what happens or does not.
    fn amount(self, outcome: &Outcome, protocol: &Protocol) -> Option<f64> {
        let weeks = f64::from(protocol.horizon.0 / 7 + 1);
        let amount = match self {
            Self::Sessions => f64::from(outcome.given),
            Self::SeverePer100 => 100.0 * f64::from(outcome.count(3)),
            Self::ReportedSeverePer100 => 100.0 * f64::from(outcome.count_detected(3)),
            Self::UnobservedPer100 => 100.0 * f64::from(outcome.unobserved),
            Self::FalseHoldsPer100 => 100.0 * f64::from(outcome.false_holds),
            Self::Rescues => f64::from(outcome.rescues),
            Self::TimeAveragedBenefit => outcome.benefit / weeks,
            Self::Hours => outcome.hours,
            Self::Cost => outcome.cost,
            Self::Utility => outcome.utility(&protocol.world.utility, protocol.horizon),
            _ => return None,
        };
        Some(amount)
    }

    /// Whether something happened that happens or does not in everybody.
    fn happened(self, outcome: &Outcome, horizon: Days) -> bool {
        let left = |why| outcome.left_early(horizon, why);
        match self {
            Self::ResponseNri(day) => outcome.response(day) == Some(true),
            Self::Dropout => left(None),
            Self::DropoutLackOfEfficacy => left(Some(Leaving::LackOfEfficacy)),
            Self::DropoutAdverseEvent => left(Some(Leaving::AdverseEvent)),
            Self::DropoutAdministrative => left(Some(Leaving::Administrative)),
            Self::Discontinued => outcome.stopped.is_some_and(|(_, why)| !is_planned_end(why)),
            Self::Relapse => outcome.relapse.is_some(),
            Self::ReportedNausea => outcome.reported(Kind::Nausea as usize),
            Self::ReportedDizziness => outcome.reported(Kind::Dizziness as usize),
            Self::ReportedDissociation => outcome.reported(Kind::Dissociation as usize),
            Self::ReportedBloodPressure => outcome.reported(Kind::Pressure as usize),
            Self::TrueNausea => outcome.happened(Kind::Nausea as usize),
            Self::TrueDizziness => outcome.happened(Kind::Dizziness as usize),
            Self::TrueDissociation => outcome.happened(Kind::Dissociation as usize),
            Self::TrueBloodPressure => outcome.happened(Kind::Pressure as usize),
            Self::TrueAnyModerate => outcome.moderate.is_some(),
            Self::ReportedAnyModerate => outcome.moderate_seen.is_some(),
            Self::TrueAnySevere => outcome.count(3) > 0,
            Self::ReportedAnySevere => outcome.count_detected(3) > 0,
            Self::SeriousAdverseEvent => outcome.serious > 0,
            Self::Misuse => outcome.misuse.is_some(),
            Self::FalseStop => outcome.false_stop,
            _ => false,
        }
    }
}

fn delay(happened: Option<Days>, seen: Option<Days>) -> Option<f64> {
    Some(f64::from(seen?.0.saturating_sub(happened?.0)))
}

const fn share(truth: bool) -> f64 {
    if truth { 1.0 } else { 0.0 }
}
