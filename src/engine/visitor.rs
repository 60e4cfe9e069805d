//! One person of a cohort on one day: what is decided and counted one by one is done to a visitor.

use super::assessment::Scores;
use super::case::Case;
use super::case::Setting;
use super::case::State;
use super::outcome::Stopping;
use crate::stream::Position;
use crate::stream::Purpose;
use crate::unit::Days;

/// One person on one day.
#[derive(Debug)]
pub(super) struct Visitor<'v, 'a> {
    pub(super) setting: &'v Setting<'a>,
    pub(super) case: &'v Case<'a>,
    pub(super) state: &'v mut State,
    pub(super) scores: &'v Scores,
    pub(super) lane: usize,
    pub(super) today: Days,
}

impl Visitor<'_, '_> {
    /// The draw of a purpose on this day: the same under every arm and for every decision.
    pub(super) fn draw(&self, purpose: Purpose) -> Position {
        self.case.person.key.at(purpose, self.today.0)
    }

    /// Stops treatment for what was observed; a false alarm unless the latent score says the same.
    pub(super) fn stop_seen(&mut self, why: Stopping, truth_agrees: bool) {
        self.state.outcome.false_stop |= self.state.on_treatment && !truth_agrees;
        self.state.stop(self.today, why);
    }
}
