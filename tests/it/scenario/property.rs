//! Nothing that a file may hold makes the reader fail in any way but by its faults; what is written can be read.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use titrarium::scenario::parse;
use titrarium::scenario::parse_bytes;

use super::GOOD;
use crate::luck;
use crate::random;

/// Lines are left out or doubled, then bytes are changed.
fn mutated(lines: &[(usize, bool)], bytes: &[(usize, u8)]) -> Vec<u8> {
    let mut kept: Vec<&str> = GOOD.lines().collect();
    for &(at, double) in lines {
        let at = at % kept.len();
        if double {
            kept.insert(at, kept[at]);
        } else if kept.len() > 1 {
            kept.remove(at);
        }
    }
    let mut text = kept.join("\n").into_bytes();
    for &(at, byte) in bytes {
        let at = at % text.len().max(1);
        if let Some(place) = text.get_mut(at) {
            *place = byte;
        }
    }
    text
}

/// Whatever is read is a scenario or has faults that lie within the text.
fn holds_together(bytes: &[u8]) {
    if let Err(err) = parse_bytes(bytes) {
        let lines = bytes.split(|byte| *byte == b'\n').count();
        assert!(!err.faults().is_empty());
        assert!(
            err.faults().iter().all(|fault| (1..=lines).contains(&fault.line) && fault.column > 0)
        );
        assert!(err.faults().is_sorted_by_key(|fault| (fault.line, fault.column)));
        assert!(!err.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(luck::cases(512))]

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC*", toml in "[\\[\\]{}=.,\"'#\na-z0-9 -]{0,80}") {
        holds_together(text.as_bytes());
        holds_together(toml.as_bytes());
        holds_together(format!("{GOOD}{toml}").as_bytes());
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds_together(&bytes);
    }

    #[test]
    fn mutations_of_the_good_file_never_panic(
        lines in prop::collection::vec((any::<usize>(), any::<bool>()), 0..6),
        bytes in prop::collection::vec((any::<usize>(), prop_oneof![any::<u8>(), b' '..b'~']), 0..6),
    ) {
        holds_together(&mutated(&lines, &bytes));
    }
}

proptest! {
    #![proptest_config(luck::cases(300))]

    /// What is written reads as what it was written from, whatever the scenario.
    #[test]
    fn a_scenario_can_be_written_and_read_again(choices in random::choices()) {
        let scenario = parse(&random::text(&choices)).unwrap();
        let text = titrarium::scenario::write(&scenario);
        match parse(&text) {
            Ok(again) => prop_assert_eq!(again, scenario),
            Err(faults) => prop_assert!(false, "{}\n{}", faults, text),
        }
    }
}

#[test]
fn the_library_can_be_written_and_read_again() {
    for entry in titrarium::scenario::library::all() {
        let scenario = parse(entry.text).unwrap();
        assert_eq!(
            parse(&titrarium::scenario::write(&scenario)).unwrap(),
            scenario,
            "{}",
            entry.name
        );
    }
}
