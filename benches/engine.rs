//! Benchmarks of the engine: a candidate, a person in an arm, a block. Compare ratios, in the same run on the same
//! machine; `benches/yardstick.mjs` is the measure beside them (see `src/docs/performance.md`).
#![allow(missing_docs)] // what the macros of criterion write
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;

use titrarium::engine::candidate;
use titrarium::engine::candidate::Candidate;
use titrarium::engine::life;
use titrarium::engine::observed::Care;
use titrarium::engine::screening;
use titrarium::engine::screening::Verdict;
use titrarium::engine::witness::Nobody;
use titrarium::protocol::Protocol;
use titrarium::run::BLOCK;
use titrarium::run::Ready;
use titrarium::scenario::library;
use titrarium::scenario::parse;
use titrarium::stream::Key;
use titrarium::stream::Seed;

const SEED: Seed = Seed(1);

/// Different people in turn: one alone would teach the branch predictor.
const PEOPLE: u64 = 4096;

fn fixed_100() -> Protocol {
    let arm = "[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n";
    parse(&format!("schema = 1\ntitle = \"One dose\"\n{arm}")).unwrap().protocol
}

fn candidate_alone(c: &mut Criterion) {
    let protocol = fixed_100();
    let mut pids = (0..PEOPLE).cycle();
    c.bench_function("candidate", |b| {
        b.iter(|| {
            let key = Key::new(SEED, 0, pids.next().unwrap());
            let person = candidate::draw(&protocol.population, key);
            black_box(screening::screen(&protocol.screening, &person))
        });
    });
}

fn enrolled(protocol: &Protocol) -> Vec<Candidate> {
    (0..PEOPLE)
        .map(|pid| candidate::draw(&protocol.population, Key::new(SEED, 0, pid)))
        .filter(|person| screening::screen(&protocol.screening, person) == Verdict::Enrolled)
        .collect()
}

fn person_in_an_arm(c: &mut Criterion) {
    let ready = Ready::new(fixed_100());
    let (protocol, people) = (&ready.protocol, enrolled(&ready.protocol));
    let mut turn = people.iter().cycle();
    c.bench_function("person, fixed 100, 12 weeks", |b| {
        b.iter(|| {
            let someone = (turn.next().unwrap(), Care::Usual);
            life::run(protocol, ready.tables(), &protocol.arms[0], someone, &mut Nobody)
        });
    });
}

fn block(c: &mut Criterion) {
    let ready = Ready::new(parse(library::find("dose-arms").unwrap().text).unwrap().protocol);
    let mut blocks = (0..PEOPLE / BLOCK).cycle();
    let mut group = c.benchmark_group("dose-arms");
    group.throughput(Throughput::Elements(BLOCK));
    group.bench_function("block of 64 candidates, 5 arms", |b| {
        b.iter(|| ready.block(SEED, blocks.next().unwrap(), BLOCK));
    });
    group.finish();
}

criterion_group!(benches, candidate_alone, person_in_an_arm, block);
criterion_main!(benches);
