//! The words of the run log.

use crate::report::number;
use crate::tally::Estimate;
#[cfg(feature = "screens")]
use crate::words::edit::Changed;

words! {
    Title = "What did I try?";
    Lead = "Every finished run leaves a row: what was changed, its luck, its results. Pin two rows to lay them side by side.";
    Empty = "No run yet. Change something, and it is written here.";
    Run = "Run";
    Scenario = "Scenario";
    Changed = "Changed";
    Nothing = "nothing";
    Seed = "Seed";
    People = "People";
    Arm = "Arm";
    Better = "Better, %";
    Severe = "Severe event, %";
    Left = "Left early, %";
    Error = "its error";
    Pin = "Pin";
    GoBack = "Go back to it";
    Clear = "Empty the log";
    SaveCsv = "Numbers (CSV)";
    PinnedTitle = "Two runs side by side";
    Difference = "Second minus first";
    Same = "Both runs have the same seed and so the same people; the difference is surer than its error says.";
    Other = "The two runs have other people; the error of the difference says how far luck alone may carry it.";
}

/// "80 au, step up begins at 80 au".
pub fn begins(arm: &str, dose: &str) -> String {
    format!("{arm} begins at {dose}")
}

/// "Hardly watched: Observation after a session, now 0.75 hours".
#[cfg(feature = "screens")]
pub fn edited(arm: &str, changes: &[Changed]) -> String {
    let changes: Vec<String> =
        changes.iter().map(|it| format!("{}, now {}", it.what, it.after)).collect();
    format!("{arm}: {}", changes.join("; "))
}

/// A row of two runs side by side: "140 au: Better, %"; of two arms "140 au, then Hardly watched: Better, %".
pub fn of_arms(names: &[&str], what: Word) -> String {
    format!("{}: {}", names.join(", then "), what.en())
}

/// "60 au, step up (2) added".
pub fn added(arm: &str) -> String {
    format!("{arm} added")
}

/// "How severe they are: Milder".
pub fn chosen(what: &str, choice: &str) -> String {
    format!("{what}: {choice}")
}

/// A share in per cent with its error: "44.1 ± 1.1".
pub fn share(of: Estimate) -> String {
    number::with_error(of, 100.0, 1)
}

/// The caption of a log: "12 runs".
pub fn caption(runs: usize) -> String {
    if runs == 1 { "1 run".to_owned() } else { format!("{} runs", number::whole(runs as u64)) }
}

/// The name of a button on a row: "Pin run 3".
pub fn of_run(does: Word, number: u32) -> String {
    match does {
        Word::Pin => format!("Pin run {number}"),
        _ => format!("Go back to run {number}"),
    }
}
