//! How one person ended, in one word.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;

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
