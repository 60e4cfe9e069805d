//! What people feel, believe and disclose: tests 12 to 14 and 17.
#![allow(clippy::unwrap_used)]

use titrarium::engine::adverse;
use titrarium::engine::adverse::Burden;
use titrarium::engine::adverse::LAWS;
use titrarium::engine::adverse::Proneness;
use titrarium::engine::course::Perception;
use titrarium::engine::course::update_belief;
use titrarium::engine::record::Record;
use titrarium::math;
use titrarium::protocol::Protocol;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;

use super::close;
use super::reference;
use crate::study;

#[test]
fn t12_chance_of_nausea() {
    let chance =
        |x| math::expit(adverse::predictor(0, Proneness::of(&reference()), Burden::new(x, 0.0)));
    close(chance(0.0), 0.039_166, 5e-7);
    close(chance(1.0), 0.221_114, 5e-7);
}

/// Shares of grades at the reference peak, 100,000 draws a kind: each of nine within 4 standard errors, so the
/// false-alarm rate is 6e-4.
#[test]
fn t12_grades_differ_by_their_cut_points() {
    let purposes = [Purpose::Nausea, Purpose::Dizziness, Purpose::Dissociation];
    for (kind, purpose) in purposes.into_iter().enumerate() {
        let eta = adverse::predictor(kind, Proneness::of(&reference()), Burden::new(1.0, 0.0));
        let mut reached = [0_u32; 3];
        for pid in 0..100_000 {
            let draw = Key::new(Seed(12), 0, pid).at(purpose, 0).uniform();
            for grade in 0..adverse::symptom_grade::<u8>(kind, eta, draw) {
                reached[usize::from(grade)] += 1;
            }
        }
        for (n, cut) in reached.into_iter().zip([0.0, LAWS[kind].k2, LAWS[kind].k3]) {
            let p = math::expit(eta - cut);
            close(f64::from(n) / 1e5, p, 4.0 * (p * (1.0 - p) / 1e5).sqrt());
        }
    }
}

#[test]
fn t13_belief_counts_what_is_perceived() {
    let after = |n: u32, m: u32| {
        let told = (0..n).fold(0.0, |b, _| update_belief(b, Perception::Something));
        (0..m).fold(told, |b, _| update_belief(b, Perception::Nothing))
    };
    close(after(3, 4), 1.2 * 3.0 - 0.25 * 4.0, 1e-12);
    close(after(0, 12), -3.0, 1e-12);
    close(after(0, 100), -3.0, 0.0);
    close(after(100, 0), 20.0, 0.0);
}

fn screened(screening: &str, n: u64) -> Vec<Record> {
    let arm = "[[arm]]\nname = \"A\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n";
    let protocol = study::protocol(&format!("[screening]\n{screening}\n{arm}"));
    study::records(&protocol, 0, 14, 0..n)
}

fn enrolled(records: &[Record]) -> impl Iterator<Item = &Record> {
    records.iter().filter(|record| record.course.is_some())
}

#[test]
fn t14_strict_screening_with_full_disclosure_enrols_nobody_with_a_flag() {
    let people = screened("mode = \"strict\"\ndisclosure = 1", 2000);
    assert!(people.iter().any(|record| record.flags.contains(&true)));
    assert!(enrolled(&people).count() > 1000);
    assert!(enrolled(&people).all(|record| record.flags == [false; 3]));
}

/// Each of three shares among those enrolled within 4 standard errors of the pool's law: false-alarm rate 2e-4.
#[test]
fn t14_lenient_screening_keeps_the_share_of_flags() {
    let people = screened("mode = \"lenient\"", 10_000);
    let n = f64::from(u32::try_from(enrolled(&people).count()).unwrap());
    for (flag, p) in [0.08_f64, 0.05, 0.08].into_iter().enumerate() {
        let flagged = enrolled(&people).filter(|record| record.flags[flag]).count();
        let share = f64::from(u32::try_from(flagged).unwrap()) / n;
        close(share, p, 4.0 * (p * (1.0 - p) / n).sqrt());
    }
}

#[test]
fn t14_scores_regress_to_the_mean() {
    let people = screened("mode = \"strict\"", 4000);
    let change: i32 = enrolled(&people)
        .map(|record| {
            let baseline = record.course.as_ref().unwrap().y[0].1.unwrap();
            i32::from(baseline) - i32::from(record.y_screen)
        })
        .sum();
    assert!(change < 0, "{change}");
}

fn arms(names: &[&str]) -> Protocol {
    let arm = |name: &&str| match *name {
        "P" => "[[arm]]\nname = \"P\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n".to_owned(),
        dose => format!("[[arm]]\nname = \"{dose}\"\nrule = \"fixed\"\ndose = {dose}\n"),
    };
    study::protocol(&names.iter().map(arm).collect::<String>())
}

#[test]
fn t17_an_arm_is_the_same_whatever_runs_beside_it() {
    let alone = study::records(&arms(&["P"]), 0, 17, 0..200);
    for (beside, at) in [(arms(&["40", "P"]), 1), (arms(&["160", "40", "P", "80"]), 2)] {
        assert_eq!(study::records(&beside, at, 17, 0..200), alone);
    }
}

#[test]
fn t17_a_person_is_the_same_whoever_comes_before() {
    let protocol = study::dose_arms();
    let all = study::records(&protocol, 3, 17, 0..60);
    assert_eq!(study::records(&protocol, 3, 17, 40..60), all[40..]);
}
