//! All days of one person under one arm.

use super::candidate::Candidate;
use super::case::Case;
use super::case::Shock;
use super::case::State;
use super::daily;
use super::observed::Care;
use super::outcome::Outcome;
use super::table::Tables;
use super::visit;
use super::witness::Witness;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::unit::Days;

/// Runs a person through an arm by its own titration rule.
pub fn run(
    protocol: &Protocol,
    tables: &Tables,
    arm: &Arm,
    someone: (&Candidate, Care),
    witness: &mut impl Witness,
) -> Outcome {
    live(&Case::new(protocol, tables, arm, someone), witness)
}

/// Lives through all days of a case by its own titration rule.
pub fn live<W: Witness>(case: &Case, witness: &mut W) -> Outcome {
    let mut state = State::new(case);
    let mut day = Some(Days(0));
    while let Some(today) = day {
        let luck = Shock::new(case.person.key, today);
        visit::step(case, &mut state, luck, witness, |seen| case.decide(seen));
        day = next_day(case, &state, today);
        if W::DAILY {
            daily::watch(case, &state, (today, day), witness);
        }
    }
    state.outcome
}

/// The next day on which something happens: day 1 if assessed, the end of the week, or a session before it.
///
/// The states decay in closed form, so days between can be skipped; the whole horizon is lived through, also by those
/// who left, because their latent course goes on.
pub fn next_day(case: &Case, state: &State, today: Days) -> Option<Days> {
    let horizon = case.protocol.horizon;
    if today >= horizon {
        return None;
    }
    let week_end = Days((today.0 / 7 + 1) * 7);
    let routine = if today.0 == 0 && case.has_day_one() { Days(1) } else { week_end };
    let session = state.next_session().filter(|day| *day > today);
    Some(session.map_or(routine, |day| day.min(routine)).min(horizon))
}
