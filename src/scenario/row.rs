//! Reads the rows of a decision table: conditions and what is done.

use super::people::PRIOR;
use super::reader::Section;
use super::rule::rung;
use super::value::Whole;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::population::PriorTreatment;
use crate::protocol::schedule::Phase;
use crate::protocol::titration::Action;
use crate::protocol::titration::Report;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Row;
use crate::protocol::titration::Span;
use crate::protocol::titration::StartRow;
use crate::unit::Days;
use crate::unit::Improvement;

/// The ends of a span: what it begins with, and what it ends before. Nothing lies below 0.
struct Ends {
    least: Whole,
    below: Whole,
}

const SCORE: Ends = Ends {
    least: Whole {
        what: "a baseline score",
        range: "a whole number from 0 to 60",
        from: 0,
        to: 60,
    },
    below: Whole {
        what: "a baseline score",
        range: "a whole number from 1 to 61",
        from: 1,
        to: 61,
    },
};

const SESSIONS: Ends = Ends {
    least: Whole {
        what: "a number of sessions",
        range: "a whole number from 0 to 200",
        from: 0,
        to: 200,
    },
    below: Whole {
        what: "a number of sessions",
        range: "a whole number from 1 to 200",
        from: 1,
        to: 200,
    },
};

const WEEKS: Ends = Ends {
    least: Whole {
        what: "a number of weeks",
        range: "a whole number from 0 to 60",
        from: 0,
        to: 60,
    },
    below: Whole {
        what: "a number of weeks",
        range: "a whole number from 1 to 60",
        from: 1,
        to: 60,
    },
};

const STEPS: Whole =
    Whole { what: "a number of rungs", range: "a whole number from 1 to 11", from: 1, to: 11 };

const WASHOUT: Whole = Whole { what: "a washout", range: "1 to 84 whole days", from: 1, to: 84 };

/// What was reported, from nothing to severe.
pub(super) const REPORTS: [(&str, Report); 4] = [
    ("nothing", Report::Nothing),
    ("mild", Report::Mild),
    ("moderate", Report::Moderate),
    ("severe", Report::Severe),
];

/// Where treatment stands.
pub(super) const PHASES: [(&str, Option<Phase>); 3] = [
    ("induction", Some(Phase::Induction)),
    ("maintenance", Some(Phase::Maintenance)),
    ("rescue", Some(Phase::Rescue)),
];

/// What a row does, before it is known by how much.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verb {
    Raise,
    Lower,
    Stay,
    Stop,
    Washout,
}

const VERBS: [(&str, Verb); 5] = [
    ("raise", Verb::Raise),
    ("lower", Verb::Lower),
    ("stay", Verb::Stay),
    ("stop", Verb::Stop),
    ("washout", Verb::Washout),
];

/// `[[arm.start]]`: a row for the first dose.
pub(super) fn start(mut s: Section, ladder: Option<&DoseLadder>) -> StartRow {
    let row = StartRow {
        baseline: span(&mut s, ["baseline-at-least", "baseline-below"], &SCORE),
        prior: prior(&mut s),
        at: rung(&mut s, "dose", ladder).unwrap_or(Rung(0)),
    };
    if !s.has("dose") {
        s.missing("dose");
    }
    s.finish();
    row
}

/// `[[arm.row]]`: a row that may decide before a session.
pub(super) fn read(mut s: Section, ladder: Option<&DoseLadder>) -> Row {
    let (least_reported, most_reported) =
        (report(&mut s, "reported-at-least"), report(&mut s, "reported-at-most"));
    let row = Row {
        improvement: Span {
            least: improvement(&mut s, "improvement-at-least"),
            below: improvement(&mut s, "improvement-below"),
        },
        reported: Span {
            least: least_reported,
            below: most_reported.and_then(|most| Report::ALL.get(most as usize + 1)).copied(),
        },
        sessions: span(&mut s, ["sessions-at-least", "sessions-below"], &SESSIONS),
        dose: Span {
            least: rung(&mut s, "dose-at-least", ladder),
            below: rung(&mut s, "dose-at-most", ladder).map(|most| Rung(most.0 + 1)),
        },
        weeks: span(&mut s, ["weeks-at-least", "weeks-below"], &WEEKS),
        phase: s.choice("phase", None, &PHASES),
        prior: prior(&mut s),
        then: action(&mut s, ladder),
    };
    s.finish();
    row
}

fn prior(s: &mut Section) -> Option<PriorTreatment> {
    let words: [_; 3] = std::array::from_fn(|i| (PRIOR[i], Some(PriorTreatment::ALL[i])));
    s.choice("prior", None, &words)
}

fn report(s: &mut Section, key: &'static str) -> Option<Report> {
    s.choice(key, None, &REPORTS.map(|(word, report)| (word, Some(report))))
}

fn improvement(s: &mut Section, key: &'static str) -> Option<Improvement> {
    s.number(key, None, |x| Improvement::new(x).map(Some))
}

fn span<T: TryFrom<u16>>(
    s: &mut Section,
    [least, below]: [&'static str; 2],
    ends: &Ends,
) -> Span<T> {
    Span {
        least: s.get(least, None, |value| ends.least.read(value).map(Some)),
        below: s.get(below, None, |value| ends.below.read(value).map(Some)),
    }
}

fn action(s: &mut Section, ladder: Option<&DoseLadder>) -> Action {
    if !s.has("then") {
        s.missing("then");
    }
    let verb = s.choice("then", None, &VERBS.map(|(word, verb)| (word, Some(verb))));
    let by: Option<u8> = s.get("by", None, |value| STEPS.read(value).map(Some));
    let up_to = rung(s, "up-to", ladder);
    let days = Days(s.whole("days", 14, &WASHOUT));
    if let Some(verb) = verb {
        refuse_foreign(s, verb);
    }
    let rise = |unsaid| Rise { by: by.unwrap_or(unsaid), up_to };
    match verb.unwrap_or(Verb::Stay) {
        Verb::Raise => Action::Raise(rise(1)),
        Verb::Lower => Action::Lower { by: by.unwrap_or(1) },
        Verb::Stay => Action::Stay,
        Verb::Stop => Action::Stop,
        Verb::Washout => Action::Washout { days, rise: rise(0) },
    }
}

fn refuse_foreign(s: &Section, verb: Verb) {
    let word = VERBS.iter().find(|(_, other)| *other == verb);
    let here = format!("then = \"{}\"", word.map_or("", |(word, _)| word));
    if matches!(verb, Verb::Stay | Verb::Stop) {
        s.foreign("by", "then = \"raise\", \"lower\" or \"washout\"", &here);
    }
    if !matches!(verb, Verb::Raise | Verb::Washout) {
        s.foreign("up-to", "then = \"raise\" or \"washout\"", &here);
    }
    if verb != Verb::Washout {
        s.foreign("days", "then = \"washout\"", &here);
    }
}
