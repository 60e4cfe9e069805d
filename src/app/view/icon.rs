//! The few icons, drawn as strokes in the colour of the text around them.

use yew::AttrValue;
use yew::Html;

/// An icon; always beside words or on a button with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The staircase with its amber dot.
    Mark,
    /// Back.
    Undo,
    /// Forth.
    Redo,
    /// Draw again.
    Again,
    /// Three lines.
    Menu,
    /// A table.
    Table,
    /// An arrow into a tray.
    Save,
    /// A triangle with a stroke.
    Warning,
    /// An arrow out of a tray.
    Share,
    /// A head and shoulders.
    Person,
    /// A staircase.
    Steps,
    /// Nine dots.
    Cohort,
    /// Two pages.
    Compare,
    /// A chevron to the left.
    #[cfg(feature = "screens")]
    Before,
    /// A chevron to the right.
    #[cfg(feature = "screens")]
    After,
    /// A triangle to the right.
    #[cfg(feature = "screens")]
    Play,
    /// Two bars.
    #[cfg(feature = "screens")]
    Pause,
    /// A tick.
    #[cfg(feature = "screens")]
    Tick,
    /// A chevron upwards.
    #[cfg(feature = "screens")]
    Up,
    /// A chevron downwards.
    #[cfg(feature = "screens")]
    Open,
    /// A cross.
    #[cfg(feature = "screens")]
    Cross,
}

/// The icon as an element.
pub fn icon(icon: Icon) -> Html {
    let paths = match icon {
        Icon::Mark => {
            r#"<path d="M2 21h5v-5h5v-5h5V8" stroke-width="2.2"/><circle class="dot" cx="17" cy="4.5" r="3"/>"#
        }
        Icon::Undo => r#"<path d="M8 4 4 8l4 4M4 8h9a6 6 0 0 1 0 12H9"/>"#,
        Icon::Redo => r#"<path d="m16 4 4 4-4 4M20 8h-9a6 6 0 0 0 0 12h4"/>"#,
        Icon::Again => r#"<path d="M20 12a8 8 0 1 1-2.6-5.9M20 3v5h-5"/>"#,
        Icon::Menu => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
        Icon::Table => r#"<path d="M4 5h16v14H4zM4 10h16M10 10v9"/>"#,
        Icon::Save => r#"<path d="M12 4v11M7 10l5 5 5-5M5 20h14"/>"#,
        Icon::Warning => r#"<path d="M12 4 3 20h18zM12 10v5M12 17.4v.2"/>"#,
        Icon::Share => r#"<path d="M12 15V3M8 7l4-4 4 4M5 12v8h14v-8"/>"#,
        Icon::Person => r#"<circle cx="12" cy="7.5" r="4"/><path d="M4.5 21c0-8 15-8 15 0z"/>"#,
        Icon::Steps => r#"<path d="M3 20h6v-5h6v-5h6V4"/>"#,
        Icon::Cohort => {
            r#"<path d="M5 5h.01M12 5h.01M19 5h.01M5 12h.01M12 12h.01M19 12h.01M5 19h.01M12 19h.01M19 19h.01" stroke-width="4"/>"#
        }
        Icon::Compare => r#"<path d="M4 4h7v16H4zM13 4h7v16h-7z"/>"#,
        #[cfg(feature = "screens")]
        Icon::Before => r#"<path d="m15 5-7 7 7 7"/>"#,
        #[cfg(feature = "screens")]
        Icon::After => r#"<path d="m9 5 7 7-7 7"/>"#,
        #[cfg(feature = "screens")]
        Icon::Play => r#"<path d="M7 5v14l12-7z"/>"#,
        #[cfg(feature = "screens")]
        Icon::Pause => r#"<path d="M8 5v14M16 5v14"/>"#,
        #[cfg(feature = "screens")]
        Icon::Tick => r#"<path d="m4 13 5 5L20 6"/>"#,
        #[cfg(feature = "screens")]
        Icon::Up => r#"<path d="m6 15 6-6 6 6"/>"#,
        #[cfg(feature = "screens")]
        Icon::Open => r#"<path d="m6 9 6 6 6-6"/>"#,
        #[cfg(feature = "screens")]
        Icon::Cross => r#"<path d="M6 6l12 12M18 6 6 18"/>"#,
    };
    let svg = format!(
        r#"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{paths}</svg>"#
    );
    Html::from_html_unchecked(AttrValue::from(svg))
}
