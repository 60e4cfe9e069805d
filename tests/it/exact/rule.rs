//! Titration rules: test 16.
#![allow(clippy::unwrap_used)]

use titrarium::engine::candidate;
use titrarium::engine::exposure;
use titrarium::engine::life;
use titrarium::engine::log::Event;
use titrarium::engine::log::Log;
use titrarium::engine::observed::Care;
use titrarium::engine::observed::Observed;
use titrarium::engine::observed::Relapses;
use titrarium::engine::table::Tables;
use titrarium::engine::titrate::Titrator;
use titrarium::protocol::arm::Arm;
use titrarium::protocol::arm::Dosing;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::population::PriorTreatment;
use titrarium::stream::Key;
use titrarium::stream::Seed;

use crate::study;

fn arm(rule: &str) -> Arm {
    study::of_rule(rule).arms[0].clone()
}

/// Rungs of the sessions of somebody whose last session always had this worst grade.
fn rungs(arm: &Arm, grade: u8, sessions: usize) -> Vec<u8> {
    let mut seen = Observed::at_screening(PriorTreatment::Partial, Care::Usual, Rung(7));
    seen.take_in((titrarium::unit::Days(0), 32), Relapses::Count);
    let rule = Titrator::of(arm);
    seen.rung = rule.start(&seen);
    let mut rungs = Vec::new();
    for session in 0..sessions {
        seen.grade = if session == 0 { 0 } else { grade };
        let decision = rule.decide(&seen);
        if decision.rung != seen.rung {
            seen.since_change = 0;
        }
        seen.rung = decision.rung;
        seen.since_change += 1;
        rungs.push(seen.rung.0);
    }
    rungs
}

/// What a rule decides follows from what was seen alone: asked again with the findings of a person, it decides the same
/// without that person. That nothing else can reach it is a matter of types.
#[test]
fn t15_a_rule_decides_by_what_was_seen_alone() {
    for rule in ["forced", "response", "toxicity", "severity", "stepped"] {
        let protocol = study::of_rule(&format!("rule = \"{rule}\""));
        let tables = Tables::new(&protocol);
        let arm = &protocol.arms[0];
        let mut decisions = 0;
        for pid in 0..200 {
            let person = candidate::draw(&protocol.population, Key::new(Seed(15), 0, pid));
            let mut log = Log::default();
            life::run(&protocol, &tables, arm, (&person, Care::Usual), &mut log);
            for entry in &log.entries {
                if let Event::Decided(seen, decision) = entry.event {
                    assert_eq!(Titrator::of(arm).decide(&seen), decision);
                    decisions += 1;
                }
            }
        }
        assert!(decisions > 1000, "{rule}: {decisions}");
    }
}

#[test]
fn t16_the_forced_rule_climbs_every_two_sessions() {
    let forced = arm("rule = \"forced\"\nstart = 40\ntarget = 140");
    assert_eq!(rungs(&forced, 0, 14), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 6]);
}

#[test]
fn t16_the_toxicity_rule_goes_to_the_bottom_when_there_is_always_something() {
    let toxicity = arm("rule = \"toxicity\"\nstart = 100\nlowest = 40");
    assert_eq!(rungs(&toxicity, 2, 6), [4, 3, 2, 1, 1, 1]);
}

#[test]
fn t16_per_kilogram_at_70_kg_is_flat() {
    let flat = arm("rule = \"fixed\"\ndose = 120");
    let scaled = Arm { dosing: Dosing::PerKilogram, ..flat.clone() };
    for weight in [70.0, 91.0] {
        let (a, b) = (exposure::dose(&flat, 120.0, weight), exposure::dose(&scaled, 120.0, weight));
        assert_eq!((b - a).abs() < 1e-12, weight < 80.0, "{a} {b}");
    }
}

#[test]
fn t16_a_fixed_dose_that_was_lowered_for_tolerability_stays_down() {
    let protocol = study::protocol(
        "[monitoring]\npreset = \"intensive\"\nstop-after-severe = \"never\"\n\
         [[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 160\n",
    );
    let mut lowered = 0;
    for course in study::records(&protocol, 0, 16, 0..400).into_iter().filter_map(|r| r.course) {
        let levels: Vec<f64> = course.sessions.iter().map(|session| session.level).collect();
        assert!(levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
        lowered += usize::from(levels.last() < levels.first());
    }
    assert!(lowered > 20, "{lowered}");
}
