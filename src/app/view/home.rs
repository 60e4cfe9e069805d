//! The first view: a question, one sentence, two arms side by side, all arms in rows of counts, one thing to change.

use std::rc::Rc;

use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::array;
use super::dose;
use super::dose::Dose;
use super::drawn::Drawn;
use super::questions::questions;
use super::segments::Segments;
use super::segments::segments;
use super::settings;
use super::sheet;
use super::sheet::Height;
use super::spans::spans;
use crate::app::history::Gesture;
use crate::app::picture::Picture;
use crate::app::shelf::Listed;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::state::first_rung;
use crate::chart::array::Order;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::chart::tries;
use crate::chart::tries::Strip;
use crate::chart::tries::Try;
use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::words::page::Word;
use crate::words::sentence;

/// What the first view shows and does.
#[derive(Clone, Debug)]
pub struct Home<'a> {
    /// The picture.
    pub picture: &'a Picture,
    /// The picture, drawn.
    pub drawn: &'a Drawn,
    /// The state as it is set, ahead of the picture while a run is under way.
    pub state: &'a State,
    /// The protocol of that state.
    pub protocol: &'a Rc<Protocol>,
    /// The protocol of the scenario without changes.
    pub base: &'a Rc<Protocol>,
    /// How people are laid out.
    pub order: Order,
    /// Marks left by tries.
    pub tries: &'a [Try],
    /// What the library holds.
    pub library: &'a [Listed],
    /// The run bar.
    pub run: Html,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
    /// Lays people out otherwise.
    pub on_order: Callback<Order>,
}

/// The first view.
pub fn home(props: &Home) -> Html {
    let protocol = &props.picture.protocol;
    let (arm, slots) =
        (props.picture.changed_arm(), slot::assign(protocol, props.picture.side_by_side()));
    let changed = first_rung(protocol, arm)
        .and_then(|_| slots[arm])
        .map(|slot| dose::label(protocol, arm, slot.letter()));
    let arms = props.picture.protocol.arms.len();
    html! {
        <>
        <section class="home">
            <div class="ask">
                <h1>{ question(&props.picture.protocol) }</h1>
                <p class="lead">{ sentence::lead(arms, changed.as_deref()) }</p>
                { change_one(props, html! {}) }
            </div>
            <div class="show">
                <p class="finding" id="finding" tabindex="-1">{ spans(&props.drawn.finding) }</p>
                <div class="arrays">{ for props.drawn.people.iter().map(array::people) }</div>
                { array::key() }
                <div class="under">
                    { props.run.clone() }
                    { layout(props) }
                </div>
                <p class="note">{ props.drawn.note.clone() }</p>
                <p class="note">{ props.drawn.sureness.clone() }</p>
            </div>
            { counts(props) }
        </section>
        { questions(props.library, &props.state.scenario) }
        </>
    }
}

/// The question of a study; its title, if it has none.
pub fn question(protocol: &Protocol) -> String {
    let words = if protocol.question.is_empty() { &protocol.title } else { &protocol.question };
    words.clone()
}

/// Grouped or scattered.
pub fn layout(props: &Home) -> Html {
    const ORDERS: [Order; 2] = [Order::Grouped, Order::Scattered];
    let on_order = props.on_order.clone();
    segments(&Segments {
        name: "order",
        legend: Word::Layout.en(),
        choices: &[Word::Grouped.en(), Word::Scattered.en()],
        chosen: usize::from(props.order == Order::Scattered),
        changed: false,
        on_choose: Callback::from(move |i: usize| on_order.emit(ORDERS[i])),
    })
}

/// All arms in rows of counts with their ranges.
fn counts(props: &Home) -> Html {
    let (svg, alt) = props.drawn.counts.clone();
    let weeks = props.picture.protocol.horizon.0 / 7;
    html! {
        <div class="counts">
            <h2>{ sentence::of_hundred(weeks, props.picture.shown()) }</h2>
            <div class="legend">
                { for props.drawn.legend.iter().map(|(slot, name)| html! {
                    <span class={classes!("arm", slot.class())}>{ array::badge(*slot) }{ name.clone() }</span>
                }) }
            </div>
            <div role="img" aria-label={alt}>{ Html::from_html_unchecked(svg) }</div>
            <p class="note">{ sentence::bars_note(props.picture.shown(), props.picture.tally.enrolled) }</p>
            if !props.drawn.left_out.is_empty() {
                <p class="note">{ sentence::left_out(&props.drawn.left_out) }</p>
            }
        </div>
    }
}

/// The one control below what a screen has to say first, its marks, and the rest behind "More".
pub fn change_one(props: &Home, first: Html) -> Html {
    let slots = slot::assign(props.protocol, props.state.side_by_side(props.protocol));
    let arm = props.state.changed_arm(props.protocol);
    let control = match (first_rung(props.protocol, arm), slots[arm]) {
        (Some(rung), Some(slot)) => dose_control(props, (arm, slot), rung),
        _ => html! {},
    };
    html! {
        <section class="panel change sheet" aria-label={Word::ChangeOne.en()}>
            { sheet::grip(Height::Peek, Height::Full) }
            { first }
            <h2 class="panel-title">{ Word::ChangeOne.en() }</h2>
            { control }
            { settings::settings(props.state, props.protocol, props.base, &props.on_act) }
        </section>
    }
}

fn dose_control(props: &Home, (arm, slot): (usize, Slot), rung: Rung) -> Html {
    let strip = format!(
        r#"<svg class="strip" height="{}" aria-hidden="true" focusable="false">{}</svg>"#,
        tries::HEIGHT,
        strip(props, slot, rung)
    );
    let control = dose::dose(&Dose {
        arm,
        letter: slot.letter(),
        state: props.state,
        protocol: props.protocol,
        base: props.base,
        on_act: &props.on_act,
        ticks: true,
    });
    html! {
        <>
            { control }
            <div class="tries">{ Html::from_html_unchecked(AttrValue::from(strip)) }</div>
            <p class="note">{ Word::EachTry.en() }</p>
        </>
    }
}

fn strip(props: &Home, slot: Slot, rung: Rung) -> String {
    let pair = props.picture.side_by_side();
    let slots = slot::assign(&props.picture.protocol, pair);
    let other = if props.picture.changed_arm() == pair.0 { pair.1 } else { pair.0 };
    tries::strip(&Strip {
        tries: props.tries,
        now: usize::from(rung.0),
        steps: props.protocol.ladder.0.len(),
        slot,
        other: (slots[other].unwrap_or(Slot::D), props.picture.counts(other).severe),
    })
}
