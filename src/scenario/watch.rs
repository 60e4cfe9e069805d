//! Reads how people are watched: a preset and what is changed of it.

use super::defaults;
use super::reader::Section;
use super::value::Whole;
use super::value::number;
use super::value::or_never;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::unit::Days;
use crate::unit::Hours;
use crate::unit::Pressure;

const ASSESSMENT: Whole =
    Whole { what: "an assessment interval", range: "7, 14 or 28 days", from: 1, to: 84 };

const SCREEN: Whole = Whole {
    what: "a screening interval",
    range: "a multiple of 7 from 7 to 84 days",
    from: 1,
    to: 84,
};

const SEVERE_EVENTS: Whole = Whole {
    what: "a number of severe events",
    range: "a whole number from 1 to 100",
    from: 1,
    to: 100,
};

/// A monitoring protocol by name (model, section 10).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Preset {
    None,
    Standard,
    Intensive,
}

/// `[monitoring]` or `[arm.monitoring]`: its preset, or else `base`, with what the section changes.
pub(super) fn read(s: &mut Section, base: &Monitoring) -> Monitoring {
    let presets = [
        ("none", Some(Preset::None)),
        ("standard", Some(Preset::Standard)),
        ("intensive", Some(Preset::Intensive)),
    ];
    let preset = s.choice("preset", None, &presets);
    let d = preset.map_or_else(|| base.clone(), defaults::monitoring);
    Monitoring {
        assess_every: Days(s.whole("assess-every", d.assess_every.0, &ASSESSMENT)),
        day_1: s.choice("day-1", d.day_1, &DAY_1),
        observe: s.number("observe-hours", d.observe, Hours::new),
        hold_at: s.get("hold-at", d.hold_at, |value| {
            or_never(value, |value| Ok(Pressure::new(number(value)?)?))
        }),
        elicitation: s.choice("elicitation", d.elicitation, &ELICITATION),
        screen_every: s.get("screen-every", d.screen_every, |value| {
            or_never(value, |value| SCREEN.read(value).map(Days))
        }),
        stop_after_severe: s.get("stop-after-severe", d.stop_after_severe, |value| {
            or_never(value, |value| SEVERE_EVENTS.read(value))
        }),
        worsening: s.choice("worsening", d.worsening, &WORSENING),
        tolerability: s.choice("tolerability", d.tolerability, &TOLERABILITY),
    }
}

const DAY_1: [(&str, DayOne); 2] = [("assess", DayOne::Assess), ("skip", DayOne::Skip)];

const ELICITATION: [(&str, Elicitation); 2] =
    [("spontaneous", Elicitation::Spontaneous), ("solicited", Elicitation::Solicited)];

const WORSENING: [(&str, WorseningPolicy); 2] =
    [("stop", WorseningPolicy::Stop), ("continue", WorseningPolicy::Continue)];

const TOLERABILITY: [(&str, TolerabilityPolicy); 2] =
    [("continue", TolerabilityPolicy::Continue), ("reduce", TolerabilityPolicy::Reduce)];
