//! What a number in a row is, and ours for it.

use super::Cohort;
use super::Person;
use super::Sheet;
use super::Study;
use super::estimate;
use super::estimate::End;
use super::estimate::Statistic;
use super::estimate::Watch;
use super::fact::Fact;
use super::group::Group;
use super::life::CHOSEN;
use crate::endpoint::Scale;
use crate::engine::screening::Exclusion;
use crate::math;
use crate::tally::Estimate;

/// A row: whom it is about, and in which arm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub arm: usize,
    pub group: Group,
    /// Its numbers from left to right.
    pub columns: &'static [Column],
}

/// What a number is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column {
    /// Mean or share in the row's arm.
    Own(Fact),
    /// Mean or share in another arm.
    In(usize, Fact),
    /// Standard deviation in the row's arm.
    Deviation(Fact),
    /// Coefficient of variation in the row's arm, %.
    Variation(Fact),
    /// Slope of the logarithm of the first on that of the second.
    LogSlope(Fact, Fact),
    /// The first arm's mean minus the second's; of shares in points of per cent.
    Difference(Fact, [usize; 2]),
    /// Sessions with dissociation, % of all given.
    DissociatedSessions,
    /// Kaplan-Meier share relapsed so many weeks after the responders were chosen, %.
    Relapsed(u16),
    /// People of the group.
    People,
    /// Candidates excluded for this reason, %.
    Excluded(Exclusion),
    /// Candidates enrolled, %.
    Eligible,
}

/// What tells numbers under one header apart.
#[derive(Clone, Copy, Debug)]
pub(super) enum Suffix {
    Nothing,
    Word(&'static str),
    /// The arm's name.
    Arm(usize),
}

impl Column {
    pub const fn suffix(&self) -> Suffix {
        match self {
            Self::In(arm, _) => Suffix::Arm(*arm),
            Self::Deviation(_) => Suffix::Word("SD"),
            Self::Variation(_) => Suffix::Word("CV"),
            Self::LogSlope(..) => Suffix::Word("slope"),
            _ => Suffix::Nothing,
        }
    }
}

impl Sheet {
    /// Whether any number is of a day between visits.
    pub(super) fn asks_for_days(&self) -> bool {
        let daily = |column: &Column| matches!(column, Column::Difference(Fact::Latent(_), _));
        self.rows.iter().any(|row| row.columns.iter().any(daily))
    }
}

impl Study {
    /// Our number.
    pub(super) fn ours(
        &self,
        row: &Row,
        column: &Column,
        (members, cohort): (&[&Person], &Cohort),
    ) -> Option<Estimate> {
        let value =
            |person: &Person, arm, fact: Fact| fact.value(&self.ready.protocol, person, arm);
        let values = |arm: usize, fact: Fact| -> Vec<f64> {
            members.iter().filter_map(|person| value(person, arm, fact)).collect()
        };
        let of_group = |statistic: fn(&[f64]) -> Option<Statistic>, arm: usize, fact: Fact| {
            let statistic = statistic(&values(arm, fact))?;
            let there = members.iter().filter(|person| value(person, arm, fact).is_some());
            let who: Vec<&Person> = there.copied().collect();
            Some(row.group.with_sampled_bounds(&statistic, &who, cohort.enrolled()))
        };
        match *column {
            Column::Own(fact) => of_group(summary(fact), row.arm, fact),
            Column::In(arm, fact) => of_group(summary(fact), arm, fact),
            Column::Deviation(fact) => of_group(estimate::deviation, row.arm, fact),
            Column::Variation(fact) => of_group(estimate::variation, row.arm, fact),
            Column::LogSlope(y, x) => {
                let log = |fact| values(row.arm, fact).into_iter().map(math::ln);
                estimate::slope(&log(x).zip(log(y)).collect::<Vec<_>>())
            }
            Column::Difference(fact, [one, zero]) => {
                let unit = unit(fact);
                let scaled = |person: &Person, arm| value(person, arm, fact).map(|x| unit * x);
                let pair = |person: &&Person| (scaled(person, one), scaled(person, zero));
                estimate::difference(&members.iter().map(pair).collect::<Vec<_>>())
            }
            Column::DissociatedSessions => {
                let pair = |person: &&Person| {
                    let life = &person.lives[row.arm];
                    (f64::from(life.noted.dissociated), f64::from(life.outcome.given))
                };
                estimate::ratio(&members.iter().map(pair).collect::<Vec<_>>())
            }
            Column::Relapsed(weeks) => {
                let watched = members.iter().map(|person| self.watch(person, row.arm));
                estimate::relapsed(&watched.collect::<Vec<_>>(), 7 * weeks)
            }
            Column::People => estimate::count(members.len() as u64, cohort.enrolled()),
            Column::Excluded(why) => {
                estimate::share(cohort.excluded[why as usize], cohort.screened)
            }
            Column::Eligible => estimate::share(cohort.enrolled(), cohort.screened),
        }
    }

    /// How long a responder was watched for relapse.
    fn watch(&self, person: &Person, arm: usize) -> Watch {
        let life = &person.lives[arm];
        let left = life.outcome.left.map(|(day, _)| day);
        let (day, end) = match life.noted.relapse {
            Some(day) => (day, End::Relapse),
            None => (left.unwrap_or(self.ready.protocol.horizon), End::Censored),
        };
        Watch { days: day.0 - CHOSEN.0, end }
    }
}

fn summary(fact: Fact) -> fn(&[f64]) -> Option<Statistic> {
    match fact.scale() {
        Scale::Proportion => estimate::share_of,
        Scale::Mean => estimate::mean,
    }
}

/// Shares are printed in per cent.
const fn unit(fact: Fact) -> f64 {
    match fact.scale() {
        Scale::Proportion => estimate::PER_CENT,
        Scale::Mean => 1.0,
    }
}
