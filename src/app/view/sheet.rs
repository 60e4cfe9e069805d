//! The sheet that holds the controls in a narrow window: one grip, three heights. In a wide window there is no grip, and the
//! controls stand in the page.
//!
//! The grip is a button: a press is the next height, a stroke up or down one height that way. What a height shows is the
//! stylesheet's. The controls behind "More" are unfolded with it, and when something behind the sheet takes the focus, the
//! sheet gets out of its way. The height is a matter of the window, not of what is shown, so it stands in the grip alone.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_events::EventListenerOptions;
use wasm_bindgen::JsCast;
use web_sys::Element;
use web_sys::Event;
use web_sys::MouseEvent;
use yew::Html;
use yew::html;

use super::browser;
use crate::words::page::Word;

/// How much of the window the sheet takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Height {
    /// What is needed most.
    Peek,
    /// Half of the window.
    Half,
    /// All of it but the heading.
    Full,
}

/// The heights as the grip has them, lowest first.
const NAMES: [&str; 3] = ["peek", "half", "full"];

/// The heights as they are said.
const SAID: [&str; 3] = [Word::Lowest.en(), Word::Half.en(), Word::Full.en()];

/// The controls behind "More" that are in the sheet: a screen may have others.
const MORE: &str = ".sheet .more";

/// The attributes of the grip with its height and with the highest that shows more than the one below it.
const NOW: &str = "data-height";
const MOST: &str = "data-most";

/// The grip of a sheet.
pub fn grip(start: Height, most: Height) -> Html {
    html! {
        <button type="button" class="grip" data-height={NAMES[start as usize]} data-most={NAMES[most as usize]}
            aria-label={name(start as usize)} aria-expanded={if start > Height::Peek { "true" } else { "false" }} />
    }
}

fn name(height: usize) -> String {
    format!("{}: {}", Word::Grip.en(), SAID[height])
}

/// The next height; after the highest the lowest.
const fn next(now: usize, most: usize) -> usize {
    if now < most { now + 1 } else { 0 }
}

/// The least way of a finger that is not a press, px: higher than the grip, whose press is the browser's to tell.
const STROKE: i32 = 24;

/// The height after a stroke from one place of the window to another.
fn stroked(now: usize, most: usize, (from, to): (i32, i32)) -> usize {
    if from - to >= STROKE {
        most.min(now + 1)
    } else if to - from >= STROKE {
        now.saturating_sub(1)
    } else {
        now
    }
}

/// Listens to what moves the sheet as long as the listeners live.
pub fn listen() -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Vec::new();
    };
    let from = Rc::new(Cell::new(None));
    let kinds = ["pointerdown", "pointerup", "click", "focusin", "toggle"];
    let listen = |kind| {
        let from = Rc::clone(&from);
        // Not all of these bubble.
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document, kind, capture, move |event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
                hear(&event.type_(), event, &element, &from);
            }
        })
    };
    kinds.map(listen).into()
}

fn hear(kind: &str, event: &Event, element: &Element, from: &Cell<Option<i32>>) {
    let is = |selector| element.matches(selector).unwrap_or_default();
    let y = || event.dyn_ref::<MouseEvent>().map(MouseEvent::client_y);
    match kind {
        "pointerdown" => from.set(is(".grip").then(y).flatten()),
        "pointerup" => {
            if let (Some(from), Some(to)) = (from.take(), y()) {
                set(|now, most| stroked(now, most, (from, to)));
            }
        }
        "click" if is(".grip") => set(next),
        "focusin" if browser::is_behind_sheet(element) => {
            set(|_, _| 0);
            browser::scroll_to(element);
        }
        "toggle" if is(MORE) => {
            let open = element.has_attribute("open");
            set(|now, _| if open { now.max(1) } else { 0 });
        }
        _ => {}
    }
}

/// Sets the height of the sheet there is.
fn set(to: impl Fn(usize, usize) -> usize) {
    let Some(grip) = browser::first(".grip") else { return };
    let read = |name| grip.get_attribute(name).and_then(|is| NAMES.iter().position(|it| *it == is));
    let now = read(NOW).unwrap_or_default();
    let next = to(now, read(MOST).unwrap_or_default());
    if next != now {
        // Attributes with sound names can be set.
        let _ = grip.set_attribute(NOW, NAMES[next]);
        let _ = grip.set_attribute("aria-label", &name(next));
        let _ = grip.set_attribute("aria-expanded", if next > 0 { "true" } else { "false" });
        browser::unfold(MORE, next > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_goes_round_and_a_stroke_stops_at_the_ends() {
        assert_eq!([0, 1, 2].map(|now| next(now, 2)), [1, 2, 0]);
        assert_eq!([0, 1].map(|now| next(now, 1)), [1, 0]);
        let (up, down) = ((500, 500 - STROKE), (500, 500 + STROKE));
        assert_eq!([0, 1, 2].map(|now| stroked(now, 2, up)), [1, 2, 2]);
        assert_eq!([0, 1].map(|now| stroked(now, 1, up)), [1, 1]);
        assert_eq!([0, 1, 2].map(|now| stroked(now, 2, down)), [0, 0, 1]);
    }

    #[test]
    fn a_short_way_is_a_press() {
        assert_eq!(stroked(1, 2, (500, 500 - STROKE + 1)), 1);
        assert_eq!(stroked(1, 2, (500, 500 + STROKE - 1)), 1);
    }
}
