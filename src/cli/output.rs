//! Where text goes: standard output, a file that is never half, or a note on standard error.

use std::fmt::Display;
use std::fs;
use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;

use console::Term;

use super::CliError;
use crate::words::command::Phrase;

/// Whether an existing file may be overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overwrite {
    Allowed,
    Refused,
}

/// Where results go.
#[derive(Debug)]
pub(super) enum Target {
    Stdout,
    File { path: PathBuf, overwrite: Overwrite },
}

impl Target {
    /// Checks the file before anything is run: its folder must exist, and the file must not unless allowed.
    ///
    /// # Errors
    /// When the file could not be written there in the end.
    pub fn choose(out: Option<&Path>, overwrite: Overwrite) -> Result<Self, CliError> {
        let Some(path) = out else {
            return Ok(Self::Stdout);
        };
        let folder = folder(path);
        if !folder.is_dir() {
            return Err(CliError::NoFolder { folder: folder.to_owned() });
        }
        if let Ok(about) = fs::metadata(path) {
            if about.is_dir() {
                return Err(CliError::Folder { path: path.to_owned() });
            }
            if !about.is_file() {
                return Err(CliError::NoOrdinaryFile { path: path.to_owned() });
            }
            if overwrite == Overwrite::Refused {
                return Err(CliError::Exists { path: path.to_owned() });
            }
        }
        if path.file_name().is_none() {
            return Err(CliError::Folder { path: path.to_owned() });
        }
        Ok(Self::File { path: path.to_owned(), overwrite })
    }

    /// The width that text should keep within: the terminal's.
    pub fn width(&self) -> Option<usize> {
        match self {
            Self::Stdout if Term::stdout().is_term() => {
                Term::stdout().size_checked().map(|(_, columns)| usize::from(columns))
            }
            _ => None,
        }
    }

    /// Prints the text, or writes the file: beside it first, then renamed, so it is never half.
    ///
    /// # Errors
    /// When the system refuses, or the file has appeared in the meantime.
    pub fn write(&self, text: &str) -> Result<(), CliError> {
        let Self::File { path, overwrite } = self else {
            return print(text).map(|_| ());
        };
        if *overwrite == Overwrite::Refused && path.exists() {
            return Err(CliError::Exists { path: path.clone() });
        }
        replace(path, text.as_bytes())
            .map_err(|source| CliError::Unwritable { path: path.clone(), source })?;
        note(&Phrase::Written { path: &path.display().to_string() });
        Ok(())
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes a file of another name in the same folder and renames it.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()); // a link stays a link
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder(&path).join(format!(".{name}.{}.part", std::process::id()));
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&draft)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&draft, &path));
    if written.is_err() {
        let _ = fs::remove_file(&draft); // it may never have been there
    }
    written
}

/// Prints data to standard output.
///
/// # Errors
/// When the system refuses; a closed pipe is such a case ([`CliError::is_closed_pipe`]).
pub(super) fn print(text: &str) -> Result<ExitCode, CliError> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CliError::stdout)?;
    Ok(ExitCode::SUCCESS)
}

/// Says something on standard error; if nobody listens, nothing is lost.
pub(super) fn note(what: &impl Display) {
    let _ = writeln!(io::stderr().lock(), "{what}");
}
