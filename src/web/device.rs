//! What the page that measures a device is told: its words, where the parts lie, and the work to do.
//!
//! The work is packed here, by the same code that packs it in the browser, so that page needs no module of its own.

use anyhow::Context;
use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::run;
use crate::run::Batch;
use crate::stream::Seed;
use crate::words::device;
use crate::worker;
use crate::workload::Workload;

/// The studies, in the order of their names in [`device::STUDIES`].
const STUDIES: [Workload; 3] = [Workload::Fixed, Workload::Response, Workload::Rescue];

/// Blocks of a study: about 1,600 people, who take turns.
const BLOCKS: u64 = 32;

/// Blocks of a parcel, as many as the page's pool comes to send: some milliseconds of work.
const fn blocks_of_a_parcel(study: Workload) -> u64 {
    match study {
        Workload::Rescue => 8,
        _ => 32,
    }
}

/// What the page is told.
#[derive(Debug, Serialize)]
struct Told<'a> {
    version: &'static str,
    build: &'static str,
    worker: &'a str,
    engine: &'a str,
    words: Vec<(&'static str, &'static str)>,
    studies: Vec<Study>,
}

/// One study.
#[derive(Debug, Serialize)]
struct Study {
    id: &'static str,
    name: &'static str,
    parcels: Vec<Parcel>,
}

/// Work for a worker.
#[derive(Debug, Serialize)]
struct Parcel {
    people: u64,
    job: String,
}

/// What it is told, as JSON that may stand in an element of HTML.
///
/// # Errors
/// When a parcel cannot be packed or run.
pub fn told(worker: &str, engine: &str) -> Result<String> {
    let studies = STUDIES.iter().zip(device::STUDIES).map(|(study, name)| of(*study, name));
    let told = Told {
        version: env!("CARGO_PKG_VERSION"),
        build: run::BUILD,
        worker,
        engine,
        words: device::WORDS.to_vec(),
        studies: studies.collect::<Result<_>>()?,
    };
    Ok(serde_json::to_string(&told)?.replace('<', "\\u003c"))
}

fn of(study: Workload, name: &'static str) -> Result<Study> {
    let protocol = study.ready().protocol;
    let each = blocks_of_a_parcel(study);
    let parcel = |i: u64| {
        let batch = Batch::whole(i * each..(i + 1) * each);
        let job = run::pack(&protocol, Seed(1), batch).context("a study cannot be packed")?;
        let answer = worker::open(&worker::answer(&job)?)?;
        let people = answer.iter().map(|(_, tally)| tally.enrolled).sum();
        Ok(Parcel { people, job: STANDARD.encode(job) })
    };
    let parcels = (0..BLOCKS / each).map(parcel).collect::<Result<_>>()?;
    Ok(Study { id: study.id(), name, parcels })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::Value;

    use super::told;

    #[test]
    fn every_study_comes_with_people() {
        let told: Value = serde_json::from_str(&told("w.js", "e.wasm").unwrap()).unwrap();
        let studies = told["studies"].as_array().unwrap();
        assert_eq!(studies.len(), 3);
        for study in studies {
            let parcels = study["parcels"].as_array().unwrap();
            let people = |parcel: &Value| parcel["people"].as_u64().unwrap();
            assert_eq!(parcels.iter().map(people).sum::<u64>(), 1600, "{study}");
        }
    }
}
