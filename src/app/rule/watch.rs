//! The nine parts of the monitoring and what each could be instead.

use super::choice::Choice;
use crate::protocol::monitoring::DayOne;
use crate::protocol::monitoring::Elicitation;
use crate::protocol::monitoring::Monitoring;
use crate::protocol::monitoring::TolerabilityPolicy;
use crate::protocol::monitoring::WorseningPolicy;
use crate::unit::Days;
use crate::unit::Hours;
use crate::unit::Pressure;
use crate::words::edit as words;
use crate::words::edit::Changed;

/// All parts in the order of the sentence.
pub fn parts(now: &Monitoring) -> Vec<Choice<Monitoring>> {
    (0..words::TERMS.len()).map(|at| part(now, at)).collect()
}

fn part(now: &Monitoring, at: usize) -> Choice<Monitoring> {
    let with = |change: &dyn Fn(&mut Monitoring)| {
        let mut other = now.clone();
        change(&mut other);
        other
    };
    match at {
        0 => offer(at, now.assess_every, [7, 14, 28].map(Days), words::assess_every)
            .map(|it| with(&|other| other.assess_every = it)),
        1 => offer(at, now.day_1, [DayOne::Assess, DayOne::Skip], |it| words::day_one(it).into())
            .map(|it| with(&|other| other.day_1 = it)),
        2 => offer(at, now.observe, hours(), words::observe)
            .map(|it| with(&|other| other.observe = it)),
        3 => offer(at, now.hold_at, limits(), words::hold_at)
            .map(|it| with(&|other| other.hold_at = it)),
        4 => offer(at, now.elicitation, [Elicitation::Spontaneous, Elicitation::Solicited], |it| {
            words::elicitation(it).into()
        })
        .map(|it| with(&|other| other.elicitation = it)),
        5 => offer(at, now.screen_every, screens(), words::screens)
            .map(|it| with(&|other| other.screen_every = it)),
        6 => {
            let counts = [None, Some(1), Some(2), Some(3), Some(4)];
            offer(at, now.stop_after_severe, counts, words::stop_after)
                .map(|it| with(&|other| other.stop_after_severe = it))
        }
        7 => offer(at, now.worsening, [WorseningPolicy::Stop, WorseningPolicy::Continue], |it| {
            words::worsening(it).into()
        })
        .map(|it| with(&|other| other.worsening = it)),
        _ => {
            let policies = [TolerabilityPolicy::Continue, TolerabilityPolicy::Reduce];
            offer(at, now.tolerability, policies, |it| words::tolerability(it).into())
                .map(|it| with(&|other| other.tolerability = it))
        }
    }
}

fn offer<T: PartialEq + Copy>(
    at: usize,
    now: T,
    all: impl IntoIterator<Item = T>,
    words: impl Fn(T) -> String,
) -> Choice<T> {
    let label = words::TERMS[at].to_owned();
    Choice::of((label, now), all.into_iter().map(|it| (None, it)), words)
}

fn hours() -> Vec<Hours> {
    let hours = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0];
    hours.into_iter().filter_map(|hours| Hours::new(hours).ok()).collect()
}

fn limits() -> Vec<Option<Pressure>> {
    let limits = (0..7).filter_map(|step| Pressure::new(140.0 + 5.0 * f64::from(step)).ok());
    std::iter::once(None).chain(limits.map(Some)).collect()
}

fn screens() -> Vec<Option<Days>> {
    let weeks = [1, 2, 4, 6, 8, 12].map(|weeks| Some(Days(7 * weeks)));
    std::iter::once(None).chain(weeks).collect()
}

/// What differs between two ways to watch, in words; and for each part whether it differs.
pub fn diff(before: &Monitoring, after: &Monitoring) -> (Vec<Changed>, Vec<bool>) {
    let (old, new) = (parts(before), parts(after));
    let differs: Vec<bool> =
        old.iter().zip(&new).map(|(old, new)| old.words() != new.words()).collect();
    let changed = old.iter().zip(&new).filter(|(old, new)| old.words() != new.words());
    let changed = changed.map(|(old, new)| Changed {
        what: new.label.clone(),
        before: old.words().to_owned(),
        after: new.words().to_owned(),
    });
    (changed.collect(), differs)
}
