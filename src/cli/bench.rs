//! How fast this machine simulates: people a second on one core and on all, how time grows with people and with threads,
//! how much memory it takes, and the JavaScript yardstick beside it. Ratios and medians; it judges nothing.

use std::hint::black_box;
use std::process::Command;
use std::process::ExitCode;
use std::time::Instant;

use rayon::iter::IntoParallelIterator;
use rayon::iter::IntoParallelRefIterator;
use rayon::iter::ParallelIterator;
use serde::Serialize;

use super::CliError;
use super::args::BenchArgs;
use super::output;
use super::people;
use crate::run::Ready;
use crate::stream::Seed;
use crate::words::bench::Line;
use crate::workload::Workload;

/// A figure is the median of so many runs.
const RUNS: usize = 5;

/// The plain JavaScript port of the fixed arm.
const YARDSTICK: &str = include_str!("../../benches/yardstick.mjs");

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The version of the program.
    pub titrarium: &'static str,
    /// Threads that all cores give.
    pub threads: usize,
    /// The scenarios.
    pub scenarios: Vec<Speed>,
    /// Time a person as people grow, on one thread.
    pub people: Vec<Growth>,
    /// How much faster more threads are than one.
    pub threads_gain: Vec<Gain>,
    /// Most memory held so far, MB; none where the system does not say.
    pub peak_memory_mb: Option<f64>,
    /// The yardstick, microseconds a person; none without Node.
    pub yardstick_us: Option<f64>,
    /// How much faster the fixed arm is than the yardstick, on one core.
    pub times_the_yardstick: Option<f64>,
}

/// One scenario.
#[derive(Debug, Serialize)]
pub struct Speed {
    /// Its name.
    pub scenario: &'static str,
    /// Microseconds a person on one core.
    pub us: f64,
    /// People a second on one core.
    pub per_second_one_core: f64,
    /// People a second on all cores.
    pub per_second_all_cores: f64,
}

/// Time a person at a size.
#[derive(Debug, Serialize)]
pub struct Growth {
    /// People.
    pub people: u64,
    /// Microseconds a person, all arms.
    pub us: f64,
}

/// The gain of threads.
#[derive(Debug, Serialize)]
pub struct Gain {
    /// Threads.
    pub threads: usize,
    /// Times as fast as one.
    pub times: f64,
}

/// Measures and prints.
///
/// # Errors
/// When threads do not start, or nothing can be printed.
pub(super) fn run(args: &BenchArgs) -> Result<ExitCode, CliError> {
    let report = measure(args.short)?;
    if args.json {
        let text = serde_json::to_string_pretty(&report).map_err(CliError::encoding)?;
        return output::print(&format!("{text}\n"));
    }
    output::print(&text(&report))
}

fn text(report: &Report) -> String {
    let mut lines = vec![Line::Head { threads: report.threads }];
    lines.extend(report.scenarios.iter().map(|speed| Line::Speed {
        name: speed.scenario,
        us: speed.us,
        per_second: [speed.per_second_one_core, speed.per_second_all_cores],
    }));
    lines.extend(report.people.iter().map(|at| Line::People { people: at.people, us: at.us }));
    lines.extend(
        report.threads_gain.iter().map(|at| Line::Threads { threads: at.threads, times: at.times }),
    );
    lines.extend(report.peak_memory_mb.map(|mb| Line::Memory { mb }));
    lines.push(match (report.yardstick_us, report.times_the_yardstick) {
        (Some(us), Some(times)) => Line::Yardstick { us, times },
        _ => Line::NoYardstick,
    });
    let lines: Vec<String> = lines.iter().map(Line::to_string).collect();
    lines.join("\n") + "\n"
}

fn measure(short: bool) -> Result<Report, CliError> {
    let all = people::pool(None)?.current_num_threads();
    let size = if short { 2_000 } else { 20_000 };
    let yardstick_us = yardstick(size); // in the same run, while the machine is in the same mood
    let scenarios = [Workload::Fixed, Workload::Response, Workload::Rescue]
        .into_iter()
        .map(|workload| speed(workload, size, all))
        .collect::<Result<Vec<_>, _>>()?;
    let sizes: &[u64] = if short { &[1_000, 10_000] } else { &[10_000, 100_000, 1_000_000] };
    let growth = |people: &u64| Growth { people: *people, us: enrolling(*people) };
    let times_the_yardstick =
        yardstick_us.zip(scenarios.first()).map(|(theirs, ours)| theirs / ours.us);
    Ok(Report {
        titrarium: env!("CARGO_PKG_VERSION"),
        threads: all,
        scenarios,
        people: sizes.iter().map(growth).collect(),
        threads_gain: gains(all, size)?,
        peak_memory_mb: peak_memory(),
        yardstick_us,
        times_the_yardstick,
    })
}

/// How long something takes.
#[expect(clippy::disallowed_methods, reason = "native only; nothing of the model is measured")]
fn seconds(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

/// The median of some runs, microseconds.
fn median(mut run: impl FnMut()) -> f64 {
    run(); // warm
    let mut times: Vec<f64> = (0..RUNS).map(|_| seconds(&mut run) * 1e6).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn real(n: u64) -> f64 {
    crate::tally::real(n)
}

fn speed(workload: Workload, people: u64, threads: usize) -> Result<Speed, CliError> {
    let ready = workload.ready();
    let cohort: Vec<_> = workload.people(&ready, people).collect();
    let us = median(|| {
        black_box(cohort.iter().map(|someone| workload.live(&ready, someone)).sum::<f64>());
    }) / real(people);
    let pool = people::pool(u64::try_from(threads).ok())?;
    let all = median(|| {
        pool.install(|| {
            black_box(cohort.par_iter().map(|someone| workload.live(&ready, someone)).sum::<f64>());
        });
    }) / real(people);
    Ok(Speed {
        scenario: workload.id(),
        us,
        per_second_one_core: 1e6 / us,
        per_second_all_cores: 1e6 / all,
    })
}

/// Microseconds a person of a whole run of five arms, screening and tally included; once, for it is long.
fn enrolling(people: u64) -> f64 {
    let ready = Workload::Block.ready();
    seconds(|| drop(black_box(ready.population(Seed(1), people)))) * 1e6 / real(people)
}

fn gains(all: usize, people: u64) -> Result<Vec<Gain>, CliError> {
    let ready = Workload::Block.ready();
    let time = |threads: usize| -> Result<f64, CliError> {
        let pool = people::pool(u64::try_from(threads).ok())?;
        Ok(median(|| blocks(&ready, &pool, people / 100)))
    };
    let one = time(1)?;
    let mut gains = Vec::new();
    let mut threads = 2;
    while threads <= all {
        gains.push(Gain { threads, times: one / time(threads)? });
        threads *= 2;
    }
    Ok(gains)
}

fn blocks(ready: &Ready, pool: &rayon::ThreadPool, n: u64) {
    pool.install(|| {
        let enrolled: u64 = (0..n)
            .into_par_iter()
            .map(|block| ready.block(Seed(1), block, crate::run::BLOCK).enrolled)
            .sum();
        black_box(enrolled);
    });
}

/// Microseconds a person of the yardstick, the median that it prints; none without Node.
fn yardstick(people: u64) -> Option<f64> {
    let file = std::env::temp_dir().join(format!("titrarium-yardstick-{}.mjs", std::process::id()));
    std::fs::write(&file, YARDSTICK).ok()?;
    let said = Command::new("node").arg(&file).arg(people.to_string()).arg("5").output();
    let _gone = std::fs::remove_file(&file);
    let said = String::from_utf8(said.ok()?.stdout).ok()?;
    said.split("simulate ").nth(1)?.split(' ').next()?.parse().ok()
}

/// The most memory the process has held, MB, where the system tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kb: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kb / 1000.0)
}
