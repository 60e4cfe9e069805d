//! The page that measures a device: its words by name. `{n}` is a hole that the page fills.

/// Every text and its name, as `www/bench.html` and `www/bench.js` ask for it.
pub const WORDS: [(&str, &str); 27] = [
    ("say_title", "How fast is this device?"),
    (
        "say_lead",
        "People are simulated for some seconds, as the first page does it, and counted. Nothing is sent anywhere.",
    ),
    ("say_back", "Back to Titrarium"),
    ("say_start", "Measure"),
    ("say_cancel", "Cancel"),
    ("say_copy", "Copy"),
    ("say_progress", "How far the measurement is"),
    ("say_trial", "A trial is two arms of 200 people, each person in one arm."),
    ("say_noscript", "Measuring needs JavaScript."),
    ("line_label", "The same in one line, for a report"),
    ("loading", "Loading the engine"),
    ("measuring", "{study}, {n} of {of}"),
    ("moving", "Moving the dose, {n} of {of}; the page below moves by itself"),
    ("done", "Measured."),
    ("cancelled", "Stopped. Nothing was kept."),
    ("hidden", "Stopped, for the page was out of sight and the browser slows it down there."),
    ("failed", "It could not be measured: {why}"),
    ("copied", "Copied."),
    ("select", "The browser does not let the page copy; the line is selected."),
    (
        "caption",
        "Cores: {cores}; at work: {workers}. Medians of {rounds} rounds in turn; in brackets the lowest and the highest.",
    ),
    ("columns", "Study|\u{b5}s a person, one worker|People a second, one worker"),
    ("columns_all", "People a second, {workers}"),
    ("columns_trials", "Trials a second, {workers}"),
    ("workers", "{n} workers"),
    ("worker", "one worker"),
    (
        "slider",
        "From slider to picture: {first} ms until the first picture and {whole} ms until that of all {people} people in {arms} arms.",
    ),
    ("frame", "The page whose slider is being moved"),
];

/// A name for each study.
pub const STUDIES: [&str; 3] = [
    "A fixed dose, 12 weeks",
    "Guided by response, 12 weeks",
    "Guided by response, with rescue, 52 weeks",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_texts() {
        let mut names = WORDS.map(|(name, _)| name).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), WORDS.len());
    }
}
