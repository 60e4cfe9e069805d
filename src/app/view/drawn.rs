//! A picture drawn once: sentences, arrays and charts, kept until the next picture.

use yew::AttrValue;

use super::array::People;
use super::counts;
use super::spans::Coloured;
use super::spans::coloured;
use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::chart::array;
use crate::chart::array::Order;
use crate::chart::path;
use crate::chart::path::Path;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::protocol::arm::Treatment;
use crate::words::page::Word;
use crate::words::sentence;
use crate::words::sentence::Side;
use crate::words::sentence::Span;

/// A picture, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The sentence that answers the question.
    pub finding: Coloured,
    /// The two arms side by side; one, if both are the same.
    pub people: Vec<People>,
    /// Rows of counts of all arms, and the same in words.
    pub counts: (AttrValue, AttrValue),
    /// Slots and names of the arms in the pictures.
    pub legend: Vec<(Slot, String)>,
    /// Names of the arms that only tables show.
    pub left_out: Vec<String>,
    /// The note under the picture.
    pub note: String,
    /// How sure the difference is.
    pub sureness: String,
}

impl Drawn {
    /// Draws a picture.
    pub fn of(picture: &Picture, order: Order) -> Self {
        let (left, right) = picture.side_by_side();
        let slots = slot::assign(&picture.protocol, (left, right));
        let arms = if left == right { vec![left] } else { vec![left, right] };
        let name = |arm: usize| picture.protocol.arms[arm].name.clone();
        let shown = |arm: usize| slots[arm].map(|slot| (slot, name(arm)));
        Self {
            finding: coloured(finding(picture), &slots),
            people: arms.into_iter().map(|arm| people(picture, arm, order)).collect(),
            counts: counts(picture),
            legend: (0..slots.len()).filter_map(shown).collect(),
            left_out: (0..slots.len()).filter(|arm| slots[*arm].is_none()).map(name).collect(),
            note: note(picture),
            sureness: sureness(picture).unwrap_or_default(),
        }
    }
}

/// The slot of an arm that stands side by side.
fn slot_of(picture: &Picture, arm: usize) -> Slot {
    slot::assign(&picture.protocol, picture.side_by_side())[arm].unwrap_or(Slot::D)
}

/// The sentence that answers the question.
pub fn finding(picture: &Picture) -> Vec<Span> {
    let (left, right) = picture.side_by_side();
    let side = |arm: usize| Side {
        name: &picture.protocol.arms[arm].name,
        arm,
        better: picture.counts(arm).better,
        severe: picture.counts(arm).severe,
    };
    sentence::finding(side(left), side(right))
}

fn alt(picture: &Picture, arm: usize) -> String {
    let counts = picture.counts(arm);
    let name = &picture.protocol.arms[arm].name;
    sentence::array_alt(name, counts.better, counts.severe, counts.left, counts.of)
}

/// The people of an arm, drawn.
pub fn people(picture: &Picture, arm: usize, order: Order) -> People {
    let slot = slot_of(picture, arm);
    let svg = picture
        .tally
        .arms
        .get(arm)
        .map_or_else(String::new, |sums| array::icon_array(&sums.fates, order, slot));
    People {
        name: picture.protocol.arms[arm].name.clone(),
        slot,
        svg: svg.into(),
        alt: alt(picture, arm).into(),
        path: path(picture, arm),
    }
}

/// The dose of an arm over the weeks, and the same in words; none of placebo, and when nobody had a session.
fn path(picture: &Picture, arm: usize) -> Option<(AttrValue, AttrValue)> {
    let protocol = &picture.protocol;
    if protocol.arms[arm].treatment != Treatment::Drug {
        return None;
    }
    let path = Path {
        rungs: &picture.tally.arms.get(arm)?.rungs,
        ladder: &protocol.ladder,
        slot: slot_of(picture, arm),
        week: Word::Week.en(),
    };
    let (first, last) = path.ends()?;
    let weeks = protocol.horizon.0 / 7;
    let alt = sentence::dose_path(&protocol.arms[arm].name, first, last, weeks);
    let svg = format!(
        r#"<svg class="labels alone" height="{}" aria-hidden="true" focusable="false">{}</svg>"#,
        path::HEIGHT,
        path.draw()
    );
    Some((svg.into(), alt.into()))
}

fn counts(picture: &Picture) -> (AttrValue, AttrValue) {
    let words: Vec<String> =
        (0..picture.protocol.arms.len()).map(|arm| alt(picture, arm)).collect();
    (counts::counts(picture), words.join(" ").into())
}

fn note(picture: &Picture) -> String {
    let weeks = picture.protocol.horizon.0 / 7;
    sentence::picture_note(weeks, picture.shown(), picture.tally.enrolled, picture.state.seed.0)
}

fn sureness(picture: &Picture) -> Option<String> {
    let (severe, better) = (picture.pair(Measure::Severe)?, picture.pair(Measure::Better)?);
    let (left, right) = picture.side_by_side();
    let names = (&*picture.protocol.arms[left].name, &*picture.protocol.arms[right].name);
    Some(sentence::sureness(picture.tally.enrolled, names, severe, better))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::Source;
    use crate::app::state::State;
    use crate::protocol::Protocol;
    use crate::run::Ready;
    use crate::scenario;
    use crate::scenario::library;

    /// Every picture of a study has its sentences, its people and nothing that is no number.
    #[track_caller]
    fn is_drawn(protocol: Protocol, people: u64) {
        let state = State { scenario: Source::Own(String::new()), people, ..State::default() };
        let tally = Ready::new(protocol.clone()).population(state.seed, people).expect("a run");
        let picture = Picture { state, protocol: protocol.into(), tally: tally.into(), version: 1 };
        let title = &picture.protocol.title;
        let drawn = Drawn::of(&picture, Order::Grouped);
        let (left, right) = picture.side_by_side();
        assert_eq!(drawn.people.len(), if left == right { 1 } else { 2 }, "{title}");
        let shown = drawn.legend.len();
        assert!((1..=5).contains(&shown), "{title}");
        assert_eq!(shown + drawn.left_out.len(), picture.protocol.arms.len(), "{title}");
        let mut words = vec![drawn.counts.0.to_string(), drawn.counts.1.to_string()];
        words.extend([drawn.note, drawn.sureness]);
        words.extend(drawn.finding.iter().map(|(text, _)| text.clone()));
        #[cfg(feature = "screens")]
        for figure in crate::app::view::figures::figures(&picture) {
            words.extend(figure.sentence.iter().map(|(text, _)| text.clone()));
            words.extend([figure.wide.marks.clone(), figure.narrow.marks.clone()]);
        }
        for text in words {
            assert!(!text.contains("NaN") && !text.contains("inf "), "{title}: {text}");
        }
    }

    #[test]
    fn every_scenario_of_the_library_is_drawn() {
        for entry in library::all() {
            let protocol = scenario::parse(entry.text).expect("sound").protocol;
            is_drawn(protocol.clone(), 300);
            is_drawn(protocol, 1);
        }
    }

    #[test]
    fn any_number_of_arms_is_drawn() {
        for arms in 1..=12 {
            let arm = |i| format!("[[arm]]\nname = \"Arm {i}\"\nrule = \"response\"\n");
            let arms: Vec<String> = (0..arms).map(arm).collect();
            let text = format!("schema = 1\ntitle = \"{}\"\n{}", arms.len(), arms.concat());
            is_drawn(scenario::parse(&text).expect("sound").protocol, 120);
        }
    }
}
