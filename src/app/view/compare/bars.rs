//! Bars of two arms: what happened against what was reported, and what it took.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

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
use crate::endpoint::Endpoint;
use crate::tally::Estimate;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::outcome::Unit;
use crate::words::sentence;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// A measure: what it is called, the whole, and the part of it that is solid.
type Measure = (Word, Endpoint, Option<Endpoint>);

const EVENTS: [Measure; 3] = [
    (Word::EventsModerate, Endpoint::TrueAnyModerate, Some(Endpoint::ReportedAnyModerate)),
    (Word::EventsSevere, Endpoint::TrueAnySevere, Some(Endpoint::ReportedAnySevere)),
    (Word::EventsPer100, Endpoint::SeverePer100, Some(Endpoint::ReportedSeverePer100)),
];

const BURDEN: [Measure; 3] = [
    (Word::BurdenSessions, Endpoint::Sessions, None),
    (Word::BurdenHours, Endpoint::Hours, None),
    (Word::BurdenCost, Endpoint::Cost, None),
];

/// The arms that are shown.
fn arms(picture: &Picture) -> Vec<usize> {
    compare::shown(&picture.protocol, picture.side_by_side())
}

/// An estimate in the unit that is shown.
fn shown(picture: &Picture, arm: usize, endpoint: Endpoint) -> Option<Estimate> {
    let factor = Unit::of(endpoint).factor();
    let of = picture.estimate(arm, endpoint)?;
    Some(Estimate { estimate: factor * of.estimate, mcse: factor * of.mcse, n: of.n })
}

fn groups<'a>(picture: &'a Picture, measures: &[Measure]) -> Vec<Group<'a>> {
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    let bar = |arm: usize, whole: Endpoint, part: Option<Endpoint>| {
        Some(Bar {
            slot: slots[arm]?,
            name: &picture.protocol.arms[arm].name,
            naming: Naming::Table,
            whole: shown(picture, arm, whole)?,
            part: part.and_then(|part| Some(shown(picture, arm, part)?.estimate)),
        })
    };
    let group = |(word, whole, part): &Measure| Group {
        heading: word.en().to_owned(),
        decimals: 0,
        bars: arms(picture).into_iter().filter_map(|arm| bar(arm, *whole, *part)).collect(),
    };
    measures.iter().map(group).collect()
}

/// What happened, and what was reported of it.
#[component]
pub fn Events(props: &Props) -> Html {
    let picture = &props.picture;
    let (people, seed) = (picture.tally.enrolled, picture.state.seed.0);
    let side = |arm: usize| {
        let happened = picture.estimate(arm, Endpoint::TrueAnyModerate)?;
        let reported = picture.estimate(arm, Endpoint::ReportedAnyModerate)?;
        Some((picture.protocol.arms[arm].name.as_str(), arm, happened, reported))
    };
    let sides: Vec<_> = arms(picture).into_iter().filter_map(side).collect();
    let caption = sentence::table_caption(people, seed);
    let columns = [
        Word::ColumnMeasure,
        Word::ColumnArm,
        Word::ColumnWhole,
        Word::ColumnError,
        Word::ColumnPart,
    ];
    let words = bars::Words { caption: &caption, columns: columns.map(Word::en) };
    let chart = Rc::new(bars::bars(&groups(picture, &EVENTS), Scaling::Common, words));
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    html! {
        <Frame name="events" title={Word::EventsTitle.en()} sentence={coloured(words::events(&sides), &slots)}
            wide={chart.clone()} narrow={chart} note={words::events_note(people, seed)} />
    }
}

/// Sessions, hours and cost.
#[component]
pub fn Burden(props: &Props) -> Html {
    let picture = &props.picture;
    let (people, seed) = (picture.tally.enrolled, picture.state.seed.0);
    let side = |arm: usize| {
        let hours = shown(picture, arm, Endpoint::Hours)?;
        Some((picture.protocol.arms[arm].name.as_str(), arm, hours))
    };
    let sides: Vec<_> = arms(picture).into_iter().filter_map(side).collect();
    let caption = sentence::table_caption(people, seed);
    let columns = [
        Word::ColumnMeasure,
        Word::ColumnArm,
        Word::ColumnMean,
        Word::ColumnError,
        Word::ColumnNone,
    ];
    let words = bars::Words { caption: &caption, columns: columns.map(Word::en) };
    let chart = Rc::new(bars::bars(&groups(picture, &BURDEN), Scaling::Own, words));
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    html! {
        <Frame name="burden" title={Word::BurdenTitle.en()} sentence={coloured(words::burden(&sides), &slots)}
            wide={chart.clone()} narrow={chart} note={words::burden_note(people, seed)} />
    }
}
