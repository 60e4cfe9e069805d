//! The reader's decisions, the last one first.

use yew::Html;
use yew::html;

use super::Shown;
use crate::words::titrate::Word;
use crate::words::titrate::line;
use crate::words::titrate::line::Line;

pub(super) fn log(shown: &Shown) -> Html {
    let protocol = shown.clinic.protocol();
    let arm = &protocol.arms[shown.clinic.you()];
    let lines = line::lines(protocol, arm, &shown.scene.course);
    html! {
        <section class="your-decisions" aria-labelledby="your-decisions">
            <h2 id="your-decisions">{ Word::Decisions.en() }</h2>
            if lines.is_empty() {
                <p class="note">{ Word::NothingYet.en() }</p>
            } else {
                <div class="table-box" tabindex="0" role="region" aria-labelledby="your-decisions">
                    <table>
                        <thead><tr>
                            <th scope="col">{ Word::Day.en() }</th><th scope="col">{ Word::Dose.en() }</th><th scope="col">{ Word::Saw.en() }</th>
                        </tr></thead>
                        <tbody>{ for lines.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(line: &Line) -> Html {
    let dose = line.dose.clone().unwrap_or_else(|| "\u{2013}".to_owned());
    let text = line.text.clone();
    html! {
        <tr>
            <th scope="row">{ line.day }</th><td><b>{ dose }</b></td>
            <td class="saw">if line.severe { <b>{ text }</b> } else { { text } }</td>
        </tr>
    }
}
