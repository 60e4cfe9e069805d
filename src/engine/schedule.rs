//! When people come: the booked session, the induction count, the maintenance ladder, rescue (model, section 8).

use super::observed::Observed;
use super::table;
use crate::protocol::schedule::Maintenance;
use crate::protocol::schedule::Phase;
use crate::protocol::schedule::Schedule;
use crate::protocol::schedule::Spacing;
use crate::unit::Days;

/// Days a held session is put off.
const HOLD: u16 = 2;

/// Sessions of a rescue.
const RESCUE_SESSIONS: u16 = 4;

/// Days at a step of the ladder before it may lengthen.
const SETTLED: u16 = 28;

/// What is booked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Booking {
    /// Day of the next session; none when treatment has ended.
    pub next: Option<Days>,
    /// Sessions delivered in this induction or rescue; missed and lost ones count.
    pub delivered: u16,
    /// Step on the maintenance ladder.
    pub step: usize,
    /// Day since which that step holds.
    pub since: Days,
    /// Whether the booked session was put off by a hold.
    pub put_off: bool,
}

/// What a delivered session completes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completed {
    /// Nothing: more of the same to come.
    Nothing,
    /// The induction; maintenance starts today.
    Induction,
    /// The induction, and with it the treatment.
    Course,
}

impl Booking {
    /// The first session is on day 0.
    pub const fn first() -> Self {
        Self { next: Some(Days(0)), delivered: 0, step: 0, since: Days(0), put_off: false }
    }

    /// Puts a held session off by two days, once; says whether it could be.
    pub fn hold(&mut self, today: Days) -> bool {
        if self.put_off {
            return false;
        }
        self.put_off = true;
        self.next = Some(Days(today.0 + HOLD));
        true
    }

    /// Books the next session after one that was given, missed or lost today.
    ///
    /// Gaps of 3, 4, 3, 4, ... days until the induction (or the rescue) is complete, then the interval of the step.
    pub fn deliver(&mut self, schedule: &Schedule, phase: &mut Phase, today: Days) -> Completed {
        self.put_off = false;
        self.delivered += 1;
        let needed = match phase {
            Phase::Induction => 2 * u16::from(schedule.induction_weeks),
            Phase::Rescue => RESCUE_SESSIONS,
            Phase::Maintenance => 0,
        };
        if *phase != Phase::Maintenance && self.delivered < needed {
            let gap = if self.delivered % 2 == 1 { 3 } else { 4 };
            self.next = Some(Days(today.0 + gap));
            return Completed::Nothing;
        }
        let was = *phase;
        if was != Phase::Maintenance {
            *phase = Phase::Maintenance;
            self.step = 0;
            self.since = today;
        }
        let interval = table::interval(&schedule.maintenance, self.step);
        self.next = interval.map(|days| Days(today.0 + days.0));
        match (was, self.next) {
            (_, None) => Completed::Course,
            (Phase::Induction, Some(_)) => Completed::Induction,
            _ => Completed::Nothing,
        }
    }

    /// Starts a washout: no session for some days, then an induction that counts anew.
    pub fn wash_out(&mut self, phase: &mut Phase, today: Days, days: Days) {
        *phase = Phase::Induction;
        *self = Self { next: Some(Days(today.0 + days.0)), delivered: 0, put_off: false, ..*self };
    }

    /// Starts a rescue today; a pending hold is forgotten.
    pub fn rescue(&mut self, today: Days) {
        *self = Self { next: Some(today), delivered: 0, step: 0, put_off: false, ..*self };
    }

    /// Moves along the interval ladder after an assessment in maintenance; the booked session stays where it is.
    ///
    /// Returns the new interval, where it changed.
    pub fn space(&mut self, schedule: &Schedule, seen: &Observed, today: Days) -> Option<Days> {
        let Maintenance::Ladder { intervals, spacing: Spacing::Stretch } = &schedule.maintenance
        else {
            return None;
        };
        let settled = today.0 - self.since.0 >= SETTLED;
        if seen.good_in_a_row >= 2 && settled && self.step + 1 < intervals.len() {
            self.step += 1;
            self.since = today;
        } else if self.step > 0 && seen.improvement() < 0.40 {
            self.step -= 1;
            self.since = today;
        } else {
            return None;
        }
        table::interval(&schedule.maintenance, self.step)
    }
}
