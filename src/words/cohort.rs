//! The words of the screen that shows a cohort.

use super::sentence::Span;
use super::sentence::of_arm;
use super::sentence::plain;
use crate::report::number;
use crate::tally::Estimate;
use crate::tally::Middle;
use crate::tally::SHOWN;

words! {
    Title = "People, one protocol";
    Arm = "Protocol";
    Size = "How many";
    Arrive = "Watch them arrive";
    Skip = "Show them all";
    ShowOnly = "Show only";
    Pictures = "Picture";
    Paths = "Paths";
    Endings = "Endings";
    Doses = "Doses";
    Weights = "Weight";
    Everyone = "Everyone";
    FanTitle = "How differently do people respond?";
    FanScore = "Score, lower is better";
    Week = "week";
    End10 = "1 in 10";
    End25 = "1 in 4";
    End50 = "middle person";
    End75 = "3 in 4";
    End90 = "9 in 10 are below";
    Seen = "people seen";
    Pick = "Follow one more";
    Unpick = "Follow nobody";
    PickNumber = "Person";
    ArrayTitle = "How did it end for the first hundred?";
    DosesTitle = "Where did the rule take their doses?";
    Gone = "left or stopped";
    ExposureTitle = "Do heavier people get less?";
    ExposureAcross = "Weight, kg";
    ExposureUp = "Exposure of a session, au h per volume unit";
    ThirdsTitle = "Middle exposure by weight";
    Lightest = "lightest third";
    MiddleThird = "middle third";
    Heaviest = "heaviest third";
    ColumnThird = "By weight";
    ColumnWeights = "Weight, kg";
    ColumnMiddle = "Median";
    ColumnInterval = "95 % interval";
    TableTitle = "Is it the same for everybody?";
    TableLead = "A difference between two groups is worth believing only when it is large against its error, and when it was asked for beforehand.";
    ColumnGroup = "Group";
    ColumnPeople = "People";
    ColumnBetter = "Got better, %";
    ColumnSevere = "Severe event, %";
    NobodyFits = "Nobody of these people fits all the chips. Turn one off.";
    Nobody = "Hardly anybody is admitted to this study. Widen the population or lower the score threshold.";
}

impl Word {
    /// The thirds by weight, lightest first.
    pub const THIRDS: [Self; 3] = [Self::Lightest, Self::MiddleThird, Self::Heaviest];

    /// The pictures, in order.
    pub const PICTURES: [Self; 4] = [Self::Paths, Self::Endings, Self::Doses, Self::Weights];

    /// At the lines of the fan, lowest first.
    pub const ENDS: [Self; 5] = [Self::End10, Self::End25, Self::End50, Self::End75, Self::End90];
}

/// The names on the chips of a filter, in the order of its groups.
pub const CHIPS: [[&str; 3]; 4] = [
    ["Mild", "Moderate", "Severe"],
    ["Never treated", "Partly worked", "None worked"],
    ["Light", "Middling", "Heavy"],
    ["No co-medication", "Co-medication A", "Co-medication B"],
];

/// The heading of the screen.
pub fn heading(shown: usize, of: usize) -> String {
    let whole = |n: usize| number::whole(n as u64);
    if shown == of {
        format!("{} people, one protocol", whole(shown))
    } else {
        format!("{} of {} people, one protocol", whole(shown), whole(of))
    }
}

/// A person by their place in the order of enrolment, as the person's screen counts them.
pub fn person(place: usize) -> String {
    format!("Person {}", place + 1)
}

/// A tenth of fewer people than this is nobody.
const FEW: u64 = 20;

/// The sentence over the fan, of so many people seen in the last week.
pub fn fan(arm: usize, seen: u64, first: Option<f64>, last: Option<[f64; 3]>) -> Vec<Span> {
    let (Some(first), Some([low, middle, high])) = (first, last) else {
        return vec![plain("Nobody was seen in the last week.")];
    };
    let rest = if seen < FEW {
        let people = if seen == 1 { "one person" } else { &format!("{seen} people") };
        format!(". Only {people} seen in the last week: too few for a band to mean much.")
    } else {
        format!(
            ". One in ten ends at {low} or below, one in ten above {high}: the average person is nobody."
        )
    };
    vec![
        plain("The middle person goes from "),
        of_arm(first.to_string(), arm),
        plain(" to "),
        of_arm(middle.to_string(), arm),
        plain(rest),
    ]
}

/// What the fan shows.
pub fn fan_note(people: usize, lines: usize, seed: u64) -> String {
    format!(
        "Observed scores of those still in the study, of {}, seed {seed}. Bands hold 50 and 80 of 100. Thin lines: {lines} of them. Tap a line to follow that person, three at most.",
        people_of(people)
    )
}

/// "one person", "1,000 people".
fn people_of(people: usize) -> String {
    match people {
        1 => "one person".to_owned(),
        more => format!("{} people", number::whole(more as u64)),
    }
}

/// The sentence over the array.
pub fn array(arm: usize, [better, severe, left]: [usize; 3], of: usize) -> Vec<Span> {
    vec![
        plain(format!("Of {of}: ")),
        of_arm(better.to_string(), arm),
        plain(" better, "),
        of_arm(severe.to_string(), arm),
        plain(" with a severe event, "),
        of_arm(left.to_string(), arm),
        plain(" left early."),
    ]
}

/// Under the array: whom it shows.
pub fn array_note(people: usize, seed: u64) -> String {
    let all = people_of(people);
    if people <= SHOWN {
        return format!("Shown: {all}, seed {seed}. As many others would differ by some.");
    }
    format!(
        "The first hundred of {all}, seed {seed}. A hundred are few: another hundred would differ by some."
    )
}

/// The sentence over the doses: who is where in the last week.
pub fn doses(arm: usize, top: &str, share: Estimate, gone: Estimate, weeks: usize) -> Vec<Span> {
    let percent = |share| format!("{} of 100", number::with_error(share, 100.0, 1));
    vec![
        plain(format!("In week {weeks}, ")),
        of_arm(format!("{} are at {top}", percent(share)), arm),
        plain(format!(" and {} have left or stopped.", percent(gone))),
    ]
}

/// What the columns are.
pub fn doses_note(people: usize, seed: u64) -> String {
    format!(
        "{} people, seed {seed}. A dose counts until the next session; pale: lower, dark: higher.",
        number::whole(people as u64)
    )
}

/// The sentence over the cloud: the middle exposure of each third by weight, with its interval and its people.
pub fn exposure(arm: usize, thirds: &[Middle; 3]) -> Vec<Span> {
    let mut spans = vec![plain("The middle exposure is ")];
    for (i, (word, third)) in Word::THIRDS.into_iter().zip(thirds).enumerate() {
        let interval = third
            .interval
            .map_or_else(String::new, |(low, high)| format!(" ({})", range(low, high)));
        spans.push(plain(["", ", ", " and "][i]));
        spans.push(of_arm(format!("{}{interval}", number::decimal(third.median, 1)), arm));
        spans.push(plain(format!(" in the {} ({} people)", word.en(), number::whole(third.n))));
    }
    spans.push(plain("."));
    spans
}

/// From one value to another: "11.9 to 13.2".
pub fn range(low: f64, high: f64) -> String {
    format!("{} to {}", number::decimal(low, 1), number::decimal(high, 1))
}

/// From one weight to another, kg.
pub fn weights(least: f64, most: f64) -> String {
    format!("{} to {}", number::decimal(least, 0), number::decimal(most, 0))
}

/// Of whom the middle exposures are.
pub fn thirds_caption(people: u64, seed: u64) -> String {
    format!("{} people, seed {seed}, in thirds by weight.", number::whole(people))
}

/// How the intervals of the middle exposures are made.
pub const INTERVALS: &str = "Intervals: 95 %, of the median, between two order statistics of the third, by the binomial distribution of how many lie below it; none for fewer than 6 people.";

/// What the dots are.
pub fn exposure_note(shown: usize, people: usize, seed: u64) -> String {
    format!(
        "Each dot is a person with at least one session: {} of {}, seed {seed}. Exposure at the mean dose they were given, by their own uptake and clearance. {INTERVALS}",
        number::whole(shown as u64),
        number::whole(people as u64)
    )
}

/// What the table rests on.
pub fn table_caption(people: usize, seed: u64) -> String {
    format!(
        "{} people, seed {seed}. \u{b1} is one Monte Carlo standard error of the group\u{2019}s share.",
        number::whole(people as u64)
    )
}
