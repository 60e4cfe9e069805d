//! The grades of all four kinds of adverse event at once, and how often each came: sixteen bits a kind.

use super::adverse::Grade;
use super::adverse::WideGrade;

/// The grades of nausea, dizziness, dissociation and blood pressure in one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Grades(pub(super) u64);

/// The lowest bit of each kind.
const ONES: u64 = 0x0001_0001_0001_0001;

impl Grades {
    /// No event.
    pub(super) const NONE: Self = Self(0);

    /// Those of the four kinds.
    #[expect(clippy::inline_always, reason = "used in a kernel")]
    #[inline(always)]
    pub(super) const fn of(kinds: [WideGrade; 4]) -> Self {
        Self((kinds[0] | kinds[1] << 16 | kinds[2] << 32 | kinds[3] << 48).cast_unsigned())
    }

    /// The grade of one kind.
    pub(super) const fn kind(self, kind: usize) -> Grade {
        (self.0 >> (16 * kind)).to_le_bytes()[0]
    }

    /// Whether one of them is moderate or worse.
    pub(super) const fn are_moderate(self) -> bool {
        self.0 >> 1 & ONES != 0
    }

    /// Adds the grade of a kind that had none.
    pub(super) fn set(&mut self, kind: usize, grade: Grade) {
        self.0 |= u64::from(grade) << (16 * kind);
    }

    /// The four, one by one.
    pub(super) fn each(self) -> [Grade; 4] {
        [0, 1, 2, 3].map(|kind| self.kind(kind))
    }

    /// The worst of them.
    pub(super) fn worst(self) -> Grade {
        self.each().into_iter().fold(0, Grade::max)
    }

    /// Whether something was felt that tells of a drug: dissociation of any grade, nausea or dizziness from moderate on.
    pub(super) const fn are_felt(self) -> bool {
        self.0 & 0x0000_0003_0002_0002 != 0
    }
}

/// How often each grade of each kind came in the sessions given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u64; 3]);

impl Counts {
    /// No session yet.
    pub const NONE: Self = Self([0; 3]);

    /// Counts the events of a session; no more than 65,535 sessions, and there are not as many days.
    pub(super) const fn add(&mut self, grades: Grades) {
        let (low, high) = (grades.0 & ONES, grades.0 >> 1 & ONES);
        self.0[0] += low & !high;
        self.0[1] += high & !low;
        self.0[2] += low & high;
    }

    /// Events of a kind of a grade: mild 1, moderate 2, severe 3.
    pub const fn of(self, kind: usize, grade: Grade) -> u16 {
        let [low, high, ..] = (self.0[grade as usize - 1] >> (16 * kind)).to_le_bytes();
        u16::from_le_bytes([low, high])
    }

    /// Events of a grade, of all kinds: the top sixteen bits of a product with ones are the sum of all sixteens.
    pub const fn of_grade(self, grade: Grade) -> u16 {
        let [.., low, high] = self.0[grade as usize - 1].wrapping_mul(ONES).to_le_bytes();
        u16::from_le_bytes([low, high])
    }

    /// Whether any event of a kind came.
    pub const fn any(self, kind: usize) -> bool {
        (self.0[0] | self.0[1] | self.0[2]) >> (16 * kind) & 0xFFFF != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_each_kind_and_grade() {
        let mut counts = Counts::NONE;
        let mut one_by_one = [[0_u16; 4]; 4];
        for i in 0..256_i64 {
            let grades = Grades::of([i & 3, i >> 2 & 3, i >> 4 & 3, i >> 6]);
            counts.add(grades);
            for (kind, grade) in grades.each().into_iter().enumerate() {
                one_by_one[kind][usize::from(grade)] += 1;
            }
            let worst = [i & 3, i >> 2 & 3, i >> 4 & 3, i >> 6].into_iter().max();
            assert_eq!(Some(i64::from(grades.worst())), worst);
            let [nausea, dizziness, dissociation, _] = grades.each();
            assert_eq!(grades.are_felt(), nausea >= 2 || dizziness >= 2 || dissociation >= 1);
        }
        for (kind, of_kind) in one_by_one.iter().enumerate() {
            for grade in 1..=3 {
                assert_eq!(counts.of(kind, grade), of_kind[usize::from(grade)]);
            }
            assert!(counts.any(kind) && !Counts::NONE.any(kind));
        }
        assert_eq!(counts.of_grade(3), 256);
    }
}
