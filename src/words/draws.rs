//! The words of the draws of hypothetical outcomes.

use super::sentence::Span;
use super::sentence::of_arm;
use super::sentence::plain;

words! {
    Title = "How much of it is luck?";
    Measure = "What is counted";
    Better = "Better";
    Severe = "Severe event";
    Left = "Left early";
    Play = "Watch draws";
    Pause = "Pause";
    Step = "Another 100 people";
    Twelve = "Twelve at once";
    Again = "Start over";
    Open = "Open these people";
    Pace = "Time for a draw";
    PaceUnit = "ms";
    Draw = "draw";
    Seed = "seed";
    Difference = "second minus first";
    Lead = "Each draw is another hundred people under both arms. See how often one comes out ahead of the other.";
}

/// "Draw 3".
pub fn name(k: usize) -> String {
    format!("Draw {k}")
}

/// Whose people a button opens: "Draw 3, seed 1366. Tap another draw, or go to it by the arrow keys, to open that one."
pub fn of(k: usize, seed: u64) -> String {
    format!(
        "{}, seed {seed}. Tap another draw, or go to it with the arrow keys, to open that one.",
        name(k)
    )
}

/// How often which arm had more: "In 9 of 12 draws more people had a severe event with 140 au than with 60 au; in 1 as many."
pub fn score(
    what: Word,
    (first, second): ((&str, usize), (&str, usize)),
    (more, fewer, even): (usize, usize, usize),
) -> Vec<Span> {
    let all = more + fewer + even;
    let did = match what {
        Word::Better => "got better",
        Word::Severe => "had a severe event",
        _ => "left early",
    };
    let (ahead, behind, times) =
        if more >= fewer { (first, second, more) } else { (second, first, fewer) };
    let draws = if all == 1 { "draw" } else { "draws" };
    let tail = match even {
        0 => ".".to_owned(),
        even => format!("; in {even} as many."),
    };
    vec![
        plain(format!("In {times} of {all} {draws} more people {did} with ")),
        of_arm(ahead.0, ahead.1),
        plain(" than with "),
        of_arm(behind.0, behind.1),
        plain(tail),
    ]
}

/// What the draws rest on.
pub fn note(first: u64, last: u64) -> String {
    if first == last {
        format!("100 people, seed {first}. Both arms have the same people with the same luck.")
    } else {
        format!(
            "100 people a draw, seeds {first} to {last}. Within a draw both arms have the same people with the same luck."
        )
    }
}
