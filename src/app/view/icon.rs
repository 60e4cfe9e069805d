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
    };
    let svg = format!(
        r#"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{paths}</svg>"#
    );
    Html::from_html_unchecked(AttrValue::from(svg))
}
