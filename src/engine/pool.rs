//! What candidates are drawn from: laws made ready once a run, and the deviates of many people side by side.

use super::lanes::Column;
use super::lanes::WIDTH;
use super::lanes::filled;
use crate::math;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::protocol::population::Population;
use crate::stream::DayKey;
use crate::stream::Draws;
use crate::stream::Key;
use crate::stream::Purpose;

/// Covariates of a candidate that are drawn.
const COVARIATES: u16 = 30;

/// Whether a covariate is drawn from a standard normal, by its index; the others are uniforms.
const fn is_normal(index: u16) -> bool {
    matches!(index, 5 | 11..=20 | 22..=26)
}

/// Truncated laws of a population, which take error functions, made ready.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The trait score by severity.
    pub(super) score: [Truncated; 3],
    pub(super) age: Truncated,
    /// The logarithm of body weight.
    pub(super) log_weight: Truncated,
}

impl Pool {
    /// That of a population.
    pub fn of(people: &Population) -> Self {
        let (score, age, weight) = (&people.score, &people.age, &people.weight);
        let of_class = |class: usize| {
            let bounds = (score.bounds[class].get(), score.bounds[class + 1].get());
            Truncated::new(score.means[class].get(), score.sd.get(), bounds)
        };
        let bounds = (math::ln(weight.lowest.get()), math::ln(weight.highest.get()));
        let of_age = (age.lowest.get(), age.highest.get());
        Self {
            score: [0, 1, 2].map(of_class),
            age: Truncated::new(age.mean.get(), age.sd.get(), of_age),
            log_weight: Truncated::new(math::ln(weight.median.get()), weight.sdlog.get(), bounds),
        }
    }
}

/// A truncated normal by inverse distribution function: `mu + sd PhiInv(Phi(a) + u (Phi(b) - Phi(a)))`.
///
/// Edge case: a spread of 0 gives the mean. The result never leaves the interval, however far out it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Truncated {
    mean: f64,
    sd: f64,
    low: f64,
    high: f64,
    /// `Phi(a)`, and `Phi(b) - Phi(a)`.
    below: f64,
    within: f64,
}

impl Truncated {
    fn new(mean: f64, sd: f64, (low, high): (f64, f64)) -> Self {
        let [below, up_to] = [low, high].map(|end| math::normal_cdf((end - mean) / sd));
        Self { mean, sd, low, high, below, within: up_to - below }
    }

    /// The value of a uniform.
    pub(super) fn at(&self, u: f64) -> f64 {
        if self.sd == 0.0 {
            return self.mean;
        }
        let z = math::normal_quantile(self.below + u * self.within);
        math::between(self.mean + self.sd * z, (self.low, self.high))
    }
}

/// The deviates of candidates side by side, by the index of the covariate and by place.
pub(super) struct Deviates([Column; COVARIATES as usize]);

impl Deviates {
    pub(super) const fn none() -> Self {
        Self([[0.5; WIDTH]; COVARIATES as usize])
    }

    /// Draws those of some people, at most [`WIDTH`].
    pub(super) fn draw(&mut self, keys: &[Key]) {
        batch::widest(Drawing { keys, deviates: self });
    }

    /// The deviate of a covariate of the person at a place.
    pub(super) fn of(&self, index: usize, place: usize) -> f64 {
        self.0[index][place]
    }
}

struct Drawing<'a> {
    keys: &'a [Key],
    deviates: &'a mut Deviates,
}

impl Kernel for Drawing<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) {
        let mut addresses = [DayKey::NOBODY; WIDTH];
        let n = filled(self.keys.len());
        for (index, out) in (0..COVARIATES).zip(&mut self.deviates.0) {
            for (address, key) in addresses.iter_mut().zip(self.keys) {
                *address = key.on(index);
            }
            let (keys, out) = (&addresses[..n], &mut out[..n]);
            let draws = Draws { keys, purpose: Purpose::Covariate, out };
            if is_normal(index) { draws.normal() } else { draws.run() }
        }
    }
}
