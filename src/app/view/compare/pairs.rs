//! Person by person: everybody shown, once under each arm with the same luck.

use std::rc::Rc;

use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_memo;

use crate::app::compare::Twins;
use crate::app::picture::Picture;
use crate::app::view::frame::Frame;
use crate::app::view::spans::coloured;
use crate::chart::pairs;
use crate::chart::slot;
use crate::tally::SHOWN;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::sentence;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// The differences; nothing of one arm alone.
#[component]
pub fn Pairs(props: &Props) -> Html {
    let picture = &props.picture;
    let pair = picture.side_by_side();
    let twins = use_memo((picture.state.clone(), picture.shown()), |(state, shown)| {
        Twins::of(&picture.protocol, state.seed, pair, (*shown).min(SHOWN))
    });
    let (left, right) = pair;
    let slots = slot::assign(&picture.protocol, pair);
    let (Some(twins), Some(first), Some(second)) = ((*twins).as_ref(), slots[left], slots[right])
    else {
        return html! {};
    };
    if left == right {
        return html! {};
    }
    let differences = twins.differences();
    let counts = pairs::Pairs::counts(&differences);
    let said = [
        words::lower(counts[0], first.letter()),
        words::lower(counts[1], second.letter()),
        words::same(counts[2]),
    ];
    let seed = picture.state.seed.0;
    let caption = sentence::table_caption(twins.n() as u64, seed);
    let chart = Rc::new(pairs::pairs(&pairs::Pairs {
        differences: &differences,
        slots: (first, second),
        words: pairs::Words {
            counts: [&said[0], &said[1], &said[2]],
            ties: Word::PairsSame.en(),
            caption: &caption,
            columns: [Word::PairsColumn.en(), Word::PairsPeople.en()],
        },
    }));
    let name = |arm: usize| (picture.protocol.arms[arm].name.as_str(), arm);
    let letters = (first.letter(), second.letter());
    let note = words::pairs_note(
        differences.len(),
        twins.n(),
        seed,
        [twins.helped(), twins.harmed()],
        letters,
    );
    html! {
        <Frame name="pairs" title={Word::PairsTitle.en()}
            sentence={coloured(words::pairs(name(left), name(right), counts), &slots)}
            wide={chart.clone()} narrow={chart} {note} />
    }
}
