//! One person told, two arms compared, the truth, a randomisation list: what the program prints about them.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::folder;
use super::output;
use super::printed;

/// A study with two ways to find a dose, as a file.
fn start_low(test: &str) -> String {
    let file = folder(test).join("start-low.toml");
    let text = "schema = 1\ntitle = \"Start low\"\n\
                [[arm]]\nname = \"Fixed\"\nrule = \"fixed\"\ndose = 140\n\
                [[arm]]\nname = \"Response\"\nrule = \"response\"\nstart = 60\n\
                [[arm]]\nname = \"Placebo\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n";
    fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[test]
fn a_person_is_told_with_every_visit_and_the_row_that_decided() {
    let file = start_low("explain");
    let story = printed(&format!("explain {file} --arm Response --patient 19 --seed 1"));
    for part in [
        "Candidate 19, seed 1, under \"Response\" (response-guided from 60 au)\n",
        "THE PERSON\n",
        "moderate symptoms for 18 months; partial response to earlier treatment",
        "WHAT WAS SEEN AND DECIDED\n",
        "week 0, day 0    score 28 at the start\n",
        "0 sessions since the last change < 2: stays at 60 au (row 2)\n",
        "improvement 0 % < 25 %, no adverse event: up two rungs to 100 au (row 4)\n",
        "session at 100 au: ",
        "WHAT HAPPENED BENEATH, seen by nobody\n",
        "IN THE END\n",
        "invented units: not a drug, not advice\n",
    ] {
        assert!(story.contains(part), "{part}\n{story}");
    }
}

#[test]
fn somebody_who_was_not_enrolled_is_told_with_the_reason_and_the_next_who_was() {
    let story = printed("explain dose-arms --arm 80 --patient 17 --seed 1");
    assert!(story.contains("Not enrolled: a substance history.\n"), "{story}");
    assert!(story.contains("The next candidate who is enrolled is number 19.\n"), "{story}");
}

#[test]
fn a_comparison_names_what_differs_and_counts_the_helped_and_the_harmed() {
    let file = start_low("compare");
    let text = printed(&format!("compare {file} --arms Fixed,Response --patients 1000"));
    assert!(text.contains("WHAT DIFFERS: one thing\n  the dose\n"), "{text}");
    assert!(text.contains("    A  fixed 140 au\n    B  response-guided from 60 au\n"), "{text}");
    let json =
        printed(&format!("compare {file} --arms Fixed,Response --patients 1000 --format json"));
    let json: Value = serde_json::from_str(&json).unwrap();
    let run = printed(&format!("run {file} --patients 1000 --format json"));
    let run: Value = serde_json::from_str(&run).unwrap();
    for outcome in ["true_any_severe", "reported_any_severe", "response_nri_day_84"] {
        let there = &run["arms"][1]["outcomes"][outcome]["difference"];
        assert_eq!(&json["outcomes"][outcome]["b_minus_a"], there, "{outcome}");
    }
    for group in ["better", "harmed"] {
        let people = |cell: &str| {
            json["person_by_person"][format!("{group}_with_{cell}")]["people"].as_u64().unwrap()
        };
        let all: u64 = ["b_only", "a_only", "both", "neither"].map(people).iter().sum();
        assert_eq!(all, 1000);
    }
    let harmed = |cell: &str| json["person_by_person"][cell]["people"].as_u64().unwrap();
    assert!(harmed("harmed_with_a_only") > 2 * harmed("harmed_with_b_only"), "{json}");
}

#[test]
fn two_different_arms_are_needed() {
    for (arms, said) in [("placebo,placebo", "two different arms"), ("40", "two different arms")] {
        for command in ["compare", "truth"] {
            let output = output(&format!("{command} dose-arms --arms {arms}"));
            let error = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{error}");
            assert!(error.contains(said), "{error}");
        }
    }
    let output = output("truth dose-arms --arms placebo,40 --day 30");
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("choose a multiple of 7 from 7 to 84"), "{error}");
}

/// The same for any number of threads; five questions; the composite one in people, the others in points.
#[test]
fn the_truth_of_two_arms_is_told_by_every_question() {
    let ask = |threads: u8| {
        printed(&format!(
            "truth dose-arms --arms placebo,120 --patients 1500 --threads {threads} --format json"
        ))
    };
    assert_eq!(ask(1), ask(3));
    let document: Value = serde_json::from_str(&ask(2)).unwrap();
    let truth = document["truth"].as_array().unwrap();
    let difference = |i: usize| truth[i]["difference"]["estimate"].as_f64().unwrap();
    assert_eq!(truth.len(), 5);
    assert_eq!(truth[2]["estimand"], "composite");
    assert!(difference(2) > 0.1 && (0..5).filter(|i| *i != 2).all(|i| difference(i) < -3.0));
    // nobody leaves: the drug works on everybody to the end
    assert!(difference(1) < difference(0), "{document}");
    assert!(truth[4]["difference"]["n"].as_u64().unwrap() < 1500);
}

#[test]
fn a_randomisation_list_is_balanced_within_its_blocks() {
    let file = folder("allocation").join("trial.toml");
    let text = "schema = 1\ntitle = \"T\"\n[trial]\nper-arm = 30\nstrata = \"severity\"\n\
                [[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 40\n\
                [[arm]]\nname = \"B\"\nrule = \"fixed\"\ndose = 80\n\
                [[arm]]\nname = \"C\"\nrule = \"fixed\"\ndose = 120\n";
    fs::write(&file, text).unwrap();
    let list = printed(&format!("allocation {} --seed 4", file.display()));
    let mut blocks: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for line in list.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        blocks.entry((cells[2].into(), cells[3].into())).or_default().push(cells[4].into());
    }
    assert_eq!(blocks.values().map(Vec::len).sum::<usize>(), 90);
    let full: Vec<_> = blocks.values().filter(|block| block.len() == 6).collect();
    assert!(full.len() >= 12, "{blocks:?}");
    for block in &full {
        for arm in ["A", "B", "C"] {
            assert_eq!(block.iter().filter(|name| *name == arm).count(), 2, "{block:?}");
        }
    }
    assert!(full.iter().any(|block| block != &full[0]), "the order differs between blocks");
    assert_eq!(list, printed(&format!("allocation {} --seed 4", file.display())));
    assert_ne!(list, printed(&format!("allocation {} --seed 5", file.display())));
}

/// A rule written out as a table is a file that can be run, and its numbers are the same.
#[test]
fn rules_can_be_shown_as_tables_and_run() {
    let file = folder("tables").join("written.toml");
    fs::write(&file, printed("show start-low --tables")).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("rule = \"table\"") && !text.contains("rule = \"response\""), "{text}");
    let digest = |name: &str| {
        let json = printed(&format!("run {name} --patients 200 --format json"));
        serde_json::from_str::<Value>(&json).unwrap()["digest"].clone()
    };
    assert_eq!(digest(&file.display().to_string()), digest("start-low"));
}

/// A benchmark judges nothing, but what it prints holds together: more is slower, and the parts have names.
#[test]
fn a_benchmark_is_a_document_of_positive_numbers() {
    let report: Value = serde_json::from_str(&printed("bench --short --json")).unwrap();
    let names: Vec<&str> = report["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["scenario"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["fixed_12_weeks", "response_12_weeks", "rescue_52_weeks"]);
    for scenario in report["scenarios"].as_array().unwrap() {
        for key in ["us", "per_second_one_core", "per_second_all_cores"] {
            assert!(scenario[key].as_f64().unwrap() > 0.0, "{scenario}");
        }
    }
    assert_eq!(report["people"].as_array().unwrap().len(), 2);
}
