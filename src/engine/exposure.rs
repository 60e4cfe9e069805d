//! What a dose leaves in the body within one session, in closed form (model, section 4).

use crate::math;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Dosing;
use crate::protocol::arm::Route;
use crate::protocol::arm::RouteDose;
use crate::protocol::arm::Treatment;

/// Peak concentration of the reference person at the reference dose, `.95 * 100 * (1 - exp(-.5)) / (1 * 10)`.
pub const REFERENCE_PEAK: f64 = 3.737_958_732_729_983;

/// Relative concentration below which a session's effects are over.
const OVER: f64 = 0.48;

/// How a route delivers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delivery {
    /// Median bioavailability.
    pub f: f64,
    /// Between people, standard deviation of the logarithm.
    pub between: f64,
    /// Between sessions, standard deviation of the logarithm.
    pub within: f64,
    /// Duration of input, hours.
    pub t_in: f64,
}

/// The delivery of a route.
pub const fn delivery(route: Route) -> Delivery {
    match route {
        Route::Steady => Delivery { f: 0.95, between: 0.05, within: 0.07, t_in: 1.0 },
        Route::Variable(_) => Delivery { f: 0.50, between: 0.25, within: 0.25, t_in: 0.2 },
    }
}

/// The dose somebody is given on a rung, au: per kg relative to 70 kg, adjusted for route if asked, 0 without drug.
pub fn dose(arm: &Arm, rung_dose: f64, weight: f64) -> f64 {
    if arm.treatment != Treatment::Drug {
        return 0.0;
    }
    let scaled = match arm.dosing {
        Dosing::Flat => rung_dose,
        Dosing::PerKilogram => rung_dose * weight / 70.0,
    };
    match arm.route {
        Route::Variable(RouteDose::Adjusted) => {
            scaled * (delivery(Route::Steady).f / delivery(arm.route).f)
        }
        Route::Steady | Route::Variable(RouteDose::Plain) => scaled,
    }
}

/// What one session leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exposure {
    /// Area under the concentration curve, `F D / CL`, au h per volume unit: drives benefit.
    pub auc: f64,
    /// Peak relative to the reference, `x`: drives adverse events.
    pub x: f64,
}

/// Hours after the end of input until the relative concentration falls from its peak `x` to 0.48, at elimination rate
/// `k`: `ln(x / .48) / k` when `x > .48`.
pub fn hours(x: f64, k: f64) -> f64 {
    if x > OVER { math::ln(x / OVER) / k } else { 0.0 }
}

/// The peak above which effects outlast an observation, `.48 exp(k hours)`: that of [`hours`] turned round.
#[inline]
pub fn lasting_peak(k: f64, observed: f64) -> f64 {
    OVER * math::exp(k * observed)
}

/// A person's usual bioavailability by a route, `clamp(F exp(between z_F), 0, 1)`.
#[inline]
pub fn usual_bioavailability(z_f: f64, delivery: Delivery) -> f64 {
    (delivery.f * math::exp(delivery.between * z_f)).clamp(0.0, 1.0)
}

/// The bioavailability of one session, `clamp(usual exp(within Z), 0, 1)`.
#[inline]
pub fn bioavailability(usual: f64, within: f64, z: f64) -> f64 {
    (usual * math::exp(within * z)).clamp(0.0, 1.0)
}

/// The relative peak of an area of 1, `(1 - exp(-k Tin)) / (Tin Cref)`.
#[inline]
pub fn peak_share(k: f64, t_in: f64) -> f64 {
    (1.0 - math::exp(-k * t_in)) / t_in / REFERENCE_PEAK
}

/// The exposure of one session: one compartment, zero-order input, first-order elimination.
///
/// `AUC = F D / CL`, `Cpk = F D (1 - exp(-k Tin)) / (Tin CL)`, `x = Cpk / Cref`. `f` is the bioavailability of the
/// session, `share` the [`peak_share`].
#[inline]
pub fn expose(cl: f64, dose: f64, f: f64, share: f64) -> Exposure {
    let auc = f * dose / cl;
    Exposure { auc, x: auc * share }
}
