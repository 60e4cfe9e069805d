//! The randomisation list of one trial: who gets which arm.

use super::CliError;
use super::args::AllocationArgs;
use crate::engine::allocation::Allocation;
use crate::protocol::allocation::Strata;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::run;
use crate::run::Ready;
use crate::scenario::Scenario;
use crate::stream::Seed;
use crate::words::command::STRATA;

/// The list as CSV: candidates in order, those enrolled with stratum, block and arm.
pub(super) fn text(args: &AllocationArgs, scenario: Scenario) -> Result<String, CliError> {
    let ready = Ready::new(scenario.protocol);
    let protocol = &ready.protocol;
    let luck = (Seed(args.seed), args.replicate);
    let trial = protocol.trial;
    let mut lists = Allocation::new(luck, protocol.arms.len(), trial.strata);
    let wanted = usize::from(trial.per_arm) * protocol.arms.len();
    let mut rows = Vec::new();
    for pid in 0.. {
        if rows.len() == wanted {
            break;
        }
        run::refuse_endless(pid, rows.len() as u64)?;
        let (person, care) = ready.candidate_of(luck, pid);
        if care.is_err() {
            continue;
        }
        let place = lists.next(person.severity);
        let stratum = match trial.strata {
            Strata::None => STRATA[3],
            Strata::Severity => STRATA[place.stratum],
        };
        rows.push(vec![
            Cell::Count(rows.len() as u64 + 1),
            Cell::Count(pid),
            Cell::Text(stratum.to_owned()),
            Cell::Count(place.block + 1),
            Cell::Text(protocol.arms[place.arm].name.clone()),
        ]);
    }
    let columns = ["number", "candidate", "stratum", "block", "arm"].map(str::to_owned).to_vec();
    Table { columns, rows, ..Table::default() }.csv().map_err(CliError::encoding)
}
