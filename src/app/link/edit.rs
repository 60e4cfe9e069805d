//! Edited parts of arms in a link: `r=1.y2Fk~3.a2Nk`, an arm and its part in letters, one after the other.
//!
//! | key | part |
//! |---|---|
//! | `r` | the rule |
//! | `m` | the monitoring |
//! | `c` | the course of visits |
//! | `g` | what is given |

use super::Action;
use super::Ignored;
use super::packed;
use super::value::number;
use super::value::quoted;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::titration;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Span;
use crate::protocol::titration::Titration;

/// The keys, in the order in which they are written.
pub(super) const KEYS: [&str; 4] = ["r", "m", "c", "g"];

/// Between two arms: a letter that no part has.
const NEXT: char = '~';

/// The key that an action is written under, the arm and the part in letters.
fn written(action: &Action) -> Option<(&'static str, u8, String)> {
    Some(match action {
        Action::SetTitration(arm, part) => ("r", *arm, packed::pack_part(part)),
        Action::SetMonitoring(arm, part) => ("m", *arm, packed::pack_part(part)),
        Action::SetSchedule(arm, part) => ("c", *arm, packed::pack_part(part)),
        Action::SetGiven(arm, part) => ("g", *arm, packed::pack_part(part)),
        _ => return None,
    })
}

/// The edits among some actions as key and value.
pub(super) fn pairs(actions: &[Action]) -> Vec<String> {
    let all: Vec<_> = actions.iter().filter_map(written).collect();
    let value = |key: &str| {
        let of_key = all.iter().filter(|(known, ..)| *known == key);
        let parts: Vec<String> = of_key.map(|(_, arm, part)| format!("{arm}.{part}")).collect();
        (!parts.is_empty()).then(|| format!("{key}={}", parts.join(&NEXT.to_string())))
    };
    KEYS.iter().filter_map(|key| value(key)).collect()
}

/// How an edit is called in a message: "r=1".
pub(super) fn part(action: &Action) -> Option<String> {
    written(action).map(|(key, arm, _)| format!("{key}={arm}"))
}

/// Reads the edits under a key: an action for each arm, or why there is none.
pub(super) fn read(key: &'static str, value: &str) -> Vec<Result<Action, Ignored>> {
    value.split(NEXT).map(|entry| one(key, entry)).collect()
}

fn one(key: &'static str, entry: &str) -> Result<Action, Ignored> {
    let damaged = || Ignored::Edit { key, what: quoted(entry.split('.').next().unwrap_or("")) };
    let (arm, letters) = entry.split_once('.').ok_or_else(damaged)?;
    let arm = number(key, arm).map_err(|_| damaged())?;
    let action = match key {
        "r" => packed::unpack_part(letters).filter(sayable).map(|it| Action::SetTitration(arm, it)),
        "m" => {
            packed::unpack_part(letters).filter(watchable).map(|it| Action::SetMonitoring(arm, it))
        }
        "c" => packed::unpack_part(letters).map(|it| Action::SetSchedule(arm, it)),
        _ => packed::unpack_part(letters).map(|it| Action::SetGiven(arm, it)),
    };
    action.ok_or_else(damaged)
}

/// Whether a file could say it: what no file can say is damage.
fn sayable(titration: &Titration) -> bool {
    let Rule::Table(table) = &titration.rule else { return true };
    let starts = table.start.iter().all(|row| within(row.baseline, 60));
    let steps = |then| match then {
        titration::Action::Raise(rise) | titration::Action::Washout { rise, .. } => {
            rise.by <= MOST_STEPS
        }
        titration::Action::Lower { by } => by <= MOST_STEPS,
        titration::Action::Stay | titration::Action::Stop => true,
    };
    let row = |row: &titration::Row| {
        within(row.sessions, 200) && within(row.weeks, 60) && steps(row.then)
    };
    starts && table.rows.iter().all(row)
}

/// Rungs that a row may move by.
const MOST_STEPS: u8 = 11;

fn within<T: Copy + Into<u16>>(span: Span<T>, most: u16) -> bool {
    let inside = |end: Option<T>, most| end.is_none_or(|end| end.into() <= most);
    inside(span.least, most) && inside(span.below, most + 1)
}

fn watchable(monitoring: &Monitoring) -> bool {
    monitoring.stop_after_severe.is_none_or(|k| (1..=100).contains(&k))
}
