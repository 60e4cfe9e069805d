//! What luck brings whatever is done: symptoms that fluctuate, life events, the rater's noise, missed assessments.
//!
//! None of it depends on an arm, so it is drawn once for the people of a block, all of them at a time, and every arm
//! meets the same.

use super::candidate::Candidate;
use super::lanes::Column;
use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::lanes::bit;
use super::lanes::filled;
use super::table::Tables;
use crate::math;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::protocol::Protocol;
use crate::stream::DayKey;
use crate::stream::Draws;
use crate::stream::Key;
use crate::stream::Purpose;
use crate::unit::Days;

/// What luck brings to people on day 0, on day 1 and on every day that ends a week.
#[derive(Clone, Debug)]
pub struct Luck {
    visits: Vec<Visit>,
}

/// What luck brings on one of these days, by place.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    /// Symptom fluctuation `N`, points.
    pub(super) fluctuation: Column,
    /// Life-event load `J`, points.
    pub(super) load: Column,
    /// Deviate of the rater.
    pub(super) rater: Column,
    /// Uniform of a missed assessment.
    pub(super) missed: Column,
}

impl Visit {
    const NONE: Self = {
        let [fluctuation, load, rater, missed] = [[0.0; WIDTH]; 4];
        Self { fluctuation, load, rater, missed }
    };
}

impl Luck {
    /// The luck of some people, at most [`WIDTH`] of them.
    ///
    /// # Panics
    /// When there are more.
    pub fn of<'a>(
        protocol: &Protocol,
        tables: &Tables,
        people: impl IntoIterator<Item = &'a Candidate>,
    ) -> Self {
        let mut walk = Walk {
            keys: Vec::with_capacity(WIDTH),
            today: [DayKey::NOBODY; WIDTH],
            noise: [0.0; WIDTH],
            fluctuation: [0.0; WIDTH],
            load: [0.0; WIDTH],
        };
        for person in people {
            assert!(walk.keys.len() < WIDTH, "at most {WIDTH} people side by side");
            walk.fluctuation[walk.keys.len()] = person.fluctuation;
            walk.keys.push(person.key);
        }
        Self { visits: walk.all(protocol, tables) }
    }

    /// What luck brings on day 0, day 1 or a day that ends a week; on any other, what it brought on the last of these.
    pub(super) fn on(&self, day: Days) -> &Visit {
        &self.visits[if day.0 == 0 { 0 } else { 1 + usize::from(day.0 / 7) }]
    }

    /// The last of these days up to `day`.
    pub(super) const fn last_visit(day: Days) -> Days {
        if day.0 > 0 && day.0 < 7 { Days(1) } else { Days(day.0 / 7 * 7) }
    }
}

/// People on their way through the days.
struct Walk {
    keys: Vec<Key>,
    today: [DayKey; WIDTH],
    noise: Column,
    fluctuation: Column,
    load: Column,
}

impl Walk {
    /// The knots of the fluctuation - days 0, 1, ..., 7, 14, 21, ... - do not depend on any protocol; the first
    /// transition is over the 7 days from screening to day 0.
    fn all(mut self, protocol: &Protocol, tables: &Tables) -> Vec<Visit> {
        let weeks = protocol.horizon.0 / 7;
        let knots = (0..7).chain((1..=weeks).map(|week| 7 * week));
        let mut visits = vec![Visit::NONE; usize::from(weeks) + 2];
        let mut ahead = visits.iter_mut();
        for day in knots {
            for (today, key) in self.today.iter_mut().zip(&self.keys) {
                *today = key.on(day);
            }
            let transition = tables.fluctuation(if (1..=7).contains(&day) { 1 } else { 7 });
            if (2..7).contains(&day) {
                batch::widest(Knot { walk: &mut self, transition, visit: None });
            } else if let Some(visit) = ahead.next() {
                self.visit(protocol, (tables, transition), day, visit);
            }
        }
        visits
    }

    /// The load at the end of a week: what is left of it, and the week's life event, exponential in size, with
    /// probability `1 - exp(-rate 7/365)`.
    fn visit(
        &mut self,
        protocol: &Protocol,
        (tables, transition): (&Tables, (f64, f64)),
        day: u16,
        visit: &mut Visit,
    ) {
        let world = &protocol.world;
        let weekly = day >= 7;
        let hazard = if weekly { world.life_events.get() * 7.0 / 365.0 } else { 0.0 };
        let kept = if weekly { tables.decay(7).load } else { 1.0 };
        let week = Some((&mut *visit, kept, hazard));
        let struck = batch::widest(Knot { walk: self, transition, visit: week });
        for i in (struck & Lanes::first(self.keys.len()))
            .into_iter()
            .filter(|i| math::happens(self.noise[*i], hazard))
        {
            let size = self.today[i].draw(Purpose::LifeEventSize).exponential();
            self.load[i] += world.life_event_size.get() * size;
        }
        visit.load = self.load;
    }
}

/// One knot of the fluctuation; on a day on which people are looked at with all else that luck brings.
struct Knot<'a> {
    walk: &'a mut Walk,
    /// What the fluctuation keeps, and the standard deviation of what is added.
    transition: (f64, f64),
    /// The day, what the load keeps, and the hazard of a life event.
    visit: Option<(&'a mut Visit, f64, f64)>,
}

impl Kernel for Knot<'_> {
    /// Those whom a life event may have struck.
    type Output = Lanes;

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) -> Lanes {
        let Walk { keys, today, noise, fluctuation, load } = self.walk;
        let n = filled(keys.len());
        let keys = &today[..n];
        let (kept, added) = self.transition;
        Draws { keys, purpose: Purpose::Fluctuation, out: &mut noise[..n] }.normal();
        for i in 0..n {
            fluctuation[i] = fluctuation[i] * kept + added * noise[i];
        }
        let Some((visit, load_kept, hazard)) = self.visit else {
            return Lanes::NONE;
        };
        visit.fluctuation = *fluctuation;
        Draws { keys, purpose: Purpose::Rater, out: &mut visit.rater[..n] }.normal();
        Draws { keys, purpose: Purpose::MissedAssessment, out: &mut visit.missed[..n] }.run();
        Draws { keys, purpose: Purpose::LifeEvent, out: &mut noise[..n] }.run();
        let mut struck = 0;
        for i in 0..n {
            load[i] *= load_kept;
            struck |= bit(i, noise[i] < hazard);
        }
        Lanes(struck)
    }
}
