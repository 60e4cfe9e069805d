//! Pinned numbers: the model's golden values, and the fingerprint of a run.
#![allow(clippy::unwrap_used)]

use titrarium::engine::candidate;
use titrarium::engine::screening;
use titrarium::run::Ready;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;

use crate::study;

#[test]
fn keys_and_uniforms_of_the_model() {
    let key = Key::new(Seed(1), 0, 0);
    assert_eq!(key.bits(), 0x2169_06e4_7f23_39a1);
    assert_eq!(Key::new(Seed(42), 3, 17).bits(), 0x25de_48ba_959d_1b87);
    let golden = [
        (Purpose::Covariate, 0, 0.065_267_492_884_030_28_f64),
        (Purpose::Covariate, 1, 0.206_092_278_510_507_88),
        (Purpose::Fluctuation, 0, 0.853_874_188_676_442_7),
        (Purpose::LifeEvent, 84, 0.796_879_166_712_147_5),
    ];
    for (purpose, index, u) in golden {
        assert_eq!(key.at(purpose, index).uniform().to_bits(), u.to_bits(), "{purpose:?} {index}");
    }
}

#[test]
fn candidate_1_of_seed_1() {
    let protocol = study::dose_arms();
    let person = candidate::draw(&protocol.population, Key::new(Seed(1), 0, 1));
    assert!((person.b / 43.445_529_106_430_05 - 1.0).abs() < 1e-14, "{}", person.b);
    assert!((person.weight / 85.747_707_907_344_28 - 1.0).abs() < 1e-14, "{}", person.weight);
    assert_eq!(screening::score(&protocol.screening, &person), 41);
}

/// `cargo verify` holds the engine module to the same file.
const PIN: &str = include_str!("../records/dose-arms.digest");

/// Every bit of every sum: changes only with the model, the endpoints or the form of a tally, and then on purpose.
#[test]
fn fingerprint_of_dose_arms() {
    let ready = Ready::new(study::dose_arms());
    let tally = ready.population(Seed(1), 1000).unwrap();
    assert_eq!(format!("{:016x}", tally.digest().unwrap()), PIN.trim());
}
