//! Reads an arm: what is given, by which rule, and what it changes of schedule and monitoring.

use super::defaults;
use super::fault::FaultKind;
use super::reader::Section;
use super::value::number;
use super::visits;
use super::visits::Visits;
use super::watch;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Blinding;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::RouteDose;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Titration;
use crate::protocol::titration::WhenWell;
use crate::unit::ArbitraryUnits;

/// What all arms share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The dose ladder; none if it is faulty, and then no dose is looked up on it.
    pub ladder: Option<DoseLadder>,
    pub visits: Visits,
    pub monitoring: Monitoring,
}

/// The name of a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Named {
    Fixed,
    Forced,
    Response,
    Toxicity,
    Severity,
    Stepped,
}

const RULES: [(&str, Named); 6] = [
    ("fixed", Named::Fixed),
    ("forced", Named::Forced),
    ("response", Named::Response),
    ("toxicity", Named::Toxicity),
    ("severity", Named::Severity),
    ("stepped", Named::Stepped),
];

const TREATMENTS: [(&str, Treatment); 3] =
    [("drug", Treatment::Drug), ("placebo", Treatment::Placebo), ("none", Treatment::NoTreatment)];

/// `[[arm]]`.
pub(super) fn read(s: &mut Section, shared: &Shared) -> Arm {
    let name = s.name("name");
    let treatment = s.choice("treatment", Treatment::Drug, &TREATMENTS);
    let titration = titration(s, shared.ladder.as_ref(), treatment);
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

fn titration(s: &mut Section, ladder: Option<&DoseLadder>, treatment: Treatment) -> Titration {
    let top = ladder.map_or(Rung(0), DoseLadder::top);
    let lowest = rung(s, "lowest", ladder).unwrap_or(Rung(0));
    let highest = rung(s, "highest", ladder).unwrap_or(top);
    let within = |rung: Rung| rung.max(lowest).min(highest);

    if !s.has("rule") {
        s.missing("rule");
    }
    let named = s.choice("rule", None, &RULES.map(|(word, rule)| (word, Some(rule))));
    let dose = rung(s, "dose", ladder);
    let from = rung(s, "start", ladder).unwrap_or_else(|| within(defaults::START));
    let target = rung(s, "target", ladder).unwrap_or_else(|| within(defaults::TARGET));
    let well = [("ease-down", WhenWell::EaseDown), ("keep", WhenWell::Keep)];
    let when_well = s.choice("when-well", WhenWell::EaseDown, &well);

    let at = dose.unwrap_or_else(|| within(reference(ladder)));
    let rule = match named {
        None | Some(Named::Fixed) => Rule::Fixed { at },
        Some(Named::Forced) => Rule::Forced { from, target },
        Some(Named::Response) => Rule::Response { from },
        Some(Named::Toxicity) => Rule::Toxicity { from },
        Some(Named::Severity) => Rule::Severity,
        Some(Named::Stepped) => Rule::Stepped { from },
    };
    if let Some(named) = named {
        keys(s, named);
        let needed = named == Named::Fixed && treatment == Treatment::Drug;
        if needed && !s.has("dose") && !s.faulted("treatment") {
            s.missing("dose");
        }
    }
    Titration { rule, lowest, highest, when_well }
}

/// Refuses what belongs to another rule.
fn keys(s: &Section, named: Named) {
    let word = RULES.iter().find(|(_, rule)| *rule == named);
    let here = format!("rule = \"{}\"", word.map_or("", |(word, _)| word));
    if named != Named::Fixed {
        s.foreign("dose", "rule = \"fixed\"", &here);
    }
    if matches!(named, Named::Fixed | Named::Severity) {
        let owner = "rule = \"forced\", \"response\", \"toxicity\" or \"stepped\"";
        s.foreign("start", owner, &here);
    }
    if named != Named::Forced {
        s.foreign("target", "rule = \"forced\"", &here);
    }
    if named != Named::Response {
        s.foreign("when-well", "rule = \"response\"", &here);
    }
}

/// The rung of a dose; none if it is absent, faulty, or there is no ladder to find it on.
fn rung(s: &mut Section, key: &'static str, ladder: Option<&DoseLadder>) -> Option<Rung> {
    s.get(key, None, |value| {
        let dose = ArbitraryUnits::new(number(value)?)?;
        let Some(ladder) = ladder else {
            return Ok(None);
        };
        let off = || FaultKind::NotOnLadder {
            dose: dose.get(),
            ladder: ladder.0.iter().map(|dose| dose.get()).collect(),
        };
        ladder.rung(dose).ok_or_else(off).map(Some)
    })
}

/// The rung of the reference dose, or the middle of the ladder if it is not there.
fn reference(ladder: Option<&DoseLadder>) -> Rung {
    let Some(ladder) = ladder else {
        return Rung(0);
    };
    ArbitraryUnits::new(defaults::REFERENCE_DOSE)
        .ok()
        .and_then(|dose| ladder.rung(dose))
        .unwrap_or(Rung(ladder.top().0.div_ceil(2)))
}
