//! The rules: for each its word in files, what it takes, its first dose and its rows. A new rule is written here and
//! nowhere else, with its test in `tests/it/rule.rs`.
//!
//! In every built-in rule the way down comes first; a rise fits only where it has room.

use serde::Deserialize;
use serde::Serialize;

use super::Action;
use super::DecisionTable;
use super::Report;
use super::Rise;
use super::Row;
use super::Rows;
use super::Span;
use super::StartRow;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::unit::Days;
use crate::unit::Improvement;

/// A titration rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// The same rung throughout.
    Fixed {
        /// The rung.
        at: Rung,
    },
    /// Up one rung after every two sessions until the target, whatever the score says.
    Forced {
        /// The first rung.
        from: Rung,
        /// The last rung.
        target: Rung,
    },
    /// Up while not yet better and untroubled.
    Response {
        /// The first rung.
        from: Rung,
        /// What is done when somebody is well in maintenance.
        when_well: WhenWell,
    },
    /// Up while nothing is reported, down when something moderate is.
    Toxicity {
        /// The first rung.
        from: Rung,
    },
    /// A start that follows baseline severity and prior treatment, rarely changed after.
    Severity,
    /// A course at each dose; the next course two rungs up after 14 days without sessions.
    Stepped {
        /// The first rung.
        from: Rung,
    },
    /// Whatever its author wrote.
    Table(DecisionTable),
}

/// What the response-guided rule does when improvement is at least 75 % in maintenance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhenWell {
    /// One rung down after two sessions (`downres` in the model).
    EaseDown,
    /// Nothing.
    Keep,
}

/// Which rule, without its doses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Rule::Fixed`].
    Fixed,
    /// [`Rule::Forced`].
    Forced,
    /// [`Rule::Response`].
    Response,
    /// [`Rule::Toxicity`].
    Toxicity,
    /// [`Rule::Severity`].
    Severity,
    /// [`Rule::Stepped`].
    Stepped,
    /// [`Rule::Table`].
    Table,
}

/// Something that a rule may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// The dose of [`Rule::Fixed`].
    Dose,
    /// The first dose.
    Start,
    /// The last dose of [`Rule::Forced`].
    Target,
    /// [`WhenWell`].
    WhenWell,
    /// The rows of a table.
    Rows,
}

/// Everything that any rule may take, with defaults for what was not said.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// The dose of a fixed rule.
    pub dose: Rung,
    /// The first dose.
    pub start: Rung,
    /// The last dose of the forced rule.
    pub target: Rung,
    /// What is done when somebody is well.
    pub when_well: WhenWell,
    /// The table that its author wrote.
    pub table: DecisionTable,
}

impl Kind {
    /// The word for each rule in files.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("fixed", Self::Fixed),
        ("forced", Self::Forced),
        ("response", Self::Response),
        ("toxicity", Self::Toxicity),
        ("severity", Self::Severity),
        ("stepped", Self::Stepped),
        ("table", Self::Table),
    ];

    /// What the rule takes.
    pub const fn takes(self) -> &'static [Parameter] {
        match self {
            Self::Fixed => &[Parameter::Dose],
            Self::Forced => &[Parameter::Start, Parameter::Target],
            Self::Response => &[Parameter::Start, Parameter::WhenWell],
            Self::Toxicity | Self::Stepped => &[Parameter::Start],
            Self::Severity => &[],
            Self::Table => &[Parameter::Start, Parameter::Rows],
        }
    }

    /// The rule with what it takes.
    pub fn with(self, given: Parameters) -> Rule {
        let from = given.start;
        match self {
            Self::Fixed => Rule::Fixed { at: given.dose },
            Self::Forced => Rule::Forced { from, target: given.target },
            Self::Response => Rule::Response { from, when_well: given.when_well },
            Self::Toxicity => Rule::Toxicity { from },
            Self::Severity => Rule::Severity,
            Self::Stepped => Rule::Stepped { from },
            Self::Table => Rule::Table(given.table),
        }
    }
}

impl Rule {
    /// Which rule it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Fixed { .. } => Kind::Fixed,
            Self::Forced { .. } => Kind::Forced,
            Self::Response { .. } => Kind::Response,
            Self::Toxicity { .. } => Kind::Toxicity,
            Self::Severity => Kind::Severity,
            Self::Stepped { .. } => Kind::Stepped,
            Self::Table(_) => Kind::Table,
        }
    }

    /// The rows for the first dose.
    pub fn start(&self) -> Rows<'_, StartRow> {
        let one = |at| Rows::built_in([StartRow::everybody(at)], StartRow::everybody(at));
        match self {
            Self::Fixed { at } => one(*at),
            Self::Forced { from, .. }
            | Self::Response { from, .. }
            | Self::Toxicity { from }
            | Self::Stepped { from } => one(*from),
            Self::Severity => Rows::built_in(severity_start(), StartRow::everybody(Rung(4))),
            Self::Table(table) => Rows::written(&table.start),
        }
    }

    /// The rows that decide before each session.
    pub fn rows(&self) -> Rows<'_, Row> {
        match self {
            Self::Fixed { .. } => Rows::built_in([], STAY),
            Self::Forced { target, .. } => Rows::built_in(forced(*target), STAY),
            Self::Response { when_well: WhenWell::EaseDown, .. } => {
                Rows::built_in(easing_response(), STAY)
            }
            Self::Response { when_well: WhenWell::Keep, .. } => Rows::built_in(response(), STAY),
            Self::Toxicity { .. } => Rows::built_in(toxicity(), STAY),
            Self::Severity => Rows::built_in(severity(), STAY),
            Self::Stepped { .. } => Rows::built_in(stepped(), STAY),
            Self::Table(table) => Rows::written(&table.rows),
        }
    }

    /// The same rule as a table that an author could have written.
    pub fn as_table(&self) -> DecisionTable {
        DecisionTable { start: self.start().to_vec(), rows: self.rows().to_vec() }
    }
}

const STAY: Row = Row::then(Action::Stay);

const DOWN: Row = Row::then(Action::Lower { by: 1 });

/// One rung down after a severe event: the first row of most rules.
const DOWN_IF_SEVERE: Row = Row { reported: Span::at_least(Report::Severe), ..DOWN };

const fn up(by: u8) -> Row {
    Row::then(Action::Raise(Rise { by, up_to: None }))
}

fn better_by_less_than(share: f64) -> Span<Improvement> {
    Span::below(improvement(share))
}

fn improvement(share: f64) -> Improvement {
    Improvement::new(share).expect("the thresholds of built-in rules are shares")
}

/// `Y0 < 28`: rung 2; `< 35`: 3; else 4; one more after prior non-response.
fn severity_start() -> [StartRow; 6] {
    let row = |baseline, prior, rung| StartRow { baseline, prior, at: Rung(rung) };
    let hard = Some(PriorTreatment::NonResponse);
    [
        row(Span::below(28), hard, 3),
        row(Span::below(28), None, 2),
        row(Span::below(35), hard, 4),
        row(Span::below(35), None, 3),
        row(Span::ANY, hard, 5),
        row(Span::ANY, None, 4),
    ]
}

const fn forced(target: Rung) -> [Row; 2] {
    let then = Action::Raise(Rise { by: 1, up_to: Some(target) });
    [DOWN_IF_SEVERE, Row { sessions: Span::at_least(2), ..Row::then(then) }]
}

/// Two rungs while far from better and nothing is reported, one while not yet better and nothing worse than mild is.
fn response() -> [Row; 4] {
    [
        DOWN_IF_SEVERE,
        Row { sessions: Span::below(2), ..STAY },
        Row {
            improvement: better_by_less_than(0.25),
            reported: Span::below(Report::Mild),
            ..up(2)
        },
        Row {
            improvement: better_by_less_than(0.50),
            reported: Span::below(Report::Moderate),
            ..up(1)
        },
    ]
}

/// As [`response`], and one rung down in maintenance once improvement is 75 % or more.
fn easing_response() -> [Row; 5] {
    let [severe, wait, far, near] = response();
    let well = Span::at_least(improvement(0.75));
    let ease = Row { improvement: well, phase: Some(Phase::Maintenance), ..DOWN };
    [severe, wait, ease, far, near]
}

const fn toxicity() -> [Row; 2] {
    [
        Row { reported: Span::at_least(Report::Moderate), ..DOWN },
        Row { reported: Span::below(Report::Mild), sessions: Span::at_least(2), ..up(1) },
    ]
}

fn severity() -> [Row; 2] {
    let rise =
        Row { sessions: Span::at_least(4), reported: Span::below(Report::Moderate), ..up(1) };
    [DOWN_IF_SEVERE, Row { improvement: better_by_less_than(0.25), ..rise }]
}

/// After a course without response a washout of 14 days, then two rungs up, or one where there is room for no more.
fn stepped() -> [Row; 3] {
    let next = |by| Row {
        improvement: better_by_less_than(0.50),
        sessions: Span::at_least(4),
        phase: Some(Phase::Induction),
        ..Row::then(Action::Washout { days: Days(14), rise: Rise { by, up_to: None } })
    };
    [DOWN_IF_SEVERE, next(2), next(1)]
}
