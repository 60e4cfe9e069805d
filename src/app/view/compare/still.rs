//! Who is still well, of those who were well when the clock starts.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

use crate::app::picture::Picture;
use crate::app::view::frame::Frame;
use crate::app::view::spans::coloured;
use crate::chart::plot::Width;
use crate::chart::slot;
use crate::chart::still;
use crate::tally::Estimate;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::sentence;

/// The fewest people followed for a curve to be worth drawing.
const FEWEST: u64 = 20;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// The curves of all arms with a slot; nothing where hardly anybody is followed.
#[component]
pub fn Still(props: &Props) -> Html {
    let picture = &props.picture;
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    let arm = |(i, tally): (usize, &'_ crate::tally::ArmTally)| {
        let name = picture.protocol.arms[i].name.as_str();
        (tally.relapse.n >= FEWEST).then_some((i, slots[i]?, name))
    };
    let arms: Vec<_> = picture.tally.arms.iter().enumerate().filter_map(arm).collect();
    let curves: Vec<still::Arm> = arms
        .iter()
        .map(|(i, slot, name)| still::Arm {
            slot: *slot,
            name,
            table: &picture.tally.arms[*i].relapse,
        })
        .collect();
    if curves.is_empty() {
        return html! {};
    }
    let (people, seed) = (picture.tally.enrolled, picture.state.seed.0);
    let caption = sentence::table_caption(people, seed);
    let words = still::Words {
        share: Word::StillShare.en(),
        followed: Word::StillFollowed.en(),
        week: Word::StillWeek.en(),
        caption: &caption,
        columns: [Word::StillColumn.en(), Word::StillError.en(), Word::StillN.en()],
    };
    let ends: Vec<(&str, usize, Estimate)> = arms
        .iter()
        .filter_map(|(i, _, name)| {
            Some((*name, *i, still::at_end(&picture.tally.arms[*i].relapse)?))
        })
        .collect();
    let weeks = curves.iter().map(|arm| arm.table.relapses.len()).max().unwrap_or(1) - 1;
    html! {
        <Frame name="still" title={Word::StillTitle.en()} sentence={coloured(words::still(weeks, &ends), &slots)}
            wide={Rc::new(still::still(&curves, words, Width::Wide))}
            narrow={Rc::new(still::still(&curves, words, Width::Narrow))} note={words::still_note(seed)} />
    }
}
