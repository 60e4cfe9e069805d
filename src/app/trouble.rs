//! What can go wrong on the page, as data; the words for it are in the table of sentences.

use crate::words::page::Word;

/// Something went wrong; the last picture stays.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The browser has no workers.
    NoWorkers,
    /// The browser has no WebAssembly SIMD.
    NoSimd,
    /// The engine module did not load.
    EngineMissing(String),
    /// No worker could be started, neither from a file nor from a Blob.
    WorkerMissing(String),
    /// Workers died again and again on the same run.
    KeepsFailing(String),
    /// Screening admits hardly anybody.
    TooFew(String),
    /// The change was refused.
    Refused(String),
    /// The module that reads scenarios did not load.
    ReaderMissing,
}

impl Trouble {
    /// What happened, and what to do about it.
    pub const fn words(&self) -> (Word, Word) {
        match self {
            Self::NoWorkers => (Word::NoWorkers, Word::MendBrowser),
            Self::NoSimd => (Word::NoSimd, Word::MendBrowser),
            Self::EngineMissing(_) => (Word::EngineMissing, Word::MendReload),
            Self::WorkerMissing(_) => (Word::WorkerMissing, Word::MendServe),
            Self::KeepsFailing(_) => (Word::KeepsFailing, Word::MendAgain),
            Self::TooFew(_) => (Word::TooFew, Word::MendScreening),
            Self::Refused(_) => (Word::Refused, Word::MendValue),
            Self::ReaderMissing => (Word::ReaderMissing, Word::MendPick),
        }
    }

    /// The technical detail, for a bug report.
    pub fn detail(&self) -> &str {
        match self {
            Self::NoWorkers | Self::NoSimd | Self::ReaderMissing => "",
            Self::EngineMissing(detail)
            | Self::WorkerMissing(detail)
            | Self::KeepsFailing(detail)
            | Self::TooFew(detail)
            | Self::Refused(detail) => detail,
        }
    }
}
