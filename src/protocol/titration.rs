//! Titration rules as data (model, section 9). A rule sees findings, never the person; it is applied by the engine.

use serde::Deserialize;
use serde::Serialize;

use super::arm::Rung;

/// How the dose of an arm is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Titration {
    /// The rule.
    pub rule: Rule,
    /// No dose below this rung.
    pub lowest: Rung,
    /// No dose above this rung.
    pub highest: Rung,
    /// What the response-guided rule does when somebody is well in maintenance.
    pub when_well: WhenWell,
}

/// A titration rule. In each the way down is tested first; up needs room above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// The same rung throughout.
    Fixed {
        /// The rung.
        at: Rung,
    },
    /// Up one rung after every two sessions until the target, whatever the score says.
    Forced {
        /// The first rung.
        from: Rung,
        /// The last rung.
        target: Rung,
    },
    /// Up while not yet better and untroubled.
    Response {
        /// The first rung.
        from: Rung,
    },
    /// Up while nothing is reported, down when something moderate is.
    Toxicity {
        /// The first rung.
        from: Rung,
    },
    /// A start that follows baseline severity and prior treatment, rarely changed after.
    Severity,
    /// A course at each dose; the next course two rungs up after 14 days without sessions.
    Stepped {
        /// The first rung.
        from: Rung,
    },
}

/// What the response-guided rule does when improvement is at least 75 % in maintenance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhenWell {
    /// One rung down after two sessions (`downres` in the model).
    EaseDown,
    /// Nothing.
    Keep,
}
