//! Nobody and no session is lost or counted twice: test 24 of the model.
#![allow(clippy::unwrap_used)]

use titrarium::endpoint::Endpoint;
use titrarium::engine::candidate;
use titrarium::engine::life;
use titrarium::engine::observed::Care;
use titrarium::engine::outcome::Outcome;
use titrarium::engine::record::Course;
use titrarium::engine::screening;
use titrarium::engine::screening::Verdict;
use titrarium::engine::table::Tables;
use titrarium::engine::witness::Attendance;
use titrarium::engine::witness::Witness;
use titrarium::protocol::Protocol;
use titrarium::protocol::arm::Rung;
use titrarium::run::Ready;
use titrarium::stream::Key;
use titrarium::stream::Seed;
use titrarium::unit::Days;

use crate::study;

/// Every rule, watched in different ways, for half a year.
fn every_rule() -> Protocol {
    let arms = ["forced", "response", "toxicity", "severity", "stepped"].map(|rule| {
        format!(
            "[[arm]]\nname = \"{rule}\"\nrule = \"{rule}\"\n\
             [[arm]]\nname = \"{rule} and watched\"\nrule = \"{rule}\"\n\
             [arm.monitoring]\npreset = \"intensive\"\n"
        )
    });
    study::protocol(&format!("weeks = 26\n[screening]\nmode = \"lenient\"\n{}", arms.concat()))
}

#[test]
fn t24_everybody_screened_is_enrolled_or_excluded() {
    for mode in ["strict", "lenient", "caution"] {
        let protocol = study::protocol(&format!(
            "[screening]\nmode = \"{mode}\"\n\
             [[arm]]\nname = \"A\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n"
        ));
        let tally = Ready::new(protocol).population(Seed(24), 900).unwrap();
        assert_eq!(tally.enrolled, 900);
        assert_eq!(tally.screened, tally.enrolled + tally.excluded.iter().sum::<u64>());
    }
}

#[test]
fn t24_everybody_enrolled_completes_or_leaves_for_one_reason() {
    let ready = Ready::new(every_rule());
    let tally = ready.population(Seed(24), 900).unwrap();
    let tables = Tables::new(&ready.protocol);
    for (arm, sums) in ready.protocol.arms.iter().zip(&tally.arms) {
        let sum = |endpoint| {
            let at = ready.endpoints.iter().position(|e| *e == endpoint).unwrap();
            assert_eq!(sums.endpoints[at].n, 900);
            sums.endpoints[at].sum
        };
        let reasons = sum(Endpoint::DropoutLackOfEfficacy)
            + sum(Endpoint::DropoutAdverseEvent)
            + sum(Endpoint::DropoutAdministrative);
        let completed = outcomes(&ready.protocol, &tables, arm, tally.screened)
            .iter()
            .filter(|(outcome, _)| outcome.left.is_none_or(|(day, _)| day == Days(182)))
            .count();
        let completed = f64::from(u32::try_from(completed).unwrap());
        assert!((900.0 - sum(Endpoint::Dropout) - completed).abs() < 1e-9, "{}", arm.name);
        assert!((reasons - sum(Endpoint::Dropout)).abs() < 1e-9, "{}", arm.name);
    }
}

/// Counts what it sees.
#[derive(Default)]
struct Counter {
    given: u16,
    missed: u16,
    held: u16,
    lost: u16,
    truth: [[u16; 3]; 4],
    detected: [[u16; 3]; 4],
}

impl Witness for Counter {
    fn attended(&mut self, _: Days, _: Rung, attendance: &Attendance) {
        match attendance {
            Attendance::Missed => self.missed += 1,
            Attendance::Held => self.held += 1,
            Attendance::Lost => self.lost += 1,
            Attendance::Given(given) => {
                self.given += 1;
                for kind in 0..4 {
                    if let Some(grade) = given.truth[kind].checked_sub(1) {
                        self.truth[kind][usize::from(grade)] += 1;
                    }
                    if let Some(grade) = given.detected[kind].checked_sub(1) {
                        self.detected[kind][usize::from(grade)] += 1;
                        assert_eq!(given.detected[kind], given.truth[kind]);
                    }
                }
            }
        }
    }
}

fn outcomes(
    protocol: &Protocol,
    tables: &Tables,
    arm: &titrarium::protocol::arm::Arm,
    candidates: u64,
) -> Vec<(Outcome, Counter)> {
    let mut all = Vec::new();
    for pid in 0..candidates {
        let person = candidate::draw(&protocol.population, Key::new(Seed(24), 0, pid));
        if screening::screen(&protocol.screening, &person) == Verdict::Enrolled {
            let mut counter = Counter::default();
            let someone = (&person, Care::Usual);
            let outcome = life::run(protocol, tables, arm, someone, &mut counter);
            all.push((outcome, counter));
        }
    }
    all
}

#[test]
fn t24_what_is_counted_is_what_was_seen_and_no_more_is_detected_than_happened() {
    let protocol = every_rule();
    let tables = Tables::new(&protocol);
    for arm in &protocol.arms {
        for (outcome, seen) in outcomes(&protocol, &tables, arm, 400) {
            assert_eq!(
                (outcome.given, outcome.missed, outcome.held, outcome.lost),
                (seen.given, seen.missed, seen.held, seen.lost)
            );
            assert!(outcome.lost <= outcome.held);
            let counted = [outcome.events, outcome.detected].map(|counts| {
                [0, 1, 2, 3].map(|kind| [1, 2, 3].map(|grade| counts.of(kind, grade)))
            });
            assert_eq!(counted, [seen.truth, seen.detected]);
            for (detected, truth) in counted[1].iter().zip(&counted[0]) {
                assert!(detected.iter().zip(truth).all(|(d, t)| d <= t));
            }
        }
    }
}

/// Sessions of a person by how they ended.
#[derive(Debug, Default, PartialEq)]
struct Sessions {
    due: u16,
    given: u16,
    missed: u16,
    lost: u16,
    pending: u16,
}

/// Walks the schedule by itself - gaps of 3 and 4 days, then 14 - and meets each session on its day.
fn walk(course: &Course, horizon: u16) -> Sessions {
    let mut sessions = Sessions::default();
    let (mut next, mut delivered, mut held) = (0, 0_u16, false);
    for session in &course.sessions {
        assert_eq!(session.day, next, "{course:?}");
        sessions.due += u16::from(!held);
        match session.status {
            "held" => {
                assert!(!held, "held once at most");
                (held, next) = (true, next + 2);
                continue;
            }
            "given" => sessions.given += 1,
            "missed" => sessions.missed += 1,
            "lost" => {
                assert!(held, "lost only when held before");
                sessions.lost += 1;
            }
            other => panic!("{other}"),
        }
        delivered += 1;
        held = false;
        next += match delivered {
            8.. => 14,
            odd if odd % 2 == 1 => 3,
            _ => 4,
        };
    }
    sessions.pending = u16::from(held);
    let ended = [course.dropout, course.stopped].into_iter().flatten().map(|(day, _)| day).min();
    assert!(next >= ended.unwrap_or(horizon), "a session is missing: {course:?}");
    sessions
}

#[test]
fn t24_sessions_due_are_given_missed_lost_or_pending() {
    let protocol = study::protocol(
        "weeks = 26\n[population]\nflags = { blood-pressure = 0.5, psychosis-like = 0, substance = 0 }\n\
         [screening]\nmode = \"lenient\"\n[schedule]\nmaintenance = 14\nrelapse = \"continue\"\n\
         [[arm]]\nname = \"A\"\nrule = \"response\"\n",
    );
    let mut all = Sessions::default();
    for course in study::records(&protocol, 0, 24, 0..600).into_iter().filter_map(|r| r.course) {
        let one = walk(&course, 182);
        assert_eq!(one.due, one.given + one.missed + one.lost + one.pending, "{course:?}");
        all.lost += one.lost;
        all.pending += one.pending;
    }
    assert!(all.lost > 0 && all.pending > 0, "{all:?}");
}
