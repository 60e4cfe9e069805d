//! Random valid scenarios, as the text of a file: every key, every rule, the ends of every range.
//!
//! A scenario is made of a list of choices; a choice of 0, or none left, leaves the key out. So whatever fails shrinks
//! to the few keys that matter.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::slice::Iter;

use proptest::arbitrary::any;
use proptest::collection::vec;
use proptest::strategy::Strategy;

mod arms;
mod people;
mod rows;

/// How many choices fill a large scenario.
const MOST_CHOICES: usize = 900;

/// Choices for a scenario, few or many.
pub fn choices() -> impl Strategy<Value = Vec<u32>> {
    vec(any::<u32>(), 0..MOST_CHOICES)
}

/// The text of the scenario that these choices make.
pub fn text(choices: &[u32]) -> String {
    let mut pen = Pen { choices: choices.iter(), text: String::new() };
    pen.put("schema", 1);
    pen.put("title", "\"Random\"");
    pen.word("question", &["Why?", "", "Ä \\\"é\\\" \\u00fc?"]);
    pen.word("teaching", &["A note.", " "]);
    pen.word("look-at", &["This.", ""]);
    let weeks = if pen.coin() { pen.whole(4, 60) } else { 12 };
    pen.put("weeks", weeks);
    let ladder = ladder(&mut pen);
    people::write(&mut pen);
    arms::write(&mut pen, weeks, &ladder);
    pen.text
}

/// Two to twelve doses that ascend, on the file and as they stand there.
fn ladder(pen: &mut Pen) -> Vec<String> {
    let usual = || (1..=8).map(|i| (20 * i).to_string()).collect::<Vec<_>>();
    if !pen.coin() {
        return usual();
    }
    let n = 2 + pen.below(11);
    let mut doses = vec![pen.below(30)]; // tenths of an au; 0 is a dose
    for _ in 1..n {
        let last = *doses.last().unwrap();
        doses.push(last + 1 + pen.below(360));
    }
    let doses: Vec<String> = doses.iter().map(|d| format!("{}.{}", d / 10, d % 10)).collect();
    pen.put("ladder", format!("[{}]", doses.join(", ")));
    doses
}

/// Writes a scenario, choice by choice.
pub struct Pen<'a> {
    choices: Iter<'a, u32>,
    text: String,
}

impl Pen<'_> {
    /// A number below `n`.
    fn below(&mut self, n: u32) -> u32 {
        self.choices.next().map_or(0, |choice| choice % n)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// A whole number, ends included and more often than the rest.
    fn whole(&mut self, low: u32, high: u32) -> u32 {
        match self.below(6) {
            4 => low,
            5 => high,
            _ => low + self.below(high - low + 1),
        }
    }

    /// A number in a range, ends included and more often than the rest.
    fn real(&mut self, low: f64, high: f64) -> f64 {
        match self.below(6) {
            4 => low,
            5 => high,
            _ => low + (high - low) * f64::from(self.below(1001)) / 1000.0,
        }
    }

    /// One of several.
    fn any<'t, T: ?Sized>(&mut self, of: &[&'t T]) -> &'t T {
        let n = u32::try_from(of.len()).unwrap();
        of[self.below(n) as usize]
    }

    /// Writes a line as it is.
    fn line(&mut self, line: &str) {
        writeln!(self.text, "{line}").unwrap();
    }

    /// Writes a field.
    fn put(&mut self, key: &str, value: impl std::fmt::Display) {
        writeln!(self.text, "{key} = {value}").unwrap();
    }

    /// A field with a number, or nothing.
    fn number(&mut self, key: &str, low: f64, high: f64) {
        if self.below(3) > 0 {
            let number = self.real(low, high);
            self.put(key, format!("{number:?}"));
        }
    }

    /// A field with a whole number, or nothing.
    fn count(&mut self, key: &str, low: u32, high: u32) {
        if self.below(3) > 0 {
            let count = self.whole(low, high);
            self.put(key, count);
        }
    }

    /// A field with a number, `"never"`, or nothing.
    fn or_never(&mut self, key: &str, number: impl FnOnce(&mut Self) -> String) {
        match self.below(4) {
            0 => {}
            1 => self.put(key, "\"never\""),
            _ => {
                let number = number(self);
                self.put(key, number);
            }
        }
    }

    /// A field with one of some words, or nothing.
    fn word(&mut self, key: &str, words: &[&str]) {
        if self.coin() {
            let word = self.any(words);
            self.put(key, format!("\"{word}\""));
        }
    }

    /// Two numbers of a list in order: the first, and one that is not before it.
    fn range(&mut self, n: usize) -> (usize, usize) {
        let a = self.below(u32::try_from(n).unwrap()) as usize;
        let b = self.below(u32::try_from(n).unwrap()) as usize;
        (a.min(b), a.max(b))
    }
}
