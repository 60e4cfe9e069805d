//! The reader's decisions, a line a visit: what was seen, and what was given on it.

use super::au;
use super::named;
use crate::clinic::Course;
use crate::clinic::Fact;
use crate::clinic::Seen;
use crate::clinic::Session;
use crate::clinic::Whose;
use crate::engine::hand::Check;
use crate::engine::log::Entry;
use crate::engine::log::Event;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::unit::Days;
use crate::words::log;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The study day.
    pub day: u16,
    /// The dose given, au; none: no session took place.
    pub dose: Option<String>,
    /// What was seen.
    pub text: String,
    /// Whether a severe event was told.
    pub severe: bool,
}

/// The visits of a course: everything of a day, in order of days. Check-ups on days of their own are visits too.
pub fn visits(course: &Course) -> impl Iterator<Item = (Days, &[Fact])> {
    course.facts.chunk_by(|a, b| a.day == b.day).map(|facts| (facts[0].day, facts)).filter(
        |(_, facts)| {
            facts.iter().any(|fact| !matches!(fact.seen, Seen::Score(_)))
                || facts
                    .iter()
                    .any(|fact| matches!(fact.seen, Seen::Score(Some(_))) && fact.day.0 > 1)
        },
    )
}

/// The log of a course, the last visit first.
pub fn lines(protocol: &Protocol, arm: &Arm, course: &Course) -> Vec<Line> {
    let baseline = course.baseline();
    let line = |(day, facts): (Days, &[Fact])| {
        let session = facts.iter().find_map(|fact| match fact.seen {
            Seen::Given(session) => Some(session),
            _ => None,
        });
        let text: Vec<String> =
            facts.iter().map(|fact| words(protocol, arm, fact, baseline)).collect();
        Line {
            day: day.0,
            dose: session.map(|session| au(&protocol.ladder, session.rung)),
            text: text.join("; "),
            severe: session.is_some_and(|session| session.worst() == 3),
        }
    };
    let mut lines: Vec<Line> = visits(course).map(line).collect();
    lines.reverse();
    lines
}

fn words(protocol: &Protocol, arm: &Arm, fact: &Fact, baseline: u8) -> String {
    let event = match fact.seen {
        Seen::Score(None) => return "check-up missed".to_owned(),
        Seen::Score(Some(score)) => return format!("score {score}"),
        Seen::Given(session) => return given(session),
        Seen::Missed => return "did not come".to_owned(),
        Seen::PutOff(Whose::Clinician) => return "no dose: put off by two days".to_owned(),
        Seen::Lost(Whose::Clinician) => return "no dose again: the session is lost".to_owned(),
        Seen::PutOff(Whose::Pressure) => {
            return format!("{}: put off by two days", log::pressure(arm));
        }
        Seen::Lost(Whose::Pressure) => return format!("{} again: no session", log::pressure(arm)),
        Seen::Stopped(crate::engine::outcome::Stopping::Rule) => {
            return "treatment stopped".to_owned();
        }
        Seen::Noted(note) => Event::Noted(note),
        Seen::Stopped(why) => Event::Stopped(why),
        Seen::Left(why) => Event::Left(why),
    };
    let entry = Entry { day: fact.day, event };
    log::seen(protocol, arm, &entry, baseline).unwrap_or_default()
}

/// "nothing told", "asked: moderate nausea told".
fn given(session: Session) -> String {
    let told =
        named(session).map_or_else(|| "nothing told".to_owned(), |events| format!("{events} told"));
    let asked = match session.check {
        Check::Ask => "asked: ",
        Check::Usual => "",
    };
    let serious = if session.serious { "; a serious event" } else { "" };
    format!("{asked}{told}{serious}")
}
