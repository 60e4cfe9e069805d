//! Runs the commands of a stage, keeps what they say and shows the end of it when one fails.

use std::collections::VecDeque;
use std::fs::File;
use std::fs::OpenOptions;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use anyhow::Context;
use anyhow::Result;

use crate::verify::plan::Plan;
use crate::verify::stages::Outcome;
use crate::workshop::folder;

/// Lines shown of a failed command.
const SHOWN: usize = 60;

/// A stage at work: all its commands share one log.
#[derive(Debug)]
pub struct Task<'a> {
    plan: &'a Plan,
    log: PathBuf,
}

impl<'a> Task<'a> {
    /// Starts a stage with an empty log.
    ///
    /// # Errors
    /// When the log cannot be written.
    pub fn new(plan: &'a Plan, stage: &str) -> Result<Self> {
        let log = plan.log(stage);
        File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        Ok(Self { plan, log })
    }

    /// Runs one command in the checkout's root, unless it has a folder of its own.
    ///
    /// # Errors
    /// When it does not start, or the log cannot be written.
    pub fn run(&self, command: &mut Command) -> Result<Outcome> {
        let line = spelled(command);
        let mut log = OpenOptions::new().append(true).open(&self.log)?;
        writeln!(log, "$ {line}")?;
        if command.get_current_dir().is_none() {
            command.current_dir(folder::root());
        }
        self.plan.tell(command);
        let status = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .status()
            .with_context(|| format!("`{line}` does not start"))?;
        if status.success() {
            return Ok(Outcome::ok());
        }
        self.show()?;
        Ok(Outcome::Failed(format!("`{line}`; all of it in {}", self.log.display())))
    }

    /// Prints the end of the log.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn show(&self) -> Result<()> {
        let mut last = VecDeque::new();
        for line in BufReader::new(File::open(&self.log)?).split(b'\n') {
            if last.len() == SHOWN {
                last.pop_front();
            }
            last.push_back(String::from_utf8_lossy(&line?).into_owned());
        }
        for line in last {
            println!("  | {line}");
        }
        Ok(())
    }
}

fn spelled(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut words = vec![name.unwrap_or_default()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
