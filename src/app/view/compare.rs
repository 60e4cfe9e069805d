//! Protocols side by side: what differs, the same people under both, and every picture of it.

mod bars;
mod cards;
mod luck;
mod pairs;
mod spread;
mod still;
mod weights;

use yew::Callback;
use yew::Html;
use yew::html;

use super::array;
use super::array::People;
use super::drawn;
use super::drawn::Drawn;
use super::figures;
use super::home;
use super::home::Home;
use super::outcomes::Outcomes;
use super::spans::spans;
use crate::app::compare;
use crate::app::picture::Measure;
use crate::words::compare::Word;

/// What the screen shows beside the first view's own parts.
#[derive(Clone, Debug)]
pub struct Compare<'a> {
    /// What the first view shows, too.
    pub home: &'a Home<'a>,
    /// The list of scenarios.
    pub pick: Html,
    /// The scenario as text.
    pub text: Html,
    /// The run log.
    pub runs: Html,
    /// Draws a new seed.
    pub on_seed: Callback<()>,
}

/// The screen.
pub fn compare(props: &Compare) -> Html {
    let home = props.home;
    let picture = home.picture;
    html! {
        <section class="compare">
            <div class="sides">
                { props.pick.clone() }
                { cards::cards(home, &props.on_seed) }
                { home::change_one(home) }
            </div>
            <div class="middle">
                <h1>{ home::question(&picture.protocol) }</h1>
                <p class="finding small-finding" id="finding" tabindex="-1">{ spans(&home.drawn.finding) }</p>
                { people(home, home.drawn) }
            </div>
            <div class="views">
                <spread::Spread picture={picture.clone()} />
                <pairs::Pairs picture={picture.clone()} />
            </div>
            <div class="charts">
                <bars::Events picture={picture.clone()} />
                <still::Still picture={picture.clone()} />
                <bars::Burden picture={picture.clone()} />
                <bars::Rescues picture={picture.clone()} />
                <luck::Luck picture={picture.clone()} />
                <figures::Figures picture={picture.clone()} />
            </div>
            <weights::Weights picture={picture.clone()} />
            <Outcomes picture={picture.clone()} />
            { props.runs.clone() }
            { props.text.clone() }
        </section>
    }
}

/// The two arrays with their numbers.
fn people(home: &Home, drawn: &Drawn) -> Html {
    let picture = home.picture;
    let arms = compare::shown(&picture.protocol, picture.side_by_side());
    let others = arms.iter().skip(drawn.people.len());
    let others = others.map(|arm| drawn::people(picture, *arm, home.order));
    let all: Vec<People> = drawn.people.iter().cloned().chain(others).collect();
    html! {
        <figure class="panel chart" role="group" aria-labelledby="people-title">
            <h2 id="people-title">{ Word::ArraysTitle.en() }</h2>
            <div class="arrays">
                { for all.iter().zip(arms).map(|(people, arm)| html! {
                    <div class="people">
                        { array::people(people) }
                        { numbers(home, arm) }
                    </div>
                }) }
            </div>
            { array::key() }
            <div class="under">
                { home.run.clone() }
                { home::layout(home) }
            </div>
            <figcaption class="note">{ drawn.note.clone() }{ " " }{ drawn.sureness.clone() }</figcaption>
        </figure>
    }
}

/// The three counts of an arm in large digits.
fn numbers(home: &Home, arm: usize) -> Html {
    let counts = home.picture.counts(arm);
    let one = |measure: Measure, word: Word| {
        html! { <li><b class="big number">{ counts.get(measure) }</b><span>{ word.en() }</span></li> }
    };
    html! {
        <ul class="numbers">
            { one(Measure::Better, Word::CountBetter) }
            { one(Measure::Severe, Word::CountSevere) }
            { one(Measure::Left, Word::CountLeft) }
        </ul>
    }
}
