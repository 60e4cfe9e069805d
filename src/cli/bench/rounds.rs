//! Clock, rounds and their middle.

use std::time::Instant;

use crate::words::bench::Spread;

/// How long something takes, seconds.
#[expect(clippy::disallowed_methods, reason = "native only; nothing of the model is measured")]
pub(super) fn seconds(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

/// How often something has to be done to take about `slice` seconds: at least once, measured after a warm-up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive count")]
pub(super) fn often(slice: f64, mut run: impl FnMut()) -> u32 {
    run();
    let once = seconds(&mut run);
    (slice / once.max(1e-9)).round().clamp(1.0, 1e6) as u32
}

/// Microseconds a piece when `pieces` are done `times` over.
pub(super) fn microseconds(times: u32, pieces: u64, mut run: impl FnMut()) -> f64 {
    let took = seconds(|| (0..times).for_each(|_| run()));
    took * 1e6 / (f64::from(times) * crate::tally::real(pieces))
}

/// The middle of some values, with the lowest and the highest.
pub(super) fn spread(values: impl IntoIterator<Item = f64>) -> Spread {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let nothing = f64::NAN;
    Spread {
        median: values.get(values.len() / 2).copied().unwrap_or(nothing),
        low: values.first().copied().unwrap_or(nothing),
        high: values.last().copied().unwrap_or(nothing),
    }
}

/// The ratios of values of the same rounds.
pub(super) fn ratio(over: &[f64], under: &[f64]) -> Spread {
    spread(over.iter().zip(under).map(|(over, under)| over / under))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_taken_round_by_round() {
        let slow_and_quick_rounds = ([30.0, 3.0, 300.0], [10.0, 1.5, 100.0]);
        let times = ratio(&slow_and_quick_rounds.0, &slow_and_quick_rounds.1);
        assert_eq!(times, Spread { median: 3.0, low: 2.0, high: 3.0 });
    }
}
