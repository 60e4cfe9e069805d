//! A human in the rule's place: the same steps as for everybody, with orders where a rule would be asked.
//!
//! Nothing is remembered between two visits. All luck is addressed, so a course is lived again from its first day with the
//! orders given so far, and stops at the first decision for which there is none: the same orders bring the same course, and
//! one order more changes nothing of what was seen before it.

use super::case::Setting;
use super::cohort::Cohort;
use super::desk::Desk;
use super::enrolled::Enrolled;
use super::observed::Observed;
use super::outcome::Outcome;
use super::titrate::Decision;
use super::witness::Witness;
use crate::unit::Days;

/// What is ordered at a visit: the decision that a rule would take, and whether the person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The dose, and whether the session takes place.
    pub decision: Decision,
    /// How closely today's session is looked at.
    pub check: Check,
}

/// How closely one session is looked at.
///
/// The model scores symptoms on fixed days only, between which its fluctuation has no knot. What can be ordered at any visit
/// is the questionnaire of solicited monitoring: side effects of this session are found and priced as they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// As the arm says.
    Usual,
    /// The person is asked about adverse events.
    Ask,
}

/// How far a course has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// The person has come, and there is no order: the day, and what can be seen.
    Awaiting(Days, Observed),
    /// All days are lived.
    Over(Box<Outcome>),
}

/// Lives through the days of the first of the people, alone, with an order for each decision; none: the course waits there.
pub fn live<W: Witness>(
    setting: Setting,
    enrolled: &Enrolled,
    witness: &mut W,
    mut order: impl FnMut(&Observed) -> Option<Order>,
) -> Progress {
    let mut desk = Desk::new();
    let mut cohort = Cohort::new(setting, enrolled, &mut desk);
    let usual = cohort.cases.first().is_some_and(|case| case.solicited);
    let mut day = Some(Days(0));
    while let Some(today) = day {
        day = setting.next_look(today);
        cohort.look(today, witness);
        cohort.watch(cohort.everyone, day, witness);
        while cohort.receive(day.unwrap_or(today), witness) {
            if let Some(lane) = cohort.present.into_iter().next() {
                let (now, seen) = (cohort.states[lane].day, cohort.states[lane].seen);
                let Some(order) = order(&seen) else {
                    return Progress::Awaiting(now, seen);
                };
                cohort.cases[lane].solicited = usual || order.check == Check::Ask;
                cohort.treat(witness, |_| order.decision);
            }
            cohort.watch(cohort.round, day, witness);
        }
    }
    Progress::Over(Box::new(cohort.into_outcomes().into_iter().next().unwrap_or_default()))
}
