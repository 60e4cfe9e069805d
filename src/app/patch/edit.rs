//! What a reader changed of one arm: whole parts in place of the scenario's, and only those that differ from it.

use serde::Deserialize;
use serde::Serialize;

use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::schedule::Schedule;
use crate::protocol::titration::Titration;

/// Parts of an arm that stand in place of the scenario's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// How the dose is found.
    pub titration: Option<Titration>,
    /// How people are watched.
    pub monitoring: Option<Monitoring>,
    /// When people come.
    pub schedule: Option<Schedule>,
    /// What is given, and how.
    pub given: Option<Given>,
}

/// What is given, to whom it is known, and how it gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What the syringe holds.
    pub treatment: Treatment,
    /// Whether people know what they get.
    pub blinding: Blinding,
    /// Whether the dose follows weight.
    pub dosing: Dosing,
    /// How it is given.
    pub route: Route,
}

impl Given {
    /// What an arm gives.
    pub const fn of(arm: &Arm) -> Self {
        let Arm { treatment, blinding, dosing, route, .. } = arm;
        Self { treatment: *treatment, blinding: *blinding, dosing: *dosing, route: *route }
    }
}

impl Edit {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Lays the parts over an arm; its name stays.
    pub fn lay_over(&self, arm: &mut Arm) {
        if let Some(titration) = &self.titration {
            arm.titration.clone_from(titration);
        }
        if let Some(monitoring) = &self.monitoring {
            arm.monitoring.clone_from(monitoring);
        }
        if let Some(schedule) = &self.schedule {
            arm.schedule.clone_from(schedule);
        }
        if let Some(Given { treatment, blinding, dosing, route }) = self.given {
            (arm.treatment, arm.blinding) = (treatment, blinding);
            (arm.dosing, arm.route) = (dosing, route);
        }
    }
}

/// The part, unless it is the scenario's.
pub fn unless_same<T: PartialEq>(part: T, of_scenario: &T) -> Option<T> {
    (part != *of_scenario).then_some(part)
}
