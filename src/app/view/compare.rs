//! Protocols side by side: what differs, the same people under both, and every picture of it.

mod add;
mod bars;
mod cards;
mod luck;
mod pairs;
mod rescues;
mod spread;
mod still;
mod weights;

use std::rc::Rc;

use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;

use super::array;
use super::array::People;
use super::browser;
use super::drawn;
use super::drawn::Drawn;
use super::figures;
use super::frame::Frame;
use super::home;
use super::home::Home;
use super::one_of::OneOf;
use super::outcomes::Outcomes;
use super::spans::spans;
use crate::app::compare;
use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::chart::Chart;
use crate::chart::array::FATES;
use crate::chart::array::Order;
use crate::chart::people;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::words::compare as words;
use crate::words::compare::Word;
use crate::words::sentence;

/// What the screen shows beside the first view's own parts.
#[derive(Clone, Debug)]
pub struct Compare<'a> {
    /// What the first view shows, too.
    pub home: &'a Home<'a>,
    /// The list of scenarios.
    pub pick: Html,
    /// The scenario as text.
    pub text: Html,
    /// The run log.
    pub runs: Html,
    /// Draws a new seed.
    pub on_seed: Callback<()>,
}

/// The screen.
pub fn compare(props: &Compare) -> Html {
    let home = props.home;
    let picture = home.picture;
    html! {
        <section class="compare">
            <div class="sides" id="cards" tabindex="-1">
                { props.pick.clone() }
                { cards::cards(home, &props.on_seed) }
                { home::change_one(home, in_short(home)) }
            </div>
            <div class="middle">
                <h1>{ home::question(&picture.protocol) }</h1>
                <p class="finding small-finding" id="finding" tabindex="-1">{ spans(&home.drawn.finding) }</p>
                { people(home, home.drawn) }
            </div>
            <div class="views">
                <spread::Spread picture={picture.clone()} />
                <pairs::Pairs picture={picture.clone()} />
            </div>
            <div class="charts">
                <bars::Events picture={picture.clone()} />
                <still::Still picture={picture.clone()} />
                <bars::Burden picture={picture.clone()} />
                <rescues::Rescues picture={picture.clone()} />
                <luck::Luck picture={picture.clone()} on_act={home.on_act.clone()} />
                <figures::Figures picture={picture.clone()} />
            </div>
            <weights::Weights picture={picture.clone()} />
            <Outcomes picture={picture.clone()} />
            { props.runs.clone() }
            { props.text.clone() }
        </section>
    }
}

/// What a narrow window says over its control: how many things differ, and the way to the cards, which lie below.
fn in_short(home: &Home) -> Html {
    let things = compare::things(home.protocol, home.state.side_by_side(home.protocol));
    let (lead, _) = words::notice(&things);
    html! {
        <p class="in-short">
            <b>{ lead }</b>
            <button type="button" class="small" onclick={|_| browser::focus("cards")}>{ Word::ToCards.en() }</button>
        </p>
    }
}

/// The arrays with their numbers: the two that are compared, then those of the other arms of a study of few.
fn people(home: &Home, drawn: &Drawn) -> Html {
    let (left, right) = home.picture.side_by_side();
    let arms = if left == right { vec![left] } else { vec![left, right] };
    let protocol = &home.picture.protocol;
    let slots = slot::assign(protocol, (left, right));
    let shown = compare::shown(protocol, (left, right)).into_iter();
    let mut choices: Vec<_> = shown.filter_map(|arm| slots[arm]).map(Slot::letter).collect();
    choices.push(if choices.len() > 2 { Word::AllArms } else { Word::BothArms }.en());
    let last = choices.len() - 1;
    let arrays = html! {
        <OneOf key={last} name="side" legend={Word::Arm.en()} {choices} first={last} parts={last}>
            { for drawn.people.iter().zip(arms).map(|(people, arm)| side(home.picture, people, arm)) }
            <Others picture={home.picture.clone()} order={home.order} />
        </OneOf>
    };
    let below = html! {
        <>
            { array::key() }
            <div class="under">
                { home.run.clone() }
                { home::layout(home) }
            </div>
        </>
    };
    let chart = Rc::new(to_take_away(home.picture, home.order));
    // The finding stands above the figure; in a file it stands over the arrays.
    html! {
        <div class="found">
            <Frame name="people" title={Word::ArraysTitle.en()} sentence={drawn.finding.clone()}
                wide={chart.clone()} narrow={chart} picture={arrays}
                note={format!("{} {}", drawn.note, drawn.sureness)} {below} />
        </div>
    }
}

/// The arrays of all arms that are shown, for files and as a table.
fn to_take_away(picture: &Picture, order: Order) -> Chart {
    let pair = picture.side_by_side();
    let slots = slot::assign(&picture.protocol, pair);
    let arm = |arm: usize| {
        let (tally, name) = (picture.tally.arms.get(arm)?, &picture.protocol.arms[arm].name);
        Some(people::Arm { slot: slots[arm]?, name, fates: &tally.fates })
    };
    let arms: Vec<_> =
        compare::shown(&picture.protocol, pair).into_iter().filter_map(arm).collect();
    let caption = sentence::table_caption(picture.shown() as u64, picture.state.seed.0);
    let words = people::Words {
        caption: &caption,
        ending: Word::Ending.en(),
        endings: FATES.map(words::ending),
    };
    people::people(&arms, order, words)
}

/// What the other arms are drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
struct OthersProps {
    picture: Picture,
    order: Order,
}

/// The arms beside the two that are compared; drawn once a picture, as those are.
#[component]
fn Others(props: &OthersProps) -> Html {
    let picture = &props.picture;
    let others = compare::others(&picture.protocol, picture.side_by_side());
    others.map(|arm| side(picture, &drawn::people(picture, arm, props.order), arm)).collect()
}

/// The array of an arm, and its three counts in large digits.
fn side(picture: &Picture, people: &People, arm: usize) -> Html {
    let counts = picture.counts(arm);
    let one = |measure: Measure, word: Word| {
        html! { <li><b class="big number">{ counts.get(measure) }</b><span>{ word.en() }</span></li> }
    };
    html! {
        <div class="people">
            { array::people(people) }
            <ul class="numbers">
                { one(Measure::Better, Word::CountBetter) }
                { one(Measure::Severe, Word::CountSevere) }
                { one(Measure::Left, Word::CountLeft) }
            </ul>
        </div>
    }
}
