//! Benchmarks of the engine: a candidate, a person in an arm, a block. Compare ratios, in the same run on the same
//! machine; `benches/yardstick.mjs` is the measure beside them (see `src/docs/performance.md`).
#![allow(missing_docs)] // what the macros of criterion write
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;

use titrarium::engine::desk::Desk;
use titrarium::run::BLOCK;
use titrarium::stream::Seed;
use titrarium::workload::PARTY;
use titrarium::workload::Workload;

const SEED: Seed = Seed(1);

/// Different people in turn: one alone would teach the branch predictor.
const PEOPLE: u64 = 4096;

fn candidate(c: &mut Criterion) {
    let ready = Workload::Candidate.ready();
    let mut blocks = (0..PEOPLE / BLOCK).cycle();
    let mut group = c.benchmark_group("candidates");
    group.throughput(Throughput::Elements(BLOCK));
    group.bench_function("block", |b| {
        b.iter(|| black_box(ready.candidates((SEED, 0), blocks.next().unwrap() * BLOCK)));
    });
    group.finish();
}

fn person_in_an_arm(c: &mut Criterion) {
    for workload in [Workload::Fixed, Workload::Response, Workload::Rescue] {
        let ready = workload.ready();
        let people: Vec<_> = workload.people(&ready, PEOPLE).collect();
        let mut turn = people.chunks_exact(PARTY).cycle();
        let mut group = c.benchmark_group("people in an arm");
        group.throughput(Throughput::Elements(PARTY as u64));
        group.bench_function(workload.id(), |b| {
            let mut desk = Desk::new();
            b.iter(|| black_box(workload.live(&ready, turn.next().unwrap(), &mut desk)));
        });
        group.finish();
    }
}

fn block(c: &mut Criterion) {
    let ready = Workload::Block.ready();
    let mut blocks = (0..PEOPLE / BLOCK).cycle();
    let mut group = c.benchmark_group("dose-arms");
    group.throughput(Throughput::Elements(BLOCK));
    group.bench_function(Workload::Block.id(), |b| {
        b.iter(|| ready.block(SEED, blocks.next().unwrap(), BLOCK));
    });
    group.finish();
}

criterion_group!(benches, candidate, person_in_an_arm, block);
criterion_main!(benches);
