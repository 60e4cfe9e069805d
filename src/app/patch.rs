//! What a reader changed of a scenario: a short list laid over the file, never an edit of the file itself.

#[cfg(feature = "screens")]
mod arms;
#[cfg(feature = "screens")]
mod edit;
#[cfg(not(feature = "screens"))]
#[path = "patch/unedited.rs"]
mod edit;

#[cfg(feature = "screens")]
pub use arms::MOST_BESIDE;
pub use edit::*;

use serde::Deserialize;
use serde::Serialize;

use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::unit::Mix;
use crate::unit::Spread;
use crate::words::page::Word;

/// How severe the people are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeverityMix {
    /// Half of them mild.
    Milder,
    /// None of them mild, seven in ten severe.
    Harder,
}

/// What earlier treatment did for the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PriorMix {
    /// Most were never treated.
    Newer,
    /// Most were treated without response.
    Harder,
}

impl SeverityMix {
    /// The choices in order; none is the scenario's own mix.
    pub const CHOICES: [Option<Self>; 3] = [None, Some(Self::Milder), Some(Self::Harder)];

    /// The word for a choice.
    pub const fn word(choice: Option<Self>) -> Word {
        match choice {
            None => Word::AsScenario,
            Some(Self::Milder) => Word::Milder,
            Some(Self::Harder) => Word::HarderSeverity,
        }
    }

    /// Shares of mild, moderate and severe.
    pub const fn shares(self) -> [f64; 3] {
        match self {
            Self::Milder => [0.50, 0.35, 0.15],
            Self::Harder => [0.0, 0.30, 0.70],
        }
    }
}

impl PriorMix {
    /// The choices in order; none is the scenario's own mix.
    pub const CHOICES: [Option<Self>; 3] = [None, Some(Self::Newer), Some(Self::Harder)];

    /// The word for a choice.
    pub const fn word(choice: Option<Self>) -> Word {
        match choice {
            None => Word::AsScenario,
            Some(Self::Newer) => Word::Newer,
            Some(Self::Harder) => Word::HarderPrior,
        }
    }

    /// Shares of none, partial and non-response, in every class of severity.
    pub const fn shares(self) -> [f64; 3] {
        match self {
            Self::Newer => [0.70, 0.20, 0.10],
            Self::Harder => [0.10, 0.30, 0.60],
        }
    }
}

/// Spread of weights a reader can choose, as the standard deviation of the logarithm in hundredths.
pub const WEIGHT_SPREADS: std::ops::RangeInclusive<u8> = 0..=40;

/// What differs from the scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Patch {
    /// New first rungs of arms - of a fixed arm, its only one - by index of the arm, ascending. An arm whose rule differs
    /// by more than that is among the edits instead.
    pub doses: Vec<(u8, Rung)>,
    /// Arms that were added: which arm of the scenario each is a copy of, by index. They stand behind the scenario's own.
    #[cfg(feature = "screens")]
    pub added: Vec<u8>,
    /// Parts of arms that were edited, by index of the arm, ascending. Only the module with all screens edits any.
    #[cfg(feature = "screens")]
    pub edits: Vec<(u8, Edit)>,
    /// Another mix of severity.
    pub severity: Option<SeverityMix>,
    /// Another mix of earlier treatment.
    pub prior: Option<PriorMix>,
    /// Another spread of weights, hundredths.
    pub weight_spread: Option<u8>,
}

impl Patch {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The rung an arm was moved to.
    pub fn dose(&self, arm: usize) -> Option<Rung> {
        self.doses.iter().find(|(index, _)| usize::from(*index) == arm).map(|(_, rung)| *rung)
    }

    /// Moves the first dose of an arm to a rung, or back to the scenario's.
    pub fn set_dose(&mut self, arm: usize, rung: Option<Rung>) {
        let Ok(arm) = u8::try_from(arm) else { return };
        self.doses.retain(|(index, _)| *index != arm);
        if let Some(rung) = rung {
            let before = self.doses.iter().take_while(|(index, _)| *index < arm).count();
            self.doses.insert(before, (arm, rung));
        }
    }

    /// The scenario's protocol with the changes laid over it.
    ///
    /// An arm that is named after its dose takes the name of its new dose, and one that was edited says so. Changes to
    /// arms that the scenario lacks, or that have no such dose, are left out.
    ///
    /// # Errors
    /// The faults of the changed design.
    pub fn apply(&self, base: &Protocol) -> Result<Protocol, Vec<DesignFault>> {
        let mut design = base.clone().into_design();
        #[cfg(feature = "screens")]
        self.copy_arms(&mut design);
        for (arm, rung) in &self.doses {
            move_arm(&mut design, usize::from(*arm), *rung);
        }
        self.edit_arms(&mut design);
        #[cfg(feature = "screens")]
        self.name_arms(&mut design);
        if let Some(Ok(mix)) = self.severity.map(|mix| Mix::new(mix.shares())) {
            design.population.severity = mix;
        }
        if let Some(Ok(mix)) = self.prior.map(|mix| Mix::new(mix.shares())) {
            design.population.prior = [mix; 3];
        }
        if let Some(Ok(spread)) = self.weight_spread.map(|s| Spread::new(f64::from(s) / 100.0)) {
            design.population.weight.sdlog = spread;
        }
        design.check()
    }
}

fn move_arm(design: &mut Design, index: usize, to: Rung) {
    if to > design.ladder.top() {
        return;
    }
    let new_dose = design.ladder.dose(to);
    let Some(arm) = design.arms.get_mut(index) else { return };
    let Some(rung) = first_of(arm) else { return };
    let old_dose = design.ladder.dose(std::mem::replace(rung, to));
    let name = renamed(&arm.name, old_dose, new_dose);
    // An arm that is not named after its dose keeps its name, also while a copy still has the same.
    if name != arm.name {
        design.arms[index].name = free_name(design, index, &name);
    }
}

/// The rung that an arm with drug begins at, to change.
fn first_of(arm: &mut Arm) -> Option<&mut Rung> {
    match arm.treatment {
        Treatment::Drug => rung_of(&mut arm.titration.rule),
        Treatment::Placebo | Treatment::NoTreatment => None,
    }
}

/// The rung that a rule begins everybody at, to change.
fn rung_of(rule: &mut Rule) -> Option<&mut Rung> {
    match rule {
        Rule::Fixed { at: rung }
        | Rule::Forced { from: rung, .. }
        | Rule::Response { from: rung, .. }
        | Rule::Toxicity { from: rung }
        | Rule::Stepped { from: rung } => Some(rung),
        Rule::Table(table) if table.only_start().is_some() => {
            table.start.first_mut().map(|row| &mut row.at)
        }
        Rule::Severity | Rule::Table(_) => None,
    }
}

/// The name of an arm that is called after its dose, with the new dose: "Start 60, step up", "Start 80, step up".
fn renamed(name: &str, old: f64, new: f64) -> String {
    let (old, new) = (old.to_string(), new.to_string());
    let word = |word: &str| {
        let number = word.trim_end_matches([',', ';', ':']);
        if number == old { word.replacen(&old, &new, 1) } else { word.to_owned() }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The name, or the name with a number behind it when another arm has it.
fn free_name(design: &Design, index: usize, name: &str) -> String {
    let taken =
        |name: &str| design.arms.iter().enumerate().any(|(i, arm)| i != index && arm.name == name);
    if !taken(name) {
        return name.to_owned();
    }
    (2..=design.arms.len() + 1)
        .map(|copy| format!("{name} ({copy})"))
        .find(|name| !taken(name))
        .unwrap_or_default()
}
