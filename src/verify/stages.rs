//! The table of stages, quickest first.

use anyhow::Result;

use crate::verify::count;
use crate::verify::node;
use crate::verify::plan::Plan;
use crate::verify::rust;
use crate::verify::site;

/// What became of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Well; the text, mostly empty, is added to its line.
    Passed(String),
    /// Not run, and why.
    Skipped(String),
    /// A fault, and which.
    Failed(String),
}

impl Outcome {
    /// Well, with nothing to add.
    pub fn ok() -> Self {
        Self::Passed(String::new())
    }

    /// Goes on only when all was well so far.
    ///
    /// # Errors
    /// What the next step says.
    pub fn then(self, next: impl FnOnce() -> Result<Self>) -> Result<Self> {
        if matches!(self, Self::Passed(_)) { next() } else { Ok(self) }
    }
}

/// One check with a name of its own.
#[derive(Debug)]
pub struct Stage {
    /// What `--skip` and `--only` call it.
    pub name: &'static str,
    /// One line for people.
    pub about: &'static str,
    /// Does it. An `Err` is a failure too: the machinery broke.
    pub run: fn(&Plan) -> Result<Outcome>,
}

/// Every stage in the order it runs, slowest last.
pub const STAGES: [Stage; 13] = [
    stage("format", "rustfmt has nothing to change", rust::format),
    stage("lint", "clippy on every native target", rust::lint),
    stage("lint-wasm", "clippy on the wasm modules", rust::lint_wasm),
    stage("layers", "each layer uses only those below it", rust::layers),
    stage("docs", "documentation without a warning", rust::docs),
    stage("licences", "licences and origins of what is linked", rust::licences),
    stage("tests", "unit, integration and documentation tests", rust::tests),
    stage("count", "instructions a person takes, by valgrind", count::count),
    stage("site", "the wasm modules and the site, by `cargo serve`", site::build),
    stage("size", "what a visitor downloads, in its budget", site::size),
    stage("wasm", "the engine module under Node", node::wasm),
    stage("browser", "the page in a real browser, with axe", node::browser),
    stage("bench", "timed figures, only with --long", rust::bench),
];

type Run = fn(&Plan) -> Result<Outcome>;

const fn stage(name: &'static str, about: &'static str, run: Run) -> Stage {
    Stage { name, about, run }
}
