//! The nine parts of the monitoring and what each could be instead.

use super::choice::Choice;
use super::number::Number;
use super::number::Which;
use super::number::count;
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

/// What stands before the number of a part that may be left out, and its opposite; none of other parts.
pub fn form(now: &Monitoring, at: usize) -> Option<Choice<Monitoring>> {
    let usual = numbered(now, at)?;
    let without = without(now, at)?;
    let label = words::TERMS[at].to_owned();
    let (never, some) = (false, true);
    let is = numbers(now, at).is_some();
    let choice = Choice::of((label, is), [(None, never), (None, some)], |some| {
        words::watch_form(at, some).to_owned()
    });
    Some(choice.map(|some| if some { usual.clone() } else { without.clone() }))
}

/// The number of a part, if it has one now.
pub fn numbers(now: &Monitoring, at: usize) -> Option<Number> {
    let number = |value: f64, range, decimals, unit| Number {
        which: Which::Least,
        label: words::TERMS[at].to_owned(),
        value,
        range,
        // A file may have a finer one, which can be typed again.
        decimals: words::typed_decimals(value).max(decimals),
        unit,
    };
    let plural =
        |value: f64, unit: [&'static str; 2]| unit[usize::from((value - 1.0).abs() > 1e-9)];
    match at {
        2 => {
            let hours = now.observe.get();
            Some(number(hours, (0.0, 24.0), 2, plural(hours, words::HOURS)))
        }
        3 => now.hold_at.map(|limit| number(limit.get(), (80.0, 260.0), 0, words::PRESSURE)),
        5 => now.screen_every.map(|Days(days)| {
            let weeks = f64::from(days) / 7.0;
            number(weeks, (1.0, 12.0), 0, plural(weeks, words::WEEKS))
        }),
        6 => now.stop_after_severe.map(|k| number(k.into(), (1.0, 100.0), 0, words::REPORTED)),
        _ => None,
    }
}

/// The monitoring with another number in a part; none for one that cannot be.
pub fn put(now: &Monitoring, at: usize, value: f64) -> Option<Monitoring> {
    let mut other = numbered(now, at)?;
    if !numbers(&other, at)?.takes(value) {
        return None;
    }
    match at {
        2 => other.observe = Hours::new(value).ok()?,
        3 => other.hold_at = Some(Pressure::new(value).ok()?),
        5 => other.screen_every = Some(Days(7 * count(value))),
        _ => other.stop_after_severe = u8::try_from(count(value)).ok(),
    }
    Some(other)
}

/// The monitoring with a number in a part: its own, or else the usual one.
fn numbered(now: &Monitoring, at: usize) -> Option<Monitoring> {
    let mut other = now.clone();
    match at {
        2 => {}
        3 => other.hold_at = now.hold_at.or(Pressure::new(155.0).ok()),
        5 => other.screen_every = now.screen_every.or(Some(Days(28))),
        6 => other.stop_after_severe = now.stop_after_severe.or(Some(3)),
        _ => return None,
    }
    Some(other)
}

/// The monitoring without a part that may be left out.
fn without(now: &Monitoring, at: usize) -> Option<Monitoring> {
    let mut other = now.clone();
    match at {
        3 => other.hold_at = None,
        5 => other.screen_every = None,
        6 => other.stop_after_severe = None,
        _ => return None,
    }
    Some(other)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_number_of_the_monitoring_is_typed_left_out_and_never_bent() {
        let text = crate::scenario::library::find("low-or-at-once").unwrap().text;
        let now = crate::scenario::parse(text).unwrap().protocol.arms[0].monitoring.clone();
        for at in 0..words::TERMS.len() {
            let Some(number) = numbers(&now, at) else { continue };
            assert!(number.takes(number.value), "{}", number.label);
            assert_eq!(put(&now, at, number.value), Some(now.clone()));
            let more = put(&now, at, number.value + 1.0).unwrap();
            assert_eq!(diff(&now, &more).0.len(), 1, "{}", number.label);
            assert_eq!(put(&now, at, number.range.1 + 1.0), None);
            let Some(form) = form(&now, at) else { continue };
            let never = &form.entries[0].value;
            assert_eq!((numbers(never, at), form.chosen), (None, 1));
            assert_eq!(super::form(never, at).unwrap().chosen, 0);
        }
        assert_eq!(put(&now, 0, 7.0), None);
        // What a file has finer can be typed again.
        let fine = Monitoring { observe: Hours::new(1.25).unwrap(), ..now };
        assert_eq!(put(&fine, 2, 1.25), Some(fine.clone()));
        assert_eq!(put(&fine, 2, 1.125), None);
    }
}
