//! Reads the truth that is assumed.

use super::defaults;
use super::reader::Section;
use crate::protocol::world::Dropout;
use crate::protocol::world::Prices;
use crate::protocol::world::UtilityWeights;
use crate::protocol::world::World;
use crate::unit::Efficacy;
use crate::unit::Logit;
use crate::unit::NonNegative;
use crate::unit::Positive;
use crate::unit::Probability;

/// `[world]`.
pub(super) fn world(s: &mut Section) -> World {
    let d = defaults::world();
    World {
        efficacy: s.number("efficacy", d.efficacy, Efficacy::new),
        unblinding: s.number("unblinding", d.unblinding, Probability::new),
        life_events: s.number("life-events", d.life_events, NonNegative::new),
        life_event_size: s.number("life-event-size", d.life_event_size, Positive::new),
        missed_session: s.number("missed-session", d.missed_session, Probability::new),
        missed_assessment: s.number("missed-assessment", d.missed_assessment, Probability::new),
        dropout: s.table("dropout", |s| dropout(s, &d.dropout)),
        utility: s.table("utility", |s| utility(s, &d.utility)),
        prices: s.table("prices", |s| prices(s, &d.prices)),
    }
}

fn dropout(s: &mut Section, d: &Dropout) -> Dropout {
    Dropout {
        latent_share: s.number("latent-share", d.latent_share, Probability::new),
        efficacy_intercept: s.number("efficacy-intercept", d.efficacy_intercept, Logit::new),
        efficacy_slope: s.number("efficacy-slope", d.efficacy_slope, Logit::new),
        efficacy_gain: s.number("efficacy-gain", d.efficacy_gain, Logit::new),
        administrative: s.number("administrative", d.administrative, NonNegative::new),
        adverse_event: s.numbers("adverse-event", d.adverse_event, Probability::new),
    }
}

fn utility(s: &mut Section, d: &UtilityWeights) -> UtilityWeights {
    UtilityWeights {
        benefit: s.number("benefit", d.benefit, NonNegative::new),
        mild: s.number("mild", d.mild, NonNegative::new),
        moderate: s.number("moderate", d.moderate, NonNegative::new),
        severe: s.number("severe", d.severe, NonNegative::new),
        serious: s.number("serious", d.serious, NonNegative::new),
        misuse: s.number("misuse", d.misuse, NonNegative::new),
        hour: s.number("hour", d.hour, NonNegative::new),
    }
}

fn prices(s: &mut Section, d: &Prices) -> Prices {
    Prices {
        session: s.number("session", d.session, NonNegative::new),
        observation_hour: s.number("observation-hour", d.observation_hour, NonNegative::new),
        assessment: s.number("assessment", d.assessment, NonNegative::new),
        pressure_check: s.number("pressure-check", d.pressure_check, NonNegative::new),
        questionnaire: s.number("questionnaire", d.questionnaire, NonNegative::new),
        screen: s.number("screen", d.screen, NonNegative::new),
        serious_event: s.number("serious-event", d.serious_event, NonNegative::new),
    }
}
