//! Groups of the people enrolled, by what they brought with them or how they did at first.

use super::life::CHOSEN;
use super::life::Person;
use crate::engine::candidate::Candidate;
use crate::protocol::population::Comedication;
use crate::protocol::population::PriorTreatment;
use crate::protocol::population::Severity;

/// A group that a row is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Group {
    Everybody,
    Prior(PriorTreatment),
    Severity(Severity),
    Comedication(Comedication),
    /// Metaboliser factor.
    Metaboliser(f64),
    /// Episode shorter than so many months.
    ShorterThan(f64),
    /// Episode longer than so many months.
    LongerThan(f64),
    /// A part of the people enrolled, in order of a trait.
    Part(Trait, Part),
    /// Prone to tolerance.
    ToleranceProne,
    /// Not so.
    NotToleranceProne,
    /// In response at day 28 and not gone that day, in the row's arm.
    Responders,
}

/// A trait that orders people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    Weight,
    Ec50,
    Susceptibility,
}

/// The `number`th of `of` parts of equal size, from the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub number: usize,
    pub of: usize,
}

/// Above this `tol` lies the prone class; the two classes are .02 and .70.
const PRONE: f64 = 0.36;

impl Trait {
    const fn of(self, who: &Candidate) -> f64 {
        match self {
            Self::Weight => who.weight,
            Self::Ec50 => who.ec50,
            Self::Susceptibility => who.sus,
        }
    }
}

impl Group {
    /// Its members, in order of enrolment.
    pub fn members(self, people: &[Person], arm: usize) -> Vec<&Person> {
        let within = self.span(people);
        people.iter().filter(|person| self.has(person, arm, within)).collect()
    }

    /// Where a part begins and ends: the order statistics at its bounds.
    fn span(self, people: &[Person]) -> (f64, f64) {
        let Self::Part(by, Part { number, of }) = self else {
            return (f64::NEG_INFINITY, f64::INFINITY);
        };
        let mut values: Vec<f64> = people.iter().map(|person| by.of(&person.who)).collect();
        values.sort_by(f64::total_cmp);
        let at = |part: usize| values.get(part * values.len() / of).copied();
        let low = if number == 0 { None } else { at(number) };
        (low.unwrap_or(f64::NEG_INFINITY), at(number + 1).unwrap_or(f64::INFINITY))
    }

    #[expect(clippy::float_cmp, reason = "metaboliser factors are three constants")]
    fn has(self, person: &Person, arm: usize, (low, high): (f64, f64)) -> bool {
        let who = &person.who;
        match self {
            Self::Everybody => true,
            Self::Prior(prior) => who.prior == prior,
            Self::Severity(severity) => who.severity == severity,
            Self::Comedication(comedication) => who.comedication == comedication,
            Self::Metaboliser(factor) => who.metaboliser == factor,
            Self::ShorterThan(months) => who.episode < months,
            Self::LongerThan(months) => who.episode > months,
            Self::Part(by, _) => (low..high).contains(&by.of(who)),
            Self::ToleranceProne => who.tol > PRONE,
            Self::NotToleranceProne => who.tol <= PRONE,
            Self::Responders => {
                let outcome = &person.lives[arm].outcome;
                let stays = outcome.left.is_none_or(|(day, _)| day > CHOSEN);
                stays && outcome.response(CHOSEN) == Some(true)
            }
        }
    }
}
