//! Which charts the page shows of a picture, with their sentences.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

use super::frame::Frame;
use super::spans::Coloured;
use super::spans::coloured;
use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::app::state::first_rung;
use crate::app::state::is_fixed;
use crate::chart::Chart;
use crate::chart::course;
use crate::chart::course::Course;
use crate::chart::dose;
use crate::chart::dose::Doses;
use crate::chart::plot::Width;
use crate::chart::slot;
use crate::words::page::Word;
use crate::words::sentence;

/// A chart with what is written around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in files and in the page.
    pub name: &'static str,
    /// The question.
    pub title: &'static str,
    /// The sentence that answers it.
    pub sentence: Coloured,
    /// For wide pages.
    pub wide: Rc<Chart>,
    /// For narrow pages.
    pub narrow: Rc<Chart>,
    /// What it rests on.
    pub note: String,
}

/// The charts below the first view.
pub fn figures(picture: &Picture) -> Vec<Figure> {
    [course(picture), dose(picture)].into_iter().flatten().collect()
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// The charts as elements, drawn anew with every picture and with nothing else.
#[component]
pub fn Figures(props: &Props) -> Html {
    figures(&props.picture)
        .into_iter()
        .map(|figure| {
            html! {
                <Frame key={figure.name} name={figure.name} title={figure.title} sentence={figure.sentence}
                    wide={figure.wide} narrow={figure.narrow} note={figure.note} />
            }
        })
        .collect()
}

/// The course of the score; none before the last week has been seen by anybody.
fn course(picture: &Picture) -> Option<Figure> {
    let protocol = &picture.protocol;
    let (left, right) = picture.side_by_side();
    let slots = slot::assign(protocol, (left, right));
    let arms: Vec<course::Arm> = picture
        .tally
        .arms
        .iter()
        .enumerate()
        .map(|(i, tally)| course::Arm { slot: slots[i], name: &protocol.arms[i].name, tally })
        .collect();
    let end = |arm: usize| {
        let middle = picture.tally.arms.get(arm)?.weekly.last()?.quantile(0.5)?;
        Some((&*protocol.arms[arm].name, arm, middle))
    };
    let weeks = protocol.horizon.0 / 7;
    let caption = sentence::table_caption(picture.tally.enrolled, picture.state.seed.0);
    let course = Course {
        weeks: u32::from(weeks),
        arms: &arms,
        pair: (left, right),
        words: course::Words {
            score: Word::ScoreAxis.en(),
            week: Word::Week.en(),
            edges: (Word::UpperEdge.en(), Word::LowerEdge.en()),
            caption: &caption,
            n: Word::ColumnN.en(),
            shares: Word::SHARES.map(Word::en),
        },
    };
    Some(Figure {
        name: "course",
        title: Word::CourseTitle.en(),
        sentence: coloured(sentence::course(weeks, end(left)?, end(right)?), &slots),
        wide: Rc::new(course::course(&course, Width::Wide)),
        narrow: Rc::new(course::course(&course, Width::Narrow)),
        note: sentence::course_note(picture.tally.enrolled, picture.state.seed.0),
    })
}

/// Benefit and harm by dose; none of nobody, and none where fewer than two arms give one dose throughout.
fn dose(picture: &Picture) -> Option<Figure> {
    let protocol = &picture.protocol;
    let fixed = |arm: &usize| is_fixed(protocol, *arm) && first_rung(protocol, *arm).is_some();
    if (0..protocol.arms.len()).filter(fixed).count() < 2 {
        return None;
    }
    let (left, right) = picture.side_by_side();
    let arms = dose::arms(protocol, &picture.tally, (left, right));
    let end = |arm: usize| Some((arms.get(arm)?.name.as_str(), arm));
    let caption = sentence::table_caption(picture.tally.enrolled, picture.state.seed.0);
    let doses = Doses {
        arms: &arms,
        top: protocol.ladder.dose(protocol.ladder.top()),
        words: dose::Words {
            people: Word::OfHundred.en(),
            none: Word::Placebo.en(),
            unit: Word::Au.en(),
            ends: (Word::EndBetter.en(), Word::EndSevere.en()),
            short: (Word::KeyBetter.en(), Word::ShortSevere.en()),
            caption: &caption,
            columns: Word::DOSE_COLUMNS.map(Word::en),
        },
    };
    let (better, severe) = (picture.pair(Measure::Better)?, picture.pair(Measure::Severe)?);
    Some(Figure {
        name: "dose",
        title: Word::DoseTitle.en(),
        sentence: coloured(
            sentence::dose(end(left)?, end(right)?, better, severe),
            &slot::assign(protocol, (left, right)),
        ),
        wide: Rc::new(dose::doses(&doses, Width::Wide)),
        narrow: Rc::new(dose::doses(&doses, Width::Narrow)),
        note: sentence::dose_note(picture.tally.enrolled, picture.state.seed.0),
    })
}
