//! What can go wrong on the page, as data; the words for it are in the table of sentences.

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
}

impl Trouble {
    /// The technical detail, for a bug report.
    pub fn detail(&self) -> &str {
        match self {
            Self::NoWorkers | Self::NoSimd => "",
            Self::EngineMissing(detail)
            | Self::WorkerMissing(detail)
            | Self::KeepsFailing(detail)
            | Self::TooFew(detail)
            | Self::Refused(detail) => detail,
        }
    }
}
