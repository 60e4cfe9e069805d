//! Every sentence that a person reads, in one table keyed by enums: languages come later.

pub mod page;
