//! The latent score on every day, for those who look closely: events fall days apart, and the score moves between them.

use super::candidate::FLUCTUATION_TIME;
use super::case::Case;
use super::case::State;
use super::course;
use super::course::Parts;
use super::effect;
use super::table::DayTerms;
use super::table::Decay;
use super::visit;
use super::witness::Witness;
use crate::math;
use crate::unit::Days;

/// Tells the witness of each day from an event day to the day before the next one.
pub(super) fn watch(
    case: &Case,
    state: &State,
    (today, next): (Days, Option<Days>),
    witness: &mut impl Witness,
) {
    let end = next.map_or(today.0 + 1, |next| next.0);
    for day in (today.0..end).map(Days) {
        witness.daily(day, latent(case, state, day));
    }
}

/// The latent score at the end of a day at or after the state's own, nothing happening in between.
///
/// The states decay in closed form. The fluctuation has knots on days 0 to 7 and then weekly; between knots this takes
/// its expectation, `N exp(-gap/28)`. Nothing in a course is drawn from it.
fn latent(case: &Case, state: &State, day: Days) -> f64 {
    let gap = f64::from(day.0 - state.day.0);
    let drug = effect::advance(state.drug, case.person.ks, gap, Decay::over(gap));
    let knot = state.fluctuation_day.unwrap_or_default();
    let since_knot = f64::from(day.0.saturating_sub(knot.0));
    let since_week = f64::from(day.0 - state.day.0 / 7 * 7);
    let parts = Parts {
        context: visit::context(case, state),
        drug: effect::drug_fraction(case.person, drug, case.protocol.world.efficacy.get()),
        fluctuation: state.fluctuation * math::exp(-since_knot / FLUCTUATION_TIME),
        load: state.load * math::exp(-since_week / 28.0),
    };
    course::latent(case.person, DayTerms::on(day.get()), parts)
}
