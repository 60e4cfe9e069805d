//! The words of treating by hand: what is known today, what can be done, what it cost and whom. No praise for risk.

use super::log;
use super::rule;
use super::sentence::Span;
use super::sentence::plain;
use crate::clinic::Act;
use crate::clinic::Course;
use crate::clinic::Session;
use crate::engine::observed::Observed;
use crate::engine::observed::improvement;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::report::number::decimal;

pub mod end;
pub mod hidden;
pub mod line;
pub mod tally;

words! {
    You = "You";
    YouTitrate = "You titrate";
    WatchRule = "Watch a rule";
    Modes = "Who decides";
    HowMany = "How many people";
    OnePerson = "One person";
    Clinic = "Clinic: ten people";
    Person = "Person";
    NextPerson = "Next person";
    AnotherPerson = "Titrate the next person";
    Again = "Same person, try again";
    AgainTen = "Same ten, try again";
    OthersTen = "Ten new people";
    ToTheEnd = "See all ten";
    BackToTen = "Back to the ten";
    BackToLast = "Back to person 10";
    FactScore = "Score at start";
    FactWeight = "Weight";
    FactAge = "Age";
    FactPrior = "Earlier treatment";
    WhereNext = "Where should the dose go next?";
    HowItEnded = "How did it end, as far as you could see?";
    RuleBetter = "What would a rule have done?";
    Give = "What do you give today?";
    BetterBy = "Better by";
    LastVisit = "Last session";
    SinceChange = "Sessions since change";
    NoDose = "No dose today";
    StopTreatment = "Stop treatment";
    Ask = "Order a check: ask about side effects";
    AskAlways = "Everybody here is asked about side effects after each dose.";
    AskNote = "People who are asked tell more, and it costs a little. It does not change what happens in the session.";
    TakeBack = "Take back";
    Finish = "Let a rule finish";
    FinishBy = "Rule";
    FinishGo = "Let it finish";
    KeepDose = "Keep the dose as it is";
    Decisions = "Your decisions";
    Day = "Day";
    Dose = "au";
    Saw = "You saw";
    NothingYet = "Nothing yet: the person has just come for the first time.";
    RowScore = "Score";
    RowReported = "What they told you";
    RowNobody = "Nobody reported";
    RowDose = "Dose you gave, au";
    Hidden = "shown at the end";
    Unlived = "not yet lived";
    Today = "today, day";
    Week = "week";
    KeyTold = "Told you about:";
    KeyNobody = "the same, nobody reported";
    NotEverything = "People do not tell you everything.";
    SamePerson = "Same person, same luck";
    DosePath = "Dose, au";
    SevereMark = "severe event";
    Score = "Score";
    LastScore = "Last score";
    Severe = "Severe";
    Untold = "Untold";
    Visits = "Visits";
    Changes = "Dose changes";
    Ending = "Ending";
    NobodySaw = "What nobody could see";
    HiddenUntilNow = "Hidden from you and from the rules until now.";
    Cost = "What it cost, and whom";
    Anecdote = "One person is an anecdote.";
    TenAreFew = "Ten people are few.";
    Where = "Where did you take each of them?";
    FourWays = "Same ten people, under each rule";
    InOrder = "Person 1 to 10 from left to right, the same luck in every row.";
    SoFar = "So far, as you could see it";
    Benefit = "Better";
    Harm = "With a severe event";
    Left = "Left early";
    PerHundred = "Per 100 people (\u{b1} 95 %)";
    ClinicNote = "Score: start to last seen. Untold: moderate or severe events that nobody reported. Visits: days on which they came.";
    LookAt = "Look at this person";
    NobodyHere = "Hardly anybody is admitted to this study, so there is nobody to treat. Widen the population or lower the score threshold.";
    CompareRules = "Compare the rules";
    TooFew = "Fewer than ten people are admitted to this study. One person can be treated.";
    Treated = "treated";
    Now = "being treated";
    ToCome = "still to come";
    Replay = "The same seed and the same choices bring the same courses, so a class can treat the same people and compare.";
}

/// "1 severe event", "3 severe events".
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// How severe a score is, by the bounds of the severity classes.
pub const fn severity(score: u8) -> &'static str {
    match score {
        0..28 => "mild",
        28..35 => "moderate",
        _ => "severe",
    }
}

/// What earlier treatment did, as people say it.
pub const fn prior(prior: PriorTreatment) -> &'static str {
    match prior {
        PriorTreatment::None => "none",
        PriorTreatment::Partial => "partly worked",
        PriorTreatment::NonResponse => "did not work",
    }
}

/// A dose without its unit: "80".
pub fn au(ladder: &DoseLadder, rung: Rung) -> String {
    let dose = ladder.dose(rung);
    decimal(dose, usize::from(dose.fract() != 0.0))
}

/// A choice on its card: what it is, and what it means.
pub fn card(act: Act, ladder: &DoseLadder, now: Rung, put_off: Held) -> (String, &'static str) {
    let dose = |rung: Option<Rung>| {
        rung.map_or_else(|| "\u{2013}".to_owned(), |rung| format!("{}\u{a0}au", au(ladder, rung)))
    };
    let given = dose(act.rung(now, ladder.top()));
    match act {
        Act::Raise => (given, "one step up"),
        Act::Keep => (given, "stay"),
        Act::Lower => (given, "one step down"),
        Act::Hold => (Word::NoDose.en().to_owned(), held(put_off)),
        Act::Stop => (Word::StopTreatment.en().to_owned(), "for good"),
    }
}

/// Whether today's session was put off already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It was not.
    No,
    /// It was.
    Once,
}

const fn held(put_off: Held) -> &'static str {
    match put_off {
        Held::No => "hold: two days later",
        Held::Once => "hold again: the session is lost",
    }
}

/// The button that does what is marked: "Give 80 au".
pub fn give(act: Act, ladder: &DoseLadder, now: Rung) -> String {
    match (act, act.rung(now, ladder.top())) {
        (_, Some(rung)) => format!("Give {}\u{a0}au", au(ladder, rung)),
        (Act::Stop, None) => Word::StopTreatment.en().to_owned(),
        _ => "Give no dose today".to_owned(),
    }
}

/// What is known today: better by, told at the last session, sessions since the last change of dose.
///
/// The score is the last one there is, of day 1 too, as in the sentence over the picture.
pub fn facts(course: &Course, seen: &Observed) -> [(&'static str, String); 3] {
    let score = course.last_score().map_or(0.0, |(_, now)| improvement(course.baseline(), now));
    let last = course.sessions().last().map(|(_, session)| told(&session));
    [
        (Word::BetterBy.en(), percent(score)),
        (Word::LastVisit.en(), last.unwrap_or_else(|| "the first today".to_owned())),
        (Word::SinceChange.en(), seen.since_change.to_string()),
    ]
}

/// "28 %", with a true minus.
pub fn percent(share: f64) -> String {
    format!("{}\u{a0}%", decimal(100.0 * share, 0))
}

/// What somebody told of a session, in two words: "no complaint", "severe complaint".
pub fn told(session: &Session) -> String {
    if session.serious {
        return "a serious event".to_owned();
    }
    match session.worst() {
        0 => "no complaint",
        1 => "mild complaint",
        2 => "moderate complaint",
        _ => "severe complaint",
    }
    .to_owned()
}

/// The sentence over the picture while the person lives: the score, what was told last, severe events told so far.
pub fn standing(course: &Course) -> Vec<Span> {
    let start = course.baseline();
    let mut words = vec![format!("Score {start} at the start")];
    if let Some((day, score)) = course.last_score().filter(|(day, _)| day.0 > 0) {
        let better = improvement(start, score);
        let word = if better < 0.0 { "worse" } else { "better" };
        words.push(format!(", {score} on day {}: {} {word}", day.0, percent(better.abs())));
    }
    words.push(".".to_owned());
    if let Some((_, session)) = course.sessions().last() {
        words.push(format!(" Last session: {}.", told(&session)));
    }
    let severe = course.sessions().filter(|(_, session)| session.worst() == 3);
    let days: Vec<String> = severe.map(|(day, _)| day.0.to_string()).collect();
    match days.as_slice() {
        [] => {}
        [day] => words.push(format!(" One severe event was told, on day {day}.")),
        days => words.push(format!(" Severe events were told on days {}.", days.join(", "))),
    }
    vec![plain(words.concat())]
}

/// Which visit it is: "Visit 9, day 31 of 84".
pub fn visit(course: &Course, day: u16, days: u16) -> String {
    let visit = line::visits(course).count() + 1;
    format!("Visit {visit}, day {day} of {days}")
}

/// Who is treated among the ten.
pub fn of_ten(turn: usize) -> String {
    format!("Person {} of 10", turn + 1)
}

/// The heading over the ten at the end.
pub fn clinic(weeks: u16) -> String {
    format!("Your clinic: ten people, {weeks} weeks")
}

/// The rule in a list of those that can go on: what it is called, or that the dose stays.
pub fn finisher(name: &str, rows: usize) -> String {
    if rows == 0 { Word::KeepDose.en().to_owned() } else { name.to_owned() }
}

/// What the picture rests on.
pub fn note((person, pid): (usize, u64), arm: &str, seed: u64) -> String {
    format!(
        "Person {} (candidate {pid} of seed {seed}), treated as in \u{201c}{arm}\u{201d}: its route, schedule and monitoring. Score \
         0 to 60, lower is better. {}",
        person + 1,
        Word::Replay.en()
    )
}

/// Whose people they are.
pub fn of_seed(seed: u64) -> String {
    format!("Ten people of seed {seed}")
}

/// The caption of the table.
pub fn caption(person: usize, seed: u64) -> String {
    format!("Person {}, seed {seed}, treated by you", person + 1)
}

/// At the end of the reader's line, on a wide chart and on a narrow one.
pub fn end(course: &Course) -> (String, String) {
    let last = course.last_score().map_or(0, |(_, score)| score);
    (format!("You {last}"), last.to_string())
}

/// At the end of the target line.
pub fn target(baseline: u8) -> String {
    format!("target: half of {baseline}")
}

/// At the end of another line.
pub fn twin_end(letter: &str, last: u8) -> (String, String) {
    (format!("{letter} {last}"), format!("{letter} {last}"))
}

/// Announced after each step.
pub fn announced(visit: &str, facts: &[(&'static str, String); 3]) -> String {
    let facts: Vec<String> = facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{visit}. {}.", facts.join(", "))
}

/// What a session could be told of, by name: "moderate nausea".
fn named(session: Session) -> Option<String> {
    let told = log::named(session.told);
    (!told.is_empty()).then(|| told.join(", "))
}

/// The name of an arm in a note: how it finds its dose.
pub fn setting(design: &crate::protocol::Design, arm: &crate::protocol::arm::Arm) -> String {
    format!("{} ({})", arm.name, rule::label(design, arm))
}
