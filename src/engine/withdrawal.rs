//! The withdrawal design: on one day those who are stable go on or stop (model, section 8).

use super::observed::Relapses;
use super::observed::is_remission;
use super::outcome::Continuation;
use super::outcome::Outcome;
use super::outcome::Stable;
use super::outcome::Stopping;
use super::visitor::Visitor;
use super::witness::Note;
use super::witness::Witness;
use crate::protocol::arm::Arm;
use crate::protocol::schedule::Branch;
use crate::stream::Purpose;
use crate::unit::Days;

/// Whether a visit of this day counts towards a relapse: in a withdrawal design both lie after its day.
pub(super) fn relapse_counts(arm: &Arm, today: Days) -> Relapses {
    match arm.schedule.withdrawal {
        Some(withdrawal) if today <= withdrawal.at => Relapses::NotYet,
        _ => Relapses::Count,
    }
}

/// On the day of withdrawal, somebody in the study: whoever is stable goes on or stops.
pub(super) fn apply(branch: Branch, one: &mut Visitor, witness: &mut impl Witness) {
    let Some(stable) = stable(&one.state.outcome, one.today) else {
        return;
    };
    let continues = match branch {
        Branch::Continue => true,
        Branch::Stop => false,
        Branch::Randomise => one.draw(Purpose::Randomisation).uniform() < 0.5,
    };
    let continuation = if continues { Continuation::Continues } else { Continuation::Stops };
    one.state.outcome.stable = Some((stable, continuation));
    witness.noted(one.today, Note::Withdrawal(stable, continuation));
    if continuation == Continuation::Stops {
        one.state.stop(one.today, Stopping::Withdrawn);
    }
}

/// Stable remitter: at least 3 of the last 4 weekly scores in remission. Stable responder: not that, but a response at
/// the last two. A missing score is neither.
fn stable(outcome: &Outcome, today: Days) -> Option<Stable> {
    let back = |weeks: u16| Days(today.0 - 7 * weeks);
    let remissions =
        (0..4).filter(|weeks| outcome.score(back(*weeks)).is_some_and(is_remission)).count();
    if remissions >= 3 {
        Some(Stable::Remitter)
    } else if (0..2).all(|weeks| outcome.response(back(weeks)) == Some(true)) {
        Some(Stable::Responder)
    } else {
        None
    }
}
