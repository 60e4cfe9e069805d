//! What of people in an arm never changes and goes into columns: what they are, and what takes an elementary function.

use super::candidate::Candidate;
use super::case::Setting;
use super::course;
use super::exposure;
use super::exposure::Delivery;
use super::hazards;
use super::lanes::Column;
use super::lanes::WIDTH;
use super::lanes::filled;
use crate::math;
use crate::math::batch;
use crate::math::batch::Kernel;

/// Constants of people in an arm, by place.
#[derive(Debug)]
pub(super) struct Constants {
    /// Trait score `B`, natural recovery `rho`, the drug's largest effect `emax`.
    pub(super) b: Column,
    pub(super) rho: Column,
    pub(super) emax: Column,
    z_f: Column,
    k: Column,
    lpi: Column,
    misuse_logarithm: Column,
    ks: Column,
    /// Usual bioavailability.
    pub(super) f_usual: Column,
    /// Relative peak of an area of 1.
    pub(super) peak_share: Column,
    /// Peak above which effects outlast the observation.
    pub(super) lasting_peak: Column,
    /// Context response before its onset and before any belief.
    pub(super) context: Column,
    /// Factor on the weekly hazard of misuse.
    pub(super) misuse_factor: Column,
    /// What the slow component keeps over a day, `exp(-ks)`.
    pub(super) kept_a_day: Column,
}

impl Constants {
    /// None yet.
    pub(super) const fn none() -> Self {
        const ZEROS: Column = [0.0; WIDTH];
        Self {
            b: ZEROS,
            rho: ZEROS,
            emax: ZEROS,
            z_f: ZEROS,
            k: ZEROS,
            lpi: ZEROS,
            misuse_logarithm: ZEROS,
            ks: ZEROS,
            f_usual: ZEROS,
            peak_share: ZEROS,
            lasting_peak: ZEROS,
            context: ZEROS,
            misuse_factor: ZEROS,
            kept_a_day: ZEROS,
        }
    }

    /// Works out those of some people, at most [`WIDTH`].
    pub(super) fn work_out<'a>(
        &mut self,
        setting: &Setting,
        people: impl Iterator<Item = &'a Candidate>,
    ) {
        let mut n = 0;
        for person in people {
            (self.b[n], self.rho[n], self.emax[n]) = (person.b, person.rho, person.emax);
            self.z_f[n] = person.z_f;
            self.k[n] = person.k;
            self.lpi[n] = person.lpi;
            self.misuse_logarithm[n] = hazards::misuse_logarithm(person);
            self.ks[n] = person.ks;
            n += 1;
        }
        let watch = &setting.arm.monitoring;
        batch::widest(Working {
            n: filled(n),
            delivery: setting.delivery,
            observed: watch.observe.get(),
            contact: course::contact(watch.assess_every),
            deterred: hazards::deterred(watch.screen_every),
            constants: self,
        });
    }
}

struct Working<'a> {
    n: usize,
    delivery: Delivery,
    observed: f64,
    contact: f64,
    deterred: f64,
    constants: &'a mut Constants,
}

impl Kernel for Working<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) {
        let Self { delivery, observed, contact, deterred, constants: of, .. } = self;
        for i in 0..self.n.min(WIDTH) {
            of.f_usual[i] = exposure::usual_bioavailability(of.z_f[i], delivery);
            of.peak_share[i] = exposure::peak_share(of.k[i], delivery.t_in);
            of.lasting_peak[i] = exposure::lasting_peak(of.k[i], observed);
            of.context[i] = course::plain_context(of.lpi[i], contact);
            of.misuse_factor[i] = hazards::misuse_factor(of.misuse_logarithm[i], deterred);
            of.kept_a_day[i] = math::exp(-of.ks[i]);
        }
    }
}
