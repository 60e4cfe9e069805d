//! The digests of two runs, computed here, natively and on one thread: every other place must say the same bits.
//!
//! The parcels carry the name of this build, so a site from other sources refuses them instead of passing by luck.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde::Serialize;

use crate::run;
use crate::run::Ready;
use crate::scenario;
use crate::scenario::library;
use crate::stream::Seed;
use crate::verify::plan::Plan;
use crate::workshop::folder;

/// The scenario of both runs.
const SCENARIO: &str = "dose-arms";

/// The run whose digest is pinned for good, in [`PIN`]: a seed and a number of people.
const PINNED: (Seed, u32) = (Seed(1), 1000);

/// Where it is pinned; the tests read it too.
const PIN: &str = "tests/records/dose-arms.digest";

/// What the page shows first. The browser's checks find out when the page begins with something else.
const FIRST: (Seed, u32) = (Seed(2059), 2000);

/// A run and what the native engine made of it.
#[derive(Debug, Serialize)]
struct Known {
    name: String,
    /// As a worker would be sent it, without blocks.
    parcel: Vec<u8>,
    people: u32,
    digest: String,
}

/// Writes both runs for the script that asks the engine module, and says where.
///
/// # Errors
/// When this engine's own digest is not the pinned one, or the file cannot be written.
pub(super) fn write(plan: &Plan) -> Result<PathBuf> {
    let runs = [known(PINNED)?, known(FIRST)?];
    let pin = fs::read_to_string(folder::root().join(PIN)).context(PIN)?;
    let (pin, own) = (pin.trim(), &runs[0].digest);
    ensure!(own == pin, "{}: {own} natively, but {PIN} has {pin}", runs[0].name);
    let file = plan.file("digests.json");
    fs::write(&file, serde_json::to_vec(&runs)?)
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// The digest of the page's first run.
///
/// # Errors
/// When the scenario cannot be run.
pub(super) fn first() -> Result<String> {
    Ok(known(FIRST)?.digest)
}

fn known((seed, people): (Seed, u32)) -> Result<Known> {
    let entry = library::find(SCENARIO).with_context(|| format!("no scenario {SCENARIO}"))?;
    let protocol = scenario::parse(entry.text)?.protocol;
    let parcel = run::pack(&protocol, seed, &[])?;
    let tally = Ready::new(protocol).population(seed, u64::from(people))?;
    let name = format!("{SCENARIO}, {people} people, seed {}", seed.0);
    Ok(Known { name, parcel, people, digest: format!("{:016x}", tally.digest()?) })
}
