//! What all sessions of an arm share, and what luck goes into one.

use super::adverse::ByGrade;
use super::case::Attrition;
use super::case::Setting;
use crate::stream::Purpose;

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
