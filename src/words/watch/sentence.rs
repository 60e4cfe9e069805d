//! The sentence over the timeline, and the words at the ends of its lines.

use crate::protocol::Protocol;
use crate::story::Course;
use crate::story::Story;
use crate::story::Visit;
use crate::words::log;
use crate::words::sentence::Span;
use crate::words::sentence::of_arm;
use crate::words::sentence::plain;

/// A story and what its arm is called: its letter.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The story.
    pub story: &'a Story,
    /// The letter of its arm.
    pub letter: &'a str,
}

impl Told<'_> {
    fn name(&self) -> Span {
        of_arm(self.letter, self.story.arm)
    }

    fn last(&self) -> u8 {
        self.story.last_score().map_or(0, |(_, score)| score)
    }

    /// The last day, if the person left before it.
    fn left(&self, protocol: &Protocol) -> Option<u16> {
        let (day, _) = self.story.outcome.left?;
        (day < protocol.horizon()).then_some(day.0)
    }
}

/// What could be seen: how it ended, and how it ended under the other arm.
pub fn seen(protocol: &Protocol, watched: Told, other: Option<Told>) -> Vec<Span> {
    let start = watched.story.outcome.baseline();
    let mut words = vec![plain("Under "), watched.name()];
    words.push(plain(match watched.left(protocol) {
        Some(day) => format!(
            " the person left on day {day}; the score had gone from {start} to {}",
            watched.last()
        ),
        None => format!(" the score went from {start} to {}", watched.last()),
    }));
    if let Some((_, why)) = watched.story.outcome.left.filter(|(day, _)| *day < protocol.horizon())
    {
        words.push(plain(format!(" ({})", log::leaving(why))));
    }
    if let Some(other) = other {
        words.push(plain("; with the same luck under "));
        words.push(other.name());
        words.push(plain(match other.left(protocol) {
            Some(day) => format!(" the person left on day {day}, at {}", other.last()),
            None => format!(" it ended at {}", other.last()),
        }));
    }
    words.push(plain("."));
    words
}

/// What nobody reported, and what speaks for and against the other arm.
pub fn revealed(protocol: &Protocol, watched: Told, other: Option<Told>) -> Vec<Span> {
    let mut words = Vec::new();
    if let Some(visit) = worst_unheard(watched.story) {
        words.extend([watched.name(), plain(did(visit))]);
        words.push(plain(unreported_severe(watched.story.severe())));
    } else {
        let untold = watched.story.visits.iter().filter(|visit| visit.unreported() > 0).count();
        words.push(plain(milder(untold)));
    }
    if let Some(other) = other {
        words.push(plain(" "));
        words.extend(beside(protocol, watched, other));
    }
    words
}

/// The first visit with a severe event that nobody reported on which the dose did not fall.
fn worst_unheard(story: &Story) -> Option<&Visit> {
    let unheard = |visit: &&Visit| visit.unreported() == 3;
    let up = story.visits.iter().find(|visit| unheard(visit) && visit.course == Course::Up);
    up.or_else(|| story.visits.iter().find(unheard))
}

fn did(visit: &Visit) -> String {
    let day = visit.day.0;
    match visit.course {
        Course::Began => format!(" began on day {day}"),
        Course::Up => format!(" went up on day {day}"),
        Course::Down => format!(" went down on day {day}"),
        Course::Same => format!(" stayed as it was on day {day}"),
        Course::Turned => format!(" changed course on day {day}"),
    }
}

/// The severe events of one life: all of them, and those that nobody reported.
fn unreported_severe((severe, unseen): (usize, usize)) -> String {
    let all = match (unseen, severe) {
        (1, 1) => String::new(),
        (unseen, severe) => format!(" Nobody reported {unseen} of {severe} severe events."),
    };
    format!("; a severe event of that day was never reported.{all}")
}

fn milder(untold: usize) -> String {
    match untold {
        0 => "Everything that happened was reported.".to_owned(),
        1 => {
            "At 1 visit something happened that nobody reported; none of it was severe.".to_owned()
        }
        n => {
            format!("At {n} visits something happened that nobody reported; none of it was severe.")
        }
    }
}

/// The last scores and the sessions with a severe event, whichever way they point.
fn beside(protocol: &Protocol, watched: Told, other: Told) -> Vec<Span> {
    let (ours, theirs) = (watched.story.severe().0, other.story.severe().0);
    let score = match other.last().cmp(&watched.last()) {
        std::cmp::Ordering::Less => "lower",
        std::cmp::Ordering::Equal => "at the same score",
        std::cmp::Ordering::Greater => "higher",
    };
    let end = other
        .left(protocol)
        .map_or_else(|| format!(" ended {score}"), |day| format!(" left on day {day}, {score}"));
    let events = |n: usize| if n == 1 { "severe event" } else { "severe events" };
    let harm = if ours == theirs {
        format!(", with as many severe events: {ours}.")
    } else {
        format!(", with {theirs} {} instead of {ours}.", events(theirs))
    };
    vec![other.name(), plain(format!("{end}{harm}"))]
}

/// At the end of the watched line: on a wide chart, on a narrow one.
pub fn end(protocol: &Protocol, told: Told) -> (String, String) {
    let (letter, last) = (told.letter, told.last());
    let long = match told.left(protocol) {
        Some(_) => format!("{letter} left at {last}"),
        None => format!("{letter} ends at {last}"),
    };
    (long, format!("{letter} {last}"))
}

/// At the end of the ghost's line.
pub fn ghost_end(protocol: &Protocol, told: Told) -> (String, String) {
    let (letter, last) = (told.letter, told.last());
    let long = match told.left(protocol) {
        Some(_) => format!("{letter}, left at {last}"),
        None => format!("{letter}, same luck: {last}"),
    };
    (long, format!("{letter} {last}"))
}

/// At the end of the target line.
pub fn target(baseline: u8) -> String {
    format!("target: half of {baseline}")
}

/// What the picture rests on.
pub fn note((person, pid): (usize, u64), people: usize, seed: u64) -> String {
    format!(
        "Person {} of the first {people} enrolled (candidate {pid} of seed {seed}). Score 0 to 60, lower is better. One person \
         is an anecdote: it shows how something can happen, never how often.",
        person + 1
    )
}

/// The caption of the table.
pub fn caption((person, pid): (usize, u64), arm: &str, seed: u64) -> String {
    format!("Person {}, candidate {pid}, seed {seed}, under {arm}", person + 1)
}

/// The chosen visit, read out: "Day 38: 45 % better, nothing told: one up".
pub fn visit(day: u16, text: &str) -> String {
    format!("Day {day}: {text}")
}

/// Which day of how many.
pub fn day_of(day: u16, days: u16) -> (String, String) {
    (format!("Day {day}"), format!(" of {days}"))
}

/// The heading of the log.
pub fn log_title(letter: &str) -> String {
    format!("What did {letter} do, and why?")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::scenario::library;
    use crate::scenario::parse;
    use crate::story::cast::Cast;
    use crate::stream::Seed;
    use crate::words::sentence::flat;

    /// Whatever is watched beside whatever: one or two sentences, with the harm of both sides once anything is revealed.
    #[test]
    fn every_pair_has_a_sentence_that_tells_harm_beside_benefit() {
        let protocol = parse(library::find("start-low").unwrap().text).unwrap().protocol;
        let cast = Cast::new(&protocol, Seed(2059), |_, arm| format!("{:?}", arm.treatment));
        let protocol = &cast.ready.protocol;
        for person in 0..60 {
            let stories: Vec<Story> =
                (0..4).map(|arm| Story::of(&cast, person, arm).unwrap()).collect();
            let [a, b] =
                [(0, "A"), (2, "B")].map(|(arm, letter)| Told { story: &stories[arm], letter });
            let hidden = flat(&seen(protocol, a, Some(b)));
            assert!(hidden.ends_with('.') && !hidden.contains("severe"), "{hidden}");
            let told = flat(&revealed(protocol, a, Some(b)));
            assert!(told.ends_with('.') && told.contains("severe event"), "{told}");
            let alone = flat(&revealed(protocol, a, None));
            assert!(alone.ends_with('.') && told.starts_with(&alone), "{alone}");
            for bad in ["significant", "proven", "safe", "best", "!"] {
                assert!(!told.contains(bad) && !hidden.contains(bad), "{told} {hidden}");
            }
        }
    }
}
