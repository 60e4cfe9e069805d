//! What all sessions of an arm share, and what luck goes into one.

use super::adverse::ByGrade;
use super::case::Attrition;
use super::case::Setting;
use super::exposure;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::MOST_RUNGS;
use crate::protocol::arm::Rung;
use crate::stream::Purpose;

/// What all sessions of an arm share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// Bioavailability between sessions, standard deviation of the logarithm.
    pub(super) within: f64,
    /// Probability of leaving by worst grade.
    pub(super) dropout: ByGrade,
    /// Doses by rung of somebody of 70 kg, au.
    doses: [f64; MOST_RUNGS],
}

impl Terms {
    /// Those of an arm.
    pub(super) fn of(setting: &Setting) -> Self {
        let law = &setting.protocol.world.dropout.adverse_event;
        let dropout = match setting.attrition {
            Attrition::AsLived => [0, 1, 2, 3].map(|grade| law[grade].get()),
            Attrition::SwitchedOff => [0.0; 4],
        };
        let mut doses = [0.0; MOST_RUNGS];
        for (dose, rung) in doses.iter_mut().zip(&setting.protocol.ladder.0) {
            *dose = exposure::dose(setting.arm, rung.get(), 70.0);
        }
        Self { within: setting.delivery.within, dropout, doses }
    }

    /// The dose of a rung for somebody of this weight, au.
    #[inline]
    pub(super) fn dose(&self, setting: &Setting, rung: Rung, weight: f64) -> f64 {
        match setting.arm.dosing {
            Dosing::Flat => self.doses[usize::from(rung.0)],
            Dosing::PerKilogram => {
                exposure::dose(setting.arm, setting.protocol.ladder.dose(rung), weight)
            }
        }
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
