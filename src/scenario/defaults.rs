//! What a scenario says that says nothing: the defaults of the model, each with its symbol there.

use std::fmt::Debug;

use crate::protocol::allocation::Strata;
use crate::protocol::allocation::Trial;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::protocol::population::EpisodeLength;
use crate::protocol::population::Population;
use crate::protocol::population::Screening;
use crate::protocol::population::ScreeningMode;
use crate::protocol::population::TraitScore;
use crate::protocol::population::TruncatedLogNormal;
use crate::protocol::population::TruncatedNormal;
use crate::protocol::population::traits::Afterglow;
use crate::protocol::population::traits::Benefit;
use crate::protocol::population::traits::Context;
use crate::protocol::population::traits::Kinetics;
use crate::protocol::population::traits::PressureLaw;
use crate::protocol::population::traits::Recovery;
use crate::protocol::population::traits::Sensitivity;
use crate::protocol::population::traits::Tolerance;
use crate::protocol::population::traits::Traits;
use crate::protocol::schedule::Branch;
use crate::protocol::schedule::NonResponsePolicy;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::schedule::Spacing;
use crate::protocol::world::Dropout;
use crate::protocol::world::Prices;
use crate::protocol::world::UtilityWeights;
use crate::protocol::world::World;
use crate::unit::ArbitraryUnits;
use crate::unit::Days;
use crate::unit::Efficacy;
use crate::unit::Hours;
use crate::unit::LogSpread;
use crate::unit::Logit;
use crate::unit::Mix;
use crate::unit::Multiplier;
use crate::unit::NonNegative;
use crate::unit::Points;
use crate::unit::Positive;
use crate::unit::Pressure;
use crate::unit::Probability;
use crate::unit::Shift;
use crate::unit::Spread;

use super::visits::Course;
use super::visits::Visits;
use super::watch::Preset;

/// T: 12 weeks.
pub(super) const WEEKS: u16 = 12;

/// The size of one trial.
pub(super) const TRIAL: Trial = Trial { per_arm: 100, strata: Strata::None };

/// The first rung of the rules that start low (section 9).
pub(super) const START: Rung = Rung(1);

/// The target of the forced rule.
pub(super) const TARGET: Rung = Rung(6);

/// The dose whose rung an arm without drug takes when it names none.
pub(super) const REFERENCE_DOSE: f64 = 100.0;

fn sound<T, E: Debug>(checked: Result<T, E>) -> T {
    checked.expect("every default lies in its range")
}

fn some(x: f64) -> Positive {
    sound(Positive::new(x))
}

fn amount(x: f64) -> NonNegative {
    sound(NonNegative::new(x))
}

fn chance(x: f64) -> Probability {
    sound(Probability::new(x))
}

fn logit(x: f64) -> Logit {
    sound(Logit::new(x))
}

fn log_spread(x: f64) -> LogSpread {
    sound(LogSpread::new(x))
}

fn shift(x: f64) -> Shift {
    sound(Shift::new(x))
}

fn spread(x: f64) -> Spread {
    sound(Spread::new(x))
}

/// The dose levels, au.
pub(super) fn ladder() -> DoseLadder {
    let doses = [20.0, 40.0, 60.0, 80.0, 100.0, 120.0, 140.0, 160.0];
    DoseLadder(doses.map(|dose| sound(ArbitraryUnits::new(dose))).to_vec())
}

/// Section 2.
pub(super) fn population() -> Population {
    Population {
        severity: sound(Mix::new([0.20, 0.45, 0.35])), // sev
        score: TraitScore {
            means: [25.0, 32.0, 39.0].map(|x| sound(Points::new(x))), // mu_sev
            sd: spread(3.0),                                          // of B in its class
            bounds: [20.0, 28.0, 35.0, 52.0].map(|x| sound(Points::new(x))), // ranges of B
        },
        prior: [
            sound(Mix::new([0.45, 0.35, 0.20])), // prior | mild
            sound(Mix::new([0.30, 0.40, 0.30])), // prior | moderate
            sound(Mix::new([0.20, 0.35, 0.45])), // prior | severe
        ],
        age: TruncatedNormal {
            mean: some(45.0), // age
            sd: spread(12.0),
            lowest: some(18.0),
            highest: some(75.0),
        },
        weight: TruncatedLogNormal {
            median: some(78.0), // W
            sdlog: spread(0.20),
            lowest: some(42.0),
            highest: some(160.0),
        },
        episode: EpisodeLength {
            medians: [8.0, 11.0, 18.0].map(some), // dur | prior
            sdlog: spread(0.75),
            lowest: some(1.0),
            highest: some(240.0),
        },
        comedication: sound(Mix::new([0.65, 0.20, 0.15])), // con
        metaboliser: sound(Mix::new([0.10, 0.75, 0.15])),  // met
        flags: [0.08, 0.05, 0.08].map(chance),             // fl_bp, fl_psy, fl_sub
        traits: traits(),
        clearance: sound(Multiplier::new(1.0)), // on CL
        ec50: sound(Multiplier::new(1.0)),      // on EC50
    }
}

/// Section 2, "Derived individual parameters".
pub(super) fn traits() -> Traits {
    Traits {
        kinetics: Kinetics {
            metaboliser: [0.6, 1.0, 1.4].map(|x| sound(Multiplier::new(x))), // met
            inhibited: sound(Multiplier::new(0.60)),
            clearance_spread: log_spread(0.20), // eta_CL
            volume_spread: log_spread(0.15),    // eta_V
        },
        sensitivity: Sensitivity {
            prior: [-0.30, 0.0, 0.40].map(shift),
            severity: shift(0.20),
            chronicity: shift(0.06),
            blunted: shift(0.45),
            spread: log_spread(0.80), // eta_EC
        },
        benefit: Benefit { mean: logit(0.40), chronicity: logit(-0.08), spread: spread(2.2) },
        context: Context {
            mean: logit(-1.5),
            prior: [0.45, 0.10, -0.65].map(logit),
            chronicity: logit(-0.20),
            severity: logit(-0.10),
            spread: spread(2.7),
            expectancy: chance(0.40), // z_exp
        },
        recovery: Recovery { mean: logit(-1.9), chronicity: logit(-0.25), spread: spread(1.0) },
        afterglow: Afterglow { half_life: some(28.0), spread: log_spread(0.35) },
        tolerance: Tolerance { share: chance(0.08), prone: chance(0.70), others: chance(0.02) },
        pressure: PressureLaw {
            usual: sound(Pressure::new(122.0)), // SBP
            age: shift(0.35),
            weight: shift(0.12),
            sd: spread(9.0),
            flagged: amount(28.0),
            rise_spread: log_spread(0.35), // z_bp
        },
        susceptibility: spread(1.0), // sus
        misuse: log_spread(0.7),     // z_mis
        fluctuation: spread(4.5),    // sd_ou
        rater: spread(2.4),
    }
}

/// Section 3.
pub(super) fn screening() -> Screening {
    Screening {
        mode: ScreeningMode::Strict,
        min_score: 22,                             // thr
        disclosure: chance(0.85),                  // sens
        max_pressure: sound(Pressure::new(155.0)), // SBP >= 155
        inflation: chance(0.0),                    // infl
    }
}

/// Sections 5 to 7 and 10.
pub(super) fn world() -> World {
    World {
        efficacy: sound(Efficacy::new(1.0)), // eff
        unblinding: chance(0.0),             // unblind
        life_events: amount(0.8),            // a year
        life_event_size: some(12.0),         // points, mean
        missed_session: chance(0.04),
        missed_assessment: chance(0.03),
        dropout: Dropout {
            latent_share: chance(0.5),                            // psi
            efficacy_intercept: logit(-4.95),                     // LOE, log hazard at 22
            efficacy_slope: logit(0.11),                          // LOE, per point
            efficacy_gain: logit(0.04),                           // LOE, per point gained
            administrative: amount(0.007),                        // a week
            adverse_event: [0.0, 0.001, 0.018, 0.14].map(chance), // by worst true grade
        },
        utility: UtilityWeights {
            benefit: amount(100.0),
            mild: amount(0.3),
            moderate: amount(1.5),
            severe: amount(10.0),
            serious: amount(60.0),
            misuse: amount(40.0),
            hour: amount(0.1),
        },
        prices: Prices {
            session: amount(10.0), // cu
            observation_hour: amount(2.0),
            assessment: amount(3.0),
            pressure_check: amount(0.2),
            questionnaire: amount(0.5),
            screen: amount(1.0),
            serious_event: amount(200.0),
        },
    }
}

/// Section 8.
pub(super) fn visits() -> Visits {
    Visits {
        induction_weeks: 4, // ind_weeks
        course: Course::Ladder,
        intervals: [7, 14, 28].map(Days).to_vec(), // ivals
        spacing: Spacing::Stretch,                 // stretch
        relapse: RelapsePolicy::Rescue,            // rescue
        non_response: NonResponsePolicy::Continue, // stop_nonresp
        withdraw_at: None,
        branch: Branch::Randomise,
    }
}

/// Section 10.
pub(super) fn monitoring(preset: Preset) -> Monitoring {
    let standard = Monitoring {
        assess_every: Days(7),
        day_1: DayOne::Assess, // day1
        observe: sound(Hours::new(1.0)),
        hold_at: Some(sound(Pressure::new(155.0))), // thr
        elicitation: Elicitation::Spontaneous,
        screen_every: Some(Days(28)),
        stop_after_severe: Some(3),
        worsening: WorseningPolicy::Stop,
        tolerability: TolerabilityPolicy::Continue, // tolred
    };
    match preset {
        Preset::Standard => standard,
        Preset::None => Monitoring {
            assess_every: Days(28),
            observe: sound(Hours::new(0.25)),
            hold_at: None,
            screen_every: None,
            stop_after_severe: None,
            worsening: WorseningPolicy::Continue,
            ..standard
        },
        Preset::Intensive => Monitoring {
            observe: sound(Hours::new(2.0)),
            hold_at: Some(sound(Pressure::new(145.0))),
            elicitation: Elicitation::Solicited,
            screen_every: Some(Days(14)),
            stop_after_severe: Some(2),
            tolerability: TolerabilityPolicy::Reduce,
            ..standard
        },
    }
}
