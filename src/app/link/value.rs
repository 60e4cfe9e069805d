//! The values of a link, read and written.

use super::Ignored;
use crate::app::closeup::Followed;
use crate::app::closeup::Gathering;
use crate::app::closeup::SIZES;
use crate::app::patch::PriorMix;
use crate::app::patch::SeverityMix;
use crate::app::state::Action;
use crate::app::state::View;
use crate::protocol::arm::Rung;

/// A part of a value is quoted in messages up to so many characters.
const QUOTED: usize = 40;

pub(super) fn side(arm: Option<u8>) -> String {
    arm.map_or_else(|| "-".to_owned(), |arm| arm.to_string())
}

pub(super) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    short
}

pub(super) fn refuse(key: &'static str, value: &str) -> Ignored {
    Ignored::Value { key, value: quoted(value) }
}

/// A whole number in digits, without sign or spaces.
pub(super) fn number<T: std::str::FromStr>(key: &'static str, value: &str) -> Result<T, Ignored> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    value.parse().ok().filter(|_| digits).ok_or_else(|| refuse(key, value))
}

pub(super) fn doses(value: &str) -> Result<Vec<Action>, Ignored> {
    let one = |text: &str| {
        let (arm, rung) = text.split_once('.').ok_or_else(|| refuse("d", text))?;
        Ok(Action::SetDose(number("d", arm)?, Rung(number("d", rung)?)))
    };
    value.split('_').map(one).collect()
}

pub(super) fn severity(value: &str) -> Result<SeverityMix, Ignored> {
    match value {
        "milder" => Ok(SeverityMix::Milder),
        "harder" => Ok(SeverityMix::Harder),
        _ => Err(refuse("sev", value)),
    }
}

pub(super) fn prior(value: &str) -> Result<PriorMix, Ignored> {
    match value {
        "newer" => Ok(PriorMix::Newer),
        "harder" => Ok(PriorMix::Harder),
        _ => Err(refuse("prior", value)),
    }
}

pub(super) fn view(value: &str) -> Result<View, Ignored> {
    let (left, right) = value.split_once('.').ok_or_else(|| refuse("pair", value))?;
    Ok(View { left: place("pair", left)?, right: place("pair", right)? })
}

/// A place in a list, or `-` for the usual one.
pub(super) fn place(key: &'static str, text: &str) -> Result<Option<u8>, Ignored> {
    if text == "-" { Ok(None) } else { number(key, text).map(Some) }
}

pub(super) fn followed(value: &str) -> Result<Followed, Ignored> {
    const KEY: &str = "who";
    let parts: Vec<&str> = value.split('.').collect();
    let [person, day, arm, other] = *parts else { return Err(refuse(KEY, value)) };
    let (person, day) = (number(KEY, person)?, number(KEY, day)?);
    Ok(Followed { person, day, arm: place(KEY, arm)?, other: place(KEY, other)? })
}

pub(super) fn gathering(value: &str) -> Result<Gathering, Ignored> {
    const KEY: &str = "cohort";
    let parts: Vec<&str> = value.split('.').collect();
    let [people, a, b, c, d] = *parts else { return Err(refuse(KEY, value)) };
    let people: u16 = number(KEY, people)?;
    let size = SIZES.iter().position(|size| *size == people).ok_or_else(|| refuse(KEY, value))?;
    let size = u8::try_from(size).expect("a handful of sizes");
    let groups = [place(KEY, a)?, place(KEY, b)?, place(KEY, c)?, place(KEY, d)?];
    Ok(Gathering { size, groups })
}
