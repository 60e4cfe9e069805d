//! One arm more: a copy of an arm of the study, to be changed; and an added arm taken away again.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_state;

use crate::app::history::Gesture;
use crate::app::patch::MOST_BESIDE;
use crate::app::state::Action;
use crate::app::view::browser;
use crate::app::view::home::Home;
use crate::chart::slot::Slot;
use crate::protocol::Protocol;
use crate::words::compare as words;
use crate::words::compare::Word;

/// The button's place, to come back to.
const BUTTON: &str = "add-arm";

/// What can be copied.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The study.
    pub protocol: Rc<Protocol>,
    /// The arm that is copied unless another is chosen.
    pub usual: usize,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
}

/// The button that adds an arm, and the list of what it copies.
#[component]
pub fn Add(props: &Props) -> Html {
    let chosen = use_state(|| None::<usize>);
    let arms = &props.protocol.arms;
    let of = chosen.filter(|of| *of < arms.len()).unwrap_or(props.usual);
    let full = arms.len() >= MOST_BESIDE;
    let (on_act, forget) = (props.on_act.clone(), chosen.setter());
    let onclick = move |_| {
        if let Some(of) = u8::try_from(of).ok().filter(|_| !full) {
            forget.set(None);
            on_act.emit((Action::AddArm(of), Gesture::Change));
        }
    };
    let onchange = move |event: Event| {
        chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok());
    };
    html! {
        <div class="add-arm">
            <button type="button" class="small" id={BUTTON} {onclick} aria-disabled={full.then_some("true")}
                aria-describedby={full.then_some("arms-full")}>{ Word::AddArm.en() }</button>
            if full {
                <p class="note" id="arms-full">{ words::full(MOST_BESIDE) }</p>
            } else {
                <label for="copy-of">{ Word::CopyOf.en() }</label>
                <select id="copy-of" key={arms.len()} {onchange}>
                    { for arms.iter().enumerate().map(|(i, it)| html! {
                        <option value={i.to_string()} selected={i == of}>{ it.name.clone() }</option>
                    }) }
                </select>
            }
        </div>
    }
}

/// The button that takes an added arm away; nothing for an arm of the scenario.
pub fn remove(home: &Home, arm: usize, slot: Slot) -> Html {
    let own = home.base.arms.len() - home.state.patch.added.len().min(home.base.arms.len());
    let Some(place) = u8::try_from(arm).ok().filter(|_| arm >= own) else { return html! {} };
    let on_act = home.on_act.clone();
    let onclick = move |_| {
        browser::focus(BUTTON);
        on_act.emit((Action::RemoveArm(place), Gesture::Change));
    };
    html! {
        <button type="button" class="small remove-arm" {onclick}>{ Word::RemoveArm.en() }<span class="hidden">{ " " }{ slot.letter() }</span></button>
    }
}
