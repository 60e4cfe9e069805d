//! The scenarios that there are and those that have been read: a source and the protocol it holds. The page itself
//! carries no parser; what is on the shelf was read when the site was built, or by the reader module.

use std::rc::Rc;

use serde::Deserialize;
use serde::Serialize;

use super::state::Source;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::scenario;
use crate::scenario::library;

/// A scenario of the library, read or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The name it is called by.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// How many arms it has.
    pub arms: usize,
}

/// What there is and what has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    library: Vec<Listed>,
    read: Vec<(Source, Rc<Protocol>)>,
}

impl Shelf {
    /// The whole library, read here: for the machine that builds the site, and for tests.
    pub fn of_library() -> Self {
        let mut shelf = Self::default();
        for entry in library::all() {
            let Ok(scenario) = scenario::parse(entry.text) else { continue };
            let protocol = scenario.protocol;
            let (title, question) = (protocol.title.clone(), protocol.question.clone());
            let name = entry.name.to_owned();
            shelf.library.push(Listed {
                name: name.clone(),
                title,
                question,
                arms: protocol.arms.len(),
            });
            shelf.read.push((Source::Library(name), Rc::new(protocol)));
        }
        shelf
    }

    /// A shelf that knows what the library holds, and has read none of it.
    pub const fn listing(library: Vec<Listed>) -> Self {
        Self { library, read: Vec::new() }
    }

    /// What the library holds, in the order of the lessons.
    pub fn library(&self) -> &[Listed] {
        &self.library
    }

    /// Whether there can be such a source: any text, and what the library lists.
    pub fn may_have(&self, source: &Source) -> bool {
        match source {
            Source::Library(name) => self.library.iter().any(|listed| listed.name == *name),
            Source::Own(_) => true,
        }
    }

    /// The protocol of a source that has been read.
    pub fn find(&self, source: &Source) -> Option<&Rc<Protocol>> {
        self.read.iter().find(|(known, _)| known == source).map(|(_, protocol)| protocol)
    }

    /// Puts a study on the shelf.
    ///
    /// # Errors
    /// The faults of the design; nothing changes then.
    pub fn put(&mut self, source: Source, design: Design) -> Result<(), Vec<DesignFault>> {
        let protocol = Rc::new(design.check()?);
        self.read.retain(|(known, _)| *known != source);
        self.read.push((source, protocol));
        Ok(())
    }
}
