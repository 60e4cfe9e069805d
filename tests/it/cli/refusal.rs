//! Bad input: status 2, a message that says what is wrong, and nothing written.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::fs::File;
use std::path::Path;

use super::folder;
use super::output;
use super::titrarium;

const GOOD: &str =
    "schema = 1\ntitle = \"A study\"\n[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n";

/// Refused with status 2 and these words; nothing printed and no panic.
#[track_caller]
fn refused(arguments: &str, words: &str) {
    let output = output(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{arguments}: {said}");
    assert!(said.contains(words), "{arguments}: {said}");
    assert!(said.starts_with("error: ") && !said.contains("panicked"), "{arguments}: {said}");
    assert!(output.stdout.is_empty(), "{arguments}");
}

/// A scenario file is refused by every command that reads one; no results are written.
#[track_caller]
fn file_refused(test: &str, bytes: &[u8], words: &str) {
    let folder = folder(test);
    let file = folder.join("scenario.toml");
    fs::write(&file, bytes).unwrap();
    every_command_refuses(&file, words);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[track_caller]
fn every_command_refuses(file: &Path, words: &str) {
    let out = file.with_file_name("results.json");
    let (file, out) = (file.display(), out.display());
    refused(&format!("check {file}"), words);
    refused(&format!("run {file} --patients 10 --out {out}"), words);
    refused(&format!("patients {file} --arm A"), words);
}

#[test]
fn unknown_field() {
    let text = format!("{GOOD}doze = 3\n");
    file_refused(
        "field",
        text.as_bytes(),
        "line 7, column 1: arm[1]: unknown field `doze` (mend: did you mean dose?)",
    );
}

#[test]
fn probability_above_1() {
    let text = GOOD.replace("[[arm]]", "[screening]\ndisclosure = 1.1\n[[arm]]");
    file_refused("probability", text.as_bytes(), "a probability must be in [0, 1], got 1.1");
}

#[test]
fn not_a_number() {
    let text = GOOD.replace("[[arm]]", "[screening]\ndisclosure = nan\n[[arm]]");
    file_refused("nan", text.as_bytes(), "a probability must be in [0, 1], got NaN");
}

#[test]
fn no_arm() {
    file_refused("no-arm", b"schema = 1\ntitle = \"A study\"\n", "at least one arm is needed");
}

#[test]
fn descending_ladder() {
    let text = GOOD.replace("[[arm]]", "ladder = [160, 100, 20]\n[[arm]]");
    file_refused(
        "ladder",
        text.as_bytes(),
        "the doses of a ladder must ascend: 100 au follows 160 au",
    );
}

#[test]
fn not_utf_8() {
    file_refused(
        "utf8",
        b"schema = 1\ntitle = \"\xff\"\n",
        "line 2, column 10: the file is no UTF-8 text",
    );
    let file = folder("utf8-show").join("a.toml");
    fs::write(&file, b"\xff").unwrap();
    refused(&format!("show {}", file.display()), "the file is no UTF-8 text");
}

#[test]
fn two_hundred_megabytes() {
    let file = folder("long").join("long.toml");
    File::create(&file).unwrap().set_len(200_000_000).unwrap();
    every_command_refuses(&file, "is too long: a scenario has 1000000 bytes at most");
    refused(&format!("show {}", file.display()), "is too long");
}

/// A pipe has no length beforehand; no more is read of it than a scenario may have.
#[cfg(unix)]
#[test]
fn an_endless_file() {
    refused("check /dev/zero", "/dev/zero is too long");
}

#[test]
fn a_folder_or_a_missing_file_for_a_scenario() {
    let folder = folder("folder");
    let name = folder.display();
    refused(&format!("check {name}"), "is a folder; name a file in it");
    refused(&format!("run {name}/none.toml"), "none.toml cannot be read");
    refused("run none.toml", "none.toml cannot be read");
}

#[test]
fn unknown_scenario() {
    for command in ["run", "check", "show", "patients --arm A"] {
        refused(&format!("{command} dose-amrs"), "did you mean \"dose-arms\"?");
        refused(&format!("{command} banana"), "`titrarium list` shows what there is");
    }
}

#[test]
fn numbers_of_people() {
    refused("run dose-arms --patients 0", "it must be 1 at least");
    refused("run dose-arms --patients -5", "write a whole number in digits");
    refused("run dose-arms --patients=-5", "write a whole number in digits");
    refused("run dose-arms --patients 1e12", "write a whole number in digits");
    refused("run dose-arms --patients NaN", "write a whole number in digits");
    refused("run dose-arms --patients 100000000001", "it must be 100,000,000,000 at most");
    refused(
        "run dose-arms --patients 99999999999999999999999",
        "it must be 100,000,000,000 at most",
    );
}

#[test]
fn threads_and_seeds() {
    refused("run dose-arms --threads 0", "it must be 1 at least");
    refused("run dose-arms --threads 100000", "it must be 1,024 at most");
    refused("run dose-arms --seed -1", "write a whole number in digits");
    refused(
        "run dose-arms --seed 18446744073709551616",
        "it must be 18,446,744,073,709,551,615 at most",
    );
}

#[test]
fn nobody_eligible() {
    let text = GOOD.replace("[[arm]]", "[screening]\nmin-score = 60\n[[arm]]");
    let folder = folder("eligible");
    let (file, out) = (folder.join("strict.toml"), folder.join("out.csv"));
    fs::write(&file, text).unwrap();
    let command = format!("run {} --out {}", file.display(), out.display());
    refused(&command, "lower the score threshold or widen the population");
    assert!(!out.exists());
}

#[test]
fn arms_that_are_not_there() {
    let all =
        "the arms are: #1 \"Placebo\", #2 \"40 au\", #3 \"80 au\", #4 \"120 au\", #5 \"160 au\"";
    for arm in ["130", "plazebo", "#0", "#6", "#", "", "nan"] {
        let output = titrarium("patients dose-arms").args(["--arm", arm]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arm}: {said}");
        assert!(said.contains(all), "{arm}: {said}");
    }
    refused("patients dose-arms --arm 3", "did you mean \"#3\"?");
    refused("patients dose-arms --arm 130", "did you mean \"120 au\"?");
    refused("patients dose-arms --arm plazebo", "did you mean \"Placebo\"?");
}

#[test]
fn two_arms_of_a_dose() {
    let more = "[[arm]]\nname = \"B\"\nrule = \"fixed\"\ndose = 100\nroute = \"variable\"\n";
    let file = folder("doses").join("two.toml");
    fs::write(&file, format!("{GOOD}{more}")).unwrap();
    let command = format!("patients {} --arm 100", file.display());
    refused(
        &command,
        "several arms have the dose 100; choose one by its number: #1 \"A\", #2 \"B\"",
    );
}

#[test]
fn candidates_that_are_none() {
    refused("patients dose-arms --arm 120 --from 5 --to 5", "--to must be above --from");
    refused(
        "patients dose-arms --arm 120 --to 2000000000000",
        "it must be 1,099,511,627,776 at most",
    );
}

#[test]
fn places_that_cannot_be_written() {
    let folder = folder("places");
    let name = folder.display();
    refused(
        &format!("run dose-arms --patients 10 --out {name}/none/a.json"),
        "does not exist; make it first",
    );
    refused(&format!("run dose-arms --patients 10 --out {name}"), "is a folder; name a file in it");
    refused("run dose-arms --patients 10 --force", "--out");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_device_is_not_replaced() {
    refused("run dose-arms --patients 10 --out /dev/null --force", "/dev/null is no ordinary file");
}

#[test]
fn words_that_are_no_command() {
    assert_eq!(output("").status.code(), Some(2));
    refused("rnu dose-arms", "unrecognized subcommand 'rnu'");
    refused("run dose-arms --format xml", "invalid value 'xml'");
}
