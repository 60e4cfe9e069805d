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
    /// What stands behind a number of standard errors that is over a limit.
    Over {
        /// The limit.
        limit: f64,
    },
    /// The last line.
    Closing {
        /// Cells compared.
        cells: usize,
        /// The furthest apart, with the names of its table, row and column.
        worst: Option<(f64, [&'a str; 3])>,
        /// Limits, and how many cells are over each.
        over: [(f64, usize); 2],
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
            Self::Over { limit } => write!(f, "over {limit}"),
            Self::Closing { cells, worst, over } => {
                let cells = u64::try_from(*cells).map(whole).unwrap_or_default();
                write!(f, "{cells} cells")?;
                if let Some((z, names)) = worst {
                    write!(f, ", worst {} ({})", decimal(*z, 2), names.join(", "))?;
                }
                over.iter().try_for_each(|(limit, n)| write!(f, ", {n} over {limit}"))
            }
        }
    }
}
