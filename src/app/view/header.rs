//! The header: name, badge, undo and redo, seed, menu.

use yew::Callback;
use yew::Html;
use yew::html;

use super::browser::Theme;
use super::icon::Icon;
use super::icon::icon;
use super::segments::Segments;
use super::segments::segments;
use crate::words::page::Word;

/// What the header shows and does.
#[derive(Clone, Debug)]
pub struct Header {
    /// The seed.
    pub seed: u64,
    /// Whether something can be taken back.
    pub can_undo: bool,
    /// Whether something can be done again.
    pub can_redo: bool,
    /// The theme.
    pub theme: Theme,
    /// Takes the last step back.
    pub on_undo: Callback<()>,
    /// Does it again.
    pub on_redo: Callback<()>,
    /// Draws a new seed.
    pub on_seed: Callback<()>,
    /// Puts a theme on.
    pub on_theme: Callback<Theme>,
}

/// The header, with the badge in it and, on narrower screens, in a strip below.
pub fn header(props: &Header) -> Html {
    html! {
        <>
            <a class="skip" href="#finding">{ Word::Skip.en() }</a>
            <header class="topbar">
                <p class="brand">{ icon(Icon::Mark) }{ Word::Brand.en() }</p>
                <p class="badge">{ Word::Badge.en() }</p>
                <div class="tools">
                    <div class="tools wide-only">{ acts(props) }</div>
                    { menu(props) }
                </div>
            </header>
        </>
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
                aria-label={format!("{}, now {} {}", Word::NewSeed.en(), Word::Seed.en(), props.seed)}
                onclick={move |_| on_seed.emit(())}>
                { Word::Seed.en() }{ " " }{ props.seed }{ icon(Icon::Again) }
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

/// The menu: theme, licences. A disclosure of the browser's own, so that it needs no code to open.
fn menu(props: &Header) -> Html {
    let on_theme = props.on_theme.clone();
    let theme = segments(&Segments {
        name: "theme",
        legend: Word::Theme.en(),
        choices: &[Word::ThemeSystem.en(), Word::ThemeLight.en(), Word::ThemeDark.en()],
        chosen: Theme::ALL.iter().position(|theme| *theme == props.theme).unwrap_or(0),
        changed: false,
        on_choose: Callback::from(move |i: usize| on_theme.emit(Theme::ALL[i])),
    });
    html! {
        <details class="menu">
            <summary class="tool" aria-label={Word::Menu.en()} title={Word::Menu.en()}>{ icon(Icon::Menu) }</summary>
            <div class="menu-body">
                <div class="tools narrow-only">{ acts(props) }</div>
                { theme }
                <a href="./bench.html">{ Word::Device.en() }</a>
                <a href="./notices.html">{ Word::Notices.en() }</a>
            </div>
        </details>
    }
}
