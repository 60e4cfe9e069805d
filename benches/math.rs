//! Benchmarks of the elementary functions, one by one and by the slice, with `libm` beside them where it has the same.
#![allow(missing_docs)] // what the macros of criterion write

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;

use titrarium::math;
use titrarium::math::batch;
use titrarium::math::batch::Kernel;
use titrarium::stream::DayKey;
use titrarium::stream::Draws;
use titrarium::stream::Key;
use titrarium::stream::Purpose;
use titrarium::stream::Seed;

/// Fresh inputs: a few, repeated, would teach the branch predictor.
const INPUTS: u16 = 4096;

type Function = fn(f64) -> f64;
type OfSlice = fn(&mut [f64]);

fn inputs(law: Function) -> Vec<f64> {
    let key = Key::new(Seed(1), 0, 0);
    (0..INPUTS).map(|i| law(key.at(Purpose::Rater, i).uniform())).collect()
}

fn one_by_one(c: &mut Criterion) {
    let mut group = c.benchmark_group("one by one");
    group.throughput(Throughput::Elements(u64::from(INPUTS)));
    group.measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300));
    let mut bench = |name: &str, law: Function, f: Function| {
        let x = inputs(law);
        group.bench_function(name, |b| {
            let f = black_box(f);
            b.iter(|| x.iter().map(|x| f(*x)).sum::<f64>());
        });
    };
    bench("exp", |u| 20.0 * u - 10.0, math::exp);
    bench("exp of libm", |u| 20.0 * u - 10.0, libm::exp);
    bench("ln", |u| u / (1.0 - u), math::ln);
    bench("ln of libm", |u| u / (1.0 - u), libm::log);
    bench("power 1.8", |u| u / (1.0 - u), |x| math::pow(x, 1.8));
    bench("power 1.8 of libm", |u| u / (1.0 - u), |x| libm::pow(x, 1.8));
    bench("normal", |u| u, math::normal_quantile);
    group.finish();
}

/// Addresses of draws as the engine makes them; the sum keeps them in order.
fn uniforms(c: &mut Criterion) {
    let key = Key::new(Seed(1), 0, 0);
    let draw = black_box(|i| key.at(Purpose::Rater, i).uniform());
    c.bench_function("4096 uniforms, one by one", |b| {
        b.iter(|| (0..INPUTS).map(|i| black_box(draw(i))).sum::<f64>());
    });
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

fn by_the_slice(c: &mut Criterion) {
    let mut group = c.benchmark_group("by the slice");
    group.throughput(Throughput::Elements(u64::from(INPUTS)));
    group.measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300));
    let mut bench = |name: &str, law: Function, f: OfSlice| {
        let x = inputs(law);
        let mut out = x.clone();
        for size in [16, 64] {
            group.bench_function(format!("{name} of {size}"), |b| {
                b.iter(|| {
                    for (out, x) in out.chunks_mut(size).zip(x.chunks(size)) {
                        out.copy_from_slice(x);
                        f(black_box(out));
                    }
                });
            });
        }
    };
    bench("exp", |u| 20.0 * u - 10.0, |x| batch::widest(Loop(x, math::exp)));
    bench("ln", |u| u / (1.0 - u), |x| batch::widest(Loop(x, math::positive_ln)));
    bench("normal", |u| u, batch::normal_quantiles);
    bench(
        "uniform",
        |u| u,
        |out| {
            let first = out[0].to_bits();
            let keys: [DayKey; 64] =
                std::array::from_fn(|i| Key::new(Seed(1), first, i as u64).on(7));
            batch::widest(Draws { keys: &keys[..out.len()], purpose: Purpose::Rater, out });
        },
    );
    group.finish();
}

criterion_group!(benches, one_by_one, uniforms, by_the_slice);
criterion_main!(benches);
