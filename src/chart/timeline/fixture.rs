//! Made-up lives for the tests of charts.

use super::Chart;
use super::Dose;
use super::Life;
use super::Looks;
use super::Mark;
use super::Sign;
use super::Timeline;
use super::Unreported;
use super::Width;
use super::Words;
use super::timeline;
use crate::chart::slot::Slot;

/// Words as short as letters.
pub const WORDS: Words = Words {
    rows: ["score", "told", "not told", "dose"],
    hidden: "hidden",
    unlived: "not yet",
    day: "day",
    week: "week",
    target: ("target: half", "half"),
    caption: "caption",
    signs: ["no visit", "nothing", "mild", "moderate", "severe"],
};

/// Check-ups of six weeks; the third was missed.
pub const SCORES: [(u16, Option<u8>); 7] = [
    (0, Some(33)),
    (7, Some(27)),
    (14, Some(22)),
    (21, None),
    (28, Some(18)),
    (35, Some(17)),
    (42, Some(9)),
];

/// What was reported.
pub const REPORTED: [Mark; 4] = [
    Mark { day: 0, sign: Sign::Nothing },
    Mark { day: 7, sign: Sign::Severe },
    Mark { day: 21, sign: Sign::NoVisit },
    Mark { day: 28, sign: Sign::Moderate },
];

/// What nobody reported.
pub const UNTOLD: [Mark; 3] = [
    Mark { day: 7, sign: Sign::Mild },
    Mark { day: 14, sign: Sign::Severe },
    Mark { day: 28, sign: Sign::Moderate },
];

const DOSES: [Dose; 4] = [
    Dose { day: 0, au: 40.0, changed: true },
    Dose { day: 7, au: 80.0, changed: true },
    Dose { day: 14, au: 80.0, changed: false },
    Dose { day: 28, au: 100.0, changed: true },
];

/// A life and its ghost.
pub const LIVES: [Life; 2] = [
    Life {
        slot: Slot::A,
        looks: Looks::Lived,
        scores: &SCORES,
        end: ("A ends at 9", "9"),
        name: "A",
    },
    Life { slot: Slot::B, looks: Looks::Ghost, scores: &SCORES, end: ("B: 9", "9"), name: "B" },
];

/// A timeline of these lives.
pub const fn of<'a>(lives: &'a [Life<'a>]) -> Timeline<'a> {
    Timeline {
        days: 42,
        lives,
        reported: &REPORTED,
        unreported: Unreported::Shown(&UNTOLD, &[(7, 14), (21, 28)]),
        doses: &DOSES,
        marked: None,
        top: 160.0,
        target: Some(16.5),
        lived: None,
        visits: &[0, 7, 14, 21, 28],
        chosen: Some(14),
        words: WORDS,
    }
}

/// A life with its ghost, the same hidden and half lived, the reader's own, and nobody's.
pub fn timelines(width: Width) -> Vec<Chart> {
    let own = [Life { looks: Looks::You, ..LIVES[0] }];
    let asked = Timeline { marked: Some((14, 80.0)), lived: Some(14), ..of(&own) };
    let hidden =
        Timeline { unreported: Unreported::Hidden, lived: Some(28), chosen: None, ..of(&LIVES) };
    let nobody = Timeline { reported: &[], doses: &[], days: 0, ..of(&[]) };
    [of(&LIVES), hidden, of(&own), asked, nobody].iter().map(|it| timeline(it, width)).collect()
}
