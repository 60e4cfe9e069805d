//! All outcomes of all arms as tables: one to read, one for other programs. Differences are of the same people.

use super::picture::Picture;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Estimate;
use crate::words::outcome;
use crate::words::outcome::Unit;
use crate::words::page::Word;
use crate::words::sentence;

/// The estimate of an endpoint in an arm, and its paired difference to the first arm.
fn figures(
    picture: &Picture,
    arm: usize,
    index: usize,
    endpoint: Endpoint,
) -> [Option<Estimate>; 2] {
    let sums = picture.tally.arms.get(arm);
    let of = sums.and_then(|sums| sums.endpoints.get(index)?.estimate(endpoint.scale()));
    let paired = sums.and_then(|sums| sums.differences.get(index)?.estimate(Scale::Mean));
    [of, paired.filter(|_| arm > 0)]
}

fn shown(endpoint: Endpoint, estimate: Option<Estimate>) -> Cell {
    estimate.map_or(Cell::Missing, |estimate| Cell::Text(outcome::shown(endpoint, estimate)))
}

/// The table to read: a row an outcome, a column an arm, then the differences to the first arm.
pub fn readable(picture: &Picture) -> Table {
    let arms = &picture.protocol.arms;
    let first = arms.first().map_or("", |arm| arm.name.as_str());
    let mut columns = vec![Word::ColumnOutcome.en().to_owned(), Word::ColumnUnit.en().to_owned()];
    columns.extend(arms.iter().map(|arm| arm.name.clone()));
    columns.extend(arms.iter().skip(1).map(|arm| sentence::minus(&arm.name, first)));
    let rows = Endpoint::of(&picture.protocol).into_iter().enumerate().map(|(index, endpoint)| {
        let figures = |arm| figures(picture, arm, index, endpoint);
        let mut row = vec![
            Cell::Text(outcome::name(endpoint)),
            Cell::Text(Unit::of(endpoint).sign().to_owned()),
        ];
        row.extend((0..arms.len()).map(|arm| shown(endpoint, figures(arm)[0])));
        row.extend((1..arms.len()).map(|arm| shown(endpoint, figures(arm)[1])));
        row
    });
    let caption = sentence::table_caption(picture.tally.enrolled, picture.state.seed.0);
    Table { caption, columns, rows: rows.collect() }
}

/// The table for other programs: a row an outcome and arm, full precision, proportions in \[0, 1\].
pub fn long(picture: &Picture) -> Table {
    const COLUMNS: [&str; 7] =
        ["outcome", "arm", "estimate", "mcse", "n", "difference", "difference_mcse"];
    let mut rows = Vec::new();
    for (index, endpoint) in Endpoint::of(&picture.protocol).into_iter().enumerate() {
        for (i, arm) in picture.protocol.arms.iter().enumerate() {
            let [of, paired] = figures(picture, i, index, endpoint);
            let mut row = vec![Cell::Text(endpoint.id()), Cell::Text(arm.name.clone())];
            row.extend(numbers(of));
            row.push(of.map_or(Cell::Count(0), |estimate| Cell::Count(estimate.n)));
            row.extend(numbers(paired));
            rows.push(row);
        }
    }
    let caption = sentence::table_caption(picture.tally.enrolled, picture.state.seed.0);
    Table { caption, columns: COLUMNS.map(str::to_owned).to_vec(), rows }
}

fn numbers(estimate: Option<Estimate>) -> [Cell; 2] {
    estimate.map_or([Cell::Missing, Cell::Missing], |estimate| {
        [Cell::Number(estimate.estimate, 4), Cell::Number(estimate.mcse, 4)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::baked;

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        let bytes = baked::bake().expect("the library is valid");
        let (_, picture) = baked::open(&bytes).expect("the same build");
        for table in [readable(&picture), long(&picture)] {
            assert!(table.rows.len() > 20);
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
        let csv = long(&picture).csv().expect("written to memory");
        assert!(csv.starts_with("outcome,arm,estimate,mcse,n,difference,difference_mcse\n"));
    }
}
