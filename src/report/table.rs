//! A plain table: what stands behind every picture, what the page shows as its twin, what a CSV file holds.

/// A table with a caption, column names and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows, with n and seed.
    pub caption: String,
    /// Column names; the first column names the rows.
    pub columns: Vec<String>,
    /// The rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: text, or a number with the decimals it is shown with.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number and its decimals.
    Number(f64, usize),
    /// A whole count.
    Count(u64),
    /// No value.
    Missing,
}

impl Cell {
    /// The cell as a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(x, decimals) => super::number::decimal(*x, *decimals),
            Self::Count(n) => super::number::whole(*n),
            Self::Missing => "\u{2013}".to_owned(),
        }
    }

    /// The cell as a program reads it: all digits, ASCII minus, empty when missing.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(x, _) => format!("{x}"),
            Self::Count(n) => n.to_string(),
            Self::Missing => String::new(),
        }
    }
}

impl Table {
    /// The table as CSV: a header row, commas, quotes where needed, full precision.
    ///
    /// # Errors
    /// None in practice: memory is the only thing written to.
    pub fn csv(&self) -> Result<String, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.columns)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::plain))?;
        }
        let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
