//! Who watches a simulated life: a tally watches nothing but the end, a record or a decision log watches every visit.

use super::adverse::Grade;
use super::observed::Observed;
use super::titrate::Decision;
use crate::protocol::arm::Rung;
use crate::unit::Days;

/// What became of a due session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attendance {
    /// The person did not come.
    Missed,
    /// Blood pressure was too high; put off by two days.
    Held,
    /// Blood pressure was too high a second time.
    Lost,
    /// It was given.
    Given(Given),
}

/// A session that was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// Dose, au, after weight and route.
    pub dose: f64,
    /// Relative peak `x`.
    pub x: f64,
    /// True grades by kind.
    pub truth: [Grade; 4],
    /// Detected grades by kind.
    pub detected: [Grade; 4],
    /// Whether something moderate or worse outlasted the observation.
    pub unobserved: bool,
    /// Whether a serious event happened.
    pub serious: bool,
}

/// Somebody who is told as it happens. Every method does nothing unless implemented.
pub trait Witness {
    /// An assessment was due: the score, or none when it was missed.
    fn assessed(&mut self, _day: Days, _score: Option<u8>) {}
    /// A session was due.
    fn attended(&mut self, _day: Days, _rung: Rung, _attendance: &Attendance) {}
    /// A clinician decided on what was seen.
    fn decided(&mut self, _day: Days, _seen: &Observed, _decision: &Decision) {}
    /// The latent score at the end of a week; nobody in the study can see it.
    fn latent(&mut self, _day: Days, _score: f64) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Witness for Nobody {}
