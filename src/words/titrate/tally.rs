//! Benefit, harm and burden in words.

use super::Word;
use super::counted;
use crate::clinic::count::Count;
use crate::clinic::count::Total;
use crate::endpoint::Fate;
use crate::report::number::decimal;
use crate::tally::Estimate;
use crate::words::log;

/// Columns of the table of all ten under every hand.
pub const COLUMNS: [Word; 9] = [
    Word::Person,
    Word::FinishBy,
    Word::FactScore,
    Word::LastScore,
    Word::Ending,
    Word::Severe,
    Word::Untold,
    Word::Visits,
    Word::Changes,
];

/// How one person ended: "better, severe event", "left on day 28 (it did not help)".
pub fn ending(count: &Count) -> String {
    if let Some((day, why)) = count.left {
        let severe = if count.fate.is_severe() { "severe event, " } else { "" };
        return format!("{severe}left on day {} ({})", day.0, log::leaving(why));
    }
    match count.fate {
        Fate::Better => "better",
        Fate::BetterSevere => "better, severe event",
        Fate::Severe if !count.seen_last => {
            "severe event; not seen at the end, so not counted as better"
        }
        Fate::Severe => "not better, severe event",
        Fate::SevereLeft => "severe event, left early",
        Fate::Neither if !count.seen_last => "not seen at the end, so not counted as better",
        Fate::Neither => "not better",
        Fate::Left => "left early",
    }
    .to_owned()
}

/// The running tally: a name and a number each, benefit, harm, burden.
pub fn rows(total: &Total) -> Vec<(&'static str, String)> {
    let of = |n: usize| format!("{n} of {}", total.people);
    let mut rows = vec![
        (Word::Benefit.en(), of(total.better)),
        (Word::Harm.en(), of(total.harmed)),
        (Word::Left.en(), of(total.left)),
        (Word::Visits.en(), total.visits.to_string()),
        (Word::Changes.en(), total.changes.to_string()),
    ];
    if let Some(untold) = total.untold {
        rows.push((Word::Untold.en(), untold.to_string()));
    }
    rows
}

/// The tally in one line for a screen reader.
pub fn spoken(total: &Total) -> String {
    let rows: Vec<String> =
        rows(total).into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{}: {}.", Word::SoFar.en(), rows.join(", "))
}

/// A share of people per 100 with the half width of its 95 % range: "43 ± 5".
pub fn per_hundred(count: usize, of: usize) -> (String, String) {
    let Estimate { estimate, mcse, .. } = Estimate::share(count as u64, of as u64);
    (decimal(100.0 * estimate, 0), format!("\u{b1}\u{a0}{}", decimal(196.0 * mcse, 0)))
}

/// What one or more people paid: visits and changes of dose.
pub fn burden(visits: usize, changes: usize) -> String {
    format!(
        "{}, {}",
        counted(visits, "visit", "visits"),
        counted(changes, "change of dose", "changes of dose")
    )
}

/// The same as the end of a sentence: "came 24 times, and the dose changed 4 times".
pub fn came(visits: usize, changes: usize) -> String {
    let times = |n: usize| if n == 1 { "once".to_owned() } else { format!("{n} times") };
    let changed = match changes {
        0 => "the dose never changed".to_owned(),
        n => format!("the dose changed {}", times(n)),
    };
    format!("came {}, and {changed}", times(visits))
}
