//! The head of the editor: what is edited of which arm, how much of it differs, and the ways on.

use web_sys::MouseEvent;
use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::Message;
use super::Shown;
use crate::app::history::Gesture;
use crate::app::route::Route;
use crate::app::rule::change::Part;
use crate::app::state::Action;
use crate::app::state::View;
use crate::app::view::array::badge;
use crate::app::view::browser;
use crate::chart::slot;
use crate::words::edit as words;
use crate::words::edit::Word;

pub(super) fn head(shown: &Shown) -> Html {
    let props = shown.props;
    let changes = shown.changes();
    let edited = match props.state.patch.edit(props.arm) {
        Some(_) if changes == 0 => words::OTHER_PART.to_owned(),
        _ => words::edited(changes),
    };
    let (title, print) = match props.part {
        Part::Rule => (Word::RuleTitle, true),
        Part::Watch => (Word::WatchTitle, false),
    };
    let restore = shown.link.callback(|_: MouseEvent| Message::Restore);
    html! {
        <header class="rule-head">
            <div class="rule-name">
                <h1>{ title.en() }</h1>
                <p class={classes!("arm", shown.slot.class())}>{ badge(shown.slot) }{ props.protocol.arms[props.arm].name.clone() }</p>
                <p class="edited" role="status">{ edited }</p>
            </div>
            <div class="rule-acts">
                <button type="button" class="quiet" aria-disabled={(changes == 0).then_some("true")}
                    onclick={restore}>{ Word::Restore.en() }</button>
                if print {
                    <button type="button" class="small" onclick={|_| browser::print()}>{ Word::Print.en() }</button>
                }
                <a class="primary" href={Route::Compare.href()} onclick={put_beside(shown)}>{ Word::Use.en() }</a>
            </div>
            <nav class="modes" aria-label={Word::Parts.en()}>
                { way(shown, Part::Rule, Word::PartRule) }
                { way(shown, Part::Watch, Word::PartWatch) }
            </nav>
            { arms(shown) }
        </header>
    }
}

fn way(shown: &Shown, part: Part, word: Word) -> Html {
    let Some(route) = route(part, shown.props.arm) else { return html! {} };
    let current = (part == shown.props.part).then_some("page");
    html! { <a href={route.href()} aria-current={current}>{ word.en() }</a> }
}

fn route(part: Part, arm: usize) -> Option<Route> {
    let arm = u8::try_from(arm).ok()?;
    Some(match part {
        Part::Rule => Route::Rule(arm),
        Part::Watch => Route::Watch(arm),
    })
}

/// The other arms.
fn arms(shown: &Shown) -> Html {
    let props = shown.props;
    let slots = slot::assign(&props.protocol, props.state.side_by_side(&props.protocol));
    let one = |(at, slot): (usize, &Option<slot::Slot>)| {
        let (slot, route) = ((*slot)?, route(props.part, at)?);
        let current = (at == props.arm).then_some("page");
        let name = props.protocol.arms[at].name.clone();
        Some(
            html! { <a href={route.href()} aria-current={current} aria-label={name.clone()} title={name}>{ badge(slot) }</a> },
        )
    };
    html! {
        <nav class="modes arms" aria-label={Word::Arms.en()}>{ for slots.iter().enumerate().filter_map(one) }</nav>
    }
}

/// An arm that is not among the two compared takes the place of the second.
fn put_beside(shown: &Shown) -> Callback<MouseEvent> {
    let props = shown.props;
    let (left, right) = props.state.side_by_side(&props.protocol);
    let right = u8::try_from(props.arm).ok().filter(|_| props.arm != left && props.arm != right);
    let view = right.map(|right| View { right: Some(right), ..props.state.view });
    let on_act = props.on_act.clone();
    Callback::from(move |_| {
        if let Some(view) = view {
            on_act.emit((Action::Look(view), Gesture::Change));
        }
    })
}
