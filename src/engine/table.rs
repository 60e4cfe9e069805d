//! Functions of the day or of a gap in days alone, computed once a run: decays, onset, recovery.

use crate::math;
use crate::protocol::Protocol;
use crate::protocol::schedule::Maintenance;
use crate::unit::Days;

/// Half-life of the fast component, days.
pub const FAST_HALF_LIFE: f64 = 4.0;

/// Rate of the fast component, `kf = ln 2 / 4`, 1/day.
pub const KF: f64 = std::f64::consts::LN_2 / FAST_HALF_LIFE;

/// The longest time between two events, days: events fall at least weekly.
pub const LONGEST_GAP: usize = 7;

/// What is left after a gap of whole days of each state with a constant half-life.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decay {
    /// Fast component, half-life 4 days.
    pub fast: f64,
    /// Tolerance moderator, half-life 14 days.
    pub tolerance: f64,
    /// Habituation, half-life 45 days.
    pub habituation: f64,
    /// Misuse pressure, half-life 28 days.
    pub pressure: f64,
    /// Life-event load, time constant 28 days.
    pub load: f64,
}

impl Decay {
    /// The decay over a number of days.
    pub fn over(days: f64) -> Self {
        let half = |life: f64| math::exp(-std::f64::consts::LN_2 / life * days);
        Self {
            fast: math::exp(-KF * days),
            tolerance: half(14.0),
            habituation: half(45.0),
            pressure: half(28.0),
            load: math::exp(-days / 28.0),
        }
    }
}

/// What depends on the day alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayTerms {
    /// Context response: `wP(t) = (1 - exp(-(t/12)^0.6)) exp(-t/600)`.
    pub context: f64,
    /// Natural recovery: `1 - exp(-t/75)`.
    pub recovery: f64,
    /// Onset of leaving for lack of efficacy: `1 - exp(-t/14)`.
    pub patience: f64,
}

impl DayTerms {
    /// The terms of a day.
    pub fn on(t: f64) -> Self {
        let onset = if t > 0.0 { 1.0 - math::exp(-math::pow(t / 12.0, 0.6)) } else { 0.0 };
        Self {
            context: onset * math::exp(-t / 600.0),
            recovery: 1.0 - math::exp(-t / 75.0),
            patience: 1.0 - math::exp(-t / 14.0),
        }
    }
}

/// The tables of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    decays: [Decay; LONGEST_GAP + 1],
    /// Day 1 first, then the weeks.
    day_one: DayTerms,
    weeks: Vec<DayTerms>,
    /// Fluctuation kept and added over 1 day and over 7.
    fluctuation: [(f64, f64); 2],
}

impl Tables {
    /// The tables of a study of this length.
    pub fn new(protocol: &Protocol) -> Self {
        let horizon = protocol.horizon;
        let sd = protocol.population.traits.fluctuation.get();
        let gap = |days: usize| Decay::over(f64::from(u8::try_from(days).unwrap_or(u8::MAX)));
        let step = |days: f64| {
            let kept = math::exp(-days / 28.0);
            (kept, sd * (1.0 - math::exp(-2.0 * days / 28.0)).sqrt())
        };
        Self {
            decays: std::array::from_fn(gap),
            day_one: DayTerms::on(1.0),
            weeks: (0..=horizon.0 / 7).map(|week| DayTerms::on(f64::from(week * 7))).collect(),
            fluctuation: [step(1.0), step(7.0)],
        }
    }

    /// The decay over a gap between two events.
    pub fn decay(&self, gap: u16) -> &Decay {
        &self.decays[usize::from(gap)]
    }

    /// The terms of day 1 or of a day that ends a week.
    pub fn day(&self, day: Days) -> DayTerms {
        if day.0 == 1 { self.day_one } else { self.weeks[usize::from(day.0 / 7)] }
    }

    /// What a fluctuation keeps and the standard deviation of what is added, over one day or one week.
    pub fn fluctuation(&self, gap: u16) -> (f64, f64) {
        self.fluctuation[usize::from(gap != 1)]
    }
}

/// The interval at a step of the maintenance ladder; none when treatment ends with the induction.
pub fn interval(maintenance: &Maintenance, step: usize) -> Option<Days> {
    match maintenance {
        Maintenance::None => None,
        Maintenance::Every(days) => Some(*days),
        Maintenance::Ladder { intervals, .. } => intervals.get(step).copied(),
    }
}
