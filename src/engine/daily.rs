//! The latent score on every day, for those who look closely: events fall days apart, and the score moves between them.

use super::candidate::FLUCTUATION_TIME;
use super::cohort::Cohort;
use super::course;
use super::course::Disposition;
use super::course::Parts;
use super::effect;
use super::lanes::Lanes;
use super::luck::Luck;
use super::table::DayTerms;
use super::table::Decay;
use super::witness::Witness;
use crate::math;
use crate::unit::Days;

impl Cohort<'_> {
    /// Tells the witness of each day of some people, from their last event to the day before the next one.
    pub(super) fn watch<W: Witness>(&self, here: Lanes, next_look: Option<Days>, witness: &mut W) {
        if !W::DAILY {
            return;
        }
        for lane in here {
            witness.about(lane);
            let state = &self.states[lane];
            let next = next_look.unwrap_or(Days(state.day.0 + 1));
            let next = state.next_session().map_or(next, |session| session.min(next));
            for day in (state.day.0..next.0).map(Days) {
                witness.daily(day, latent(self, lane, day));
            }
        }
    }
}

/// The latent score at the end of a day at or after the state's own, nothing happening in between.
///
/// The states decay in closed form. The fluctuation has knots on days 0 to 7 and then weekly; between days on which
/// people are looked at this takes its expectation, `N exp(-gap/28)`. Nothing in a course is drawn from it.
fn latent(cohort: &Cohort, lane: usize, day: Days) -> f64 {
    let (setting, person) = (&cohort.setting, cohort.cases[lane].person);
    let state = &cohort.states[lane];
    let gap = f64::from(day.0 - state.day.0);
    let drug = effect::advance(state.drug, person.ks, gap, Decay::over(gap));
    let visit = Luck::last_visit(day);
    let since_visit = f64::from(day.0 - visit.0);
    let since_week = f64::from(day.0 % 7);
    let luck = cohort.enrolled.luck().on(visit);
    let efficacy = setting.protocol.world.efficacy.get();
    let parts = Parts {
        context: cohort.context(lane),
        drug: effect::drug_fraction(person.emax, (drug.fast, drug.slow), efficacy),
        fluctuation: luck.fluctuation[lane] * math::exp(-since_visit / FLUCTUATION_TIME),
        load: luck.load[lane] * math::exp(-since_week / 28.0),
    };
    course::latent(Disposition::of(person), DayTerms::on(day.get()), parts)
}
