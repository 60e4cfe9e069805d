//! The words of the editors: a rule's cells and its sentence, what was changed, and what that did.

mod change;
mod number;
mod sentence;
mod watch;

pub use change::*;
pub use number::*;
pub use sentence::*;
pub use watch::*;

pub use super::rule::dose;

use super::rule;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Action;
use crate::protocol::titration::Report;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Span;
use crate::report::number::decimal;
use crate::unit::Improvement;

words! {
    RuleTitle = "Edit the rule";
    WatchTitle = "Edit the monitoring";
    NoArm = "There is no such arm here";
    ToCompare = "To Compare";
    Arms = "Which arm";
    Parts = "What to edit";
    PartRule = "The rule";
    PartWatch = "What is watched";
    Restore = "Restore original";
    Print = "Print the table";
    Use = "Use in Compare";
    Sentence = "The rule in one sentence";
    WatchSentence = "The monitoring in one sentence";
    Kind = "Kind of rule";
    Lowest = "Lowest dose";
    Highest = "Highest dose";
    LimitsLead = "Doses stay between ";
    LimitsAnd = " and ";
    KindNote = "Every rule is a table. A part that its kind cannot vary turns it into a table of its own, which decides exactly alike but for that part.";
    Table = "The same rule as a table";
    WatchTable = "The same as a table";
    FirstWins = "The first row that matches wins.";
    NoRows = "No row: the dose stays what it was.";
    ColumnRow = "Row";
    ColumnImprovement = "Better by";
    ColumnReported = "Told at last visit";
    ColumnSessions = "Visits since change";
    ColumnDose = "Dose now";
    ColumnWeeks = "Week";
    ColumnPhase = "Course";
    ColumnPrior = "Treated before";
    ColumnThen = "Then";
    ColumnUses = "Times used";
    ColumnBaseline = "Score at the start";
    ColumnMove = "Move or delete";
    ColumnTerm = "What";
    ColumnValue = "How it is";
    Start = "Start";
    Else = "Else";
    Everybody = "everybody";
    NoRowMatched = "no row matched";
    Stay = "stay";
    Never = "never";
    Then = "then";
    AddRow = "Add row";
    AddStart = "Add start row";
    MoreColumns = "More conditions";
    FewerColumns = "Only those in use";
    DropUnused = "Delete rows never used";
    Up = "Move up";
    Down = "Move down";
    Delete = "Delete";
    Changed = "changed";
    New = "new";
    There = "in the table";
    Gone = "taken out";
    Moved = "moved";
    ChangeTitle = "What did this edit change?";
    Against = "Compared with";
    AgainstEdit = "the last edit";
    AgainstScenario = "the scenario";
    NothingYet = "Nothing differs yet. Change a part of the sentence or a cell of the table, and see here what it does to the same people.";
    SamePeople = "Same 100 people, same luck.";
    OfHundred = "Of 100 people";
    Before = "Before";
    After = "After";
    Better = "Better";
    Severe = "A severe event";
    Left = "Left early";
    MeanDose = "Mean dose, au";
    SevereHappened = "Severe events that happened";
    SevereReported = "Severe events reported";
    ModerateHappened = "Moderate or severe, happened";
    ModerateReported = "Moderate or severe, reported";
    Visits = "Sessions, each person";
    Hours = "Hours, each person";
    Cost = "Cost, invented units, each person";
    Lower = "Who ended lower?";
    LowerLead = "Last score, after minus before.";
    Same = "no difference";
    PairsColumn = "Difference, points";
    PairsPeople = "People";
    Counting = "Counting\u{2026}";
    TooFew = "Screening admits hardly anybody, so nobody can be compared.";
    Faulty = "This does not fit together yet";
    FaultyMend = "What is simulated is the last rule that did. Mend it here, or take the last change back.";
    DropDraft = "Take it back";
    Text = "The scenario with your changes, as text";
    TextLead = "Scenario, edits and added arms as one file: the command line reads it, and so does the text under Compare.";
    TextLabel = "Scenario file with the edits";
    CopyText = "Copy the text";
    SaveText = "Save as a file";
    OneThing = "Change one thing only";
    OneThingLead = "Keep one difference; in everything else the second becomes like the first.";
    ChangeRule = "Change";
    ChangeWatch = "Change what is watched";
    GroupLeast = "or more";
    GroupExactly = "exactly";
    GroupAtMost = "at most";
    GroupUpTo = "up, but not above";
}

/// No condition.
pub const ANY: &str = "any";

/// A condition on improvement.
pub fn improvement(span: Span<Improvement>) -> String {
    between(span, |x| format!("{}\u{a0}%", decimal(100.0 * x.get(), decimals(x))), "less than ")
}

fn decimals(x: Improvement) -> usize {
    let whole = (100.0 * x.get()).round();
    usize::from((100.0 * x.get() - whole).abs() > 1e-9)
}

/// A condition on visits since the last change.
pub fn sessions(span: Span<u16>) -> String {
    between(span, |n| n.to_string(), "fewer than ")
}

/// A condition on the score at the start.
pub fn baseline(span: Span<u8>) -> String {
    between(span, |score| score.to_string(), "below ")
}

/// A condition on the week.
pub fn weeks(span: Span<u16>) -> String {
    match (span.least, span.below) {
        (None, None) => ANY.to_owned(),
        (Some(least), None) => format!("week {least} or later"),
        (None, Some(below)) => format!("before week {below}"),
        (Some(least), Some(below)) => format!("week {least} to before {below}"),
    }
}

fn between<T: Copy>(span: Span<T>, words: impl Fn(T) -> String, below: &str) -> String {
    match (span.least.map(&words), span.below.map(&words)) {
        (None, None) => ANY.to_owned(),
        (Some(least), None) => format!("{least} or more"),
        (None, Some(most)) => format!("{below}{most}"),
        (Some(least), Some(most)) => format!("{least} to below {most}"),
    }
}

/// A condition on what was told at the last visit.
pub fn reported(span: Span<Report>) -> String {
    let word = |report: Report| match report {
        Report::Nothing => "nothing",
        Report::Mild => "mild",
        Report::Moderate => "moderate",
        Report::Severe => "severe",
    };
    let most =
        span.below.map_or(Report::Severe, |below| Report::ALL[(below as usize).saturating_sub(1)]);
    match (span.least.unwrap_or(Report::Nothing), most) {
        (Report::Nothing, Report::Severe) => ANY.to_owned(),
        (least, most) if least == most => word(least).to_owned(),
        (Report::Nothing, most) => format!("at most {}", word(most)),
        (least, Report::Severe) => format!("{} or worse", word(least)),
        (least, most) => format!("{} to {}", word(least), word(most)),
    }
}

/// A condition on the dose now.
pub fn doses(span: Span<Rung>, ladder: &DoseLadder) -> String {
    let au = |rung: Rung| rule::dose(ladder, Rung(rung.0.min(ladder.top().0)));
    let most = span.below.map(|below| Rung(below.0.saturating_sub(1)));
    match (span.least, most) {
        (None, None) => ANY.to_owned(),
        (Some(least), None) => format!("{} or more", au(least)),
        (None, Some(most)) => format!("{} at most", au(most)),
        (Some(least), Some(most)) if least == most => au(least),
        (Some(least), Some(most)) => format!("{} to {}", au(least), au(most)),
    }
}

/// A condition on where treatment stands.
pub fn phase(phase: Option<Phase>) -> &'static str {
    match phase {
        None => ANY,
        Some(Phase::Induction) => "induction",
        Some(Phase::Maintenance) => "spaced visits",
        Some(Phase::Rescue) => "rescue",
    }
}

/// A condition on earlier treatment.
pub fn prior(prior: Option<PriorTreatment>) -> &'static str {
    match prior {
        None => ANY,
        Some(PriorTreatment::None) => "never",
        Some(PriorTreatment::Partial) => "partly helped",
        Some(PriorTreatment::NonResponse) => "in vain",
    }
}

/// What a row does.
pub fn action(action: Action, ladder: &DoseLadder) -> String {
    let up = |rise: Rise| {
        let end = rise.up_to.map(|end| Rung(end.0.min(ladder.top().0)));
        let end =
            end.map_or_else(String::new, |end| format!(", not above {}", rule::dose(ladder, end)));
        format!("{} up{end}", steps(rise.by))
    };
    match action {
        Action::Raise(rise) => up(rise),
        Action::Lower { by } => format!("{} down", steps(by)),
        Action::Stay => "stay".to_owned(),
        Action::Stop => "stop treatment".to_owned(),
        Action::Washout { days, rise: Rise { by: 0, .. } } => format!("{} days off", days.0),
        Action::Washout { days, rise } => format!("{} days off, then {}", days.0, up(rise)),
    }
}

fn steps(n: u8) -> String {
    match n {
        1 => "one step".to_owned(),
        2 => "two steps".to_owned(),
        3 => "three steps".to_owned(),
        n => format!("{n} steps"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::unit::Days;

    #[test]
    fn spans_are_said_as_people_say_them() {
        let quarter = Improvement::new(0.25).unwrap();
        assert_eq!(improvement(Span::below(quarter)), "less than 25\u{a0}%");
        assert_eq!(sessions(Span { least: Some(2), below: Some(4) }), "2 to below 4");
        assert_eq!(reported(Span::at_least(Report::Severe)), "severe");
        assert_eq!(reported(Span::below(Report::Moderate)), "at most mild");
        assert_eq!(reported(Span::below(Report::Mild)), "nothing");
        assert_eq!(reported(Span::at_least(Report::Moderate)), "moderate or worse");
        assert_eq!(weeks(Span::ANY), ANY);
    }

    #[test]
    fn actions_are_said_in_steps() {
        let doses = [20.0, 40.0].map(|au| crate::unit::ArbitraryUnits::new(au).unwrap());
        let ladder = DoseLadder(doses.to_vec());
        let rise = Rise { by: 2, up_to: Some(Rung(1)) };
        assert_eq!(action(Action::Raise(rise), &ladder), "two steps up, not above 40 au");
        let off = Action::Washout { days: Days(14), rise: Rise { by: 1, up_to: None } };
        assert_eq!(action(off, &ladder), "14 days off, then one step up");
    }
}
