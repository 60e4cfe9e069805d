//! A chart that is read point by point: under the pointer, by a tap, or by the arrow keys. What is read stands in the place of
//! the note and is what a screen reader hears.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use web_sys::HtmlInputElement;
use web_sys::PointerEvent;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::InputEvent;
use yew::KeyboardEvent;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;

use crate::chart::Chart;
use crate::chart::percent;
use crate::words::screens::Word;

/// What is read, and who is told of another place.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The stop that is read; none: nothing is.
    pub at: Option<usize>,
    /// Told of another one.
    pub on_read: Callback<Option<usize>>,
    /// Told of a stop that is chosen: pressed, or come to by key. A pointer that only passes over chooses nothing.
    pub on_pick: Callback<usize>,
}

/// Both layers of a chart with the place that is read, and the control that reads it by key.
pub fn readable(chart: &Rc<Chart>, label: String, reader: &Reader) -> Html {
    html! {
        <>
            <div class="read" role="img" aria-label={label} onpointermove={point(chart, reader)}
                onpointerdown={press(chart, reader)} onpointerleave={leave(reader)}>
                <Plot chart={chart.clone()} />
                { for reader.at.map(|at| cursor(chart, at)) }
            </div>
            if chart.stops.len() > 1 { { by_key(chart, reader) } }
        </>
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Properties)]
struct PlotProps {
    chart: Rc<Chart>,
}

/// Both layers, hidden from screen readers; the sentence stands for them. The same chart is not written again when another
/// point of it is read.
#[component]
fn Plot(props: &PlotProps) -> Html {
    let chart = &props.chart;
    let (w, h) = chart.view;
    let svg = format!(
        r#"<svg class="marks" viewBox="0 0 {w} {h}" height="{0}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{1}</svg><svg class="labels" height="{0}" aria-hidden="true" focusable="false">{2}</svg>"#,
        chart.height, chart.marks, chart.labels
    );
    html! { <div class="plot">{ Html::from_html_unchecked(AttrValue::from(svg)) }</div> }
}

/// A line through everything at the place, or a ring around the mark.
fn cursor(chart: &Chart, at: usize) -> Html {
    let Some(stop) = chart.stops.get(at) else { return html! {} };
    let x = percent(stop.x);
    let mark = match stop.y {
        None => format!(r#"<line x1="{x}" x2="{x}" y1="0" y2="100%"/>"#),
        Some(y) => format!(r#"<circle cx="{x}" cy="{y:.1}" r="9"/>"#),
    };
    let svg = format!(
        r#"<svg class="cursor" height="{}" aria-hidden="true" focusable="false">{mark}</svg>"#,
        chart.height
    );
    Html::from_html_unchecked(AttrValue::from(svg))
}

/// Reads what lies nearest to the pointer.
fn point(chart: &Rc<Chart>, reader: &Reader) -> Callback<PointerEvent> {
    let (chart, reader) = (chart.clone(), reader.clone());
    Callback::from(move |event: PointerEvent| {
        let at = under(&chart, &event);
        if at != reader.at {
            reader.on_read.emit(at);
        }
    })
}

/// Reads what lies nearest to the pointer, and chooses it.
fn press(chart: &Rc<Chart>, reader: &Reader) -> Callback<PointerEvent> {
    let (chart, reader) = (chart.clone(), reader.clone());
    Callback::from(move |event: PointerEvent| {
        let at = under(&chart, &event);
        reader.on_read.emit(at);
        if let Some(at) = at {
            reader.on_pick.emit(at);
        }
    })
}

/// The stop nearest to the pointer.
fn under(chart: &Chart, event: &PointerEvent) -> Option<usize> {
    let field = event.current_target().and_then(|it| it.dyn_into::<Element>().ok())?;
    let place = field.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
    let y = (f64::from(event.client_y()) - place.top()) * f64::from(chart.height)
        / place.height().max(1.0);
    chart.nearest(x, y)
}

/// A pointer that leaves reads nothing any more; a finger that is lifted leaves what it read.
fn leave(reader: &Reader) -> Callback<PointerEvent> {
    let on_read = reader.on_read.clone();
    Callback::from(move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            on_read.emit(None);
        }
    })
}

/// A range without a track: it takes the focus, arrow keys move it, and it says what is read.
fn by_key(chart: &Rc<Chart>, reader: &Reader) -> Html {
    let said = reader.at.and_then(|at| chart.reading(at));
    let (on_read, on_pick) = (reader.on_read.clone(), reader.on_pick.clone());
    let oninput = move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Ok(at) = input.value().parse() {
            on_read.emit(Some(at));
            on_pick.emit(at);
        }
    };
    let (on_focus, on_blur, on_escape) =
        (reader.on_read.clone(), reader.on_read.clone(), reader.on_read.clone());
    let at = reader.at.unwrap_or(0);
    let onkeydown = move |event: KeyboardEvent| {
        // The screen has keys of its own for arrows; here they read.
        event.stop_propagation();
        if event.key() == "Escape" {
            on_escape.emit(None);
        }
    };
    html! {
        <input type="range" class="reader" min="0" max={(chart.stops.len() - 1).to_string()} step="1"
            value={at.to_string()} aria-label={Word::ReadChart.en()} aria-valuetext={said} {oninput} {onkeydown}
            onfocus={move |_| on_focus.emit(Some(at))} onblur={move |_| on_blur.emit(None)} />
    }
}
