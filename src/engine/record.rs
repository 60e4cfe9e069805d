//! A person's whole course, day by day: the truth and what was seen of it. For people who look closely, and for tests.

use serde::Serialize;
use serde::Serializer;

use super::candidate;
use super::candidate::Candidate;
use super::life;
use super::observed::Care;
use super::outcome::Leaving;
use super::outcome::Outcome;
use super::outcome::Stopping;
use super::screening;
use super::screening::Exclusion;
use super::screening::Verdict;
use super::table::Tables;
use super::witness::Attendance;
use super::witness::Witness;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::stream::Key;
use crate::stream::Seed;
use crate::unit::Days;

/// One candidate, and the course if enrolled. Serialises to one object; field names are those of the record files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Index in the pool.
    pub pid: u64,
    /// Severity class, 0 mild to 2 severe.
    pub sev: u8,
    /// Prior treatment, 0 none, 1 partial, 2 non-response.
    pub prior: u8,
    /// Trait score.
    #[serde(rename = "B", serialize_with = "shortest")]
    pub b: f64,
    /// Weight, kg.
    #[serde(rename = "W", serialize_with = "shortest")]
    pub w: f64,
    /// Co-medication, 0 none, 1 A, 2 B.
    pub con: u8,
    /// Metaboliser factor.
    #[serde(serialize_with = "shortest")]
    pub met: f64,
    /// Risk flags: blood pressure, psychosis-like, substance history.
    pub flags: [bool; 3],
    /// Screening score.
    pub y_screen: u8,
    /// `enrolled` or the reason of exclusion.
    pub screen: &'static str,
    /// The course, for those enrolled.
    #[serde(flatten)]
    pub course: Option<Course>,
}

/// The course of somebody enrolled.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Course {
    /// Assessments: day and score, or none when missed.
    pub y: Vec<(u16, Option<u8>)>,
    /// Every due session.
    pub sessions: Vec<Session>,
    /// Day and reason of leaving.
    pub dropout: Option<(u16, &'static str)>,
    /// Day and reason of stopping treatment.
    pub stopped: Option<(u16, &'static str)>,
    /// Day of the first relapse.
    pub relapse: Option<u16>,
    /// Rescues started.
    pub rescues: u16,
    /// Day of the onset of misuse.
    pub misuse: Option<u16>,
    /// Day on which it was detected.
    pub misuse_seen: Option<u16>,
    /// Cost, cu.
    #[serde(serialize_with = "shortest")]
    pub cost: f64,
    /// Hours spent.
    #[serde(serialize_with = "shortest")]
    pub hours: f64,
    /// Utility.
    #[serde(serialize_with = "shortest")]
    pub utility: f64,
    /// Latent score on days 0, 7, ..., T.
    pub latent: Vec<f64>,
}

/// A due session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// Study day.
    pub day: u16,
    /// Dose of the rung, au.
    #[serde(serialize_with = "shortest")]
    pub level: f64,
    /// `given`, `missed`, `held` or `lost`.
    pub status: &'static str,
    /// What a session given did.
    #[serde(flatten)]
    pub given: Option<Given>,
}

/// What a session given did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Given {
    /// Dose, au, after weight and route.
    #[serde(serialize_with = "shortest")]
    pub dose: f64,
    /// Relative peak.
    #[serde(serialize_with = "shortest")]
    pub x: f64,
    /// True grades.
    #[serde(rename = "true")]
    pub truth: [u8; 4],
    /// Detected grades.
    pub detected: [u8; 4],
    /// Serious event.
    pub sae: bool,
}

/// Writes whole numbers without a decimal point, as the record files do.
#[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
// Not `expect`: on wasm a pointer is narrower than the number, and the lint has nothing to say.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn shortest<S: Serializer>(x: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if x.fract() == 0.0 && x.abs() < 9e15 {
        serializer.serialize_i64(*x as i64)
    } else {
        serializer.serialize_f64(*x)
    }
}

/// Writes down what happens.
struct Scribe<'a> {
    ladder: &'a DoseLadder,
    course: Course,
}

impl Witness for Scribe<'_> {
    fn assessed(&mut self, day: Days, score: Option<u8>) {
        self.course.y.push((day.0, score));
    }

    fn attended(&mut self, day: Days, rung: Rung, attendance: &Attendance) {
        let (status, given) = match attendance {
            Attendance::Missed => ("missed", None),
            Attendance::Held => ("held", None),
            Attendance::Lost => ("lost", None),
            Attendance::Given(given) => ("given", Some(given)),
        };
        self.course.sessions.push(Session {
            day: day.0,
            level: self.ladder.dose(rung),
            status,
            given: given.map(|given| Given {
                dose: given.dose,
                x: given.x,
                truth: given.truth,
                detected: given.detected,
                sae: given.serious,
            }),
        });
    }

    fn latent(&mut self, _day: Days, score: f64) {
        self.course.latent.push(score);
    }
}

/// The record of one candidate of the pool under an arm.
pub fn record(
    protocol: &Protocol,
    tables: &Tables,
    arm: &Arm,
    (seed, replicate): (Seed, u64),
    pid: u64,
) -> Record {
    let person = candidate::draw(&protocol.population, Key::new(seed, replicate, pid));
    let (screen, care) = match screening::screen(&protocol.screening, &person) {
        Verdict::Enrolled => ("enrolled", Some(Care::Usual)),
        Verdict::Caution => ("enrolled", Some(Care::Caution)),
        Verdict::Excluded(Exclusion::Score) => ("score", None),
        Verdict::Excluded(Exclusion::Pressure) => ("bp", None),
        Verdict::Excluded(Exclusion::Psychosis) => ("psychosis", None),
        Verdict::Excluded(Exclusion::Substance) => ("substance", None),
    };
    let course = care.map(|care| course(protocol, tables, arm, (&person, care)));
    Record {
        pid,
        sev: person.severity as u8,
        prior: person.prior as u8,
        b: person.b,
        w: person.weight,
        con: person.comedication as u8,
        met: person.metaboliser,
        flags: [person.flags.pressure, person.flags.psychosis, person.flags.substance],
        y_screen: screening::score(&protocol.screening, &person),
        screen,
        course,
    }
}

fn course(protocol: &Protocol, tables: &Tables, arm: &Arm, person: (&Candidate, Care)) -> Course {
    let mut scribe = Scribe { ladder: &protocol.ladder, course: Course::default() };
    let outcome = life::run(protocol, tables, arm, person, &mut scribe);
    close(scribe.course, &outcome, protocol)
}

fn close(course: Course, outcome: &Outcome, protocol: &Protocol) -> Course {
    let day = |days: Days| days.0;
    Course {
        dropout: outcome.left.map(|(days, why)| (days.0, leaving(why))),
        stopped: outcome.stopped.map(|(days, why)| (days.0, stopping(why))),
        relapse: outcome.relapse.map(day),
        rescues: outcome.rescues,
        misuse: outcome.misuse.map(day),
        misuse_seen: outcome.misuse_seen.map(day),
        cost: outcome.cost,
        hours: outcome.hours,
        utility: outcome.utility(&protocol.world.utility, protocol.horizon),
        ..course
    }
}

const fn leaving(why: Leaving) -> &'static str {
    match why {
        Leaving::LackOfEfficacy => "loe",
        Leaving::Administrative => "admin",
        Leaving::AdverseEvent => "ae",
    }
}

const fn stopping(why: Stopping) -> &'static str {
    match why {
        Stopping::Worsening => "worsening",
        Stopping::SevereEvents => "severe",
        Stopping::SeriousEvent => "sae",
        Stopping::Misuse => "misuse",
        Stopping::NonResponse => "non-response",
        Stopping::CourseEnded => "course ended",
        Stopping::Rule => "rule",
        Stopping::Withdrawn => "withdrawn",
    }
}
