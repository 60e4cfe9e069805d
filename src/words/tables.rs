//! What the comparison with printed tables says besides its numbers.

use std::fmt;

use crate::report::number::decimal;
use crate::report::number::whole;

/// A sentence of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// What is compared.
    Head {
        /// People enrolled for each table.
        n: u64,
        /// The seed.
        seed: u64,
    },
    /// What stands behind a number of standard errors.
    Mark {
        /// How many.
        z: f64,
    },
    /// The last line.
    Closing {
        /// Cells compared.
        cells: usize,
        /// The furthest apart, with the names of its table, row and column.
        worst: Option<(f64, [&'a str; 3])>,
        /// Cells over 3.
        over: usize,
        /// Cells over 3.5.
        beyond: usize,
    },
}

/// The heading of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Name of the row.
    Row,
    /// Name of the number.
    Number,
    /// By this engine.
    Ours,
    /// As printed.
    Theirs,
    /// Standard errors apart.
    Apart,
}

impl Column {
    /// All in order.
    pub const ALL: [Self; 5] = [Self::Row, Self::Number, Self::Ours, Self::Theirs, Self::Apart];
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Row => "row",
            Self::Number => "column",
            Self::Ours => "ours",
            Self::Theirs => "theirs",
            Self::Apart => "z",
        })
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head { n, seed } => write!(
                f,
                "{} people here, 8,000 there; seed {seed}; z: standard errors of the difference beyond half a printed digit",
                whole(*n)
            ),
            Self::Mark { z } if *z > 3.5 => f.write_str("over 3.5"),
            Self::Mark { z } if *z > 3.0 => f.write_str("over 3"),
            Self::Mark { .. } => Ok(()),
            Self::Closing { cells, worst, over, beyond } => {
                let cells = u64::try_from(*cells).map(whole).unwrap_or_default();
                write!(f, "{cells} cells")?;
                if let Some((z, names)) = worst {
                    write!(f, ", worst {} ({})", decimal(*z, 2), names.join(", "))?;
                }
                write!(f, ", {over} over 3, {beyond} over 3.5")
            }
        }
    }
}
