//! The sentences of the page. Numbers come in as numbers and leave as words a student would use.

use super::page::Word;
use crate::report::number;
use crate::tally;
use crate::tally::Estimate;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// The arm they are about, by place in the protocol; coloured then.
    pub arm: Option<usize>,
}

/// A piece about no arm.
pub fn plain(text: impl Into<String>) -> Span {
    Span { text: text.into(), arm: None }
}

/// A piece about an arm.
pub(super) fn of_arm(text: impl Into<String>, arm: usize) -> Span {
    Span { text: text.into(), arm: Some(arm) }
}

/// The sentence as plain text.
pub fn flat(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// An arm in the finding: its name, slot and counts of the people shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side<'a> {
    /// The arm's name.
    pub name: &'a str,
    /// Its place in the protocol.
    pub arm: usize,
    /// People who got better.
    pub better: usize,
    /// People with a severe event.
    pub severe: usize,
}

/// The sentence that answers the question, told from the arm with fewer severe events; of one arm, only its counts.
pub fn finding(left: Side, right: Side) -> Vec<Span> {
    if left.arm == right.arm {
        let people = if left.severe == 1 { "person" } else { "people" };
        return vec![
            of_arm(left.name, left.arm),
            plain(format!(
                ": {} got better, {} {people} had a severe event.",
                left.better, left.severe
            )),
        ];
    }
    if left.severe == right.severe {
        return vec![
            plain("As many people had a severe event with "),
            of_arm(left.name, left.arm),
            plain(" as with "),
            of_arm(right.name, right.arm),
            plain(format!(": {}. ", left.severe)),
            plain(capital(&more_or_fewer(left.better, right.better))),
            plain(" got better."),
        ];
    }
    let (calm, harsh) = if left.severe < right.severe { (left, right) } else { (right, left) };
    vec![
        plain(format!("{}: ", calm.name)),
        of_arm(calm.severe.to_string(), calm.arm),
        plain(if calm.severe == 1 { " person" } else { " people" }),
        plain(" had a severe event instead of "),
        of_arm(harsh.severe.to_string(), harsh.arm),
        plain(format!(" with {}, and ", harsh.name)),
        plain(more_or_fewer(calm.better, harsh.better)),
        plain(" got better."),
    ]
}

fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn more_or_fewer(this: usize, that: usize) -> String {
    match this.cmp(&that) {
        std::cmp::Ordering::Equal => "just as many".to_owned(),
        std::cmp::Ordering::Less => format!("{} fewer", that - this),
        std::cmp::Ordering::Greater => format!("{} more", this - that),
    }
}

/// A scenario's title and question in one line; the question may be empty.
pub fn heading(title: &str, question: &str) -> String {
    match (question, title.ends_with('?')) {
        ("", _) => title.to_owned(),
        (question, true) => format!("{title} {question}"),
        (question, false) => format!("{title}: {question}"),
    }
}

/// What the page is about, under the question.
pub fn lead(arms: usize, changed: Option<&str>) -> String {
    let times = match arms {
        1 => "once".to_owned(),
        2 => "twice with the same luck: once in every arm".to_owned(),
        n => format!("{n} times with the same luck: once in every arm"),
    };
    let invite = changed.map_or_else(String::new, |dose| {
        format!(" Move the {} and see who gets better and who is harmed.", uncapital(dose))
    });
    format!("100 virtual people, each treated {times}.{invite}")
}

/// The label of the control of a fixed arm's dose: "Dose of B".
pub fn dose_of(letter: &str) -> String {
    format!("Dose of {letter}")
}

/// The label of the control of the dose that a rule begins with: "Starting dose of B".
pub fn start_of(letter: &str) -> String {
    format!("Starting dose of {letter}")
}

/// What a scenario is called on a card: "Start low, go slow \u{b7} 4 arms".
pub fn card(title: &str, arms: usize) -> String {
    format!("{title} \u{b7} {arms} {}", if arms == 1 { "arm" } else { "arms" })
}

/// Why a dose is not taken.
pub fn wrong_dose(lowest: f64, highest: f64, step: Option<f64>, still: f64) -> String {
    let steps = step.map_or_else(String::new, |step| format!(" in steps of {step}"));
    format!("Doses run from {lowest} to {highest} au{steps}. Still using {still}.")
}

/// Why a number is not taken.
pub fn wrong_number(what: &str, lowest: u64, highest: u64, still: u64) -> String {
    let [lowest, highest, still] = [lowest, highest, still].map(number::whole);
    format!("{what}: a whole number from {lowest} to {highest}. Still using {still}.")
}

/// Why a weight is not taken.
pub fn wrong_weight(most: f64, still: f64) -> String {
    format!("Weights run from 0 to {most}, in steps. Still using {still}.")
}

/// The heading of the rows of counts.
pub fn of_hundred(weeks: u16, shown: usize) -> String {
    format!("At week {weeks}, of {shown}")
}

/// The note under the picture.
pub fn picture_note(weeks: u16, shown: usize, people: u64, seed: u64) -> String {
    format!(
        "Better: symptom score at least halved at week {weeks}. Severe event: at least one, reported or not. Doses: the middle person and the middle half, in weeks when most come. The pictures and counts show the first {shown} of {} people, seed {seed}.",
        number::whole(people)
    )
}

/// The note under the counts: what their bars are.
pub fn bars_note(shown: usize, people: u64) -> String {
    format!(
        "Pale bars: where 95 of 100 other groups of {shown} people would fall, judged by {} people.",
        number::whole(people)
    )
}

/// How sure the counts are, over all people: left arm, then right.
pub fn sureness(
    people: u64,
    names: (&str, &str),
    severe: (Estimate, Estimate),
    better: (Estimate, Estimate),
) -> String {
    let percent = |estimate| number::with_error(estimate, 100.0, 1);
    format!(
        "Over {} people, {} against {}: severe event {} % against {} %, better {} % against {} % (\u{b1} one Monte Carlo standard error).",
        number::whole(people),
        names.0,
        names.1,
        percent(severe.0),
        percent(severe.1),
        percent(better.0),
        percent(better.1)
    )
}

/// The heading of a difference: "80 au − Placebo".
pub fn minus(arm: &str, first: &str) -> String {
    format!("{arm} \u{2212} {first}")
}

/// The caption of a chart's table.
pub fn table_caption(people: u64, seed: u64) -> String {
    format!("{} people in every arm, seed {seed}. {}", number::whole(people), Word::Badge.en())
}

/// What an icon array shows, for people who do not see it.
pub fn array_alt(name: &str, better: usize, severe: usize, left: usize, of: usize) -> String {
    format!(
        "{name}: of {of} people {better} got better, {severe} had a severe event, {left} left early."
    )
}

/// How far a run is.
pub fn progress(done: u64, of: u64) -> String {
    format!("{} of {}", number::whole(done), number::whole(of))
}

/// What a finished run says once.
pub fn finished(people: u64, seed: u64, sentence: &str) -> String {
    format!("Done. {} people, seed {seed}. {sentence}", number::whole(people))
}

/// What a stopped run says.
pub fn stopped(done: u64, of: u64) -> String {
    let ratio = tally::real(of) / tally::real(done.max(1));
    format!(
        "Stopped at {}. What is shown rests on these people; errors are {} times as wide as asked for.",
        progress(done, of),
        number::decimal(ratio.sqrt(), 1)
    )
}

/// What a run rests on.
pub fn rests_on(people: u64) -> String {
    format!("{} people", number::whole(people))
}

/// What running until every share is sure to a point takes.
pub fn until_title(people: u64) -> String {
    format!(
        "Run {} people: the 95 % range of every share then reaches 1 point of 100 to either side",
        number::whole(people)
    )
}

/// The sentence over the course chart: the middle person's score at the end.
pub fn course(weeks: u16, left: (&str, usize, f64), right: (&str, usize, f64)) -> Vec<Span> {
    if left.1 == right.1 {
        return vec![
            plain(format!("At week {weeks} the middle person has a score of ")),
            of_arm(left.2.to_string(), left.1),
            plain("."),
        ];
    }
    vec![
        plain(format!("At week {weeks} the middle person has a score of ")),
        of_arm(format!("{} with {}", left.2, left.0), left.1),
        plain(" and "),
        of_arm(format!("{} with {}", right.2, right.0), right.1),
        plain("."),
    ]
}

/// The note under the course chart.
pub fn course_note(people: u64, seed: u64) -> String {
    format!(
        "Observed scores, 0 to 60, lower is better; of {} people, seed {seed}, those seen that week (the table has their number). Bands: half of the people, and eight in ten. People who left are not in it, and they were doing worse.",
        number::whole(people)
    )
}

/// The sentence over the dose chart: what the one arm brings and what the other, each with its error.
pub fn dose(
    from: (&str, usize),
    to: (&str, usize),
    better: (Estimate, Estimate),
    severe: (Estimate, Estimate),
) -> Vec<Span> {
    let change = |(from, to): (Estimate, Estimate)| {
        let percent = |estimate| number::with_error(estimate, 100.0, 1);
        format!("{} to {}", percent(from), percent(to))
    };
    let (better, severe) = (change(better), change(severe));
    vec![
        plain("From "),
        of_arm(from.0, from.1),
        plain(" to "),
        of_arm(to.0, to.1),
        plain(format!(", of 100 people: {better} get better, {severe} have a severe event.")),
    ]
}

/// The note under the dose chart.
pub fn dose_note(people: u64, seed: u64) -> String {
    format!(
        "{} people in every arm, seed {seed}. Bars: 95 % Monte Carlo intervals. Better counts everybody: who left or was not seen counts as not better.",
        number::whole(people)
    )
}

/// The dose of the middle person, for whoever does not see the staircase.
pub fn dose_path(name: &str, first: f64, last: f64, weeks: u16) -> String {
    if (first - last).abs() < 1e-9 {
        return format!("{name}: the middle person gets {first} au throughout.");
    }
    format!("{name}: the middle person begins with {first} au and gets {last} au in week {weeks}.")
}

/// How many faults a text has.
pub fn faults(n: usize) -> String {
    match n {
        1 => "One fault. The result on the page is from before.".to_owned(),
        n => format!("{n} faults. The result on the page is from before."),
    }
}

/// Arms that the pictures leave out.
pub fn left_out(names: &[String]) -> String {
    format!("The pictures show five arms at most; in the tables only: {}.", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(name: &str, arm: usize, better: usize, severe: usize) -> Side<'_> {
        Side { name, arm, better, severe }
    }

    #[test]
    fn the_finding_says_what_went_against_the_calmer_arm_too() {
        let said = |a, b| flat(&finding(a, b));
        assert_eq!(
            said(side("80 au", 1, 39, 12), side("160 au", 3, 40, 32)),
            "80 au: 12 people had a severe event instead of 32 with 160 au, and 1 fewer got better."
        );
        assert_eq!(
            said(side("160 au", 1, 40, 32), side("80 au", 3, 40, 1)),
            "80 au: 1 person had a severe event instead of 32 with 160 au, and just as many got better."
        );
        assert_eq!(
            said(side("80 au", 1, 41, 9), side("90 au", 3, 40, 9)),
            "As many people had a severe event with 80 au as with 90 au: 9. 1 more got better."
        );
    }
}
