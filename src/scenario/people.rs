//! Reads who the candidates are and who of them is enrolled.

use super::defaults;
use super::reader::Section;
use super::traits;
use super::value::Whole;
use crate::protocol::population::EpisodeLength;
use crate::protocol::population::Population;
use crate::protocol::population::Screening;
use crate::protocol::population::ScreeningMode;
use crate::protocol::population::TraitScore;
use crate::protocol::population::TruncatedLogNormal;
use crate::protocol::population::TruncatedNormal;
use crate::unit::Mix;
use crate::unit::Multiplier;
use crate::unit::Points;
use crate::unit::Positive;
use crate::unit::Pressure;
use crate::unit::Probability;
use crate::unit::Spread;

/// Severity classes, in the order of the model.
pub(super) const SEVERITY: [&str; 3] = ["mild", "moderate", "severe"];
/// What earlier treatment did, in the order of the model.
pub(super) const PRIOR: [&str; 3] = ["none", "partial", "non-response"];

const SCORE: Whole =
    Whole { what: "a screening score", range: "a whole number from 0 to 60", from: 0, to: 60 };

/// `[population]`.
pub(super) fn population(s: &mut Section) -> Population {
    let d = defaults::population();
    Population {
        severity: s.mix("severity", SEVERITY, d.severity),
        prior: prior(s, d.prior),
        comedication: s.mix("co-medication", ["none", "a", "b"], d.comedication),
        metaboliser: s.mix("metaboliser", ["slow", "typical", "fast"], d.metaboliser),
        flags: s.table("flags", |s| flags(s, d.flags)),
        score: s.table("score", |s| score(s, &d.score)),
        age: s.table("age", |s| age(s, &d.age)),
        weight: s.table("weight", |s| weight(s, &d.weight)),
        episode: s.table("episode", |s| episode(s, &d.episode)),
        traits: traits::read(s, &d.traits),
        clearance: s.number("clearance", d.clearance, Multiplier::new),
        ec50: s.number("ec50", d.ec50, Multiplier::new),
    }
}

/// One mix for everybody, or one for each class of severity.
fn prior(s: &mut Section, default: [Mix<3>; 3]) -> [Mix<3>; 3] {
    let by_class = s
        .item("prior")
        .and_then(|item| item.get_ref().as_table())
        .is_some_and(|table| SEVERITY.iter().any(|class| table.contains_key(*class)));
    if by_class {
        return s.table("prior", |s| {
            let [mild, moderate, severe] = default;
            [
                s.mix(SEVERITY[0], PRIOR, mild),
                s.mix(SEVERITY[1], PRIOR, moderate),
                s.mix(SEVERITY[2], PRIOR, severe),
            ]
        });
    }
    if s.has("prior") {
        let whole = s.mix("prior", PRIOR, default[0]);
        if !s.faulted("prior") {
            return [whole; 3];
        }
    }
    default
}

fn flags(s: &mut Section, d: [Probability; 3]) -> [Probability; 3] {
    [
        s.number("blood-pressure", d[0], Probability::new),
        s.number("psychosis-like", d[1], Probability::new),
        s.number("substance", d[2], Probability::new),
    ]
}

fn score(s: &mut Section, d: &TraitScore) -> TraitScore {
    TraitScore {
        means: s.numbers("means", d.means, Points::new),
        sd: s.number("sd", d.sd, Spread::new),
        bounds: s.numbers("bounds", d.bounds, Points::new),
    }
}

fn age(s: &mut Section, d: &TruncatedNormal) -> TruncatedNormal {
    TruncatedNormal {
        mean: s.number("mean", d.mean, Positive::new),
        sd: s.number("sd", d.sd, Spread::new),
        lowest: s.number("lowest", d.lowest, Positive::new),
        highest: s.number("highest", d.highest, Positive::new),
    }
}

fn weight(s: &mut Section, d: &TruncatedLogNormal) -> TruncatedLogNormal {
    TruncatedLogNormal {
        median: s.number("median", d.median, Positive::new),
        sdlog: s.number("sdlog", d.sdlog, Spread::new),
        lowest: s.number("lowest", d.lowest, Positive::new),
        highest: s.number("highest", d.highest, Positive::new),
    }
}

fn episode(s: &mut Section, d: &EpisodeLength) -> EpisodeLength {
    EpisodeLength {
        medians: s.numbers("medians", d.medians, Positive::new),
        sdlog: s.number("sdlog", d.sdlog, Spread::new),
        lowest: s.number("lowest", d.lowest, Positive::new),
        highest: s.number("highest", d.highest, Positive::new),
    }
}

/// `[screening]`.
pub(super) fn screening(s: &mut Section) -> Screening {
    let d = defaults::screening();
    let modes = [
        ("strict", ScreeningMode::Strict),
        ("lenient", ScreeningMode::Lenient),
        ("caution", ScreeningMode::Caution),
    ];
    Screening {
        mode: s.choice("mode", d.mode, &modes),
        min_score: s.whole("min-score", d.min_score, &SCORE),
        disclosure: s.number("disclosure", d.disclosure, Probability::new),
        max_pressure: s.number("max-pressure", d.max_pressure, Pressure::new),
        inflation: s.number("inflation", d.inflation, Probability::new),
    }
}
