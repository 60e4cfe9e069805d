//! Arms are added to a study and taken away again; what is looked at stays.

use super::Refusal;
use super::State;
use super::View;
use crate::app::patch::MOST_BESIDE;
use crate::app::shelf::Shelf;
use crate::app::titrate::Titrating;
use crate::protocol::MOST_ARMS;

impl State {
    /// The arms of the scenario without those that were added.
    fn own_arms(&self, shelf: &Shelf) -> Result<usize, Refusal> {
        self.of_shelf(shelf).map(|protocol| protocol.arms.len())
    }

    /// Adds a copy of an arm as it is now; the two side by side stay.
    pub(super) fn add_arm(&mut self, shelf: &Shelf, of: u8) -> Result<(), Refusal> {
        let before = self.protocol(shelf)?;
        let arms = before.arms.len();
        if usize::from(of) >= arms {
            return Err(Refusal::NoArm);
        }
        if arms >= MOST_BESIDE {
            return Err(Refusal::FullOfArms);
        }
        let pair = self.side_by_side(&before);
        let own = self.own_arms(shelf)?;
        self.patch.add_arm(of, own);
        // The screens of one person have more arms behind those of the study.
        self.move_followed(|arm| Some(if usize::from(arm) < arms { arm } else { arm + 1 }));
        self.forget_rules();
        self.look_at(shelf, pair.into())
    }

    /// Takes an added arm away; one that stood side by side with another leaves its place to the usual choice.
    pub(super) fn remove_arm(&mut self, shelf: &Shelf, arm: u8) -> Result<(), Refusal> {
        let pair = self.side_by_side(&self.protocol(shelf)?);
        let own = self.own_arms(shelf)?;
        self.patch.remove_arm(arm, own).ok_or(Refusal::NoArm)?;
        let after = |at: u8| (at != arm).then(|| if at > arm { at - 1 } else { at });
        self.move_followed(after);
        self.forget_rules();
        let View { left, right } = pair.into();
        let view = View { left: left.and_then(after), right: right.and_then(after) };
        self.look_at(shelf, view)
    }

    /// The added arms as a link has them: what they copy, by place in the scenario.
    pub(super) fn set_arms(&mut self, shelf: &Shelf, added: &[u8]) -> Result<(), Refusal> {
        let own = self.own_arms(shelf)?;
        if !added.is_empty() && own + added.len() > MOST_BESIDE {
            return Err(Refusal::FullOfArms);
        }
        if added.iter().any(|of| usize::from(*of) >= own) {
            return Err(Refusal::NoArm);
        }
        let there = |place: u8| usize::from(place) < own + added.len();
        self.patch.added = added.to_vec();
        self.patch.doses.retain(|(place, _)| there(*place));
        self.patch.edits.retain(|(place, _)| there(*place));
        let View { left, right } = self.view;
        self.view =
            View { left: left.filter(|it| there(*it)), right: right.filter(|it| there(*it)) };
        Ok(())
    }

    /// Before the added arms go: who was followed under them is followed under the usual one, and places behind move up.
    pub(super) fn part_from_added(&mut self, shelf: &Shelf) {
        let Ok(own) = self.own_arms(shelf) else { return };
        let added = self.patch.added.len();
        if added > 0 {
            self.move_followed(|arm| match usize::from(arm).checked_sub(own) {
                None => Some(arm),
                Some(behind) if behind < added => None,
                Some(behind) => u8::try_from(own + behind - added).ok(),
            });
            self.forget_rules();
        }
    }

    /// Choices by hand stay; a rule that went on after them is told by its place among the rules, which others take now.
    fn forget_rules(&mut self) {
        let person = usize::from(self.closeup.followed.person);
        let Some(mut treated) = Titrating::of_letters(&self.closeup.hands, person) else { return };
        treated.one.rule = None;
        treated.ten.iter_mut().for_each(|hand| hand.rule = None);
        self.closeup.hands = treated.letters();
    }

    /// Follows the arms to their new places; one that has none leaves the choice to the screen.
    fn move_followed(&mut self, place: impl Fn(u8) -> Option<u8>) {
        let place = |arm| place(arm).filter(|arm| usize::from(*arm) < MOST_ARMS);
        let followed = &mut self.closeup.followed;
        followed.arm = followed.arm.and_then(&place);
        followed.other = followed.other.and_then(&place);
    }

    /// Looks at two arms; where they are the usual choice, by not choosing.
    fn look_at(&mut self, shelf: &Shelf, view: View) -> Result<(), Refusal> {
        let protocol = self.protocol(shelf)?;
        self.view = view;
        let chosen = self.side_by_side(&protocol);
        let usual = Self { view: View::default(), ..self.clone() };
        if usual.side_by_side(&protocol) == chosen {
            self.view = View::default();
        }
        Ok(())
    }
}

impl From<(usize, usize)> for View {
    fn from((left, right): (usize, usize)) -> Self {
        Self { left: u8::try_from(left).ok(), right: u8::try_from(right).ok() }
    }
}
