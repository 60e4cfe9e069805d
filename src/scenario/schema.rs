//! Every key of a scenario file as data: its kind, range, default and meaning. The readers decide what is refused; this
//! says it to editors and other programs, and tests hold the two together.

mod fields;
mod kinds;
mod people;
mod truth;

pub use fields::FILE;

/// A key of a section.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The value that a file has without the key, in TOML; empty where there is none to write down.
    pub default: &'static str,
    /// What it means, in one sentence without a full stop.
    pub says: &'static str,
}

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// The version of the format.
    Version,
    /// A text.
    Text,
    /// A text that must be there and not be blank.
    Name,
    /// A number, ends included.
    Number(f64, f64),
    /// A whole number, ends included.
    Whole(u16, u16),
    /// A whole number in steps.
    Steps {
        /// The least, and the step.
        step: u16,
        /// The most.
        to: u16,
    },
    /// One of these whole numbers.
    Among(&'static [u16]),
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words, and the key must be there.
    NeededWord(&'static [&'static str]),
    /// A dose of the ladder, au.
    Dose,
    /// A dose of the ladder, and the key must be there.
    NeededDose,
    /// Shares that add up to 1, by name.
    Shares([&'static str; 3]),
    /// So many numbers, ends included.
    Numbers(usize, f64, f64),
    /// A list of numbers.
    List {
        /// How many at least and at most.
        n: (usize, usize),
        /// What each of them is.
        of: &'static Kind,
    },
    /// One or the other.
    Either(&'static Kind, &'static Kind),
    /// A section.
    Section(&'static [Field]),
    /// A list of sections: how many at least and at most, and their keys.
    Sections((usize, usize), &'static [Field]),
}

impl Kind {
    /// Whether a file without the key is refused.
    pub const fn is_needed(&self) -> bool {
        matches!(self, Self::Version | Self::Name | Self::NeededWord(_) | Self::NeededDose)
            || matches!(self, Self::Sections((1.., _), _))
    }
}
