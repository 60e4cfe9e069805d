#![doc = include_str!("docs/scenario.md")]

mod arm;
mod defaults;
mod fault;
mod nearest;
mod people;
mod place;
mod position;
mod reader;
mod row;
mod rule;
mod study;
mod traits;
mod truth;
mod value;
mod visits;
mod watch;
mod write;
mod write_arm;

pub mod library;
pub mod schema;

pub use fault::Fault;
pub use fault::FaultKind;
pub use fault::ScenarioError;
pub use write::write;

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::protocol::Protocol;
use position::Lines;
use reader::Found;
use reader::Log;
use reader::Section;
use study::Draft;
use study::Syntax;

/// The version of the file format that this program writes and reads.
pub const SCHEMA: u32 = 1;

/// A longer file, in bytes, is refused before it is read.
pub const LONGEST: usize = 1_000_000;

/// A scenario: a study that has been checked, and what a teacher says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The study.
    pub protocol: Protocol,
    /// The note for the teacher.
    pub teaching: String,
    /// What to look at.
    pub look_at: String,
}

/// Reads a scenario from the bytes of a file.
///
/// # Errors
/// As [`parse`], and when the bytes are no UTF-8 text.
pub fn parse_bytes(bytes: &[u8]) -> Result<Scenario, ScenarioError> {
    refuse_long(bytes.len())?;
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(fault) => {
            let byte = fault.valid_up_to();
            let sound = String::from_utf8_lossy(&bytes[..byte]);
            let (line, column) = Lines::of(&sound).position(byte);
            Err(whole_file(line, column, FaultKind::NotUtf8 { byte }))
        }
    }
}

/// Reads a scenario from text.
///
/// # Errors
/// Every fault of the file, in order of position. A fault that only follows from another one is left out: it would
/// send the author to the wrong place.
pub fn parse(text: &str) -> Result<Scenario, ScenarioError> {
    refuse_long(text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text); // some editors begin a file with it
    let (root, stumbles) = DeTable::parse_recoverable(text);
    let syntax = match stumbles.as_slice() {
        [] => Syntax::Sound,
        _ => Syntax::Broken,
    };
    let log = Log::default();
    let read = read(root.get_ref(), syntax, &log);
    let found = log.into_found();
    match read {
        Some(scenario) if found.is_empty() && syntax == Syntax::Sound => Ok(scenario),
        _ => Err(locate(text, &stumbles, found)),
    }
}

/// The scenario, if its parts fit together; faults are noted in the log.
fn read(root: &DeTable, syntax: Syntax, log: &Log) -> Option<Scenario> {
    let mut section = Section::root(log, root);
    if let Err(found) = study::schema(&mut section) {
        section.note("schema", FaultKind::SchemaNewer { found });
        return None;
    }
    let Draft { design, teaching, look_at, ladder } = study::read(section, syntax);
    match design.check() {
        Ok(protocol) => Some(Scenario { protocol, teaching, look_at }),
        Err(faults) => {
            study::note(faults, log, root, (ladder, syntax));
            None
        }
    }
}

/// Lines and columns; of several stumbles on a line the first, and nothing that follows from a stumble.
fn locate(text: &str, stumbles: &[toml::de::Error], found: Vec<Found>) -> ScenarioError {
    let lines = Lines::of(text);
    let mut stumbled = BTreeMap::new();
    let mut open_list = None;
    for stumble in stumbles {
        let at = stumble.span().map_or(text.len(), |span| span.start);
        if open_list.is_none() && stumble.message().starts_with(IN_LIST) {
            open_list = lines.open_list(at);
            let begins = open_list.map_or(usize::MAX, |at| lines.line(at));
            stumbled.retain(|line, _| *line < begins);
        }
        let (at, message) = match open_list {
            Some(at) => (at, OPEN_LIST),
            None => (at, stumble.message()),
        };
        stumbled.entry(lines.line(at)).or_insert((at, message.to_owned()));
    }
    let mut suspect = lines.suspect(stumbled.keys().copied());
    suspect.extend(open_list.into_iter().flat_map(|at| lines.from(at)));
    let mut kept: Vec<Found> = found
        .into_iter()
        .filter(|found| stumbled.is_empty() || !found.kind.is_absence())
        .filter(|found| !suspect.contains(&lines.line(found.at)))
        .collect();
    kept.extend(stumbled.into_values().map(|(at, message)| {
        let path = String::new();
        let kind = FaultKind::Syntax { message };
        Found { at, path, kind }
    }));
    kept.sort_by(|a, b| (a.at, &a.path).cmp(&(b.at, &b.path)));
    kept.dedup_by(|a, b| (a.at, &a.path) == (b.at, &b.path)); // shared by arms, and refused for each
    ScenarioError::new(&lines, kept)
}

/// How the reader of TOML complains about whatever follows a list that is not closed.
const IN_LIST: &str = "missing comma between array elements";

const OPEN_LIST: &str = "the list that begins here is not closed";

fn refuse_long(bytes: usize) -> Result<(), ScenarioError> {
    let most = LONGEST;
    if bytes > most {
        return Err(whole_file(1, 1, FaultKind::TooLong { bytes, most }));
    }
    Ok(())
}

fn whole_file(line: usize, column: usize, kind: FaultKind) -> ScenarioError {
    let path = String::new();
    ScenarioError::of(Fault { line, column, path, kind })
}
