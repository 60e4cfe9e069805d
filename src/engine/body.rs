//! What goes into a session and does not change from one to the next: of a person, and of an arm.

use super::adverse;
use super::adverse::ByGrade;
use super::adverse::Proneness;
use super::candidate::Candidate;
use super::case::Attrition;
use super::case::Setting;
use super::constants::Constants;
use super::effect::Sensitivity;
use crate::stream::Purpose;

/// What of a person in an arm goes into a session and never changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) cl: f64,
    pub(super) f_usual: f64,
    pub(super) peak_share: f64,
    pub(super) sensitivity: Sensitivity,
    pub(super) proneness: Proneness,
    /// Peak above which effects outlast the observation.
    pub(super) lasting_peak: f64,
    /// Factor on serious events.
    pub(super) seriousness: f64,
}

impl Body {
    /// That of a person.
    pub(super) fn of(person: &Candidate, constants: &Constants, lane: usize) -> Self {
        Self {
            cl: person.cl,
            f_usual: constants.f_usual[lane],
            peak_share: constants.peak_share[lane],
            sensitivity: Sensitivity::of(person),
            proneness: Proneness::of(person),
            lasting_peak: constants.lasting_peak[lane],
            seriousness: adverse::seriousness(person),
        }
    }
}

/// What all sessions of an arm share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// Bioavailability between sessions, standard deviation of the logarithm.
    pub(super) within: f64,
    /// Probability of leaving by worst grade.
    pub(super) dropout: ByGrade,
}

impl Terms {
    /// Those of an arm.
    pub(super) fn of(setting: &Setting) -> Self {
        let law = &setting.protocol.world.dropout.adverse_event;
        let dropout = match setting.attrition {
            Attrition::AsLived => [0, 1, 2, 3].map(|grade| law[grade].get()),
            Attrition::SwitchedOff => [0.0; 4],
        };
        Self { within: setting.delivery.within, dropout }
    }
}

/// Deviates of a session.
pub(super) const NORMALS: [Purpose; 2] = [Purpose::Bioavailability, Purpose::PressureRise];

/// Uniforms of a session, but for what is drawn only where there is something to detect.
pub(super) const UNIFORMS: [Purpose; 5] = [
    Purpose::Nausea,
    Purpose::Dizziness,
    Purpose::Dissociation,
    Purpose::SeriousEvent,
    Purpose::AdverseDropout,
];
