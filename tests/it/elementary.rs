//! The elementary functions against exact values, their edges, and whole slices against one by one.
//!
//! `records/elementary.txt` holds a function, an argument and its value as the sum of two doubles, as bits, computed
//! to 60 digits. Half of the arguments are those with the largest errors among millions of random ones.
#![allow(clippy::unwrap_used)]

use titrarium::math;
use titrarium::math::batch;
use titrarium::math::batch::Kernel;
use titrarium::stream::DayKey;
use titrarium::stream::Draws;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;

const EXACT: &str = include_str!("../records/elementary.txt");

type Function = fn(f64) -> f64;
type OfSlice = fn(&mut [f64]);

/// A function of the table and its documented error, in units in the last place.
fn known(name: &str) -> (Function, Function) {
    match name {
        "exp" => (math::exp, |_| 1.0),
        "ln" => (math::ln, |_| 1.0),
        "log2" => (math::log2, |_| 2.0),
        "pow1.8" => (|x| math::pow(x, 1.8), |x| 2.0 + 2.0 * (1.8 * math::ln(x)).abs()),
        "expit" => (math::expit, |_| 2.5),
        "normal" => (math::normal_quantile, |_| 8.0),
        _ => panic!("no function {name}"),
    }
}

fn double(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).unwrap())
}

/// The distance from a double to the next larger one.
fn unit(x: f64) -> f64 {
    let x = x.abs();
    f64::from_bits(x.to_bits() + 1) - x
}

#[test]
fn errors_stay_below_those_documented() {
    for line in EXACT.lines() {
        let [name, x, high, low] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let (x, high, low) = (double(x), double(high), double(low));
        let (function, bound) = known(name);
        let y = function(x);
        let error = ((y - high) - low).abs() / unit(high);
        assert!(error <= bound(x), "{name}({x:e}) = {y:e}, off by {error} units");
    }
}

#[track_caller]
fn check(what: &str, got: f64, expected: f64) {
    let same = if expected.is_nan() { got.is_nan() } else { got.to_bits() == expected.to_bits() };
    assert!(same, "{what}: {got:e}, not {expected:e}");
}

#[test]
fn edges() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for (x, y) in [
        (0.0, 1.0),
        (-0.0, 1.0),
        (f64::MIN_POSITIVE, 1.0),
        (709.782_712_893_384, 1.797_693_134_862_273_2e308),
        (709.782_712_893_384_1, inf),
        (1e300, inf),
        (inf, inf),
        (-745.133_219_101_941_1, 5e-324),
        (-745.133_219_101_941_3, 0.0),
        (-1e300, 0.0),
        (-inf, 0.0),
        (nan, nan),
    ] {
        check(&format!("exp {x:e}"), math::exp(x), y);
    }
    for (x, y) in
        [(1.0, 0.0), (0.0, -inf), (-0.0, -inf), (-1.0, nan), (-inf, nan), (inf, inf), (nan, nan)]
    {
        check(&format!("ln {x:e}"), math::ln(x), y);
        check(&format!("log2 {x:e}"), math::log2(x), y);
    }
    for (exponent, power) in [(-1074, 5e-324), (-1022, f64::MIN_POSITIVE), (-1, 0.5), (10, 1024.0)]
    {
        check("a power of two", math::log2(power), f64::from(exponent));
    }
    for (x, y, power) in [
        (0.0, 0.6, 0.0),
        (0.0, 0.0, 1.0),
        (inf, 0.0, 1.0),
        (1.0, 7.5, 1.0),
        (-1.0, 0.5, nan),
        (2.0, 2000.0, inf),
    ] {
        check(&format!("{x} to the power {y}"), math::pow(x, y), power);
    }
    for (p, z) in [(0.0, -inf), (0.5, 0.0), (1.0, inf), (nan, nan)] {
        check(&format!("normal {p}"), math::normal_quantile(p), z);
    }
    check("expit of much", math::expit(800.0), 1.0);
    check("expit of little", math::expit(-800.0), 0.0);
    check("no hazard", math::hazard_probability(0.0), 0.0);
}

/// Every argument of the table and some more, in slices of every length up to two parts.
fn slices() -> impl Iterator<Item = Vec<f64>> {
    let edges = [0.0, 1.0, -1.0, f64::INFINITY, f64::NAN, 5e-324, 0.5, 1e-13, 1.0 - 1e-14, -800.0];
    let key = Key::new(Seed(5), 0, 0);
    (0..140_u16).map(move |n| {
        let draws = (0..n).map(|i| key.at(Purpose::Rater, 200 * n + i).uniform());
        let mut x: Vec<f64> = draws.collect();
        if n % 3 == 0 && n > 0 {
            x[usize::from(n) / 2] = edges[usize::from(n / 3) % edges.len()];
        }
        x
    })
}

/// A loop over a function, as the kernels of the engine have them.
struct Loop<'a, F>(&'a mut [f64], F);

impl<F: Fn(f64) -> f64> Kernel for Loop<'_, F> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "as `Kernel` asks")]
    #[inline(always)]
    fn run(self) {
        for x in self.0 {
            *x = self.1(*x);
        }
    }
}

#[test]
fn slices_have_the_bits_of_one_by_one() {
    let pairs: [(OfSlice, Function); 4] = [
        (|x| batch::widest(Loop(x, math::exp)), math::exp),
        (|x| batch::widest(Loop(x, math::ln)), math::ln),
        (|x| batch::widest(Loop(x, math::positive_ln)), math::positive_ln),
        (batch::normal_quantiles, math::normal_quantile),
    ];
    for (of_slice, function) in pairs {
        for x in slices() {
            let mut out = x.clone();
            of_slice(&mut out);
            for (x, y) in x.iter().zip(out) {
                check(&format!("{x:e}"), y, function(*x));
            }
        }
    }
}

#[test]
fn the_logarithm_without_a_branch_is_that_of_positive_normal_numbers() {
    for x in slices().flatten().filter(|x| (f64::MIN_POSITIVE..=f64::MAX).contains(x)) {
        check(&format!("{x:e}"), math::positive_ln(x), math::ln(x));
    }
    check("0", math::positive_ln(0.0), math::ln(f64::MIN_POSITIVE));
    check("0", math::positive_pow(0.0, 1.8), 0.0);
}

fn draws<'a>(keys: &'a [DayKey], out: &'a mut [f64]) -> Draws<'a> {
    Draws { keys, purpose: Purpose::Rater, out }
}

#[test]
fn draws_of_many_people_are_those_of_each() {
    for n in [0, 1, 2, 3, 4, 5, 15, 64, 65, 200] {
        let keys: Vec<Key> = (0..n).map(|person| Key::new(Seed(3), 1, person)).collect();
        let mut out = vec![0.0; keys.len()];
        for day in [0, 7, 364] {
            let today: Vec<_> = keys.iter().map(|key| key.on(day)).collect();
            batch::widest(draws(&today, &mut out));
            for (key, u) in keys.iter().zip(&out) {
                check("uniform", *u, key.at(Purpose::Rater, day).uniform());
            }
            draws(&today, &mut out).normal();
            for (key, z) in keys.iter().zip(&out) {
                check("normal", *z, key.at(Purpose::Rater, day).normal());
            }
        }
    }
}
