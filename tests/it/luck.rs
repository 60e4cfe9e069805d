//! How often a property is tried, and with which luck.

use std::env;

use proptest::test_runner::Config;
use proptest::test_runner::RngSeed;

/// So many cases with luck that never changes; under `cargo verify --long` sixteen times as many, with luck of their own.
/// What fails is shrunk and printed as values, so it needs no seed to come back.
pub fn cases(usual: u32) -> Config {
    let fixed = Config {
        cases: usual,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    };
    if env::var_os("TITRARIUM_LONG").is_some() {
        return Config { cases: 16 * usual, rng_seed: RngSeed::Random, ..fixed };
    }
    fixed
}

/// So many cases, and so many under `cargo verify --long`, always with the same luck: the fewer are the first of the more.
pub fn fixed(usual: u32, long: u32) -> Config {
    let cases = if env::var_os("TITRARIUM_LONG").is_some() { long } else { usual };
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        max_shrink_iters: 20_000,
        ..Config::default()
    }
}
