//! All days of one person, or of people side by side, under one arm.

use super::candidate::Candidate;
use super::case::Setting;
use super::cohort::Cohort;
use super::desk::Desk;
use super::luck::Luck;
use super::observed::Care;
use super::outcome::Outcome;
use super::table::Tables;
use super::witness::Witness;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;

/// Runs a person through an arm by its own titration rule.
pub fn run(
    protocol: &Protocol,
    tables: &Tables,
    arm: &Arm,
    someone: (&Candidate, Care),
    witness: &mut impl Witness,
) -> Outcome {
    live(Setting::new(protocol, tables, arm), someone, witness)
}

/// Lives through all days of one person in a setting.
pub fn live(setting: Setting, someone: (&Candidate, Care), witness: &mut impl Witness) -> Outcome {
    let luck = Luck::of(setting.protocol, setting.tables, [someone.0]);
    let people = [(someone.0.clone(), someone.1)];
    let outcomes = Cohort::new(setting, &luck, &people, &mut Desk::new()).live(witness);
    outcomes.into_iter().next().unwrap_or_default()
}
