//! The sentences of the page. Numbers come in as numbers and leave as words a student would use.

use crate::app::patch::PriorMix;
use crate::app::patch::SeverityMix;
use crate::app::picture::Measure;
use crate::app::trouble::Trouble;
use crate::chart::slot::Slot;
use crate::report::number;
use crate::tally::Estimate;

macro_rules! words {
    ($($name:ident = $text:literal;)*) => {
        /// Words that hold no number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $(#[doc = $text] $name,)*
        }

        impl Word {
            /// The words in English.
            pub const fn en(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

words! {
    Brand = "Titrarium";
    Badge = "Invented units. Not a drug, not advice.";
    Skip = "Skip to the result";
    Undo = "Undo";
    Redo = "Redo";
    NewSeed = "New seed";
    Menu = "Menu";
    Theme = "Theme";
    ThemeSystem = "As the device";
    ThemeLight = "Light";
    ThemeDark = "Dark";
    Notices = "Licences and notices";
    ChangeOne = "Change one thing";
    EachTry = "Severe events of 100 people. Each dose you try leaves a mark here.";
    More = "More to change";
    People = "People";
    PeopleUnit = "people";
    Seed = "Seed";
    Severity = "How severe they are";
    Prior = "Treated before";
    AsScenario = "As in the scenario";
    Milder = "Milder";
    HarderSeverity = "Severe";
    Newer = "Mostly not";
    HarderPrior = "Mostly in vain";
    WeightSpread = "Spread of weights";
    Restore = "Back to the scenario";
    Reset = "Back to the scenario\u{2019}s value";
    Less = "Less";
    Greater = "More";
    SideBySide = "Side by side";
    Left = "Left";
    Right = "Right";
    Grouped = "Grouped";
    Scattered = "Scattered";
    Layout = "How people are laid out";
    KeyBetter = "better";
    KeyBetterSevere = "better, severe event";
    KeySevere = "severe event";
    KeyNeither = "neither";
    KeyLeft = "left early";
    CourseTitle = "How do scores run over the weeks?";
    DoseTitle = "What does more dose buy?";
    CountsTitle = "The counts behind the picture";
    Table = "Table";
    Export = "Save";
    SaveSvg = "Picture (SVG)";
    SaveCsv = "Numbers (CSV)";
    Cancel = "Cancel";
    CarryOn = "Carry on";
    RunAgain = "Run again";
    ScenarioTitle = "The scenario as text";
    ScenarioLead = "Everything on this page follows from this file. Copy it, change it, run it; the command line reads the same file.";
    ScenarioLabel = "Scenario file";
    RunText = "Check and run";
    SaveText = "Save as a file";
    OpenText = "Open a file";
    LibraryText = "Back to the library\u{2019}s text";
    NoFaults = "No fault found.";
    TextUnsaved = "Changed, not run yet.";
    Teaching = "For the teacher";
    LookAt = "What to look at";
    ScoreAxis = "Score, lower is better";
    Week = "week";
    UpperEdge = "9 in 10 are below";
    LowerEdge = "1 in 10 is below";
    ColumnN = "people seen";
    Share10 = "1 in 10 is at or below";
    Share25 = "1 in 4";
    Share50 = "the middle person";
    Share75 = "3 in 4";
    Share90 = "9 in 10";
    OfHundred = "Of 100 people";
    Placebo = "placebo";
    Au = "au";
    EndBetter = "got better";
    EndSevere = "severe event";
    ShortSevere = "severe";
    ColumnArm = "Arm";
    ColumnDose = "Dose, au";
    ColumnBetter = "Got better, %";
    ColumnBetterError = "its error";
    ColumnSevere = "Severe event, %";
    ColumnSevereError = "error of it";
    ColumnPeople = "People";
    GotBetter = "Got better";
    SevereEvent = "Severe event";
    LeftEarlyRow = "Left early";
    Simulating = "Simulating";
    FooterUnits = "Doses are in arbitrary units (au). No number here stands for a real amount, and nothing here predicts a drug or a person.";
    FooterPrivacy = "It runs in your browser; nothing leaves your computer.";
}

impl Word {
    /// The shares of people below the lines of the course chart.
    pub const SHARES: [Self; 5] =
        [Self::Share10, Self::Share25, Self::Share50, Self::Share75, Self::Share90];

    /// The columns behind the dose chart.
    pub const DOSE_COLUMNS: [Self; 7] = [
        Self::ColumnArm,
        Self::ColumnDose,
        Self::ColumnBetter,
        Self::ColumnBetterError,
        Self::ColumnSevere,
        Self::ColumnSevereError,
        Self::ColumnPeople,
    ];
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// The arm they are about; coloured then.
    pub slot: Option<Slot>,
}

fn plain(text: impl Into<String>) -> Span {
    Span { text: text.into(), slot: None }
}

fn of_arm(text: impl Into<String>, slot: Slot) -> Span {
    Span { text: text.into(), slot: Some(slot) }
}

/// The sentence as plain text.
pub fn flat(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// An arm in the finding: its name, slot and counts of the people shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side<'a> {
    /// The arm's name.
    pub name: &'a str,
    /// Its slot.
    pub slot: Slot,
    /// People who got better.
    pub better: usize,
    /// People with a severe event.
    pub severe: usize,
}

/// The sentence that answers the question, told from the arm with fewer severe events.
pub fn finding(left: Side, right: Side) -> Vec<Span> {
    if left.severe == right.severe {
        return vec![
            plain("As many people had a severe event with "),
            of_arm(left.name, left.slot),
            plain(" as with "),
            of_arm(right.name, right.slot),
            plain(format!(": {}. ", left.severe)),
            plain(capital(&more_or_fewer(left.better, right.better))),
            plain(" got better."),
        ];
    }
    let (calm, harsh) = if left.severe < right.severe { (left, right) } else { (right, left) };
    vec![
        plain(format!("{}: ", calm.name)),
        of_arm(calm.severe.to_string(), calm.slot),
        plain(if calm.severe == 1 { " person" } else { " people" }),
        plain(" had a severe event instead of "),
        of_arm(harsh.severe.to_string(), harsh.slot),
        plain(format!(" with {}, and ", harsh.name)),
        plain(more_or_fewer(calm.better, harsh.better)),
        plain(" got better."),
    ]
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn more_or_fewer(this: usize, that: usize) -> String {
    match this.cmp(&that) {
        std::cmp::Ordering::Equal => "just as many".to_owned(),
        std::cmp::Ordering::Less => format!("{} fewer", that - this),
        std::cmp::Ordering::Greater => format!("{} more", this - that),
    }
}

/// What the page is about, under the question.
pub fn lead(arms: usize, changed: Option<&str>) -> String {
    let times = match arms {
        1 => "once".to_owned(),
        2 => "twice with the same luck".to_owned(),
        n => format!("{n} times with the same luck"),
    };
    let invite = changed.map_or_else(String::new, |name| {
        format!(" Move the dose of {name} and see who gets better and who is harmed.")
    });
    format!("100 virtual people, each treated {times}: once in every arm.{invite}")
}

/// The label of the control of an arm's dose: "Dose of B".
pub fn dose_of(letter: &str) -> String {
    format!("Dose of {letter}")
}

/// Why a dose is not taken.
pub fn wrong_dose(lowest: f64, highest: f64, step: Option<f64>, still: f64) -> String {
    let steps = step.map_or_else(String::new, |step| format!(" in steps of {step}"));
    format!("Doses run from {lowest} to {highest} au{steps}. Still using {still}.")
}

/// Why a number is not taken.
pub fn wrong_number(what: &str, lowest: u64, highest: u64, still: u64) -> String {
    let [lowest, highest, still] = [lowest, highest, still].map(number::whole);
    format!("{what}: a whole number from {lowest} to {highest}. Still using {still}.")
}

/// The heading of the rows of counts.
pub fn of_hundred(weeks: u16, shown: usize) -> String {
    format!("At week {weeks}, of {shown}")
}

/// The note under the picture.
pub fn picture_note(weeks: u16, shown: usize, people: u64, seed: u64) -> String {
    format!(
        "Better: symptom score at least halved at week {weeks}. Severe event: at least one, reported or not. Pale bars: where 95 of 100 other groups of {shown} people would fall, from {} people, seed {seed}.",
        number::whole(people)
    )
}

/// How sure the counts are, over all people: left arm, then right.
pub fn sureness(
    people: u64,
    names: (&str, &str),
    severe: (Estimate, Estimate),
    better: (Estimate, Estimate),
) -> String {
    let percent = |estimate| number::with_error(estimate, 100.0, 1);
    format!(
        "Over {} people, {} against {}: severe event {} % against {} %, better {} % against {} % (\u{b1} one Monte Carlo standard error).",
        number::whole(people),
        names.0,
        names.1,
        percent(severe.0),
        percent(severe.1),
        percent(better.0),
        percent(better.1)
    )
}

/// The caption of a chart's table.
pub fn table_caption(people: u64, seed: u64) -> String {
    format!("{} people in every arm, seed {seed}. {}", number::whole(people), Word::Badge.en())
}

/// What an icon array shows, for people who do not see it.
pub fn array_alt(name: &str, better: usize, severe: usize, left: usize, of: usize) -> String {
    format!(
        "{name}: of {of} people {better} got better, {severe} had a severe event, {left} left early."
    )
}

/// The heading of a measure.
pub const fn measure(measure: Measure) -> Word {
    match measure {
        Measure::Better => Word::GotBetter,
        Measure::Severe => Word::SevereEvent,
        Measure::Left => Word::LeftEarlyRow,
    }
}

/// How far a run is.
pub fn progress(done: u64, of: u64) -> String {
    format!("{} of {}", number::whole(done), number::whole(of))
}

/// What a finished run says once.
pub fn finished(people: u64, seed: u64, sentence: &str) -> String {
    format!("Done. {} people, seed {seed}. {sentence}", number::whole(people))
}

/// What a stopped run says.
pub fn stopped(done: u64, of: u64) -> String {
    format!(
        "Stopped at {}. What is shown rests on these people; errors are a little wider.",
        progress(done, of)
    )
}

/// What a run rests on.
pub fn rests_on(people: u64) -> String {
    format!("{} people", number::whole(people))
}

/// The sentence over the course chart: the middle person's score at the end.
pub fn course(weeks: u16, left: (&str, Slot, f64), right: (&str, Slot, f64)) -> Vec<Span> {
    vec![
        plain(format!("At week {weeks} the middle person has a score of ")),
        of_arm(format!("{} with {}", left.2, left.0), left.1),
        plain(" and "),
        of_arm(format!("{} with {}", right.2, right.0), right.1),
        plain("; people differ far more than arms do."),
    ]
}

/// The note under the course chart.
pub fn course_note(people: u64, seed: u64) -> String {
    format!(
        "Observed scores, 0 to 60, lower is better; of {} people, seed {seed}, those seen that week (the table has their number). Bands: half of the people, and eight in ten. People who left are not in it, and they were doing worse.",
        number::whole(people)
    )
}

/// The sentence over the dose chart: what the last step up brings.
pub fn dose(from: (&str, Slot), to: (&str, Slot), better: f64, severe: f64) -> Vec<Span> {
    let points = |x: f64| {
        let word = if x < 0.0 { "fewer" } else { "more" };
        format!("{} in 100 {word}", number::decimal(x.abs(), 1))
    };
    vec![
        plain("From "),
        of_arm(from.0, from.1),
        plain(" to "),
        of_arm(to.0, to.1),
        plain(format!(": {} get better, {} have a severe event.", points(better), points(severe))),
    ]
}

/// The note under the dose chart.
pub fn dose_note(people: u64, seed: u64) -> String {
    format!(
        "{} people in every arm, seed {seed}. Bars: 95 % Monte Carlo intervals. Better counts everybody: who left or was not seen counts as not better.",
        number::whole(people)
    )
}

/// A choice of severity.
pub const fn severity(mix: Option<SeverityMix>) -> Word {
    match mix {
        None => Word::AsScenario,
        Some(SeverityMix::Milder) => Word::Milder,
        Some(SeverityMix::Harder) => Word::HarderSeverity,
    }
}

/// A choice of earlier treatment.
pub const fn prior(mix: Option<PriorMix>) -> Word {
    match mix {
        None => Word::AsScenario,
        Some(PriorMix::Newer) => Word::Newer,
        Some(PriorMix::Harder) => Word::HarderPrior,
    }
}

/// How many faults a text has.
pub fn faults(n: usize) -> String {
    match n {
        1 => "One fault. The result on the page is from before.".to_owned(),
        n => format!("{n} faults. The result on the page is from before."),
    }
}

/// Arms that the pictures leave out.
pub fn left_out(names: &[String]) -> String {
    format!("The pictures show five arms at most; in the tables only: {}.", names.join(", "))
}

/// What went wrong, and what to do.
pub fn trouble(trouble: &Trouble) -> (String, String) {
    let (what, mend) = match trouble {
        Trouble::NoWorkers => (
            "This browser cannot run work in the background",
            "Try a current Firefox, Chrome, Edge or Safari. The picture is a finished example.",
        ),
        Trouble::NoSimd => (
            "This browser lacks WebAssembly SIMD",
            "Try a current Firefox, Chrome or Edge, or Safari 16.4 or later. The picture is a finished example.",
        ),
        Trouble::EngineMissing(_) => (
            "The engine did not load",
            "Check the connection and reload the page. The picture is a finished example.",
        ),
        Trouble::WorkerMissing(_) => (
            "The background workers did not start",
            "Reload the page; if it was opened from a file, serve the folder instead. The picture is a finished example.",
        ),
        Trouble::KeepsFailing(_) => (
            "The last run did not finish",
            "Your settings are kept. The picture is from the run before. Run again, or take the last change back.",
        ),
        Trouble::TooFew(_) => (
            "Hardly anybody is admitted",
            "Lower the score threshold or widen the population. The picture is from the run before.",
        ),
        Trouble::Refused(_) => {
            ("This change does not fit the scenario", "Nothing was changed. Take another value.")
        }
    };
    (what.to_owned(), mend.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(name: &str, slot: Slot, better: usize, severe: usize) -> Side<'_> {
        Side { name, slot, better, severe }
    }

    #[test]
    fn the_finding_says_what_went_against_the_calmer_arm_too() {
        let said = |a, b| flat(&finding(a, b));
        assert_eq!(
            said(side("80 au", Slot::B, 39, 12), side("160 au", Slot::D, 40, 32)),
            "80 au: 12 people had a severe event instead of 32 with 160 au, and 1 fewer got better."
        );
        assert_eq!(
            said(side("160 au", Slot::B, 40, 32), side("80 au", Slot::D, 40, 1)),
            "80 au: 1 person had a severe event instead of 32 with 160 au, and just as many got better."
        );
        assert_eq!(
            said(side("80 au", Slot::B, 41, 9), side("90 au", Slot::D, 40, 9)),
            "As many people had a severe event with 80 au as with 90 au: 9. 1 more got better."
        );
    }
}
