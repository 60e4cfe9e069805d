//! What a run has found, endpoint by endpoint: the same numbers for every form of output.

use super::CliError;
use super::people::Ending;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::endpoint::Theme;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::run::Ready;
use crate::stream::Seed;
use crate::tally::Estimate;
use crate::tally::Moments;
use crate::tally::Tally;
use crate::words::command::Phrase;
use crate::words::outcome;
use crate::words::outcome::Unit;

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

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// An endpoint.
    Endpoint(Endpoint),
    /// Relapse within some weeks of the landmark, of those who were well there.
    RelapsedWithin(u16),
}

/// One number of one arm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub shown: Shown,
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

    /// The arms, each with its figures, theme by theme.
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
                shown: Shown::Endpoint(*endpoint),
                value: measured(own, endpoint.scale()),
                sd: matches!(endpoint, Endpoint::Change(_)).then(|| own.sd()).flatten(),
                difference: (arm > 0).then(|| measured(paired, Scale::Mean)),
            }
        };
        let mut figures: Vec<Figure> = self.ready.endpoints.iter().enumerate().map(one).collect();
        figures.extend(self.relapses(arm));
        figures.sort_by_key(|figure| figure.shown.theme());
        figures
    }

    /// Relapses among those who were well at the landmark, where the study follows them that long.
    fn relapses(&self, arm: usize) -> Vec<Figure> {
        let protocol = &self.ready.protocol;
        let landmark = protocol.arms.iter().map(|arm| arm.schedule.landmark()).max();
        let followed = landmark.map_or(0, |day| protocol.horizon.0.saturating_sub(day.0) / 7);
        let table = self.tally.arms.get(arm).map(|arm| &arm.relapse);
        let within = |weeks: u16| Figure {
            shown: Shown::RelapsedWithin(weeks),
            value: Measured {
                n: table.map_or(0, |table| table.n),
                estimate: table.and_then(|table| table.relapsed(usize::from(weeks))),
            },
            sd: None,
            difference: None,
        };
        [8, 18, 26, 40, 48].into_iter().filter(|weeks| *weeks <= followed).map(within).collect()
    }
}

impl Shown {
    /// Its name in files.
    pub fn id(self) -> String {
        match self {
            Self::Endpoint(endpoint) => endpoint.id(),
            Self::RelapsedWithin(weeks) => format!("relapsed_within_{weeks}_weeks"),
        }
    }

    /// Its name in plain words.
    pub fn name(self) -> String {
        match self {
            Self::Endpoint(endpoint) => outcome::name(endpoint),
            Self::RelapsedWithin(weeks) => Phrase::RelapsedWithin { weeks }.to_string(),
        }
    }

    /// What its numbers count.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Endpoint(endpoint) => Unit::of(endpoint),
            Self::RelapsedWithin(_) => Unit::Percent,
        }
    }

    /// What it is about.
    pub const fn theme(self) -> Theme {
        match self {
            Self::Endpoint(endpoint) => endpoint.theme(),
            Self::RelapsedWithin(_) => Theme::Benefit,
        }
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
