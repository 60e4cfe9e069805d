//! Which rows of a rule can ever decide. A row is a box of seven conditions; what is left of it when those before it have
//! taken theirs is worked out exactly, not sampled.

use crate::protocol::Protocol;
use crate::protocol::arm::Rung;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Action;
use crate::protocol::titration::Report;
use crate::protocol::titration::Row;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;

/// Why a row can never decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Never {
    /// Rows before it take everything that it would.
    Taken(Vec<usize>),
    /// It asks for a dose outside the arm's limits.
    NoDose,
    /// It asks for a week after the end of the study.
    NoWeek,
    /// No dose that it asks for has room for its rise.
    NoRoom,
    /// The monitoring lowers the dose after every severe event before the rule is asked.
    Lowered,
}

/// What can be seen in an arm, as far as the design bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest and the highest dose.
    pub doses: (Rung, Rung),
    /// Weeks completed at most.
    pub weeks: u16,
    /// What the monitoring does about severe events.
    pub tolerability: TolerabilityPolicy,
}

impl Bounds {
    /// Those of an arm of a study.
    pub fn of(protocol: &Protocol, arm: usize) -> Self {
        let arm = &protocol.arms[arm];
        Self {
            doses: (arm.titration.lowest, arm.titration.highest),
            weeks: protocol.horizon.0 / 7,
            tolerability: arm.monitoring.tolerability,
        }
    }
}

/// From a value, included, to below another, in each of the seven conditions.
type Cuboid = [(u32, u32); 7];

const REPORTED: usize = 1;
const DOSE: usize = 3;
const WEEKS: usize = 4;

/// More pieces than this are not followed: the row then counts as one that can decide.
const MOST_PIECES: usize = 4_000;

/// For each row why it can never decide; none: it can. And whether anything is left when no row has decided.
pub fn reach(rows: &[Row], bounds: Bounds) -> (Vec<Option<Never>>, bool) {
    let space = Space::of(rows, bounds);
    let each = (0..rows.len()).map(|at| space.never(rows, at)).collect();
    let all: Vec<usize> = (0..rows.len()).collect();
    let (rest, _) = left(vec![space.whole], &all, |at| space.taken(&rows[at]));
    (each, !rest.is_empty())
}

/// For each start row whether rows before it take everything.
pub fn start_reach(rows: &[StartRow]) -> Vec<Option<Never>> {
    let cuboid = |row: &StartRow| {
        let baseline =
            (row.baseline.least.map_or(0, u32::from), row.baseline.below.map_or(61, u32::from));
        let mut all = [(0, 1); 7];
        (all[0], all[1]) = (baseline, prior(row.prior));
        all
    };
    (0..rows.len())
        .map(|at| {
            let before: Vec<usize> = (0..at).collect();
            never_taken(cuboid(&rows[at]), &before, |i| Some(cuboid(&rows[i])))
        })
        .collect()
}

/// The conditions as numbers.
struct Space {
    /// Every end of a condition on improvement, ascending.
    shares: Vec<f64>,
    bounds: Bounds,
    whole: Cuboid,
}

impl Space {
    fn of(rows: &[Row], bounds: Bounds) -> Self {
        let ends = rows.iter().flat_map(|row| [row.improvement.least, row.improvement.below]);
        let mut shares: Vec<f64> = ends.flatten().map(f64::from).collect();
        shares.sort_by(f64::total_cmp);
        shares.dedup();
        let severe = match bounds.tolerability {
            TolerabilityPolicy::Continue => Report::ALL.len(),
            TolerabilityPolicy::Reduce => Report::Severe as usize,
        };
        let mut space = Self { shares, bounds, whole: [(0, 0); 7] };
        space.whole = space.cuboid(&Row::then(Action::Stay));
        space.whole[REPORTED].1 = small(severe);
        space.whole[DOSE] = (u32::from(bounds.doses.0.0), u32::from(bounds.doses.1.0) + 1);
        space.whole[WEEKS].1 = u32::from(bounds.weeks) + 1;
        space
    }

    fn cuboid(&self, row: &Row) -> Cuboid {
        let share = |end: f64| small(self.shares.iter().take_while(|share| **share <= end).count());
        let improvement = (
            row.improvement.least.map_or(0, |least| share(least.get())),
            row.improvement.below.map_or(u32::MAX, |below| share(below.get())),
        );
        [
            improvement,
            span(row.reported, |report| report as u32),
            span(row.sessions, u32::from),
            span(row.dose, |rung| u32::from(rung.0)),
            span(row.weeks, u32::from),
            row.phase.map_or((0, 3), |phase| only(phase_number(phase))),
            prior(row.prior),
        ]
    }

    /// The doses from which a row's rise has room: below the first that has none.
    fn room(&self, row: &Row) -> u32 {
        match row.then {
            Action::Raise(rise) | Action::Washout { rise, .. } if rise.by > 0 => {
                let top =
                    rise.up_to.map_or(self.bounds.doses.1, |end| end.min(self.bounds.doses.1));
                (u32::from(top.0) + 1).saturating_sub(u32::from(rise.by))
            }
            _ => u32::MAX,
        }
    }

    /// What a row surely takes, whoever is asked about. A person's own ceiling may leave a rise no room, so under a
    /// monitoring that lowers it no rise takes anything for sure.
    fn taken(&self, row: &Row) -> Option<Cuboid> {
        let room = self.room(row);
        if room < u32::MAX && self.bounds.tolerability == TolerabilityPolicy::Reduce {
            return None;
        }
        Some(cut(self.cuboid(row), DOSE, room))
    }

    /// What a row takes of those for whom another row would have room: of two rises the smaller has room wherever the
    /// larger has. A larger one with a higher cap may have none below a person's own ceiling.
    fn taken_from(&self, row: &Row, other: &Row) -> Option<Cuboid> {
        let ceilings = self.bounds.tolerability == TolerabilityPolicy::Reduce;
        let has_room = self.room(row) >= self.room(other) && (!ceilings || by(row) <= by(other));
        if has_room { Some(self.cuboid(row)) } else { self.taken(row) }
    }

    fn never(&self, rows: &[Row], at: usize) -> Option<Never> {
        let row = &rows[at];
        let own = self.cuboid(row);
        let outside = |which: usize| meet(own[which], self.whole[which]).is_none();
        if outside(DOSE) {
            return Some(Never::NoDose);
        }
        if outside(WEEKS) {
            return Some(Never::NoWeek);
        }
        if outside(REPORTED) {
            return Some(Never::Lowered);
        }
        let Some(own) = within(&cut(own, DOSE, self.room(row)), &self.whole) else {
            return Some(Never::NoRoom);
        };
        let before: Vec<usize> = (0..at).collect();
        never_taken(own, &before, |i| self.taken_from(&rows[i], row))
    }
}

/// Whether rows take a whole box, and which: one alone, or those that take a part each.
fn never_taken(
    own: Cuboid,
    rows: &[usize],
    taken: impl Fn(usize) -> Option<Cuboid>,
) -> Option<Never> {
    let covers = |at: &usize| taken(*at).is_some_and(|by| within(&own, &by) == Some(own));
    if let Some(one) = rows.iter().copied().find(|at| covers(at)) {
        return Some(Never::Taken(vec![one]));
    }
    let (rest, takers) = left(vec![own], rows, taken);
    rest.is_empty().then_some(Never::Taken(takers))
}

/// What is left of some boxes when rows have taken theirs, and which rows took any.
fn left(
    mut pieces: Vec<Cuboid>,
    rows: &[usize],
    taken: impl Fn(usize) -> Option<Cuboid>,
) -> (Vec<Cuboid>, Vec<usize>) {
    let mut takers = Vec::new();
    for at in rows {
        let Some(by) = taken(*at) else { continue };
        if pieces.iter().any(|piece| within(piece, &by).is_some()) {
            takers.push(*at);
            pieces = pieces.iter().flat_map(|piece| without(piece, &by)).collect();
        }
        if pieces.len() > MOST_PIECES {
            break;
        }
    }
    (pieces, takers)
}

/// What is left of a box when another is taken out: at most two pieces for each condition.
fn without(piece: &Cuboid, taken: &Cuboid) -> Vec<Cuboid> {
    let Some(both) = within(piece, taken) else { return vec![*piece] };
    let (mut rest, mut left) = (*piece, Vec::new());
    for (i, (from, to)) in both.into_iter().enumerate() {
        for side in [(rest[i].0, from), (to, rest[i].1)] {
            if side.0 < side.1 {
                let mut part = rest;
                part[i] = side;
                left.push(part);
            }
        }
        rest[i] = (from, to);
    }
    left
}

/// What two boxes have in common.
fn within(one: &Cuboid, other: &Cuboid) -> Option<Cuboid> {
    let mut both = *one;
    for (side, other) in both.iter_mut().zip(other) {
        *side = meet(*side, *other)?;
    }
    Some(both)
}

fn meet(one: (u32, u32), other: (u32, u32)) -> Option<(u32, u32)> {
    let both = (one.0.max(other.0), one.1.min(other.1));
    (both.0 < both.1).then_some(both)
}

fn cut(mut cuboid: Cuboid, which: usize, below: u32) -> Cuboid {
    cuboid[which].1 = cuboid[which].1.min(below);
    cuboid
}

fn span<T: Copy>(span: Span<T>, number: impl Fn(T) -> u32) -> (u32, u32) {
    (span.least.map_or(0, &number), span.below.map_or(u32::MAX, &number))
}

fn prior(prior: Option<PriorTreatment>) -> (u32, u32) {
    prior.map_or((0, 3), |class| only(class as u32))
}

const fn phase_number(phase: Phase) -> u32 {
    match phase {
        Phase::Induction => 0,
        Phase::Maintenance => 1,
        Phase::Rescue => 2,
    }
}

const fn only(number: u32) -> (u32, u32) {
    (number, number + 1)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
/// The steps of a row's rise; none without one.
const fn by(row: &Row) -> u8 {
    match row.then {
        Action::Raise(rise) | Action::Washout { rise, .. } => rise.by,
        Action::Stay | Action::Stop | Action::Lower { .. } => 0,
    }
}
