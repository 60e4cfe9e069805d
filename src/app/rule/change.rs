//! What an edit did to the same people: counts before and after, who ended differently, last scores, and the paired
//! differences of a thousand.

use super::people::SHOWN;
use super::people::Seen;
use crate::endpoint::Fate;
use crate::endpoint::Scale;
use crate::report::number::decimal;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::words::edit::Shift;
use crate::words::edit::Unit;
use crate::words::edit::Word;

/// Which part of a protocol was edited; it decides what is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How the dose is found.
    Rule,
    /// How people are watched.
    Watch,
}

/// A measure: its name, its value in a person, how it is summed up.
struct Measure {
    word: Word,
    value: fn(&Seen) -> Option<f64>,
    sum: Sum,
}

/// How a measure is summed up.
#[derive(Clone, Copy, PartialEq)]
enum Sum {
    /// People of a hundred.
    Share,
    /// Events in a hundred people.
    Rate,
    /// The mean, with so many decimals.
    Mean(usize),
}

const fn yes(holds: bool) -> f64 {
    if holds { 1.0 } else { 0.0 }
}

const BETTER: Measure =
    Measure { word: Word::Better, value: |seen| Some(yes(seen.fate.is_better())), sum: Sum::Share };
const SEVERE: Measure =
    Measure { word: Word::Severe, value: |seen| Some(yes(seen.fate.is_severe())), sum: Sum::Share };
const LEFT: Measure =
    Measure { word: Word::Left, value: |seen| Some(yes(seen.fate.is_left())), sum: Sum::Share };
const DOSE: Measure = Measure { word: Word::MeanDose, value: |seen| seen.dose, sum: Sum::Mean(0) };
const HAPPENED: Measure = Measure {
    word: Word::ModerateHappened,
    value: |seen| Some(f64::from(seen.moderate[0])),
    sum: Sum::Rate,
};
const REPORTED: Measure = Measure {
    word: Word::ModerateReported,
    value: |seen| Some(f64::from(seen.moderate[1])),
    sum: Sum::Rate,
};
const SEVERE_HAPPENED: Measure = Measure {
    word: Word::SevereHappened,
    value: |seen| Some(f64::from(seen.severe[0])),
    sum: Sum::Rate,
};
const SEVERE_REPORTED: Measure = Measure {
    word: Word::SevereReported,
    value: |seen| Some(f64::from(seen.severe[1])),
    sum: Sum::Rate,
};
const VISITS: Measure =
    Measure { word: Word::Visits, value: |seen| Some(f64::from(seen.sessions)), sum: Sum::Mean(1) };
const HOURS: Measure =
    Measure { word: Word::Hours, value: |seen| Some(seen.hours), sum: Sum::Mean(1) };
const COST: Measure =
    Measure { word: Word::Cost, value: |seen| Some(seen.cost), sum: Sum::Mean(0) };

impl Part {
    /// What is counted in a hundred people.
    const fn rows(self) -> &'static [Measure] {
        match self {
            Self::Rule => &[BETTER, SEVERE, LEFT, DOSE],
            Self::Watch => &[
                SEVERE_HAPPENED,
                SEVERE_REPORTED,
                HAPPENED,
                REPORTED,
                BETTER,
                LEFT,
                VISITS,
                HOURS,
                COST,
            ],
        }
    }

    /// What a thousand people say.
    const fn shifts(self) -> &'static [Measure] {
        match self {
            Self::Rule => &[SEVERE, BETTER, LEFT],
            Self::Watch => &[SEVERE_HAPPENED, SEVERE_REPORTED, HOURS],
        }
    }
}

/// A row of the comparison: what, before, after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is counted.
    pub what: Word,
    /// Before the edit.
    pub before: String,
    /// After it.
    pub after: String,
}

/// What became of a hundred people before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The counts.
    pub lines: Vec<Line>,
    /// Who ended differently: their place, how before and how after.
    pub ended: Vec<(usize, Fate, Fate)>,
    /// Last score after minus before, of those whose last score was seen both times.
    pub differences: Vec<i32>,
}

impl Change {
    /// What became of the first hundred of them; none before these are through.
    pub fn of(part: Part, [before, after]: &[Vec<Seen>; 2]) -> Option<Self> {
        let n = SHOWN.min(after.len());
        let (before, after) = (before.get(..n).filter(|_| n > 0)?, &after[..n]);
        let both = || before.iter().zip(after);
        let ended = both().enumerate().filter(|(_, (old, new))| old.fate != new.fate);
        let score = |seen: &Seen| seen.score.map(i32::from);
        Some(Self {
            lines: part.rows().iter().map(|measure| line(measure, before, after)).collect(),
            ended: ended.map(|(at, (old, new))| (at, old.fate, new.fate)).collect(),
            differences: both().filter_map(|(old, new)| Some(score(new)? - score(old)?)).collect(),
        })
    }

    /// How many ended lower, higher, the same.
    pub fn sides(&self) -> [usize; 3] {
        let count = |test: fn(&&i32) -> bool| self.differences.iter().filter(test).count();
        [count(|d| **d < 0), count(|d| **d > 0), count(|d| **d == 0)]
    }
}

fn line(measure: &Measure, before: &[Seen], after: &[Seen]) -> Line {
    let say = |people: &[Seen]| {
        let mean = moments(people.iter().map(measure.value)).mean();
        let (factor, decimals) = match measure.sum {
            Sum::Share | Sum::Rate => (100.0, 0),
            Sum::Mean(decimals) => (1.0, decimals),
        };
        mean.map_or_else(|| "\u{2013}".to_owned(), |mean| decimal(factor * mean, decimals))
    };
    Line { what: measure.word, before: say(before), after: say(after) }
}

fn moments(values: impl Iterator<Item = Option<f64>>) -> Moments {
    let mut sum = Moments::default();
    values.flatten().for_each(|value| sum.add(value));
    sum
}

/// The paired differences of all people there are.
pub fn shifts(part: Part, [before, after]: &[Vec<Seen>; 2]) -> Vec<Shift> {
    let shift = |measure: &Measure| {
        let pair = |(old, new): (&Seen, &Seen)| Some((measure.value)(new)? - (measure.value)(old)?);
        let Estimate { estimate, mcse, n } =
            moments(before.iter().zip(after).map(pair)).estimate(Scale::Mean)?;
        let (unit, factor) = match measure.sum {
            Sum::Share | Sum::Rate => (Unit::OfHundred, 100.0),
            Sum::Mean(_) => (Unit::Each, 1.0),
        };
        let mean = |people: &[Seen]| moments(people.iter().map(measure.value)).mean();
        Some(Shift {
            what: measure.word.en(),
            before: factor * mean(before)?,
            after: factor * mean(after)?,
            difference: Estimate { estimate: factor * estimate, mcse: factor * mcse, n },
            unit,
        })
    };
    part.shifts().iter().filter_map(shift).collect()
}
