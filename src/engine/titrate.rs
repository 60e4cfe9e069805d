//! What a titration rule makes of what was seen (model, section 9). Nothing latent has a way in.

use super::observed::Care;
use super::observed::Observed;
use super::observed::Phase;
use crate::protocol::arm::Rung;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::population::PriorTreatment;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Titration;
use crate::protocol::titration::WhenWell;
use crate::unit::Days;

/// What is done before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rung from now on.
    pub rung: Rung,
    /// Whether the session takes place.
    pub session: SessionPlan,
    /// Why.
    pub clause: Clause,
}

/// Whether a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionPlan {
    /// It is given.
    Give,
    /// It is not; the induction restarts after this many days without sessions.
    Washout(Days),
}

/// The clause of a rule that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// No clause asked for a change.
    Keep,
    /// Two sessions on the rung, target not reached.
    ForcedStep,
    /// Improvement below 50 %, nothing worse than mild reported.
    NotYetBetter,
    /// Improvement below 25 %, nothing reported: two rungs.
    FarFromBetter,
    /// Two sessions without any report.
    Untroubled,
    /// A course of sessions without response: two rungs after a washout.
    CourseWithoutResponse,
    /// A severe event was reported.
    SevereReported,
    /// A moderate or severe event was reported.
    ModerateReported,
    /// At least 75 % better in maintenance.
    Well,
    /// The monitoring protocol lowered dose and ceiling after a severe event.
    ToleranceReached,
}

/// Days without sessions between two courses of the stepped rule.
const WASHOUT: Days = Days(14);

/// The rung of the first session, within the limits of the arm; two rungs lower under caution.
pub fn start(titration: &Titration, seen: &Observed) -> Rung {
    let rung = match titration.rule {
        Rule::Fixed { at } => at,
        Rule::Forced { from, .. }
        | Rule::Response { from }
        | Rule::Toxicity { from }
        | Rule::Stepped { from } => from,
        Rule::Severity => severity_start(seen),
    };
    let rung = match seen.care {
        Care::Usual => rung,
        Care::Caution => Rung(rung.0.saturating_sub(2)),
    };
    rung.clamp(titration.lowest, titration.highest)
}

/// `Y0 < 28`: rung 2; `< 35`: 3; else 4; one more after prior non-response.
fn severity_start(seen: &Observed) -> Rung {
    let by_score = match seen.baseline {
        0..28 => 2,
        28..35 => 3,
        _ => 4,
    };
    Rung(by_score + u8::from(seen.prior == PriorTreatment::NonResponse))
}

/// What is done before a session: the tolerability action of the monitoring protocol, then the rule.
pub fn decide(titration: &Titration, policy: TolerabilityPolicy, seen: &Observed) -> Decision {
    if policy == TolerabilityPolicy::Reduce && seen.grade == 3 {
        let rung = one_down(titration, seen.rung);
        let reduced = Observed { rung, ceiling: rung, grade: 0, since_change: 0, ..*seen };
        let after = apply(titration, &reduced);
        return Decision { clause: Clause::ToleranceReached, ..after };
    }
    apply(titration, seen)
}

fn apply(titration: &Titration, seen: &Observed) -> Decision {
    let top = titration.highest.min(seen.ceiling);
    let (rung, clause) = match titration.rule {
        Rule::Fixed { .. } => (seen.rung, Clause::Keep),
        Rule::Forced { target, .. } => forced(titration, seen, top.min(target)),
        Rule::Response { .. } => response(titration, seen, top),
        Rule::Toxicity { .. } => toxicity(titration, seen, top),
        Rule::Severity => severity(titration, seen, top),
        Rule::Stepped { .. } => stepped(titration, seen, top),
    };
    let session = match clause {
        Clause::CourseWithoutResponse => SessionPlan::Washout(WASHOUT),
        _ => SessionPlan::Give,
    };
    Decision { rung, session, clause }
}

fn one_down(titration: &Titration, rung: Rung) -> Rung {
    Rung(rung.0.saturating_sub(1)).max(titration.lowest)
}

fn up(rung: Rung, by: u8, top: Rung) -> Rung {
    Rung(rung.0.saturating_add(by)).min(top).max(rung)
}

type Move = (Rung, Clause);

fn down_if_severe(titration: &Titration, seen: &Observed) -> Option<Move> {
    (seen.grade == 3).then(|| (one_down(titration, seen.rung), Clause::SevereReported))
}

fn forced(titration: &Titration, seen: &Observed, top: Rung) -> Move {
    if let Some(down) = down_if_severe(titration, seen) {
        return down;
    }
    if seen.since_change >= 2 && seen.rung < top {
        return (up(seen.rung, 1, top), Clause::ForcedStep);
    }
    (seen.rung, Clause::Keep)
}

fn response(titration: &Titration, seen: &Observed, top: Rung) -> Move {
    if let Some(down) = down_if_severe(titration, seen) {
        return down;
    }
    let improvement = seen.improvement();
    let settled = seen.since_change >= 2;
    let eases = titration.when_well == WhenWell::EaseDown && seen.phase == Phase::Maintenance;
    if eases && settled && improvement >= 0.75 && seen.rung > titration.lowest {
        return (one_down(titration, seen.rung), Clause::Well);
    }
    if settled && improvement < 0.50 && seen.grade < 2 && seen.rung < top {
        let far = improvement < 0.25 && seen.grade == 0 && seen.rung.0 + 2 <= top.0;
        return if far {
            (up(seen.rung, 2, top), Clause::FarFromBetter)
        } else {
            (up(seen.rung, 1, top), Clause::NotYetBetter)
        };
    }
    (seen.rung, Clause::Keep)
}

fn toxicity(titration: &Titration, seen: &Observed, top: Rung) -> Move {
    if seen.grade >= 2 {
        return (one_down(titration, seen.rung), Clause::ModerateReported);
    }
    if seen.since_change >= 2 && seen.grade == 0 && seen.rung < top {
        return (up(seen.rung, 1, top), Clause::Untroubled);
    }
    (seen.rung, Clause::Keep)
}

fn severity(titration: &Titration, seen: &Observed, top: Rung) -> Move {
    if let Some(down) = down_if_severe(titration, seen) {
        return down;
    }
    let waits = seen.since_change < 4 || seen.improvement() >= 0.25 || seen.grade >= 2;
    if !waits && seen.rung < top {
        return (up(seen.rung, 1, top), Clause::NotYetBetter);
    }
    (seen.rung, Clause::Keep)
}

fn stepped(titration: &Titration, seen: &Observed, top: Rung) -> Move {
    if let Some(down) = down_if_severe(titration, seen) {
        return down;
    }
    let course_over = seen.phase == Phase::Induction && seen.since_change >= 4;
    if course_over && seen.improvement() < 0.50 && seen.rung < top {
        return (up(seen.rung, 2, top), Clause::CourseWithoutResponse);
    }
    (seen.rung, Clause::Keep)
}
