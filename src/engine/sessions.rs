//! The sessions of a round: people side by side in columns.

use super::adverse;
use super::adverse::Burden;
use super::adverse::ByGrade;
use super::adverse::Proneness;
use super::adverse::Residual;
use super::adverse::WideGrade;
use super::case::Case;
use super::cohort::Cohort;
use super::desk::Desk;
use super::effect;
use super::effect::Sensitivity;
use super::exposure;
use super::grades::Grades;
use super::lanes::Column;
use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::lanes::bit;
use super::lanes::filled;
use super::terms::NORMALS;
use super::terms::Terms;
use super::terms::UNIFORMS;
use crate::math::batch;
use crate::math::batch::Kernel;
use crate::stream::DayKey;
use crate::stream::Draws;

/// The sessions of a round, by their order, each on the person's own day.
#[derive(Debug)]
pub(super) struct Sessions {
    pub(super) lanes: [usize; WIDTH],
    pub(super) keys: [DayKey; WIDTH],
    cl: Column,
    f_usual: Column,
    peak_share: Column,
    ec50: Column,
    tol: Column,
    sus: Column,
    dissociation: Column,
    pressure: Column,
    lasting_peak: Column,
    seriousness: Column,
    tolerance: Column,
    habituation: Column,
    before: Column,
    pub(super) dose: Column,
    z: [Column; NORMALS.len()],
    u: [Column; UNIFORMS.len()],
    auc: Column,
    pub(super) x: Column,
    log_peak: Column,
    habituated: Column,
    /// True grades of each kind, and the worst.
    grades: [[WideGrade; WIDTH]; 4],
    worst: [WideGrade; WIDTH],
    pub(super) effect: Column,
    pub(super) rise: Column,
    pub(super) truth: [Grades; WIDTH],
    pub(super) detected: [Grades; WIDTH],
}

/// Sessions in which something happened, by their order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Events {
    /// Any event, by kind.
    pub(super) any: [Lanes; 4],
    /// Something moderate or worse that went on after people had left.
    pub(super) unobserved: Lanes,
    /// A serious event.
    pub(super) serious: Lanes,
    /// The person leaves the study, unless what happened is seen and over.
    pub(super) may_leave: Lanes,
}

impl Cohort<'_> {
    /// Gives sessions to some people, each at their rung.
    pub(super) fn give(&mut self, treated: Lanes) -> Events {
        let Desk { constants, arrivals, sessions, .. } = &mut *self.desk;
        for (at, lane) in treated.into_iter().enumerate() {
            let (case, state) = (&self.cases[lane], &self.states[lane]);
            sessions.lanes[at] = lane;
            sessions.keys[at] = case.person.key.on(state.day.0);
            sessions.put(at, case);
            sessions.f_usual[at] = constants.f_usual[lane];
            sessions.peak_share[at] = constants.peak_share[lane];
            sessions.lasting_peak[at] = constants.lasting_peak[lane];
            sessions.tolerance[at] = state.drug.tolerance;
            sessions.habituation[at] = state.drug.habituation;
            sessions.before[at] = arrivals.before[lane];
            sessions.dose[at] = self.terms.dose(&self.setting, state.seen.rung, case.person.weight);
        }
        sessions.happen(treated.len(), &self.terms)
    }
}

impl Sessions {
    /// No session yet. Ones where there is nobody, for some of them divide.
    pub(super) const fn none() -> Self {
        const ONES: Column = [1.0; WIDTH];
        Self {
            lanes: [0; WIDTH],
            keys: [DayKey::NOBODY; WIDTH],
            cl: ONES,
            f_usual: ONES,
            peak_share: ONES,
            ec50: ONES,
            tol: ONES,
            sus: ONES,
            dissociation: ONES,
            pressure: ONES,
            lasting_peak: ONES,
            seriousness: ONES,
            tolerance: ONES,
            habituation: ONES,
            before: ONES,
            dose: ONES,
            z: [ONES; NORMALS.len()],
            u: [ONES; UNIFORMS.len()],
            auc: ONES,
            x: ONES,
            log_peak: ONES,
            habituated: ONES,
            grades: [[0; WIDTH]; 4],
            worst: [0; WIDTH],
            effect: ONES,
            rise: ONES,
            truth: [Grades::NONE; WIDTH],
            detected: [Grades::NONE; WIDTH],
        }
    }

    fn put(&mut self, at: usize, case: &Case) {
        self.cl[at] = case.person.cl;
        self.ec50[at] = case.person.ec50;
        self.tol[at] = case.person.tol;
        self.sus[at] = case.proneness.sus;
        self.dissociation[at] = case.proneness.dissociation;
        self.pressure[at] = case.proneness.pressure;
        self.seriousness[at] = case.seriousness;
    }

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn proneness(&self, i: usize) -> Proneness {
        let (sus, dissociation) = (self.sus[i], self.dissociation[i]);
        Proneness { sus, dissociation, pressure: self.pressure[i] }
    }

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn burden(&self, i: usize) -> Burden {
        let (log_peak, habituated) = (self.log_peak[i], self.habituated[i]);
        Burden { log_peak, x: self.x[i], habituated }
    }

    fn happen(&mut self, n: usize, terms: &Terms) -> Events {
        let end = filled(n);
        let events = batch::widest(Giving { n: end, terms, sessions: self });
        events.among(Lanes::first(n))
    }

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn draw(&mut self, n: usize) {
        let keys = &self.keys[..n];
        for (z, purpose) in self.z.iter_mut().zip(NORMALS) {
            Draws { keys, purpose, out: &mut z[..n] }.normal();
        }
        for (u, purpose) in self.u.iter_mut().zip(UNIFORMS) {
            Draws { keys, purpose, out: &mut u[..n] }.run();
        }
    }
}

impl Events {
    fn among(self, people: Lanes) -> Self {
        Self {
            any: self.any.map(|kind| kind & people),
            unobserved: self.unobserved & people,
            serious: self.serious & people,
            may_leave: self.may_leave & people,
        }
    }
}

struct Giving<'a> {
    n: usize,
    terms: &'a Terms,
    sessions: &'a mut Sessions,
}

/// Short loops, one elementary function or two each: so the next people begin before the last have ended.
impl Kernel for Giving<'_> {
    type Output = Events;

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) -> Events {
        let (terms, sessions) = (*self.terms, self.sessions);
        let n = self.n.min(WIDTH);
        sessions.draw(n);
        for i in 0..n {
            let f = exposure::bioavailability(sessions.f_usual[i], terms.within, sessions.z[0][i]);
            let dose = sessions.dose[i];
            let given = exposure::expose(sessions.cl[i], dose, f, sessions.peak_share[i]);
            (sessions.x[i], sessions.auc[i]) = (given.x, given.auc);
        }
        for i in 0..n {
            let person = Sensitivity { ec50: sessions.ec50[i], tol: sessions.tol[i] };
            let (tolerance, auc) = (sessions.tolerance[i], sessions.auc[i]);
            sessions.effect[i] = effect::session_effect(person, tolerance, auc);
        }
        for i in 0..n {
            let burden = Burden::new(sessions.x[i], sessions.habituation[i]);
            (sessions.log_peak[i], sessions.habituated[i]) = (burden.log_peak, burden.habituated);
        }
        for kind in 0..3 {
            for i in 0..n {
                let predictor = adverse::predictor(kind, sessions.proneness(i), sessions.burden(i));
                let grade = adverse::symptom_grade(kind, predictor, sessions.u[kind][i]);
                sessions.grades[kind][i] = grade;
            }
        }
        for i in 0..n {
            let (person, burden) = (sessions.proneness(i), sessions.burden(i));
            let rise = adverse::pressure_rise(person, burden, sessions.z[1][i]);
            sessions.rise[i] = rise;
            sessions.grades[3][i] = adverse::pressure_grade(rise, sessions.before[i]);
        }
        for i in 0..n {
            let truth = [0, 1, 2, 3].map(|kind| sessions.grades[kind][i]);
            sessions.worst[i] = worst(truth);
            sessions.truth[i] = Grades::of(truth);
            sessions.detected[i] = Grades::NONE;
        }
        sessions.events(n, terms.dropout)
    }
}

impl Sessions {
    /// Where anything happened, and what follows from the worst of it.
    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn events(&self, n: usize, dropout: ByGrade) -> Events {
        let (mut unobserved, mut serious, mut may_leave) = (0, 0, 0);
        let mut any = [0; 4];
        for (any, grades) in any.iter_mut().zip(&self.grades) {
            for (i, grade) in grades[..n].iter().enumerate() {
                *any |= bit(i, *grade > 0);
            }
        }
        for i in 0..n {
            let (worst, x) = (self.worst[i], self.x[i]);
            let residual = Residual::of(worst, x > self.lasting_peak[i]);
            let chance = adverse::serious_probability(self.seriousness[i], x, worst, residual);
            unobserved |= bit(i, residual == Residual::Unobserved);
            serious |= bit(i, self.u[3][i] < chance);
            may_leave |= bit(i, self.u[4][i] < adverse::of_grade(dropout, worst));
        }
        Events {
            any: [Lanes(any[0]), Lanes(any[1]), Lanes(any[2]), Lanes(any[3])],
            unobserved: Lanes(unobserved),
            serious: Lanes(serious),
            may_leave: Lanes(may_leave),
        }
    }
}

#[expect(clippy::inline_always, reason = "as `Kernel` asks")]
#[inline(always)]
fn worst(grades: [WideGrade; 4]) -> WideGrade {
    let worse = |a: WideGrade, b: WideGrade| if a > b { a } else { b };
    worse(worse(grades[0], grades[1]), worse(grades[2], grades[3]))
}
