//! The titration rules: each built-in table decides as the text of the model says, for everything that can be seen.
#![allow(clippy::unwrap_used)]

use titrarium::engine::observed::Care;
use titrarium::engine::observed::Observed;
use titrarium::engine::titrate::SessionPlan;
use titrarium::engine::titrate::Titrator;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::population::PriorTreatment;
use titrarium::protocol::schedule::Phase;
use titrarium::protocol::titration::Rule;
use titrarium::unit::Days;

use crate::study;

/// Section 9 of the model, written out as it stands there: the rung, and whether a washout begins.
#[expect(clippy::match_same_arms, reason = "an arm for each line of the text")]
fn by_the_text(rule: &str, seen: &Observed, (minl, maxl): (u8, u8)) -> (u8, bool) {
    let (level, n, g) = (seen.rung.0, seen.since_change, seen.grade);
    let top = maxl.min(seen.ceiling.0);
    let imp = (f64::from(seen.baseline) - f64::from(seen.last)) / f64::from(seen.baseline.max(1));
    let down = level.saturating_sub(1).max(minl);
    let up = |by: u8, top: u8| ((level + by).min(top).max(level), false);
    let stays = (level, false);
    match rule {
        "fixed" => stays,
        "forced" if g == 3 => (down, false),
        "forced" if n >= 2 && level < top.min(6) => up(1, top.min(6)),
        "response" if g == 3 => (down, false),
        "response" if n >= 2 && imp >= 0.75 && seen.phase == Phase::Maintenance => (down, false),
        "response" if n >= 2 && imp < 0.25 && g == 0 && level + 2 <= top => up(2, top),
        "response" if n >= 2 && imp < 0.50 && g < 2 && level < top => up(1, top),
        "toxicity" if g >= 2 => (down, false),
        "toxicity" if n >= 2 && g == 0 && level < top => up(1, top),
        "severity" if g == 3 => (down, false),
        "severity" if n >= 4 && imp < 0.25 && g < 2 && level < top => up(1, top),
        "stepped" if g == 3 => (down, false),
        "stepped" if seen.phase == Phase::Induction && n >= 4 && imp < 0.50 && level < top => {
            ((level + 2).min(top), true)
        }
        _ => stays,
    }
}

const RULES: [(&str, &str); 6] = [
    ("fixed", "dose = 100"),
    ("forced", "start = 40\ntarget = 140"),
    ("response", "start = 60"),
    ("toxicity", "start = 40"),
    ("severity", ""),
    ("stepped", "start = 40"),
];

/// Every combination of what a rule may look at.
fn everything_seen() -> Vec<Observed> {
    let mut all = Vec::new();
    for phase in [Phase::Induction, Phase::Maintenance, Phase::Rescue] {
        for last in [40, 36, 31, 30, 29, 21, 20, 19, 11, 10, 9, 0, 55] {
            for (rung, ceiling) in [(1, 6), (2, 6), (3, 3), (4, 6), (4, 5), (5, 6), (6, 6)] {
                for grade in 0..=3 {
                    for since_change in 0..=5 {
                        let blank = Observed::at_screening(
                            PriorTreatment::Partial,
                            Care::Usual,
                            Rung(ceiling),
                        );
                        let rung = Rung(rung);
                        all.push(Observed {
                            phase,
                            last,
                            grade,
                            since_change,
                            rung,
                            baseline: 40,
                            ..blank
                        });
                    }
                }
            }
        }
    }
    all
}

#[test]
fn every_rule_decides_as_the_text_of_the_model_says() {
    let seen = everything_seen();
    assert_eq!(seen.len(), 3 * 13 * 7 * 4 * 6);
    for (rule, keys) in RULES {
        let limits = if rule == "fixed" || rule == "severity" { "" } else { "lowest = 40\n" };
        let text = format!("rule = \"{rule}\"\n{keys}\n{limits}highest = 140");
        let arm = study::of_rule(&text).arms[0].clone();
        let minl = arm.titration.lowest.0;
        let titrator = Titrator::of(&arm);
        let mut changed = 0;
        for seen in &seen {
            let decision = titrator.decide(seen);
            let washout = decision.session == SessionPlan::Washout(Days(14));
            let expected = by_the_text(rule, seen, (minl, 6));
            assert_eq!((decision.rung.0, washout), expected, "{rule} {seen:?}");
            changed += usize::from(decision.rung != seen.rung);
        }
        assert_eq!(changed > 0, rule != "fixed", "{rule}");
    }
}

#[test]
fn the_severity_rule_starts_by_score_and_history() {
    let arm = study::of_rule("rule = \"severity\"").arms[0].clone();
    for (baseline, usual) in [(22, 2), (27, 2), (28, 3), (34, 3), (35, 4), (60, 4)] {
        for (prior, more) in PriorTreatment::ALL.into_iter().zip([0, 0, 1]) {
            let blank = Observed::at_screening(prior, Care::Usual, Rung(7));
            let seen = Observed { baseline, ..blank };
            assert_eq!(Titrator::of(&arm).start(&seen), Rung(usual + more));
        }
    }
}

/// The rule of an arm written out as a table gives the same people the same course.
#[test]
fn every_built_in_rule_written_as_a_table_gives_the_same_records() {
    for monitoring in ["standard", "intensive"] {
        for (rule, keys) in RULES {
            let text = format!(
                "weeks = 26\n[screening]\nmode = \"caution\"\n[monitoring]\npreset = \"{monitoring}\"\n\
                 [[arm]]\nname = \"A\"\nrule = \"{rule}\"\n{keys}\n"
            );
            let built_in = study::protocol(&text);
            let mut design = built_in.clone().into_design();
            let table = design.arms[0].titration.rule.as_table();
            design.arms[0].titration.rule = Rule::Table(table);
            let written = design.check().unwrap();
            let ours = study::records(&built_in, 0, 9, 0..200);
            assert_eq!(ours, study::records(&written, 0, 9, 0..200), "{rule}, {monitoring}");
        }
    }
}

#[test]
fn a_table_without_rows_is_a_fixed_dose() {
    let fixed = study::of_rule("rule = \"fixed\"\ndose = 80");
    let table = study::of_rule("rule = \"table\"\nstart = 80");
    assert_eq!(study::records(&fixed, 0, 3, 0..200), study::records(&table, 0, 3, 0..200));
}

const EVERY_KEY: &str = r#"
rule = "table"
[[arm.start]]
baseline-at-least = 28
baseline-below = 35
prior = "non-response"
dose = 80
[[arm.start]]
dose = 40
[[arm.row]]
reported-at-least = "moderate"
reported-at-most = "severe"
then = "lower"
by = 2
[[arm.row]]
weeks-at-least = 3
weeks-below = 8
improvement-below = 0
sessions-at-least = 4
then = "washout"
days = 21
by = 1
up-to = 120
[[arm.row]]
improvement-at-least = 0.9
phase = "maintenance"
prior = "partial"
then = "stop"
[[arm.row]]
dose-at-least = 40
dose-at-most = 60
improvement-below = 0.5
sessions-below = 9
then = "raise"
up-to = 100
[[arm.row]]
then = "stay"
"#;

/// What every key of a table does can be seen in the courses of some people.
#[test]
fn a_table_that_uses_every_key_acts_by_each_of_its_rows() {
    let protocol = study::protocol(&format!("weeks = 26\n[[arm]]\nname = \"A\"{EVERY_KEY}"));
    let records = study::records(&protocol, 0, 5, 0..400);
    let courses: Vec<_> = records.iter().filter_map(|record| record.course.as_ref()).collect();
    let stopped = courses.iter().filter(|c| c.stopped.is_some_and(|(_, why)| why == "rule"));
    assert!(stopped.count() > 10);
    let paused = |days: u16| {
        courses
            .iter()
            .filter(move |c| c.sessions.windows(2).any(|pair| pair[1].day - pair[0].day >= days))
    };
    assert!(paused(21).count() > 5);
    let doses: Vec<f64> = courses.iter().flat_map(|c| c.sessions.iter().map(|s| s.level)).collect();
    for dose in [20.0, 40.0, 60.0, 80.0, 100.0] {
        assert!(doses.contains(&dose), "{dose}");
    }
    assert!(doses.iter().all(|dose| *dose <= 120.0));
    let firsts = courses.iter().map(|c| c.sessions[0].level);
    assert!(firsts.clone().any(|dose| dose > 79.0) && firsts.clone().any(|dose| dose < 41.0));
}
