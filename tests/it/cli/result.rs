//! Results: JSON, CSV and table say the same; files are whole; a stopped run keeps its first people.
#![allow(clippy::unwrap_used)]

use std::fs;

use serde_json::Value;
use titrarium::endpoint::Endpoint;
use titrarium::endpoint::Scale;
use titrarium::run::Ready;
use titrarium::stream::Seed;

use super::folder;
use super::output;
use super::printed;
use crate::study;

fn document(arguments: &str) -> Value {
    serde_json::from_str(&printed(&format!("run {arguments} --format json"))).unwrap()
}

fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_holds_what_the_tally_holds() {
    let document = document("dose-arms --patients 500 --seed 9");
    let ready = Ready::new(study::dose_arms());
    let tally = ready.population(Seed(9), 500).unwrap();
    assert_eq!(document["titrarium"], env!("CARGO_PKG_VERSION"));
    assert_eq!(document["scenario"], "dose-arms");
    assert_eq!((document["seed"].as_u64(), document["patients"].as_u64()), (Some(9), Some(500)));
    assert_eq!(document["digest"], format!("{:016x}", tally.digest().unwrap()));
    assert_eq!(document["screening"]["screened"], tally.screened);
    assert_eq!(document["screening"]["enrolled"], 500);
    for (reason, n) in
        ["score", "blood_pressure", "psychosis_like", "substance"].iter().zip(tally.excluded)
    {
        assert_eq!(document["screening"]["excluded"][reason], n);
    }
    assert!(document.get("stopped early").is_none());
    let arms = document["arms"].as_array().unwrap();
    let doses: Vec<f64> = arms.iter().map(|arm| arm["dose"].as_f64().unwrap()).collect();
    assert!(doses.iter().zip([0.0, 40.0, 80.0, 120.0, 160.0]).all(|(a, b)| (a - b).abs() < 1e-12));
    for (i, arm) in arms.iter().enumerate() {
        assert_eq!(arm["name"], ready.protocol.arms[i].name);
        let mut ids: Vec<String> = ready.endpoints.iter().map(|endpoint| endpoint.id()).collect();
        ids.push("relapsed_within_8_weeks".into());
        ids.sort();
        let mut named = names(&arm["outcomes"]);
        named.sort_unstable();
        assert_eq!(named, ids);
        for (at, endpoint) in ready.endpoints.iter().enumerate() {
            let outcome = &arm["outcomes"][endpoint.id()];
            let own = tally.arms[i].endpoints[at];
            same(outcome, own.estimate(endpoint.scale()));
            let change = matches!(endpoint, Endpoint::Change(_));
            assert_eq!(outcome.get("sd").map(Value::as_f64), change.then(|| own.sd()));
            if i == 0 {
                assert!(outcome.get("difference").is_none());
            } else {
                let paired = tally.arms[i].differences[at];
                same(&outcome["difference"], paired.estimate(Scale::Mean));
            }
        }
    }
}

#[track_caller]
fn same(outcome: &Value, estimate: Option<titrarium::tally::Estimate>) {
    assert_eq!(outcome["estimate"].as_f64(), estimate.map(|e| e.estimate), "{outcome}");
    assert_eq!(outcome["mcse"].as_f64(), estimate.map(|e| e.mcse), "{outcome}");
    if let Some(estimate) = estimate {
        assert_eq!(outcome["n"].as_u64(), Some(estimate.n), "{outcome}");
    }
}

/// A difference has the error of paired people, which is well below that of two groups.
#[test]
fn differences_are_paired() {
    let document = document("dose-arms --patients 2000");
    let sessions = |arm: usize| &document["arms"][arm]["outcomes"]["change_day_28"];
    let [a, b, d] =
        [&sessions(0)["mcse"], &sessions(1)["mcse"], &sessions(1)["difference"]["mcse"]]
            .map(|mcse| mcse.as_f64().unwrap());
    assert!(d < 0.7 * (a * a + b * b).sqrt(), "{d} {a} {b}");
}

#[test]
fn threads_change_no_letter() {
    let with = |threads: u32| {
        printed(&format!("run dose-arms --patients 3000 --threads {threads} --format json"))
    };
    let one = with(1);
    for threads in [2, 3, 7] {
        assert_eq!(with(threads), one, "{threads}");
    }
}

#[test]
fn any_seed_works() {
    let document = document("dose-arms --patients 20 --seed 18446744073709551615");
    assert_eq!(document["seed"].as_u64(), Some(u64::MAX));
}

/// Of one person some outcomes are not observed and no mean has an error: then there is no number.
#[test]
fn what_was_not_observed_is_null() {
    let document = document("dose-arms --patients 1 --seed 1");
    let outcomes = &document["arms"][3]["outcomes"];
    assert_eq!(
        outcomes["response_day_84"],
        serde_json::json!({
            "estimate": null, "mcse": null, "n": 0, "difference": { "estimate": null, "mcse": null, "n": 0 }
        })
    );
    assert_eq!(outcomes["sessions"]["estimate"], Value::Null);
    assert_eq!(outcomes["sessions"]["n"], 1);
    assert!(printed("run dose-arms --patients 1").contains('\u{2013}'));
}

#[test]
fn a_rule_that_moves_the_dose_has_none() {
    let file = folder("rule").join("guided.toml");
    let arms = "[[arm]]\nname = \"Guided\"\nrule = \"response\"\n[[arm]]\nname = \"None\"\ntreatment = \"none\"\nrule = \"fixed\"\n";
    fs::write(&file, format!("schema = 1\ntitle = \"T\"\n{arms}")).unwrap();
    let document = document(&format!("{} --patients 5", file.display()));
    assert_eq!(document["arms"][0]["dose"], Value::Null);
    assert_eq!(document["arms"][1]["dose"].as_f64(), Some(0.0));
}

#[test]
fn csv_has_a_row_for_every_outcome_of_every_arm() {
    let text = printed("run dose-arms --patients 200 --format csv");
    let document = document("dose-arms --patients 200");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = "scenario,seed,patients,arm,dose,outcome,estimate,mcse,n,sd,difference,difference_mcse,difference_n";
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), header);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5 * document["arms"][0]["outcomes"].as_object().unwrap().len());
    let number = |text: &str| text.parse::<f64>().ok();
    for (i, row) in rows.iter().enumerate() {
        let arm = &document["arms"][i * 5 / rows.len()];
        let outcome = &arm["outcomes"][&row[5]];
        assert_eq!((&row[0], &row[1], &row[2]), ("dose-arms", "1", "200"));
        assert_eq!(row[3], *arm["name"].as_str().unwrap());
        assert_eq!(number(&row[6]), outcome["estimate"].as_f64());
        assert_eq!(number(&row[7]), outcome["mcse"].as_f64());
        assert_eq!(row[8], outcome["n"].to_string());
        assert_eq!(number(&row[9]), outcome["sd"].as_f64());
        assert_eq!(number(&row[10]), outcome["difference"]["estimate"].as_f64());
        assert_eq!(number(&row[11]), outcome["difference"]["mcse"].as_f64());
    }
}

#[test]
fn a_table_reads_in_plain_words() {
    let text = printed("run dose-arms --patients 8000 --seed 1 --threads 2");
    for words in [
        "Dose arms: How much is enough?",
        "8,000 people, the same ones in every arm; seed 1",
        "screened: 10,",
        "score too low",
        "% is percent of people",
        "better on day 84 (of all people) [response_nri_day_84]",
        "a severe event, noticed or not",
        "errors are Monte Carlo standard errors; invented units: not a drug, not advice",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let digest = document("dose-arms --patients 8000 --seed 1")["digest"].clone();
    assert!(text.contains(&format!("digest {}", digest.as_str().unwrap())));
}

#[test]
fn a_file_is_whole_and_not_overwritten_unless_asked() {
    let folder = folder("out");
    let file = folder.join("results.json");
    let run = |more: &str| {
        output(&format!("run dose-arms --patients 50 --out {} {more}", file.display()))
    };
    let first = run("");
    assert_eq!(first.status.code(), Some(0));
    assert!(first.stdout.is_empty());
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text, printed("run dose-arms --patients 50 --format json"));
    let again = run("--seed 2");
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("add --force to overwrite it"));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert_eq!(run("--seed 2 --force").status.code(), Some(0));
    assert_ne!(fs::read_to_string(&file).unwrap(), text);
    assert_eq!(run("--force --format csv").status.code(), Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("scenario,seed"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no draft is left");
}

/// Ctrl-C: status 130, and the results of the people so far, which are those of a run of so many.
#[cfg(unix)]
#[test]
fn a_stopped_run_keeps_its_first_people() {
    use std::io::BufRead;
    use std::io::BufReader;
    use std::io::Read;
    use std::process::Command;
    use std::process::Stdio;

    let file = folder("stopped").join("results.json");
    let mut child = super::titrarium("run dose-arms --patients 100000000 --out")
        .arg(&file)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert_eq!(line, "0 of 100,000,000 people\n");
    std::thread::sleep(std::time::Duration::from_millis(500));
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupted.unwrap().success());
    line.clear();
    said.read_to_string(&mut line).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let written: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let n = written["patients"].as_u64().unwrap();
    assert!(n > 0);
    assert_eq!(written["stopped early"], true);
    let words = "stopped early: these are the first ";
    assert!(line.contains(words) && line.contains(" of 100,000,000 people"), "{line}");
    let mut first = document(&format!("dose-arms --patients {n}"));
    first["stopped early"] = Value::Bool(true);
    assert_eq!(first["arms"], written["arms"]);
}

#[test]
fn arms_may_stand_in_any_order() {
    let arm = |name: &str, dose: u8| {
        format!("[[arm]]\nname = \"{name}\"\nrule = \"fixed\"\ndose = {dose}\n")
    };
    let folder = folder("order");
    let outcomes = |file: &str, arms: String, place: usize| {
        let path = folder.join(file);
        fs::write(&path, format!("schema = 1\ntitle = \"Order\"\n{arms}")).unwrap();
        let run = printed(&format!("run {} --patients 50 --format json", path.display()));
        let document: Value = serde_json::from_str(&run).unwrap();
        let mut outcomes = document["arms"][place]["outcomes"].clone();
        for outcome in outcomes.as_object_mut().unwrap().values_mut() {
            outcome.as_object_mut().unwrap().remove("difference");
        }
        outcomes
    };
    let ascending = outcomes("up.toml", arm("low", 40) + &arm("high", 120), 1);
    let descending = outcomes("down.toml", arm("high", 120) + &arm("low", 40), 0);
    assert_eq!(ascending, descending);
}

/// Groups are a partition: their people add up to everybody, and so do the people who left early.
#[test]
fn groups_add_up_to_everybody() {
    for by in ["prior", "severity", "weight", "co-medication", "metaboliser", "flag", "final-dose"]
    {
        let document = document(&format!("dose-arms --patients 300 --by {by}"));
        let groups = document["groups"].as_array().unwrap();
        assert!(groups.len() >= 3, "{by}");
        for (i, arm) in document["arms"].as_array().unwrap().iter().enumerate() {
            let in_arm = |group: &Value| group["arms"][i].clone();
            let people: u64 = groups.iter().map(|g| in_arm(g)["people"].as_u64().unwrap()).sum();
            assert_eq!(people, 300, "{by}");
            let left: f64 = groups
                .iter()
                .filter_map(|g| {
                    let dropout = &in_arm(g)["outcomes"]["dropout"];
                    Some(dropout["estimate"].as_f64()? * dropout["n"].as_f64()?)
                })
                .sum();
            let all = 300.0 * arm["outcomes"]["dropout"]["estimate"].as_f64().unwrap();
            assert!((left - all).abs() < 1e-6, "{by}: {left} {all}");
        }
    }
}
