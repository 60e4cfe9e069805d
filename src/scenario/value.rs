//! Checked readers of single values. Knows TOML and quantities, no field of a study.

use toml::de::DeValue;

use super::fault::FaultKind;
use super::nearest::nearest;
use crate::unit::OutOfRange;

/// A range of whole numbers.
#[derive(Debug)]
pub(super) struct Whole {
    pub what: &'static str,
    pub range: &'static str,
    pub from: u16,
    pub to: u16,
}

impl Whole {
    /// Reads a whole number in the range.
    pub fn read<T: TryFrom<u16>>(&self, value: &DeValue) -> Result<T, FaultKind> {
        let DeValue::Integer(_) = value else {
            return Err(wrong("a whole number", value));
        };
        let got = number(value)?;
        (self.from..=self.to)
            .find(|whole| f64::from(*whole).total_cmp(&got).is_eq())
            .and_then(|whole| T::try_from(whole).ok())
            .ok_or_else(|| {
                let (what, range) = (self.what, self.range);
                OutOfRange { what, range, got }.into()
            })
    }
}

/// A number, whole or not. Whether it is finite is for its quantity to say.
pub(super) fn number(value: &DeValue) -> Result<f64, FaultKind> {
    let parsed = match value {
        DeValue::Float(float) => float.as_str().parse().ok(),
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
        DeValue::Integer(whole) => {
            u32::from_str_radix(whole.as_str(), whole.radix()).ok().map(f64::from)
        }
        _ => None,
    };
    match parsed {
        Some(x) => Ok(x + 0.0), // -0 becomes 0
        None => Err(wrong("a number", value)),
    }
}

/// A text.
pub(super) fn text<'a>(value: &'a DeValue) -> Result<&'a str, FaultKind> {
    value.as_str().ok_or_else(|| wrong("a text in quotes", value))
}

/// One of some words.
pub(super) fn choose<T: Clone>(got: &str, choices: &[(&'static str, T)]) -> Result<T, FaultKind> {
    if let Some((_, choice)) = choices.iter().find(|(word, _)| *word == got) {
        return Ok(choice.clone());
    }
    let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
    Err(FaultKind::UnknownChoice {
        got: got.to_owned(),
        nearest: nearest(got, &words),
        choices: words,
    })
}

/// A number read by `read`, or the word "never".
pub(super) fn or_never<'a, T>(
    value: &'a DeValue<'a>,
    read: impl FnOnce(&'a DeValue<'a>) -> Result<T, FaultKind>,
) -> Result<Option<T>, FaultKind> {
    match value {
        DeValue::String(word) if word == "never" => Ok(None),
        DeValue::Integer(_) | DeValue::Float(_) => read(value).map(Some),
        other => Err(wrong("a number or \"never\"", other)),
    }
}

/// The fault of a value of the wrong kind.
pub(super) fn wrong(want: &'static str, value: &DeValue) -> FaultKind {
    let got = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    FaultKind::WrongType { want, got }
}
