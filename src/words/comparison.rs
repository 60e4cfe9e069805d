//! Two arms beside each other, in words.

use super::difference::Difference;
use crate::report::number::whole;

/// Heading over the counts of people compared with themselves.
pub const PERSON_BY_PERSON: &str = "PERSON BY PERSON, the same people with the same luck";

/// People compared with themselves under the other arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Better at the last visit with B, not with A.
    Helped,
    /// Better with A, not with B.
    HelpedByFirst,
    /// Better with both.
    BetterWithBoth,
    /// Better with neither.
    BetterWithNeither,
    /// A severe or serious event with B, not with A.
    Harmed,
    /// With A, not with B.
    HarmedByFirst,
    /// With both.
    HarmedByBoth,
    /// With neither.
    HarmedByNeither,
}

/// Who is better: with B only, with A only, with both, with neither.
pub const BETTER: [Cell; 4] =
    [Cell::Helped, Cell::HelpedByFirst, Cell::BetterWithBoth, Cell::BetterWithNeither];

/// Who has a severe or serious event: with B only, with A only, with both, with neither.
pub const HARMED: [Cell; 4] =
    [Cell::Harmed, Cell::HarmedByFirst, Cell::HarmedByBoth, Cell::HarmedByNeither];

impl Cell {
    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Helped => "better_with_b_only",
            Self::HelpedByFirst => "better_with_a_only",
            Self::BetterWithBoth => "better_with_both",
            Self::BetterWithNeither => "better_with_neither",
            Self::Harmed => "harmed_with_b_only",
            Self::HarmedByFirst => "harmed_with_a_only",
            Self::HarmedByBoth => "harmed_with_both",
            Self::HarmedByNeither => "harmed_with_neither",
        }
    }

    /// Its name in plain words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Helped => "helped by B: better at the last visit with B only",
            Self::HelpedByFirst => "helped by A: better at the last visit with A only",
            Self::BetterWithBoth => "better with both",
            Self::BetterWithNeither => "better with neither",
            Self::Harmed => "harmed by B: a severe or serious event with B only",
            Self::HarmedByFirst => "harmed by A: a severe or serious event with A only",
            Self::HarmedByBoth => "harmed with both",
            Self::HarmedByNeither => "harmed with neither",
        }
    }
}

/// "helped by B ...: 1,234 people, 15.4 ± 0.4 %".
pub fn people(cell: Cell, count: u64, share: &str) -> String {
    let word = if count == 1 { "person" } else { "people" };
    let sign = if share.contains('\u{b1}') { " %" } else { "" };
    format!("  {:<51} {:>8} {word}, {share}{sign}", cell.name(), whole(count))
}

/// What differs, and a warning when it is more than one thing.
pub fn differing(differences: &[Difference]) -> Vec<String> {
    let n = differences.len();
    let heading = match n {
        0 => "NOTHING DIFFERS between the two protocols but their names".to_owned(),
        1 => "WHAT DIFFERS: one thing".to_owned(),
        n => format!(
            "WHAT DIFFERS: {n} things, so a difference in outcomes is the work of all of them together"
        ),
    };
    let mut lines = vec![heading];
    for difference in differences {
        lines.push(format!("  {}", difference.what));
        lines.push(format!("    A  {}", difference.first));
        lines.push(format!("    B  {}", difference.second));
    }
    lines
}
