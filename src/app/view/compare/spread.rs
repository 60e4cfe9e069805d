//! How far scores fell: fifty dots an arm and a line that the reader moves.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::Html;
use yew::InputEvent;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_state;

use crate::app::picture::Picture;
use crate::app::view::frame::Frame;
use crate::app::view::spans::coloured;
use crate::chart::dotplot;
use crate::chart::dotplot::COLUMN;
use crate::chart::dotplot::Row;
use crate::chart::dotplot::TOP;
use crate::chart::slot;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::sentence;

/// Where the line stands at first: scores below 12 are nearly well.
const FIRST: u32 = 6;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// The dots.
#[component]
pub fn Spread(props: &Props) -> Html {
    let line = use_state(|| FIRST);
    let picture = &props.picture;
    let (left, right) = picture.side_by_side();
    let slots = slot::assign(&picture.protocol, (left, right));
    let arms = if left == right { vec![left] } else { vec![left, right] };
    let row = |arm: &usize| {
        let scores = picture.tally.arms.get(*arm)?.weekly.last()?;
        Some(Row { slot: slots[*arm]?, name: &picture.protocol.arms[*arm].name, scores })
    };
    let rows: Vec<Row> = arms.iter().filter_map(row).collect();
    let below: Vec<(&str, usize, usize)> =
        rows.iter().zip(&arms).map(|(row, arm)| (row.name, *arm, row.below(*line))).collect();
    let seed = picture.state.seed.0;
    let caption = sentence::table_caption(picture.tally.enrolled, seed);
    let chart = Rc::new(dotplot::dotplot(
        &rows,
        *line,
        dotplot::Words { caption: &caption, score: Word::SpreadScore.en() },
    ));
    let seen: Vec<(String, u64)> =
        rows.iter().map(|row| (row.name.to_owned(), row.scores.n())).collect();
    let weeks = picture.protocol.horizon.0 / 7;
    let score = COLUMN * *line;
    let moved = {
        let line = line.clone();
        move |event: InputEvent| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            if let Some(column) = value.and_then(|value| value.parse().ok()) {
                line.set(column);
            }
        }
    };
    let below_chart = html! {
        <div class="slider cut-slider">
            <input type="range" min="0" max={(TOP / COLUMN + 1).to_string()} value={line.to_string()}
                aria-label={Word::SpreadLine.en()} aria-valuetext={format!("{score} {}", Word::Points.en())} oninput={moved} />
        </div>
    };
    html! {
        <Frame name="spread" title={Word::SpreadTitle.en()}
            sentence={coloured(words::spread(&below, score, weeks), &slots)}
            wide={chart.clone()} narrow={chart} note={words::spread_note(&seen, seed)} below={below_chart} />
    }
}
