//! What is left to count of one person under one arm. Fixed size: nothing is allocated per person.

use super::adverse::Grade;
use super::grades::Counts;
use super::observed::is_remission;
use super::observed::is_response;
use crate::protocol::world::UtilityWeights;
use crate::unit::Days;

/// Assessments that a study can hold at most: one a week for 60 weeks, and day 0.
pub const MOST_WEEKS: usize = 61;

/// Why somebody left the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Lack of efficacy.
    LackOfEfficacy,
    /// An adverse event.
    AdverseEvent,
    /// Anything else.
    Administrative,
}

/// Why treatment stopped while the study went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopping {
    /// Two worse scores in a row.
    Worsening,
    /// Too many severe events detected.
    SevereEvents,
    /// A serious event.
    SeriousEvent,
    /// Misuse was detected.
    Misuse,
    /// No response at the end of the induction.
    NonResponse,
    /// The planned course was over.
    CourseEnded,
    /// The titration rule said so.
    Rule,
    /// Chosen to stop on the day of withdrawal.
    Withdrawn,
}

/// Whether treatment stopped as its protocol had planned.
pub const fn is_planned_end(why: Stopping) -> bool {
    matches!(why, Stopping::CourseEnded | Stopping::Withdrawn)
}

/// How somebody was stable on the day of withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stable {
    /// At least 3 of the last 4 weekly scores in remission.
    Remitter,
    /// Not that, but a response at the last two.
    Responder,
}

/// What became of somebody stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continuation {
    /// Treatment went on.
    Continues,
    /// Treatment stopped.
    Stops,
}

/// A score, or that it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreCell(u8);

impl ScoreCell {
    /// No score.
    pub const MISSING: Self = Self(u8::MAX);

    /// A score.
    pub const fn seen(score: u8) -> Self {
        Self(score)
    }

    /// The score, if there is one.
    pub const fn get(self) -> Option<u8> {
        if self.0 == u8::MAX { None } else { Some(self.0) }
    }
}

/// What happened to one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Score of day 1.
    pub day_one: ScoreCell,
    /// Scores of days 0, 7, 14, ...; missing where no assessment was due.
    pub weekly: [ScoreCell; MOST_WEEKS],
    /// Rung of the last session given in each week; `u8::MAX` where none was.
    pub rungs: [u8; MOST_WEEKS],
    /// True events by kind and grade (mild, moderate, severe).
    pub events: Counts,
    /// Detected events by kind and grade.
    pub detected: Counts,
    /// Sessions with something moderate or worse after people had left.
    pub unobserved: u16,
    /// Serious events.
    pub serious: u16,
    /// Day of the onset of misuse.
    pub misuse: Option<Days>,
    /// Day on which it was detected.
    pub misuse_seen: Option<Days>,
    /// Day and reason of leaving the study.
    pub left: Option<(Days, Leaving)>,
    /// Day and reason of stopping treatment.
    pub stopped: Option<(Days, Stopping)>,
    /// Day of the first relapse.
    pub relapse: Option<Days>,
    /// Day of the first relapse after the landmark of the schedule: the end of the induction, or the day of withdrawal.
    pub relapse_later: Option<Days>,
    /// Rescues started.
    pub rescues: u16,
    /// How somebody was stable on the day of withdrawal, and what became of them.
    pub stable: Option<(Stable, Continuation)>,
    /// Day of the first event that was truly moderate or worse.
    pub moderate: Option<Days>,
    /// Day on which an event of moderate or worse was first detected.
    pub moderate_seen: Option<Days>,
    /// Sessions put off or lost although the usual pressure lies below the limit: false alarms.
    pub false_holds: u16,
    /// Whether treatment stopped for worsening or non-response that the latent score does not show: a false alarm.
    pub false_stop: bool,
    /// Latent score on the last day.
    pub latent: f64,
    /// Sessions given.
    pub given: u16,
    /// Sessions missed.
    pub missed: u16,
    /// Sessions put off.
    pub held: u16,
    /// Sessions lost.
    pub lost: u16,
    /// Sum of doses given, au.
    pub dose: f64,
    /// Cost, cu.
    pub cost: f64,
    /// Hours spent.
    pub hours: f64,
    /// Sum over days 0, 7, ..., T of `clamp((B - L)/B, -1, 1)`.
    pub benefit: f64,
}

impl Outcome {
    /// Nothing has happened yet.
    pub fn new() -> Self {
        Self {
            day_one: ScoreCell::MISSING,
            weekly: [ScoreCell::MISSING; MOST_WEEKS],
            rungs: [u8::MAX; MOST_WEEKS],
            events: Counts::NONE,
            detected: Counts::NONE,
            unobserved: 0,
            serious: 0,
            misuse: None,
            misuse_seen: None,
            left: None,
            stopped: None,
            relapse: None,
            relapse_later: None,
            rescues: 0,
            stable: None,
            moderate: None,
            moderate_seen: None,
            false_holds: 0,
            false_stop: false,
            latent: 0.0,
            given: 0,
            missed: 0,
            held: 0,
            lost: 0,
            dose: 0.0,
            cost: 0.0,
            hours: 0.0,
            benefit: 0.0,
        }
    }

    /// The score of day 0, always observed.
    pub fn baseline(&self) -> u8 {
        self.weekly[0].get().unwrap_or(0)
    }

    /// The observed score of day 1 or of a day that ends a week.
    pub fn score(&self, day: Days) -> Option<u8> {
        match day.0 {
            1 => self.day_one.get(),
            day if day % 7 == 0 => self.weekly.get(usize::from(day / 7))?.get(),
            _ => None,
        }
    }

    /// The rung of the last session given in a week.
    pub fn rung(&self, week: usize) -> Option<u8> {
        Some(self.rungs[week]).filter(|rung| *rung != u8::MAX)
    }

    /// Change from baseline of an observed score.
    pub fn change(&self, day: Days) -> Option<f64> {
        self.score(day).map(|score| f64::from(score) - f64::from(self.baseline()))
    }

    /// Response of an observed score.
    pub fn response(&self, day: Days) -> Option<bool> {
        self.score(day).map(|score| is_response(self.baseline(), score))
    }

    /// Remission of an observed score.
    pub fn remission(&self, day: Days) -> Option<bool> {
        self.score(day).map(is_remission)
    }

    /// Whether the person left before the last day, for any reason or for one.
    pub fn left_early(&self, horizon: Days, reason: Option<Leaving>) -> bool {
        self.left.is_some_and(|(day, why)| day < horizon && reason.is_none_or(|r| r == why))
    }

    /// Events of a grade, of all kinds.
    pub fn count(&self, grade: Grade) -> u16 {
        self.events.of_grade(grade)
    }

    /// Events detected of a grade, of all kinds.
    pub fn count_detected(&self, grade: Grade) -> u16 {
        self.detected.of_grade(grade)
    }

    /// Response at the last two scores that were observed up to a day; none when there are no two after day 0.
    pub fn sustained_response(&self, horizon: Days) -> Option<bool> {
        let mut seen = self.weekly[1..=usize::from(horizon.0 / 7)]
            .iter()
            .rev()
            .filter_map(|score| score.get());
        let (last, before) = (seen.next()?, seen.next()?);
        Some([last, before].into_iter().all(|score| is_response(self.baseline(), score)))
    }

    /// Whether any event of a kind truly happened.
    pub fn happened(&self, kind: usize) -> bool {
        self.events.any(kind)
    }

    /// Whether any event of a kind was detected.
    pub fn reported(&self, kind: usize) -> bool {
        self.detected.any(kind)
    }

    /// The utility: `w mean benefit - .3 mild - 1.5 moderate - 10 severe - 60 SAE - 40 misuse - .1 hours`.
    ///
    /// Weights are the scenario's, defaults above with w = 100; changing them changes which protocol comes first.
    pub fn utility(&self, weights: &UtilityWeights, horizon: Days) -> f64 {
        let weeks = f64::from(horizon.0 / 7 + 1);
        let misuse = if self.misuse.is_some() { weights.misuse.get() } else { 0.0 };
        weights.benefit.get() * self.benefit / weeks
            - weights.mild.get() * f64::from(self.count(1))
            - weights.moderate.get() * f64::from(self.count(2))
            - weights.severe.get() * f64::from(self.count(3))
            - weights.serious.get() * f64::from(self.serious)
            - misuse
            - weights.hour.get() * self.hours
    }
}

impl Default for Outcome {
    fn default() -> Self {
        Self::new()
    }
}
