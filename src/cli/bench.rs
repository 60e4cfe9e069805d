//! How fast this machine simulates: people a second on one core and on all, how time grows with people and with threads,
//! how much memory it takes, and the JavaScript yardstick beside it. It judges nothing.
//!
//! Machines are shared, and their mood changes within seconds. So whatever is compared runs in turn, in short rounds; a
//! ratio is taken within a round, and the median of the rounds is given with the lowest and the highest.

mod growth;
mod rounds;
mod speed;
mod threads;
mod yardstick;

use std::process::ExitCode;

use serde::Serialize;

use super::CliError;
use super::args::BenchArgs;
use super::output;
use super::people;
use crate::words::bench::Line;
use crate::words::bench::Spread;
use growth::Growth;
use speed::Speeds;
use threads::Gain;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
struct Extent {
    /// Rounds of everything that is quick.
    rounds: usize,
    /// How long one contestant of a round takes, seconds, about.
    slice: f64,
    /// Rounds of a million people.
    long_rounds: usize,
    /// Numbers of people, growing.
    sizes: &'static [u64],
}

const LONG: Extent =
    Extent { rounds: 9, slice: 0.3, long_rounds: 3, sizes: &[10_000, 100_000, 1_000_000] };

const SHORT: Extent = Extent { rounds: 5, slice: 0.05, long_rounds: 5, sizes: &[1_000, 10_000] };

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The version of the program.
    pub titrarium: &'static str,
    /// Rounds that a median is of.
    pub rounds: usize,
    /// Threads that all cores give.
    pub threads: usize,
    /// The scenarios, the yardstick, and how they compare.
    #[serde(flatten)]
    pub speeds: Speeds,
    /// How much faster more threads are than one.
    pub threads_gain: Vec<Gain>,
    /// Time a person as people grow, on one thread, and the memory it takes.
    pub people: Vec<Growth>,
    /// The largest deviation of the time a person from that of the fewest people, per cent.
    pub people_deviation_percent: f64,
    /// Most memory held while people grew, MB; none where the system does not say.
    pub peak_memory_mb: Option<f64>,
}

/// Measures and prints.
///
/// # Errors
/// When threads do not start, or nothing can be printed.
pub(super) fn run(args: &BenchArgs) -> Result<ExitCode, CliError> {
    let report = measure(if args.short { &SHORT } else { &LONG })?;
    if args.json {
        let text = serde_json::to_string_pretty(&report).map_err(CliError::encoding)?;
        return output::print(&format!("{text}\n"));
    }
    let lines: Vec<String> = lines(&report).iter().map(Line::to_string).collect();
    output::print(&(lines.join("\n") + "\n"))
}

fn measure(extent: &Extent) -> Result<Report, CliError> {
    let all = people::pool(None)?.current_num_threads();
    // Before anything is collected: what is held most is then what these runs hold.
    let people = growth::measure(extent)?;
    let peak_memory_mb = people.iter().filter_map(|at| at.peak_memory_mb).reduce(f64::max);
    let deviation = |at: &Growth| 100.0 * (at.times_the_fewest.median - 1.0).abs();
    Ok(Report {
        titrarium: env!("CARGO_PKG_VERSION"),
        rounds: extent.rounds,
        threads: all,
        speeds: speed::measure(extent, all)?,
        threads_gain: threads::measure(extent, all)?,
        people_deviation_percent: people.iter().map(deviation).fold(0.0, f64::max),
        people,
        peak_memory_mb,
    })
}

fn lines(report: &Report) -> Vec<Line> {
    let speeds = &report.speeds;
    let mut lines = vec![Line::Head { rounds: report.rounds, threads: report.threads }];
    lines.extend(speeds.scenarios.iter().map(|speed| Line::Speed {
        name: speed.scenario,
        us: Spread { median: speed.us, low: speed.us_range[0], high: speed.us_range[1] },
        per_second: [speed.per_second_one_core, speed.per_second_all_cores],
    }));
    lines.push(Line::Response { times: speeds.response_to_fixed });
    lines.push(match (speeds.yardstick_us, speeds.times_the_yardstick) {
        (Some(us), Some(times)) => Line::Yardstick { us, times },
        _ => Line::NoYardstick,
    });
    let gain = |at: &Gain| Line::Threads { threads: at.threads, times: at.times };
    lines.extend(report.threads_gain.iter().map(gain));
    lines.extend(report.people.iter().map(|at| Line::People {
        people: at.people,
        us: Spread { median: at.us, low: at.us_range[0], high: at.us_range[1] },
        times: at.times_the_fewest,
    }));
    lines.push(Line::Deviation { percent: report.people_deviation_percent });
    lines.extend(report.peak_memory_mb.map(|mb| Line::Memory { mb }));
    lines
}
