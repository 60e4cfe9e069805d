//! Reads how people differ in what nobody can see.

use super::reader::Section;
use crate::protocol::population::traits::Afterglow;
use crate::protocol::population::traits::Benefit;
use crate::protocol::population::traits::Context;
use crate::protocol::population::traits::Kinetics;
use crate::protocol::population::traits::PressureLaw;
use crate::protocol::population::traits::Recovery;
use crate::protocol::population::traits::Sensitivity;
use crate::protocol::population::traits::Tolerance;
use crate::protocol::population::traits::Traits;
use crate::unit::LogSpread;
use crate::unit::Logit;
use crate::unit::Multiplier;
use crate::unit::NonNegative;
use crate::unit::Positive;
use crate::unit::Pressure;
use crate::unit::Probability;
use crate::unit::Shift;
use crate::unit::Spread;

/// The tables of `[population]` about individual parameters.
pub(super) fn read(s: &mut Section, d: &Traits) -> Traits {
    Traits {
        kinetics: s.table("kinetics", |s| kinetics(s, &d.kinetics)),
        sensitivity: s.table("sensitivity", |s| sensitivity(s, &d.sensitivity)),
        benefit: s.table("benefit", |s| benefit(s, &d.benefit)),
        context: s.table("context", |s| context(s, &d.context)),
        recovery: s.table("recovery", |s| recovery(s, &d.recovery)),
        afterglow: s.table("afterglow", |s| Afterglow {
            half_life: s.number("half-life", d.afterglow.half_life, Positive::new),
            spread: s.number("spread", d.afterglow.spread, LogSpread::new),
        }),
        tolerance: s.table("tolerance", |s| Tolerance {
            share: s.number("share", d.tolerance.share, Probability::new),
            prone: s.number("prone", d.tolerance.prone, Probability::new),
            others: s.number("others", d.tolerance.others, Probability::new),
        }),
        pressure: s.table("pressure", |s| pressure(s, &d.pressure)),
        susceptibility: s.number("susceptibility", d.susceptibility, Spread::new),
        misuse: s.number("misuse", d.misuse, LogSpread::new),
        fluctuation: s.number("fluctuation", d.fluctuation, Spread::new),
        rater: s.number("rater", d.rater, Spread::new),
    }
}

fn kinetics(s: &mut Section, d: &Kinetics) -> Kinetics {
    Kinetics {
        metaboliser: s.numbers("metaboliser", d.metaboliser, Multiplier::new),
        inhibited: s.number("inhibited", d.inhibited, Multiplier::new),
        clearance_spread: s.number("clearance-spread", d.clearance_spread, LogSpread::new),
        volume_spread: s.number("volume-spread", d.volume_spread, LogSpread::new),
    }
}

fn sensitivity(s: &mut Section, d: &Sensitivity) -> Sensitivity {
    Sensitivity {
        prior: s.numbers("prior", d.prior, Shift::new),
        severity: s.number("severity", d.severity, Shift::new),
        chronicity: s.number("chronicity", d.chronicity, Shift::new),
        blunted: s.number("blunted", d.blunted, Shift::new),
        spread: s.number("spread", d.spread, LogSpread::new),
    }
}

fn benefit(s: &mut Section, d: &Benefit) -> Benefit {
    Benefit {
        mean: s.number("mean", d.mean, Logit::new),
        chronicity: s.number("chronicity", d.chronicity, Logit::new),
        spread: s.number("spread", d.spread, Spread::new),
    }
}

fn context(s: &mut Section, d: &Context) -> Context {
    Context {
        mean: s.number("mean", d.mean, Logit::new),
        prior: s.numbers("prior", d.prior, Logit::new),
        chronicity: s.number("chronicity", d.chronicity, Logit::new),
        severity: s.number("severity", d.severity, Logit::new),
        spread: s.number("spread", d.spread, Spread::new),
        expectancy: s.number("expectancy", d.expectancy, Probability::new),
    }
}

fn recovery(s: &mut Section, d: &Recovery) -> Recovery {
    Recovery {
        mean: s.number("mean", d.mean, Logit::new),
        chronicity: s.number("chronicity", d.chronicity, Logit::new),
        spread: s.number("spread", d.spread, Spread::new),
    }
}

fn pressure(s: &mut Section, d: &PressureLaw) -> PressureLaw {
    PressureLaw {
        usual: s.number("usual", d.usual, Pressure::new),
        age: s.number("age", d.age, Shift::new),
        weight: s.number("weight", d.weight, Shift::new),
        sd: s.number("sd", d.sd, Spread::new),
        flagged: s.number("flagged", d.flagged, NonNegative::new),
        rise_spread: s.number("rise-spread", d.rise_spread, LogSpread::new),
    }
}
