//! Small studies written for a test, and their people.
#![allow(clippy::unwrap_used)]

use std::ops::Range;

use titrarium::engine::record;
use titrarium::engine::record::Record;
use titrarium::engine::table::Tables;
use titrarium::protocol::Protocol;
use titrarium::scenario::library;
use titrarium::scenario::parse;
use titrarium::stream::Seed;

/// A study from the text that follows schema and title.
pub fn protocol(text: &str) -> Protocol {
    parse(&format!("schema = 1\ntitle = \"A study\"\n{text}")).unwrap().protocol
}

/// A study of one arm by a rule, in the default pool.
pub fn of_rule(rule: &str) -> Protocol {
    protocol(&format!("[[arm]]\nname = \"A\"\n{rule}\n"))
}

/// The built-in scenario "Dose arms".
pub fn dose_arms() -> Protocol {
    parse(library::find("dose-arms").unwrap().text).unwrap().protocol
}

/// The records of some candidates of replicate 0 under an arm.
pub fn records(protocol: &Protocol, arm: usize, seed: u64, pids: Range<u64>) -> Vec<Record> {
    let tables = Tables::new(protocol);
    let arm = &protocol.arms[arm];
    pids.map(|pid| record::record(protocol, &tables, arm, (Seed(seed), 0), pid)).collect()
}
