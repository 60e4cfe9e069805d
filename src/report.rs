//! Results as tables: the only place where numbers become text. Knows no screen and no terminal.

pub mod number;
pub mod table;
