//! The decision log: a line a visit, the chosen one with the row that decided.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_node_ref;

use crate::app::person::Act;
use crate::app::person::Unreported;
use crate::words::watch::Word;
use crate::words::watch::line::Line;
use crate::words::watch::sentence;

/// The log.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct LogProps {
    /// The letter of the watched arm.
    pub letter: &'static str,
    /// The lines.
    pub lines: Rc<Vec<Line>>,
    /// The chosen one.
    pub chosen: usize,
    /// Whether what nobody reported is shown.
    pub unreported: Unreported,
    /// Told of a choice.
    pub act: Callback<Act>,
}

#[component]
pub(super) fn Log(props: &LogProps) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(props.chosen, move |chosen| {
            if let Some(list) = list.cast::<HtmlElement>() {
                bring_into_view(&list, *chosen);
            }
        });
    }
    html! {
        <section class="panel decisions" aria-labelledby="decisions">
            <h2 id="decisions">{ sentence::log_title(props.letter) }</h2>
            <p class="log-head" aria-hidden="true">
                <span>{ Word::Day.en() }</span><span>{ Word::LogDose.en() }</span><span>{ Word::LogSaw.en() }</span>
            </p>
            <ol class="log" ref={list} aria-label={Word::Log.en()}>
                { for props.lines.iter().enumerate().map(|(i, line)| entry(props, i, line)) }
            </ol>
        </section>
    }
}

fn entry(props: &LogProps, i: usize, line: &Line) -> Html {
    let now = i == props.chosen;
    let act = props.act.clone();
    let dose = line.dose.clone().unwrap_or_else(|| "\u{2013}".to_owned());
    html! {
        <li class={classes!(now.then_some("now"), line.changed.then_some("changed"))}>
            <button type="button" aria-current={now.then_some("step")} onclick={move |_| act.emit(Act::Choose(i))}>
                <span class="number"><span class="hidden">{ Word::Day.en() }{ " " }</span>{ line.day }</span>
                <span class="number au">{ dose }<span class="hidden">{ " " }{ Word::LogDose.en() }</span></span>
                <span>{ line.text.clone() }</span>
            </button>
            if now && details(props.unreported, line).next().is_some() {
                <div class="row">{ reasons(props.unreported, line) }</div>
            }
        </li>
    }
}

/// The row that decided, what was told after it, and on request what nobody told.
fn details(unreported: Unreported, line: &Line) -> impl Iterator<Item = &str> {
    let untold = if unreported == Unreported::Revealed { &*line.untold } else { "" };
    [&*line.row, &*line.told, untold].into_iter().filter(|text| !text.is_empty())
}

/// The same as paragraphs.
pub(super) fn reasons(unreported: Unreported, line: &Line) -> Html {
    details(unreported, line).map(|text| html! { <p>{ text.to_owned() }</p> }).collect()
}

/// Scrolls the list, never the page, to the chosen line. The list is what its lines are placed in.
fn bring_into_view(list: &HtmlElement, chosen: usize) {
    let item = u32::try_from(chosen).ok().and_then(|chosen| list.children().item(chosen));
    let item = item.and_then(|item| item.dyn_into::<HtmlElement>().ok());
    let Some(item) = item else { return };
    let (top, foot) = (item.offset_top(), item.offset_top() + item.offset_height());
    let (above, room) = (list.scroll_top(), list.client_height());
    if top < above {
        list.set_scroll_top(top);
    } else if foot > above + room {
        list.set_scroll_top(foot - room);
    }
}
