//! What a clinician can see of a person in treatment. A titration rule gets this and nothing else: no latent value has
//! a way in.

use super::adverse::Grade;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Report;
use crate::unit::Days;

/// How much care a person is under from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// As the arm says.
    Usual,
    /// Two rungs lower, and asked about adverse events: a known risk flag.
    Caution,
}

/// What has been seen so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// Prior treatment, from the history taken at screening.
    pub prior: PriorTreatment,
    /// Care from the start.
    pub care: Care,
    /// Baseline score `Y0`.
    pub baseline: u8,
    /// Last observed score `Ylast`: of day 0 or of a day after day 1.
    pub last: u8,
    /// Worst detected grade of the last session given, `g`.
    pub grade: Grade,
    /// Sessions given since the last change of rung, `n`.
    pub since_change: u16,
    /// Weeks completed since the first session.
    pub week: u16,
    /// The current rung.
    pub rung: Rung,
    /// The person's own ceiling.
    pub ceiling: Rung,
    /// Where treatment stands.
    pub phase: Phase,
    /// Assessments in a row that showed at least 50 % improvement.
    pub good_in_a_row: u8,
    /// Assessments in a row that count towards a relapse.
    pub relapsing_in_a_row: u8,
    /// Assessments in a row at 125 % of baseline or above.
    pub worse_in_a_row: u8,
    /// Whether a response was observed at an earlier assessment.
    pub has_responded: bool,
    /// Severe events detected so far, each kind of each session counted once.
    pub severe_detected: u16,
}

/// From this score on somebody who has responded may be relapsing.
const RELAPSE_SCORE: u8 = 22;

/// Whether visits count towards a relapse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relapses {
    /// They do.
    Count,
    /// Not yet.
    NotYet,
}

/// What an assessment brings to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The second relapsing score in a row.
    pub relapse: bool,
    /// The second worse score in a row.
    pub worsening: bool,
}

impl Observed {
    /// What is known before the first assessment.
    pub fn at_screening(prior: PriorTreatment, care: Care, ceiling: Rung) -> Self {
        Self {
            prior,
            care,
            baseline: 0,
            last: 0,
            grade: 0,
            since_change: 0,
            week: 0,
            rung: Rung(0),
            ceiling,
            phase: Phase::Induction,
            good_in_a_row: 0,
            relapsing_in_a_row: 0,
            worse_in_a_row: 0,
            has_responded: false,
            severe_detected: 0,
        }
    }

    /// Improvement since baseline, `(Y0 - Ylast) / max(Y0, 1)`; 1 is all symptoms gone.
    pub fn improvement(&self) -> f64 {
        improvement(self.baseline, self.last)
    }

    /// The worst event detected at the last session given.
    pub const fn report(&self) -> Report {
        Report::ALL[if self.grade < 3 { self.grade as usize } else { 3 }]
    }

    /// Takes in an observed score of day 0 or of a day after day 1; a missed assessment changes nothing.
    ///
    /// A relapse restarts its count at 0 and asks for no new response.
    ///
    /// Before the day of withdrawal of such a design no visit counts towards a relapse.
    pub fn take_in(&mut self, (day, score): (Days, u8), relapses: Relapses) -> Findings {
        self.last = score;
        if day.0 == 0 {
            self.baseline = score;
            return Findings { relapse: false, worsening: false };
        }
        let relapsing = relapses == Relapses::Count && self.has_responded && score >= RELAPSE_SCORE;
        let relapse = count(&mut self.relapsing_in_a_row, relapsing) >= 2;
        if relapse {
            self.relapsing_in_a_row = 0;
        }
        let worse = 4 * u16::from(score) >= 5 * u16::from(self.baseline);
        let worsening = count(&mut self.worse_in_a_row, worse) >= 2;
        let response = is_response(self.baseline, score);
        count(&mut self.good_in_a_row, response && self.baseline > 0);
        self.has_responded |= response;
        Findings { relapse, worsening }
    }
}

fn count(in_a_row: &mut u8, again: bool) -> u8 {
    *in_a_row = if again { in_a_row.saturating_add(1) } else { 0 };
    *in_a_row
}

/// Improvement from one score to another, `(Y0 - Y) / max(Y0, 1)`.
pub fn improvement(baseline: u8, score: u8) -> f64 {
    (f64::from(baseline) - f64::from(score)) / f64::from(baseline.max(1))
}

/// Response: the observed score is at most half of baseline.
pub const fn is_response(baseline: u8, score: u8) -> bool {
    2 * score as u16 <= baseline as u16
}

/// Remission: the observed score is 12 or less.
pub const fn is_remission(score: u8) -> bool {
    score <= 12
}
