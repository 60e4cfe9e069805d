//! Made-up results for the tests of charts, with words as short as letters.

#![allow(clippy::unwrap_used)]

use super::Chart;
use super::course;
use super::course::Course;
use super::course::course;
use super::dose;
use super::dose::Doses;
use super::dose::doses;
use super::plot::Width;
use super::slot::Slot;
use crate::tally::ArmTally;
use crate::tally::Estimate;
use crate::tally::Histogram;

/// Words of the course.
pub const COURSE: course::Words = course::Words {
    score: "score",
    week: "week",
    edges: ("upper", "lower"),
    caption: "caption",
    n: "n",
    shares: ["10", "25", "50", "75", "90"],
};

/// Words of the doses.
pub const DOSES: dose::Words = dose::Words {
    people: "of 100",
    none: "none",
    unit: "au",
    ends: ("benefit", "harm"),
    short: ("b", "h"),
    caption: "caption",
    columns: ["arm", "dose", "b", "b mcse", "h", "h mcse", "n"],
};

/// An arm whose scores fall from 40 by a step a week, spread over a few points; nobody is seen in week 3.
pub fn arm(fall: usize) -> ArmTally {
    let week = |week: usize| {
        let mut counts = vec![0; 61];
        for (i, off) in [0, 2, 3, 5, 8, 9, 10, 12, 15, 20].into_iter().enumerate() {
            counts[(40 - fall * week + off - 10).min(60)] += u64::try_from(i).unwrap() + 1;
        }
        if week == 3 { Histogram::default() } else { Histogram(counts) }
    };
    ArmTally { weekly: (0..=8).map(week).collect(), ..ArmTally::default() }
}

/// A course of these arms in 8 weeks, in the slots R, A, B, ...
pub fn course_of(tallies: &[ArmTally], width: Width) -> Chart {
    let slots = [Slot::R, Slot::A, Slot::B, Slot::C, Slot::D];
    let names = ["placebo", "40 au", "a & b < c", "120 au", "a name that is far too long"];
    let arms: Vec<course::Arm> = (0..tallies.len())
        .map(|i| course::Arm { slot: Some(slots[i]), name: names[i], tally: &tallies[i] })
        .collect();
    course(&Course { weeks: 8, arms: &arms, pair: (1, 2), words: COURSE }, width)
}

/// An arm of the other chart.
pub fn point(slot: Slot, dose: Option<f64>, better: f64) -> dose::Arm {
    let of = |estimate: f64| Some(Estimate { estimate, mcse: 0.01, n: 2000 });
    dose::Arm {
        slot: Some(slot),
        name: slot.letter().to_owned(),
        dose,
        better: of(better),
        severe: of(better / 3.0),
    }
}

/// A chart of these doses up to 160.
pub fn doses_of(arms: &[dose::Arm], width: Width) -> Chart {
    doses(&Doses { arms, top: 160.0, words: DOSES }, width)
}

/// Both charts in both widths, and both of nobody.
pub fn charts() -> Vec<Chart> {
    let tallies = [arm(0), arm(2), arm(2), arm(3), ArmTally::default()];
    let points = [
        point(Slot::R, Some(0.0), 0.2),
        point(Slot::A, Some(80.0), 0.4),
        point(Slot::B, Some(80.0), 0.4),
    ];
    let mut charts = Vec::new();
    for width in [Width::Wide, Width::Narrow] {
        charts.extend([course_of(&tallies, width), course_of(&[], width)]);
        charts.extend([doses_of(&points, width), doses_of(&[], width)]);
        #[cfg(feature = "screens")]
        charts.extend([bars(), people()]);
        #[cfg(feature = "screens")]
        charts.extend(super::timeline::fixture::timelines(width));
    }
    charts
}

#[cfg(feature = "screens")]
fn bars() -> Chart {
    use super::bars;
    let whole = Estimate { estimate: 50.0, mcse: 1.0, n: 100 };
    let naming = bars::Naming::Beside;
    let bar = bars::Bar { slot: Slot::A, name: "a & b", naming, whole, part: Some(20.0) };
    let group = bars::Group { heading: "<".to_owned(), decimals: 0, bars: vec![bar] };
    let words = bars::Words { caption: "c", columns: ["m", "a", "w", "e", "p"] };
    bars::bars(&[group], bars::Scaling::Hundred, words)
}

#[cfg(feature = "screens")]
fn people() -> Chart {
    use super::array::FATES;
    use super::array::Order;
    use super::people;
    let arm = people::Arm { slot: Slot::D, name: "a & b", fates: &FATES };
    let endings = ["1", "2", "3", "4", "5", "<"];
    let words = people::Words { caption: "c", ending: "e", endings };
    people::people(&[arm], Order::Scattered, words)
}
