//! What an edit changed, in the rule and in what became of people.

use crate::report::number::decimal;
use crate::report::number::whole;
use crate::tally::Estimate;

/// How many standard errors a 95 % range reaches to either side.
pub const REACH: f64 = 1.96;

/// The name of an arm of which more than the first dose was changed.
pub fn edited_name(name: &str) -> String {
    format!("{name}, edited")
}

/// What stood in the place of a new row.
pub const NO_SUCH_ROW: &str = "not there";

/// A place in the order of rows: "place 2".
pub fn place(at: usize) -> String {
    format!("place {}", at + 1)
}

/// One thing that was changed: what, from what, to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// "Row 2, visits since change".
    pub what: String,
    /// "fewer than 2".
    pub before: String,
    /// "fewer than 3".
    pub after: String,
}

/// The lead over the comparison: what was changed, up to the value that is marked.
pub fn changed(all: &[Changed]) -> Option<(String, String)> {
    let [only] = all else {
        let n = all.len();
        return (n > 1).then(|| (format!("{n} things changed."), String::new()));
    };
    Some((format!("{}: {}, now ", only.what, only.before), only.after.clone()))
}

/// How many ended differently.
pub fn ended(n: usize) -> String {
    match n {
        0 => "Nobody ended differently".to_owned(),
        1 => "1 person ended differently".to_owned(),
        n => format!("{n} people ended differently"),
    }
}

/// The name of one of the people shown.
pub fn person(at: usize) -> String {
    format!("Person {}", at + 1)
}

/// Those for whom there is no room.
pub fn and_more(n: usize) -> String {
    format!("and {n} more")
}

/// How many ended lower, higher, the same.
pub fn sides([lower, higher, same]: [usize; 3]) -> [String; 3] {
    [format!("{higher} higher now"), format!("{lower} lower now"), format!("{same} the same")]
}

/// The picture of the last scores in a sentence.
pub fn sides_spoken([lower, higher, same]: [usize; 3]) -> String {
    format!("{lower} ended lower now, {higher} ended higher now, {same} the same.")
}

/// The caption of the same as a table.
pub fn sides_caption(n: usize, seed: u64) -> String {
    format!(
        "Last score after the edit minus before it, of {n} people seen at the end both times, seed {seed}."
    )
}

/// How far a thousand people have come.
pub fn under_way(done: usize, of: usize) -> String {
    format!("{} of {} people\u{2026}", whole(done as u64), whole(of as u64))
}

/// A measure in a thousand people: before, after and the paired difference with the range that holds 95 of 100 such
/// runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// What is measured: "A severe event".
    pub what: &'static str,
    /// Before, in the measure's unit.
    pub before: f64,
    /// After.
    pub after: f64,
    /// After minus before.
    pub difference: Estimate,
    /// Whether it is a count of 100 people.
    pub unit: Unit,
}

/// What a measure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Of 100 people.
    OfHundred,
    /// Of each person.
    Each,
}

impl Shift {
    /// Whether the range leaves zero out.
    pub fn is_clear(&self) -> bool {
        self.difference.estimate.abs() > REACH * self.difference.mcse
    }

    /// "Severe event: 18.5 to 15.7 of 100, so ", "2.8 ± 1.1 fewer", " (95 %)."
    pub fn said(&self) -> [String; 3] {
        let (by, range) = (self.difference.estimate.abs(), REACH * self.difference.mcse);
        let of = match self.unit {
            Unit::OfHundred => " of 100",
            Unit::Each => "",
        };
        let from = format!(
            "{}: {} to {}{of}, ",
            self.what,
            decimal(self.before, 1),
            decimal(self.after, 1)
        );
        let way = match (self.difference.estimate < 0.0, self.unit) {
            (true, Unit::OfHundred) => "fewer",
            (true, Unit::Each) => "less",
            (false, _) => "more",
        };
        let size = format!("{} \u{b1} {}", decimal(by, 1), decimal(range, 1));
        if self.difference.mcse <= 0.0 && by <= 0.0 {
            return [from, "no change".to_owned(), ".".to_owned()];
        }
        if self.is_clear() {
            [from, format!("{size} {way}"), " (95\u{a0}%).".to_owned()]
        } else {
            let signed =
                format!("{} \u{b1} {}", decimal(self.difference.estimate, 1), decimal(range, 1));
            [from + "a change of ", signed, ": not clear.".to_owned()]
        }
    }
}

/// Whether a difference can be told from none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It can.
    Clear,
    /// It cannot.
    Unclear,
}

impl Sight {
    /// How any of some measures is seen.
    pub fn of(shifts: &[Shift]) -> Self {
        if shifts.iter().any(Shift::is_clear) { Self::Clear } else { Self::Unclear }
    }
}

/// What a thousand people add to a hundred.
pub const fn verdict(of_hundred: Sight, of_thousand: Sight) -> &'static str {
    match (of_hundred, of_thousand) {
        (Sight::Unclear, Sight::Clear) => "A hundred people hide it; 1,000 show it.",
        (Sight::Clear, Sight::Clear) => "A hundred people show it; 1,000 say how much.",
        (_, Sight::Unclear) => "Even 1,000 people do not tell the two apart.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_said_with_its_range() {
        let shift = |estimate, mcse| Shift {
            what: "A severe event",
            before: 18.5,
            after: 18.5 + estimate,
            difference: Estimate { estimate, mcse, n: 1000 },
            unit: Unit::OfHundred,
        };
        let clear = shift(-2.8, 0.56);
        assert_eq!(
            clear.said().concat(),
            "A severe event: 18.5 to 15.7 of 100, 2.8 \u{b1} 1.1 fewer (95\u{a0}%)."
        );
        let unclear = shift(-0.2, 0.5);
        assert!(
            unclear.said().concat().ends_with("a change of \u{2212}0.2 \u{b1} 1.0: not clear.")
        );
        assert!(shift(0.0, 0.0).said().concat().ends_with("no change."));
        let hidden =
            verdict(Sight::of(std::slice::from_ref(&unclear)), Sight::of(&[clear, unclear]));
        assert!(hidden.starts_with("A hundred people hide it"));
    }
}
