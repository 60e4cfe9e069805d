//! How symptoms run and who leaves: tests 4 and 9 to 11.
#![allow(clippy::unwrap_used)]

use titrarium::engine::candidate;
use titrarium::engine::candidate::Candidate;
use titrarium::engine::course;
use titrarium::engine::course::Disposition;
use titrarium::engine::course::Parts;
use titrarium::engine::effect;
use titrarium::engine::hazards;
use titrarium::engine::screening::whole_score;
use titrarium::engine::table::DayTerms;
use titrarium::math;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;
use titrarium::unit::Days;

use super::close;
use super::reference;
use super::states_on;
use crate::study;

/// The noise-free score of the reference patient under a dose.
fn score(dose: f64, day: u16) -> f64 {
    let person = reference();
    let states = states_on(&person, dose, day);
    let drug = effect::drug_fraction(person.emax, (states.fast, states.slow), 1.0);
    let context = course::context(person.lpi, 0.0, 0.0, 0.0);
    let parts = Parts { context, drug, fluctuation: 0.0, load: 0.0 };
    course::latent(Disposition::of(&person), DayTerms::on(f64::from(day)), parts)
}

/// Standard deviation of rater noise, points.
const RATER_SD: f64 = 2.4;

#[test]
fn t04_course_of_the_reference_patient() {
    let golden = [
        (1, 24.964_739, 30.337_468),
        (7, 20.947_532, 27.603_962),
        (14, 17.017_259, 26.201_004),
        (28, 13.584_015, 24.767_250),
        (56, 17.107_898, 23.569_045),
        (84, 19.466_820, 23.106_636),
    ];
    for (day, drug, placebo) in golden {
        close(score(100.0, day), drug, 1e-6);
        close(score(0.0, day), placebo, 1e-6);
    }
}

#[test]
fn t09_context_begins_at_nothing() {
    close(DayTerms::on(0.0).context, 0.0, 0.0);
    close(DayTerms::on(7.0).context, 0.509_065, 5e-7);
    close(score(100.0, 0), 32.0, 0.0);
}

/// Nobody leaves: every hazard of leaving as low as it goes.
const NOBODY_LEAVES: &str = "[world.dropout]\nefficacy-intercept = -50\nadministrative = 0\n\
                             adverse-event = [0, 0, 0, 0]\n";

#[test]
fn t09_an_inert_drug_is_a_placebo() {
    let protocol = study::protocol(&format!(
        "[world]\nefficacy = 0\n{NOBODY_LEAVES}\
         [[arm]]\nname = \"P\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n\
         [[arm]]\nname = \"D\"\nrule = \"fixed\"\ndose = 160\n"
    ));
    let people = |arm| study::records(&protocol, arm, 1, 0..300);
    let mut enrolled = 0;
    for (placebo, drug) in people(0).into_iter().zip(people(1)) {
        let (Some(placebo), Some(drug)) = (placebo.course, drug.course) else { continue };
        enrolled += 1;
        assert_eq!((placebo.dropout, drug.dropout), (None, None));
        for (a, b) in placebo.latent.iter().zip(&drug.latent) {
            close(*a, *b, 1e-12);
        }
    }
    assert!(enrolled > 200, "{enrolled}");
}

/// The fluctuation of a person on the days 0, 7, ..., taken back out of the latent score.
fn fluctuations(person: &Candidate, latent: &[f64]) -> Vec<f64> {
    let mut day = 0.0;
    let mut of_day = |l: &f64| {
        let recovery = person.rho * DayTerms::on(day).recovery;
        day += 7.0;
        (l / (person.b * (1.0 - recovery)) - 1.0) * person.b
    };
    latent.iter().map(&mut of_day).collect()
}

/// Untreated people without life events: variance 4.5^2 and lag-7 correlation `exp(-1/4)` of what fluctuates.
///
/// About 4,000 people at two days a month and a half apart; each of three comparisons within 4 standard errors, so the
/// false-alarm rate is about 2e-4. Severe people only, so that the score never touches zero.
#[test]
fn t10_fluctuation_has_its_variance_and_memory() {
    let protocol = study::protocol(
        "[population]\nseverity = { mild = 0, moderate = 0, severe = 1 }\n\
         [world]\nlife-events = 0\n\
         [[arm]]\nname = \"A\"\ntreatment = \"none\"\nrule = \"fixed\"\n",
    );
    let mut pairs = Vec::new();
    for record in study::records(&protocol, 0, 10, 0..5000) {
        let person = candidate::draw(&protocol.population, Key::new(Seed(10), 0, record.pid));
        if let Some(course) = record.course {
            let n = fluctuations(&person, &course.latent);
            pairs.push((n[6], n[7]));
        }
    }
    let n = f64::from(u32::try_from(pairs.len()).unwrap());
    // known mean 0
    let mean = |f: fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>() / n;
    let (a, b, ab) = (mean(|p| p.0 * p.0), mean(|p| p.1 * p.1), mean(|p| p.0 * p.1));
    let variance = 4.5 * 4.5;
    let memory = math::exp(-0.25);
    assert!(n > 3000.0);
    // enrolment by score hardly touches what fluctuates six weeks later: exp(-2 * 49 / 28) of any shift is left
    close(a, variance, 4.0 * variance * (2.0 / n).sqrt());
    close(b, variance, 4.0 * variance * (2.0 / n).sqrt());
    close(ab / (a * b).sqrt(), memory, 4.0 * (1.0 - memory * memory) / n.sqrt());
}

/// Of 100,000 ratings of a whole score; within 4 standard errors, so the false-alarm rate is 6e-5.
#[test]
fn t10_rater_noise_rounds_to_the_score_itself_one_time_in_six() {
    let exact = 2.0 * math::normal_cdf(0.5 / RATER_SD) - 1.0;
    close(exact, 0.1650, 5e-5);
    let n = 100_000;
    let same = (0..n)
        .map(|pid| Key::new(Seed(10), 1, pid).at(Purpose::Rater, 7).normal())
        .filter(|z| whole_score(30.0 + RATER_SD * z) == 30)
        .count();
    let share = f64::from(u32::try_from(same).unwrap()) / 1e5;
    close(share, exact, 4.0 * (exact * (1.0 - exact) / 1e5).sqrt());
}

/// The chance to stay through 12 weekly checks without any visit, exactly and of 100,000 people within 3 standard
/// errors (false-alarm rate 0.3 %).
#[test]
fn t11_leaving_for_other_reasons_alone() {
    let law = &study::dose_arms().world.dropout;
    let stays = |week: u16| {
        1.0 - math::hazard_probability(hazards::administrative(law, 0.0, Days(7 * week)))
    };
    let exact: f64 = (1..=12).map(stays).product();
    close(exact, math::exp(-0.084), 1e-14);
    close(exact, 0.919_431, 5e-7);
    let n = 100_000;
    let stayed = (0..n).filter(|pid| {
        let key = Key::new(Seed(11), 0, *pid);
        (1..=12).all(|week| {
            let u = key.at(Purpose::AdministrativeDropout, 7 * week).uniform();
            u >= 1.0 - stays(week)
        })
    });
    let share = f64::from(u32::try_from(stayed.count()).unwrap()) / 1e5;
    close(share, exact, 3.0 * (exact * (1.0 - exact) / 1e5).sqrt());
}

#[test]
fn t11_without_hazards_nobody_leaves() {
    let protocol = study::protocol(&format!(
        "{NOBODY_LEAVES}[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 160\n"
    ));
    let mut enrolled = study::records(&protocol, 0, 11, 0..2000);
    enrolled.retain(|record| record.course.is_some());
    assert!(enrolled.len() > 1400);
    assert!(enrolled.iter().all(|record| record.course.as_ref().unwrap().dropout.is_none()));
}
