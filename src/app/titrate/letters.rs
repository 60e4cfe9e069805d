//! What was chosen by hand in letters, so that a link holds it: `one.kkRr2` or `ten.kr.0.3.kks.rr1.k`.
//!
//! First the mode; then the one person's choices; then the row of ten, whose turn it is, and the choices of each of the ten,
//! the last empty ones left out. A choice is the first letter of raise, keep, lower, hold or stop, in capitals with a check
//! ordered; a digit at the end is the rule that went on.

use super::Mode;
use super::Titrating;
use crate::app::closeup::MOST_FOLLOWED;
use crate::app::closeup::drop_empty;
use crate::clinic::Act;
use crate::clinic::Choice;
use crate::clinic::Hand;
use crate::clinic::TEN;
use crate::engine::hand::Check;

impl Titrating {
    /// What was chosen, in letters; none when nothing was.
    pub fn letters(&self) -> String {
        let untouched = Self { person: self.person, marked: self.marked, ..Self::new() };
        if *self == untouched {
            return String::new();
        }
        let mode = match self.mode {
            Mode::One => "one",
            Mode::Ten => "ten",
        };
        let mut parts = vec![mode.to_owned(), written(&self.one)];
        parts.extend([self.group.to_string(), self.turn.to_string()]);
        parts.extend(self.ten.iter().map(written));
        drop_empty(&mut parts);
        if parts[2..] == ["0", "0"] {
            parts.truncate(2);
            drop_empty(&mut parts);
        }
        parts.join(".")
    }

    /// What the letters say was chosen, of the one person at a place; none when nobody can have written them.
    pub fn of_letters(letters: &str, person: usize) -> Option<Self> {
        let mut all = Self { person, ..Self::new() };
        if letters.is_empty() {
            return Some(all);
        }
        let mut parts = letters.split('.');
        all.mode = match parts.next()? {
            "one" => Mode::One,
            "ten" => Mode::Ten,
            _ => return None,
        };
        all.one = read(parts.next().unwrap_or_default())?;
        all.group = parts.next().map_or(Some(0), |group| group.parse().ok())?;
        all.turn = parts.next().map_or(Some(0), |turn| turn.parse().ok())?;
        for place in 0..TEN {
            all.ten[place] = read(parts.next().unwrap_or_default())?;
        }
        let exists = all.turn <= TEN && all.group < usize::from(MOST_FOLLOWED) / TEN;
        (parts.next().is_none() && exists).then_some(all)
    }
}

fn written(hand: &Hand) -> String {
    let mut letters: String = hand.choices.iter().map(|choice| letter(*choice)).collect();
    letters.extend(hand.rule.map(|rule| rule.to_string()));
    letters
}

fn letter(choice: Choice) -> char {
    let plain = match choice.act {
        Act::Raise => 'r',
        Act::Keep => 'k',
        Act::Lower => 'l',
        Act::Hold => 'h',
        Act::Stop => 's',
    };
    if choice.check == Check::Ask { plain.to_ascii_uppercase() } else { plain }
}

fn read(letters: &str) -> Option<Hand> {
    let choices = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let rule = &letters[choices.len()..];
    let rule = if rule.is_empty() { None } else { Some(rule.parse().ok()?) };
    Some(Hand { choices: choices.chars().map(choice).collect::<Option<_>>()?, rule })
}

fn choice(letter: char) -> Option<Choice> {
    let act = Act::ALL.into_iter().find(|act| {
        let plain = Choice::plain(*act);
        self::letter(plain) == letter.to_ascii_lowercase()
    })?;
    let check = if letter.is_ascii_uppercase() { Check::Ask } else { Check::Usual };
    Some(Choice { act, check })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn comes_back(titrating: &Titrating, expected: &str) {
        let letters = titrating.letters();
        assert_eq!(letters, expected);
        let back = Titrating::of_letters(&letters, titrating.person);
        assert_eq!(back.as_ref(), Some(titrating));
    }

    #[test]
    fn choices_come_back_from_their_letters() {
        let hand = |letters: &str| read(letters).expect("letters");
        comes_back(&Titrating::new(), "");
        let one = Titrating { one: hand("kkRlhs"), person: 7, ..Titrating::new() };
        comes_back(&one, "one.kkRlhs");
        let ruled = Titrating { one: hand("K12"), ..Titrating::new() };
        comes_back(&ruled, "one.K12");
        let mut ten = Titrating { mode: Mode::Ten, turn: 2, group: 3, ..Titrating::new() };
        (ten.ten[0], ten.ten[1]) = (hand("krrs"), hand("2"));
        comes_back(&ten, "ten..3.2.krrs.2");
        comes_back(&Titrating { mode: Mode::Ten, ..Titrating::new() }, "ten");
    }

    #[test]
    fn what_nobody_can_have_written_is_none() {
        for letters in
            ["six", "one.x", "one.2k", "ten..0.11", "ten..a", "ten..40", "one.k.0.0.............k"]
        {
            assert_eq!(Titrating::of_letters(letters, 0), None, "{letters}");
        }
        assert_eq!(Titrating::of_letters("one.99999999999999999999999", 0), None);
    }
}
