//! What a reader changed of one arm: whole parts in place of the scenario's, and only those that differ from it.

use serde::Deserialize;
use serde::Serialize;

use super::Patch;
use super::first_of;
use super::free_name;
use super::renamed;
use super::rung_of;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::schedule::Schedule;
use crate::protocol::titration::Titration;
use crate::words::edit::edited_name;

/// Parts of an arm that stand in place of the scenario's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// How the dose is found.
    pub titration: Option<Titration>,
    /// How people are watched.
    pub monitoring: Option<Monitoring>,
    /// When people come.
    pub schedule: Option<Schedule>,
    /// What is given, and how.
    pub given: Option<Given>,
}

/// What is given, to whom it is known, and how it gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What the syringe holds.
    pub treatment: Treatment,
    /// Whether people know what they get.
    pub blinding: Blinding,
    /// Whether the dose follows weight.
    pub dosing: Dosing,
    /// How it is given.
    pub route: Route,
}

impl Given {
    /// What an arm gives.
    pub const fn of(arm: &Arm) -> Self {
        let Arm { treatment, blinding, dosing, route, .. } = arm;
        Self { treatment: *treatment, blinding: *blinding, dosing: *dosing, route: *route }
    }
}

impl Edit {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Lays the parts over an arm; its name stays.
    pub fn lay_over(&self, arm: &mut Arm) {
        if let Some(titration) = &self.titration {
            arm.titration.clone_from(titration);
        }
        if let Some(monitoring) = &self.monitoring {
            arm.monitoring.clone_from(monitoring);
        }
        if let Some(schedule) = &self.schedule {
            arm.schedule.clone_from(schedule);
        }
        if let Some(Given { treatment, blinding, dosing, route }) = self.given {
            (arm.treatment, arm.blinding) = (treatment, blinding);
            (arm.dosing, arm.route) = (dosing, route);
        }
    }
}

/// The part, unless it is the scenario's.
fn unless_same<T: PartialEq>(part: T, of_scenario: &T) -> Option<T> {
    (part != *of_scenario).then_some(part)
}

/// Another part for an arm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Another rule.
    Titration(Titration),
    /// Other monitoring.
    Monitoring(Monitoring),
    /// Another schedule.
    Schedule(Schedule),
    /// Something else given.
    Given(Given),
    /// Several as one: only their end has to fit together.
    All(Vec<Self>),
}

impl Patch {
    /// What was edited of an arm.
    pub fn edit(&self, arm: usize) -> Option<&Edit> {
        self.edits.iter().find(|(index, _)| usize::from(*index) == arm).map(|(_, edit)| edit)
    }

    /// Changes what is edited of an arm; an edit that changes nothing leaves no trace.
    fn change(&mut self, arm: usize, change: impl FnOnce(&mut Edit)) {
        let Ok(arm) = u8::try_from(arm) else { return };
        let before = self.edits.iter().take_while(|(index, _)| *index < arm).count();
        if self.edits.get(before).is_none_or(|(index, _)| *index != arm) {
            self.edits.insert(before, (arm, Edit::default()));
        }
        change(&mut self.edits[before].1);
        if self.edits[before].1.is_empty() {
            self.edits.remove(before);
        }
    }

    /// Another part for an arm of the scenario; the scenario's own leaves no trace.
    pub fn take(&mut self, arm: usize, of_scenario: &Arm, change: &Change) {
        match change {
            Change::Titration(titration) => self.set_titration(arm, of_scenario, titration.clone()),
            Change::Monitoring(part) => self.change(arm, |edit| {
                edit.monitoring = unless_same(part.clone(), &of_scenario.monitoring);
            }),
            Change::Schedule(part) => self.change(arm, |edit| {
                edit.schedule = unless_same(part.clone(), &of_scenario.schedule);
            }),
            Change::Given(part) => self.change(arm, |edit| {
                edit.given = unless_same(*part, &Given::of(of_scenario));
            }),
            Change::All(all) => all.iter().for_each(|change| self.take(arm, of_scenario, change)),
        }
    }

    /// A rule that only begins at another dose than the scenario's is a dose that was moved.
    fn set_titration(&mut self, arm: usize, of_scenario: &Arm, titration: Titration) {
        let rung = moved_only(of_scenario, &titration);
        self.set_dose(arm, rung);
        let titration = if rung.is_some() { of_scenario.titration.clone() } else { titration };
        self.change(arm, |edit| edit.titration = unless_same(titration, &of_scenario.titration));
    }

    /// Moves the first dose of an arm of the scenario as it is now; none when it has no such dose.
    pub fn move_first(&mut self, arm: usize, of_scenario: &Arm, to: Rung) -> Option<()> {
        let mut now = self.lay_over(arm, of_scenario);
        *first_of(&mut now)? = to;
        self.set_titration(arm, of_scenario, now.titration);
        Some(())
    }

    /// Lays what was edited over the arms of a design.
    pub(super) fn edit_arms(&self, design: &mut Design) {
        for (arm, edit) in &self.edits {
            edit_arm(design, usize::from(*arm), edit);
        }
    }

    /// An arm of the scenario with what was changed of it; its name stays.
    #[must_use]
    pub fn lay_over(&self, index: usize, of_scenario: &Arm) -> Arm {
        let mut arm = of_scenario.clone();
        if let (Some(first), Some(to)) = (first_of(&mut arm), self.dose(index)) {
            *first = to;
        }
        if let Some(edit) = self.edit(index) {
            edit.lay_over(&mut arm);
        }
        arm
    }

    /// The same without the first dose of an arm: what tries of that dose have in common.
    #[must_use]
    pub fn but_for_dose(mut self, arm: usize) -> Self {
        self.set_dose(arm, None);
        let edit = self.edits.iter_mut().find(|(index, _)| usize::from(*index) == arm);
        let titration = edit.and_then(|(_, edit)| edit.titration.as_mut());
        if let Some(rung) = titration.and_then(|titration| rung_of(&mut titration.rule)) {
            *rung = Rung(0);
        }
        self
    }
}

fn edit_arm(design: &mut Design, index: usize, edit: &Edit) {
    let ladder = design.ladder.clone();
    let Some(arm) = design.arms.get_mut(index) else { return };
    let before = first_of(arm).copied();
    edit.lay_over(arm);
    let dose =
        |rung: Option<Rung>| rung.filter(|rung| *rung <= ladder.top()).map(|r| ladder.dose(r));
    let name = match (dose(before), dose(first_of(arm).copied())) {
        (Some(old), Some(new)) => renamed(&arm.name, old, new),
        _ => arm.name.clone(),
    };
    design.arms[index].name = free_name(design, index, &edited_name(&name));
}

/// The first rung of a rule that is the arm's own but for it.
fn moved_only(of_scenario: &Arm, titration: &Titration) -> Option<Rung> {
    let (mut arm, mut wanted) = (of_scenario.clone(), titration.rule.clone());
    let (from, to) = (first_of(&mut arm)?, *rung_of(&mut wanted)?);
    let moved = std::mem::replace(from, to) != to;
    (moved && to <= titration.highest && arm.titration == *titration).then_some(to)
}
