//! What the last edit did to the same people with the same luck.

use std::rc::Rc;

use yew::AttrValue;
use yew::Html;
use yew::classes;
use yew::html;

use super::Against;
use super::Message;
use super::Shown;
use crate::app::rule::change::Change;
use crate::app::rule::people::ALL;
use crate::app::rule::people::SHOWN;
use crate::app::view::frame::Frame;
use crate::app::view::segments::Segments;
use crate::app::view::segments::segments;
use crate::chart::array;
use crate::chart::pairs;
use crate::endpoint::Fate;
use crate::words::compare;
use crate::words::edit as words;
use crate::words::edit::Sight;
use crate::words::edit::Word;

/// People who ended differently and are shown one by one.
const MOST: usize = 12;

/// Up to so many have their fates in words.
const FEW: usize = 2;

pub(super) fn change(shown: &Shown) -> Html {
    html! {
        <section class="panel rule-change" aria-labelledby="change-title">
            <h2 id="change-title">{ Word::ChangeTitle.en() }</h2>
            { against(shown) }
            { match words::changed(&shown.edited) {
                None => html! { <p class="lead">{ Word::NothingYet.en() }</p> },
                Some((lead, value)) => html! { <>
                    <p class="what">{ lead }
                        if value.is_empty() { { " " } } else { <mark>{ value }</mark>{ ". " } }
                        { Word::SamePeople.en() }</p>
                    { found(shown) }
                </> },
            } }
        </section>
    }
}

/// Compared with the last edit or with the scenario, where these differ.
fn against(shown: &Shown) -> Html {
    if shown.props.before.is_none() {
        return html! {};
    }
    segments(&Segments {
        name: "against",
        legend: Word::Against.en(),
        choices: &[Word::AgainstEdit.en(), Word::AgainstScenario.en()],
        chosen: usize::from(shown.against == Against::Scenario),
        changed: false,
        on_choose: shown.link.callback(Message::Against),
    })
}

fn found(shown: &Shown) -> Html {
    if shown.found.too_few {
        return html! { <p>{ Word::TooFew.en() }</p> };
    }
    let Some(change) = &shown.found.change else {
        return html! { <p class="caption waiting">{ Word::Counting.en() }</p> };
    };
    html! {
        <>
            { lines(change) }
            { ended(shown, change) }
            { sides(shown, change) }
            { thousand(shown) }
        </>
    }
}

fn lines(change: &Change) -> Html {
    let head = |word: Word| html! { <th scope="col">{ word.en() }</th> };
    html! {
        <table class="before-after">
            <thead><tr>{ head(Word::OfHundred) }{ head(Word::Before) }{ head(Word::After) }</tr></thead>
            <tbody>{ for change.lines.iter().map(|line| html! {
                <tr class={classes!((line.before != line.after).then_some("differs"))}>
                    <th scope="row">{ line.what.en() }</th>
                    <td>{ line.before.clone() }</td>
                    <td><b>{ line.after.clone() }</b></td>
                </tr>
            }) }</tbody>
        </table>
    }
}

fn glyph(fate: Fate, class: &str) -> Html {
    let svg = format!(
        r#"<svg class="{class}" viewBox="-13 -13 26 26" width="20" height="20" aria-hidden="true" focusable="false">{}</svg>"#,
        array::glyph(fate)
    );
    Html::from_html_unchecked(AttrValue::from(svg))
}

/// Who ended differently: glyph to glyph.
fn ended(shown: &Shown, change: &Change) -> Html {
    let n = change.ended.len();
    html! {
        <div class="ended">
            <h3>{ words::ended(n) }</h3>
            <ul>
                { for change.ended.iter().take(MOST).map(|(at, before, after)| html! {
                    <li>
                        { words::person(*at) }
                        { glyph(*before, "ink") }<span class="hidden">{ compare::ending(*before) }</span>
                        <span class="to" aria-hidden="true">{ "\u{203a}" }</span><span class="hidden">{ Word::Then.en() }</span>
                        { glyph(*after, shown.slot.class()) }<span class={(n > FEW).then_some("hidden")}>{ compare::ending(*after) }</span>
                    </li>
                }) }
                if n > MOST { <li class="plain-item">{ words::and_more(n - MOST) }</li> }
            </ul>
        </div>
    }
}

/// Last scores, after minus before.
fn sides(shown: &Shown, change: &Change) -> Html {
    let counts = change.sides();
    let said = words::sides(counts);
    let seed = shown.props.state.seed.0;
    let caption = words::sides_caption(change.differences.len(), seed);
    let chart = Rc::new(pairs::pairs(&pairs::Pairs {
        differences: &change.differences,
        slots: (shown.slot, shown.slot),
        words: pairs::Words {
            counts: [&said[0], &said[1], &said[2]],
            ties: Word::Same.en(),
            caption: &caption,
            columns: [Word::PairsColumn.en(), Word::PairsPeople.en()],
        },
    }));
    html! {
        <Frame name="edit" title={Word::Lower.en()} sentence={vec![(words::sides_spoken(counts), None)]}
            wide={chart.clone()} narrow={chart} note={caption} />
    }
}

/// What a thousand people say.
fn thousand(shown: &Shown) -> Html {
    let found = shown.found;
    if found.shifts.is_empty() {
        return html! { <p class="sunken-note">{ words::under_way(found.done.max(SHOWN), ALL) }</p> };
    }
    let verdict = words::verdict(Sight::of(&found.of_hundred), Sight::of(&found.shifts));
    html! {
        <div class="sunken-note thousand" role="status">
            <p><b>{ verdict }</b></p>
            { for found.shifts.iter().map(|shift| {
                let [from, size, end] = shift.said();
                html! { <p>{ from }<b>{ size }</b>{ end }</p> }
            }) }
        </div>
    }
}
