//! The header: name, badge, undo and redo, seed, menu.

use yew::Callback;
use yew::Html;
use yew::html;

use super::icon::Icon;
use super::icon::icon;
use super::keys;
use super::preferences;
use super::share::Share;
use crate::app::preferences::Preferences;
use crate::app::route::Route;
use crate::app::state::State;
use crate::words::page::Word;
use crate::words::screens::Word as Screens;

/// What the header shows and does.
#[derive(Clone, Debug)]
pub struct Header {
    /// The screen that is shown.
    pub route: Route,
    /// The state.
    pub state: State,
    /// Forgets everything and begins again.
    pub on_fresh: Callback<()>,
    /// Whether something can be taken back.
    pub can_undo: bool,
    /// Whether something can be done again.
    pub can_redo: bool,
    /// What is preferred.
    pub preferences: Preferences,
    /// Takes the last step back.
    pub on_undo: Callback<()>,
    /// Does it again.
    pub on_redo: Callback<()>,
    /// Draws a new seed.
    pub on_seed: Callback<()>,
    /// Prefers something else.
    pub on_prefer: Callback<Preferences>,
}

/// The header, with the badge in it and, on narrower screens, in a strip below.
pub fn header(props: &Header) -> Html {
    html! {
        <>
            <a class="skip" href="#finding">{ Word::Skip.en() }</a>
            <header class="topbar">
                <a class="brand" href={Route::Home.href()}>{ icon(Icon::Mark) }{ Word::Brand.en() }</a>
                { tabs(props.route) }
                <p class="badge">{ Word::Badge.en() }</p>
                <div class="tools">
                    <div class="tools wide-only">{ acts(props) }</div>
                    <Share route={props.route} state={props.state.clone()} />
                    { menu(props) }
                </div>
            </header>
            { keys::dialog(props.preferences, &props.on_prefer) }
        </>
    }
}

/// The screens: in the header, or at the foot of a narrow page.
fn tabs(now: Route) -> Html {
    html! {
        <nav class="tabs" aria-label={Screens::Screens.en()}>
            { for Route::TABS.into_iter().map(|route| html! {
                <a href={route.href()} aria-current={(route == now.under()).then_some("page")}>
                    { icon(of_tab(route)) }
                    <span class="wide-only">{ route.tab().en() }</span>
                    <span class="narrow-only">{ route.short().en() }</span>
                </a>
            }) }
        </nav>
    }
}

const fn of_tab(route: Route) -> Icon {
    match route {
        Route::Person => Icon::Person,
        Route::Titrate => Icon::Steps,
        Route::Cohort => Icon::Cohort,
        _ => Icon::Compare,
    }
}

/// Undo, redo and a new seed: in the header, or in the menu where the header is narrow.
fn acts(props: &Header) -> Html {
    let on_seed = props.on_seed.clone();
    html! {
        <>
            { tool(Icon::Undo, Word::Undo, props.can_undo, &props.on_undo) }
            { tool(Icon::Redo, Word::Redo, props.can_redo, &props.on_redo) }
            <button type="button" class="chip" title={Word::NewSeed.en()}
                aria-label={format!("{}, now {} {}", Word::NewSeed.en(), Word::Seed.en(), props.state.seed.0)}
                onclick={move |_| on_seed.emit(())}>
                { Word::Seed.en() }{ " " }{ props.state.seed.0 }{ icon(Icon::Again) }
            </button>
        </>
    }
}

fn tool(kind: Icon, word: Word, can: bool, on_click: &Callback<()>) -> Html {
    let on_click = on_click.clone();
    html! {
        <button type="button" class="tool" aria-label={word.en()} title={word.en()}
            aria-disabled={(!can).then_some("true")}
            onclick={move |_| if can { on_click.emit(()) }}>{ icon(kind) }</button>
    }
}

/// The menu: preferences, licences. A disclosure of the browser's own, so that it needs no code to open.
fn menu(props: &Header) -> Html {
    let on_fresh = props.on_fresh.clone();
    html! {
        <details class="menu">
            <summary class="tool" aria-label={Word::Menu.en()} title={Word::Menu.en()}>{ icon(Icon::Menu) }</summary>
            <div class="menu-body">
                <div class="tools narrow-only">{ acts(props) }</div>
                { preferences::preferences(props.preferences, &props.on_prefer) }
                <button type="button" class="small" onclick={move |_| on_fresh.emit(())}>{ Screens::StartFresh.en() }</button>
                <a href={Route::Model.href()}>{ Route::Model.tab().en() }</a>
                <a href="./bench.html">{ Word::Device.en() }</a>
                <a href="./notices.html">{ Word::Notices.en() }</a>
            </div>
        </details>
    }
}
