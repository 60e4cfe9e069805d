//! Reads scenario files for the page: a module of its own, loaded when another scenario is picked or the editor is opened,
//! so that the first view carries no parser. The shell around it is in `src/bin/reader.rs`.

use serde::Deserialize;
use serde::Serialize;

use crate::protocol::Design;
use crate::scenario;
use crate::scenario::ScenarioError;
use crate::scenario::library;

/// What reading a file gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// A study that fits together, and what a teacher says about it.
    Sound {
        /// The study.
        design: Box<Design>,
        /// The note for the teacher.
        teaching: String,
        /// What to look at.
        look_at: String,
    },
    /// Every fault, with its place and how to mend it.
    Faulty {
        /// The faults.
        faults: Vec<Refused>,
        /// Further faults that are not listed.
        more: u32,
    },
}

/// A fault of a file, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its line, counted from 1.
    pub line: usize,
    /// Line, column, field, what is wrong and how to mend it.
    pub text: String,
}

/// Reads the bytes of a file.
pub fn read(bytes: &[u8]) -> Reading {
    match scenario::parse_bytes(bytes) {
        Ok(sound) => Reading::Sound {
            design: Box::new(sound.protocol.into_design()),
            teaching: sound.teaching,
            look_at: sound.look_at,
        },
        Err(error) => faulty(&error),
    }
}

fn faulty(error: &ScenarioError) -> Reading {
    Reading::Faulty {
        faults: error
            .faults()
            .iter()
            .map(|fault| Refused { line: fault.line, text: fault.to_string() })
            .collect(),
        more: u32::try_from(error.more()).unwrap_or(u32::MAX),
    }
}

/// Reads a file and packs what came of it.
pub fn answer(bytes: &[u8]) -> Vec<u8> {
    postcard::to_allocvec(&read(bytes)).unwrap_or_default()
}

/// Opens an answer; none when the bytes are garbled.
pub fn open(answer: &[u8]) -> Option<Reading> {
    postcard::from_bytes(answer).ok()
}

/// The text of a scenario of the library.
pub fn text(name: &str) -> Option<&'static str> {
    library::find(name).map(|entry| entry.text)
}
