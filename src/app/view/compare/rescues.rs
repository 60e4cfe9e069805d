//! Who needed a rescue: counted once a run is over, for it lives through every person again.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_memo;
use yew::use_mut_ref;

use crate::app::compare;
use crate::app::picture::Picture;
use crate::app::view::frame::Frame;
use crate::app::view::spans::coloured;
use crate::chart::bars;
use crate::chart::bars::Bar;
use crate::chart::bars::Group;
use crate::chart::bars::Naming;
use crate::chart::bars::Scaling;
use crate::chart::slot;
use crate::tally::Estimate;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::sentence;

/// People whose rescues are counted.
const PEOPLE: u64 = 500;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// An arm that has rescues: its place, and how many needed none, one, two, more.
type Counted = (usize, [u64; 4]);

/// A group of bars an arm that has rescues; nothing where none has.
#[component]
pub fn Rescues(props: &Props) -> Html {
    let is_whole = props.picture.tally.enrolled >= props.picture.state.people;
    let counted = use_memo((props.picture.clone(), is_whole), |(picture, is_whole)| {
        is_whole.then(|| (picture.clone(), count(picture)))
    });
    // While the next run is under way, what was counted last stays with the picture it is of.
    let last = use_mut_ref(|| None::<(Picture, Vec<Counted>)>);
    if let Some(counted) = &*counted {
        last.replace(Some(counted.clone()));
    }
    last.borrow().as_ref().map_or_else(Html::default, |(picture, counted)| frame(picture, counted))
}

fn count(picture: &Picture) -> Vec<Counted> {
    let arms = compare::shown(&picture.protocol, picture.side_by_side());
    let n = usize::try_from(PEOPLE).unwrap_or(0);
    let of =
        |arm: usize| Some((arm, compare::rescues(&picture.protocol, picture.state.seed, arm, n)?));
    arms.into_iter().filter_map(of).collect()
}

/// A share of the people in per cent.
fn per_cent(count: u64) -> Estimate {
    let share = Estimate::share(count, PEOPLE);
    Estimate { estimate: 100.0 * share.estimate, mcse: 100.0 * share.mcse, ..share }
}

fn frame(picture: &Picture, counted: &[Counted]) -> Html {
    if counted.is_empty() {
        return Html::default();
    }
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    let name = |arm: usize| picture.protocol.arms[arm].name.as_str();
    let group = |(arm, counts): &Counted| {
        let bar = |(name, count): (Word, u64)| {
            Some(Bar {
                slot: slots[*arm]?,
                name: name.en(),
                naming: Naming::Beside,
                whole: per_cent(count),
                part: None,
            })
        };
        let bars = Word::RESCUES.into_iter().zip(*counts).filter_map(bar).collect();
        Group { heading: words::rescues_of(name(*arm)), decimals: 0, bars }
    };
    let groups: Vec<Group> = counted.iter().map(group).collect();
    let side =
        |(arm, counts): &Counted| (name(*arm), *arm, Estimate::share(PEOPLE - counts[0], PEOPLE));
    let sides: Vec<_> = counted.iter().map(side).collect();
    let seed = picture.state.seed.0;
    let caption = sentence::table_caption(PEOPLE, seed);
    let columns = [
        Word::ColumnArm,
        Word::ColumnRescues,
        Word::ColumnShare,
        Word::ColumnError,
        Word::ColumnNone,
    ];
    let words = bars::Words { caption: &caption, columns: columns.map(Word::en) };
    let chart = Rc::new(bars::bars(&groups, Scaling::Hundred, words));
    let said = coloured(words::rescues(&sides), &slots);
    html! {
        <Frame name="rescues" title={Word::RescuesTitle.en()} sentence={said} wide={chart.clone()} narrow={chart}
            note={words::rescues_note(PEOPLE, seed)} />
    }
}
