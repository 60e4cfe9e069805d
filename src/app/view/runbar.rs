//! How far the run is, and a way to stop it.

use yew::Callback;
use yew::Html;
use yew::html;

use crate::words::page::Word;
use crate::words::sentence;

/// What a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All people are in.
    Done,
    /// Under way.
    Running {
        /// People so far.
        done: u64,
        /// People asked for.
        of: u64,
    },
    /// Stopped by the reader.
    Stopped {
        /// People so far.
        done: u64,
        /// People asked for.
        of: u64,
    },
    /// Ended by a fault.
    Failed,
}

impl Status {
    /// Its name in `data-run`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Running { .. } => "running",
            Self::Stopped { .. } => "stopped",
            Self::Failed => "failed",
        }
    }
}

/// A run and what can be done about it.
#[derive(Clone, Debug)]
pub struct RunBar {
    /// The run.
    pub status: Status,
    /// People in the picture.
    pub people: u64,
    /// How many make every share sure to a point; none: they are.
    pub until: Option<u64>,
    /// Asks for so many.
    pub on_until: Callback<u64>,
    /// Stops the run.
    pub on_cancel: Callback<()>,
    /// Goes on with it.
    pub on_carry_on: Callback<()>,
}

/// The run bar.
pub fn run_bar(props: &RunBar) -> Html {
    let (cancel, carry_on) = (props.on_cancel.clone(), props.on_carry_on.clone());
    let inside = match props.status {
        Status::Running { done, of } => html! {
            <>
                <span class="number">{ sentence::progress(done, of) }</span>
                <progress max={of.to_string()} value={done.to_string()}
                    aria-label={Word::Simulating.en()}></progress>
                <button type="button" class="small" onclick={move |_| cancel.emit(())}>{ Word::Cancel.en() }</button>
            </>
        },
        Status::Stopped { done, of } => html! {
            <>
                <span>{ sentence::stopped(done, of) }</span>
                <button type="button" class="small" onclick={move |_| carry_on.emit(())}>{ Word::CarryOn.en() }</button>
            </>
        },
        Status::Done | Status::Failed => rest(props),
    };
    html! { <div class="runbar">{ inside }</div> }
}

/// What the picture rests on, and the way to a surer one.
fn rest(props: &RunBar) -> Html {
    let on_until = props.on_until.clone();
    html! {
        <>
            <span class="number">{ sentence::rests_on(props.people) }</span>
            { for props.until.map(|people| html! {
                <button type="button" class="small" title={sentence::until_title(people)}
                    onclick={move |_| on_until.emit(people)}>{ Word::Until.en() }</button>
            }) }
        </>
    }
}
