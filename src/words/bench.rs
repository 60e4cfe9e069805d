//! What a benchmark says.

use std::fmt;

use crate::report::number::decimal;
use crate::report::number::whole;

/// A line of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// What is measured, and how.
    Head {
        /// Threads that all cores give.
        threads: usize,
    },
    /// A scenario.
    Speed {
        /// Its name.
        name: &'static str,
        /// Microseconds a person on one core.
        us: f64,
        /// People a second on one core, and on all.
        per_second: [f64; 2],
    },
    /// Time a person at a size.
    People {
        /// People.
        people: u64,
        /// Microseconds a person.
        us: f64,
    },
    /// The gain of threads.
    Threads {
        /// Threads.
        threads: usize,
        /// Times as fast as one.
        times: f64,
    },
    /// Most memory held.
    Memory {
        /// MB.
        mb: f64,
    },
    /// The yardstick beside the fixed arm.
    Yardstick {
        /// Microseconds a person.
        us: f64,
        /// How much faster the fixed arm is.
        times: f64,
    },
    /// There is no yardstick.
    NoYardstick,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Head { threads } => {
                write!(f, "medians of 5 runs in this process; all cores: {threads} threads")
            }
            Self::Speed { name, us, per_second: [one, all] } => write!(
                f,
                "{name:<20} {:>8} \u{b5}s a person; people a second: {} on one core, {} on all",
                decimal(us, 2),
                rounded(one),
                rounded(all)
            ),
            Self::People { people, us } => write!(
                f,
                "{:<20} {:>8} \u{b5}s a person, five arms, with screening and sums",
                format!("{} people", whole(people)),
                decimal(us, 2)
            ),
            Self::Threads { threads, times } => {
                let name = format!("{threads} threads");
                write!(f, "{name:<20} {:>8} times as fast as one", decimal(times, 2))
            }
            Self::Memory { mb } => write!(f, "{:<20} {:>8} MB at most", "memory", decimal(mb, 1)),
            Self::Yardstick { us, times } => write!(
                f,
                "{:<20} {:>8} \u{b5}s a person in plain JavaScript; the fixed arm is {} times as fast",
                "yardstick",
                decimal(us, 2),
                decimal(times, 1)
            ),
            Self::NoYardstick => write!(f, "yardstick: Node is not there to run it"),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "people a second")]
fn rounded(x: f64) -> String {
    whole(x.max(0.0).round() as u64)
}
