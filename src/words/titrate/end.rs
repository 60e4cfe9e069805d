//! What is said at the end: what a rule would have done, what the choices cost and whom.

use super::counted;
use super::tally;
use crate::clinic::count::Count;
use crate::clinic::count::Total;
use crate::clinic::crowd::Crowd;
use crate::endpoint::Fate;
use crate::words::log;
use crate::words::sentence::Span;
use crate::words::sentence::of_arm;
use crate::words::sentence::plain;

/// Another arm beside the reader's: its place, its letter, and its count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside<'a> {
    /// The arm.
    pub arm: usize,
    /// What it is called here.
    pub letter: &'a str,
    /// Its count of the same person.
    pub count: Count,
}

/// The sentence over the truth: "You ended at 23 with 1 severe event; with the same luck A ended at 31 with 3."
pub fn revealed(own: &Count, beside: &[Beside]) -> Vec<Span> {
    let severe = |count: &Count| counted(count.severe, "severe event", "severe events");
    let mut words = vec![plain(format!("You ended at {} with {}", own.score.1, severe(own)))];
    for (i, other) in beside.iter().enumerate() {
        words.push(plain(if i == 0 { "; with the same luck " } else { ", " }));
        words.push(of_arm(other.letter, other.arm));
        let (score, n) = (other.count.score.1, other.count.severe);
        words.push(plain(if i == 0 {
            format!(" ended at {score} with {n}")
        } else {
            format!(" at {score} with {n}")
        }));
    }
    words.push(plain("."));
    words
}

/// What the choices cost one person, and what they brought: harm first, whether it was told or not.
pub fn cost_of_one(own: &Count) -> String {
    let (from, to) = own.score;
    let untold = own.untold.unwrap_or(0);
    let harm = match (own.severe, untold) {
        (0, 0) => "This person had no severe event, and nothing moderate went untold.".to_owned(),
        (0, n) => format!(
            "This person had no severe event; {} untold.",
            counted(n, "moderate event went", "moderate events went")
        ),
        (n, untold) => format!(
            "This person paid with {}; {} untold.",
            counted(n, "severe event", "severe events"),
            counted(untold, "moderate or severe event went", "moderate or severe events went")
        ),
    };
    let burden = tally::came(own.visits, own.changes);
    let course = match own.left {
        Some((day, why)) => {
            format!("They left on day {} ({}), at {to} after {from}.", day.0, log::leaving(why))
        }
        None => format!("The score went from {from} to {to}."),
    };
    format!("{harm} They {burden}. {course}")
}

/// What the choices cost the ten, and whom; people are named by their number.
pub fn cost_of_ten(counts: &[Count]) -> Vec<String> {
    let total = Total::of(counts);
    let whom = |test: &dyn Fn(&Count) -> bool| -> Vec<usize> {
        (1..).zip(counts).filter(|(_, count)| test(count)).map(|(n, _)| n).collect()
    };
    let harmed = whom(&|count| count.severe > 0);
    let untold = whom(&|count| count.untold.unwrap_or(0) > 0);
    let left = whom(&|count| count.left.is_some());
    let better = whom(&|count| count.fate.is_better());
    let mut said = vec![
        match harmed.len() {
            0 => "Nobody had a severe event.".to_owned(),
            _ => format!(
                "{} had {}.",
                people(&harmed),
                counted(total.severe, "severe event", "severe events")
            ),
        },
        match untold.len() {
            0 => "Nothing moderate or severe went untold.".to_owned(),
            _ => format!(
                "{} had {} that nobody told you about.",
                people(&untold),
                counted(
                    total.untold.unwrap_or(0),
                    "moderate or severe event",
                    "moderate or severe events"
                )
            ),
        },
    ];
    if !left.is_empty() {
        said.push(format!("{} left early.", people(&left)));
    }
    said.push(match better.len() {
        0 => "Nobody was better by half at the end.".to_owned(),
        _ => format!(
            "{} {} better by half at the end.",
            people(&better),
            if better.len() == 1 { "was" } else { "were" }
        ),
    });
    said.push(format!("Together they {}.", tally::came(total.visits, total.changes)));
    said
}

/// "Person 5", "Persons 1, 4 and 10".
fn people(who: &[usize]) -> String {
    let numbers: Vec<String> = who.iter().map(usize::to_string).collect();
    match numbers.split_last() {
        Some((only, [])) => format!("Person {only}"),
        Some((last, rest)) => format!("Persons {} and {last}", rest.join(", ")),
        None => "Nobody".to_owned(),
    }
}

/// Everybody under a rule, and the letter of the rule.
pub type Named<'a> = (&'a Crowd, &'a str);

/// What the same rules did to everybody, so that nobody takes one person for a finding: the rules with the most and the
/// fewest people harmed.
pub fn anecdote(crowds: &[Named]) -> Vec<Span> {
    let Some((most, least)) = extremes(crowds) else { return Vec::new() };
    let (better, severe) = (Fate::is_better as fn(Fate) -> bool, Fate::is_severe);
    let people = most.0.fates.len();
    vec![
        plain(format!(" Of {people} people {} had a severe event under ", most.0.count(severe))),
        of_arm(most.1, most.0.arm),
        plain(format!(" and {} under ", least.0.count(severe))),
        of_arm(least.1, least.0.arm),
        plain(format!("; {} and {} got better.", most.0.count(better), least.0.count(better))),
    ]
}

/// What such rows of ten usually show, and how often the order of two rules turns round in them.
pub fn few(crowds: &[Named]) -> Vec<Span> {
    let mut words = Vec::new();
    let ranges = || crowds.iter().map(|(crowd, _)| crowd.usual(Fate::is_better));
    let low = ranges().map(|(low, _)| low).min();
    let high = ranges().map(|(_, high)| high).max();
    if let (Some(low), Some(high)) = (low, high) {
        words.push(plain(format!(
            " In 95 of 100 such rows, {low} to {high} of ten get better under one of these rules."
        )));
    }
    if let Some(((more, a), (fewer, b))) = extremes(crowds) {
        let rows = more.rows(Fate::is_severe);
        let turned =
            rows.iter().zip(fewer.rows(Fate::is_severe)).filter(|(more, fewer)| *more <= fewer);
        words.push(plain(format!(" In {} of {} rows, ", turned.count(), rows.len())));
        words.push(of_arm(a, more.arm));
        words.push(plain(" shows no more people with a severe event than "));
        words.push(of_arm(b, fewer.arm));
        words.push(plain("."));
    }
    words
}

/// The rules with the most and the fewest people harmed; none when they are the same.
fn extremes<'a>(crowds: &[Named<'a>]) -> Option<(Named<'a>, Named<'a>)> {
    let harmed = |crowd: &Crowd| crowd.count(Fate::is_severe);
    let drug = || crowds.iter().filter(|(_, letter)| *letter != "R");
    let most = *drug().max_by_key(|(crowd, _)| harmed(crowd))?;
    let least = *drug().min_by_key(|(crowd, _)| harmed(crowd))?;
    (harmed(most.0) > harmed(least.0)).then_some((most, least))
}

/// A strip of ten endings for a screen reader: "Person 1: better; person 2: not better."
pub fn strip(name: &str, counts: &[Count]) -> String {
    let each: Vec<String> = (1..)
        .zip(counts)
        .map(|(n, count)| format!("person {n}: {}", tally::ending(count)))
        .collect();
    format!("{name}. {}.", each.join("; "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::clinic::Act;
    use crate::clinic::Choice;
    use crate::clinic::Clinic;
    use crate::clinic::Hand;
    use crate::clinic::truth::Truth;
    use crate::scenario::library;
    use crate::scenario::parse;
    use crate::story::cast::Cast;
    use crate::stream::Seed;
    use crate::words::sentence::flat;
    use crate::words::titrate::hidden::hidden;

    fn clinic() -> Clinic {
        let protocol = parse(library::find("start-low").unwrap().text).unwrap().protocol;
        let cast = Cast::new(&protocol, Seed(2059), |_, arm| format!("{:?}", arm.treatment));
        Clinic::new(cast, "You")
    }

    /// A bold hand: up at every visit.
    fn truths(clinic: &Clinic, people: usize) -> Vec<Truth> {
        let bold = Hand { choices: vec![Choice::plain(Act::Raise); 60], rule: None };
        (0..people).filter_map(|person| clinic.truth(person, &bold)).collect()
    }

    #[track_caller]
    fn is_sober(text: &str) {
        for bad in ["significant", "proven", "safe", "best", "!", "brave", "well done", "NaN"] {
            assert!(!text.to_lowercase().contains(bad), "{bad}: {text}");
        }
        assert!(text.ends_with('.'), "{text}");
    }

    #[test]
    fn the_end_says_what_it_cost_and_whom_whatever_was_chosen() {
        let clinic = clinic();
        let truths = truths(&clinic, 40);
        let counts: Vec<Count> =
            truths.iter().map(|truth| Count::of(&truth.own, clinic.protocol())).collect();
        for (truth, count) in truths.iter().zip(&counts) {
            let cost = cost_of_one(count);
            is_sober(&cost);
            assert!(cost.contains("severe") && cost.contains("They came"), "{cost}");
            for it in hidden(&truth.person, &truth.own) {
                is_sober(&it.text);
            }
        }
        let mut harmed = 0;
        for ten in counts.chunks(10) {
            let cost = cost_of_ten(ten).join(" ");
            is_sober(&cost);
            let first = ten.iter().position(|count| count.severe > 0);
            let begins = first.map_or_else(
                || ["Nobody had a severe event".to_owned(), "Nobody had".to_owned()],
                |i| [format!("Person {} ", i + 1), format!("Persons {}", i + 1)],
            );
            assert!(begins.iter().any(|begin| cost.starts_with(begin)), "{cost}");
            harmed += ten.iter().filter(|count| count.severe > 0).count();
        }
        assert!(harmed > 5, "{harmed}");
    }

    #[test]
    fn one_and_ten_are_set_beside_everybody() {
        let clinic = clinic();
        let crowds: Vec<Crowd> = clinic.beside.iter().map(|arm| clinic.crowd(*arm)).collect();
        let named: Vec<(&Crowd, &str)> = crowds.iter().zip(["A", "B", "C", "D", "R"]).collect();
        let one = flat(&anecdote(&named));
        assert!(one.starts_with(" Of 400 people ") && one.contains("severe event"), "{one}");
        let ten = flat(&few(&named));
        assert!(ten.contains("rows") && ten.contains("shows no more people"), "{ten}");
        is_sober(&one);
        is_sober(&ten);
        assert_eq!(people(&[3]), "Person 3");
        assert_eq!(people(&[1, 4, 10]), "Persons 1, 4 and 10");
    }
}
