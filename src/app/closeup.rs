//! What is looked at on the screens of people: whom, in which arm, on which day; how many, and which of them; and what was
//! chosen for those who are treated by hand. It is part of the state, so that a link, undo and the next visit bring it back.

use serde::Deserialize;
use serde::Serialize;

/// The most people that one can be picked from.
pub const MOST_FOLLOWED: u16 = 400;

/// How many people of a cohort can be shown; the page draws them itself, so there are not more.
pub const SIZES: [u16; 4] = [20, 100, 1_000, 3_000];

/// The size that is shown first, as a place in [`SIZES`].
pub const USUAL_SIZE: u8 = 1;

/// The most letters of choices by hand: eleven people, and every visit of a year of two sessions a week.
pub const LONGEST_HANDS: usize = 1_400;

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseUp {
    /// The one person.
    pub followed: Followed,
    /// The cohort.
    pub gathering: Gathering,
    /// What was chosen by hand, in letters; empty: nothing yet.
    pub hands: String,
}

/// A person who is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// By place among those admitted.
    pub person: u16,
    /// The chosen day.
    pub day: u16,
    /// The arm they are followed in; none: the usual one of the screen.
    pub arm: Option<u8>,
    /// The arm beside it; none: the usual one.
    pub other: Option<u8>,
}

/// A cohort that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathering {
    /// How many, as a place in [`SIZES`].
    pub size: u8,
    /// Which group of severity, earlier treatment, weight and other medication; none: all of them.
    pub groups: [Option<u8>; 4],
}

impl Default for Gathering {
    fn default() -> Self {
        Self { size: USUAL_SIZE, groups: [None; 4] }
    }
}

impl Gathering {
    /// How many people.
    pub fn people(self) -> usize {
        SIZES.get(usize::from(self.size)).copied().map_or(0, usize::from)
    }
}

impl CloseUp {
    /// With other people nobody is followed or treated any more; what was looked at otherwise stays.
    pub fn forget_people(&mut self) {
        self.followed = Followed { person: 0, day: 0, ..self.followed };
        self.hands.clear();
    }

    /// With another person to follow, what was chosen for the one before is gone; the ten stay.
    pub fn forget_one(&mut self) {
        let mut parts: Vec<&str> = self.hands.split('.').collect();
        if let Some(one) = parts.get_mut(1) {
            *one = "";
        }
        drop_empty(&mut parts);
        self.hands = if parts == ["one"] { String::new() } else { parts.join(".") };
    }
}

/// Leaves out what is empty at the end.
pub fn drop_empty<T: AsRef<str>>(parts: &mut Vec<T>) {
    let kept = parts.iter().rposition(|part| !part.as_ref().is_empty()).map_or(0, |last| last + 1);
    parts.truncate(kept);
}
