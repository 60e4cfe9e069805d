//! Lines and columns of a text, and the lines where the reader of TOML stumbled.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines.
    pub fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { text, starts }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.starts[line - 1];
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The lines that make no sense because of a fault on one of `stumbled`: that line, and after a broken header of a
    /// table all lines up to the next header.
    pub fn suspect(&self, stumbled: impl Iterator<Item = usize>) -> BTreeSet<usize> {
        let is_header = |line: usize| self.words(line).trim_start().starts_with('[');
        let mut suspect = BTreeSet::new();
        for first in stumbled {
            suspect.insert(first);
            if is_header(first) {
                let rest = (first + 1..=self.starts.len()).take_while(|line| !is_header(*line));
                suspect.extend(rest);
            }
        }
        suspect
    }

    /// Where a list begins that goes on in a line that looks like a field or a header: it has not been closed.
    pub fn open_list(&self, at: usize) -> Option<usize> {
        let here = self.line(at);
        let words = self.words(here).trim_start();
        if !words.starts_with('[') && !words.contains('=') {
            return None;
        }
        let begins_one = |line: &usize| {
            let words = self.words(*line);
            words.split_once('=').is_some_and(|(_, value)| value.trim_start().starts_with('['))
        };
        let before = (1..here).rev().find(begins_one)?;
        Some(self.starts[before - 1])
    }

    /// The line of a byte and all after it.
    pub fn from(&self, at: usize) -> RangeInclusive<usize> {
        self.line(at)..=self.starts.len()
    }

    fn words(&self, line: usize) -> &str {
        let rest = &self.text[self.starts[line - 1]..];
        rest.split('\n').next().unwrap_or_default()
    }
}
