//! What one run of the checks is to do: its size, and who is watching.

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use crate::verify::stages::Outcome;
use crate::workshop::folder;

/// How much of each stage is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Without the browser: about a minute when everything is built.
    Fast,
    /// What a change must pass.
    Usual,
    /// Full sizes, soak, fuzzing, timed figures, a second browser engine.
    Long,
}

/// One run.
#[derive(Debug)]
pub struct Plan {
    /// How much of each stage is run.
    pub size: Size,
    /// Whether a missing tool is a failure: on a build machine nobody reads a skip.
    strict: bool,
    logs: PathBuf,
}

impl Plan {
    /// A run of a size, with `CI=true` telling a build machine.
    ///
    /// # Errors
    /// When the folder for the logs cannot be made.
    pub fn new(size: Size) -> io::Result<Self> {
        let logs = folder::target().join("verify");
        fs::create_dir_all(&logs)?;
        let strict = env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        Ok(Self { size, strict, logs })
    }

    /// Where a stage's full output goes.
    pub fn log(&self, stage: &str) -> PathBuf {
        self.file(&format!("{stage}.log"))
    }

    /// A file beside the logs, for what one program hands to another.
    pub fn file(&self, name: &str) -> PathBuf {
        self.logs.join(name)
    }

    /// What becomes of a stage whose tool is not there and could not be installed.
    pub fn missing(&self, what: &str, remedy: &str) -> Outcome {
        let words = format!("no {what}; {remedy}");
        if self.strict { Outcome::Failed(words) } else { Outcome::Skipped(words) }
    }

    /// Tells a command the size: tests and scripts read these two variables.
    pub fn tell(&self, command: &mut Command) {
        match self.size {
            Size::Fast => command.env("TITRARIUM_FAST", "1"),
            Size::Usual => command,
            Size::Long => command.env("TITRARIUM_LONG", "1"),
        };
    }
}
