//! The contents of the card: where one is, and a way to every section. A list beside the text, or a folded one above it.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use web_sys::HtmlElement;
use yew::Callback;
use yew::Html;
use yew::MouseEvent;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_effect_with;
use yew::use_state_eq;

use crate::app::route::Section;
use crate::engine;
use crate::words::card;
use crate::words::card::Word;

/// A section is the one that is read when its heading is above this line, px from the top of the window.
const LINE: f64 = 170.0;

/// What the list says below it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Minutes that it takes to read, when that is known.
    pub minutes: Option<u32>,
}

/// The word for a section in the list.
pub const fn word(section: Section) -> Word {
    match section {
        Section::Plain => Word::Plain,
        Section::Purpose => Word::Purpose,
        Section::Equations => Word::Equations,
        Section::Numbers => Word::Numbers,
        Section::LeftOut => Word::LeftOut,
        Section::Checks => Word::Checks,
        Section::Versions => Word::Versions,
        Section::Cite => Word::Cite,
    }
}

/// The `id` of a section's heading.
pub fn heading(section: Section) -> String {
    format!("card-{}", section.slug())
}

/// Brings a section into view and gives its heading the focus.
pub fn go_to(section: Section) {
    let Some(element) = element(section) else { return };
    element.scroll_into_view();
    if let Some(heading) = element.dyn_ref::<HtmlElement>() {
        // A heading on the page takes the focus.
        let _ = heading.focus();
    }
}

fn element(section: Section) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(&heading(section))
}

/// The section that is read: the last one whose heading has passed the line; at the foot of the page the last one.
fn read() -> Section {
    let passed = |section: &Section| {
        element(*section).is_some_and(|element| element.get_bounding_client_rect().top() < LINE)
    };
    Section::ALL.into_iter().rev().find(passed).unwrap_or_default()
}

/// The list.
#[component]
pub fn Contents(props: &Props) -> Html {
    let here = use_state_eq(Section::default);
    {
        let here = here.clone();
        use_effect_with(props.minutes, move |_| {
            here.set(read());
            let listener = web_sys::window()
                .map(|window| EventListener::new(&window, "scroll", move |_| here.set(read())));
            move || drop(listener)
        });
    }
    let program = env!("CARGO_PKG_VERSION");
    let below = html! {
        <p class="note">
            { card::versions(engine::MODEL, program) }
            if let Some(minutes) = props.minutes {
                <br />{ card::minutes(minutes) }
            }
        </p>
    };
    html! {
        <nav class="contents" aria-label={Word::Contents.en()}>
            <div class="wide-only">
                <p class="note">{ Word::Name.en() }</p>
                { list(*here) }
                { below.clone() }
            </div>
            <details class="narrow-only">
                <summary>{ Word::Contents.en() }</summary>
                { list(*here) }
                { below }
            </details>
        </nav>
    }
}

fn list(here: Section) -> Html {
    html! {
        <ol>
            { for Section::ALL.into_iter().map(|section| {
                let current = (section == here).then_some("location");
                html! {
                    <li><a href={section.href()} aria-current={current} onclick={follow(section)}>{ word(section).en() }</a></li>
                }
            }) }
        </ol>
    }
}

/// The address changes as with any link; a second click on it changes nothing and must lead there, too.
fn follow(section: Section) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let link = event.target_dyn_into::<Element>();
        if let Some(fold) = link.and_then(|link| link.closest("details").ok()?) {
            // The attribute is the browser's own; removing it cannot fail.
            let _ = fold.remove_attribute("open");
        }
        go_to(section);
    })
}
