//! What is seen of a person: the stories of both arms drawn and put into words. No browser.

use std::rc::Rc;

use super::Ghost;
use super::Sight;
use super::Unreported;
use super::Watching;
use crate::chart::Chart;
use crate::chart::plot::Width;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::chart::timeline;
use crate::chart::timeline::Dose;
use crate::chart::timeline::Life;
use crate::chart::timeline::Looks;
use crate::chart::timeline::Mark;
use crate::chart::timeline::Sign;
use crate::chart::timeline::Timeline;
use crate::protocol::Protocol;
use crate::story::Course;
use crate::story::Story;
use crate::story::Visit;
use crate::story::cast::Cast;
use crate::story::find::Description;
use crate::story::find::Found;
use crate::words::sentence::Span;
use crate::words::watch;
use crate::words::watch::Word;
use crate::words::watch::line;
use crate::words::watch::line::Line;
use crate::words::watch::sentence;
use crate::words::watch::sentence::Told;

/// A person under two arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The life that is watched.
    pub story: Story,
    /// The same person's life under the other arm.
    pub other: Story,
    /// The slots of all arms of the cast.
    pub slots: Vec<Option<Slot>>,
    /// The visits: the day, and whether it changed anything.
    pub visits: Vec<(u16, bool)>,
    /// The decision log.
    pub lines: Vec<Line>,
}

impl Scene {
    /// The stories of what is looked at; none when nobody is there.
    pub fn of(cast: &Cast, watching: &Watching) -> Option<Self> {
        let protocol = &cast.ready.protocol;
        let story = Story::of(cast, watching.person, watching.arm)?;
        let other = Story::of(cast, watching.person, watching.other)?;
        let visits = story.visits.iter().map(|visit| (visit.day.0, visit.is_decision())).collect();
        let lines = line::lines(protocol, &story);
        let slots = slot::assign(protocol, (watching.arm, watching.other));
        Some(Self { story, other, slots, visits, lines })
    }

    /// What a step may ask of it.
    pub fn sight<'a>(&'a self, cast: &Cast, found: &'a [Vec<Found>; 5]) -> Sight<'a> {
        Sight {
            people: cast.people.len(),
            arms: cast.ready.protocol.arms.len(),
            visits: &self.visits,
            found,
            placebo: cast.placebo(),
        }
    }

    /// The slot of an arm of the pair.
    pub fn slot(&self, arm: usize) -> Slot {
        self.slots.get(arm).copied().flatten().unwrap_or(Slot::D)
    }

    /// The question over the picture.
    pub const fn title(watching: &Watching) -> Word {
        match watching.unreported {
            Unreported::Revealed => Word::NotHeard,
            Unreported::Hidden => Word::SawAndDid,
        }
    }

    /// The sentence that answers it.
    pub fn sentence(&self, protocol: &Protocol, watching: &Watching) -> Vec<Span> {
        let watched = told(&self.story, self.slot(watching.arm));
        let other = told(&self.other, self.slot(watching.other));
        let other = (watching.ghost == Ghost::Shown).then_some(other);
        match watching.unreported {
            Unreported::Revealed => sentence::revealed(protocol, watched, other),
            Unreported::Hidden => sentence::seen(protocol, watched, other),
        }
    }

    /// The picture, for wide pages and for narrow ones.
    pub fn charts(&self, cast: &Cast, watching: &Watching) -> (Rc<Chart>, Rc<Chart>) {
        let drawn = Drawn::of(self, cast, watching);
        let chart = |width| Rc::new(drawn.chart(self, cast, watching, width));
        (chart(Width::Wide), chart(Width::Narrow))
    }

    /// Under the picture: what it rests on.
    pub fn note(cast: &Cast, watching: &Watching) -> String {
        let pid = cast.people.get(watching.person).map_or(0, |(pid, ..)| *pid);
        sentence::note((watching.person, pid), cast.people.len(), cast.seed.0)
    }

    /// How many people are like this one: of those who were looked for last, or harmed unseen.
    pub fn anecdote(cast: &Cast, watching: &Watching, found: &[Vec<Found>; 5]) -> Vec<Span> {
        let description = watching.sought.unwrap_or(Description::HarmedUnseen);
        let place = Description::ALL.iter().position(|known| *known == description).unwrap_or(0);
        let arm = description.arm(cast, watching.arm).unwrap_or(watching.arm);
        let name = &cast.ready.protocol.arms[arm].name;
        watch::anecdote(description, (name, arm), found[place].len(), cast.people.len())
    }
}

/// Everything of a scene in the form that the timeline takes.
struct Drawn {
    check_ups: [Vec<(u16, Option<u8>)>; 2],
    ends: [(String, String); 2],
    reported: Vec<Mark>,
    untold: Vec<Mark>,
    spans: Vec<(u16, u16)>,
    doses: Vec<Dose>,
    visits: Vec<u16>,
    target: String,
    caption: String,
}

impl Drawn {
    fn of(scene: &Scene, cast: &Cast, watching: &Watching) -> Self {
        let protocol = &cast.ready.protocol;
        let days = |story: &Story| -> Vec<(u16, Option<u8>)> {
            story.check_ups.iter().map(|(day, score)| (day.0, *score)).collect()
        };
        let watched = told(&scene.story, scene.slot(watching.arm));
        let other = told(&scene.other, scene.slot(watching.other));
        let pid = cast.people.get(watching.person).map_or(0, |(pid, ..)| *pid);
        let name = &protocol.arms[watching.arm].name;
        let visits = &scene.story.visits;
        Self {
            check_ups: [days(&scene.story), days(&scene.other)],
            ends: [sentence::end(protocol, watched), sentence::ghost_end(protocol, other)],
            reported: visits.iter().filter_map(reported).collect(),
            untold: visits.iter().filter_map(untold).collect(),
            spans: scene
                .story
                .missed_between(protocol.horizon())
                .into_iter()
                .map(|(from, to)| (from.0, to.0))
                .collect(),
            doses: visits.iter().filter_map(dose).collect(),
            visits: visits.iter().map(|visit| visit.day.0).collect(),
            target: sentence::target(scene.story.outcome.baseline()),
            caption: sentence::caption((watching.person, pid), name, cast.seed.0),
        }
    }

    fn chart(&self, scene: &Scene, cast: &Cast, watching: &Watching, width: Width) -> Chart {
        let protocol = &cast.ready.protocol;
        let life = |i: usize, arm: usize, looks: Looks| Life {
            slot: scene.slot(arm),
            looks,
            scores: &self.check_ups[i],
            end: (&self.ends[i].0, &self.ends[i].1),
            name: &protocol.arms[arm].name,
        };
        let both = [life(0, watching.arm, Looks::Lived), life(1, watching.other, Looks::Ghost)];
        let visit = watching.visit(&scene.visits);
        let timeline = Timeline {
            days: protocol.horizon().0,
            lives: if watching.ghost == Ghost::Shown { &both } else { &both[..1] },
            reported: &self.reported,
            unreported: match watching.unreported {
                Unreported::Revealed => timeline::Unreported::Shown(&self.untold, &self.spans),
                Unreported::Hidden => timeline::Unreported::Hidden,
            },
            doses: &self.doses,
            marked: None,
            top: protocol.ladder.dose(protocol.ladder.top()),
            target: Some(0.5 * f64::from(scene.story.outcome.baseline())),
            lived: None,
            visits: &self.visits,
            chosen: scene.visits.get(visit).map(|(day, _)| *day),
            words: self.words(),
        };
        timeline::timeline(&timeline, width)
    }

    fn words(&self) -> timeline::Words<'_> {
        timeline::Words {
            rows: Word::ROWS.map(Word::en),
            hidden: Word::Hidden.en(),
            unlived: Word::Unlived.en(),
            day: Word::DayInChart.en(),
            week: Word::week(),
            target: (&self.target, Word::ShortTarget.en()),
            caption: &self.caption,
            signs: Word::SIGNS.map(Word::en),
        }
    }
}

const fn told(story: &Story, slot: Slot) -> Told<'_> {
    Told { story, letter: slot.letter() }
}

/// What was reported at a visit; none at a check-up alone.
fn reported(visit: &Visit) -> Option<Mark> {
    let sign = if visit.failed() { Sign::NoVisit } else { Sign::of(visit.reported()) };
    let session = visit.failed() || visit.given().is_some();
    session.then_some(Mark { day: visit.day.0, sign })
}

fn untold(visit: &Visit) -> Option<Mark> {
    let grade = visit.unreported();
    (grade > 0).then_some(Mark { day: visit.day.0, sign: Sign::of(grade) })
}

fn dose(visit: &Visit) -> Option<Dose> {
    let changed = matches!(visit.course, Course::Began | Course::Up | Course::Down);
    Some(Dose { day: visit.day.0, au: visit.dose?, changed })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::app::person::Act;
    use crate::scenario::library;
    use crate::scenario::parse;
    use crate::story::find;
    use crate::stream::Seed;
    use crate::words::rule;
    use crate::words::sentence::flat;

    fn cast(name: &str) -> Cast {
        let protocol = parse(library::find(name).unwrap().text).unwrap().protocol;
        Cast::new(&protocol, Seed(2059), |design, arm| watch::capital(&rule::label(design, arm)))
    }

    #[test]
    fn every_scenario_can_be_watched_under_every_arm() {
        for entry in library::all() {
            let cast = cast(entry.name);
            let arms = cast.ready.protocol.arms.len();
            for arm in 0..arms {
                let other = (arm + 1) % arms;
                let watching = Watching { person: arm, ..Watching::new(arm, other) };
                let scene = Scene::of(&cast, &watching).unwrap();
                let (wide, narrow) = scene.charts(&cast, &watching);
                for chart in [wide, narrow] {
                    let whole = format!("<svg>{}{}</svg>", chart.marks, chart.labels);
                    assert!(!whole.contains("NaN") && !whole.contains("inf"), "{}", entry.name);
                    assert!(
                        chart.table.rows.iter().all(|row| row.len() == chart.table.columns.len())
                    );
                }
                assert_eq!(scene.lines.len(), scene.visits.len());
                assert_ne!(scene.slot(arm), scene.slot(other), "{} {arm}", entry.name);
            }
        }
    }

    /// What nobody reported is nowhere to be read before somebody asks.
    #[test]
    fn nothing_hidden_is_told() {
        let cast = cast("start-low");
        let found = find::find(&cast, 2);
        let person = found[1][0].person;
        let hidden = Watching { person, ..Watching::new(2, 0) };
        let scene = Scene::of(&cast, &hidden).unwrap();
        let shown = hidden.step(&scene.sight(&cast, &found), Act::Reveal);
        let sentence = |watching| flat(&scene.sentence(&cast.ready.protocol, watching));
        assert!(
            !sentence(&hidden).contains("severe") && sentence(&shown).contains("never reported")
        );
        let (before, after) = (scene.charts(&cast, &hidden).0, scene.charts(&cast, &shown).0);
        assert!(!before.labels.contains("hatch") && after.labels.contains("hatch"));
        assert_ne!(Scene::title(&hidden), Scene::title(&shown));
    }

    #[test]
    fn the_finder_shows_the_day_on_which_it_happened() {
        let cast = cast("start-low");
        let found = find::find(&cast, 2);
        let start = Watching::new(2, 0);
        let scene = Scene::of(&cast, &start).unwrap();
        let there = start.step(&scene.sight(&cast, &found), Act::Find(Description::HarmedUnseen));
        let scene = Scene::of(&cast, &there).unwrap();
        let visit = &scene.story.visits[there.visit(&scene.visits)];
        assert_eq!(visit.unreported(), 3);
    }
}
