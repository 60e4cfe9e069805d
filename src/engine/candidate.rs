//! Candidates: covariates drawn from the population, and the individual parameters that follow from them
//! (model, section 2). Knows nothing of treatment.

use super::pool::Deviates;
use super::pool::Pool;
use crate::math;
use crate::protocol::population::Comedication;
use crate::protocol::population::Population;
use crate::protocol::population::PriorTreatment;
use crate::protocol::population::Severity;
use crate::protocol::population::traits::Afterglow;
use crate::protocol::population::traits::Benefit;
use crate::protocol::population::traits::Context;
use crate::protocol::population::traits::PressureLaw;
use crate::protocol::population::traits::Recovery;
use crate::protocol::population::traits::Sensitivity;
use crate::protocol::population::traits::Tolerance;
use crate::stream::Key;

/// Time constant of the symptom fluctuation, days.
pub const FLUCTUATION_TIME: f64 = 28.0;

/// The three risk flags, in the model's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags {
    /// High blood pressure.
    pub pressure: bool,
    /// Psychosis-like or bipolar-like history.
    pub psychosis: bool,
    /// Substance history.
    pub substance: bool,
}

/// A candidate: covariates and individual parameters, in the symbols of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The person's luck.
    pub key: Key,
    /// Severity class.
    pub severity: Severity,
    /// Trait score `B`, points.
    pub b: f64,
    /// Prior treatment.
    pub prior: PriorTreatment,
    /// Age, years.
    pub age: f64,
    /// Weight `W`, kg.
    pub weight: f64,
    /// Episode length `dur`, months.
    pub episode: f64,
    /// Co-medication.
    pub comedication: Comedication,
    /// Slow, typical or fast metaboliser, counted from 0.
    pub metaboliser_class: usize,
    /// Metaboliser factor `met` on clearance: 0.6, 1.0 or 1.4 by default.
    pub metaboliser: f64,
    /// Risk flags.
    pub flags: Flags,
    /// Usual systolic pressure `SBP`.
    pub systolic: f64,
    /// Clearance `CL`, volume units an hour.
    pub cl: f64,
    /// Elimination rate `k = CL / V`, 1/hour.
    pub k: f64,
    /// Bioavailability deviate `z_F`.
    pub z_f: f64,
    /// Exposure of half the maximal effect, `EC50`.
    pub ec50: f64,
    /// Largest fraction of symptoms the drug can take away, `emax`.
    pub emax: f64,
    /// Logit of the context response, `lpi`.
    pub lpi: f64,
    /// Fraction of natural recovery in the end, `rho`.
    pub rho: f64,
    /// Rate of the slow component, `ks`, 1/day.
    pub ks: f64,
    /// How much past effect raises `EC50`, `tol`.
    pub tol: f64,
    /// Susceptibility to adverse events, `sus`.
    pub sus: f64,
    /// Factor on the rise in blood pressure, `exp(.35 z_bp)`.
    pub pressure_factor: f64,
    /// Logarithm of the person's factor on the misuse hazard, `.7 z_mis`.
    pub misuse_logarithm: f64,
    /// Symptom fluctuation at screening, `N(-7)`, points.
    pub fluctuation: f64,
    /// Rater noise at screening, `eps_s`, points.
    pub screening_noise: f64,
    /// Disclosure uniforms of the three flags.
    pub disclosure: [f64; 3],
}

/// Draws a candidate. Many are quicker [together](Pool::draw).
pub fn draw(people: &Population, key: Key) -> Candidate {
    let mut one = Deviates::none();
    one.draw(&[key]);
    candidate(people, &Pool::of(people), key, (&one, 0))
}

impl Pool {
    /// Draws candidates of a population, at most [`WIDTH`](super::lanes::WIDTH), and hands them over in order.
    pub fn draw(&self, people: &Population, keys: &[Key], mut take: impl FnMut(Candidate)) {
        let mut deviates = Deviates::none();
        deviates.draw(keys);
        for (place, key) in keys.iter().enumerate() {
            take(candidate(people, self, *key, (&deviates, place)));
        }
    }
}

/// A candidate of these deviates.
///
/// Each covariate has an address of its own (stream 0; the index is the one in the model's list), so a changed law
/// of one covariate moves no other draw.
fn candidate(
    people: &Population,
    pool: &Pool,
    key: Key,
    (deviates, place): (&Deviates, usize),
) -> Candidate {
    let u = |index| deviates.of(index, place);
    let z = u;

    let severity = Severity::ALL[people.severity.pick(u(0))];
    let b = pool.score[severity as usize].at(u(1));
    let prior = PriorTreatment::ALL[people.prior[severity as usize].pick(u(2))];
    let age = pool.age.at(u(3));
    let weight = math::exp(pool.log_weight.at(u(4)));
    let episode = episode_length(people, prior, z(5));
    let comedication = Comedication::ALL[people.comedication.pick(u(6))];
    let law = &people.traits;
    let metaboliser_class = people.metaboliser.pick(u(7));
    let metaboliser = law.kinetics.metaboliser[metaboliser_class].get();
    let [pressure, psychosis, substance] = [8, 9, 10].map(|i| u(i) < people.flags[i - 8].get());
    let flags = Flags { pressure, psychosis, substance };

    let known = Known {
        prior,
        comedication,
        s: (b - 32.0) / 5.0,
        chron: math::log2(episode / 12.0).clamp(-2.0, 3.0),
    };
    let cl = clearance(people, weight, metaboliser, comedication)
        * math::exp(law.kinetics.clearance_spread.get() * z(12));
    let v = 20.0 * (weight / 70.0) * math::exp(law.kinetics.volume_spread.get() * z(13));
    let correlation = law.context.expectancy.get();
    let expectancy = correlation * z(17) + (1.0 - correlation * correlation).sqrt() * z(18);

    Candidate {
        key,
        severity,
        b,
        prior,
        age,
        weight,
        episode,
        comedication,
        metaboliser_class,
        metaboliser,
        flags,
        systolic: usual_pressure(&law.pressure, (age, weight), z(11), pressure),
        cl,
        k: cl / v,
        z_f: z(14),
        ec50: 7.0
            * people.ec50.get()
            * math::exp(
                known.ec50_logarithm(&law.sensitivity) + law.sensitivity.spread.get() * z(15),
            ),
        emax: math::expit(benefit_logit(&law.benefit, known.chron, z(16))),
        lpi: known.context_logit(&law.context) + law.context.spread.get() * expectancy,
        rho: math::expit(recovery_logit(&law.recovery, known.chron, z(19))),
        ks: afterglow_rate(&law.afterglow, z(20)),
        tol: tolerance(&law.tolerance, u(21)),
        sus: law.susceptibility.get() * z(22),
        pressure_factor: math::exp(law.pressure.rise_spread.get() * z(23)),
        misuse_logarithm: law.misuse.get() * z(24),
        fluctuation: law.fluctuation.get() * z(25),
        screening_noise: law.rater.get() * z(26),
        disclosure: [u(27), u(28), u(29)],
    }
}

/// What is known of a person and moves the individual parameters.
struct Known {
    prior: PriorTreatment,
    comedication: Comedication,
    /// Standardised severity, `(B - 32) / 5`.
    s: f64,
    /// Chronicity, `clamp(log2(dur / 12), -2, 3)`.
    chron: f64,
}

impl Known {
    /// The logarithm of `EC50 / 7` without its deviate.
    fn ec50_logarithm(&self, law: &Sensitivity) -> f64 {
        let blunts = self.comedication == Comedication::Blunting;
        let blunted = if blunts { law.blunted.get() } else { 0.0 };
        law.prior[self.prior as usize].get()
            + law.severity.get() * self.s
            + law.chronicity.get() * self.chron
            + blunted
    }

    /// The logit of the context response without its deviate.
    fn context_logit(&self, law: &Context) -> f64 {
        law.mean.get()
            + law.prior[self.prior as usize].get()
            + law.chronicity.get() * self.chron
            + law.severity.get() * self.s
    }
}

fn benefit_logit(law: &Benefit, chron: f64, z: f64) -> f64 {
    law.mean.get() + law.chronicity.get() * chron + law.spread.get() * z
}

fn recovery_logit(law: &Recovery, chron: f64, z: f64) -> f64 {
    law.mean.get() + law.chronicity.get() * chron + law.spread.get() * z
}

fn afterglow_rate(law: &Afterglow, z: f64) -> f64 {
    std::f64::consts::LN_2 / law.half_life.get() * math::exp(-law.spread.get() * z)
}

fn tolerance(law: &Tolerance, u: f64) -> f64 {
    if u < law.share.get() { law.prone.get() } else { law.others.get() }
}

fn episode_length(people: &Population, prior: PriorTreatment, z: f64) -> f64 {
    let law = &people.episode;
    let months = law.medians[prior as usize].get() * math::exp(law.sdlog.get() * z);
    math::between(months, (law.lowest.get(), law.highest.get()))
}

fn usual_pressure(law: &PressureLaw, (age, weight): (f64, f64), z: f64, flagged: bool) -> f64 {
    law.usual.get()
        + law.age.get() * (age - 45.0)
        + law.weight.get() * (weight - 78.0)
        + law.sd.get() * z
        + if flagged { law.flagged.get() } else { 0.0 }
}

/// Allometric clearance, `10 (W/70)^0.75 met`, times 0.6 under an inhibiting co-medication.
fn clearance(people: &Population, weight: f64, metaboliser: f64, con: Comedication) -> f64 {
    let inhibits = con == Comedication::Inhibiting;
    let inhibited = if inhibits { people.traits.kinetics.inhibited.get() } else { 1.0 };
    10.0 * people.clearance.get() * math::pow(weight / 70.0, 0.75) * metaboliser * inhibited
}
