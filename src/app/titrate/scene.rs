//! What is seen of the person who is treated, drawn and put into words; and at the end what was true. No browser.

use std::rc::Rc;

use super::Checks;
use super::Mode;
use super::Sight;
use super::Stage;
use super::Titrating;
use crate::chart::Chart;
use crate::chart::plot::Width;
use crate::chart::slot::Slot;
use crate::clinic::Act as Does;
use crate::clinic::Clinic;
use crate::clinic::Course;
use crate::clinic::Hand;
use crate::clinic::Standing;
use crate::clinic::TEN;
use crate::clinic::count::Count;
use crate::clinic::count::Total;
use crate::clinic::truth::Truth;
use crate::engine::observed::Observed;
use crate::protocol::arm::Treatment;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::unit::Days;
use crate::words::titrate;
use crate::words::titrate::tally;

mod picture;

/// The person on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What could be seen.
    pub course: Course,
    /// What was true, once it may be told.
    pub truth: Option<Truth>,
    /// The ten, once their clinic is over.
    pub clinic: Option<Ten>,
    /// Of the ten who are over, what could be seen; the last may be the person on the screen.
    pub seen: Vec<Count>,
    /// The slots of all arms beside the reader's.
    pub slots: Vec<Option<Slot>>,
}

/// The ten at the end: by hand and under each rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Ten {
    /// The people and their truths, in order.
    pub people: Vec<Truth>,
    /// Each person's count by hand.
    pub own: Vec<Count>,
    /// Each person's count under each rule, in the order of [`Clinic::beside`].
    pub twins: Vec<Vec<Count>>,
}

impl Scene {
    /// What there is to see; none when nobody is there.
    pub fn of(clinic: &Clinic, titrating: &Titrating) -> Option<Self> {
        let course = clinic.course(titrating.at(), titrating.hand())?;
        let stage = titrating.stage(course.is_over());
        let truth = match stage {
            Stage::Revealed(person) => clinic.truth(person, titrating.hand()),
            Stage::Course(_) | Stage::Clinic => None,
        };
        let ten = if stage == Stage::Clinic { Ten::of(clinic, titrating) } else { None };
        let seen = seen(clinic, titrating, &course);
        Some(Self { course, truth, clinic: ten, seen, slots: slots(clinic) })
    }

    /// What a step may ask of it.
    pub fn sight(&self, clinic: &Clinic) -> Sight {
        let top = clinic.protocol().ladder.top();
        let open = self.awaiting().map_or_else(Vec::new, |(_, seen)| {
            Does::ALL.into_iter().filter(|does| does.is_open(seen.rung, top)).collect()
        });
        Sight {
            people: clinic.cast.people.len(),
            groups: clinic.groups(),
            rules: clinic.finishers.len(),
            open,
            checks: if clinic.asks_always() { Checks::Always } else { Checks::Offered },
        }
    }

    /// The day and what a rule would be told, while a decision is awaited.
    pub fn awaiting(&self) -> Option<(Days, Observed)> {
        match self.course.standing {
            Standing::Awaiting(day, seen) => Some((day, seen)),
            Standing::Over => None,
        }
    }

    /// The slot of an arm beside the reader's.
    pub fn slot(&self, arm: usize) -> Option<Slot> {
        self.slots.get(arm).copied().flatten()
    }

    /// The tally of the ten so far, as it could be seen.
    pub fn total(&self) -> Total {
        Total::of(&self.seen)
    }

    /// The arms that have a colour here, each with its place in [`Clinic::beside`].
    pub fn lettered(&self, clinic: &Clinic) -> Vec<(usize, usize, Slot)> {
        let beside = clinic.beside.iter().enumerate();
        beside.filter_map(|(place, arm)| Some((place, *arm, self.slot(*arm)?))).collect()
    }

    /// The picture, for wide pages and for narrow ones.
    pub fn charts(&self, clinic: &Clinic, titrating: &Titrating) -> (Rc<Chart>, Rc<Chart>) {
        let drawn = picture::Drawn::of(self, clinic, titrating);
        let chart = |width| Rc::new(drawn.chart(self, clinic, width));
        (chart(Width::Wide), chart(Width::Narrow))
    }
}

impl Ten {
    /// The ten under every hand, a row a person and rule: for other programs.
    pub fn table(&self, clinic: &Clinic, group: usize) -> Table {
        let name = |arm: usize| clinic.protocol().arms[arm].name.clone();
        let mut rows = rows(group, &name(clinic.you()), &self.own);
        for (arm, counts) in clinic.beside.iter().zip(&self.twins) {
            rows.extend(self::rows(group, &name(*arm), counts));
        }
        let columns = tally::COLUMNS.map(|word| word.en().to_owned()).to_vec();
        Table { caption: titrate::of_seed(clinic.cast.seed.0), columns, rows }
    }

    fn of(clinic: &Clinic, titrating: &Titrating) -> Option<Self> {
        let protocol = clinic.protocol();
        let first = TEN * titrating.group;
        let truth = |(i, hand): (usize, &Hand)| clinic.truth(first + i, hand);
        let people: Option<Vec<Truth>> = titrating.ten.iter().enumerate().map(truth).collect();
        let people = people?;
        let own = people.iter().map(|truth| Count::of(&truth.own, protocol)).collect();
        let under = |place: usize| -> Vec<Count> {
            let twins = people.iter().filter_map(|truth| truth.twins.get(place));
            twins.map(|story| Count::of(story, protocol)).collect()
        };
        let twins = (0..clinic.beside.len()).map(under).collect();
        Some(Self { people, own, twins })
    }
}

fn rows(group: usize, name: &str, counts: &[Count]) -> Vec<Vec<Cell>> {
    let count = |n: usize| Cell::Count(n as u64);
    let row = |(i, it): (usize, &Count)| {
        vec![
            count(TEN * group + i + 1),
            Cell::Text(name.to_owned()),
            Cell::Count(u64::from(it.score.0)),
            Cell::Count(u64::from(it.score.1)),
            Cell::Text(tally::ending(it)),
            count(it.severe),
            it.untold.map_or(Cell::Missing, count),
            count(it.visits),
            count(it.changes),
        ]
    };
    counts.iter().enumerate().map(row).collect()
}

/// What could be seen of those of the ten who are over.
fn seen(clinic: &Clinic, titrating: &Titrating, course: &Course) -> Vec<Count> {
    if titrating.mode == Mode::One {
        return Vec::new();
    }
    let first = TEN * titrating.group;
    let before = titrating.ten.iter().enumerate().take(titrating.turn);
    let counted = |(i, hand): (usize, &Hand)| {
        let course = clinic.course(first + i, hand)?;
        Some(Count::seen(&course, clinic.protocol()))
    };
    let mut counts: Vec<Count> = before.filter_map(counted).collect();
    if titrating.turn < TEN && course.is_over() {
        counts.push(Count::seen(course, clinic.protocol()));
    }
    counts
}

/// A to D for the first four arms with drug beside the reader's, R for the reference.
fn slots(clinic: &Clinic) -> Vec<Option<Slot>> {
    let mut slots = vec![None; clinic.protocol().arms.len()];
    let mut free = [Slot::A, Slot::B, Slot::C, Slot::D].into_iter();
    let mut reference = Some(Slot::R);
    for arm in &clinic.beside {
        slots[*arm] = match clinic.protocol().arms[*arm].treatment {
            Treatment::Drug => free.next(),
            Treatment::Placebo | Treatment::NoTreatment => reference.take(),
        };
    }
    slots
}
