//! The numbers of a sheet that sums over people answer: no life has to be kept, so a page can send the protocol to its
//! workers and compare what comes back.

use serde::Deserialize;
use serde::Serialize;

use super::Sheet;
use super::SheetFault;
use super::Study;
use super::apart;
use super::column::Column;
use super::column::Row;
use super::difference_error;
use super::estimate;
use super::fact::Fact;
use super::group::Group;
use super::half_unit;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::engine::screening::Exclusion;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::Protocol;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::tally::Tally;
use crate::tally::real;

/// A protocol, and printed numbers that a tally of it answers. Plain data, so that it can be written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// The table, one of [`TABLES`](super::TABLES).
    pub table: String,
    /// Title of the sheet without the name of the table.
    pub title: String,
    /// The study behind it.
    pub design: Design,
    /// The numbers, row after row.
    pub numbers: Vec<Wanted>,
}

/// A printed number and what it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// What it is.
    pub what: What,
    /// As printed.
    pub theirs: f64,
    /// Decimals it is printed with.
    pub decimals: u8,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Mean of an endpoint in an arm, or share of people in per cent.
    In(u8, Endpoint),
    /// Candidates excluded for a reason, in the order of [`Exclusion`], %.
    Excluded(u8),
    /// Candidates enrolled, %.
    Eligible,
}

/// A printed number beside ours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Ours, in the unit of the table.
    pub ours: Estimate,
    /// The standard error of the difference.
    pub error: f64,
    /// How far apart beyond the rounding, in standard errors of the difference.
    pub z: f64,
}

impl Sheet {
    /// The numbers that a tally answers; none of a sheet about groups or about lives.
    ///
    /// # Errors
    /// [`SheetFault`] when text and layout do not belong together.
    pub fn counted(&'static self) -> Result<Option<Counted>, SheetFault> {
        let study = self.study()?;
        let numbers = study.wanted()?;
        let title = study.title().strip_prefix(self.table).unwrap_or_default().trim().to_owned();
        let design = study.ready.protocol.into_design();
        let counted = Counted { table: self.table.to_owned(), title, design, numbers };
        Ok((!counted.numbers.is_empty()).then_some(counted))
    }
}

impl Study {
    fn wanted(&self) -> Result<Vec<Wanted>, SheetFault> {
        let mut wanted = Vec::new();
        for (printed, row) in self.printed.rows.iter().zip(self.sheet.rows) {
            for (number, column) in printed.numbers.iter().zip(row.columns) {
                let Some(what) = what(row, column) else { continue };
                let place = || format!("{}, {}", self.title(), printed.name);
                let theirs = number.text.parse();
                wanted.push(Wanted {
                    what,
                    theirs: theirs.map_err(|_| SheetFault::NoNumber { place: place() })?,
                    decimals: u8::try_from(number.decimals()).unwrap_or(u8::MAX),
                });
            }
        }
        Ok(wanted)
    }
}

/// What a number is, if a tally answers it.
fn what(row: &Row, column: &Column) -> Option<What> {
    let arm = |arm: usize| u8::try_from(arm).ok();
    match (row.group, *column) {
        (Group::Everybody, Column::Own(Fact::Endpoint(endpoint))) => {
            Some(What::In(arm(row.arm)?, endpoint))
        }
        (Group::Everybody, Column::In(other, Fact::Endpoint(endpoint))) => {
            Some(What::In(arm(other)?, endpoint))
        }
        (_, Column::Excluded(why)) => Some(What::Excluded(why as u8)),
        (_, Column::Eligible) => Some(What::Eligible),
        _ => None,
    }
}

impl Counted {
    /// The study.
    ///
    /// # Errors
    /// The faults of the design, which a sheet that was read does not have.
    pub fn protocol(&self) -> Result<Protocol, Vec<DesignFault>> {
        self.design.clone().check()
    }

    /// Every number beside ours, in order; none where nobody was there to be measured.
    pub fn compare(&self, endpoints: &[Endpoint], tally: &Tally) -> Vec<Option<Reading>> {
        let reading = |wanted: &Wanted| {
            let ours = wanted.what.ours(endpoints, tally)?;
            Some(wanted.beside(ours, tally.enrolled))
        };
        self.numbers.iter().map(reading).collect()
    }
}

impl Wanted {
    /// This number beside ours of so many people.
    pub fn beside(&self, ours: Estimate, people: u64) -> Reading {
        let error = difference_error(&ours, people);
        let half = half_unit(usize::from(self.decimals));
        Reading { ours, error, z: apart(ours.estimate - self.theirs, half, error) }
    }

    /// How far ours may be away: so many standard errors of the difference, and half a unit of the last printed digit.
    pub fn tolerance(&self, limit: f64, error: f64) -> f64 {
        limit * error + half_unit(usize::from(self.decimals))
    }

    /// The standard error of the difference that can be told from the printed number alone, at as many people as
    /// [`THEIRS`](estimate::THEIRS): of a share of everybody enrolled; none of a mean.
    pub fn error_of_share(&self) -> Option<f64> {
        let What::In(_, endpoint) = self.what else { return None };
        if endpoint.scale() == Scale::Mean {
            return None;
        }
        let share = self.theirs / estimate::PER_CENT;
        let mcse = (share * (1.0 - share) / real(estimate::THEIRS)).max(0.0).sqrt();
        Some(estimate::PER_CENT * mcse * core::f64::consts::SQRT_2)
    }
}

impl What {
    /// Our number, in the unit of the table.
    fn ours(self, endpoints: &[Endpoint], tally: &Tally) -> Option<Estimate> {
        match self {
            Self::In(arm, endpoint) => {
                let place = endpoints.iter().position(|known| *known == endpoint)?;
                let sums = tally.arms.get(usize::from(arm))?.endpoints.get(place)?;
                match endpoint.scale() {
                    Scale::Mean => sums.estimate(Scale::Mean),
                    Scale::Proportion => estimate::share(hits(sums), sums.n),
                }
            }
            Self::Excluded(why) => {
                estimate::share(*tally.excluded.get(usize::from(why))?, tally.screened)
            }
            Self::Eligible => estimate::share(tally.enrolled, tally.screened),
        }
    }

    /// Why candidates were excluded, if that is what it counts.
    pub fn exclusion(self) -> Option<Exclusion> {
        let all =
            [Exclusion::Score, Exclusion::Pressure, Exclusion::Psychosis, Exclusion::Substance];
        let Self::Excluded(why) = self else { return None };
        all.get(usize::from(why)).copied()
    }
}

/// People of whom it is so: the sum of ones.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count, added up exactly"
)]
const fn hits(sums: &Moments) -> u64 {
    sums.sum as u64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::sheets;
    use crate::stream::Seed;

    /// Sums and lives give the same numbers with the same errors.
    #[test]
    fn a_tally_answers_what_the_lives_answer() {
        for sheet in sheets().iter().filter(|sheet| ["T0", "T8"].contains(&sheet.table)) {
            let study = sheet.study().unwrap();
            let counted = sheet.counted().unwrap().unwrap();
            let cells = study.compare(&study.enrol(Seed(3), 300)).unwrap();
            let tally = study.ready.population(Seed(3), 300).unwrap();
            let readings = counted.compare(&study.ready.endpoints, &tally);
            assert!(!readings.is_empty());
            let mut cells = cells.iter();
            for (wanted, reading) in counted.numbers.iter().zip(readings) {
                let reading = reading.unwrap();
                let same = |a: f64, b: f64| (a - b).abs() < 1e-9 * (1.0 + b.abs());
                let cell = cells.find(|cell| same(cell.ours.estimate, reading.ours.estimate));
                let cell = cell.unwrap_or_else(|| panic!("{}: {wanted:?}", counted.title));
                assert!(same(cell.ours.mcse, reading.ours.mcse) && same(cell.z, reading.z));
                assert!(same(cell.theirs, wanted.theirs));
            }
        }
    }

    #[test]
    fn seven_sheets_are_answered_by_sums() {
        let counted: Vec<_> =
            sheets().iter().filter_map(|sheet| sheet.counted().unwrap()).collect();
        let of = |table: &str| -> usize {
            counted.iter().filter(|sheet| sheet.table == table).map(|s| s.numbers.len()).sum()
        };
        assert_eq!(
            (counted.len(), of("T0"), of("T1"), of("T3"), of("T4"), of("T8")),
            (7, 14, 130, 144, 143, 16)
        );
    }
}
