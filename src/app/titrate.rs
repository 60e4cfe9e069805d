//! Treating by hand: one person or ten in a row, choice by choice. Plain data and one pure step, so that every key and every
//! button does the same; no browser, no engine.
//!
//! What was chosen is all that is kept. The courses are lived again from it ([`crate::clinic`]), so taking back is leaving
//! out, and the same seed with the same choices is the same course.

mod letters;
pub mod scene;

use crate::clinic::Act as Does;
use crate::clinic::Choice;
use crate::clinic::Hand;
use crate::clinic::TEN;
use crate::engine::hand::Check;

/// How many people are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One.
    One,
    /// Ten in a row, with one tally.
    Ten,
}

/// What has been chosen, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titrating {
    /// One person or ten.
    pub mode: Mode,
    /// The one person, by place in the cast.
    pub person: usize,
    /// What was chosen for the one person.
    pub one: Hand,
    /// The row of ten, counted from 0.
    pub group: usize,
    /// What was chosen for each of the ten, in order; [`TEN`] of them.
    pub ten: Vec<Hand>,
    /// Whose turn it is among the ten; [`TEN`]: nobody's, the clinic is over.
    pub turn: usize,
    /// One of the ten who is looked at once the clinic is over.
    pub looked_at: Option<usize>,
    /// What is marked and not yet done.
    pub marked: Choice,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Marks what to do today.
    Mark(Does),
    /// Orders a check today, or takes the order back.
    Ask,
    /// Does what is marked.
    Give,
    /// Takes the last step back: a choice, a rule that went on, the person before.
    TakeBack,
    /// Lets a rule go on, by its place among those that can.
    Finish(usize),
    /// The next person, or the end of the clinic.
    Next,
    /// The same people from the start.
    Again,
    /// Other people: the next person, the next ten.
    Others,
    /// One person or ten.
    Treat(Mode),
    /// Looks at one of the ten once the clinic is over, or back at all of them.
    Look(Option<usize>),
}

/// What there is to treat: everything that a step asks of the course and the clinic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// How many people.
    pub people: usize,
    /// How many rows of ten.
    pub groups: usize,
    /// How many rules can go on.
    pub rules: usize,
    /// What can be done today; nothing: the course is over.
    pub open: Vec<Does>,
    /// Whether a check can be ordered.
    pub checks: Checks,
}

/// Whether a check can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// It can.
    Offered,
    /// People are asked at every session anyway.
    Always,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A person's course, up to where it has come: by place in the cast.
    Course(usize),
    /// The truth about a person whose course is over.
    Revealed(usize),
    /// The ten and everybody beside them.
    Clinic,
}

impl Titrating {
    /// The first person, and the first ten.
    pub fn new() -> Self {
        Self {
            mode: Mode::One,
            person: 0,
            one: Hand::default(),
            group: 0,
            ten: vec![Hand::default(); TEN],
            turn: 0,
            looked_at: None,
            marked: Choice::plain(Does::Keep),
        }
    }

    /// The person on the screen, by place in the cast.
    pub fn at(&self) -> usize {
        match self.mode {
            Mode::One => self.person,
            Mode::Ten => TEN * self.group + self.looked_at.unwrap_or(self.turn).min(TEN - 1),
        }
    }

    /// What was chosen for the person on the screen.
    pub fn hand(&self) -> &Hand {
        match self.mode {
            Mode::One => &self.one,
            Mode::Ten => &self.ten[self.looked_at.unwrap_or(self.turn).min(TEN - 1)],
        }
    }

    /// Whether the clinic is over.
    pub const fn is_clinic_over(&self) -> bool {
        self.turn >= TEN
    }

    /// What is on the screen, `over` being whether the course of the person there is.
    ///
    /// The truth about one of ten is told when all ten are over: it would tell how to treat the next.
    pub fn stage(&self, over: bool) -> Stage {
        match self.mode {
            Mode::One if over => Stage::Revealed(self.at()),
            Mode::Ten if self.is_clinic_over() => match self.looked_at {
                Some(_) => Stage::Revealed(self.at()),
                None => Stage::Clinic,
            },
            _ => Stage::Course(self.at()),
        }
    }

    /// What there is after an act. What cannot be done changes nothing.
    #[must_use]
    pub fn step(&self, sight: &Sight, act: Act) -> Self {
        let mut next = self.clone();
        let ended = self.mode == Mode::Ten && self.is_clinic_over();
        let deciding = !sight.open.is_empty() && !ended;
        match act {
            Act::Mark(does) if deciding && sight.open.contains(&does) => next.marked.act = does,
            Act::Ask if deciding && sight.checks == Checks::Offered => next.ask(),
            Act::Give if deciding && sight.open.contains(&self.marked.act) => next.give(),
            Act::Finish(rule) if deciding && rule < sight.rules => {
                next.hand_mut().rule = Some(rule);
                next.unmark();
            }
            Act::TakeBack => next.take_back(),
            Act::Next => next.go_on(sight, deciding),
            Act::Again => next.again(),
            Act::Others => next.meet_others(sight),
            Act::Treat(mode) => {
                next.mode = mode;
                next.unmark();
            }
            Act::Look(place) if self.is_clinic_over() && place.is_none_or(|it| it < TEN) => {
                next.looked_at = place;
            }
            _ => {}
        }
        next
    }

    fn hand_mut(&mut self) -> &mut Hand {
        match self.mode {
            Mode::One => &mut self.one,
            Mode::Ten => &mut self.ten[self.turn.min(TEN - 1)],
        }
    }

    fn unmark(&mut self) {
        self.marked = Choice::plain(Does::Keep);
    }

    fn ask(&mut self) {
        self.marked.check = match self.marked.check {
            Check::Usual => Check::Ask,
            Check::Ask => Check::Usual,
        };
    }

    /// A check goes with a dose: without one there is nothing to ask about.
    fn give(&mut self) {
        let mut choice = self.marked;
        if matches!(choice.act, Does::Hold | Does::Stop) {
            choice.check = Check::Usual;
        }
        self.hand_mut().choices.push(choice);
        self.unmark();
    }

    fn take_back(&mut self) {
        self.unmark();
        if self.mode == Mode::Ten && self.is_clinic_over() {
            self.turn = TEN - 1;
            self.looked_at = None;
            return;
        }
        let hand = self.hand_mut();
        if hand.rule.take().is_none() && hand.choices.pop().is_none() && self.mode == Mode::Ten {
            self.turn = self.turn.saturating_sub(1);
        }
    }

    /// Whether there is something to take back.
    pub fn can_take_back(&self) -> bool {
        let hand = self.hand();
        let chosen = hand.rule.is_some() || !hand.choices.is_empty();
        chosen || (self.mode == Mode::Ten && self.turn > 0)
    }

    /// On to the next of ten when this one is over; of one person alone to the next one.
    fn go_on(&mut self, sight: &Sight, deciding: bool) {
        match self.mode {
            Mode::One => self.meet_others(sight),
            Mode::Ten if !deciding && !self.is_clinic_over() => {
                self.turn += 1;
                self.unmark();
            }
            Mode::Ten => {}
        }
    }

    fn again(&mut self) {
        self.unmark();
        match self.mode {
            Mode::One => self.one = Hand::default(),
            Mode::Ten => self.begin(),
        }
    }

    fn begin(&mut self) {
        self.ten = vec![Hand::default(); TEN];
        (self.turn, self.looked_at) = (0, None);
    }

    fn meet_others(&mut self, sight: &Sight) {
        self.unmark();
        match self.mode {
            Mode::One => {
                self.person = (self.person + 1) % sight.people.max(1);
                self.one = Hand::default();
            }
            Mode::Ten => {
                self.group = (self.group + 1) % sight.groups.max(1);
                self.begin();
            }
        }
    }
}

impl Default for Titrating {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests;
