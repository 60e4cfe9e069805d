//! The truth that is assumed: what the drug does, how people behave, what things cost and how much they matter.

use serde::Deserialize;
use serde::Serialize;

use crate::unit::Efficacy;
use crate::unit::Logit;
use crate::unit::NonNegative;
use crate::unit::Positive;
use crate::unit::Probability;

/// The assumed truth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// How much of the drug's benefit is real (`eff`): 1 as modelled, 0 inert but still perceptible.
    pub efficacy: Efficacy,
    /// How much belief in being on drug moves the context response (`unblind`).
    pub unblinding: Probability,
    /// Life events a year.
    pub life_events: NonNegative,
    /// Mean size of a life event, points.
    pub life_event_size: Positive,
    /// Probability that a due session is missed.
    pub missed_session: Probability,
    /// Probability that a due assessment is missed.
    pub missed_assessment: Probability,
    /// Who leaves.
    pub dropout: Dropout,
    /// The weights of the utility.
    pub utility: UtilityWeights,
    /// The prices.
    pub prices: Prices,
}

/// Who leaves the study (model, section 7.7).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dropout {
    /// `psi`: 0 leaves by the last observed score, 1 by the latent score.
    pub latent_share: Probability,
    /// Log of the weekly hazard of leaving for lack of efficacy at 22 points without gain.
    pub efficacy_intercept: Logit,
    /// Its slope per point of current score.
    pub efficacy_slope: Logit,
    /// Its slope per point gained since baseline, subtracted.
    pub efficacy_gain: Logit,
    /// Weekly hazard of leaving for other reasons at no visit burden.
    pub administrative: NonNegative,
    /// Probability of leaving after a session whose worst true grade is none, mild, moderate, severe.
    pub adverse_event: [Probability; 4],
}

/// What an outcome is worth, in the units of the utility.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UtilityWeights {
    /// Mean relative benefit over the weeks.
    pub benefit: NonNegative,
    /// Each mild event, subtracted; and so on.
    pub mild: NonNegative,
    /// Each moderate event.
    pub moderate: NonNegative,
    /// Each severe event.
    pub severe: NonNegative,
    /// Each serious event.
    pub serious: NonNegative,
    /// Onset of misuse.
    pub misuse: NonNegative,
    /// Each hour spent.
    pub hour: NonNegative,
}

/// What things cost, in invented cost units (cu).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prices {
    /// A session given.
    pub session: NonNegative,
    /// An hour of observation.
    pub observation_hour: NonNegative,
    /// An assessment observed.
    pub assessment: NonNegative,
    /// A blood pressure check.
    pub pressure_check: NonNegative,
    /// An adverse event questionnaire.
    pub questionnaire: NonNegative,
    /// A misuse screen.
    pub screen: NonNegative,
    /// A serious adverse event.
    pub serious_event: NonNegative,
}
