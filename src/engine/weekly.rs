//! What may happen at the end of a week: people leave, misuse begins, and is screened for.

use super::assessment::Scores;
use super::case::Attrition;
use super::cohort::Cohort;
use super::constants::Constants;
use super::desk::Desk;
use super::hazards;
use super::hazards::Standing;
use super::lanes::Column;
use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::lanes::bit;
use super::lanes::filled;
use super::outcome::Leaving;
use super::outcome::Stopping;
use super::visitor::Visitor;
use crate::math;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::protocol::world::Dropout;
use crate::stream::DayKey;
use crate::stream::Purpose;
use crate::unit::Days;

/// What weekly hazards rest on, by place.
#[derive(Debug)]
pub(super) struct Week {
    keys: [DayKey; WIDTH],
    /// Baseline and last observed score, `Y0` and `Ylast`.
    baseline: Column,
    last: Column,
    /// Hours spent, and misuse pressure.
    hours: Column,
    pressure: Column,
    /// Hazards of leaving for lack of efficacy, of leaving for other reasons, of the onset of misuse.
    hazards: [Column; 3],
}

impl Week {
    /// None yet.
    pub(super) const fn none() -> Self {
        let [baseline, last, hours, pressure] = [[0.0; WIDTH]; 4];
        let (keys, hazards) = ([DayKey::NOBODY; WIDTH], [[0.0; WIDTH]; 3]);
        Self { keys, baseline, last, hours, pressure, hazards }
    }
}

impl Cohort<'_> {
    /// Hazards at the end of a week, and the screen for misuse.
    pub(super) fn end_week(&mut self, today: Days) {
        let touched = self.weekly_hazards(today) & self.in_study;
        for lane in touched {
            let hazards = [0, 1, 2].map(|kind| self.desk.week.hazards[kind][lane]);
            self.visitor(lane).end_week(hazards);
            self.note_standing(lane);
        }
        let screened = self.setting.arm.monitoring.screen_every;
        if screened.is_some_and(|every| today.0.is_multiple_of(every.0)) {
            for lane in self.in_study {
                self.visitor(lane).screen_for_misuse();
                self.note_standing(lane);
            }
        }
    }

    /// Those whose draws lie below a bound of a hazard, `1 - exp(-h) < h`: few, and nothing happens to anybody else.
    fn weekly_hazards(&mut self, today: Days) -> Lanes {
        let Desk { constants, week, scores, .. } = &mut *self.desk;
        for (lane, (case, state)) in self.cases.iter().zip(&self.states).enumerate() {
            week.keys[lane] = case.person.key.on(today.0);
            week.baseline[lane] = f64::from(state.seen.baseline);
            week.last[lane] = f64::from(state.seen.last);
            week.hours[lane] = state.outcome.hours;
            week.pressure[lane] = state.drug.pressure;
        }
        batch::widest(Hazards {
            n: filled(self.states.len()),
            law: &self.setting.protocol.world.dropout,
            patience: self.setting.tables.day(today).patience,
            today,
            people: constants,
            scores,
            week,
        })
    }
}

struct Hazards<'a> {
    n: usize,
    law: &'a Dropout,
    patience: f64,
    today: Days,
    people: &'a Constants,
    scores: &'a Scores,
    week: &'a mut Week,
}

impl Kernel for Hazards<'_> {
    type Output = Lanes;

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) -> Lanes {
        let Self { law, patience, today, people, scores, week, .. } = self;
        let mut touched = 0;
        for i in 0..self.n.min(WIDTH) {
            let now = Standing {
                baseline: week.baseline[i],
                last: week.last[i],
                latent: scores.latent[i],
                patience,
            };
            let efficacy = hazards::lack_of_efficacy(law, people.b[i], now);
            let other = hazards::administrative(law, week.hours[i], today);
            let misuse = people.misuse_factor[i] * week.pressure[i];
            let u = |purpose| week.keys[i].draw(purpose).uniform();
            let may = (u(Purpose::EfficacyDropout) < efficacy)
                | (u(Purpose::AdministrativeDropout) < other)
                | (u(Purpose::MisuseOnset) < misuse);
            touched |= bit(i, may);
            week.hazards[0][i] = efficacy;
            week.hazards[1][i] = other;
            week.hazards[2][i] = misuse;
        }
        Lanes(touched)
    }
}

impl Visitor<'_, '_> {
    fn end_week(&mut self, [efficacy, other, misuse]: [f64; 3]) {
        let (setting, today) = (self.setting, self.today);
        let happens =
            |one: &Self, purpose, hazard| math::happens(one.draw(purpose).uniform(), hazard);
        let may_leave = setting.attrition == Attrition::AsLived;
        if may_leave && happens(self, Purpose::EfficacyDropout, efficacy) {
            return self.state.leave(today, Leaving::LackOfEfficacy);
        }
        if may_leave && happens(self, Purpose::AdministrativeDropout, other) {
            return self.state.leave(today, Leaving::Administrative);
        }
        let may_begin = self.state.on_treatment && self.state.outcome.misuse.is_none();
        if may_begin && happens(self, Purpose::MisuseOnset, misuse) {
            self.state.outcome.misuse = Some(today);
        }
    }

    /// A misuse screen: everybody in the study pays for it; only misuse of somebody on treatment can be detected.
    fn screen_for_misuse(&mut self) {
        self.state.outcome.cost += self.setting.protocol.world.prices.screen.get();
        let detectable = self.state.on_treatment && self.state.outcome.misuse.is_some();
        let u = |one: &Self| one.draw(Purpose::MisuseScreen).uniform();
        if detectable && u(self) < hazards::SCREEN_SENSITIVITY {
            self.state.outcome.misuse_seen = Some(self.today);
            self.state.stop(self.today, Stopping::Misuse);
        }
    }
}
