//! What a titration rule makes of what was seen (model, section 9). Nothing latent has a way in.

use super::observed::Care;
use super::observed::Observed;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::population::PriorTreatment;
use crate::protocol::titration::Action;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Rows;
use crate::protocol::titration::Titration;
use crate::unit::Days;

/// What is done before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rung from now on.
    pub rung: Rung,
    /// Whether the session takes place.
    pub session: SessionPlan,
    /// The person's new ceiling, where the monitoring protocol lowered the dose after a severe event.
    pub ceiling: Option<Rung>,
    /// The row of the rule that decided, counted from 0; none when no row fitted and the dose stays.
    pub row: Option<u8>,
}

/// Whether a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionPlan {
    /// It is given.
    Give,
    /// It is not; the induction restarts after this many days without sessions.
    Washout(Days),
    /// It is not, and treatment ends.
    Stop,
    /// It is not yet: put off by two days once, then lost. No rule holds a session; a human may.
    Hold,
}

/// The rule of an arm, ready to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Titrator<'a> {
    titration: &'a Titration,
    rows: Rows<'a, Row>,
    tolerability: TolerabilityPolicy,
}

impl<'a> Titrator<'a> {
    /// The rule of an arm.
    pub fn of(arm: &'a Arm) -> Self {
        Self {
            titration: &arm.titration,
            rows: arm.titration.rule.rows(),
            tolerability: arm.monitoring.tolerability,
        }
    }

    /// The rung of the first session: the first row that fits, two rungs lower under caution, within the arm's limits.
    pub fn start(&self, seen: &Observed) -> Rung {
        let rows = self.titration.rule.start();
        let fits = |prior: Option<PriorTreatment>| prior.is_none_or(|prior| prior == seen.prior);
        let row = rows.iter().find(|row| row.baseline.holds(seen.baseline) && fits(row.prior));
        let rung = row.map_or(self.titration.lowest, |row| row.at);
        let rung = match seen.care {
            Care::Usual => rung,
            Care::Caution => Rung(rung.0.saturating_sub(2)),
        };
        rung.clamp(self.titration.lowest, self.titration.highest)
    }

    /// What is done before a session: the tolerability action of the monitoring protocol, then the rule.
    pub fn decide(&self, seen: &Observed) -> Decision {
        if self.tolerability == TolerabilityPolicy::Reduce && seen.grade == 3 {
            let rung = self.lower(seen.rung, 1);
            let reduced = Observed { rung, ceiling: rung, grade: 0, since_change: 0, ..*seen };
            return Decision { ceiling: Some(rung), ..self.ask(&reduced) };
        }
        self.ask(seen)
    }

    /// The first row that fits decides.
    fn ask(&self, seen: &Observed) -> Decision {
        let found = self.rows.iter().position(|row| fits(row, seen) && self.has_room(row, seen));
        let stay =
            Decision { rung: seen.rung, session: SessionPlan::Give, ceiling: None, row: None };
        let Some(at) = found else {
            return stay;
        };
        let stay = Decision { row: u8::try_from(at).ok(), ..stay };
        match self.rows[at].then {
            Action::Raise(rise) => Decision { rung: raised(seen.rung, rise), ..stay },
            Action::Lower { by } => Decision { rung: self.lower(seen.rung, by), ..stay },
            Action::Stay => stay,
            Action::Stop => Decision { session: SessionPlan::Stop, ..stay },
            Action::Washout { days, rise } => Decision {
                rung: raised(seen.rung, rise),
                session: SessionPlan::Washout(days),
                ..stay
            },
        }
    }

    /// Whether all rungs of a rise lie below the arm's highest, the person's ceiling and the row's own end.
    fn has_room(&self, row: &Row, seen: &Observed) -> bool {
        let (Action::Raise(rise) | Action::Washout { rise, .. }) = row.then else {
            return true;
        };
        let top = self.titration.highest.min(seen.ceiling);
        let top = rise.up_to.map_or(top, |end| end.min(top));
        rise.by == 0 || raised(seen.rung, rise) <= top
    }

    fn lower(&self, rung: Rung, by: u8) -> Rung {
        Rung(rung.0.saturating_sub(by)).max(self.titration.lowest).min(rung)
    }
}

/// Whether what was seen meets all conditions of a row.
pub fn fits(row: &Row, seen: &Observed) -> bool {
    row.sessions.holds(seen.since_change)
        && row.reported.holds(seen.report())
        && row.improvement.least.is_none_or(|least| seen.improvement() >= least.get())
        && row.improvement.below.is_none_or(|below| seen.improvement() < below.get())
        && row.phase.is_none_or(|phase| phase == seen.phase)
        && row.dose.holds(seen.rung)
        && row.weeks.holds(seen.week)
        && row.prior.is_none_or(|prior| prior == seen.prior)
}

fn raised(rung: Rung, rise: Rise) -> Rung {
    Rung(rung.0.saturating_add(rise.by))
}
