//! Watching one person: who is looked at, under which arm, on which day, and what is shown. Plain data and one pure step,
//! so that every key and every button does the same; no browser, no engine.

pub mod scene;

use crate::story::find::Description;
use crate::story::find::Found;

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watching {
    /// The person, by place in the cast.
    pub person: usize,
    /// The arm that is watched.
    pub arm: usize,
    /// The arm of the ghost.
    pub other: usize,
    /// Whether the ghost is drawn.
    pub ghost: Ghost,
    /// Whether what nobody reported is shown.
    pub unreported: Unreported,
    /// The chosen day; the visit is the last one up to it.
    pub day: u16,
    /// Whether time runs.
    pub pace: Pace,
    /// Who was looked for last.
    pub sought: Option<Description>,
}

/// Whether the same person under another arm is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ghost {
    /// Drawn.
    Shown,
    /// Not drawn.
    Hidden,
}

/// Whether what nobody reported is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreported {
    /// Shown, as somebody asked for it.
    Revealed,
    /// Not yet.
    Hidden,
}

/// Whether time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Visit after visit.
    Playing,
    /// It stands.
    Paused,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// On to the next visit.
    Forward,
    /// Back to the visit before.
    Back,
    /// On to the next visit that changed anything.
    NextDecision,
    /// To the visit nearest to a day, in the direction of it.
    Go(u16),
    /// To the visit at a place of the log.
    Choose(usize),
    /// Starts or stops the time; at the end it starts again.
    Play,
    /// Time has run on.
    Tick,
    /// Shows what nobody reported, or hides it.
    Reveal,
    /// Draws the ghost, or leaves it away.
    Ghost,
    /// Watches another arm.
    Watch(usize),
    /// Another arm for the ghost.
    Compare(usize),
    /// The next person, from the last to the first.
    NextPerson,
    /// The person before, from the first to the last.
    PreviousPerson,
    /// The next person of this description.
    Find(Description),
}

/// What there is to look at: everything that a step asks of the story and the cast.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    /// How many people.
    pub people: usize,
    /// How many arms.
    pub arms: usize,
    /// The visits of the story: the day, and whether it changed anything.
    pub visits: &'a [(u16, bool)],
    /// Whom each description fits, in the order of [`Description::ALL`].
    pub found: &'a [Vec<Found>; 5],
    /// The arm with placebo.
    pub placebo: Option<usize>,
}

impl Watching {
    /// The first person under an arm, with the ghost of another.
    pub const fn new(arm: usize, other: usize) -> Self {
        Self {
            person: 0,
            arm,
            other,
            ghost: Ghost::Shown,
            unreported: Unreported::Hidden,
            day: 0,
            pace: Pace::Paused,
            sought: None,
        }
    }

    /// The place of the chosen visit: the last one up to the chosen day.
    pub fn visit(&self, visits: &[(u16, bool)]) -> usize {
        visits.iter().rposition(|(day, _)| *day <= self.day).unwrap_or(0)
    }

    /// Whether there is a visit ahead that changed anything.
    pub fn has_decision_ahead(&self, visits: &[(u16, bool)]) -> bool {
        next_decision(visits, self.visit(visits)).is_some()
    }

    /// What is looked at after an act. What cannot be done changes nothing.
    #[must_use]
    pub fn step(&self, sight: &Sight, act: Act) -> Self {
        let mut next = self.clone();
        if act != Act::Tick {
            next.pace = Pace::Paused;
        }
        let at = self.visit(sight.visits);
        match act {
            Act::Forward => next.choose(sight, at + 1),
            Act::Back => next.choose(sight, at.saturating_sub(1)),
            Act::NextDecision => next.choose(sight, next_decision(sight.visits, at).unwrap_or(at)),
            Act::Go(day) => next.choose(sight, towards(sight.visits, at, day)),
            Act::Choose(visit) => next.choose(sight, visit),
            Act::Play => next.play(sight, self.pace),
            Act::Tick if self.pace == Pace::Playing => next.run_on(sight, at),
            Act::Reveal => next.unreported = self.unreported.other(),
            Act::Ghost => next.ghost = self.ghost.other(),
            Act::Watch(arm) => next.watch(sight, arm),
            Act::Compare(arm) if arm < sight.arms && arm != self.arm => {
                (next.other, next.ghost) = (arm, Ghost::Shown);
            }
            Act::Tick | Act::Compare(_) => {}
            Act::NextPerson => next.meet((self.person + 1) % sight.people.max(1), 0),
            Act::PreviousPerson => {
                next.meet(self.person.checked_sub(1).unwrap_or(sight.people.saturating_sub(1)), 0);
            }
            Act::Find(description) => next.find(sight, description),
        }
        next
    }

    fn choose(&mut self, sight: &Sight, visit: usize) {
        if let Some((day, _)) = sight.visits.get(visit) {
            self.day = *day;
        }
    }

    fn play(&mut self, sight: &Sight, was: Pace) {
        if was == Pace::Playing || sight.visits.len() < 2 {
            return;
        }
        self.pace = Pace::Playing;
        if self.visit(sight.visits) + 1 == sight.visits.len() {
            self.choose(sight, 0);
        }
    }

    fn run_on(&mut self, sight: &Sight, at: usize) {
        self.choose(sight, at + 1);
        if at + 2 >= sight.visits.len() {
            self.pace = Pace::Paused;
        }
    }

    /// The arm that was watched becomes the ghost's when both would be the same.
    fn watch(&mut self, sight: &Sight, arm: usize) {
        if arm < sight.arms {
            if arm == self.other {
                self.other = self.arm;
            }
            self.arm = arm;
        }
    }

    fn meet(&mut self, person: usize, day: u16) {
        (self.person, self.day) = (person, day);
    }

    /// The next one after the person looked at, from the last to the first; nobody fits: nothing happens.
    fn find(&mut self, sight: &Sight, description: Description) {
        let place = Description::ALL.iter().position(|known| *known == description).unwrap_or(0);
        let found = &sight.found[place];
        let after = found.iter().find(|found| found.person > self.person);
        if let Some(found) = after.or_else(|| found.first()) {
            self.meet(found.person, found.day.0);
            self.sought = Some(description);
            if let (Description::WellOnPlacebo, Some(placebo)) = (description, sight.placebo) {
                self.watch(sight, placebo);
            }
        }
    }
}

impl Ghost {
    const fn other(self) -> Self {
        match self {
            Self::Shown => Self::Hidden,
            Self::Hidden => Self::Shown,
        }
    }
}

impl Unreported {
    const fn other(self) -> Self {
        match self {
            Self::Revealed => Self::Hidden,
            Self::Hidden => Self::Revealed,
        }
    }
}

fn next_decision(visits: &[(u16, bool)], at: usize) -> Option<usize> {
    let ahead = visits.iter().enumerate().skip(at + 1);
    ahead.filter(|(_, (_, decided))| *decided).map(|(visit, _)| visit).next()
}

/// The first visit from a day on when that lies ahead, the last one up to it when it lies behind: a slider that is moved by a
/// day always moves by a visit.
fn towards(visits: &[(u16, bool)], at: usize, day: u16) -> usize {
    let now = visits.get(at).map_or(0, |(day, _)| *day);
    if day > now {
        let ahead = visits.iter().position(|(at, _)| *at >= day);
        ahead.unwrap_or(visits.len().saturating_sub(1))
    } else {
        visits.iter().rposition(|(at, _)| *at <= day).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
