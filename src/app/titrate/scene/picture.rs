//! The course in the form that the timeline takes: while it is lived what was seen, at the end what was true beside it.

use super::Scene;
use crate::app::titrate::Titrating;
use crate::chart::Chart;
use crate::chart::plot::Width;
use crate::chart::slot::Slot;
use crate::chart::timeline;
use crate::chart::timeline::Dose;
use crate::chart::timeline::Life;
use crate::chart::timeline::Looks;
use crate::chart::timeline::Mark;
use crate::chart::timeline::Sign;
use crate::chart::timeline::Timeline;
use crate::chart::timeline::Unreported;
use crate::clinic::Clinic;
use crate::clinic::Course;
use crate::clinic::Seen;
use crate::story::Story;
use crate::unit::Days;
use crate::words::titrate;
use crate::words::titrate::Word;
use crate::words::watch::Word as Watch;

/// The most lines of rules in one picture.
const LINES: usize = 4;

/// A score line of a rule.
struct Twin {
    slot: Slot,
    scores: Vec<(u16, Option<u8>)>,
    end: (String, String),
    name: String,
}

/// Everything that is drawn.
pub(super) struct Drawn {
    scores: Vec<(u16, Option<u8>)>,
    end: (String, String),
    twins: Vec<Twin>,
    reported: Vec<Mark>,
    untold: Vec<Mark>,
    spans: Vec<(u16, u16)>,
    doses: Vec<Dose>,
    marked: Option<(u16, f64)>,
    target: (String, String),
    caption: String,
}

impl Drawn {
    pub(super) fn of(scene: &Scene, clinic: &Clinic, titrating: &Titrating) -> Self {
        let (course, protocol) = (&scene.course, clinic.protocol());
        let own = scene.truth.as_ref().map(|truth| &truth.own);
        let baseline = course.baseline();
        let marked = scene.awaiting().and_then(|(day, seen)| {
            let rung = titrating.marked.act.rung(seen.rung, protocol.ladder.top())?;
            Some((day.0, protocol.ladder.dose(rung)))
        });
        Self {
            scores: plain(course.scores()),
            end: titrate::end(course),
            twins: twins(scene, clinic),
            reported: course.facts.iter().filter_map(|fact| mark(fact.day, fact.seen)).collect(),
            untold: own.map_or_else(Vec::new, untold),
            spans: own.map_or_else(Vec::new, |own| {
                own.missed_between(protocol.horizon()).iter().map(|(a, b)| (a.0, b.0)).collect()
            }),
            doses: doses(course, clinic),
            marked,
            target: (titrate::target(baseline), Watch::ShortTarget.en().to_owned()),
            caption: titrate::caption(titrating.at(), clinic.cast.seed.0),
        }
    }

    pub(super) fn chart(&self, scene: &Scene, clinic: &Clinic, width: Width) -> Chart {
        let protocol = clinic.protocol();
        let mut lives = vec![Life {
            slot: Slot::R,
            looks: Looks::You,
            scores: &self.scores,
            end: (&self.end.0, &self.end.1),
            name: Word::You.en(),
        }];
        lives.extend(self.twins.iter().map(|twin| Life {
            slot: twin.slot,
            looks: Looks::Ghost,
            scores: &twin.scores,
            end: (&twin.end.0, &twin.end.1),
            name: &twin.name,
        }));
        let today = scene.awaiting().map(|(day, _)| day.0);
        let timeline = Timeline {
            days: protocol.horizon().0,
            lives: &lives,
            reported: &self.reported,
            unreported: match scene.truth {
                Some(_) => Unreported::Shown(&self.untold, &self.spans),
                None => Unreported::Hidden,
            },
            doses: &self.doses,
            marked: self.marked,
            top: protocol.ladder.dose(protocol.ladder.top()),
            target: Some(0.5 * f64::from(scene.course.baseline())),
            lived: today,
            visits: &[],
            chosen: today,
            words: self.words(),
        };
        timeline::timeline(&timeline, width)
    }

    fn words(&self) -> timeline::Words<'_> {
        timeline::Words {
            rows: [Word::RowScore, Word::RowReported, Word::RowNobody, Word::RowDose].map(Word::en),
            hidden: Word::Hidden.en(),
            unlived: Word::Unlived.en(),
            day: Word::Today.en(),
            week: Word::Week.en(),
            target: (&self.target.0, &self.target.1),
            caption: &self.caption,
            signs: Watch::SIGNS.map(Watch::en),
        }
    }
}

fn plain(scores: impl Iterator<Item = (Days, Option<u8>)>) -> Vec<(u16, Option<u8>)> {
    scores.map(|(day, score)| (day.0, score)).collect()
}

/// The same person under the rules that have a colour, once the truth is told.
fn twins(scene: &Scene, clinic: &Clinic) -> Vec<Twin> {
    let Some(truth) = &scene.truth else { return Vec::new() };
    let lettered = scene.lettered(clinic).into_iter().take(LINES);
    let twin = |(place, arm, slot): (usize, usize, Slot)| {
        let story: &Story = truth.twins.get(place)?;
        let last = story.last_score().map_or(0, |(_, score)| score);
        Some(Twin {
            slot,
            scores: plain(story.check_ups.iter().copied()),
            end: titrate::twin_end(slot.letter(), last),
            name: clinic.protocol().arms[arm].name.clone(),
        })
    };
    lettered.filter_map(twin).collect()
}

fn mark(day: Days, seen: Seen) -> Option<Mark> {
    let sign = match seen {
        Seen::Given(session) => Sign::of(session.worst()),
        Seen::Missed | Seen::PutOff(_) | Seen::Lost(_) => Sign::NoVisit,
        Seen::Score(_) | Seen::Noted(_) | Seen::Stopped(_) | Seen::Left(_) => return None,
    };
    Some(Mark { day: day.0, sign })
}

fn untold(own: &Story) -> Vec<Mark> {
    let events = own.visits.iter().filter(|visit| visit.unreported() > 0);
    events.map(|visit| Mark { day: visit.day.0, sign: Sign::of(visit.unreported()) }).collect()
}

fn doses(course: &Course, clinic: &Clinic) -> Vec<Dose> {
    let mut before = None;
    let dose = |(day, session): (Days, crate::clinic::Session)| {
        let changed = before != Some(session.rung);
        before = Some(session.rung);
        Dose { day: day.0, au: clinic.protocol().ladder.dose(session.rung), changed }
    };
    course.sessions().map(dose).collect()
}
