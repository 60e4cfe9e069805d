//! The words of the screen that lays protocols side by side.

use super::page::Word as Page;
use super::sentence::Span;
use super::sentence::of_arm;
use super::sentence::plain;
use crate::endpoint::Fate;
use crate::report::number;
use crate::tally::Estimate;

words! {
    Cards = "What is compared";
    Arm = "Arm";
    NewPeople = "New people";
    Swap = "Swap";
    AddArm = "Add arm";
    CopyOf = "a copy of";
    RemoveArm = "Remove";
    ToCards = "Change protocols";
    BothArms = "Both";
    AllArms = "All";
    Ending = "How they ended";
    EndLeft = "severe event, left early";
    ArraysTitle = "Who got better, and who was harmed?";
    CountBetter = "better";
    CountSevere = "severe";
    CountLeft = "left";
    SpreadTitle = "How far did scores fall?";
    SpreadLine = "Move the line";
    Points = "points";
    SpreadScore = "score";
    PairsTitle = "Who ended lower?";
    PairsSame = "no difference";
    PairsColumn = "Difference, points";
    PairsPeople = "People";
    EventsTitle = "What happened, and what was reported?";
    EventsSevere = "A severe event, of 100 people";
    EventsModerate = "A moderate or severe event, of 100 people";
    EventsPer100 = "Severe events in 100 people";
    ColumnMeasure = "Measure";
    ColumnArm = "Arm";
    ColumnWhole = "Happened";
    ColumnError = "Its error";
    ColumnPart = "Reported";
    ColumnMean = "Mean";
    ColumnNone = "Part";
    StillTitle = "Who is still well?";
    StillShare = "Of 100 people, still well";
    StillFollowed = "Still followed and well";
    StillWeek = "week";
    StillColumn = "still well, %";
    StillError = "its error";
    StillN = "still followed";
    BurdenTitle = "What did it take?";
    BurdenSessions = "Sessions, each person";
    BurdenHours = "Hours, each person";
    BurdenCost = "Cost, invented units, each person";
    RescuesTitle = "Who needed a rescue?";
    RescuesNever = "never";
    RescuesOnce = "once";
    RescuesTwice = "twice";
    RescuesMore = "three times or more";
    ColumnRescues = "Rescues";
    ColumnShare = "Of 100 people";
    WeightsTitle = "Which is worth more?";
    WeightsLead = "What an outcome is worth is a judgement, not a finding. Move the weights and see whether the answer holds.";
    WeightsBack = "Back to the usual weights";
    WeightBenefit = "Full relief, all the time";
    WeightMild = "A mild event";
    WeightModerate = "A moderate event";
    WeightSevere = "A severe event";
    WeightSerious = "A serious event";
    WeightMisuse = "Onset of misuse";
    WeightHour = "An hour spent";
    WeightUnit = "units";
}

/// How somebody ended.
pub const fn ending(fate: Fate) -> &'static str {
    match fate {
        Fate::Better => Page::KeyBetter.en(),
        Fate::BetterSevere => Page::KeyBetterSevere.en(),
        Fate::Severe => Page::KeySevere.en(),
        Fate::SevereLeft => Word::EndLeft.en(),
        Fate::Neither => Page::KeyNeither.en(),
        Fate::Left => Page::KeyLeft.en(),
    }
}

impl Word {
    /// How often, in order.
    pub const RESCUES: [Self; 4] =
        [Self::RescuesNever, Self::RescuesOnce, Self::RescuesTwice, Self::RescuesMore];
}

/// The heading over the bars of an arm: "Stretch and rescue: of 100 people".
pub fn rescues_of(arm: &str) -> String {
    format!("{arm}: of 100 people")
}

/// The sentence over the rescues.
pub fn rescues(sides: &[(&str, usize, Estimate)]) -> Vec<Span> {
    let mut spans = vec![plain("Of 100 people, needed one or more: ")];
    for (i, (name, arm, some)) in sides.iter().enumerate() {
        spans.push(plain(if i == 0 { "" } else { ", " }));
        spans.push(of_arm(format!("{} with {name}", number::with_error(*some, 100.0, 1)), *arm));
    }
    spans.push(plain(". A relapse still counts as one."));
    spans
}

/// Of whom the bars are, and how a bar and its end are read.
pub fn rescues_note(people: u64, seed: u64) -> String {
    format!(
        "The first {people} people, seed {seed}. One bar a number of rescues, lengths per 100. Lines: 95 % Monte Carlo intervals."
    )
}

/// Before what differs, spoken: "differs from A: ".
pub fn differs(other: &str) -> String {
    format!("differs from {other}: ")
}

/// Before how many things differ, where there are more than two arms: "Between A and B, ".
pub fn between(first: &str, second: &str) -> String {
    format!("Between {first} and {second}: ")
}

/// Why no arm can be added.
pub fn full(most: usize) -> String {
    format!("At most {most} arms stand side by side.")
}

/// How many things differ, and what that means for blame.
pub fn notice(things: &[&str]) -> (String, &'static str) {
    match things {
        [] => (
            "Nothing differs but the name.".to_owned(),
            "Whatever differs in the outcomes would be luck, and the luck is the same.",
        ),
        [one] => {
            (format!("1 thing differs: {one}."), "A difference can be blamed on it, as a whole.")
        }
        [most @ .., last] => (
            format!("{} things differ: {} and {last}.", things.len(), most.join(", ")),
            "The difference cannot be blamed on one of them.",
        ),
    }
}

/// Keeping one thing that differs, and no other.
pub fn only(what: &str) -> String {
    format!("Only {what}")
}

/// The sentence over the dots: those left of the line.
pub fn spread(below: &[(&str, usize, usize)], score: u32, weeks: u16) -> Vec<Span> {
    let mut spans = vec![plain(format!("Scores below {score} at week {weeks}: "))];
    for (i, (name, arm, dots)) in below.iter().enumerate() {
        spans.push(plain(if i == 0 { "" } else { ", " }));
        spans.push(of_arm(format!("{dots} of 50 dots with {name}"), *arm));
    }
    spans.push(plain("."));
    spans
}

/// What the dots are.
pub fn spread_note(seen: &[(String, u64)], seed: u64) -> String {
    let seen: Vec<String> =
        seen.iter().map(|(name, n)| format!("{} with {name}", number::whole(*n))).collect();
    format!(
        "One dot is one in fifty of the people seen in the last week ({}; seed {seed}). Lower is better. People who left are not in it.",
        seen.join(", ")
    )
}

/// The sentence over the people who were treated twice.
pub fn pairs(
    first: (&str, usize),
    second: (&str, usize),
    [lower_first, lower_second, same]: [usize; 3],
) -> Vec<Span> {
    vec![
        plain("Each person twice, with the same luck: "),
        of_arm(format!("{lower_second} ended lower with {}", second.0), second.1),
        plain(", "),
        of_arm(format!("{lower_first} with {}", first.0), first.1),
        plain(format!(", {same} the same.")),
    ]
}

/// Of whom the dots are.
pub fn pairs_note(
    both: usize,
    shown: usize,
    seed: u64,
    [helped, harmed]: [(usize, usize); 2],
    (first, second): (&str, &str),
) -> String {
    format!(
        "Last score with {second} minus with {first}, of the {both} of {shown} people seen at the end under both, seed {seed}. Better with {second} only: {}, with {first} only: {}. A severe event with {second} only: {}, with {first} only: {}.",
        helped.1, helped.0, harmed.1, harmed.0
    )
}

/// How many ended lower: "35 lower under A".
pub fn lower(n: usize, letter: &str) -> String {
    format!("{n} lower with {letter}")
}

/// How many ended the same.
pub fn same(n: usize) -> String {
    format!("{n} the same")
}

/// The sentence over the events: what happened against what was reported.
pub fn events(sides: &[(&str, usize, Estimate, Estimate)]) -> Vec<Span> {
    let mut spans = vec![plain("Of 100 people, a moderate or severe event: ")];
    for (i, (name, arm, happened, reported)) in sides.iter().enumerate() {
        spans.push(plain(if i == 0 { "" } else { "; " }));
        let [happened, reported] = [happened, reported].map(|of| number::with_error(*of, 100.0, 1));
        spans.push(of_arm(
            format!("{happened} had one and {reported} were known to have with {name}"),
            *arm,
        ));
    }
    spans.push(plain("."));
    spans
}

/// What the bars are.
pub fn events_note(people: u64, seed: u64) -> String {
    format!(
        "{} people in every arm, seed {seed}. Solid: reported; hatched: nobody reported it. Lines: 95 % Monte Carlo intervals of what happened.",
        number::whole(people)
    )
}

/// The sentence over the curves.
pub fn still(weeks: usize, ends: &[(&str, usize, Estimate)]) -> Vec<Span> {
    let mut spans = vec![plain(format!("{weeks} weeks on, of 100 people still well: "))];
    for (i, (name, arm, well)) in ends.iter().enumerate() {
        spans.push(plain(if i == 0 { "" } else { ", " }));
        spans.push(of_arm(format!("{} with {name}", number::with_error(*well, 100.0, 1)), *arm));
    }
    spans.push(plain("."));
    spans
}

/// Of whom the curves are.
pub fn still_note(seed: u64) -> String {
    format!(
        "Kaplan-Meier, of those who were well when the clock starts: at the end of the induction, or on the day of withdrawal. A relapse ends it; people who leave count until then, so the right-hand end rests on fewer. Bands: 95 % Monte Carlo uncertainty. Seed {seed}."
    )
}

/// The sentence over the burden: hours of each arm.
pub fn burden(sides: &[(&str, usize, Estimate)]) -> Vec<Span> {
    let mut spans = vec![plain("Hours each person spends: ")];
    for (i, (name, arm, hours)) in sides.iter().enumerate() {
        spans.push(plain(if i == 0 { "" } else { ", " }));
        spans.push(of_arm(format!("{} with {name}", number::with_error(*hours, 1.0, 1)), *arm));
    }
    spans.push(plain("."));
    spans
}

/// What the bars are.
pub fn burden_note(people: u64, seed: u64) -> String {
    format!(
        "{} people in every arm, seed {seed}. Means; each measure on its own scale from zero. Lines: 95 % Monte Carlo intervals.",
        number::whole(people)
    )
}

/// Which arm is worth more under the weights, and how sure that is.
pub fn worth(
    first: (&str, usize),
    second: (&str, usize),
    difference: Estimate,
    seed: u64,
) -> Vec<Span> {
    let Estimate { estimate, mcse, n } = difference;
    let by = number::with_error(Estimate { estimate: estimate.abs(), ..difference }, 1.0, 1);
    if estimate.abs() < 2.0 * mcse {
        return vec![plain(format!(
            "With these weights {n} people, seed {seed}, cannot tell the two apart: they differ by {by} units."
        ))];
    }
    let (more, less) = if estimate > 0.0 { (second, first) } else { (first, second) };
    vec![
        plain("With these weights "),
        of_arm(more.0, more.1),
        plain(" is worth more than "),
        of_arm(less.0, less.1),
        plain(format!(": by {by} units, the mean of {n} people treated twice, seed {seed}.")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_counts_what_differs() {
        assert_eq!(notice(&["rule"]).0, "1 thing differs: rule.");
        assert_eq!(notice(&["a", "b", "c"]).0, "3 things differ: a, b and c.");
        assert!(notice(&[]).0.starts_with("Nothing"));
    }
}
