//! Benefit, harm and burden of one course, and their sums over people.

use super::Course;
use super::Seen;
use crate::endpoint::Fate;
use crate::engine::log::Event;
use crate::engine::observed::is_response;
use crate::engine::outcome::Leaving;
use crate::engine::witness::Attendance;
use crate::protocol::Protocol;
use crate::story::Course as Turn;
use crate::story::Story;
use crate::unit::Days;

/// Benefit, harm and burden of one course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// How it ended.
    pub fate: Fate,
    /// The score at the start and the last one seen.
    pub score: (u8, u8),
    /// Whether somebody saw the person on the last day; who was not seen does not count as better.
    pub seen_last: bool,
    /// Severe events: those that happened, or as long as that is unknown those that were told.
    pub severe: usize,
    /// Moderate and severe events that nobody reported; none as long as that is unknown.
    pub untold: Option<usize>,
    /// Days on which the person came.
    pub visits: usize,
    /// Changes of dose.
    pub changes: usize,
    /// Why and when the person left.
    pub left: Option<(Days, Leaving)>,
}

/// The same of several people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many people.
    pub people: usize,
    /// People who got better.
    pub better: usize,
    /// People with a severe event.
    pub harmed: usize,
    /// Severe events.
    pub severe: usize,
    /// Moderate and severe events that nobody reported; none as long as that is unknown.
    pub untold: Option<usize>,
    /// People who left early.
    pub left: usize,
    /// Visits of all of them.
    pub visits: usize,
    /// Changes of dose of all of them.
    pub changes: usize,
}

impl Count {
    /// Of a course as far as it could be seen.
    pub fn seen(course: &Course, protocol: &Protocol) -> Self {
        let left = course.facts.iter().find_map(|fact| match fact.seen {
            Seen::Left(why) if fact.day < protocol.horizon() => Some((fact.day, why)),
            _ => None,
        });
        let start = course.baseline();
        let last_day = course.scores().find(|(day, _)| *day == protocol.horizon());
        let better = last_day.and_then(|(_, score)| score).map(|score| is_response(start, score));
        let kinds = || course.sessions().flat_map(|(_, session)| session.told);
        let severe = kinds().filter(|grade| *grade == 3).count();
        let came = course.facts.iter().filter(|fact| {
            let absent = matches!(fact.seen, Seen::Missed | Seen::Score(None));
            !absent && !matches!(fact.seen, Seen::Noted(_) | Seen::Stopped(_) | Seen::Left(_))
        });
        let mut days: Vec<Days> = came.map(|fact| fact.day).collect();
        days.dedup();
        let rungs: Vec<u8> = course.sessions().map(|(_, session)| session.rung.0).collect();
        Self {
            fate: fate(better == Some(true), severe > 0, left.is_some()),
            score: (start, course.last_score().map_or(start, |(_, score)| score)),
            seen_last: better.is_some(),
            severe,
            untold: None,
            visits: days.len(),
            changes: rungs.windows(2).filter(|two| two[0] != two[1]).count(),
            left,
        }
    }

    /// Of a course as it truly was.
    pub fn of(story: &Story, protocol: &Protocol) -> Self {
        let start = story.outcome.baseline();
        let (severe, _) = story.severe();
        let sessions = story.visits.iter().filter_map(|visit| visit.given());
        let kinds = sessions.flat_map(|given| given.truth.into_iter().zip(given.detected));
        let untold = kinds.filter(|(truth, told)| *truth >= 2 && *told == 0).count();
        let changed = |turn: &Turn| matches!(turn, Turn::Up | Turn::Down);
        let turns = story.visits.iter().map(|visit| visit.course);
        let left = story.outcome.left.filter(|(day, _)| *day < protocol.horizon());
        Self {
            fate: Fate::of(&story.outcome, protocol),
            score: (start, story.last_score().map_or(start, |(_, score)| score)),
            seen_last: story.last_score().is_some_and(|(day, _)| day == protocol.horizon()),
            severe,
            untold: Some(untold),
            visits: came(story),
            changes: turns.filter(changed).count(),
            left,
        }
    }
}

/// Days on which a person came: to a check-up or to a session, given or not.
fn came(story: &Story) -> usize {
    let check_ups = story.check_ups.iter().filter(|(_, score)| score.is_some());
    let present = |event: &Event| matches!(event, Event::Attended(_, attendance) if *attendance != Attendance::Missed);
    let sessions = story.visits.iter().filter(|visit| visit.events.iter().any(present));
    let mut days: Vec<Days> =
        check_ups.map(|(day, _)| *day).chain(sessions.map(|visit| visit.day)).collect();
    days.sort_unstable();
    days.dedup();
    days.len()
}

const fn fate(better: bool, severe: bool, left: bool) -> Fate {
    match (better, severe, left) {
        (true, false, _) => Fate::Better,
        (true, true, _) => Fate::BetterSevere,
        (false, true, false) => Fate::Severe,
        (false, true, true) => Fate::SevereLeft,
        (false, false, false) => Fate::Neither,
        (false, false, true) => Fate::Left,
    }
}

impl Total {
    /// The sums of some people.
    pub fn of(counts: &[Count]) -> Self {
        let people = |test: fn(Fate) -> bool| counts.iter().filter(|it| test(it.fate)).count();
        let untold: Option<Vec<usize>> = counts.iter().map(|it| it.untold).collect();
        Self {
            people: counts.len(),
            better: people(Fate::is_better),
            harmed: people(Fate::is_severe),
            severe: counts.iter().map(|it| it.severe).sum(),
            // Of nobody nothing is known yet.
            untold: untold.filter(|all| !all.is_empty()).map(|all| all.into_iter().sum()),
            left: counts.iter().filter(|it| it.left.is_some()).count(),
            visits: counts.iter().map(|it| it.visits).sum(),
            changes: counts.iter().map(|it| it.changes).sum(),
        }
    }
}
