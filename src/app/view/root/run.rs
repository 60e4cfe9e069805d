//! Runs: starts and stops them, hears of them, puts their pictures up.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::Context;

use super::Message;
use super::Page;
use crate::app::closeup::CloseUp;
use crate::app::picture::Picture;
use crate::app::pool::PoolEvent;
use crate::app::state::first_rung;
use crate::app::view::drawn;
use crate::app::view::runbar::Status;
use crate::chart::tries::Try;
use crate::tally::Tally;
use crate::words::sentence;

/// A finished run is announced after this pause, so that a drag is not read out step by step.
const ANNOUNCE_AFTER: u32 = 600;

impl Page {
    /// Runs the state as it is now, in place of whatever is under way.
    pub(super) fn start(&mut self) {
        self.trouble = None;
        self.pause = None;
        let state = self.history.now();
        let (Ok(base), Ok(protocol)) = (state.base(&self.shelf), state.protocol(&self.shelf))
        else {
            return;
        };
        (self.base, self.protocol) = (base, Rc::new(protocol));
        self.run += 1;
        self.status = Status::Running { done: 0, of: state.people };
        if let Some(pool) = &self.pool {
            pool.start(self.run, self.protocol.clone(), (state.seed, state.people));
        }
    }

    pub(super) fn cancel(&mut self) {
        if let Some(pool) = &self.pool {
            pool.stop();
        }
        self.run += 1;
        let of = self.history.now().people;
        self.status = Status::Stopped { done: self.picture.tally.enrolled, of };
    }

    pub(super) fn hear(&mut self, ctx: &Context<Self>, event: PoolEvent) {
        match event {
            PoolEvent::Progress { run, done, tally, complete } if run == self.run => {
                if let Some(tally) = tally {
                    self.show(tally);
                }
                let of = self.history.now().people;
                self.status = if complete { Status::Done } else { Status::Running { done, of } };
                if complete {
                    self.digest = self.picture.tally.digest().ok();
                    let link = ctx.link().clone();
                    let announce = move || link.send_message(Message::Announce);
                    self.pause = Some(Timeout::new(ANNOUNCE_AFTER, announce));
                }
            }
            PoolEvent::Progress { .. } => {}
            PoolEvent::Trouble(trouble) => {
                if matches!(self.status, Status::Running { .. }) {
                    self.status = Status::Failed;
                }
                self.trouble = Some(trouble);
            }
        }
    }

    /// Says once how a run ended, writes it down, and keeps what can be lost.
    pub(super) fn announce(&mut self) {
        let sentence = sentence::flat(&drawn::finding(&self.picture));
        let (people, seed) = (self.picture.tally.enrolled, self.picture.state.seed.0);
        self.announced = sentence::finished(people, seed, &sentence);
        self.keep();
        let base = self.picture.state.base(&self.shelf);
        if base.is_ok_and(|base| self.runs.take(&self.picture, &base)) {
            self.keep_runs();
        }
    }

    pub(super) fn show(&mut self, tally: Rc<Tally>) {
        self.picture = Picture {
            state: self.history.now().clone(),
            protocol: self.protocol.clone(),
            tally,
            version: self.picture.version + 1,
        };
        self.mark_try();
        self.draw();
    }

    /// Leaves a mark for the dose that is offered to change; marks of other people, or of another arm, are wiped.
    pub(super) fn mark_try(&mut self) {
        let arm = self.picture.changed_arm();
        let mut under = self.picture.state.clone();
        under.patch = under.patch.but_for_dose(arm);
        (under.people, under.closeup) = (0, CloseUp::default());
        let Some(rung) = first_rung(&self.picture.protocol, arm) else { return };
        let mut tries =
            if under == self.tried_under { std::mem::take(&mut self.tries) } else { Vec::new() };
        let step = usize::from(rung.0);
        tries.retain(|tried| tried.step != step);
        tries.push(Try { step, severe: self.picture.counts(arm).severe });
        (self.tries, self.tried_under) = (tries, under);
    }
}
