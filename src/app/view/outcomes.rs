//! All outcomes in one table, drawn when somebody opens it.

use web_sys::HtmlDetailsElement;
use yew::Callback;
use yew::Event;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_state;

use super::browser;
use super::frame;
use crate::app::outcomes;
use crate::app::picture::Picture;
use crate::words::page::Word;

/// The picture whose outcomes are shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
}

/// All outcomes.
#[component]
pub fn Outcomes(props: &Props) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let picture = props.picture.clone();
    let save = move |_| {
        if let Ok(csv) = outcomes::long(&picture).csv() {
            browser::save("outcomes.csv", "text/csv", &csv);
        }
    };
    html! {
        <details class="scenario panel" ontoggle={toggle}>
            <summary><h2>{ Word::OutcomesTitle.en() }</h2></summary>
            <p class="lead">{ Word::OutcomesLead.en() }</p>
            if *open {
                <div class="table-box" tabindex="0" role="region" aria-label={Word::OutcomesTitle.en()}>
                    { frame::table(&outcomes::readable(&props.picture)) }
                </div>
            }
            <div class="buttons">
                <button type="button" class="small" onclick={save}>{ Word::SaveCsv.en() }</button>
            </div>
        </details>
    }
}
