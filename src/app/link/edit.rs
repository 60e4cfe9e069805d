//! Edited parts of arms in a link: `r=1.y2Fk~3.a2Nk`, an arm and its part in letters, one after the other.
//!
//! | key | part |
//! |---|---|
//! | `a` | arms that were added, the places of what they copy: `a=1.0` |
//! | `r` | the rule |
//! | `m` | the monitoring |
//! | `c` | the course of visits |
//! | `g` | what is given |

use super::Action;
use super::Ignored;
use super::packed;
use super::value::number;
use super::value::quoted;
use super::value::refuse;
use crate::app::patch::Change;
use crate::app::patch::Edit;
use crate::app::patch::Patch;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::titration;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Span;
use crate::protocol::titration::Titration;

/// The keys, in the order in which they are written.
const KEYS: [&str; 4] = ["r", "m", "c", "g"];

/// The key of arms that were added.
const ADDED: &str = "a";

/// Between two arms: a letter that no part has.
const NEXT: char = '~';

/// What was edited, as actions.
pub(super) fn actions(patch: &Patch) -> Vec<Action> {
    let mut all = Vec::new();
    all.extend((!patch.added.is_empty()).then(|| Action::Arms(patch.added.clone())));
    for (arm, edit) in &patch.edits {
        let Edit { titration, monitoring, schedule, given } = edit.clone();
        let changes = [
            titration.map(Change::Titration),
            monitoring.map(Change::Monitoring),
            schedule.map(Change::Schedule),
            given.map(Change::Given),
        ];
        all.extend(changes.into_iter().flatten().map(|change| Action::Edit(*arm, change)));
    }
    all
}

/// The key that an action is written under, the arm and the part in letters.
fn written(action: &Action) -> Option<(&'static str, u8, String)> {
    let Action::Edit(arm, change) = action else { return None };
    let (key, letters) = match change {
        Change::Titration(part) => ("r", packed::pack_part(part)),
        Change::Monitoring(part) => ("m", packed::pack_part(part)),
        Change::Schedule(part) => ("c", packed::pack_part(part)),
        Change::Given(part) => ("g", packed::pack_part(part)),
        Change::All(_) => return None,
    };
    Some((key, *arm, letters))
}

/// The edits among some actions as key and value.
pub(super) fn pairs(actions: &[Action]) -> Vec<String> {
    let all: Vec<_> = actions.iter().filter_map(written).collect();
    let value = |key: &str| {
        let of_key = all.iter().filter(|(known, ..)| *known == key);
        let parts: Vec<String> = of_key.map(|(_, arm, part)| format!("{arm}.{part}")).collect();
        (!parts.is_empty()).then(|| format!("{key}={}", parts.join(&NEXT.to_string())))
    };
    let added = actions.iter().filter_map(arms);
    added.chain(KEYS.iter().filter_map(|key| value(key))).collect()
}

/// The arms that were added, as key and value.
fn arms(action: &Action) -> Option<String> {
    let Action::Arms(added) = action else { return None };
    let places: Vec<String> = added.iter().map(ToString::to_string).collect();
    Some(format!("{ADDED}={}", places.join(".")))
}

/// How an edit is called in a message: "r=1".
pub(super) fn part(action: &Action) -> Option<String> {
    if let Some(arms) = arms(action) {
        return Some(arms);
    }
    written(action).map(|(key, arm, _)| format!("{key}={arm}"))
}

/// Reads the edits under a key: an action for each arm; each that is damaged is left out by itself.
pub(super) fn read(
    key: &str,
    value: &str,
    (actions, ignored): (&mut Vec<Action>, &mut Vec<Ignored>),
) {
    if key == ADDED {
        let places: Result<Vec<u8>, Ignored> =
            value.split('.').map(|at| number(ADDED, at)).collect();
        match places {
            Ok(places) => actions.push(Action::Arms(places)),
            Err(_) => ignored.push(refuse(ADDED, value)),
        }
        return;
    }
    let Some(key) = KEYS.into_iter().find(|known| *known == key) else { return };
    for entry in value.split(NEXT) {
        let (arm, letters) = entry.split_once('.').unwrap_or((entry, ""));
        let change = number(key, arm).ok().and_then(|at| Some((at, change(key, letters)?)));
        match change {
            Some((arm, change)) => actions.push(Action::Edit(arm, change)),
            None => ignored.push(Ignored::Edit { key, what: quoted(arm) }),
        }
    }
}

fn change(key: &str, letters: &str) -> Option<Change> {
    match key {
        "r" => packed::unpack_part(letters).filter(sayable).map(Change::Titration),
        "m" => packed::unpack_part(letters).filter(watchable).map(Change::Monitoring),
        "c" => packed::unpack_part(letters).map(Change::Schedule),
        _ => packed::unpack_part(letters).map(Change::Given),
    }
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
