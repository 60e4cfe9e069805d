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

macro_rules! entries {
    ($($name:literal),* $(,)?) => {
        [$(Entry { name: $name, text: include_str!(concat!("library/", $name, ".toml")) }),*]
    };
}

/// The first question, the seven lessons, then what takes them further.
static ALL: [Entry; 18] = entries![
    "low-or-at-once",
    "dose-arms",
    "start-low",
    "one-size",
    "hard-to-treat",
    "who-is-watching",
    "will-it-last",
    "broken-blind",
    "watching-the-screened",
    "known-risks",
    "missing-data",
    "start-levels",
    "how-slow",
    "one-row-changed",
    "two-routes",
    "tolerance-and-spacing",
    "withdrawal",
    "everybody-got-better",
];

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
