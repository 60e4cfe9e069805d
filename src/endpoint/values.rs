//! The values of an endpoint in people side by side: what is had or not as a bit each, amounts in a column.

use super::value::Reader;
use crate::engine::lanes::Column;
use crate::engine::outcome::Outcome;
use crate::math::lanes::Lanes;
use crate::math::lanes::WIDTH;
use crate::math::lanes::bit;

/// The values of an endpoint in people side by side, by place.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "short-lived; a box would be an allocation an endpoint"
)]
pub enum Values {
    /// What a person has or has not: those observed, and those of them who have it.
    Shares(Lanes, Lanes),
    /// Amounts, of those observed.
    Amounts(Lanes, Column),
}

/// Reads an endpoint off many people.
pub(super) struct Many<'a>(pub(super) &'a [Outcome]);

impl Reader for Many<'_> {
    type Read = Values;

    fn share(self, of: impl Fn(&Outcome) -> Option<bool>) -> Values {
        let (mut seen, mut have) = (0, 0);
        for (place, outcome) in self.0.iter().take(WIDTH).enumerate() {
            let value = of(outcome);
            seen |= bit(place, value.is_some());
            have |= bit(place, value == Some(true));
        }
        Values::Shares(Lanes(seen), Lanes(have))
    }

    fn amount(self, of: impl Fn(&Outcome) -> Option<f64>) -> Values {
        let (mut seen, mut amounts) = (0, [0.0; WIDTH]);
        for (place, (outcome, amount)) in self.0.iter().zip(&mut amounts).enumerate() {
            let value = of(outcome);
            seen |= bit(place, value.is_some());
            *amount = value.unwrap_or(0.0);
        }
        Values::Amounts(Lanes(seen), amounts)
    }
}
