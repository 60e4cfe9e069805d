//! Everything that makes a picture - scenario, patch, seed, number of people, view - and the actions that change it.
//! Plain data: no browser, no yew, so that undo, links and tests are one mechanism.

use std::rc::Rc;

use serde::Deserialize;
use serde::Serialize;

use super::closeup::CloseUp;
use super::closeup::Followed;
use super::closeup::Gathering;
use super::closeup::LONGEST_HANDS;
use super::closeup::MOST_FOLLOWED;
use super::closeup::SIZES;
use super::patch::Change;
use super::patch::Patch;
use super::patch::PriorMix;
use super::patch::SeverityMix;
use super::shelf::Shelf;
use crate::protocol::DesignFault;
use crate::protocol::MOST_ARMS;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::stream::Seed;

#[cfg(feature = "screens")]
mod arms;

/// The scenario of the first view.
pub const FIRST_SCENARIO: &str = "low-or-at-once";

/// The seed of the first view: its 100 people lie near the middle of what other seeds show.
pub const DEFAULT_SEED: Seed = Seed(1363);

/// People of the first view.
pub const DEFAULT_PEOPLE: u64 = 2_000;

/// The most people the page runs (model, section 16); the command line has no such limit.
pub const MOST_PEOPLE: u64 = 100_000;

/// The fewest people that make a picture.
pub const FEWEST_PEOPLE: u64 = 100;

/// Groups that a cohort is divided into by one thing.
const GROUPS: u8 = 3;

/// Where the scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// The library, by name.
    Library(String),
    /// A text of the reader's own.
    Own(String),
}

impl Source {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::Library(name) => name.clone(),
            Self::Own(_) => "own text".to_owned(),
        }
    }
}

/// Which two arms stand side by side; none: the usual choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The arm on the left, the one that is changed.
    pub left: Option<u8>,
    /// The arm on the right.
    pub right: Option<u8>,
}

/// Everything that makes a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The scenario.
    pub scenario: Source,
    /// What differs from it.
    pub patch: Patch,
    /// The luck.
    pub seed: Seed,
    /// People asked for.
    pub people: u64,
    /// Which arms are looked at.
    pub view: View,
    /// Which people are looked at.
    pub closeup: CloseUp,
}

/// Everything a reader can do to the state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// Moves the first dose of an arm - of a fixed arm, its only one - to a rung.
    SetDose(u8, Rung),
    /// Another part for an arm.
    Edit(u8, Change),
    /// One more arm, a copy of this one as it is now.
    #[cfg(feature = "screens")]
    AddArm(u8),
    /// An added arm less.
    #[cfg(feature = "screens")]
    RemoveArm(u8),
    /// These arms added, each a copy of an arm of the scenario.
    #[cfg(feature = "screens")]
    Arms(Vec<u8>),
    /// Another mix of severity, or the scenario's.
    SetSeverity(Option<SeverityMix>),
    /// Another mix of earlier treatment, or the scenario's.
    SetPrior(Option<PriorMix>),
    /// Another spread of weights in hundredths, or the scenario's.
    SetWeightSpread(Option<u8>),
    /// Another number of people.
    SetPeople(u64),
    /// Another seed.
    SetSeed(Seed),
    /// Another scenario of the library.
    UseLibrary(String),
    /// The reader's own text, already checked.
    UseText(String),
    /// Other arms side by side.
    Look(View),
    /// Another person, day or arm on the screens of one person.
    Follow(Followed),
    /// Other people on the screen of a cohort.
    Gather(Gathering),
    /// Other choices by hand, in letters.
    Treat(String),
    /// Back to the scenario: nothing differs.
    Restore,
}

/// Why an action cannot be taken; the state stays as it is.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The number of people is out of range.
    #[error("the page runs {FEWEST_PEOPLE} to {MOST_PEOPLE} people, got {0}")]
    People(u64),
    /// The changed design does not fit together.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Design(Vec<DesignFault>),
    /// The scenario has not been read.
    #[error("the scenario \"{0}\" has not been read")]
    NotRead(String),
    /// There is no such arm.
    #[error("there is no such arm")]
    NoArm,
    /// One arm more would not fit beside the others.
    #[cfg(feature = "screens")]
    #[error("{} arms at most stand side by side", super::patch::MOST_BESIDE)]
    FullOfArms,
    /// There is no such person to follow.
    #[error("there are {MOST_FOLLOWED} people to look at, counted from 0")]
    NoPerson,
    /// There is no such size of a cohort, or no such group.
    #[error("there is no such cohort")]
    NoCohort,
    /// Choices by hand that nobody can have made.
    #[error("what was chosen by hand is garbled")]
    Garbled,
}

impl Default for State {
    fn default() -> Self {
        Self {
            scenario: Source::Library(FIRST_SCENARIO.to_owned()),
            patch: Patch::default(),
            seed: DEFAULT_SEED,
            people: DEFAULT_PEOPLE,
            view: View::default(),
            closeup: CloseUp::default(),
        }
    }
}

impl State {
    /// The scenario's protocol as it was read.
    fn of_shelf<'a>(&self, shelf: &'a Shelf) -> Result<&'a Rc<Protocol>, Refusal> {
        shelf.find(&self.scenario).ok_or_else(|| Refusal::NotRead(self.scenario.name()))
    }

    /// The scenario's protocol without the patch, but for copies of its arms that were added.
    ///
    /// # Errors
    /// [`Refusal::NotRead`] when the scenario is not on the shelf.
    pub fn base(&self, shelf: &Shelf) -> Result<Rc<Protocol>, Refusal> {
        let protocol = self.of_shelf(shelf)?;
        #[cfg(feature = "screens")]
        if let Some(longer) = self.patch.lengthened(protocol) {
            return longer.map(Rc::new).map_err(Refusal::Design);
        }
        Ok(protocol.clone())
    }

    /// The protocol that is simulated: the scenario with the patch laid over it.
    ///
    /// # Errors
    /// [`Refusal`] when the scenario is not on the shelf, or the patch does not fit.
    pub fn protocol(&self, shelf: &Shelf) -> Result<Protocol, Refusal> {
        self.patch.apply(self.of_shelf(shelf)?).map_err(Refusal::Design)
    }

    /// The state after an action, or why it cannot be taken.
    ///
    /// # Errors
    /// [`Refusal`]; a state that is returned always has a protocol.
    pub fn reduce(&self, shelf: &Shelf, action: &Action) -> Result<Self, Refusal> {
        let mut next = self.clone();
        next.take(shelf, action)?;
        next.protocol(shelf)?;
        Ok(next)
    }

    fn take(&mut self, shelf: &Shelf, action: &Action) -> Result<(), Refusal> {
        let next = self;
        match action {
            Action::SetDose(arm, rung) => next.set_dose(shelf, usize::from(*arm), *rung)?,
            Action::Edit(arm, change) => {
                let of_scenario = next.arm_of(shelf, *arm)?;
                next.patch.take(usize::from(*arm), &of_scenario, change);
            }
            #[cfg(feature = "screens")]
            Action::AddArm(of) => next.add_arm(shelf, *of)?,
            #[cfg(feature = "screens")]
            Action::RemoveArm(arm) => next.remove_arm(shelf, *arm)?,
            #[cfg(feature = "screens")]
            Action::Arms(added) => next.set_arms(shelf, added)?,
            Action::SetSeverity(mix) => next.patch.severity = *mix,
            Action::SetPrior(mix) => next.patch.prior = *mix,
            Action::SetWeightSpread(spread) => next.patch.weight_spread = *spread,
            Action::SetPeople(people) if (FEWEST_PEOPLE..=MOST_PEOPLE).contains(people) => {
                next.people = *people;
            }
            Action::SetPeople(people) => return Err(Refusal::People(*people)),
            Action::SetSeed(seed) => {
                if next.seed != *seed {
                    next.closeup.forget_people();
                }
                next.seed = *seed;
            }
            Action::UseLibrary(name) => next.open(Source::Library(name.clone())),
            Action::UseText(text) => next.open(Source::Own(text.clone())),
            Action::Look(view) => next.look(shelf, *view)?,
            Action::Follow(followed) => next.follow(*followed)?,
            Action::Gather(gathering) => next.gather(*gathering)?,
            Action::Treat(hands) => next.treat(hands)?,
            Action::Restore => {
                #[cfg(feature = "screens")]
                next.part_from_added(shelf);
                next.patch = Patch::default();
                next.view = View::default();
            }
        }
        Ok(())
    }

    /// An arm of the scenario.
    fn arm_of(&self, shelf: &Shelf, arm: u8) -> Result<Arm, Refusal> {
        self.base(shelf)?.arms.get(usize::from(arm)).cloned().ok_or(Refusal::NoArm)
    }

    fn open(&mut self, scenario: Source) {
        self.scenario = scenario;
        self.patch = Patch::default();
        self.view = View::default();
        self.closeup = CloseUp::default();
    }

    fn set_dose(&mut self, shelf: &Shelf, arm: usize, rung: Rung) -> Result<(), Refusal> {
        let base = self.base(shelf)?;
        let of_scenario = base.arms.get(arm).filter(|_| rung <= base.ladder.top());
        let moved = of_scenario.and_then(|of| self.patch.move_first(arm, of, rung));
        moved.ok_or(Refusal::NoArm)
    }

    fn look(&mut self, shelf: &Shelf, view: View) -> Result<(), Refusal> {
        let arms = self.base(shelf)?.arms.len();
        let exists = |arm: Option<u8>| arm.is_none_or(|arm| usize::from(arm) < arms);
        if !exists(view.left) || !exists(view.right) {
            return Err(Refusal::NoArm);
        }
        self.view = view;
        Ok(())
    }

    /// The arms of the screens of one person are more than those of the study; those say which they have.
    fn follow(&mut self, followed: Followed) -> Result<(), Refusal> {
        let exists = |arm: Option<u8>| arm.is_none_or(|arm| usize::from(arm) < MOST_ARMS);
        if followed.person >= MOST_FOLLOWED {
            return Err(Refusal::NoPerson);
        }
        if !exists(followed.arm) || !exists(followed.other) {
            return Err(Refusal::NoArm);
        }
        if followed.person != self.closeup.followed.person {
            self.closeup.forget_one();
        }
        self.closeup.followed = followed;
        Ok(())
    }

    fn gather(&mut self, gathering: Gathering) -> Result<(), Refusal> {
        let exists = |group: &Option<u8>| group.is_none_or(|group| group < GROUPS);
        if usize::from(gathering.size) >= SIZES.len() || !gathering.groups.iter().all(exists) {
            return Err(Refusal::NoCohort);
        }
        self.closeup.gathering = gathering;
        Ok(())
    }

    fn treat(&mut self, hands: &str) -> Result<(), Refusal> {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.';
        if hands.len() > LONGEST_HANDS || !hands.bytes().all(known) {
            return Err(Refusal::Garbled);
        }
        #[cfg(feature = "screens")]
        if super::titrate::Titrating::of_letters(hands, 0).is_none() {
            return Err(Refusal::Garbled);
        }
        hands.clone_into(&mut self.closeup.hands);
        Ok(())
    }

    /// The state without what makes no difference to a person.
    #[must_use]
    pub fn of_people(&self) -> Self {
        let (view, closeup) = (View::default(), CloseUp::default());
        Self { people: 0, view, closeup, ..self.clone() }
    }

    /// The two arms side by side: as chosen, or else the last arm and the second with drug; the first, if all have drug
    /// and it is what the others are compared with.
    pub fn side_by_side(&self, protocol: &Protocol) -> (usize, usize) {
        let last = protocol.arms.len().saturating_sub(1);
        let with_drug: Vec<usize> = (0..protocol.arms.len())
            .filter(|arm| protocol.arms[*arm].treatment == Treatment::Drug)
            .collect();
        let has_reference = with_drug.len() <= last;
        let second = with_drug.get(1).copied().filter(|arm| has_reference && *arm < last);
        let usual = second.unwrap_or(0);
        let chosen = |arm: Option<u8>, usual| arm.map_or(usual, usize::from).min(last);
        (chosen(self.view.left, usual), chosen(self.view.right, last))
    }
}

impl State {
    /// The one of the two arms side by side whose first dose the first view offers to change: the one on the left, or
    /// else the one whose rule finds its dose beside one dose throughout.
    pub fn changed_arm(&self, protocol: &Protocol) -> usize {
        let (left, right) = self.side_by_side(protocol);
        let begins = |arm| first_rung(protocol, arm).is_some();
        let finds = |arm| !is_fixed(protocol, arm) && begins(arm);
        let other = (is_fixed(protocol, left) && finds(right)) || (!begins(left) && begins(right));
        if other { right } else { left }
    }
}

/// The rung that an arm with drug begins at, if its rule begins everybody at the same one: the control's value.
pub fn first_rung(protocol: &Protocol, arm: usize) -> Option<Rung> {
    let arm = protocol.arms.get(arm)?;
    match &arm.titration.rule {
        _ if arm.treatment != Treatment::Drug => None,
        Rule::Fixed { at: rung }
        | Rule::Forced { from: rung, .. }
        | Rule::Response { from: rung, .. }
        | Rule::Toxicity { from: rung }
        | Rule::Stepped { from: rung } => Some(*rung),
        Rule::Table(table) => table.only_start(),
        Rule::Severity => None,
    }
}

/// Whether an arm gives one dose throughout, so that its first dose is its only one.
pub fn is_fixed(protocol: &Protocol, arm: usize) -> bool {
    let rule = protocol.arms.get(arm).map(|arm| &arm.titration.rule);
    rule.is_some_and(|rule| matches!(rule, Rule::Fixed { .. }))
}

#[cfg(test)]
mod tests;
