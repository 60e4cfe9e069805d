//! Which arm somebody means: by name, by dose, by number.

use super::CliError;
use super::results;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;

/// The arm of that name, of that dose ("120"), or of that number ("#4").
///
/// # Errors
/// [`CliError::UnknownArm`] when there is none, [`CliError::SeveralArms`] when a dose names more than one.
pub(super) fn arm<'a>(protocol: &'a Protocol, asked: &str) -> Result<&'a Arm, CliError> {
    index(protocol, asked).map(|index| &protocol.arms[index])
}

/// Two different arms.
///
/// # Errors
/// As [`arm`] for each of them; [`CliError::NotTwoArms`] when there are not two, or both are the same.
pub(super) fn two(protocol: &Protocol, asked: &[String]) -> Result<[usize; 2], CliError> {
    let found: Vec<usize> =
        asked.iter().map(|asked| index(protocol, asked)).collect::<Result<_, _>>()?;
    match found.as_slice() {
        [first, second] if first != second => Ok([*first, *second]),
        _ => Err(CliError::NotTwoArms {
            asked: asked.join(", "),
            arms: protocol.arms.iter().map(|arm| format!("\"{}\"", arm.name)).collect(),
        }),
    }
}

fn index(protocol: &Protocol, asked: &str) -> Result<usize, CliError> {
    let same = |arm: &Arm| arm.name == asked;
    let alike = |arm: &Arm| arm.name.to_lowercase() == asked.to_lowercase();
    let arms = &protocol.arms;
    if let Some(at) = arms.iter().position(same).or_else(|| arms.iter().position(alike)) {
        return Ok(at);
    }
    if let Some(at) = number(asked).filter(|at| *at < arms.len()) {
        return Ok(at);
    }
    let of_dose: Vec<usize> = dose(asked).map_or_else(Vec::new, |dose| {
        (0..arms.len()).filter(|i| results::dose(protocol, &arms[*i]) == Some(dose)).collect()
    });
    let label = |i: usize| format!("#{} \"{}\"", i + 1, arms[i].name);
    match of_dose.as_slice() {
        [only] => Ok(*only),
        [] => Err(CliError::UnknownArm {
            asked: asked.to_owned(),
            nearest: nearest(protocol, asked),
            arms: (0..arms.len()).map(label).collect(),
        }),
        several => Err(CliError::SeveralArms {
            asked: asked.to_owned(),
            arms: several.iter().copied().map(label).collect(),
        }),
    }
}

/// "#4" is the arm at index 3.
fn number(asked: &str) -> Option<usize> {
    asked.strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1)
}

fn dose(asked: &str) -> Option<f64> {
    asked
        .strip_suffix("au")
        .unwrap_or(asked)
        .trim()
        .parse()
        .ok()
        .filter(|dose: &f64| dose.is_finite())
}

/// The arm most like it: of that number, of the nearest dose, or of a name in which at most every second letter differs.
fn nearest(protocol: &Protocol, asked: &str) -> Option<String> {
    if number(&format!("#{asked}")).is_some_and(|index| index < protocol.arms.len()) {
        return Some(format!("#{asked}"));
    }
    let by_dose = dose(asked).and_then(|asked| {
        let doses =
            protocol.arms.iter().filter_map(|arm| Some((results::dose(protocol, arm)?, arm)));
        doses.min_by(|(a, _), (b, _)| (a - asked).abs().total_cmp(&(b - asked).abs()))
    });
    match by_dose {
        Some((_, arm)) => Some(arm.name.clone()),
        None => of_name(protocol, asked),
    }
}

fn of_name(protocol: &Protocol, asked: &str) -> Option<String> {
    const LONGEST: usize = 100; // comparing takes time in proportion to both lengths
    let length = |text: &str| text.chars().count();
    let distance =
        |arm: &Arm| strsim::osa_distance(&arm.name.to_lowercase(), &asked.to_lowercase());
    protocol
        .arms
        .iter()
        .filter(|arm| length(asked) <= LONGEST && length(&arm.name) <= LONGEST)
        .map(|arm| (distance(arm), arm))
        .filter(|(distance, arm)| *distance <= length(asked).max(length(&arm.name)) / 2)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, arm)| arm.name.clone())
}
