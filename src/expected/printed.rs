//! Reads a sheet: a Markdown text with a title, the protocol as a scenario, and one table.

/// A sheet as it was printed.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub title: String,
    /// The scenario behind it.
    pub protocol: String,
    pub rows: Vec<PrintedRow>,
}

/// A row: its name, and its numbers from left to right.
#[derive(Clone, Debug)]
pub(super) struct PrintedRow {
    pub name: String,
    pub numbers: Vec<Number>,
}

/// A number as printed, with the header it stands under.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub header: String,
    pub text: String,
    /// Whether others stand in the same cell.
    pub company: bool,
}

impl Number {
    /// Digits after the point.
    pub fn decimals(&self) -> usize {
        self.text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
    }
}

impl Printed {
    /// Reads a sheet whose first `labels` columns name the row.
    pub fn read(text: &str, labels: usize) -> Self {
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default();
        let fenced = text.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        let table: Vec<Vec<&str>> = text.lines().filter_map(cells).collect();
        let (header, rows) = match table.as_slice() {
            [header, _rule, rows @ ..] => (header.as_slice(), rows),
            _ => (&[][..], &[][..]),
        };
        Self {
            title: title.to_owned(),
            protocol: fenced.unwrap_or_default().to_owned(),
            rows: rows.iter().map(|row| PrintedRow::read(header, row, labels)).collect(),
        }
    }
}

/// The cells of a line of a table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}

impl PrintedRow {
    fn read(header: &[&str], row: &[&str], labels: usize) -> Self {
        let labels = labels.min(row.len());
        let numbers = header.iter().zip(row).skip(labels).flat_map(|(header, cell)| {
            let company = numbers(cell).count() > 1;
            let number = move |text: &str| {
                let (header, text) = ((*header).to_owned(), text.to_owned());
                Number { header, text, company }
            };
            numbers(cell).map(number)
        });
        Self { name: row[..labels].join(", "), numbers: numbers.collect() }
    }
}

/// The numbers of a cell: "-9.6 (10.3)" is two, "-11.3 / -18.1" is two, "11.9 (38%)" is two.
fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_number_by_number() {
        let text = "# T9 A title\n\nAbout.\n\n```toml\nschema = 1\n```\n\n\
            | arm | which | change (SD) | share % |\n|---|---|---|---|\n\
            | 40 au | >=2 | -9.60 (10.3) | 4 / 38% |\n| b | slope |  | 0.22 |\n";
        let printed = Printed::read(text, 2);
        assert_eq!(
            (printed.title.as_str(), printed.protocol.as_str()),
            ("T9 A title", "schema = 1\n")
        );
        let names: Vec<&str> = printed.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["40 au, >=2", "b, slope"]);
        let shown = |row: &PrintedRow| -> Vec<(String, String, usize)> {
            let one = |n: &Number| (n.header.clone(), n.text.clone(), n.decimals());
            row.numbers.iter().map(one).collect()
        };
        let number =
            |header: &str, text: &str, decimals| (header.to_owned(), text.to_owned(), decimals);
        assert_eq!(
            shown(&printed.rows[0]),
            [
                number("change (SD)", "-9.60", 2),
                number("change (SD)", "10.3", 1),
                number("share %", "4", 0),
                number("share %", "38", 0),
            ]
        );
        assert_eq!(shown(&printed.rows[1]), [number("share %", "0.22", 2)]);
    }
}
