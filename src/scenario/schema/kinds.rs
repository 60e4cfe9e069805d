//! Kinds that many keys share.

use super::Field;
use super::Kind;

/// A key with what it holds, its default and its meaning.
pub(super) const fn f(
    key: &'static str,
    kind: Kind,
    default: &'static str,
    says: &'static str,
) -> Field {
    Field { key, kind, default, says }
}

pub(super) const CHANCE: Kind = Kind::Number(0.0, 1.0);
pub(super) const AMOUNT: Kind = Kind::Number(0.0, 100_000.0);
pub(super) const POSITIVE: Kind = Kind::Number(0.000_001, 100_000.0);
pub(super) const SPREAD: Kind = Kind::Number(0.0, 100.0);
pub(super) const LOG_SPREAD: Kind = Kind::Number(0.0, 5.0);
pub(super) const SHIFT: Kind = Kind::Number(-5.0, 5.0);
pub(super) const LOGIT: Kind = Kind::Number(-50.0, 50.0);
pub(super) const LOGITS: Kind = Kind::Numbers(3, -50.0, 50.0);
pub(super) const MULTIPLIER: Kind = Kind::Number(0.25, 4.0);
pub(super) const PRESSURE: Kind = Kind::Number(80.0, 260.0);
pub(super) const IMPROVEMENT: Kind = Kind::Number(-1.0, 1.0);
pub(super) const INTERVAL: Kind = Kind::Whole(1, 84);
pub(super) const NEVER: Kind = Kind::Word(&["never"]);
pub(super) const PRIOR: Kind = Kind::Shares(["none", "partial", "non-response"]);
pub(super) const PRIOR_WORD: Kind = Kind::Word(&["none", "partial", "non-response"]);
pub(super) const REPORT: Kind = Kind::Word(&["nothing", "mild", "moderate", "severe"]);
