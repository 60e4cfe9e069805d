//! Takes actions and steps of the history, and does as much as each change asks for.

use super::Page;
use crate::app::history::Gesture;
use crate::app::history::History;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::trouble::Trouble;

impl Page {
    pub(super) fn act(&mut self, action: &Action, gesture: Gesture) {
        let before = self.history.now().clone();
        match self.history.act(&self.shelf, action, gesture) {
            Ok(()) => self.follow_from(&before),
            Err(refusal) => self.trouble = Some(Trouble::Refused(refusal.to_string())),
        }
    }

    /// A step of the history, there or back.
    pub(super) fn go_through(&mut self, step: fn(&mut History)) {
        let before = self.history.now().clone();
        step(&mut self.history);
        self.follow_from(&before);
    }

    /// Does as much as the change from a state to the one now asks for.
    fn follow_from(&mut self, before: &State) {
        let now = self.history.now();
        if *now == *before {
            return;
        }
        let run = self.picture.state.of_people() == now.of_people();
        if run && only_people_differ(before, now) {
            self.picture.state.closeup = now.closeup.clone();
        } else if run && only_view_differs(before, now) {
            self.look();
        } else {
            self.start();
        }
    }

    /// Another view of the same people.
    fn look(&mut self) {
        self.picture.state.view = self.history.now().view;
        self.picture.state.closeup = self.history.now().closeup.clone();
        self.picture.version += 1;
        self.mark_try();
        self.draw();
    }
}

/// Whether other people are looked at, of the same run.
fn only_people_differ(before: &State, after: &State) -> bool {
    State { closeup: after.closeup.clone(), ..before.clone() } == *after
}

fn only_view_differs(before: &State, after: &State) -> bool {
    State { view: after.view, closeup: after.closeup.clone(), ..before.clone() } == *after
}
