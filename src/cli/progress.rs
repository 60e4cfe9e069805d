//! How far a run is: a bar on a terminal, a few plain lines elsewhere; always on standard error.

use std::io::IsTerminal;

use indicatif::ProgressBar;
use indicatif::ProgressStyle;

use super::output;
use crate::words::command::Phrase;

/// Fewer people are done before anybody could read a line about it.
const WORTH_A_LINE: u64 = 50_000;

/// Plain lines say when another quarter is done.
const PARTS: u64 = 4;

#[derive(Debug)]
pub(super) enum Progress {
    Bar(ProgressBar),
    Lines { wanted: u64, told: u64 },
}

impl Progress {
    /// Nobody yet, of this many people.
    pub fn new(wanted: u64) -> Self {
        if !std::io::stderr().is_terminal() {
            if wanted >= WORTH_A_LINE {
                output::note(&Phrase::Progress { n: 0, wanted });
            }
            return Self::Lines { wanted, told: 0 };
        }
        let style = "{bar:40} {human_pos} of {human_len} people, {eta} left";
        let bar = ProgressBar::new(wanted);
        bar.set_style(
            ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        Self::Bar(bar)
    }

    /// This many people are in.
    pub fn reached(&mut self, n: u64) {
        match self {
            Self::Bar(bar) => bar.set_position(n),
            Self::Lines { wanted, told } => {
                let part = n / (*wanted / PARTS).max(1);
                if *wanted >= WORTH_A_LINE && part > *told {
                    *told = part;
                    output::note(&Phrase::Progress { n, wanted: *wanted });
                }
            }
        }
    }

    /// No more to come: the bar disappears.
    pub fn end(self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
