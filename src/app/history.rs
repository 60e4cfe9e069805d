//! One history for everything: undo and redo of states. A drag is one step.

use super::shelf::Shelf;
use super::state::Action;
use super::state::Refusal;
use super::state::State;

/// Steps that can be taken back.
const LONGEST: usize = 200;

/// Where an action comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// One step of a drag that may go on.
    Drag,
    /// A step along the days of a course: steps that follow one another are one, and nothing else belongs to them.
    Along,
    /// A finished change.
    Change,
}

/// The state now, those before and those taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<State>,
    now: State,
    future: Vec<State>,
    last: Option<Gesture>,
}

impl History {
    /// The state now.
    pub const fn now(&self) -> &State {
        &self.now
    }

    /// Whether there is something to take back.
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something was taken back.
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The states before, oldest first.
    pub fn past(&self) -> impl DoubleEndedIterator<Item = &State> {
        self.past.iter()
    }

    /// The states that were taken back, the next to return first.
    pub fn future(&self) -> impl Iterator<Item = &State> {
        self.future.iter().rev()
    }

    /// A history as it was kept: states before, oldest first; the state now; states taken back, the next first.
    pub fn kept(past: Vec<State>, now: State, mut future: Vec<State>) -> Self {
        future.reverse();
        Self { past, now, future, last: None }
    }

    /// Goes to a state as one step.
    pub fn go(&mut self, state: State) {
        self.last = None;
        if state != self.now {
            self.step(state);
        }
    }

    /// Takes an action. All steps of one drag, and the change that ends it, are one step of history.
    ///
    /// # Errors
    /// The state's [`Refusal`]; nothing changes then.
    pub fn act(&mut self, shelf: &Shelf, action: &Action, gesture: Gesture) -> Result<(), Refusal> {
        let next = self.now.reduce(shelf, action)?;
        let goes_on = matches!(
            (self.last, gesture),
            (Some(Gesture::Drag), _) | (Some(Gesture::Along), Gesture::Along)
        );
        self.last = Some(gesture);
        if next == self.now {
            return Ok(());
        }
        if goes_on {
            self.now = next;
            self.future.clear();
        } else {
            self.step(next);
        }
        Ok(())
    }

    fn step(&mut self, next: State) {
        self.past.push(std::mem::replace(&mut self.now, next));
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.last = None;
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Takes the last undo back.
    pub fn redo(&mut self) {
        self.last = None;
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::closeup::Followed;
    use crate::protocol::arm::Rung;
    use crate::stream::Seed;

    #[test]
    fn steps_along_the_days_are_one_and_what_follows_is_another() {
        let (mut history, shelf) = (History::default(), Shelf::of_library());
        let follow = |person, day| Action::Follow(Followed { person, day, ..Followed::default() });
        for day in [3, 7, 10] {
            history.act(&shelf, &follow(0, day), Gesture::Along).expect("taken");
        }
        history.act(&shelf, &follow(1, 0), Gesture::Change).expect("taken");
        history.undo();
        assert_eq!(history.now().closeup.followed.day, 10);
        history.undo();
        assert_eq!(*history.now(), State::default());
    }

    #[test]
    fn a_drag_is_one_step() {
        let (mut history, shelf) = (History::default(), Shelf::of_library());
        for rung in [4, 5, 6] {
            history.act(&shelf, &Action::SetDose(1, Rung(rung)), Gesture::Drag).expect("taken");
        }
        history.act(&shelf, &Action::SetDose(1, Rung(6)), Gesture::Change).expect("taken");
        history.act(&shelf, &Action::SetSeed(Seed(1)), Gesture::Change).expect("taken");
        history.undo();
        assert_eq!(history.now().patch.dose(1), Some(Rung(6)));
        history.undo();
        assert_eq!(*history.now(), State::default());
        assert!(!history.can_undo());
        history.redo();
        history.redo();
        assert_eq!(history.now().seed, Seed(1));
        assert!(!history.can_redo());
    }
}
