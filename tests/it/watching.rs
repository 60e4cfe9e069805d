//! What was noticed, late or for nothing: counted again from the log of each person.
#![allow(clippy::unwrap_used)]

use titrarium::engine::life;
use titrarium::engine::log::Event;
use titrarium::engine::log::Log;
use titrarium::engine::outcome::Outcome;
use titrarium::engine::outcome::Stopping;
use titrarium::engine::witness::Attendance;
use titrarium::engine::witness::Given;
use titrarium::run::Ready;
use titrarium::stream::Seed;
use titrarium::unit::Days;

use crate::study;

/// The usual systolic pressure, the outcome and the log of people who are often held and often stopped.
fn courses() -> Vec<(f64, Outcome, Log)> {
    let ready = Ready::new(study::protocol(
        "[schedule]\nnon-response = \"stop\"\n[monitoring]\nhold-at = 135\n\
         [[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n",
    ));
    let arm = &ready.protocol.arms[0];
    let one = |pid| {
        let (person, care) = ready.candidate_of((Seed(8), 0), pid);
        let mut log = Log::default();
        let someone = (&person, care.ok()?);
        let outcome = life::run(&ready.protocol, ready.tables(), arm, someone, &mut log);
        Some((person.systolic, outcome, log))
    };
    (0..1500).filter_map(one).collect()
}

#[test]
fn a_hold_is_false_when_the_usual_pressure_is_below_the_limit() {
    let (mut truly, mut falsely) = (0, 0);
    for (systolic, outcome, log) in courses() {
        let held = |event| matches!(event, Event::Attended(_, Attendance::Held | Attendance::Lost));
        let holds = log.entries.iter().filter(|entry| held(entry.event)).count();
        let expected = if systolic < 135.0 { holds } else { 0 };
        assert_eq!(usize::from(outcome.false_holds), expected);
        falsely += expected;
        truly += holds - expected;
    }
    assert!(falsely > 100 && truly > 100, "{falsely} {truly}");
}

/// Judged by the latent score of the week whose observed score decided.
#[test]
fn a_stop_is_false_when_the_latent_score_says_otherwise() {
    let (mut truly, mut falsely) = (0, 0);
    for (_, outcome, log) in courses() {
        let agrees = outcome.stopped.and_then(|(day, why)| {
            let (first, now) = (log.latent[0], log.latent[usize::from(day.0 / 7)]);
            match why {
                Stopping::Worsening => Some(now >= 1.25 * first),
                Stopping::NonResponse => Some(first - now < 0.25 * first.max(1.0)),
                _ => None,
            }
        });
        assert_eq!(outcome.false_stop, agrees == Some(false), "{:?}", outcome.stopped);
        truly += usize::from(agrees == Some(true));
        falsely += usize::from(agrees == Some(false));
    }
    assert!(truly > 100 && falsely > 20, "{truly} {falsely}");
}

#[test]
fn the_delay_runs_from_the_first_moderate_event_to_the_first_one_noticed() {
    let mut late = 0;
    for (_, outcome, log) in courses() {
        let first = |grades: fn(&Given) -> [u8; 4]| -> Option<Days> {
            log.entries.iter().find_map(|entry| match &entry.event {
                Event::Attended(_, Attendance::Given(given)) => {
                    grades(given).iter().any(|grade| *grade >= 2).then_some(entry.day)
                }
                _ => None,
            })
        };
        let (happened, seen) = (first(|given| given.truth), first(|given| given.detected));
        assert_eq!((outcome.moderate, outcome.moderate_seen), (happened, seen));
        late += usize::from(seen > happened);
    }
    assert!(late > 100, "{late}");
}
