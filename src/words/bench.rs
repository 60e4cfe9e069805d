//! What a benchmark says.

use std::fmt;

use serde::Serialize;

use crate::report::number::decimal;
use crate::report::number::whole;

/// The median of some rounds, with the lowest and the highest.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Spread {
    /// The lowest and the highest, in brackets.
    fn range(self) -> String {
        format!("({} to {})", decimal(self.low, 2), decimal(self.high, 2))
    }
}

/// A line of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// What is measured, and how.
    Head {
        /// Rounds that a median is of.
        rounds: usize,
        /// Threads that all cores give.
        threads: usize,
    },
    /// A scenario.
    Speed {
        /// Its name.
        name: &'static str,
        /// Microseconds a person on one core.
        us: Spread,
        /// People a second on one core, and on all.
        per_second: [f64; 2],
    },
    /// The response-guided arm beside the fixed one.
    Response {
        /// How much longer it takes.
        times: Spread,
    },
    /// The yardstick beside the fixed arm.
    Yardstick {
        /// Microseconds a person.
        us: Spread,
        /// How much longer it takes.
        times: Spread,
    },
    /// There is no yardstick.
    NoYardstick,
    /// The gain of threads.
    Threads {
        /// Threads.
        threads: usize,
        /// Times as fast as one.
        times: Spread,
    },
    /// Time a person at a size.
    People {
        /// People.
        people: u64,
        /// Microseconds a person.
        us: Spread,
        /// The same as a multiple of that of the fewest people.
        times: Spread,
    },
    /// How far the time a person moves as people grow.
    Deviation {
        /// Per cent.
        percent: f64,
    },
    /// Most memory held as people grow.
    Memory {
        /// MB.
        mb: f64,
    },
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, figure, about) = self.columns();
        if figure.is_empty() {
            return f.write_str(&about);
        }
        write!(f, "{name:<20} {figure:>8} {about}")
    }
}

impl Line {
    /// A name, a figure, and what the figure is; a sentence has neither name nor figure.
    fn columns(&self) -> (String, String, String) {
        match *self {
            Self::Head { rounds, threads } => sentence(format!(
                "medians of {rounds} rounds in turn, with the lowest and the highest; all cores: {threads} threads"
            )),
            Self::Speed { name, us, per_second: [one, all] } => (
                name.to_owned(),
                decimal(us.median, 2),
                format!(
                    "\u{b5}s a person {}; people a second: {} on one core, {} on all",
                    us.range(),
                    rounded(one),
                    rounded(all)
                ),
            ),
            Self::Response { times } => (
                "response to fixed".to_owned(),
                decimal(times.median, 2),
                format!("times as long {}", times.range()),
            ),
            Self::Yardstick { us, times } => (
                "yardstick".to_owned(),
                decimal(us.median, 2),
                format!(
                    "\u{b5}s a person in plain JavaScript {}; the fixed arm is {} times as fast {}",
                    us.range(),
                    decimal(times.median, 2),
                    times.range()
                ),
            ),
            Self::NoYardstick => sentence("yardstick: Node is not there to run it".to_owned()),
            _ => self.growing(),
        }
    }

    /// The lines about threads, people and memory.
    fn growing(&self) -> (String, String, String) {
        match *self {
            Self::Threads { threads, times } => (
                format!("{threads} threads"),
                decimal(times.median, 2),
                format!("times as fast as one {}", times.range()),
            ),
            Self::People { people, us, times } => (
                format!("{} people", whole(people)),
                decimal(us.median, 2),
                format!(
                    "\u{b5}s a person {}, one arm with screening and sums; {} times that of the fewest {}",
                    us.range(),
                    decimal(times.median, 3),
                    times.range()
                ),
            ),
            Self::Deviation { percent } => (
                "as people grow".to_owned(),
                decimal(percent, 1),
                "% at most between times a person".to_owned(),
            ),
            Self::Memory { mb } => {
                ("memory".to_owned(), decimal(mb, 1), "MB at most while people grow".to_owned())
            }
            _ => sentence(String::new()),
        }
    }
}

const fn sentence(words: String) -> (String, String, String) {
    (String::new(), String::new(), words)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "people a second")]
fn rounded(x: f64) -> String {
    whole(x.max(0.0).round() as u64)
}
