//! How people are watched: assessments, checks and the rules that stop a person's treatment (model, section 10).

use serde::Deserialize;
use serde::Serialize;

use crate::unit::Days;
use crate::unit::Hours;
use crate::unit::Pressure;

/// A monitoring protocol.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Monitoring {
    /// Days between assessments: 7, 14 or 28.
    pub assess_every: Days,
    /// Whether there is an assessment on day 1.
    pub day_1: DayOne,
    /// Hours of observation after a session.
    pub observe: Hours,
    /// Blood pressure check before a session; the session is held at or above this. None: no check.
    pub hold_at: Option<Pressure>,
    /// How adverse events come to light.
    pub elicitation: Elicitation,
    /// Days between misuse screens. None: never.
    pub screen_every: Option<Days>,
    /// Stop treatment after this many detected severe events. None: never.
    pub stop_after_severe: Option<u8>,
    /// What two worse scores in a row lead to.
    pub worsening: WorseningPolicy,
    /// What a severe event at the last session leads to.
    pub tolerability: TolerabilityPolicy,
}

/// Whether the first effect is measured the day after the first session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOne {
    /// An extra assessment on day 1; it is recorded and drives nothing.
    Assess,
    /// None.
    Skip,
}

/// How symptomatic adverse events come to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Elicitation {
    /// People say so by themselves.
    Spontaneous,
    /// People are asked, with a questionnaire.
    Solicited,
}

/// What two scores of at least 125 % of baseline in a row lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorseningPolicy {
    /// Treatment goes on.
    Continue,
    /// Treatment stops.
    Stop,
}

/// What a detected severe event at the last session leads to, before the titration rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TolerabilityPolicy {
    /// Nothing.
    Continue,
    /// One rung down, and that rung is the person's ceiling from then on (`tolred` in the model).
    Reduce,
}
