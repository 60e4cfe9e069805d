//! All days of one person under one arm.

use super::candidate::Candidate;
use super::case::Setting;
use super::cohort::Cohort;
use super::desk::Desk;
use super::enrolled::Enrolled;
use super::observed::Care;
use super::outcome::Outcome;
use super::table::Tables;
use super::witness::Witness;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;

/// Runs a person through an arm by its own titration rule: a cohort of one. Many people are quicker together.
pub fn run(
    protocol: &Protocol,
    tables: &Tables,
    arm: &Arm,
    (person, care): (&Candidate, Care),
    witness: &mut impl Witness,
) -> Outcome {
    let enrolled = Enrolled::new(protocol, tables, vec![(person.clone(), care)]);
    let setting = Setting::new(protocol, tables, arm);
    let outcomes = Cohort::new(setting, &enrolled, &mut Desk::new()).live(witness);
    outcomes.into_iter().next().unwrap_or_default()
}
