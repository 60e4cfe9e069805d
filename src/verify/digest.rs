//! What the native engine says, on one thread: every other place must say the same bits. The digests of two runs, and the
//! whole answers to a parcel of every built-in scenario.
//!
//! The parcels carry the name of this build, so a site from other sources refuses them instead of passing by luck.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde::Serialize;

use crate::run;
use crate::run::Batch;
use crate::run::Ready;
use crate::scenario;
use crate::scenario::library;
use crate::scenario::library::Entry;
use crate::stream::Seed;
use crate::tally;
use crate::verify::plan::Plan;
use crate::worker;
use crate::workshop::folder;

/// The scenario of the pinned digest.
const SCENARIO: &str = "dose-arms";

/// The run whose digest is pinned for good, in [`PIN`]: a seed and a number of people.
const PINNED: (Seed, u32) = (Seed(1), 1000);

/// Where it is pinned; the tests read it too.
const PIN: &str = "tests/records/dose-arms.digest";

/// What the page shows first. The browser's checks find out when the page begins with something else.
const FIRST: (Seed, u32) = (Seed(1363), 2000);

/// The scenario that the page shows first.
const FIRST_SCENARIO: &str = "low-or-at-once";

/// Candidates of a scenario whose answer is compared, in blocks.
const BLOCKS: u64 = 6;

/// A parcel as a worker is sent it, and the fingerprint of the native engine's answer to it.
#[derive(Debug, Serialize)]
struct Known {
    name: &'static str,
    parcel: Vec<u8>,
    answer: String,
}

/// Writes a parcel of every built-in scenario for the script that asks the engine module, and says where.
///
/// # Errors
/// When this engine's own digest is not the pinned one, or the file cannot be written.
pub(super) fn write(plan: &Plan) -> Result<PathBuf> {
    let pin = fs::read_to_string(folder::root().join(PIN)).context(PIN)?;
    let (pin, own) = (pin.trim(), digest(SCENARIO, PINNED)?);
    ensure!(own == pin, "{SCENARIO}: {own} natively, but {PIN} has {pin}");
    let runs = library::all().iter().map(known).collect::<Result<Vec<Known>>>()?;
    let file = plan.file("digests.json");
    fs::write(&file, serde_json::to_vec(&runs)?)
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn known(entry: &Entry) -> Result<Known> {
    let protocol = scenario::parse(entry.text)?.protocol;
    let parcel = run::pack(&protocol, PINNED.0, Batch::whole(0..BLOCKS))?;
    let answer = format!("{:016x}", tally::fnv(&worker::answer(&parcel)?));
    Ok(Known { name: entry.name, parcel, answer })
}

/// The digest of the page's first run.
///
/// # Errors
/// When the scenario cannot be run.
pub(super) fn first() -> Result<String> {
    digest(FIRST_SCENARIO, FIRST)
}

fn digest(name: &str, (seed, people): (Seed, u32)) -> Result<String> {
    let entry = library::find(name).with_context(|| format!("no scenario {name}"))?;
    let ready = Ready::new(scenario::parse(entry.text)?.protocol);
    let tally = ready.population(seed, u64::from(people))?;
    Ok(format!("{:016x}", tally.digest()?))
}
