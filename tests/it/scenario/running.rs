//! Random valid scenarios are read and run: nothing panics, is no number, lies outside the study or off the ladder.
#![expect(clippy::float_cmp, reason = "a dose is the one that the ladder holds, to the last bit")]

use proptest::prelude::*;
use titrarium::engine::candidate;
use titrarium::engine::candidate::Candidate;
use titrarium::engine::life;
use titrarium::engine::observed::Care;
use titrarium::engine::observed::Observed;
use titrarium::engine::outcome::Outcome;
use titrarium::engine::screening;
use titrarium::engine::screening::Verdict;
use titrarium::engine::table::Tables;
use titrarium::engine::titrate::Decision;
use titrarium::engine::witness::Attendance;
use titrarium::engine::witness::Witness;
use titrarium::protocol::Protocol;
use titrarium::protocol::arm::Arm;
use titrarium::protocol::arm::Dosing;
use titrarium::protocol::arm::Route;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::arm::Treatment;
use titrarium::run::Ready;
use titrarium::scenario::parse;
use titrarium::stream::Key;
use titrarium::stream::Seed;
use titrarium::tally::Tally;
use titrarium::unit::Days;

use crate::luck;
use crate::random;

/// People of each scenario.
const PEOPLE: usize = 50;

/// Candidates looked at for them, at most.
const CANDIDATES: u64 = 400;

/// Sees to it that everything that happens can happen.
struct Watch<'a> {
    protocol: &'a Protocol,
    arm: &'a Arm,
    today: Days,
    given: u16,
    missed: u16,
    held: u16,
    lost: u16,
    truth: [[u16; 3]; 4],
    detected: [[u16; 3]; 4],
    dose: f64,
    ceiling: Rung,
}

impl<'a> Watch<'a> {
    fn over(protocol: &'a Protocol, arm: &'a Arm) -> Self {
        Self {
            protocol,
            arm,
            today: Days(0),
            given: 0,
            missed: 0,
            held: 0,
            lost: 0,
            truth: [[0; 3]; 4],
            detected: [[0; 3]; 4],
            dose: 0.0,
            ceiling: arm.titration.highest,
        }
    }

    fn day(&mut self, day: Days) {
        assert!(
            day >= self.today && day <= self.protocol.horizon,
            "{day:?} after {:?}",
            self.today
        );
        self.today = day;
    }

    fn on_the_ladder(&self, rung: Rung) {
        let limits = &self.arm.titration;
        assert!(rung <= self.protocol.ladder.top());
        assert!(rung >= limits.lowest && rung <= limits.highest, "{rung:?}");
    }

    fn dose_is_of(&self, rung: Rung, dose: f64) {
        assert!(dose.is_finite() && dose >= 0.0, "{dose}");
        match (self.arm.treatment, self.arm.dosing, self.arm.route) {
            (Treatment::Placebo | Treatment::NoTreatment, ..) => assert_eq!(dose, 0.0),
            (Treatment::Drug, Dosing::Flat, Route::Steady) => {
                assert_eq!(dose, self.protocol.ladder.dose(rung));
            }
            _ => assert_eq!(dose > 0.0, self.protocol.ladder.dose(rung) > 0.0),
        }
    }
}

impl Witness for Watch<'_> {
    fn assessed(&mut self, day: Days, score: Option<u8>) {
        self.day(day);
        assert!(score.is_none_or(|score| score <= 60));
    }

    fn attended(&mut self, day: Days, rung: Rung, attendance: &Attendance) {
        self.day(day);
        assert!(day < self.protocol.horizon);
        self.on_the_ladder(rung);
        let given = match attendance {
            Attendance::Missed => return self.missed += 1,
            Attendance::Held => return self.held += 1,
            Attendance::Lost => return self.lost += 1,
            Attendance::Given(given) => given,
        };
        self.given += 1;
        self.dose += given.dose;
        self.dose_is_of(rung, given.dose);
        assert!(given.x.is_finite() && given.x >= 0.0 && given.rise.is_finite(), "{given:?}");
        for kind in 0..4 {
            let (truth, detected) = (given.truth[kind], given.detected[kind]);
            assert!(truth <= 3 && (detected == 0 || detected == truth));
            for (counts, grade) in [(&mut self.truth, truth), (&mut self.detected, detected)] {
                if let Some(grade) = grade.checked_sub(1) {
                    counts[kind][usize::from(grade)] += 1;
                }
            }
        }
    }

    fn decided(&mut self, day: Days, seen: &Observed, decision: &Decision) {
        self.day(day);
        self.on_the_ladder(seen.rung);
        self.on_the_ladder(decision.rung);
        if let Some(ceiling) = decision.ceiling {
            assert!(ceiling <= self.ceiling);
            self.ceiling = ceiling;
        }
        assert!(decision.rung <= self.ceiling.max(seen.rung));
        assert!(seen.improvement().is_finite());
    }

    fn latent(&mut self, day: Days, score: f64) {
        assert!(day <= self.protocol.horizon && score.is_finite() && score >= 0.0, "{score}");
    }
}

fn holds_together(outcome: &Outcome, seen: &Watch) {
    let last = seen.protocol.horizon;
    assert_eq!(
        (outcome.given, outcome.missed, outcome.held, outcome.lost),
        (seen.given, seen.missed, seen.held, seen.lost)
    );
    assert!(outcome.lost <= outcome.held);
    let counted = [outcome.events, outcome.detected]
        .map(|counts| [0, 1, 2, 3].map(|kind| [1, 2, 3].map(|grade| counts.of(kind, grade))));
    assert_eq!(counted, [seen.truth, seen.detected]);
    assert!((outcome.dose - seen.dose).abs() <= 1e-9 * seen.dose.abs());
    let utility = outcome.utility(&seen.protocol.world.utility, last);
    let sums =
        [outcome.cost, outcome.hours, outcome.dose, outcome.latent, outcome.benefit, utility];
    assert!(sums.iter().all(|sum| sum.is_finite()), "{sums:?}");
    assert!(sums[..4].iter().all(|sum| *sum >= 0.0), "{sums:?}");
    let weeks = usize::from(last.0 / 7);
    assert!(outcome.benefit.abs() <= f64::from(last.0 / 7 + 1) + 1e-9);
    assert!(outcome.weekly[weeks + 1..].iter().all(|cell| cell.get().is_none()));
    assert!(outcome.weekly[0].get().is_some());
    let days = [
        outcome.left.map(|(day, _)| day),
        outcome.stopped.map(|(day, _)| day),
        outcome.relapse,
        outcome.misuse,
        outcome.misuse_seen,
        outcome.moderate,
        outcome.moderate_seen,
    ];
    assert!(days.iter().flatten().all(|day| *day <= last));
    assert!(outcome.misuse_seen.is_none() || outcome.misuse <= outcome.misuse_seen);
    assert!(outcome.serious <= outcome.given && outcome.unobserved <= outcome.given);
}

/// The first people whom screening admits.
fn people(protocol: &Protocol, seed: Seed) -> Vec<(Candidate, Care)> {
    let screened = (0..CANDIDATES).filter_map(|pid| {
        let person = candidate::draw(&protocol.population, Key::new(seed, 0, pid));
        match screening::screen(&protocol.screening, &person) {
            Verdict::Enrolled => Some((person, Care::Usual)),
            Verdict::Caution => Some((person, Care::Caution)),
            Verdict::Excluded(_) => None,
        }
    });
    screened.take(PEOPLE).collect()
}

fn sums_are_numbers(tally: &Tally) {
    for arm in &tally.arms {
        let moments = arm.endpoints.iter().chain(&arm.differences);
        assert!(moments.into_iter().all(|m| m.sum.is_finite()));
        assert_eq!(arm.fates.len(), PEOPLE);
    }
    assert_eq!(tally.screened, tally.enrolled + tally.excluded.iter().sum::<u64>());
}

proptest! {
    #![proptest_config(luck::fixed(300, 10_000))]

    #[test]
    fn random_valid_scenarios_run(
        choices in random::choices(),
    ) {
        let text = random::text(&choices);
        let scenario = parse(&text).unwrap_or_else(|err| panic!("{err}\n{text}"));
        let protocol = scenario.protocol;
        let tables = Tables::new(&protocol);
        let people = people(&protocol, Seed(11));
        for (person, care) in &people {
            for arm in &protocol.arms {
                let mut watch = Watch::over(&protocol, arm);
                let outcome = life::run(&protocol, &tables, arm, (person, *care), &mut watch);
                holds_together(&outcome, &watch);
            }
        }
        if people.len() == PEOPLE {
            let tally = Ready::new(protocol).population(Seed(11), PEOPLE as u64);
            let tally = tally.unwrap_or_else(|err| panic!("{err}\n{text}"));
            sums_are_numbers(&tally);
        }
    }
}
