//! The first view: a question, one sentence, two arms side by side, all arms in rows of counts, one thing to change.

use std::rc::Rc;

use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::component;
use yew::html;

use super::array::Key;
use super::array::People;
use super::control::Control;
use super::segments::Segments;
use super::settings::Settings;
use super::spans::spans;
use crate::app::history::Gesture;
use crate::app::picture::Picture;
use crate::app::state::Action;
use crate::app::state::State;
use crate::app::state::fixed_rung;
use crate::chart::array::Order;
use crate::chart::counts;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::chart::tries;
use crate::chart::tries::Strip;
use crate::chart::tries::Try;
use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::words::page;
use crate::words::page::Side;
use crate::words::page::Word;

/// What the first view shows and does.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
    /// The state as it is set, ahead of the picture while a run is under way.
    pub state: State,
    /// The protocol of that state.
    pub protocol: Rc<Protocol>,
    /// The protocol of the scenario without changes.
    pub base: Rc<Protocol>,
    /// How people are laid out.
    pub order: Order,
    /// Marks left by tries.
    pub tries: Rc<Vec<Try>>,
    /// The run bar.
    pub run: Html,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
    /// Lays people out otherwise.
    pub on_order: Callback<Order>,
}

/// The sentence that answers the question.
pub fn finding(picture: &Picture) -> Vec<page::Span> {
    let (left, right) = picture.side_by_side();
    let slots = slot::assign(&picture.protocol);
    let side = |arm: usize| Side {
        name: &picture.protocol.arms[arm].name,
        slot: slots[arm].unwrap_or(Slot::D),
        better: picture.counts(arm).better,
        severe: picture.counts(arm).severe,
    };
    page::finding(side(left), side(right))
}

/// The first view.
#[component]
pub fn Home(props: &Props) -> Html {
    let picture = &props.picture;
    let (left, right) = picture.side_by_side();
    let slots = slot::assign(&picture.protocol);
    let arms = if left == right { vec![left] } else { vec![left, right] };
    let changed = fixed_rung(&picture.protocol, left).and_then(|_| slots[left]);
    html! {
        <section class="home">
            <div class="ask">
                <h1>{ picture.protocol.question.clone() }</h1>
                <p class="lead">{ page::lead(picture.protocol.arms.len(), changed.map(slot::Slot::letter)) }</p>
                <ChangeOne ..props.clone() />
            </div>
            <div class="show">
                <p class="finding" id="finding" tabindex="-1">{ spans(&finding(picture)) }</p>
                <div class="arrays">
                    { for arms.into_iter().map(|arm| html! {
                        <People picture={picture.clone()} {arm}
                            slot={slots[arm].unwrap_or(Slot::D)} order={props.order} />
                    }) }
                </div>
                <Key />
                <div class="under">
                    { props.run.clone() }
                    <Layout order={props.order} on_order={props.on_order.clone()} />
                </div>
                <p class="note">{ note(picture) }</p>
            </div>
            <Counts picture={picture.clone()} />
        </section>
    }
}

fn note(picture: &Picture) -> String {
    let weeks = picture.protocol.horizon.0 / 7;
    let shown = picture.tally.arms.first().map_or(0, |arm| arm.fates.len());
    page::picture_note(weeks, shown, picture.tally.enrolled, picture.state.seed.0)
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LayoutProps {
    order: Order,
    on_order: Callback<Order>,
}

/// Grouped or scattered.
#[component]
fn Layout(props: &LayoutProps) -> Html {
    const ORDERS: [Order; 2] = [Order::Grouped, Order::Scattered];
    let on_order = props.on_order.clone();
    html! {
        <Segments name="order" legend={Word::Layout.en()}
            choices={vec![AttrValue::from(Word::Grouped.en()), Word::Scattered.en().into()]}
            chosen={usize::from(props.order == Order::Scattered)}
            on_choose={move |i: usize| on_order.emit(ORDERS[i])} />
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct CountsProps {
    picture: Picture,
}

/// All arms in rows of counts with their ranges.
#[component]
fn Counts(props: &CountsProps) -> Html {
    let picture = &props.picture;
    let weeks = picture.protocol.horizon.0 / 7;
    let shown = picture.tally.arms.first().map_or(0, |arm| arm.fates.len());
    let chart = super::figures::counts(picture);
    let sentence: Vec<String> = (0..picture.protocol.arms.len())
        .map(|arm| {
            let counts = picture.counts(arm);
            let name = &picture.protocol.arms[arm].name;
            page::array_alt(name, counts.better, counts.severe, counts.left, counts.of)
        })
        .collect();
    html! {
        <div class="counts">
            <h2>{ page::of_hundred(weeks, shown) }</h2>
            <div class="legend">
                { for slot::assign(&picture.protocol).into_iter().enumerate().filter_map(|(arm, slot)| {
                    let slot = slot?;
                    let name = picture.protocol.arms[arm].name.clone();
                    Some(html! { <span class={classes!("arm", slot.class())}>{ super::array::badge(slot) }{ name }</span> })
                }) }
            </div>
            <div role="img" aria-label={sentence.join(" ")}>
                { super::frame::labels(&chart) }
            </div>
        </div>
    }
}

/// The axis of the counts ends at the next twenty above everything drawn.
pub fn counts_top(groups: &[counts::Group]) -> u32 {
    let highest = groups
        .iter()
        .flat_map(|group| &group.rows)
        .map(|row| row.count.max(row.range.1))
        .max()
        .unwrap_or(0);
    u32::try_from(highest.div_ceil(20) * 20).unwrap_or(100).clamp(20, 100)
}

/// The one control, its marks, and the rest behind "More".
#[component]
fn ChangeOne(props: &Props) -> Html {
    let (left, _) = props.state.side_by_side(&props.protocol);
    let slots = slot::assign(&props.protocol);
    let control = match (fixed_rung(&props.protocol, left), slots[left]) {
        (Some(rung), Some(slot)) => dose_control(props, (left, slot), rung),
        _ => html! {},
    };
    html! {
        <section class="panel change" aria-label={Word::ChangeOne.en()}>
            <h2 class="panel-title">{ Word::ChangeOne.en() }</h2>
            { control }
            <Settings state={props.state.clone()} protocol={props.protocol.clone()}
                base={props.base.clone()} on_act={props.on_act.clone()} />
        </section>
    }
}

fn dose_control(props: &Props, (arm, slot): (usize, Slot), rung: Rung) -> Html {
    let strip = strip(props, slot, rung);
    html! {
        <>
            <Dose arm={arm} label={page::dose_of(slot.letter())} state={props.state.clone()}
                protocol={props.protocol.clone()} on_act={props.on_act.clone()} ticks={true} />
            <div class="tries">
                { Html::from_html_unchecked(AttrValue::from(format!(
                    r#"<svg class="strip" height="{}" aria-hidden="true" focusable="false">{strip}</svg>"#,
                    tries::HEIGHT
                ))) }
            </div>
            <p class="note">{ Word::EachTry.en() }</p>
        </>
    }
}

fn strip(props: &Props, slot: Slot, rung: Rung) -> String {
    let (_, right) = props.picture.side_by_side();
    let slots = slot::assign(&props.picture.protocol);
    tries::strip(&Strip {
        tries: &props.tries,
        now: usize::from(rung.0),
        steps: props.protocol.ladder.0.len(),
        slot,
        other: (slots[right].unwrap_or(Slot::D), props.picture.counts(right).severe),
    })
}

/// The dose of one arm.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DoseProps {
    /// The arm.
    pub arm: usize,
    /// What the control is called.
    pub label: AttrValue,
    /// The state.
    pub state: State,
    /// Its protocol.
    pub protocol: Rc<Protocol>,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
    /// Whether the ladder is written below.
    #[prop_or_default]
    pub ticks: bool,
}

/// A control of the dose of a fixed arm, on the ladder.
#[component]
pub fn Dose(props: &DoseProps) -> Html {
    let ladder: Vec<f64> = props.protocol.ladder.0.iter().map(|dose| dose.get()).collect();
    let Some(rung) = fixed_rung(&props.protocol, props.arm) else { return html! {} };
    let value = props.protocol.ladder.dose(rung);
    let steps = Rc::new(ladder);
    let arm = u8::try_from(props.arm).unwrap_or(u8::MAX);
    let set = {
        let (on_act, steps) = (props.on_act.clone(), steps.clone());
        move |(value, gesture): (f64, Gesture)| {
            let index = steps.iter().position(|step| (*step - value).abs() < 1e-9);
            if let Some(rung) = index.and_then(|index| u8::try_from(index).ok()) {
                on_act.emit((Action::SetDose(arm, Rung(rung)), gesture));
            }
        }
    };
    let reset = {
        let (on_act, state) = (props.on_act.clone(), props.state.clone());
        move |()| {
            let base = state.base().ok();
            if let Some(rung) = base.and_then(|base| fixed_rung(&base, usize::from(arm))) {
                on_act.emit((Action::SetDose(arm, rung), Gesture::Change));
            }
        }
    };
    let refusal =
        page::wrong_dose(steps[0], *steps.last().unwrap_or(&0.0), even_step(&steps), value);
    html! {
        <Control id={format!("dose-{}", props.arm)} label={props.label.clone()} unit="au"
            {steps} {value} {refusal} ticks={props.ticks}
            changed={props.state.patch.dose(props.arm).is_some()}
            on_set={set} on_reset={Some(Callback::from(reset))} />
    }
}

/// The step of an evenly spaced ladder.
fn even_step(ladder: &[f64]) -> Option<f64> {
    let step = ladder.get(1)? - ladder.first()?;
    ladder.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-9).then_some(step)
}
