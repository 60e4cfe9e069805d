//! Whether the parts of a design fit together: every fault, each naming its field.

use super::Design;
use super::allocation::MOST_PER_ARM;
use super::arm::Arm;
use super::arm::MOST_RUNGS;
use super::schedule::Maintenance;
use super::schedule::Schedule;
use crate::unit::Days;

/// Two parts of a design that do not fit.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DesignFault {
    /// There is nothing to compare.
    #[error("at least one arm is needed")]
    NoArm,
    /// More arms than can be told apart.
    #[error("at most {most} arms are possible, and there are {got}")]
    TooManyArms {
        /// The limit.
        most: usize,
        /// How many there are.
        got: usize,
    },
    /// Two arms share a name.
    #[error("two arms are called \"{name}\"; give each a name of its own")]
    SameName {
        /// Index of the second of them.
        arm: usize,
        /// The name.
        name: String,
    },
    /// The length is no whole number of weeks in range.
    #[error("a study lasts 4 to 60 whole weeks, got {} days", got.0)]
    Horizon {
        /// The length given.
        got: Days,
    },
    /// Too few or too many rungs.
    #[error("a dose ladder has 2 to {MOST_RUNGS} rungs, and this one has {got}")]
    LadderLength {
        /// How many there are.
        got: usize,
    },
    /// A rung is not above the one before.
    #[error("the doses of a ladder must ascend: {dose} au follows {before} au")]
    LadderOrder {
        /// Index of the offending rung.
        rung: usize,
        /// Its dose.
        dose: f64,
        /// The dose before.
        before: f64,
    },
    /// A rung outside the ladder or outside the arm's own limits.
    #[error("arm \"{name}\": {what} lies outside the arm's range of doses")]
    RungOutside {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// Which rung.
        what: &'static str,
    },
    /// The lowest dose of an arm lies above its highest.
    #[error("arm \"{name}\": the lowest dose lies above the highest")]
    RangeEmpty {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
    },
    /// The severity rule starts on the third to the sixth rung, and there are fewer.
    #[error(
        "arm \"{name}\": the severity rule needs a ladder of at least 6 rungs, and there are {got}"
    )]
    SeverityLadder {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// How many rungs there are.
        got: usize,
    },
    /// The induction is too short or too long.
    #[error("arm \"{name}\": an induction lasts 1 to 26 weeks, got {got}")]
    Induction {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// Weeks given.
        got: u8,
    },
    /// A maintenance interval is out of range or out of order.
    #[error(
        "arm \"{name}\": maintenance intervals are 1 to 84 days, ascending, one to six of them"
    )]
    Intervals {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
    },
    /// The assessment interval is not one of the three.
    #[error("arm \"{name}\": assessments are every 7, 14 or 28 days, got {}", got.0)]
    AssessmentInterval {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// Days given.
        got: Days,
    },
    /// The screening interval is no whole number of weeks.
    #[error("arm \"{name}\": misuse screens fall on whole weeks, 7 to 84 days apart, got {}", got.0)]
    ScreenInterval {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// Days given.
        got: Days,
    },
    /// A decision table that cannot be used.
    #[error("arm \"{name}\": {what}")]
    Table {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// Where in the table.
        at: TablePlace,
        /// What is wrong, as a clause: "the row can never fit".
        what: &'static str,
    },
    /// A withdrawal that is not possible.
    #[error("arm \"{name}\": a withdrawal {what}")]
    Withdrawal {
        /// Index of the arm.
        arm: usize,
        /// Its name.
        name: String,
        /// What it would need, as a predicate.
        what: &'static str,
    },
    /// A trial with nobody, or with more people than a trial has.
    #[error("a trial has 2 to {MOST_PER_ARM} people to each arm, got {got}")]
    TrialSize {
        /// People to each arm.
        got: u16,
    },
    /// Bounds of a covariate are not ascending.
    #[error("{what}: the lower bound must lie below the upper, and the middle between them")]
    Bounds {
        /// Which covariate.
        what: &'static str,
    },
    /// Trait scores may come so near to 0 that fluctuation relative to them has no meaning.
    #[error("the trait score begins at 1 point or above, got {got}")]
    LowestTrait {
        /// The lowest bound given.
        got: f64,
    },
    /// The score threshold lies outside the scale.
    #[error("the screening score runs from 0 to 60, got {got}")]
    MinScore {
        /// The threshold given.
        got: u8,
    },
}

/// Where in a decision table something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePlace {
    /// The rows for the first dose as a whole.
    Start,
    /// One row for the first dose, counted from 0.
    StartRow(usize),
    /// The rows as a whole.
    Rows,
    /// One row, counted from 0.
    Row(usize),
}

/// The most arms a study may have.
pub const MOST_ARMS: usize = 12;

/// Every fault of a design.
pub(super) fn faults(design: &Design) -> Vec<DesignFault> {
    let mut faults = Vec::new();
    study(design, &mut faults);
    ladder(design, &mut faults);
    population(design, &mut faults);
    for (index, arm) in design.arms.iter().enumerate() {
        self::arm(design, index, arm, &mut faults);
        if design.arms[..index].iter().any(|other| other.name == arm.name) {
            faults.push(DesignFault::SameName { arm: index, name: arm.name.clone() });
        }
    }
    faults
}

fn study(design: &Design, faults: &mut Vec<DesignFault>) {
    let days = design.horizon;
    if !days.is_weekly() || !(28..=420).contains(&days.0) {
        faults.push(DesignFault::Horizon { got: days });
    }
    let got = design.trial.per_arm;
    if !(2..=MOST_PER_ARM).contains(&got) {
        faults.push(DesignFault::TrialSize { got });
    }
    match design.arms.len() {
        0 => faults.push(DesignFault::NoArm),
        got if got > MOST_ARMS => faults.push(DesignFault::TooManyArms { most: MOST_ARMS, got }),
        _ => {}
    }
    if design.screening.min_score > 60 {
        faults.push(DesignFault::MinScore { got: design.screening.min_score });
    }
}

fn ladder(design: &Design, faults: &mut Vec<DesignFault>) {
    let doses = &design.ladder.0;
    if !(2..=MOST_RUNGS).contains(&doses.len()) {
        faults.push(DesignFault::LadderLength { got: doses.len() });
    }
    for (i, pair) in doses.windows(2).enumerate() {
        if pair[1] <= pair[0] {
            faults.push(DesignFault::LadderOrder {
                rung: i + 1,
                dose: pair[1].get(),
                before: pair[0].get(),
            });
        }
    }
}

fn population(design: &Design, faults: &mut Vec<DesignFault>) {
    let people = &design.population;
    let mut ascending = |what, values: &[f64]| {
        if values.windows(2).any(|pair| pair[1] <= pair[0]) {
            faults.push(DesignFault::Bounds { what });
        }
    };
    ascending("trait score", &people.score.bounds.map(crate::unit::Points::get));
    ascending("age", &[people.age.lowest.get(), people.age.mean.get(), people.age.highest.get()]);
    let weight = &people.weight;
    ascending("weight", &[weight.lowest.get(), weight.median.get(), weight.highest.get()]);
    ascending("episode", &[people.episode.lowest.get(), people.episode.highest.get()]);
    let lowest = people.score.bounds[0].get();
    if lowest < 1.0 {
        faults.push(DesignFault::LowestTrait { got: lowest });
    }
    for (mean, bounds) in people.score.means.iter().zip(people.score.bounds.windows(2)) {
        if *mean < bounds[0] || *mean >= bounds[1] {
            faults.push(DesignFault::Bounds { what: "trait score" });
        }
    }
}

fn arm(design: &Design, index: usize, arm: &Arm, faults: &mut Vec<DesignFault>) {
    let name = || arm.name.clone();
    super::check_doses::doses(design, index, arm, faults);
    let weeks = arm.schedule.induction_weeks;
    if !(1..=26).contains(&weeks) {
        faults.push(DesignFault::Induction { arm: index, name: name(), got: weeks });
    }
    if !intervals_fit(&arm.schedule.maintenance) {
        faults.push(DesignFault::Intervals { arm: index, name: name() });
    }
    if let Some(what) = withdrawal_fault(design, arm) {
        faults.push(DesignFault::Withdrawal { arm: index, name: name(), what });
    }
    let watch = &arm.monitoring;
    if !matches!(watch.assess_every.0, 7 | 14 | 28) {
        let got = watch.assess_every;
        faults.push(DesignFault::AssessmentInterval { arm: index, name: name(), got });
    }
    if let Some(got) = watch.screen_every
        && !(got.is_weekly() && (7..=84).contains(&got.0))
    {
        faults.push(DesignFault::ScreenInterval { arm: index, name: name(), got });
    }
}

/// What keeps a withdrawal from being possible: stability is judged by the weekly scores of four weeks.
fn withdrawal_fault(design: &Design, arm: &Arm) -> Option<&'static str> {
    let Schedule { withdrawal: Some(withdrawal), .. } = &arm.schedule else {
        return None;
    };
    let day = withdrawal.at;
    if !day.is_weekly() || day.0 < 28 || day >= design.horizon {
        Some("falls on a whole week, the fourth or a later one, before the end of the study")
    } else if arm.monitoring.assess_every != Days(7) {
        Some("needs assessments every 7 days")
    } else {
        None
    }
}

fn intervals_fit(maintenance: &Maintenance) -> bool {
    let in_range = |days: &Days| (1..=84).contains(&days.0);
    match maintenance {
        Maintenance::None => true,
        Maintenance::Every(days) => in_range(days),
        Maintenance::Ladder { intervals, .. } => {
            (1..=6).contains(&intervals.len())
                && intervals.iter().all(in_range)
                && intervals.is_sorted_by(|a, b| a < b)
        }
    }
}
