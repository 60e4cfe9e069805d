//! Virtual people day by day: every field of the record files of an independent implementation.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use serde_json::Value;
use titrarium::engine::record;
use titrarium::engine::table::Tables;
use titrarium::protocol::Protocol;
use titrarium::stream::Seed;

use crate::study;

/// Fields of floating numbers; other elementary functions may differ in their last bits.
const FLOATS: [&str; 8] = ["B", "W", "dose", "x", "cost", "hours", "utility", "latent"];

/// Which people of which pool a file holds.
struct Pool {
    seed: u64,
    replicate: u64,
    from: u64,
    lines: usize,
}

const FIRST: Pool = Pool { seed: 1, replicate: 0, from: 0, lines: 40 };

#[track_caller]
fn check(file: &str, protocol: &Protocol, arm: usize, pool: &Pool) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), pool.lines, "{file}");
    let tables = Tables::new(protocol);
    let arm = &protocol.arms[arm];
    for (line, pid) in text.lines().zip(pool.from..) {
        let theirs: Value = serde_json::from_str(line).unwrap();
        let luck = (Seed(pool.seed), pool.replicate);
        let ours = record::record(protocol, &tables, arm, luck, pid);
        equal(&format!("{file} {pid}"), &serde_json::to_value(&ours).unwrap(), &theirs);
    }
}

#[track_caller]
fn equal(at: &str, ours: &Value, theirs: &Value) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            let (mut ours, mut theirs): (Vec<_>, Vec<_>) = (a.keys().collect(), b.keys().collect());
            ours.sort();
            theirs.sort();
            assert_eq!(ours, theirs, "{at}");
            for (key, value) in a {
                equal(&format!("{at}.{key}"), value, &b[key]);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{at}");
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                equal(&format!("{at}[{i}]"), a, b);
            }
        }
        (Value::Number(a), Value::Number(b)) if is_float(at) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() <= 1e-9 * b.abs(), "{at}: {a} {b}");
        }
        // theirs writes some scores of 0 as -0
        (Value::Number(a), Value::Number(b)) => assert!(a.as_f64() == b.as_f64(), "{at}: {a} {b}"),
        _ => assert_eq!(ours, theirs, "{at}"),
    }
}

fn is_float(at: &str) -> bool {
    let field = at.rsplit('.').next().unwrap_or(at);
    FLOATS.contains(&field.split('[').next().unwrap_or(field))
}

#[test]
fn dose_arms() {
    let arms = ["placebo", "fixed40", "fixed80", "fixed120", "fixed160"];
    for (i, arm) in arms.iter().enumerate() {
        let pool = Pool { lines: 50, ..FIRST };
        check(&format!("dose-arms.{arm}.jsonl"), &study::dose_arms(), i, &pool);
    }
}

#[test]
fn response_from_60() {
    let protocol = study::of_rule("rule = \"response\"\nstart = 60");
    check("response60.jsonl", &protocol, 0, &FIRST);
}

#[test]
fn toxicity_from_40() {
    let protocol = study::of_rule("rule = \"toxicity\"\nstart = 40");
    check("toxicity40.jsonl", &protocol, 0, &FIRST);
}

#[test]
fn stepped_from_40() {
    let protocol = study::of_rule("rule = \"stepped\"\nstart = 40");
    check("stepped.jsonl", &protocol, 0, &FIRST);
}

#[test]
fn per_kilogram() {
    let protocol = study::of_rule("rule = \"fixed\"\ndose = 100\ndosing = \"per-kg\"");
    check("perkg100.jsonl", &protocol, 0, &FIRST);
}

#[test]
fn stretch_and_rescue_over_a_year() {
    let protocol =
        study::protocol("weeks = 52\n[[arm]]\nname = \"A\"\nrule = \"response\"\nstart = 40\n");
    let pool = Pool { lines: 25, ..FIRST };
    check("stretch-rescue-52wk.jsonl", &protocol, 0, &pool);
}

#[test]
fn intensive_monitoring_of_people_with_risks() {
    let pool = Pool { seed: 7, replicate: 3, from: 1000, lines: 40 };
    for mode in ["lenient", "caution"] {
        let protocol = study::protocol(&format!(
            "[screening]\nmode = \"{mode}\"\n[monitoring]\npreset = \"intensive\"\n\
             [[arm]]\nname = \"A\"\nrule = \"response\"\nstart = 40\n"
        ));
        let file = format!("response40-intensive.{mode}.seed7.rep3.from1000.jsonl");
        check(&file, &protocol, 0, &pool);
    }
}

#[test]
#[should_panic(expected = "A.sessions[0].x")]
fn a_float_that_differs_in_its_ninth_digit_is_noticed() {
    let value = |x: f64| serde_json::json!({ "sessions": [{ "x": x }] });
    equal("A", &value(1.0), &value(1.0 + 2e-9));
}
