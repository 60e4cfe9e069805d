//! Reads when people come: for every arm, and what an arm changes of it.

use toml::de::DeValue;

use super::fault::FaultKind;
use super::reader::Section;
use super::value::Whole;
use super::value::choose;
use super::value::or_never;
use super::value::wrong;
use crate::protocol::schedule::Branch;
use crate::protocol::schedule::Maintenance;
use crate::protocol::schedule::NonResponsePolicy;
use crate::protocol::schedule::RelapsePolicy;
use crate::protocol::schedule::Schedule;
use crate::protocol::schedule::Spacing;
use crate::protocol::schedule::Withdrawal;
use crate::unit::Days;

const INDUCTION: Whole =
    Whole { what: "an induction", range: "1 to 26 whole weeks", from: 1, to: 26 };

/// Intervals of maintenance, days.
const INTERVAL: Whole =
    Whole { what: "a maintenance interval", range: "1 to 84 whole days", from: 1, to: 84 };

/// Week of a withdrawal; stability is judged by four weeks.
const WITHDRAWAL: Whole = Whole { what: "a withdrawal", range: "in week 4 to 59", from: 4, to: 59 };

const BRANCHES: [(&str, Branch); 3] =
    [("randomise", Branch::Randomise), ("continue", Branch::Continue), ("stop", Branch::Stop)];

/// A schedule that remembers its ladder of intervals even while it does not use it: an arm may.
#[derive(Clone, Debug)]
pub(super) struct Visits {
    pub induction_weeks: u8,
    pub course: Course,
    pub intervals: Vec<Days>,
    pub spacing: Spacing,
    pub relapse: RelapsePolicy,
    pub non_response: NonResponsePolicy,
    pub withdraw_at: Option<Days>,
    pub branch: Branch,
}

/// The kind of maintenance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Course {
    None,
    Every(Days),
    Ladder,
}

/// `[schedule]` or `[arm.schedule]`: `base` with what the section changes.
pub(super) fn read(s: &mut Section, base: &Visits) -> Visits {
    let course = s.get("maintenance", base.course, course);
    let intervals = s.list("intervals", |value| INTERVAL.read(value).map(Days));
    let intervals = intervals.filter(|_| !s.faulted("intervals"));
    let spacings = [("stretch", Spacing::Stretch), ("hold", Spacing::Hold)];
    let relapses = [("rescue", RelapsePolicy::Rescue), ("continue", RelapsePolicy::Continue)];
    let non_responses =
        [("continue", NonResponsePolicy::Continue), ("stop", NonResponsePolicy::Stop)];
    let visits = Visits {
        induction_weeks: s.whole("induction-weeks", base.induction_weeks, &INDUCTION),
        course,
        intervals: intervals.unwrap_or_else(|| base.intervals.clone()),
        spacing: s.choice("spacing", base.spacing, &spacings),
        relapse: s.choice("relapse", base.relapse, &relapses),
        non_response: s.choice("non-response", base.non_response, &non_responses),
        withdraw_at: s.get("withdraw-at-week", base.withdraw_at, |value| {
            or_never(value, |value| WITHDRAWAL.read(value).map(|week: u16| Days(7 * week)))
        }),
        branch: s.choice("branch", base.branch, &BRANCHES),
    };
    if visits.withdraw_at.is_none() && !s.faulted("withdraw-at-week") {
        s.foreign("branch", "a study with withdraw-at-week", "there is none");
    }
    if course != Course::Ladder && !s.faulted("maintenance") {
        for name in ["intervals", "spacing"] {
            s.foreign(name, "maintenance = \"ladder\"", &words(course));
        }
    }
    visits
}

fn course(value: &DeValue) -> Result<Course, FaultKind> {
    match value {
        DeValue::String(word) => {
            choose(word, &[("ladder", Course::Ladder), ("none", Course::None)])
        }
        DeValue::Integer(_) => Ok(Course::Every(Days(INTERVAL.read(value)?))),
        other => Err(wrong("\"none\", \"ladder\" or a whole number of days", other)),
    }
}

fn words(course: Course) -> String {
    match course {
        Course::None => "maintenance = \"none\"".into(),
        Course::Ladder => "maintenance = \"ladder\"".into(),
        Course::Every(days) => format!("maintenance = {}", days.0),
    }
}

impl Visits {
    /// The schedule of an arm.
    pub fn schedule(&self) -> Schedule {
        Schedule {
            induction_weeks: self.induction_weeks,
            maintenance: match self.course {
                Course::None => Maintenance::None,
                Course::Every(days) => Maintenance::Every(days),
                Course::Ladder => {
                    Maintenance::Ladder { intervals: self.intervals.clone(), spacing: self.spacing }
                }
            },
            relapse: self.relapse,
            non_response: self.non_response,
            withdrawal: self.withdraw_at.map(|at| Withdrawal { at, branch: self.branch }),
        }
    }
}
