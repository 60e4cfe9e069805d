//! What a run has found, endpoint by endpoint: the same numbers for every form of output.

use super::CliError;
use super::people::Ending;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::run::Ready;
use crate::stream::Seed;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::tally::Tally;

/// The results of a run.
#[derive(Debug)]
pub(super) struct Results<'a> {
    /// What the scenario was called by.
    pub name: &'a str,
    pub ready: &'a Ready,
    pub seed: Seed,
    pub tally: Tally,
    pub ending: Ending,
    /// The fingerprint of the tally, 16 hexadecimal digits.
    pub digest: String,
}

/// A number with its error, or none, and how many people were observed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    pub n: u64,
    pub estimate: Option<Estimate>,
}

/// One endpoint in one arm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub endpoint: Endpoint,
    pub value: Measured,
    /// Between people; of changes only.
    pub sd: Option<f64>,
    /// To the first arm, with the paired error; none in the first arm.
    pub difference: Option<Measured>,
}

impl<'a> Results<'a> {
    /// Puts a sum and its circumstances together.
    ///
    /// # Errors
    /// [`CliError::Encoding`] when the sum has no fingerprint, which does not happen.
    pub fn new(
        name: &'a str,
        ready: &'a Ready,
        seed: Seed,
        (tally, ending): (Tally, Ending),
    ) -> Result<Self, CliError> {
        let digest = format!("{:016x}", tally.digest().map_err(CliError::encoding)?);
        Ok(Self { name, ready, seed, tally, ending, digest })
    }

    /// The arms, each with its figures in the order of the endpoints.
    pub fn arms(&self) -> impl Iterator<Item = (&Arm, Vec<Figure>)> {
        let arms = self.ready.protocol.arms.iter();
        arms.enumerate().map(|(index, arm)| (arm, self.figures(index)))
    }

    fn figures(&self, arm: usize) -> Vec<Figure> {
        let sums = self.tally.arms.get(arm); // none before the first block
        let one = |(i, endpoint): (usize, &Endpoint)| {
            let own = sums.map(|arm| arm.endpoints[i]).unwrap_or_default();
            let paired = sums.map(|arm| arm.differences[i]).unwrap_or_default();
            Figure {
                endpoint: *endpoint,
                value: measured(own, endpoint.scale()),
                sd: matches!(endpoint, Endpoint::Change(_)).then(|| own.sd()).flatten(),
                difference: (arm > 0).then(|| measured(paired, Scale::Mean)),
            }
        };
        self.ready.endpoints.iter().enumerate().map(one).collect()
    }
}

fn measured(moments: Moments, scale: Scale) -> Measured {
    Measured { n: moments.n, estimate: moments.estimate(scale) }
}

/// The one dose of an arm: that of a fixed arm, 0 without drug, none when a rule moves it.
pub(super) fn dose(protocol: &Protocol, arm: &Arm) -> Option<f64> {
    match (arm.treatment, &arm.titration.rule) {
        (Treatment::Placebo | Treatment::NoTreatment, _) => Some(0.0),
        (Treatment::Drug, Rule::Fixed { at }) => Some(protocol.ladder.dose(*at)),
        (Treatment::Drug, _) => None,
    }
}
