//! What nobody could see of a person, by hand or by any rule; told at the end.

use super::counted;
use crate::engine::adverse::Grade;
use crate::engine::candidate::Candidate;
use crate::math::normal_cdf;
use crate::report::number::decimal;
use crate::story::Story;

/// Something that nobody could see: a heading and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The heading.
    pub title: String,
    /// What it means.
    pub text: String,
}

/// What nobody could see of a person, by hand or by any rule.
pub fn hidden(person: &Candidate, own: &Story) -> Vec<Hidden> {
    let mut all = vec![clearance(person), need(person), limit(person), susceptibility(person)];
    if person.tol > 0.1 {
        all.push(Hidden {
            title: "The effect wears off".to_owned(),
            text: "Sessions close together made the drug weaker in this person.".to_owned(),
        });
    }
    all.push(Hidden {
        title: "Without any drug".to_owned(),
        text: format!(
            "In time about {} % of the symptoms would have gone by themselves.",
            decimal(100.0 * person.rho, 0)
        ),
    });
    all.push(untold(own));
    if let Some(day) = own.outcome.misuse {
        all.push(Hidden {
            title: "Misuse began".to_owned(),
            text: match own.outcome.misuse_seen {
                Some(seen) => format!("On day {}; it was noticed on day {}.", day.0, seen.0),
                None => format!("On day {}, and nobody noticed.", day.0),
            },
        });
    }
    all
}

/// Clearance of a typical person of 70 kg, volume units an hour.
const TYPICAL_CLEARANCE: f64 = 10.0;

/// Exposure of half the effect in a typical person.
const TYPICAL_NEED: f64 = 7.0;

fn clearance(person: &Candidate) -> Hidden {
    let rate = person.cl / TYPICAL_CLEARANCE;
    let title = match rate {
        r if r < 0.8 => "Clears the drug slowly",
        r if r > 1.25 => "Clears the drug fast",
        _ => "Clears the drug as most do",
    };
    let text = format!(
        "At {} of the typical rate, weight included: 100 au act like about {}.",
        decimal(rate, 1),
        decimal(100.0 / rate, 0)
    );
    Hidden { title: title.to_owned(), text }
}

fn need(person: &Candidate) -> Hidden {
    let title = match person.ec50 / TYPICAL_NEED {
        r if r < 0.7 => "Needs less than most to improve",
        r if r > 1.4 => "Needs more than most to improve",
        _ => "Needs about as much as most to improve",
    };
    let text = format!(
        "Half the effect at an exposure of {}; the typical person at {}.",
        decimal(person.ec50, 1),
        decimal(TYPICAL_NEED, 0)
    );
    Hidden { title: title.to_owned(), text }
}

fn limit(person: &Candidate) -> Hidden {
    let share = decimal(100.0 * person.emax, 0);
    Hidden {
        title: "How far the drug could go".to_owned(),
        text: format!("At any dose it could take away {share} % of the symptoms at most."),
    }
}

fn susceptibility(person: &Candidate) -> Hidden {
    let more = 100.0 * normal_cdf(person.sus);
    let title = match more {
        m if m > 65.0 => "Prone to side effects",
        m if m < 35.0 => "Less prone to side effects than most",
        _ => "Neither prone to side effects nor spared",
    };
    Hidden {
        title: title.to_owned(),
        text: format!("More prone than {} of 100 people.", decimal(more, 0)),
    }
}

/// What happened and was never told.
fn untold(own: &Story) -> Hidden {
    let mut counts = [0_usize; 4];
    let mut days = Vec::new();
    for visit in &own.visits {
        let Some(given) = visit.given() else { continue };
        for (truth, told) in given.truth.into_iter().zip(given.detected) {
            if truth > 0 && told == 0 {
                counts[usize::from(truth.min(3))] += 1;
                if truth >= 2 {
                    days.push(visit.day.0);
                }
            }
        }
    }
    let all: usize = counts.iter().sum();
    if all == 0 {
        return Hidden {
            title: "Everything was told".to_owned(),
            text: "Whatever happened, somebody reported it.".to_owned(),
        };
    }
    days.dedup();
    let grade = |grade: Grade, name: &str| {
        let n = counts[usize::from(grade)];
        (n > 0).then(|| format!("{n} {name}"))
    };
    let parts: Vec<String> = [grade(3, "severe"), grade(2, "moderate"), grade(1, "mild")]
        .into_iter()
        .flatten()
        .collect();
    let days: Vec<String> = days.iter().map(u16::to_string).collect();
    let when = match days.as_slice() {
        [] => String::new(),
        [day] => format!(" More than mild: on day {day}."),
        days => format!(" More than mild: on days {}.", days.join(", ")),
    };
    Hidden {
        title: format!("{} never told", counted(all, "complaint was", "complaints were")),
        text: format!("{}.{when}", parts.join(", ")),
    }
}
