//! Elementary functions of whole slices, in the widest registers that the processor has; the same bits as one by one.
#![expect(
    clippy::inline_always,
    reason = "what is not inlined is compiled for the narrowest processor"
)]

use super::lanes::Lanes;
use super::lanes::WIDTH;
use super::normal;

/// A piece of work made of plain loops.
pub trait Kernel {
    /// What it gives.
    type Output;

    /// Does it. Mark it `#[inline(always)]`, or it is compiled for the narrowest processor.
    fn run(self) -> Self::Output;
}

/// Runs a kernel with the widest registers that this processor has: AVX2 where there is, else those of the target.
///
/// Only the width differs. Nothing is fused and nothing reordered, so the result has the same bits.
#[inline]
pub fn widest<K: Kernel>(kernel: K) -> K::Output {
    #[cfg(target_arch = "x86_64")]
    return pulp::Arch::new().dispatch(Wide(kernel));
    #[cfg(not(target_arch = "x86_64"))]
    return apart(kernel);
}

/// Runs a kernel as a function of its own: those who compile wasm do better with several functions than with a huge one.
#[cfg(not(target_arch = "x86_64"))]
#[inline(never)]
fn apart<K: Kernel>(kernel: K) -> K::Output {
    kernel.run()
}

#[cfg(target_arch = "x86_64")]
struct Wide<K>(K);

#[cfg(target_arch = "x86_64")]
impl<K: Kernel> pulp::WithSimd for Wide<K> {
    type Output = K::Output;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> K::Output {
        self.0.run()
    }
}

/// [`normal_quantile`](super::normal_quantile) of each value, in place.
///
/// Two passes: the middle for all without a branch, then the tails, about 15 % of random draws, packed together.
pub fn normal_quantiles(p: &mut [f64]) {
    widest(Normals(p));
}

/// [`normal_quantiles`] as a part of a larger kernel.
#[derive(Debug)]
pub struct Normals<'a>(pub &'a mut [f64]);

impl Kernel for Normals<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for part in self.0.chunks_mut(WIDTH) {
            normals(part);
        }
    }
}

/// Tails are worked on in whole groups, the last one of them as often as it takes: how many there are nobody can predict,
/// and a loop that ends where it was not expected to costs more.
const GROUP: usize = 8;

// As a part of every kernel where that decides how wide its registers are, else once.
#[cfg_attr(target_arch = "x86_64", inline(always))]
#[cfg_attr(not(target_arch = "x86_64"), inline(never))]
fn normals(part: &mut [f64]) {
    let mut outside = Lanes::of(part.iter().map(|p| !normal::is_central(*p)));
    let (mut places, mut tails, mut groups) = ([0; WIDTH], [0.5; WIDTH], 0);
    for (places, tails) in places.chunks_exact_mut(GROUP).zip(tails.chunks_exact_mut(GROUP)) {
        if outside.is_empty() {
            break;
        }
        pack(&mut outside, part, (places, tails));
        groups += 1;
    }
    for p in part.iter_mut() {
        *p = normal::centre(*p);
    }
    let packed = places.chunks_exact(GROUP).zip(tails.chunks_exact_mut(GROUP));
    for (places, tails) in packed.take(groups) {
        if tails.iter().fold(true, |near, p| near & normal::is_near(*p)) {
            for p in tails.iter_mut() {
                *p = normal::tail_near(*p);
            }
        } else {
            for p in tails.iter_mut() {
                *p = normal::tail(*p);
            }
        }
        for (place, z) in places.iter().zip(tails) {
            part[usize::from(*place)] = *z;
        }
    }
}

/// Takes the first places, and what stands there, until a group is full.
#[inline(always)]
fn pack(from: &mut Lanes, part: &[f64], (places, values): (&mut [u8], &mut [f64])) {
    let mut last = 0;
    for (to, value) in places.iter_mut().zip(values) {
        last = from.take_first().unwrap_or(last);
        (*to, *value) = (last, part[usize::from(last)]);
    }
}
