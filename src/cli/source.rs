//! Finds a scenario by name or as a file, and reads it.

use std::fs;
use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

use super::CliError;
use crate::scenario;
use crate::scenario::LONGEST;
use crate::scenario::Scenario;
use crate::scenario::library;

/// The text of a scenario: built in, or of a file in UTF-8.
///
/// # Errors
/// As [`bytes`], and when the file is no UTF-8 text.
pub(super) fn text(name: &str) -> Result<String, CliError> {
    String::from_utf8(bytes(name)?).map_err(|error| match scenario::parse_bytes(error.as_bytes()) {
        Err(faults) => CliError::Faulty { name: name.to_owned(), faults },
        Ok(_) => CliError::encoding(error),
    })
}

/// A scenario, read and checked.
///
/// # Errors
/// As [`bytes`], and every fault of the scenario.
pub(super) fn scenario(name: &str) -> Result<Scenario, CliError> {
    scenario::parse_bytes(&bytes(name)?)
        .map_err(|faults| CliError::Faulty { name: name.to_owned(), faults })
}

/// The bytes of a scenario; a name of the library comes before a file.
fn bytes(name: &str) -> Result<Vec<u8>, CliError> {
    match library::find(name) {
        Some(entry) => Ok(entry.text.as_bytes().to_vec()),
        None => file(name),
    }
}

fn file(name: &str) -> Result<Vec<u8>, CliError> {
    let path = Path::new(name);
    let unreadable = |source| CliError::Unreadable { path: path.to_owned(), source };
    let about = fs::metadata(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound if !looks_like_a_file(path) => unknown(name),
        _ => unreadable(source),
    })?;
    if about.is_dir() {
        return Err(CliError::Folder { path: path.to_owned() });
    }
    if about.len() > LONGEST as u64 {
        return Err(CliError::TooLong { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // a pipe has no length beforehand
    file.take(LONGEST as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LONGEST {
        return Err(CliError::TooLong { path: path.to_owned() });
    }
    Ok(bytes)
}

fn looks_like_a_file(path: &Path) -> bool {
    path.components().count() > 1 || path.extension().is_some()
}

fn unknown(name: &str) -> CliError {
    CliError::UnknownScenario { name: name.to_owned(), nearest: library::nearest(name) }
}
