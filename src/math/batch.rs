//! Elementary functions of whole slices, in the widest registers that the processor has; the same bits as one by one.
#![expect(
    clippy::inline_always,
    reason = "what is not inlined is compiled for the narrowest processor"
)]

use super::exponential;
use super::logarithm;
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
    return kernel.run();
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

/// [`exp`](super::exp) of each value, in place.
pub fn exps(x: &mut [f64]) {
    widest(Exps(x));
}

/// [`ln`](super::ln) of each value, in place.
pub fn lns(x: &mut [f64]) {
    widest(Lns(x));
}

/// [`normal_quantile`](super::normal_quantile) of each value, in place.
///
/// Two passes: the middle for all without a branch, then the tails, about 15 % of random draws, packed together.
pub fn normal_quantiles(p: &mut [f64]) {
    widest(Normals(p));
}

struct Exps<'a>(&'a mut [f64]);

impl Kernel for Exps<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for x in self.0 {
            *x = exponential::exp(*x);
        }
    }
}

struct Lns<'a>(&'a mut [f64]);

impl Kernel for Lns<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        if self.0.iter().fold(true, |usual, x| usual & logarithm::usual(*x)) {
            for x in self.0 {
                *x = logarithm::ln_usual(*x);
            }
        } else {
            for x in self.0 {
                *x = logarithm::ln(*x);
            }
        }
    }
}

/// [`normal_quantiles`] as a part of a larger kernel.
#[derive(Debug)]
pub struct Normals<'a>(pub &'a mut [f64]);

impl Kernel for Normals<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        for part in self.0.chunks_mut(PART) {
            normals(part);
        }
    }
}

/// How many normals are worked on at a time: a bit each.
const PART: usize = 64;

/// Tails are worked on in full groups of this many; what is not filled is the median, and dropped.
const GROUP: usize = 8;

/// The bit of each place.
const BITS: [u64; PART] = {
    let mut bits = [0; PART];
    let mut i = 0;
    while i < PART {
        bits[i] = 1 << i;
        i += 1;
    }
    bits
};

#[inline(always)]
fn normals(part: &mut [f64]) {
    let mut outside = 0;
    for (p, bit) in part.iter().zip(&BITS) {
        outside |= if normal::is_central(*p) { 0 } else { *bit };
    }
    let (mut places, mut tails, mut count) = ([0; PART], [0.5; PART], 0);
    while outside != 0 {
        let place = outside.trailing_zeros() as usize;
        (places[count], tails[count]) = (place, part[place]);
        count += 1;
        outside &= outside - 1;
    }
    for p in part.iter_mut() {
        *p = normal::centre(*p);
    }
    let groups = &mut tails[..count.next_multiple_of(GROUP)];
    if groups.iter().fold(true, |near, p| near & normal::is_near(*p)) {
        for group in groups.chunks_exact_mut(GROUP) {
            for p in group {
                *p = normal::tail_near(*p);
            }
        }
    } else {
        for p in groups {
            *p = normal::tail(*p);
        }
    }
    for (place, z) in places[..count].iter().zip(&tails) {
        part[*place] = *z;
    }
}
