//! What the chart of the check shows: response by dose, of the study with fixed arms.

use super::Checking;
use super::LIMIT;
use crate::chart::agreement::Column;
use crate::endpoint::Endpoint;
use crate::expected::What;
use crate::unit::Days;

/// The study, and what is drawn of its arms.
const TABLE: &str = "T3";
const DRAWN: Endpoint = Endpoint::Response(Days(28));

/// A column an arm, under the name of its dose. Before the numbers are computed the tolerance is told from the printed share,
/// as far as it can be: people who were not seen that day are not taken off.
pub fn columns(checking: &Checking) -> Vec<Column> {
    let Some(at) = checking.studies().iter().position(|study| study.table == TABLE) else {
        return Vec::new();
    };
    let lines = checking.of_study(at).filter_map(|line| match line.wanted.what {
        What::In(arm, DRAWN) => Some((usize::from(arm), line)),
        _ => None,
    });
    lines
        .map(|(arm, line)| {
            let name = line.study.design.arms.get(arm).map_or("", |arm| arm.name.as_str());
            let error = line.reading.map(|reading| reading.error);
            let error = error.or_else(|| line.wanted.error_of_share()).unwrap_or(0.0);
            let agrees = line.agrees().unwrap_or(false);
            Column {
                name: name.trim_end_matches(" au").to_owned(),
                expected: line.wanted.theirs,
                tolerance: line.wanted.tolerance(LIMIT, error),
                here: line.reading.map(|reading| (reading.ours.estimate, agrees)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::rc::Rc;

    use super::*;
    use crate::expected::sheets;
    use crate::stream::Seed;

    #[test]
    fn there_is_a_column_a_dose() {
        let studies = sheets().iter().filter_map(|sheet| sheet.counted().unwrap()).collect();
        let columns = columns(&Checking::new(Rc::new(studies), Seed(1)));
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["placebo", "40", "60", "80", "100", "120", "140", "160"]);
        for column in columns {
            assert!(column.here.is_none() && (2.0..4.0).contains(&column.tolerance), "{column:?}");
        }
    }
}
