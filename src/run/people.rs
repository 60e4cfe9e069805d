//! The first people of a study one by one: who they are and what became of each under the arms asked for.

use super::BLOCK;
use super::Ready;
use super::TooFewEligible;
use super::refuse_endless;
use super::screened;
use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::outcome::Outcome;
use crate::engine::witness::Nobody;
use crate::stream::Key;
use crate::stream::Seed;

/// People in the order of their enrolment, and their outcomes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// Who they are.
    pub candidates: Vec<Candidate>,
    /// For each arm asked for, the outcome of each person.
    pub outcomes: Vec<Vec<Outcome>>,
}

impl Ready {
    /// The first `n` people enrolled, each under each of `arms` with the same luck: the same people that a tally of the
    /// same seed is the sum of.
    ///
    /// # Errors
    /// [`TooFewEligible`] when screening admits hardly anybody.
    pub fn people(&self, seed: Seed, n: usize, arms: &[usize]) -> Result<People, TooFewEligible> {
        let mut all =
            People { candidates: Vec::new(), outcomes: vec![Vec::with_capacity(n); arms.len()] };
        let mut pid = 0;
        while all.candidates.len() < n {
            let mut block = Vec::new();
            for _ in 0..BLOCK {
                let (person, care) = screened(&self.protocol, Key::new(seed, 0, pid));
                pid += 1;
                let room = all.candidates.len() + block.len() < n;
                block.extend(care.ok().filter(|_| room).map(|care| (person, care)));
            }
            let enrolled = self.enrolled(block);
            let mut desk = Desk::new();
            for (arm, outcomes) in arms.iter().zip(&mut all.outcomes) {
                let setting = Setting::new(&self.protocol, &self.tables, &self.protocol.arms[*arm]);
                outcomes.extend(Cohort::new(setting, &enrolled, &mut desk).live(&mut Nobody));
            }
            all.candidates.extend(enrolled.people().iter().map(|(person, _)| person.clone()));
            refuse_endless(pid, all.candidates.len() as u64)?;
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::Fate;
    use crate::scenario;
    use crate::scenario::library;

    #[test]
    fn they_are_the_people_of_the_tally() {
        let entry = library::find("dose-arms").expect("it is built in");
        let ready = Ready::new(scenario::parse(entry.text).expect("sound").protocol);
        let (seed, n) = (Seed(3), 90);
        let people = ready.people(seed, n, &[4, 2]).expect("enrolled");
        let tally = ready.population(seed, n as u64).expect("enrolled");
        assert_eq!(people.candidates.len(), n);
        for (arm, outcomes) in [4, 2].into_iter().zip(&people.outcomes) {
            let fates: Vec<Fate> =
                outcomes.iter().map(|outcome| Fate::of(outcome, &ready.protocol)).collect();
            assert_eq!(fates, tally.arms[arm].fates);
        }
    }
}
