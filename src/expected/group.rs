//! Groups of the people enrolled, by what they brought with them or how they did at first.

use super::estimate::Statistic;
use super::life::CHOSEN;
use super::life::Person;
use crate::engine::candidate::Candidate;
use crate::protocol::population::Comedication;
use crate::protocol::population::PriorTreatment;
use crate::protocol::population::Severity;
use crate::tally::Estimate;
use crate::tally::real;

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

    /// The estimate with the error of the bounds themselves: a part of N people enrolled begins and ends at order
    /// statistics, which are of a sample too.
    ///
    /// For a part from share a to share b of people, and influences that are on average A and B at its bounds, this adds
    /// `(B^2 b (1 - b) - 2 A B a (1 - b) + A^2 a (1 - a)) / ((b - a)^2 N)` to the variance. A and B are taken from the
    /// outermost twentieths of the part. `who` are the people of the influences, in order.
    pub fn with_sampled_bounds(
        self,
        statistic: &Statistic,
        who: &[&Person],
        enrolled: u64,
    ) -> Estimate {
        let Self::Part(by, Part { number, of }) = self else {
            return statistic.estimate;
        };
        let traits = who.iter().map(|person| by.of(&person.who));
        let mut ordered: Vec<(f64, f64)> =
            traits.zip(statistic.influences.iter().copied()).collect();
        ordered.sort_by(|(x, _), (y, _)| x.total_cmp(y));
        let end = (ordered.len() / 20).max(1).min(ordered.len());
        let average = |part: &[(f64, f64)]| {
            part.iter().map(|(_, influence)| influence).sum::<f64>() / real(part.len() as u64)
        };
        let (at_a, at_b) = (average(&ordered[..end]), average(&ordered[ordered.len() - end..]));
        let [a, b] = [number, number + 1].map(|part| real(part as u64) / real(of as u64));
        let spread = at_b * at_b * b * (1.0 - b) - 2.0 * at_a * at_b * a * (1.0 - b)
            + at_a * at_a * a * (1.0 - a);
        let bounds = spread / ((b - a) * (b - a) * real(enrolled));
        let Estimate { mcse, .. } = statistic.estimate;
        Estimate { mcse: (mcse * mcse + bounds).sqrt(), ..statistic.estimate }
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
