//! Reads a whole file into a design, and finds the place of what does not fit together.

use toml::de::DeTable;
use toml::de::DeValue;

use super::SCHEMA;
use super::arm;
use super::arm::Shared;
use super::defaults;
use super::fault::FaultKind;
use super::people;
use super::place;
use super::reader::Log;
use super::reader::Section;
use super::truth;
use super::value::Whole;
use super::value::number;
use super::value::wrong;
use super::visits;
use super::watch;
use super::watch::Preset;
use crate::protocol::Design;
use crate::protocol::DesignFault;
use crate::protocol::MOST_ARMS;
use crate::protocol::allocation::MOST_PER_ARM;
use crate::protocol::allocation::Strata;
use crate::protocol::allocation::Trial;
use crate::protocol::arm::Arm;
use crate::protocol::arm::DoseLadder;
use crate::unit::ArbitraryUnits;
use crate::unit::Days;
use crate::unit::OutOfRange;

const WEEKS: Whole =
    Whole { what: "the length of a study", range: "4 to 60 whole weeks", from: 4, to: 60 };

const PER_ARM: Whole =
    Whole { what: "the size of an arm", range: "2 to 10000 people", from: 2, to: MOST_PER_ARM };

/// A file that has been read, whether or not faults were noted on the way.
#[derive(Debug)]
pub(super) struct Draft {
    pub design: Design,
    pub teaching: String,
    pub look_at: String,
    /// Whether the ladder is sound, so that rungs mean something.
    pub ladder: bool,
}

/// Whether the reader of TOML got through the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Syntax {
    Sound,
    Broken,
}

/// Reads the version; what comes of a later one is not read at all.
///
/// # Errors
/// The version, if it is later than [`SCHEMA`].
pub(super) fn schema(s: &mut Section) -> Result<(), u32> {
    let mut newer = None;
    if !s.has("schema") {
        s.note("schema", FaultKind::SchemaMissing);
    }
    s.get("schema", (), |value| {
        let DeValue::Integer(whole) = value else {
            return Err(wrong("a whole number", value));
        };
        match u32::from_str_radix(whole.as_str(), whole.radix()) {
            Ok(SCHEMA) => Ok(()),
            Ok(found) if found > SCHEMA => {
                newer = Some(found);
                Ok(())
            }
            _ => Err(OutOfRange {
                what: "the version of the format",
                range: "1",
                got: number(value)?,
            }
            .into()),
        }
    });
    newer.map_or(Ok(()), Err)
}

/// Reads everything else.
pub(super) fn read(mut s: Section, syntax: Syntax) -> Draft {
    let title = s.name("title");
    let question = s.text("question");
    let teaching = s.text("teaching");
    let look_at = s.text("look-at");
    let weeks: u16 = s.whole("weeks", defaults::WEEKS, &WEEKS);
    let ladder = ladder(&mut s);
    let sound = ladder_is_sound(&s, &ladder, syntax);
    let population = s.table("population", people::population);
    let screening = s.table("screening", people::screening);
    let world = s.table("world", truth::world);
    let standard = defaults::monitoring(Preset::Standard);
    let shared = Shared {
        ladder: sound.then(|| ladder.clone()),
        visits: s.table("schedule", |s| visits::read(s, &defaults::visits())),
        monitoring: s.table("monitoring", |s| watch::read(s, &standard)),
    };
    let arms = arms(&mut s, &shared);
    let trial = s.table("trial", trial);
    s.finish();
    Draft {
        design: Design {
            title,
            question,
            horizon: Days(weeks * 7),
            population,
            screening,
            world,
            ladder,
            arms,
            trial,
        },
        teaching,
        look_at,
        ladder: sound,
    }
}

/// `[trial]`.
fn trial(s: &mut Section) -> Trial {
    let d = defaults::TRIAL;
    let strata = [("none", Strata::None), ("severity", Strata::Severity)];
    Trial {
        per_arm: s.whole("per-arm", d.per_arm, &PER_ARM),
        strata: s.choice("strata", d.strata, &strata),
    }
}

fn ladder(s: &mut Section) -> DoseLadder {
    let doses = s.list("ladder", |value| Ok(ArbitraryUnits::new(number(value)?)?));
    match doses {
        Some(doses) if !s.faulted("ladder") => DoseLadder(doses),
        _ => defaults::ladder(),
    }
}

/// A ladder that the author wrote differently, or that does not ascend, is none to look doses up on.
fn ladder_is_sound(s: &Section, ladder: &DoseLadder, syntax: Syntax) -> bool {
    let lost = !s.has("ladder") && (syntax == Syntax::Broken || s.misspelt("ladder"));
    let in_order = ladder.0.is_sorted_by(|a, b| a < b);
    !lost && !s.faulted("ladder") && (2..=12).contains(&ladder.0.len()) && in_order
}

/// No more arms are read than a study may have.
fn arms(s: &mut Section, shared: &Shared) -> Vec<Arm> {
    let sections = s.tables("arm", "a list of tables, each under [[arm]],");
    let got = sections.len();
    if got > MOST_ARMS {
        let most = MOST_ARMS;
        s.note("arm", DesignFault::TooManyArms { most, got }.into());
    }
    sections
        .into_iter()
        .take(MOST_ARMS)
        .map(|mut s| {
            let arm = arm::read(&mut s, shared);
            s.finish();
            arm
        })
        .collect()
}

/// Notes what does not fit together, each fault once, unless it only follows from another one.
pub(super) fn note(faults: Vec<DesignFault>, log: &Log, root: &DeTable, draft: (bool, Syntax)) {
    let (ladder, syntax) = draft;
    for fault in faults {
        let candidates = place::candidates(&fault);
        let follows = candidates.iter().any(|path| log.has(path))
            || place::also_concerns(&fault).iter().any(|path| log.has(path))
            || (!ladder && place::is_about_rungs(&fault))
            || (syntax == Syntax::Broken && place::joins_fields(&fault));
        if follows {
            continue;
        }
        let (at, path) = place::find(root, &candidates);
        log.note(at, path, fault.into());
    }
}
