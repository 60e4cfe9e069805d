//! The words of watching one person: who it is, what the rule saw and did at a visit, what nobody reported.

use super::page::Word as PageWord;
use super::sentence::Span;
use super::sentence::of_arm;
use super::sentence::plain;
use crate::engine::candidate::Candidate;
use crate::protocol::population::Population;
use crate::protocol::population::PriorTreatment;
use crate::protocol::population::Severity;
use crate::report::number::decimal;
use crate::story::find::Description;

pub mod line;
pub mod sentence;

words! {
    Person = "Person";
    WatchRule = "Watch a rule";
    YouTitrate = "You titrate";
    NextPerson = "Next person";
    PreviousPerson = "Person before";
    Find = "Find me somebody who";
    Modes = "Who decides";
    Watched = "Watch";
    Other = "Arm of the same luck";
    OwnArms = "Arms of the scenario";
    MoreRules = "Other rules";
    NotHeard = "What did the rule not hear about?";
    SawAndDid = "What did the rule hear, and what came of it?";
    Revealed = "What nobody reported";
    SameLuck = "Same luck under";
    Back = "Visit before";
    Play = "Play";
    Pause = "Pause";
    Forward = "Next visit";
    NextDecision = "Next decision";
    Day = "Day";
    DayInChart = "day";
    DaySlider = "Day of the visit";
    Player = "Go through the visits";
    LogDose = "au";
    LogSaw = "What it saw, and so";
    Log = "Decision log";
    RowScore = "Score";
    RowReported = "Reported";
    RowNobody = "Nobody reported";
    RowDose = "Dose, au";
    Hidden = "shown when you ask for it";
    Unlived = "not yet lived";
    KeyReported = "mild, moderate, severe";
    KeyNobody = "the same, nobody reported";
    KeyCheckUp = "check-up";
    KeyMissed = "check-up missed";
    KeySpan = "between check-ups, something was missed";
    SignNoVisit = "no session";
    SignNothing = "nothing";
    SignMild = "mild";
    SignModerate = "moderate";
    SignSevere = "severe";
    ShortTarget = "half";
    Anecdote = "One person is an anecdote.";
    Keys = "Arrow keys go from visit to visit, Shift and an arrow key to the next decision.";
    Facts = "Who it is";
    FactScore = "Score at start";
    FactWeight = "Weight";
    FactAge = "Age";
    FactEpisode = "Ill for";
    Nobody = "Hardly anybody is admitted to this study, so there is nobody to watch. Widen the population or lower the score threshold.";
}

impl Word {
    /// The names of the rows of the timeline.
    pub const ROWS: [Self; 4] = [Self::RowScore, Self::RowReported, Self::RowNobody, Self::RowDose];

    /// The events, from no session to severe.
    pub const SIGNS: [Self; 5] = [
        Self::SignNoVisit,
        Self::SignNothing,
        Self::SignMild,
        Self::SignModerate,
        Self::SignSevere,
    ];

    /// The unit of doses and the week, as everywhere on the page.
    pub const fn week() -> &'static str {
        PageWord::Week.en()
    }
}

/// The person in three words: how ill, how heavy, what came before.
pub fn three(person: &Candidate) -> [&'static str; 3] {
    let severity = match person.severity {
        Severity::Mild => "mild",
        Severity::Moderate => "moderate",
        Severity::Severe => "severe",
    };
    let weight = match person.weight {
        w if w < 65.0 => "light",
        w if w < 90.0 => "middling",
        _ => "heavy",
    };
    let prior = match person.prior {
        PriorTreatment::None => "untreated",
        PriorTreatment::Partial => "half-helped",
        PriorTreatment::NonResponse => "unhelped",
    };
    [severity, weight, prior]
}

/// What the three words mean, for whoever asks.
pub fn explained(person: &Candidate) -> String {
    let prior = match person.prior {
        PriorTreatment::None => "no earlier treatment",
        PriorTreatment::Partial => "earlier treatment partly worked",
        PriorTreatment::NonResponse => "earlier treatment did not work",
    };
    let severity = three(person)[0];
    format!("{severity} symptoms, {} kg, {prior}", decimal(person.weight, 0))
}

/// A fact with a bar: its name, its value with unit, and the value as a share of the longest bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// The number with its unit.
    pub value: String,
    /// How long the bar is; bars start at zero.
    pub share: f64,
}

/// What is known of a person at the start, as bars.
pub fn facts(people: &Population, person: &Candidate, score: u8) -> [Fact; 4] {
    let fact = |name: Word, (value, unit): (f64, &str), most: f64| Fact {
        name: name.en(),
        value: format!("{}\u{a0}{unit}", decimal(value, 0)),
        share: if most > 0.0 { (value / most).clamp(0.0, 1.0) } else { 0.0 },
    };
    [
        fact(Word::FactScore, (f64::from(score), "of 60"), 60.0),
        fact(Word::FactWeight, (person.weight, "kg"), people.weight.highest.get()),
        fact(Word::FactAge, (person.age, "years"), people.age.highest.get()),
        fact(Word::FactEpisode, (person.episode, "months"), people.episode.highest.get()),
    ]
}

/// Who is looked for, after "Find me somebody who".
pub const fn chip(description: Description) -> &'static str {
    match description {
        Description::RespondedLate => "responded late",
        Description::HarmedUnseen => "was harmed unseen",
        Description::ClimbedInVain => "climbed in vain",
        Description::WellOnPlacebo => "did well on placebo",
        Description::RelapsedWhenSpaced => "relapsed when spaced",
    }
}

/// Behind the descriptions: how many people they are counted of, and that their rules can be read.
pub fn of_people(people: usize) -> String {
    format!("of {people}; who counts?")
}

/// The rule by which somebody is found.
pub const fn rule(description: Description) -> &'static str {
    match description {
        Description::RespondedLate => {
            "Better by half or more at the last check-up, and at no check-up in the first half of the study."
        }
        Description::HarmedUnseen => "A severe event happened and nobody reported it.",
        Description::ClimbedInVain => {
            "Raised to the highest dose of the arm, and not better by half at the last check-up that took place."
        }
        Description::WellOnPlacebo => {
            "Better by half or more at the last check-up under placebo. The placebo arm is watched then."
        }
        Description::RelapsedWhenSpaced => {
            "A relapse while sessions were a week or more apart, or over."
        }
    }
}

/// How many of the cast a description fits, told so that nobody takes one person for a finding.
pub fn anecdote(
    description: Description,
    arm: (&str, usize),
    count: usize,
    people: usize,
) -> Vec<Span> {
    let (name, place) = arm;
    let what = match description {
        Description::RespondedLate => "responded late",
        Description::HarmedUnseen => "had a severe event that nobody reported",
        Description::ClimbedInVain => "climbed to the highest dose in vain",
        Description::WellOnPlacebo => "did well",
        Description::RelapsedWhenSpaced => "relapsed with sessions far apart or over",
    };
    vec![
        plain(" Under "),
        of_arm(name, place),
        plain(format!(", {count} of {people} people {what}.")),
    ]
}

/// A name for a rule that the scenario does not have: with a capital, as the scenario's own arms are called.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}
