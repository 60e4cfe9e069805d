//! The run log on the page: a row a run, two of them pinned side by side, the numbers as a file.

use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_memo;
use yew::use_state;

use super::browser;
use super::frame;
use crate::app::route::Route;
use crate::app::runlog::Run;
use crate::app::runlog::RunLog;
use crate::words::runlog as words;
use crate::words::runlog::Word;

/// The log, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The runs.
    pub runs: RunLog,
    /// Forgets them.
    pub on_clear: Callback<()>,
}

/// How many rows can be pinned.
const PINS: usize = 2;

/// The log.
#[component]
pub fn Runs(props: &Props) -> Html {
    let pinned = use_state(Vec::<u32>::new);
    let pin = {
        let pinned = pinned.clone();
        Callback::from(move |number: u32| pinned.set(turned(&pinned, number)))
    };
    let runs = use_memo(props.runs.clone(), RunLog::runs);
    let save = {
        let runs = runs.clone();
        move |_| {
            if let Ok(csv) = RunLog::table(&runs).csv() {
                browser::save("runs.csv", "text/csv", &csv);
            }
        }
    };
    let pair: Vec<&Run> =
        pinned.iter().filter_map(|number| runs.iter().find(|run| run.number == *number)).collect();
    let on_clear = props.on_clear.clone();
    html! {
        <details class="scenario panel runs">
            <summary><h2>{ Word::Title.en() }</h2><span class="note">{ " " }{ words::caption(runs.len()) }</span></summary>
            <p class="lead">{ if runs.is_empty() { Word::Empty.en() } else { Word::Lead.en() } }</p>
            if !runs.is_empty() {
                { side_by_side(&pair) }
                <div class="table-box" tabindex="0" role="region" aria-label={Word::Title.en()}>
                    <table>
                        <thead><tr>{ for HEAD.iter().map(|word| html! { <th scope="col">{ word.en() }</th> }) }</tr></thead>
                        { for runs.iter().rev().map(|run| rows(run, &pinned, &pin)) }
                    </table>
                </div>
                <div class="buttons">
                    <button type="button" class="small" onclick={save}>{ Word::SaveCsv.en() }</button>
                    <button type="button" class="small" onclick={move |_| on_clear.emit(())}>{ Word::Clear.en() }</button>
                </div>
            }
        </details>
    }
}

const HEAD: [Word; 9] = [
    Word::Run,
    Word::Changed,
    Word::Seed,
    Word::People,
    Word::Arm,
    Word::Better,
    Word::Severe,
    Word::Left,
    Word::Pin,
];

/// The pins after one is turned: the oldest gives way.
fn turned(pinned: &[u32], number: u32) -> Vec<u32> {
    let mut next: Vec<u32> = pinned.iter().copied().filter(|known| *known != number).collect();
    if next.len() == pinned.len() {
        next.push(number);
    }
    let over = next.len().saturating_sub(PINS);
    next.drain(..over);
    next
}

/// A row an arm; what belongs to the run stands once.
fn rows(run: &Run, pinned: &[u32], pin: &Callback<u32>) -> Html {
    let number = run.number;
    let is_pinned = pinned.contains(&number);
    let changed = if run.changed.is_empty() { Word::Nothing.en() } else { &run.changed };
    let of = run.sides.len().to_string();
    let pin = pin.clone();
    html! {
        <tbody>
            { for run.sides.iter().enumerate().map(|(i, side)| html! {
                <tr>
                    if i == 0 {
                        <th scope="rowgroup" rowspan={of.clone()}>
                            <a href={here(&run.link)} aria-label={words::of_run(Word::GoBack, number)}>{ number }</a>
                        </th>
                        <td class="words" rowspan={of.clone()}>{ run.scenario.clone() }{ ": " }{ changed }</td>
                        <td rowspan={of.clone()}>{ run.seed }</td>
                        <td rowspan={of.clone()}>{ crate::report::number::whole(run.people) }</td>
                    }
                    <td class="words">{ side.name.clone() }</td>
                    { for side.shares.iter().map(|share| html! { <td>{ words::share(*share) }</td> }) }
                    if i == 0 {
                        <td rowspan={of.clone()}>
                            <button type="button" class="small" aria-pressed={if is_pinned { "true" } else { "false" }}
                                aria-label={words::of_run(Word::Pin, number)}
                                onclick={let pin = pin.clone(); move |_| pin.emit(number)}>{ Word::Pin.en() }</button>
                        </td>
                    }
                </tr>
            }) }
        </tbody>
    }
}

/// Two pinned runs, and their difference.
fn side_by_side(pair: &[&Run]) -> Html {
    let [first, second] = *pair else { return html! {} };
    let same = first.seed == second.seed;
    html! {
        <div class="pinned" role="region" aria-label={Word::PinnedTitle.en()}>
            <h3>{ Word::PinnedTitle.en() }</h3>
            <div class="table-box">{ frame::table(&RunLog::beside(first, second)) }</div>
            <p class="note">{ if same { Word::Same.en() } else { Word::Other.en() } }</p>
        </div>
    }
}

/// The link of a run to this screen: what is kept names the first view.
fn here(link: &str) -> String {
    let home = Route::Home.href();
    format!("{}{}", Route::Compare.href(), link.strip_prefix(&home).unwrap_or_default())
}
