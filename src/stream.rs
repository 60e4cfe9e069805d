//! Random draws by address: seed, replicate, person, purpose and day name a draw, and nothing else does.
//! Knows nothing of trials beyond the list of purposes.
//!
//! No generator is handed around and none has a position to lose: a protocol that skips a draw shifts no other draw,
//! so every arm, every protocol and any number of threads sees the same people with the same luck.

use std::convert::Infallible;

use rand::rand_core::TryRng;
use rand_distr::Distribution;
use serde::Deserialize;
use serde::Serialize;

use crate::math;
use crate::math::batch::Kernel;
use crate::math::batch::Normals;

/// The golden-ratio increment of the Weyl sequence behind `mix`.
const G: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of `SplitMix64`: a bijection of `u64` that avalanches.
///
/// `z ^= z>>30; z *= 0xBF58476D1CE4E5B9; z ^= z>>27; z *= 0x94D049BB133111EB; z ^= z>>31`, products wrapping.
#[inline]
const fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The number a user types to choose the luck of a whole run; any `u64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seed(pub u64);

/// What a draw is for. Explicit values: adding a purpose moves no other draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u64)]
pub enum Purpose {
    /// The person at screening; the index is that of the covariate.
    Covariate = 0,
    /// Innovation of the symptom fluctuation.
    Fluctuation = 1,
    /// Rater noise of an assessment.
    Rater = 2,
    /// Bioavailability of one session.
    Bioavailability = 3,
    /// Whether a due session is missed.
    MissedSession = 4,
    /// Whether a due assessment is missed.
    MissedAssessment = 5,
    /// Serious adverse event of a session.
    SeriousEvent = 6,
    /// Leaving the study because of an adverse event.
    AdverseDropout = 7,
    /// Leaving the study for lack of efficacy.
    EfficacyDropout = 8,
    /// Leaving the study for other reasons.
    AdministrativeDropout = 9,
    /// Onset of misuse.
    MisuseOnset = 10,
    /// Whether a screen detects misuse.
    MisuseScreen = 11,
    /// Nausea.
    Nausea = 12,
    /// Dizziness.
    Dizziness = 13,
    /// Dissociation.
    Dissociation = 14,
    /// Blood pressure before a session.
    VisitPressure = 15,
    /// Noise of the rise in blood pressure.
    PressureRise = 16,
    /// Whether nausea is detected.
    DetectNausea = 17,
    /// Whether dizziness is detected.
    DetectDizziness = 18,
    /// Whether dissociation is detected.
    DetectDissociation = 19,
    /// Whether high blood pressure is detected.
    DetectPressure = 20,
    /// Whether a life event happens in a week.
    LifeEvent = 21,
    /// How large the life event is.
    LifeEventSize = 22,
    /// Inflation of the screening score.
    Inflation = 23,
    /// Randomisation, and the person's own draw in a withdrawal design.
    Randomisation = 30,
}

/// The key of one candidate of one replicate: all that person's luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(u64);

impl Key {
    /// The key of candidate `candidate` of replicate `replicate`.
    pub const fn new(seed: Seed, replicate: u64, candidate: u64) -> Self {
        let k = mix(seed.0.wrapping_add(G));
        let k = mix(k ^ replicate.wrapping_add(1).wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self(mix(k ^ candidate.wrapping_add(1).wrapping_mul(0xABC9_8388_FB8F_AC03)))
    }

    /// The address of one draw; the index is a study day or the number of a covariate.
    #[inline]
    pub const fn at(self, purpose: Purpose, index: u16) -> Position {
        self.on(index).draw(purpose)
    }

    /// All draws of one index: of a study day, mostly.
    #[inline]
    pub const fn on(self, index: u16) -> DayKey {
        DayKey(self.0.wrapping_add(G.wrapping_mul(index as u64 + 1)))
    }

    /// The raw bits, for golden tests.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

/// The key of one candidate on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayKey(u64);

impl DayKey {
    /// Nobody's, for places that hold nobody.
    pub const NOBODY: Self = Self(0);

    /// The draw of a purpose.
    #[inline]
    pub const fn draw(self, purpose: Purpose) -> Position {
        let first = mix(self.0.wrapping_add(G.wrapping_mul((purpose as u64) << 32)));
        Position { first, drawn: 0 }
    }
}

/// Draws of several people for one purpose, each on their own day.
///
/// A [`Kernel`]: `batch::widest` runs it, or a larger kernel that it is a part of.
#[derive(Debug)]
pub struct Draws<'a> {
    /// Whose, and on which day.
    pub keys: &'a [DayKey],
    /// What for.
    pub purpose: Purpose,
    /// Where they go; the two slices are of one length.
    pub out: &'a mut [f64],
}

impl Draws<'_> {
    /// Standard normals instead of uniforms.
    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    pub fn normal(self) {
        let Self { keys, purpose, out } = self;
        Draws { keys, purpose, out: &mut *out }.run();
        Normals(out).run();
    }
}

impl Kernel for Draws<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) {
        uniforms(self.keys, self.purpose, self.out);
    }
}

// As a part of every kernel where that decides how wide its registers are, else once.
#[cfg_attr(
    target_arch = "x86_64",
    expect(clippy::inline_always, reason = "as `Kernel` asks"),
    inline(always)
)]
#[cfg_attr(not(target_arch = "x86_64"), inline(never))]
fn uniforms(keys: &[DayKey], purpose: Purpose, out: &mut [f64]) {
    for (u, key) in out.iter_mut().zip(keys) {
        *u = key.draw(purpose).uniform();
    }
}

/// The address of one draw. As a generator it gives `first`, then `mix(first + G j)` for j = 1, 2, ...
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    first: u64,
    drawn: u64,
}

impl Position {
    /// The uniform of this address, in the open interval (0, 1).
    #[inline]
    pub fn uniform(self) -> f64 {
        unit_interval(self.first)
    }

    /// The standard normal of this address, by inverse distribution function: increasing in [`uniform`](Self::uniform).
    #[inline]
    pub fn normal(self) -> f64 {
        math::normal_quantile(self.uniform())
    }

    /// The unit exponential of this address, `-ln U`.
    #[inline]
    pub fn exponential(self) -> f64 {
        -math::ln(self.uniform())
    }

    /// The standard logistic of this address, `ln(U / (1 - U))`.
    #[inline]
    pub fn logistic(self) -> f64 {
        let u = self.uniform();
        math::ln(u / (1.0 - u))
    }

    const fn next(&mut self) -> u64 {
        let out = match self.drawn {
            0 => self.first,
            j => mix(self.first.wrapping_add(G.wrapping_mul(j))),
        };
        self.drawn += 1;
        out
    }
}

/// `min(((bits >> 11) + 0.5) 2^-53, 1 - 2^-53)`: never 0, never 1.
///
/// The upper 52 bits and the last one with its half become two doubles, by operations that any register of doubles has;
/// both are exact, and their sum is rounded once.
#[inline]
fn unit_interval(bits: u64) -> f64 {
    const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
    const LARGEST: f64 = 1.0 - STEP;
    let upper = f64::from_bits((bits >> 12) | 1.0_f64.to_bits()) - 1.0;
    // an exponent larger by the bit: one step or two, less half a step
    let last = f64::from_bits(((bits & 0x800) << 41) + STEP.to_bits()) - 0.5 * STEP;
    let u = upper + last;
    if u < LARGEST { u } else { LARGEST }
}

impl TryRng for Position {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next())
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        for chunk in out.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// The model's samplers as distributions: one generator output each, by inverse distribution function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampler {
    /// Uniform on (0, 1).
    Uniform,
    /// Standard normal.
    Normal,
    /// Exponential with mean 1.
    Exponential,
    /// Standard logistic.
    Logistic,
}

impl Distribution<f64> for Sampler {
    fn sample<R: rand::Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let position = Position { first: rng.next_u64(), drawn: 0 };
        match self {
            Self::Uniform => position.uniform(),
            Self::Normal => position.normal(),
            Self::Exponential => position.exponential(),
            Self::Logistic => position.logistic(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn bits_become_the_uniform_of_their_definition() {
        let step = 1.0 / f64::from(1_u32 << 31) / f64::from(1_u32 << 22);
        let edges = [0, 1 << 11, 1 << 12, 1 << 62, 1 << 63, (1 << 63) | (1 << 11), u64::MAX];
        let near = edges.into_iter().flat_map(|bits| {
            (0..9).map(move |k: u64| bits.wrapping_add(k << 11).wrapping_sub(4 << 11))
        });
        for bits in near.chain((0..100_000).map(mix)) {
            let whole = (bits >> 11) as f64;
            let u = ((whole + 0.5) * step).min(1.0 - step);
            assert_eq!(unit_interval(bits).to_bits(), u.to_bits(), "{bits:x}");
        }
        assert!(unit_interval(0) > 0.0 && unit_interval(u64::MAX) < 1.0);
    }
}
