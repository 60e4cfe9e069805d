//! The first people of a study one by one: who they are, and what becomes of them under an arm.

use super::BLOCK;
use super::Ready;
use super::refuse_endless;
use crate::engine::candidate;
use crate::engine::candidate::Candidate;
use crate::engine::case::Setting;
use crate::engine::cohort::Cohort;
use crate::engine::desk::Desk;
use crate::engine::lanes::WIDTH;
use crate::engine::observed::Care;
use crate::engine::outcome::Outcome;
use crate::engine::screening;
use crate::engine::screening::Exclusion;
use crate::engine::screening::Verdict;
use crate::engine::witness::Nobody;
use crate::engine::witness::Witness;
use crate::protocol::arm::Arm;
use crate::stream::Key;
use crate::stream::Seed;

/// Somebody enrolled: their number in the pool, who they are, and the care they are under.
pub type Person = (u64, Candidate, Care);

const _: () = assert!(BLOCK == WIDTH as u64, "the candidates of a block are drawn side by side");

impl Ready {
    /// One candidate of a replicate: the person, and the care they get if enrolled.
    pub fn candidate_of(
        &self,
        (seed, replicate): (Seed, u64),
        pid: u64,
    ) -> (Candidate, Result<Care, Exclusion>) {
        let person = candidate::draw(&self.protocol.population, Key::new(seed, replicate, pid));
        let care = self.screen(&person);
        (person, care)
    }

    /// The next [`WIDTH`] candidates of a replicate, as many as a block holds: the same, drawn side by side.
    pub fn candidates(
        &self,
        (seed, replicate): (Seed, u64),
        first: u64,
    ) -> Vec<(Candidate, Result<Care, Exclusion>)> {
        let mut pids = first..;
        let keys: [Key; WIDTH] =
            std::array::from_fn(|_| Key::new(seed, replicate, pids.next().unwrap_or(first)));
        let mut candidates = Vec::with_capacity(WIDTH);
        self.pool.draw(&self.protocol.population, &keys, |person| {
            let care = self.screen(&person);
            candidates.push((person, care));
        });
        candidates
    }

    /// What screening makes of somebody: the care they get if enrolled.
    fn screen(&self, person: &Candidate) -> Result<Care, Exclusion> {
        match screening::screen(&self.protocol.screening, person) {
            Verdict::Enrolled => Ok(Care::Usual),
            Verdict::Caution => Ok(Care::Caution),
            Verdict::Excluded(why) => Err(why),
        }
    }

    /// The first `n` people enrolled, in order: those that a tally of the same seed is the sum of. Fewer where screening
    /// admits hardly anybody.
    pub fn enrol(&self, seed: Seed, n: usize) -> Vec<Person> {
        self.enrol_after(seed, None, n)
    }

    /// The next `n` people after so many who are enrolled, the last of them with this number.
    pub fn enrol_after(&self, seed: Seed, last: Option<(u64, u64)>, n: usize) -> Vec<Person> {
        let (first, before) = last.map_or((0, 0), |(pid, enrolled)| (pid + 1, enrolled));
        let mut people = Vec::new();
        for block in (first..).step_by(WIDTH) {
            for (pid, (person, care)) in (block..).zip(self.candidates((seed, 0), block)) {
                let endless = || refuse_endless(pid, before + people.len() as u64).is_err();
                if people.len() == n || endless() {
                    return people;
                }
                people.extend(care.ok().map(|care| (pid, person, care)));
            }
        }
        people
    }

    /// What becomes of people under an arm, in their order.
    pub fn outcomes(&self, people: &[Person], arm: &Arm) -> Vec<Outcome> {
        self.watched(people, arm, &mut Nobody)
    }

    /// The same before a witness, who is told of people by their place among those that live side by side.
    pub fn watched(
        &self,
        people: &[Person],
        arm: &Arm,
        witness: &mut impl Witness,
    ) -> Vec<Outcome> {
        let mut desk = Desk::new();
        let mut outcomes = Vec::with_capacity(people.len());
        for some in people.chunks(WIDTH) {
            let some = some.iter().map(|(_, person, care)| (person.clone(), *care)).collect();
            let enrolled = self.enrolled(some);
            let setting = Setting::new(&self.protocol, &self.tables, arm);
            outcomes.extend(Cohort::new(setting, &enrolled, &mut desk).live(witness));
        }
        outcomes
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
        let people = ready.enrol(seed, n);
        let tally = ready.population(seed, n as u64).expect("enrolled");
        assert_eq!(people.len(), n);
        for arm in [4, 2] {
            let outcomes = ready.outcomes(&people, &ready.protocol.arms[arm]);
            let fates: Vec<Fate> =
                outcomes.iter().map(|outcome| Fate::of(outcome, &ready.protocol)).collect();
            assert_eq!(fates, tally.arms[arm].fates);
        }
    }
}
