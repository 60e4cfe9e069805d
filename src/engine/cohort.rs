//! People who live through one arm side by side.
//!
//! They meet on the days on which everybody is looked at: day 0, day 1 where it is assessed, the end of a week. Between two
//! of these, sessions come in rounds, one of everybody who has any, each on their own day. What is worked out for all of
//! them stands in columns, a place a person, and fills the lanes of whatever registers there are; what a clinician or a
//! schedule decides is done one by one. Nobody meets anybody in earnest: a person's course has the same bits alone and
//! among others.
//!
//! A human in place of the rule uses the same steps on a cohort of one (`hand`): [`Cohort::look`], then
//! [`Cohort::receive`] and [`Cohort::treat`] until nobody is due before the next look.

use super::candidate::Candidate;
use super::case::Case;
use super::case::Setting;
use super::case::State;
use super::desk::Desk;
use super::enrolled::Enrolled;
use super::lanes::Column;
use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::observed::Care;
use super::outcome::Outcome;
use super::terms::Terms;
use super::visitor::Visitor;
use super::witness::Witness;
use crate::unit::Days;

/// People in an arm, and where they have come to.
#[derive(Debug)]
pub struct Cohort<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) terms: Terms,
    pub(super) enrolled: &'a Enrolled,
    pub(super) cases: Vec<Case<'a>>,
    pub(super) states: Vec<State>,
    pub(super) everyone: Lanes,
    pub(super) in_study: Lanes,
    /// Those who had a session in this round.
    pub(super) round: Lanes,
    /// Those of them who came and await a decision.
    pub(super) present: Lanes,
    /// Day of each person's next session; infinite when there is none.
    booked: Column,
    pub(super) desk: &'a mut Desk,
}

impl<'a> Cohort<'a> {
    /// Puts people into an arm.
    pub fn new(setting: Setting<'a>, enrolled: &'a Enrolled, desk: &'a mut Desk) -> Self {
        let people = enrolled.people();
        desk.constants.work_out(&setting, people.iter().map(|(person, _)| person));
        let case = |(lane, (person, care)): (usize, &'a (Candidate, Care))| {
            Case::new(&setting, (person, *care), desk.constants.kept_a_day[lane])
        };
        let cases: Vec<Case> = people.iter().enumerate().map(case).collect();
        let mut booked = [f64::INFINITY; WIDTH];
        booked[..cases.len()].fill(0.0);
        desk.scores.benefit = [0.0; WIDTH];
        let everyone = Lanes::first(cases.len());
        Self {
            setting,
            terms: Terms::of(&setting),
            enrolled,
            states: cases.iter().map(|case| State::new(&setting, case)).collect(),
            cases,
            everyone,
            in_study: everyone,
            round: Lanes::NONE,
            present: Lanes::NONE,
            booked,
            desk,
        }
    }

    /// Lives through all days by the arm's own titration rule.
    pub fn live<W: Witness>(mut self, witness: &mut W) -> Vec<Outcome> {
        let setting = self.setting;
        let mut day = Some(Days(0));
        while let Some(today) = day {
            day = setting.next_look(today);
            self.look(today, witness);
            self.watch(self.everyone, day, witness);
            while self.receive(day.unwrap_or(today), witness) {
                self.treat(witness, |seen| setting.decide(seen));
                self.watch(self.round, day, witness);
            }
        }
        self.into_outcomes()
    }

    /// Those who have a session before a day.
    pub(super) fn booked_before(&self, until: Days) -> Lanes {
        let until = until.get();
        Lanes::of(self.booked.iter().map(|day| *day < until))
    }

    /// What is left to count of everybody, as far as they have come.
    pub fn into_outcomes(self) -> Vec<Outcome> {
        let scores = &self.desk.scores;
        let scores = scores.latent.into_iter().zip(scores.benefit);
        let states = self.states.into_iter().zip(scores);
        states
            .map(|(state, (latent, benefit))| Outcome { latent, benefit, ..state.outcome })
            .collect()
    }

    pub(super) fn visitor(&mut self, lane: usize) -> Visitor<'_, 'a> {
        let state = &mut self.states[lane];
        Visitor {
            setting: &self.setting,
            case: &self.cases[lane],
            today: state.day,
            state,
            scores: &self.desk.scores,
            lane,
        }
    }

    /// Writes down whether a person is still in the study, and when they come next.
    pub(super) fn note_standing(&mut self, lane: usize) {
        let state = &self.states[lane];
        self.booked[lane] = state.next_session().map_or(f64::INFINITY, Days::get);
        if !state.in_study() {
            self.in_study.remove(lane);
        }
    }
}
