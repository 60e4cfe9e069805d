//! Finding somebody: descriptions of a life, each with its rule, and the people of the cast whom it fits.

use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::lanes::WIDTH;
use crate::engine::log::Event;
use crate::engine::log::Log;
use crate::engine::observed::is_response;
use crate::engine::outcome::Outcome;
use crate::engine::witness::Attendance;
use crate::engine::witness::Each;
use crate::engine::witness::Note;
use crate::protocol::arm::Rung;
use crate::unit::Days;

use super::cast::Cast;
use super::is_unseen;

/// Somebody who ...
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Description {
    /// Was better at the last check-up, and at none before half-time.
    RespondedLate,
    /// Had a severe event that nobody reported.
    HarmedUnseen,
    /// Was raised to the highest dose of the arm and not better at the last check-up that took place.
    ClimbedInVain,
    /// Was better at the last check-up under placebo.
    WellOnPlacebo,
    /// Had a relapse while sessions were a week or more apart, or over.
    RelapsedWhenSpaced,
}

impl Description {
    /// All of them in order.
    pub const ALL: [Self; 5] = [
        Self::RespondedLate,
        Self::HarmedUnseen,
        Self::ClimbedInVain,
        Self::WellOnPlacebo,
        Self::RelapsedWhenSpaced,
    ];

    /// The arm in which it is looked for, when another one is watched; none when no arm could show it.
    pub fn arm(self, cast: &Cast, watched: usize) -> Option<usize> {
        if self == Self::WellOnPlacebo { cast.placebo() } else { Some(watched) }
    }

    /// The day on which it shows, if it fits a life.
    fn shows(self, life: &Life) -> Option<Days> {
        match self {
            Self::RespondedLate => {
                let half = Days(life.horizon.0 / 2);
                let first = life.responses().next().filter(|day| *day > half);
                first.filter(|_| life.better_at_end())
            }
            Self::HarmedUnseen => life.sessions().find_map(|(day, event)| match event {
                Event::Attended(_, Attendance::Given(given)) => is_unseen(given, 3).then_some(day),
                _ => None,
            }),
            Self::ClimbedInVain => life.climbed().filter(|_| !life.better_at_last()),
            Self::WellOnPlacebo => life.responses().next().filter(|_| life.better_at_end()),
            Self::RelapsedWhenSpaced => life.relapsed_spaced(),
        }
    }
}

/// Somebody whom a description fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The person, by place in the cast.
    pub person: usize,
    /// The day on which it shows.
    pub day: Days,
}

/// The people of the cast whom each description fits, in order; descriptions in the order of [`Description::ALL`].
pub fn find(cast: &Cast, watched: usize) -> [Vec<Found>; 5] {
    let here = lives(cast, watched);
    let placebo = cast.placebo();
    let there = match placebo {
        Some(arm) if arm != watched => lives(cast, arm),
        _ => Vec::new(),
    };
    Description::ALL.map(|description| {
        let lives = match description.arm(cast, watched) {
            None => return Vec::new(),
            Some(arm) if arm == watched => &here,
            Some(_) => &there,
        };
        let found = |(person, life): (usize, &Life)| {
            description.shows(life).map(|day| Found { person, day })
        };
        lives.iter().enumerate().filter_map(found).collect()
    })
}

/// A life to be described.
struct Life {
    outcome: Outcome,
    log: Log,
    horizon: Days,
    highest: Rung,
}

/// Everybody of the cast in an arm, in order.
fn lives(cast: &Cast, arm: usize) -> Vec<Life> {
    let protocol = &cast.ready.protocol;
    let Some(it) = protocol.arms.get(arm) else { return Vec::new() };
    let mut desk = Desk::new();
    let mut lives = Vec::with_capacity(cast.people.len());
    for block in cast.people.chunks(WIDTH) {
        let people = block.iter().map(|(_, person, care)| (person.clone(), *care)).collect();
        let enrolled = cast.ready.enrolled(people);
        let mut logs = Each::new(vec![Log::default(); block.len()]);
        let setting = Setting::new(protocol, cast.ready.tables(), it);
        let outcomes = Cohort::new(setting, &enrolled, &mut desk).live(&mut logs);
        let (horizon, highest) = (protocol.horizon(), it.titration.highest);
        let pairs = outcomes.into_iter().zip(logs.into_people());
        lives.extend(pairs.map(|(outcome, log)| Life { outcome, log, horizon, highest }));
    }
    lives
}

impl Life {
    fn events(&self) -> impl Iterator<Item = (Days, &Event)> {
        self.log.entries.iter().map(|entry| (entry.day, &entry.event))
    }

    fn sessions(&self) -> impl Iterator<Item = (Days, &Event)> {
        self.events().filter(|(_, event)| matches!(event, Event::Attended(..)))
    }

    /// Check-ups that took place, after the start.
    fn scores(&self) -> impl Iterator<Item = (Days, u8)> {
        self.events().filter_map(|(day, event)| match event {
            Event::Assessed(Some(score)) if day.0 > 0 => Some((day, *score)),
            _ => None,
        })
    }

    fn is_better(&self, score: u8) -> bool {
        is_response(self.outcome.baseline(), score)
    }

    /// Days of check-ups at which the person was better.
    fn responses(&self) -> impl Iterator<Item = Days> {
        self.scores().filter(|(_, score)| self.is_better(*score)).map(|(day, _)| day)
    }

    fn better_at_end(&self) -> bool {
        self.outcome.response(self.horizon) == Some(true)
    }

    fn better_at_last(&self) -> bool {
        self.scores().last().is_some_and(|(_, score)| self.is_better(score))
    }

    /// The day on which the dose was raised to the arm's highest from below.
    fn climbed(&self) -> Option<Days> {
        let mut rungs = self.sessions().filter_map(|(day, event)| match event {
            Event::Attended(rung, Attendance::Given(_)) => Some((day, *rung)),
            _ => None,
        });
        let (_, first) = rungs.next()?;
        let top = rungs.find(|(_, rung)| *rung == self.highest)?;
        (first < self.highest).then_some(top.0)
    }

    fn relapsed_spaced(&self) -> Option<Days> {
        let mut spaced = false;
        for (day, event) in self.events() {
            match event {
                Event::Noted(Note::Maintenance(interval)) => {
                    spaced = interval.is_none_or(|days| days.0 >= 7);
                }
                Event::Noted(Note::Spaced(days)) => spaced = days.0 >= 7,
                Event::Noted(Note::Relapse) if spaced => return Some(day),
                Event::Noted(Note::Rescue) => spaced = false,
                _ => {}
            }
        }
        None
    }
}
