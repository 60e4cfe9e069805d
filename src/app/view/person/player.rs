//! The player: back, play, on, the next decision, a slider of days; and the chosen visit in words.

use web_sys::HtmlInputElement;
use yew::AttrValue;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::TargetCast;
use yew::html;

use super::Shown;
use super::arms;
use super::log;
use crate::app::person::Act;
use crate::app::person::Pace;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::app::view::sheet;
use crate::app::view::sheet::Height;
use crate::chart::percent;
use crate::words::watch::Word;
use crate::words::watch::sentence;

pub(super) fn player(shown: &Shown) -> Html {
    let visits = &shown.scene.visits;
    let at = shown.watching.visit(visits);
    let playing = shown.watching.pace == Pace::Playing;
    let (play, kind) = if playing { (Word::Pause, Icon::Pause) } else { (Word::Play, Icon::Play) };
    let line = shown.scene.lines.get(at);
    let said = line.map(|line| sentence::visit(line.day, &line.text));
    let reasons = line.map(|line| log::reasons(shown.watching.unreported, line));
    let last = at + 1 >= visits.len();
    let decisions = shown.watching.has_decision_ahead(visits);
    html! {
        <>
            <div class="player sheet" role="group" aria-label={Word::Player.en()}>
                { sheet::grip(Height::Peek, Height::Half) }
                <p class="said" role="status">{ said }</p>
                <div class="why">{ reasons }</div>
                <div class="keys">
                    { button(shown, (Word::Back, Icon::Before), Act::Back, at > 0) }
                    <button type="button" class="step-to play" aria-label={play.en()} title={play.en()}
                        onclick={let act = shown.act.clone(); move |_| act.emit(Act::Play)}>{ icon(kind) }</button>
                    { button(shown, (Word::Forward, Icon::After), Act::Forward, !last) }
                    <button type="button" class="small next" aria-disabled={(!decisions).then_some("true")}
                        onclick={let act = shown.act.clone(); move |_| act.emit(Act::NextDecision)}>{ Word::NextDecision.en() }</button>
                </div>
                { slider(shown, at) }
            </div>
            { arms::key(shown.scene.slot(shown.watching.arm), shown.watching.unreported) }
            <p class="note keys-note">{ Word::Keys.en() }</p>
        </>
    }
}

fn button(shown: &Shown, (word, kind): (Word, Icon), does: Act, can: bool) -> Html {
    let act = shown.act.clone();
    html! {
        <button type="button" class="step-to" aria-label={word.en()} title={word.en()}
            aria-disabled={(!can).then_some("true")} onclick={move |_| act.emit(does)}>{ icon(kind) }</button>
    }
}

/// The days from the first to the last; it moves from visit to visit.
fn slider(shown: &Shown, at: usize) -> Html {
    let days = shown.cast.ready.protocol.horizon().0;
    let day = shown.scene.visits.get(at).map_or(0, |(day, _)| *day);
    let (now, of) = sentence::day_of(day, days);
    let track = format!(
        r#"<svg class="track" aria-hidden="true" focusable="false"><line class="rest" x1="0" x2="100%" y1="50%" y2="50%"/><line class="full" x1="0" x2="{}" y1="50%" y2="50%"/></svg>"#,
        percent(f64::from(day) / f64::from(days.max(1)))
    );
    let act = shown.act.clone();
    let go = move |input: &HtmlInputElement| {
        if let Ok(to) = input.value().parse() {
            act.emit(Act::Go(to));
        }
        // The slider stands on a visit, also when its day was rounded back to where it was.
        input.set_value(&day.to_string());
    };
    let (oninput, onchange) = (go.clone(), go);
    html! {
        <>
            <div class="slider">
                { Html::from_html_unchecked(AttrValue::from(track)) }
                <input type="range" min="0" max={days.to_string()} step="1" value={day.to_string()}
                    aria-label={Word::DaySlider.en()} aria-valuetext={format!("{now}{of}")}
                    oninput={move |event: InputEvent| oninput(&event.target_unchecked_into())}
                    onchange={move |event: Event| onchange(&event.target_unchecked_into())} />
            </div>
            <p class="day"><b>{ now }</b>{ of }</p>
        </>
    }
}
