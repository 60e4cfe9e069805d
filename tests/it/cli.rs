//! The built program: its arguments, files, exit status, and what it prints.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

use serde_json::Value;
use titrarium::scenario::library;

mod refusal;
mod result;
mod story;

/// A folder of its own for a test.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn titrarium(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_titrarium"));
    command.args(arguments.split_whitespace());
    command
}

fn output(arguments: &str) -> Output {
    titrarium(arguments).output().unwrap()
}

/// What the program prints when all is well.
#[track_caller]
fn printed(arguments: &str) -> String {
    let output = output(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_library_is_listed_shown_and_checked() {
    let list = printed("list");
    assert_eq!(list.lines().count(), library::all().len());
    let first = list.lines().next().unwrap();
    assert!(first.starts_with("low-or-at-once  "), "{list}");
    assert!(first.ends_with("  Low or at once: Is it safer to start low?"), "{list}");
    assert_eq!(printed("show dose-arms"), library::find("dose-arms").unwrap().text);
    assert_eq!(printed("check dose-arms"), "dose-arms: no fault; arms: 5, weeks: 12\n");
}

#[test]
fn what_is_shown_can_be_saved_and_run() {
    let file = folder("saved").join("mine.toml");
    fs::write(&file, printed("show dose-arms")).unwrap();
    let file = file.display();
    assert_eq!(printed(&format!("show {file}")), printed("show dose-arms"));
    assert_eq!(
        printed(&format!("check {file}")),
        format!("{file}: no fault; arms: 5, weeks: 12\n")
    );
    let digest = |scenario: &str| {
        let document = printed(&format!("run {scenario} --patients 100 --format json"));
        serde_json::from_str::<Value>(&document).unwrap()["digest"].clone()
    };
    assert_eq!(digest(&file.to_string()), digest("dose-arms"));
}

#[test]
fn help_shows_examples_and_the_version_is_the_crates() {
    let help = printed("--help");
    assert!(help.contains("titrarium run dose-arms --patients 8000 --seed 1"), "{help}");
    assert!(help.contains("arbitrary units"), "{help}");
    assert_eq!(printed("--version"), format!("titrarium {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn patients_are_those_of_the_engine_by_name_dose_and_number() {
    let protocol = crate::study::dose_arms();
    let records = crate::study::records(&protocol, 3, 1, 0..50);
    let lines: Vec<String> =
        records.iter().map(|record| serde_json::to_string(record).unwrap() + "\n").collect();
    for arm in ["120", "120au", "#4"] {
        let command =
            format!("patients dose-arms --arm {arm} --seed 1 --replicate 0 --from 0 --to 50");
        assert_eq!(printed(&command), lines.concat(), "{arm}");
    }
    let named =
        titrarium("patients dose-arms --from 40").args(["--arm", "120 AU"]).output().unwrap();
    assert_eq!(String::from_utf8(named.stdout).unwrap(), lines[40..].concat());
    let placebo = printed("patients dose-arms --arm 0 --to 2");
    assert_eq!(placebo, printed("patients dose-arms --arm Placebo --to 2"));
}

/// A reader that goes away, as in `| head`, ends the program without complaint.
#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = titrarium("patients dose-arms --arm 120 --to 1000000")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}

#[test]
fn tables_prints_every_cell_and_a_closing_line() {
    let text = printed("tables --table t8 --table T0 --patients 1000 --threads 1");
    let lines: Vec<&str> = text.lines().collect();
    let row = |line: &&&str| line.starts_with("  ") && !line.starts_with("  row");
    assert_eq!(lines.iter().filter(row).count(), 34);
    assert!(lines.last().unwrap().starts_with("34 cells, worst "), "{text}");
    assert!(text.contains("\nT8 Steady or variable route\n"), "{text}");
    let csv = printed("tables --table T8 --table T0 --patients 1000 --format csv");
    assert_eq!(csv.lines().count(), 35);
    assert_eq!(
        csv,
        printed("tables --table T8 --table T0 --patients 1000 --format csv --threads 3")
    );
}

#[test]
fn tables_refuses_an_unknown_table_and_too_few_people() {
    for arguments in ["tables --table T10", "tables --patients 999", "tables --patients 100001"] {
        let output = output(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(output.stdout.is_empty(), "{arguments}");
    }
}
