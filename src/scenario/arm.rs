//! Reads an arm: what is given, and what it changes of schedule and monitoring.

use super::reader::Section;
use super::rule;
use super::visits;
use super::visits::Visits;
use super::watch;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::RouteDose;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::Monitoring;

/// What all arms share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The dose ladder; none if it is faulty, and then no dose is looked up on it.
    pub ladder: Option<DoseLadder>,
    pub visits: Visits,
    pub monitoring: Monitoring,
}

/// What is given; the first is the default.
pub(super) const TREATMENTS: [(&str, Treatment); 3] =
    [("drug", Treatment::Drug), ("placebo", Treatment::Placebo), ("none", Treatment::NoTreatment)];

/// `[[arm]]`.
pub(super) fn read(s: &mut Section, shared: &Shared) -> Arm {
    let name = s.name("name");
    let treatment = s.choice("treatment", Treatment::Drug, &TREATMENTS);
    let titration = rule::read(s, shared.ladder.as_ref(), treatment);
    let blindings = [("blind", Blinding::Blind), ("open", Blinding::Open)];
    let dosings = [("flat", Dosing::Flat), ("per-kg", Dosing::PerKilogram)];
    Arm {
        name,
        treatment,
        blinding: s.choice("blinding", Blinding::Blind, &blindings),
        dosing: s.choice("dosing", Dosing::Flat, &dosings),
        route: route(s),
        titration,
        schedule: s.table("schedule", |s| visits::read(s, &shared.visits)).schedule(),
        monitoring: s.table("monitoring", |s| watch::read(s, &shared.monitoring)),
    }
}

fn route(s: &mut Section) -> Route {
    let doses = [("plain", RouteDose::Plain), ("adjusted", RouteDose::Adjusted)];
    let dose = s.choice("route-dose", RouteDose::Plain, &doses);
    let routes = [("steady", Route::Steady), ("variable", Route::Variable(dose))];
    let route = s.choice("route", Route::Steady, &routes);
    if route == Route::Steady && !s.faulted("route") {
        s.foreign("route-dose", "route = \"variable\"", "route = \"steady\"");
    }
    route
}
