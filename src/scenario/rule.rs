//! Reads by which rule an arm finds its dose: a built-in one, or a table that the author wrote.

use toml::de::DeValue;

use super::defaults;
use super::fault::FaultKind;
use super::reader::Section;
use super::row;
use super::value::number;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::StartRow;
use crate::protocol::titration::Titration;
use crate::protocol::titration::rule::Kind;
use crate::protocol::titration::rule::Parameter;
use crate::protocol::titration::rule::Parameters;
use crate::protocol::titration::rule::WhenWell;
use crate::unit::ArbitraryUnits;

const WELL: [(&str, WhenWell); 2] = [("ease-down", WhenWell::EaseDown), ("keep", WhenWell::Keep)];

/// The keys of an arm that say how its dose is found.
pub(super) fn read(
    s: &mut Section,
    ladder: Option<&DoseLadder>,
    treatment: Treatment,
) -> Titration {
    let top = ladder.map_or(Rung(0), DoseLadder::top);
    let lowest = rung(s, "lowest", ladder).unwrap_or(Rung(0));
    let highest = rung(s, "highest", ladder).unwrap_or(top);
    let within = |rung: Rung| rung.max(lowest).min(highest);

    if !s.has("rule") {
        s.missing("rule");
    }
    let named = s.choice("rule", None, &Kind::WORDS.map(|(word, kind)| (word, Some(kind))));
    let dose = rung(s, "dose", ladder);
    let first = start(s, ladder);
    let target = rung(s, "target", ladder).unwrap_or_else(|| within(defaults::TARGET));
    let when_well = s.choice("when-well", WhenWell::EaseDown, &WELL);
    let rows = s.tables("row", "a list of tables, each under [[arm.row]],");
    let rows = rows.into_iter().map(|row| row::read(row, ladder)).collect();
    if let Some(kind) = named {
        refuse_foreign(s, kind, &first);
        let needed = kind == Kind::Fixed && treatment == Treatment::Drug;
        if needed && !s.has("dose") && !s.faulted("treatment") {
            s.missing("dose");
        }
    }
    let start = within(defaults::START);
    let (start, first_rows) = match first {
        Start::Rows(rows) => (start, rows),
        Start::Dose(rung) => (rung, vec![StartRow::everybody(rung)]),
        Start::Unsaid => (start, vec![StartRow::everybody(start)]),
    };
    let rule = named.unwrap_or(Kind::Fixed).with(Parameters {
        dose: dose.unwrap_or_else(|| within(reference(ladder))),
        start,
        target,
        when_well,
        table: DecisionTable { start: first_rows, rows },
    });
    Titration { rule, lowest, highest }
}

/// What a file says about the first dose.
enum Start {
    Unsaid,
    Dose(Rung),
    Rows(Vec<StartRow>),
}

/// One dose for everybody, or rows under `[[arm.start]]`.
fn start(s: &mut Section, ladder: Option<&DoseLadder>) -> Start {
    let is_list = s.item("start").is_some_and(|item| matches!(item.get_ref(), DeValue::Array(_)));
    if is_list {
        let rows = s.tables("start", "a dose, or a list of tables, each under [[arm.start]],");
        return Start::Rows(rows.into_iter().map(|s| row::start(s, ladder)).collect());
    }
    rung(s, "start", ladder).map_or(Start::Unsaid, Start::Dose)
}

/// Refuses what belongs to another rule.
fn refuse_foreign(s: &Section, kind: Kind, start: &Start) {
    let word = Kind::WORDS.iter().find(|(_, other)| *other == kind);
    let here = format!("rule = \"{}\"", word.map_or("", |(word, _)| word));
    for (parameter, key, owner) in OWNERS {
        if !kind.takes().contains(&parameter) {
            s.foreign(key, owner, &here);
        }
    }
    if matches!(start, Start::Rows(_))
        && kind.takes().contains(&Parameter::Start)
        && kind != Kind::Table
    {
        s.foreign("start", "rule = \"table\", where it may have rows", &here);
    }
}

/// What each parameter is called, and the rules that take it.
const OWNERS: [(Parameter, &str, &str); 5] = [
    (Parameter::Dose, "dose", "rule = \"fixed\""),
    (
        Parameter::Start,
        "start",
        "rule = \"forced\", \"response\", \"toxicity\", \"stepped\" or \"table\"",
    ),
    (Parameter::Target, "target", "rule = \"forced\""),
    (Parameter::WhenWell, "when-well", "rule = \"response\""),
    (Parameter::Rows, "row", "rule = \"table\""),
];

/// The rung of a dose; none if it is absent, faulty, or there is no ladder to find it on.
pub(super) fn rung(
    s: &mut Section,
    key: &'static str,
    ladder: Option<&DoseLadder>,
) -> Option<Rung> {
    s.get(key, None, |value| {
        let dose = ArbitraryUnits::new(number(value)?)?;
        let Some(ladder) = ladder else {
            return Ok(None);
        };
        let off = || FaultKind::NotOnLadder {
            dose: dose.get(),
            ladder: ladder.0.iter().map(|dose| dose.get()).collect(),
        };
        ladder.rung(dose).ok_or_else(off).map(Some)
    })
}

/// The rung of the reference dose, or the middle of the ladder if it is not there.
fn reference(ladder: Option<&DoseLadder>) -> Rung {
    let Some(ladder) = ladder else {
        return Rung(0);
    };
    ArbitraryUnits::new(defaults::REFERENCE_DOSE)
        .ok()
        .and_then(|dose| ladder.rung(dose))
        .unwrap_or(Rung(ladder.top().0.div_ceil(2)))
}
