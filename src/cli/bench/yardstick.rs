//! The JavaScript yardstick as a program beside this one: started once, so that its compiler is warm, and asked for a
//! number once a round.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::PathBuf;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;

/// The plain JavaScript port of the fixed arm.
const SCRIPT: &str = include_str!("../../../benches/yardstick.mjs");

/// The yardstick, waiting for a question.
pub(super) struct Yardstick {
    node: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
    file: PathBuf,
}

impl Yardstick {
    /// Starts it and has it warm up; none without Node.
    pub(super) fn start() -> Option<Self> {
        let name = format!("titrarium-yardstick-{}.mjs", std::process::id());
        // The script finds out whether it is the program by comparing its own address with this one.
        let file = fs::canonicalize(std::env::temp_dir()).ok()?.join(name);
        fs::write(&file, SCRIPT).ok()?;
        let started = Command::new("node")
            .arg(&file)
            .arg("ask")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut node) = started else {
            let _gone = fs::remove_file(&file);
            return None;
        };
        let (questions, answers) = (node.stdin.take()?, BufReader::new(node.stdout.take()?));
        let mut yardstick = Self { node, questions, answers, file };
        yardstick.ask(0.5)?;
        Some(yardstick)
    }

    /// Microseconds a person, of work for about so many seconds.
    pub(super) fn ask(&mut self, seconds: f64) -> Option<f64> {
        writeln!(self.questions, "{seconds}").ok()?;
        let mut line = String::new();
        self.answers.read_line(&mut line).ok()?;
        line.trim().parse().ok()
    }
}

impl Drop for Yardstick {
    fn drop(&mut self) {
        // It may have ended by itself, and the system clears its folder for temporary files anyway.
        let _ended = self.node.kill().and_then(|()| self.node.wait());
        let _gone = fs::remove_file(&self.file);
    }
}
