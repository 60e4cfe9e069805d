//! In place of a text in a link: the module with the first view alone has no room to press texts, and no need. `boot.js`
//! starts the one with all screens wherever a text of the reader's own is asked for.

/// Nothing: no text gets here.
pub const fn pack(_text: &str) -> &'static str {
    ""
}

/// None: no text gets here.
pub const fn unpack(_letters: &str) -> Option<String> {
    None
}
