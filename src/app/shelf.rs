//! The scenarios that have been read: a source and the protocol it holds. The page itself carries no parser; what is on
//! the shelf was read when the site was built, or by the reader module.

use std::rc::Rc;

use super::state::Source;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::scenario;
use crate::scenario::library;

/// What has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    read: Vec<(Source, Rc<Protocol>)>,
}

impl Shelf {
    /// The whole library, read here: for the machine that builds the site, and for tests.
    pub fn of_library() -> Self {
        let read = library::all()
            .iter()
            .filter_map(|entry| {
                let protocol = scenario::parse(entry.text).ok()?.protocol;
                Some((Source::Library(entry.name.to_owned()), Rc::new(protocol)))
            })
            .collect();
        Self { read }
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

    /// Everything on it, as plain data.
    pub fn contents(&self) -> Vec<(Source, Design)> {
        self.read.iter().map(|(source, study)| (source.clone(), (***study).clone())).collect()
    }

    /// A shelf of plain data; what does not fit together is left out.
    pub fn of_contents(contents: Vec<(Source, Design)>) -> Self {
        let mut shelf = Self::default();
        for (source, design) in contents {
            // A design that does not fit is simply not there.
            let _ = shelf.put(source, design);
        }
        shelf
    }
}
