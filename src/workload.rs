//! What is measured: pieces of work that stay the same from version to version, so that their cost can be compared.
//! Knows no clock.

use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::lanes::WIDTH;
use crate::engine::observed::Care;
use crate::engine::witness::Nobody;
use crate::run::BLOCK;
use crate::run::Ready;
use crate::scenario;
use crate::stream::Seed;

/// A piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// Candidates drawn and screened.
    Candidate,
    /// People in one fixed arm of 100 au, 12 weeks.
    Fixed,
    /// People in one response-guided arm from 60 au, 12 weeks.
    Response,
    /// People in one response-guided arm with stretching and rescue, 52 weeks.
    Rescue,
    /// A block of candidates through five arms of 12 weeks, with their tally.
    Block,
}

/// People who live side by side: about as many as screening admits of a block of 64 candidates.
pub const PARTY: usize = 48;

/// The luck of every workload.
const SEED: Seed = Seed(1);

impl Workload {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Candidate, Self::Fixed, Self::Response, Self::Rescue, Self::Block];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Fixed => "fixed_12_weeks",
            Self::Response => "response_12_weeks",
            Self::Rescue => "rescue_52_weeks",
            Self::Block => "block_of_64_in_5_arms",
        }
    }

    /// The study, as the text of a scenario after its head.
    const fn study(self) -> &'static str {
        match self {
            Self::Candidate | Self::Fixed => {
                "[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n"
            }
            Self::Response => "[[arm]]\nname = \"A\"\nrule = \"response\"\nstart = 60\n",
            Self::Rescue => "weeks = 52\n[[arm]]\nname = \"A\"\nrule = \"response\"\nstart = 60\n",
            Self::Block => {
                "[[arm]]\nname = \"P\"\ntreatment = \"placebo\"\nrule = \"fixed\"\n\
                 [[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 40\n\
                 [[arm]]\nname = \"B\"\nrule = \"fixed\"\ndose = 80\n\
                 [[arm]]\nname = \"C\"\nrule = \"fixed\"\ndose = 120\n\
                 [[arm]]\nname = \"D\"\nrule = \"fixed\"\ndose = 160\n"
            }
        }
    }

    /// The study made ready.
    ///
    /// # Panics
    /// Never: the studies are sound, which a test shows.
    pub fn ready(self) -> Ready {
        let text = format!("schema = 1\ntitle = \"Workload\"\n{}", self.study());
        Ready::new(scenario::parse(&text).expect("workloads are sound").protocol)
    }

    /// Does `n` pieces - candidates, people or blocks - and gives a number that depends on all of them.
    pub fn run(self, ready: &Ready, n: u64) -> f64 {
        match self {
            Self::Candidate => {
                let people = (0..n).step_by(WIDTH).flat_map(|pid| ready.candidates((SEED, 0), pid));
                let some = people.take(usize::try_from(n).unwrap_or(usize::MAX));
                some.map(|(person, _)| f64::from(ready.screening_score(&person))).sum()
            }
            Self::Block => (0..n)
                .map(|block| crate::tally::real(ready.block(SEED, block, BLOCK).enrolled))
                .sum(),
            Self::Fixed | Self::Response | Self::Rescue => {
                let people: Vec<_> = self.people(ready, n).collect();
                let mut desk = Desk::new();
                people.chunks(PARTY).map(|people| self.live(ready, people, &mut desk)).sum()
            }
        }
    }

    /// The first people that are enrolled.
    pub fn people(self, ready: &Ready, n: u64) -> impl Iterator<Item = (Candidate, Care)> {
        let candidates = (0..).step_by(WIDTH).flat_map(|pid| ready.candidates((SEED, 0), pid));
        let enrolled = candidates.filter_map(|(person, care)| Some((person, care.ok()?)));
        enrolled.take(usize::try_from(n).unwrap_or(usize::MAX))
    }

    /// The courses of people side by side, at most 64, under the first arm; what they cost.
    pub fn live(self, ready: &Ready, people: &[(Candidate, Care)], desk: &mut Desk) -> f64 {
        let (protocol, tables) = (&ready.protocol, ready.tables());
        let enrolled = ready.enrolled(people.to_vec());
        let setting = Setting::new(protocol, tables, &protocol.arms[0]);
        let outcomes = Cohort::new(setting, &enrolled, desk).live(&mut Nobody);
        outcomes.iter().map(|outcome| outcome.cost).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_workload_can_be_done_and_more_of_it_is_more() {
        for workload in Workload::ALL {
            let ready = workload.ready();
            assert!(workload.run(&ready, 2) > workload.run(&ready, 1), "{workload:?}");
        }
    }
}
