//! The key map: which key does what. A key means one thing wherever it is pressed; letters and digits can be switched off.

use super::preferences::Keys;
use super::route::Route;
use crate::words::preferences::Word;

/// What a key does to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Shows the key map.
    Help,
    /// Goes to a screen.
    Go(Route),
    /// Draws a new seed.
    NewSeed,
    /// Back to the scenario.
    Restore,
    /// Puts the projector's theme on, or takes it off.
    Projector,
    /// Shows all charts as tables, or as pictures again.
    Tables,
}

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press<'a> {
    /// Its name in the browser.
    pub key: &'a str,
    /// What was held with it.
    pub with: Held,
    /// Where it went.
    pub place: Place,
}

/// What is held while a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing, or Shift to write a sign.
    Nothing,
    /// Control, or the command key.
    Control,
    /// Control and Shift.
    ControlShift,
    /// Something that belongs to the browser.
    Other,
}

/// Where a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field that is typed in, or a list whose letters choose.
    Text,
    /// Anywhere else.
    Page,
}

/// Screens by their digit.
const DIGITS: [(&str, Route); 5] = [
    ("1", Route::Home),
    ("2", Route::Person),
    ("3", Route::Titrate),
    ("4", Route::Cohort),
    ("5", Route::Compare),
];

/// The keys as they are listed, and what they do.
pub const LISTED: [(&str, Word); 16] = [
    ("Ctrl Z", Word::DoesUndo),
    ("Ctrl Shift Z", Word::DoesRedo),
    ("Esc", Word::DoesClose),
    ("\u{2190} \u{2192}", Word::DoesStep),
    ("Shift \u{2192}", Word::DoesDecision),
    ("\u{2190} \u{2192} Home End", Word::DoesRead),
    ("1", Word::DoesHome),
    ("2", Word::DoesPerson),
    ("3", Word::DoesTitrate),
    ("4", Word::DoesCohort),
    ("5", Word::DoesCompare),
    ("N", Word::DoesSeed),
    ("R", Word::DoesRestore),
    ("T", Word::DoesTable),
    ("P", Word::DoesProjector),
    ("?", Word::DoesHelp),
];

/// What a key does; none: it is the browser's, or a part of the page's own.
pub fn command(press: Press, keys: Keys) -> Option<Command> {
    match (press.with, press.place) {
        (Held::Control, Place::Page) if is(press.key, "z") => Some(Command::Undo),
        (Held::ControlShift, Place::Page) if is(press.key, "z") => Some(Command::Redo),
        (Held::Nothing, Place::Page) if keys == Keys::On => single(press.key),
        _ => None,
    }
}

fn is(key: &str, letter: &str) -> bool {
    key.eq_ignore_ascii_case(letter)
}

fn single(key: &str) -> Option<Command> {
    let screen = DIGITS.iter().find(|(digit, _)| *digit == key);
    match key {
        "?" => Some(Command::Help),
        "n" | "N" => Some(Command::NewSeed),
        "r" | "R" => Some(Command::Restore),
        "p" | "P" => Some(Command::Projector),
        "t" | "T" => Some(Command::Tables),
        _ => screen.map(|(_, route)| Command::Go(*route)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Press<'_> = Press { key: "", with: Held::Nothing, place: Place::Page };

    #[track_caller]
    fn check(press: Press, keys: Keys, expected: Option<Command>) {
        assert_eq!(command(press, keys), expected, "{press:?}");
    }

    #[test]
    fn a_letter_does_one_thing_and_nothing_where_it_is_typed_or_switched_off() {
        let n = Press { key: "n", ..PLAIN };
        check(n, Keys::On, Some(Command::NewSeed));
        check(n, Keys::Off, None);
        check(Press { place: Place::Text, ..n }, Keys::On, None);
        check(Press { with: Held::Other, ..n }, Keys::On, None);
        check(Press { with: Held::Control, ..n }, Keys::On, None);
        check(Press { key: "9", ..PLAIN }, Keys::On, None);
    }

    #[test]
    fn undo_works_with_single_keys_off_but_never_in_a_text() {
        let undo = Press { key: "z", with: Held::Control, ..PLAIN };
        check(undo, Keys::Off, Some(Command::Undo));
        check(Press { with: Held::ControlShift, key: "Z", ..undo }, Keys::Off, Some(Command::Redo));
        check(Press { place: Place::Text, ..undo }, Keys::On, None);
    }

    #[test]
    fn every_single_key_that_does_something_is_listed() {
        for key in "0123456789abcdefghijklmnopqrstuvwxyz?".chars() {
            let does = command(Press { key: &key.to_string(), ..PLAIN }, Keys::On).is_some();
            let name = key.to_ascii_uppercase().to_string();
            let listed = LISTED.iter().any(|(keys, _)| *keys == name);
            assert_eq!(does, listed, "{key}");
        }
    }
}
