//! What a dose leaves and does: tests 1 to 8 and 23.
#![allow(clippy::unwrap_used)]

use titrarium::endpoint::Endpoint;
use titrarium::engine::adverse;
use titrarium::engine::adverse::Burden;
use titrarium::engine::adverse::Proneness;
use titrarium::engine::candidate;
use titrarium::engine::candidate::Candidate;
use titrarium::engine::effect;
use titrarium::engine::effect::DrugState;
use titrarium::engine::effect::Sensitivity;
use titrarium::engine::exposure;
use titrarium::engine::exposure::REFERENCE_PEAK;
use titrarium::engine::table::KF;
use titrarium::math;
use titrarium::run::Ready;
use titrarium::stream::Key;
use titrarium::stream::Seed;

use super::advance;
use super::close;
use super::reference;
use super::saturation;
use super::states_on;
use super::steady;
use crate::study;

#[test]
fn t01_exposure_of_the_reference_patient() {
    let person = reference();
    let at_100 = steady(&person, 100.0);
    close(at_100.auc, 9.5, 1e-12);
    close(at_100.x, 1.0, 1e-12);
    close(at_100.x * REFERENCE_PEAK, 3.737_958_732_729_983, 1e-12);
    close(exposure::hours(at_100.x, person.k), 1.467_938, 5e-7);
    let variable = exposure::expose(person.cl, 190.0, 0.5, exposure::peak_share(person.k, 0.2));
    close(variable.auc, 9.5, 1e-12);
    close(variable.x * REFERENCE_PEAK, 4.520_222_643_291_923, 1e-12);
    close(variable.x, 1.209_275_694_702_659_7, 1e-12);
}

#[test]
fn t01_effect_of_one_session_by_dose() {
    let golden = [
        (40.0, 0.249_808_038_003_170_17),
        (60.0, 0.408_589_554_032_916_97),
        (100.0, 0.634_062_962_421_831_9),
        (140.0, 0.760_484_390_322_660_4),
    ];
    let person = reference();
    for (dose, effect) in golden {
        let exposure = steady(&person, dose);
        close(effect::session_effect(Sensitivity::of(&person), 0.0, exposure.auc), effect, 1e-14);
    }
}

/// The first candidate of a pool in which everybody has this weight, clearance and co-medication.
fn one_of(population: &str) -> Candidate {
    let arm = "[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n";
    let protocol = study::protocol(&format!("[population]\n{population}\n{arm}"));
    candidate::draw(&protocol.population, Key::new(Seed(1), 0, 0))
}

fn of_weight(kg: u32) -> Candidate {
    one_of(&format!("weight = {{ median = {kg}, sdlog = 0 }}"))
}

#[test]
fn t02_exposure_scales_with_weight_and_clearance() {
    let (light, heavy) = (of_weight(70), of_weight(140));
    let ratio = |dose: f64| steady(&heavy, dose).auc / steady(&light, 100.0).auc;
    close(ratio(100.0), math::pow(2.0, -0.75), 1e-12);
    close(ratio(200.0), math::pow(2.0, 0.25), 1e-12);

    let share = |person: &Candidate| exposure::peak_share(person.k, 1e-6);
    let peak = |person: &Candidate, dose| exposure::expose(person.cl, dose, 0.95, share(person)).x;
    close(peak(&heavy, 200.0) / peak(&light, 100.0), 1.0, 1e-6);

    let auc = |population: &str| steady(&one_of(population), 100.0).auc;
    assert_eq!(auc("clearance = 2").to_bits(), (auc("clearance = 1") / 2.0).to_bits());
    let none = auc("co-medication = { none = 1, a = 0, b = 0 }");
    let inhibited = auc("co-medication = { none = 0, a = 0, b = 1 }");
    close(inhibited / none, 1.0 / 0.6, 1e-12);
}

#[test]
fn t03_states_after_one_day() {
    let state = states_on(&reference(), 100.0, 1);
    close(state.fast, 0.533_181_272_1, 1e-10);
    close(state.slow, 0.099_607_654_8, 1e-10);
    close(saturation(state), 0.295_164_657_2, 1e-10);
}

#[test]
fn t03_states_after_four_weeks() {
    let state = states_on(&reference(), 100.0, 28);
    close(state.fast, 0.713_805_706_4, 1e-10);
    close(state.slow, 3.227_615_868_9, 1e-10);
    close(saturation(state), 0.752_555_307_0, 1e-10);
}

/// States right after the n-th of sessions with the same effect at a constant interval.
fn after(n: u32, effect: f64, interval: f64, ks: f64) -> DrugState {
    let mut state = DrugState::default();
    for _ in 0..n {
        state = effect::jump(advance(state, ks, interval), effect, 1.0);
    }
    state
}

#[test]
fn t05_steady_state() {
    let person = reference();
    let effect = effect::session_effect(Sensitivity::of(&person), 0.0, steady(&person, 100.0).auc);
    for (interval, share) in [(7.0, 0.7106), (14.0, 0.4237), (28.0, 0.2000)] {
        let peak = after(300, effect, interval, person.ks);
        let trough = advance(peak, person.ks, interval);
        let (r_f, r_s) = (math::exp(-KF * interval), math::exp(-person.ks * interval));
        close(peak.fast, effect / (1.0 - r_f), 1e-12);
        close(trough.fast, peak.fast * r_f, 1e-12);
        let fed = r_s / (1.0 - r_s) - r_f / (1.0 - r_f);
        close(trough.slow, effect * KF / (KF - person.ks) * fed, 1e-12);
        close(saturation(trough), share, 5e-5);
        let (fast, slow) = means(peak, person.ks, interval);
        close(fast, effect / (KF * interval), 1e-9);
        close(slow, effect / (person.ks * interval), 1e-9);
    }
    let weekly = advance(after(300, effect, 7.0, person.ks), person.ks, 7.0);
    close(after(300, effect, 7.0, person.ks).fast, 0.902_326, 5e-7);
    close(weekly.slow, 3.596_711, 5e-7);
}

/// Means of the fast and slow states over an interval, by Simpson's rule.
fn means(peak: DrugState, ks: f64, interval: f64) -> (f64, f64) {
    let steps = 2000;
    let (mut fast, mut slow) = (0.0, 0.0);
    for i in 0..=steps {
        let weight = match i {
            0 => 1.0,
            i if i == steps => 1.0,
            i if i % 2 == 1 => 4.0,
            _ => 2.0,
        };
        let state = advance(peak, ks, interval * f64::from(i) / f64::from(steps));
        fast += weight * state.fast;
        slow += weight * state.slow;
    }
    let sum = 3.0 * f64::from(steps);
    (fast / sum, slow / sum)
}

#[test]
fn t05_approach_to_the_steady_state() {
    let ks = reference().ks;
    let r = math::exp(-KF * 7.0);
    for n in [1, 2, 5, 11] {
        let reached = after(n, 0.6, 7.0, ks).fast / (0.6 / (1.0 - r));
        close(reached, 1.0 - math::pow(r, f64::from(n)), 1e-13);
    }
}

#[test]
fn t06_two_gaps_equal_their_sum() {
    let ks = std::f64::consts::LN_2 / 28.0;
    let start = DrugState { fast: 0.7, slow: 1.3, ..DrugState::default() };
    let (once, twice) = (advance(start, ks, 7.0), advance(advance(start, ks, 3.0), ks, 4.0));
    close(once.fast, twice.fast, 1e-14);
    close(once.slow, twice.slow, 1e-14);
    close(once.fast, 0.208_111_245_125_476_16, 1e-14);
    close(once.slow, 1.537_100_959_64, 1e-11);
}

#[test]
fn t07_the_limit_of_equal_rates_is_continuous() {
    let start = DrugState { fast: 0.7, slow: 1.3, ..DrugState::default() };
    let equal = advance(start, KF, 7.0).slow;
    for off in [-1e-7, -1e-8, -2e-9, -5e-10, 5e-10, 2e-9, 1e-8, 1e-7] {
        close(advance(start, KF + off, 7.0).slow, equal, 1e-6);
    }
}

/// Effect, peak and every predictor of an adverse event rise from rung to rung in everybody; mean utility does not.
#[test]
fn t23_everything_but_utility_rises_with_the_dose() {
    let protocol = study::dose_arms();
    for pid in 0..300 {
        let person = candidate::draw(&protocol.population, Key::new(Seed(23), 0, pid));
        let prone = Proneness::of(&person);
        let share = exposure::peak_share(person.k, 1.0);
        let at = |dose: f64| {
            let exposure = exposure::expose(person.cl, dose, 0.95, share);
            let burden = Burden::new(exposure.x, 0.0);
            let symptoms = [0, 1, 2].map(|kind| adverse::predictor(kind, prone, burden));
            let rise = adverse::pressure_rise(prone, burden, 0.0);
            (
                effect::session_effect(Sensitivity::of(&person), 0.0, exposure.auc),
                exposure.x,
                symptoms,
                rise,
            )
        };
        for pair in protocol.ladder.0.windows(2) {
            let (low, high) = (at(pair[0].get()), at(pair[1].get()));
            assert!(low.0 < high.0 && low.1 < high.1 && low.3 < high.3, "{pid} {low:?} {high:?}");
            assert!(low.2.iter().zip(high.2).all(|(low, high)| *low < high), "{pid}");
        }
    }
    let ready = Ready::new(protocol);
    let tally = ready.population(Seed(23), 2000).unwrap();
    let at = ready.endpoints.iter().position(|e| *e == Endpoint::Utility).unwrap();
    let utility: Vec<f64> =
        tally.arms.iter().map(|arm| arm.endpoints[at].mean().unwrap()).collect();
    assert!(utility[1] < utility[2] && utility[4] < utility[2], "{utility:?}");
}

#[test]
fn t08_tolerance_settles_at_its_fixed_point() {
    let prone = Candidate { tol: 0.7, ..reference() };
    let settled = |person: &Candidate, interval: f64| {
        let (mut state, mut effect) = (DrugState::default(), 0.0);
        for _ in 0..400 {
            state = advance(state, person.ks, interval);
            effect = effect::session_effect(
                Sensitivity::of(person),
                state.tolerance,
                steady(person, 100.0).auc,
            );
            state = effect::jump(state, effect, 1.0);
        }
        effect
    };
    let golden = [(3.5, 0.306_739), (7.0, 0.404_294), (14.0, 0.501_926), (28.0, 0.579_653)];
    for (interval, effect) in golden {
        close(settled(&prone, interval), effect, 5e-7);
        close(settled(&reference(), interval), 0.634_063, 5e-7);
    }
}
