//! The built-in scenarios: files like any other, made to be read and copied.

use super::nearest;

/// A built-in scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name it is called by: `dose-arms`.
    pub name: &'static str,
    /// The text of the file.
    pub text: &'static str,
}

static ALL: [Entry; 1] =
    [Entry { name: "dose-arms", text: include_str!("library/dose-arms.toml") }];

/// All of them, in the order of the lessons.
pub fn all() -> &'static [Entry] {
    &ALL
}

/// The scenario of that name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.name == name)
}

/// The name that a misspelt one was most likely meant to be.
pub fn nearest(name: &str) -> Option<&'static str> {
    let names: Vec<&'static str> = ALL.iter().map(|entry| entry.name).collect();
    nearest::nearest(name, &names)
}
