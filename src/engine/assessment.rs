//! Everybody's latent score, what a rater makes of it, and what follows from the score that was seen.

use super::case::Setting;
use super::cohort::Cohort;
use super::constants::Constants;
use super::course;
use super::course::Disposition;
use super::course::Parts;
use super::desk::Desk;
use super::effect;
use super::lanes::Column;
use super::lanes::WIDTH;
use super::lanes::filled;
use super::luck;
use super::observed::Findings;
use super::observed::Relapses;
use super::outcome::ScoreCell;
use super::outcome::Stopping;
use super::screening;
use super::table::DayTerms;
use super::visitor::Visitor;
use super::withdrawal;
use super::witness::Note;
use super::witness::Witness;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::WorseningPolicy;
use crate::protocol::schedule::Phase;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::schedule::Spacing;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::unit::Days;

/// Scores, by place.
#[derive(Debug)]
pub(super) struct Scores {
    /// Fast and slow component of the drug, and the context response before its onset.
    fast: Column,
    slow: Column,
    context: Column,
    /// Latent score of the last visit, and of day 0.
    pub(super) latent: Column,
    first: Column,
    /// What a rater would write down.
    pub(super) rated: [u64; WIDTH],
    /// Sum over days 0, 7, ... of `clamp((B - L)/B, -1, 1)`.
    pub(super) benefit: Column,
}

impl Scores {
    /// None yet.
    pub(super) const fn none() -> Self {
        let [fast, slow, context, latent, first, benefit] = [[0.0; WIDTH]; 6];
        Self { fast, slow, context, latent, first, rated: [0; WIDTH], benefit }
    }

    /// A person's latent improvement since day 0, as a share of the latent score then.
    pub(super) fn improvement(&self, lane: usize) -> f64 {
        (self.first[lane] - self.latent[lane]) / self.first[lane].max(1.0)
    }

    /// Whether a person's latent score lies at 125 % of that of day 0 or above.
    fn is_worse(&self, lane: usize) -> bool {
        self.latent[lane] >= 1.25 * self.first[lane]
    }
}

impl Cohort<'_> {
    /// Works out the scores of today.
    pub(super) fn score(&mut self, today: Days) {
        self.colour(today);
        let Desk { constants, scores, .. } = &mut *self.desk;
        for (lane, state) in self.states.iter().enumerate() {
            (scores.fast[lane], scores.slow[lane]) = (state.drug.fast, state.drug.slow);
        }
        batch::widest(Looks {
            n: filled(self.states.len()),
            day: self.setting.tables.day(today),
            counts: if today.is_weekly() { 1.0 } else { 0.0 },
            efficacy: self.setting.protocol.world.efficacy.get(),
            rater: self.setting.protocol.population.traits.rater.get(),
            people: constants,
            luck: self.enrolled.luck().on(today),
            scores,
        });
        if today.0 == 0 {
            scores.first = scores.latent;
        }
    }

    /// Lets belief colour the context response; where the blind holds it stays as it was on day 0.
    fn colour(&mut self, today: Days) {
        if today.0 == 0 || self.setting.protocol.world.unblinding.get() > 0.0 {
            for lane in 0..self.states.len() {
                self.desk.scores.context[lane] = self.context(lane);
            }
        }
    }

    /// A person's context response before its onset; none without treatment.
    pub(super) fn context(&self, lane: usize) -> f64 {
        match self.setting.arm.treatment {
            Treatment::NoTreatment => 0.0,
            Treatment::Drug | Treatment::Placebo => {
                let unblinding = self.setting.protocol.world.unblinding.get();
                let belief = self.states[lane].belief;
                course::coloured(self.desk.constants.context[lane], unblinding, belief)
            }
        }
    }
}

/// The latent and the rated score of everybody.
struct Looks<'a> {
    n: usize,
    day: DayTerms,
    /// 1 on days that count towards the benefit, else 0.
    counts: f64,
    efficacy: f64,
    rater: f64,
    people: &'a Constants,
    luck: &'a luck::Visit,
    scores: &'a mut Scores,
}

impl Kernel for Looks<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) {
        let Self { people, luck, scores, .. } = self;
        for i in 0..self.n.min(WIDTH) {
            let drug = (scores.fast[i], scores.slow[i]);
            let parts = Parts {
                context: scores.context[i],
                drug: effect::drug_fraction(people.emax[i], drug, self.efficacy),
                fluctuation: luck.fluctuation[i],
                load: luck.load[i],
            };
            let person = Disposition { b: people.b[i], rho: people.rho[i] };
            let latent = course::latent(person, self.day, parts);
            scores.latent[i] = latent;
            scores.benefit[i] += self.counts * ((person.b - latent) / person.b).clamp(-1.0, 1.0);
            scores.rated[i] = screening::wide_score(latent + self.rater * luck.rater[i]);
        }
    }
}

/// What assessments of one day have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Assessing {
    price: f64,
    relapses: Relapses,
    spacing: Spacing,
}

impl Assessing {
    /// Those of a day in an arm.
    pub(super) fn of(setting: &Setting, today: Days) -> Self {
        Self {
            price: setting.protocol.world.prices.assessment.get(),
            relapses: withdrawal::relapse_counts(setting.arm, today),
            spacing: setting.arm.schedule.maintenance.spacing(),
        }
    }
}

impl Visitor<'_, '_> {
    /// A due assessment: the score, or none when it is missed; whether more followed than counting.
    pub(super) fn assess(
        &mut self,
        score: Option<u8>,
        day: &Assessing,
        witness: &mut impl Witness,
    ) -> bool {
        witness.assessed(self.today, score);
        let Some(score) = score else {
            return false;
        };
        let state = &mut *self.state;
        state.outcome.cost += day.price;
        state.outcome.hours += 0.5;
        if self.today.0 == 1 {
            state.outcome.day_one = ScoreCell::seen(score);
            return false;
        }
        state.outcome.weekly[usize::from(state.seen.week)] = ScoreCell::seen(score);
        let findings = state.seen.take_in((self.today, score), day.relapses);
        if self.today.0 == 0 {
            state.seen.rung = self.setting.titrator.start(&state.seen);
            return false;
        }
        let spaced = (state.seen.phase == Phase::Maintenance) && (day.spacing == Spacing::Stretch);
        let follows = findings.relapse | findings.worsening | spaced;
        if follows {
            self.respond_to(findings, witness);
        }
        follows
    }

    /// Rescue, spacing and the worsening stop after an observed score.
    fn respond_to(&mut self, findings: Findings, witness: &mut impl Witness) {
        let (arm, today) = (self.setting.arm, self.today);
        let state = &mut *self.state;
        if findings.relapse {
            witness.noted(today, Note::Relapse);
            state.outcome.relapse = state.outcome.relapse.or(Some(today));
            if today > arm.schedule.landmark() {
                state.outcome.relapse_later = state.outcome.relapse_later.or(Some(today));
            }
        }
        if state.seen.phase == Phase::Maintenance {
            let rescues = arm.schedule.relapse == RelapsePolicy::Rescue;
            if findings.relapse && rescues && state.on_treatment {
                state.seen.phase = Phase::Rescue;
                state.booking.rescue(today);
                state.outcome.rescues += 1;
                witness.noted(today, Note::Rescue);
            } else if let Some(interval) = state.booking.space(&arm.schedule, &state.seen, today) {
                witness.noted(today, Note::Spaced(interval));
            }
        }
        if findings.worsening && arm.monitoring.worsening == WorseningPolicy::Stop {
            let really_worse = self.scores.is_worse(self.lane);
            self.stop_seen(Stopping::Worsening, really_worse);
        }
    }
}

/// The score that a rater gives a latent one: `clamp(round(L + 2.4 Z), 0, 60)`.
pub fn rating(protocol: &Protocol, key: Key, (day, latent): (Days, f64)) -> u8 {
    let sd = protocol.population.traits.rater.get();
    screening::whole_score(latent + sd * key.at(Purpose::Rater, day.0).normal())
}
