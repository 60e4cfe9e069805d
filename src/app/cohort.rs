//! People of one arm, those that a filter lets through, and what is drawn of them. Plain data.

use crate::endpoint::Fate;
use crate::engine::candidate::Candidate;
use crate::engine::exposure;
use crate::engine::outcome::Outcome;
use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;
use crate::run::Person;
use crate::run::Ready;
use crate::stream::Seed;
use crate::subgroup::Grouping;
use crate::subgroup::Groups;
use crate::tally::Estimate;
use crate::tally::Histogram;

/// What people can be filtered by, in the order of the chips.
pub const FILTERS: [Grouping; 4] =
    [Grouping::Severity, Grouping::Prior, Grouping::Weight, Grouping::Comedication];

/// Which group of each of [`FILTERS`] is shown; none: all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter(pub [Option<usize>; 4]);

impl Filter {
    /// The filter with a chip turned over.
    #[must_use]
    pub fn turned(mut self, by: usize, group: usize) -> Self {
        self.0[by] = (self.0[by] != Some(group)).then_some(group);
        self
    }

    /// The filter of the state.
    pub fn of(groups: [Option<u8>; 4]) -> Self {
        Self(groups.map(|group| group.map(usize::from)))
    }

    /// The filter as the state holds it.
    pub fn groups(self) -> [Option<u8>; 4] {
        self.0.map(|group| group.and_then(|group| u8::try_from(group).ok()))
    }

    /// Whether everybody is shown.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }
}

/// People of one arm.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// The study.
    pub protocol: Protocol,
    /// The arm.
    pub arm: usize,
    people: Vec<Person>,
    outcomes: Vec<Outcome>,
    groups: [Groups; 4],
}

/// One person of a cohort.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Their place in the order of enrolment, from 0.
    pub place: usize,
    /// Who they are.
    pub candidate: &'a Candidate,
    /// What became of them.
    pub outcome: &'a Outcome,
}

/// A row of the table of subgroups.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// What people are divided by, as a place in [`FILTERS`].
    pub by: usize,
    /// The group.
    pub group: usize,
    /// People.
    pub n: u64,
    /// The share that got better.
    pub better: Option<Estimate>,
    /// The share with a severe event.
    pub severe: Option<Estimate>,
}

impl Cohort {
    /// The first people of a seed in an arm; none when screening admits hardly anybody.
    pub fn of(protocol: &Protocol, seed: Seed, arm: usize, n: usize) -> Option<Self> {
        let ready = Ready::new(protocol.clone());
        let people = ready.enrol(seed, n);
        let outcomes = ready.outcomes(&people, protocol.arms.get(arm)?);
        let groups = FILTERS.map(|by| Groups::new(by, protocol));
        (people.len() == n).then_some(Self {
            protocol: ready.protocol,
            arm,
            people,
            outcomes,
            groups,
        })
    }

    /// Everybody.
    pub fn everybody(&self) -> impl Iterator<Item = Member<'_>> {
        let pairs = self.people.iter().zip(&self.outcomes).enumerate();
        pairs.map(|(place, ((_, candidate, _), outcome))| Member { place, candidate, outcome })
    }

    /// The groups behind a filter.
    pub const fn groups(&self, by: usize) -> &Groups {
        &self.groups[by]
    }

    /// Those that a filter lets through, of the first `n`.
    pub fn chosen(&self, filter: Filter, n: usize) -> Vec<Member<'_>> {
        let fits = |member: &Member| {
            filter.0.iter().zip(&self.groups).all(|(group, groups)| {
                group.is_none_or(|group| groups.of(member.candidate, member.outcome) == group)
            })
        };
        self.everybody().take(n).filter(fits).collect()
    }

    /// How they ended, at most so many.
    pub fn fates(&self, members: &[Member], most: usize) -> Vec<Fate> {
        members.iter().take(most).map(|member| Fate::of(member.outcome, &self.protocol)).collect()
    }

    /// Weeks from the first day to the last.
    pub fn weeks(&self) -> usize {
        usize::from(self.protocol.horizon().0 / 7)
    }

    /// Observed scores by week.
    pub fn scores(&self, members: &[Member]) -> Vec<Histogram> {
        (0..=self.weeks())
            .map(|week| {
                let mut counts = vec![0; 61];
                for member in members {
                    if let Some(score) = member.outcome.weekly[week].get() {
                        counts[usize::from(score)] += 1;
                    }
                }
                Histogram(counts)
            })
            .collect()
    }

    /// For each week the people at each rung, then those who have left or stopped; a rung holds until the next session.
    pub fn rungs(&self, members: &[Member]) -> Vec<Vec<u64>> {
        let rungs = self.protocol.ladder.0.len();
        let mut weeks = vec![vec![0; rungs + 1]; self.weeks() + 1];
        for member in members {
            let mut now = None;
            for (week, counts) in weeks.iter_mut().enumerate() {
                let given = member.outcome.rungs[week];
                if given != u8::MAX {
                    now = Some(usize::from(given));
                }
                let end = ended(member.outcome).map_or(usize::MAX, |day| usize::from(day / 7));
                let place = if week > end { rungs } else { now.unwrap_or(rungs) };
                counts[place] += 1;
            }
        }
        weeks
    }

    /// Weight, kg, and usual exposure of a session, au h per volume unit, `F D / CL` at the mean dose given; of those with a
    /// session.
    pub fn exposures(&self, members: &[Member]) -> Vec<(f64, f64)> {
        let arm = &self.protocol.arms[self.arm];
        if arm.treatment != Treatment::Drug {
            return Vec::new();
        }
        let delivery = exposure::delivery(arm.route);
        let one = |member: &Member| {
            let given = member.outcome.given;
            let dose = member.outcome.dose / f64::from(given);
            let f = exposure::usual_bioavailability(member.candidate.z_f, delivery);
            (given > 0).then(|| (member.candidate.weight, f * dose / member.candidate.cl))
        };
        members.iter().filter_map(one).collect()
    }

    /// The table of subgroups, of these people.
    pub fn table(&self, members: &[Member]) -> Vec<GroupRow> {
        let mut rows = Vec::new();
        for (by, groups) in self.groups.iter().enumerate() {
            for group in 0..groups.n() {
                let inside = members
                    .iter()
                    .filter(|member| groups.of(member.candidate, member.outcome) == group);
                let fates: Vec<Fate> =
                    inside.map(|member| Fate::of(member.outcome, &self.protocol)).collect();
                let n = fates.len() as u64;
                let share = |has: fn(Fate) -> bool| {
                    let count = fates.iter().filter(|fate| has(**fate)).count() as u64;
                    (n > 0).then(|| Estimate::share(count, n))
                };
                rows.push(GroupRow {
                    by,
                    group,
                    n,
                    better: share(Fate::is_better),
                    severe: share(Fate::is_severe),
                });
            }
        }
        rows
    }
}

/// The day on which somebody left or stopped.
fn ended(outcome: &Outcome) -> Option<u16> {
    let left = outcome.left.map(|(day, _)| day.0);
    let stopped = outcome.stopped.map(|(day, _)| day.0);
    [left, stopped].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::scenario;
    use crate::scenario::library;

    fn cohort() -> Cohort {
        let entry = library::find("low-or-at-once").unwrap();
        let protocol = scenario::parse(entry.text).unwrap().protocol;
        Cohort::of(&protocol, Seed(1), 1, 300).unwrap()
    }

    #[test]
    fn the_groups_of_a_filter_share_out_everybody() {
        let cohort = cohort();
        for (by, groups) in cohort.groups.iter().enumerate() {
            let n = |group| cohort.chosen(Filter::default().turned(by, group), 300).len();
            assert_eq!((0..groups.n()).map(n).sum::<usize>(), 300);
        }
        let both = Filter::default().turned(0, 1).turned(1, 2);
        assert!(cohort.chosen(both, 300).len() < cohort.chosen(both.turned(1, 2), 300).len());
        assert!(both.turned(0, 1).turned(1, 2).is_open());
    }

    #[test]
    fn everybody_is_at_a_rung_or_gone_in_every_week() {
        let cohort = cohort();
        let members = cohort.chosen(Filter::default(), 300);
        let weeks = cohort.rungs(&members);
        assert_eq!(weeks.len(), 13);
        assert!(weeks.iter().all(|counts| counts.iter().sum::<u64>() == 300));
        let gone: Vec<u64> = weeks.iter().map(|counts| *counts.last().unwrap()).collect();
        assert!(gone.windows(2).all(|two| two[1] >= two[0]), "{gone:?}");
        assert_eq!(cohort.scores(&members)[0].n(), 300);
        let rows = cohort.table(&members);
        assert_eq!(rows.len(), 12);
        assert_eq!(rows.iter().filter(|row| row.by == 2).map(|row| row.n).sum::<u64>(), 300);
        assert!(cohort.exposures(&members).iter().all(|(_, exposure)| *exposure > 0.0));
    }
}
