//! Closed-form answers of the model, section 13; the number of a test is the one there.
//!
//! Tests 18, 20, 21 and 22, and the log-rank part of 19, belong to analyses that are not there yet; that a life table
//! without censoring is the empirical survival (19) is a test of `tally::life_table`; 17 is also in `law`, 24 there
//! alone.

use titrarium::engine::candidate::Candidate;
use titrarium::engine::candidate::Flags;
use titrarium::engine::effect;
use titrarium::engine::effect::DrugState;
use titrarium::engine::effect::Sensitivity;
use titrarium::engine::exposure;
use titrarium::engine::exposure::Exposure;
use titrarium::engine::table::Decay;
use titrarium::protocol::population::Comedication;
use titrarium::protocol::population::PriorTreatment;
use titrarium::protocol::population::Severity;
use titrarium::stream::Key;
use titrarium::stream::Seed;

mod course;
mod drug;
mod people;
mod rule;

/// Days of the reference patient's sessions.
const SESSIONS: [u16; 8] = [0, 3, 7, 10, 14, 17, 21, 24];

/// The reference patient: 70 kg, every deviate 0.
fn reference() -> Candidate {
    Candidate {
        key: Key::new(Seed(1), 0, 0),
        severity: Severity::Moderate,
        b: 32.0,
        prior: PriorTreatment::Partial,
        age: 45.0,
        weight: 70.0,
        episode: 12.0,
        comedication: Comedication::None,
        metaboliser_class: 1,
        metaboliser: 1.0,
        flags: Flags { pressure: false, psychosis: false, substance: false },
        systolic: 122.0,
        cl: 10.0,
        k: 0.5,
        z_f: 0.0,
        ec50: 7.0,
        emax: 0.6,
        lpi: titrarium::math::ln(0.25 / 0.75),
        rho: 0.13,
        ks: std::f64::consts::LN_2 / 28.0,
        tol: 0.0,
        sus: 0.0,
        pressure_factor: 1.0,
        misuse_logarithm: 0.0,
        fluctuation: 0.0,
        screening_noise: 0.0,
        disclosure: [0.5; 3],
    }
}

/// The exposure of a dose by the steady route with F exactly 0.95.
fn steady(person: &Candidate, dose: f64) -> Exposure {
    exposure::expose(person.cl, dose, 0.95, exposure::peak_share(person.k, 1.0))
}

fn advance(state: DrugState, ks: f64, days: f64) -> DrugState {
    effect::advance(state, ks, days, Decay::over(days))
}

/// The drug states on a day, before its session, after the reference sessions of a dose.
fn states_on(person: &Candidate, dose: f64, day: u16) -> DrugState {
    let mut state = DrugState::default();
    let mut today = 0;
    for session in SESSIONS.into_iter().filter(|session| *session < day) {
        state = advance(state, person.ks, f64::from(session - today));
        today = session;
        let exposure = steady(person, dose);
        let effect = effect::session_effect(Sensitivity::of(person), state.tolerance, exposure.auc);
        state = effect::jump(state, effect, exposure.x);
    }
    advance(state, person.ks, f64::from(day - today))
}

/// `1 - exp(-X)`: the share of the maximal effect.
fn saturation(state: DrugState) -> f64 {
    1.0 - titrarium::math::exp(-(0.60 * state.fast + 0.30 * state.slow))
}

#[track_caller]
fn close(ours: f64, exact: f64, tolerance: f64) {
    assert!((ours - exact).abs() <= tolerance, "{ours} instead of {exact}");
}
