//! The questions of the library as cards; each is a link to the screen that answers it best.

use yew::Html;
use yew::html;

use crate::app::link::Link;
use crate::app::route::Route;
use crate::app::shelf::Listed;
use crate::app::state::FIRST_SCENARIO;
use crate::app::state::Source;
use crate::app::state::State;
use crate::words::screens::Word;
use crate::words::sentence;

/// The screen that answers the question of a scenario best.
fn best(name: &str) -> Route {
    match name {
        FIRST_SCENARIO => Route::Home,
        "one-size" | "hard-to-treat" => Route::Cohort,
        _ => Route::Compare,
    }
}

/// Cards of all scenarios but the open one.
pub fn questions(library: &[Listed], open: &Source) -> Html {
    let others = library.iter().filter(|listed| *open != Source::Library(listed.name.clone()));
    html! {
        <section class="questions" aria-labelledby="questions">
            <h2 id="questions">{ Word::OtherQuestions.en() }</h2>
            <ul>{ for others.map(card) }</ul>
        </section>
    }
}

fn card(listed: &Listed) -> Html {
    let state = State { scenario: Source::Library(listed.name.clone()), ..State::default() };
    let link = Link::of(best(&listed.name), &state).write_whole();
    html! {
        <li>
            <a href={link}>
                <span class="note">{ sentence::card(&listed.title, listed.arms) }</span>
                <span class="question">{ listed.question.clone() }</span>
            </a>
        </li>
    }
}
