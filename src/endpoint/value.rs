//! The value that an endpoint has in one person, or in people side by side.

use super::Endpoint;
use super::values::Many;
use super::values::Values;
use crate::engine::adverse::Kind;
use crate::engine::outcome::Leaving;
use crate::engine::outcome::Outcome;
use crate::engine::outcome::is_planned_end;
use crate::protocol::Protocol;
use crate::unit::Days;

/// Who reads an endpoint, told how to: off one person, or off many in a loop of its own for each endpoint.
pub(super) trait Reader: Sized {
    /// What is read.
    type Read;

    /// Something that a person has or has not; none when it was not observed.
    fn share(self, of: impl Fn(&Outcome) -> Option<bool>) -> Self::Read;

    /// An amount; none when it was not observed.
    fn amount(self, of: impl Fn(&Outcome) -> Option<f64>) -> Self::Read;

    /// Something that happens or does not in everybody.
    fn happens(self, in_one: impl Fn(&Outcome) -> bool) -> Self::Read {
        self.share(|outcome| Some(in_one(outcome)))
    }

    /// An amount that everybody has.
    fn measures(self, in_one: impl Fn(&Outcome) -> f64) -> Self::Read {
        self.amount(|outcome| Some(in_one(outcome)))
    }

    /// A count that everybody has, per 100 people.
    fn per_100(self, in_one: impl Fn(&Outcome) -> u16) -> Self::Read {
        self.measures(|outcome| 100.0 * f64::from(in_one(outcome)))
    }
}

struct One<'a>(&'a Outcome);

impl Reader for One<'_> {
    type Read = Option<f64>;

    fn share(self, of: impl Fn(&Outcome) -> Option<bool>) -> Option<f64> {
        of(self.0).map(|truth| if truth { 1.0 } else { 0.0 })
    }

    fn amount(self, of: impl Fn(&Outcome) -> Option<f64>) -> Option<f64> {
        of(self.0)
    }
}

impl Endpoint {
    /// The value of one person; none when it was not observed.
    pub fn value(self, outcome: &Outcome, protocol: &Protocol) -> Option<f64> {
        self.read(protocol, One(outcome))
    }

    /// The values of people side by side, at most [`WIDTH`](crate::math::lanes::WIDTH).
    pub fn values(self, outcomes: &[Outcome], protocol: &Protocol) -> Values {
        self.read(protocol, Many(outcomes))
    }

    fn read<R: Reader>(self, protocol: &Protocol, from: R) -> R::Read {
        let horizon = protocol.horizon;
        match self {
            Self::Change(day) => from.amount(|it| it.change(day)),
            Self::Response(day) => from.share(|it| it.response(day)),
            Self::Remission(day) => from.share(|it| it.remission(day)),
            Self::ResponseNri(day) => from.happens(|it| it.response(day) == Some(true)),
            Self::SustainedResponse => from.share(|it| it.sustained_response(horizon)),
            Self::TimeAveragedBenefit => {
                let weeks = f64::from(horizon.0 / 7 + 1);
                from.measures(|it| it.benefit / weeks)
            }
            Self::Utility => from.measures(|it| it.utility(&protocol.world.utility, horizon)),
            Self::Relapse => from.happens(|it| it.relapse.is_some()),
            Self::Dropout
            | Self::DropoutLackOfEfficacy
            | Self::DropoutAdverseEvent
            | Self::DropoutAdministrative
            | Self::Discontinued => self.leaving(horizon, from),
            Self::Sessions => from.measures(|it| f64::from(it.given)),
            Self::Rescues => from.measures(|it| f64::from(it.rescues)),
            Self::Hours => from.measures(|it| it.hours),
            Self::Cost => from.measures(|it| it.cost),
            Self::DosePerSession => {
                from.amount(|it| (it.given > 0).then(|| it.dose / f64::from(it.given)))
            }
            _ => self.harm(from),
        }
    }

    /// Who leaves and who stops.
    fn leaving<R: Reader>(self, horizon: Days, from: R) -> R::Read {
        let why = match self {
            Self::Discontinued => {
                let unplanned =
                    |it: &Outcome| it.stopped.is_some_and(|(_, why)| !is_planned_end(why));
                return from.happens(unplanned);
            }
            Self::DropoutLackOfEfficacy => Some(Leaving::LackOfEfficacy),
            Self::DropoutAdverseEvent => Some(Leaving::AdverseEvent),
            Self::DropoutAdministrative => Some(Leaving::Administrative),
            _ => None,
        };
        from.happens(|it| it.left_early(horizon, why))
    }

    /// What happened, and what was noticed of it.
    fn harm<R: Reader>(self, from: R) -> R::Read {
        match self {
            Self::NeverDetected => from.share(|it| it.moderate.map(|_| it.moderate_seen.is_none())),
            Self::DetectionDelay => from.amount(|it| delay(it.moderate, it.moderate_seen)),
            Self::MisuseDetected => from.share(|it| it.misuse.map(|_| it.misuse_seen.is_some())),
            Self::MisuseDelay => from.amount(|it| delay(it.misuse, it.misuse_seen)),
            Self::SeverePer100 => from.per_100(|it| it.count(3)),
            Self::ReportedSeverePer100 => from.per_100(|it| it.count_detected(3)),
            Self::UnobservedPer100 => from.per_100(|it| it.unobserved),
            Self::FalseHoldsPer100 => from.per_100(|it| it.false_holds),
            Self::TrueAnyModerate => from.happens(|it| it.moderate.is_some()),
            Self::ReportedAnyModerate => from.happens(|it| it.moderate_seen.is_some()),
            Self::TrueAnySevere => from.happens(|it| it.count(3) > 0),
            Self::ReportedAnySevere => from.happens(|it| it.count_detected(3) > 0),
            Self::SeriousAdverseEvent => from.happens(|it| it.serious > 0),
            Self::Misuse => from.happens(|it| it.misuse.is_some()),
            Self::FalseStop => from.happens(|it| it.false_stop),
            _ => self.kind(from),
        }
    }

    /// Whether any event of a kind happened, or was reported.
    fn kind<R: Reader>(self, from: R) -> R::Read {
        let kind = match self {
            Self::ReportedNausea | Self::TrueNausea => Kind::Nausea,
            Self::ReportedDizziness | Self::TrueDizziness => Kind::Dizziness,
            Self::ReportedDissociation | Self::TrueDissociation => Kind::Dissociation,
            _ => Kind::Pressure,
        } as usize;
        match self {
            Self::TrueNausea
            | Self::TrueDizziness
            | Self::TrueDissociation
            | Self::TrueBloodPressure => from.happens(|it| it.happened(kind)),
            _ => from.happens(|it| it.reported(kind)),
        }
    }
}

fn delay(happened: Option<Days>, seen: Option<Days>) -> Option<f64> {
    Some(f64::from(seen?.0.saturating_sub(happened?.0)))
}
