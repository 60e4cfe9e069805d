//! The words of cells that have numbers, and of numbers that cannot be.

use super::Word;
use crate::protocol::arm::DoseLadder;
use crate::protocol::arm::Rung;
use crate::protocol::titration::Action;
use crate::protocol::titration::Rise;
use crate::protocol::titration::Span;
use crate::report::number::decimal;
use crate::words::rule;

/// One step and more.
pub const STEPS: [&str; 2] = ["step", "steps"];

/// One day and more.
pub const DAYS: [&str; 2] = ["day", "days"];

/// One visit and more.
pub const VISITS: [&str; 2] = ["visit", "visits"];

/// One hour and more.
pub const HOURS: [&str; 2] = ["hour", "hours"];

/// One week and more.
pub const WEEKS: [&str; 2] = ["week", "weeks"];

/// Behind a blood pressure.
pub const PRESSURE: &str = "mmHg";

/// Behind a number of severe events.
pub const REPORTED: &str = "reported";

/// Before the number of a part of the monitoring, or in its place.
pub const fn watch_form(at: usize, some: bool) -> &'static str {
    match (some, at) {
        (false, _) => "never",
        (true, 3) => "from",
        (true, 5) => "every",
        (true, _) => "after",
    }
}

/// Between the two ends of a condition.
pub const TO_BELOW: &str = "to below";

/// Before the numbers of a condition in a column.
pub const fn form<T: Copy>(column: Word, span: Span<T>) -> &'static str {
    let weeks = matches!(column, Word::ColumnWeeks);
    match (span.least, span.below) {
        (None, None) => super::ANY,
        (None, Some(_)) if weeks => "before week",
        (None, Some(_)) => match column {
            Word::ColumnSessions => "fewer than",
            Word::ColumnBaseline => "below",
            _ => "less than",
        },
        (Some(_), _) if weeks => "from week",
        (Some(_), None) => "at least",
        (Some(_), Some(_)) => "from",
    }
}

/// What an end of a condition is called.
pub const fn end(least: bool) -> &'static str {
    if least { "from" } else { "below" }
}

/// What a row does, before its numbers.
pub fn deed(action: Action, ladder: &DoseLadder) -> String {
    let end = |rise: Rise| {
        let end = rise.up_to.map(|end| Rung(end.0.min(ladder.top().0)));
        end.map_or_else(String::new, |end| format!(", not above {}, by", rule::dose(ladder, end)))
    };
    match action {
        Action::Raise(rise) => format!("up{}", end(rise)),
        Action::Lower { .. } => "down".to_owned(),
        Action::Stay => "stay".to_owned(),
        Action::Stop => "stop treatment".to_owned(),
        Action::Washout { rise: Rise { by: 0, .. }, .. } => "time off".to_owned(),
        Action::Washout { rise, .. } => format!("time off, then up{}", end(rise)),
    }
}

/// Why a number is not taken: "A whole number from 1 to 200. Still 2." Where it may have decimals, an example shows the sign
/// that sets them off.
pub fn refused((low, high): (f64, f64), decimals: usize, still: f64) -> String {
    let what = match decimals {
        0 => "A whole number".to_owned(),
        1 => format!("A number with one decimal at most, like {},", decimal(1.5, 1)),
        more => format!("A number with {more} decimals at most, like {},", decimal(1.5, 1)),
    };
    let say = |x: f64| decimal(x, typed_decimals(x));
    format!("{what} from {} to {}. Still {}.", say(low), say(high), say(still))
}

/// How many decimals a number has as it would be typed; more than six are not looked for.
pub fn typed_decimals(number: f64) -> usize {
    const MOST: usize = 6;
    let mut fine = number;
    for decimals in 0..MOST {
        if (fine - fine.round()).abs() < 1e-7 * fine.abs().max(1.0) {
            return decimals;
        }
        fine *= 10.0;
    }
    MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_said_with_what_can() {
        assert_eq!(refused((1.0, 200.0), 0, 2.0), "A whole number from 1 to 200. Still 2.");
        let decimals =
            "A number with one decimal at most, like 1.5, from \u{2212}100 to 49.9. Still 12.5.";
        assert_eq!(refused((-100.0, 49.9), 1, 12.5), decimals);
    }

    #[test]
    fn decimals_are_those_that_are_typed() {
        let typed = [3.0, -7.0, 0.1, 20.2 - 0.1, 1.25, 152.5, 1.0 / 3.0, f64::NAN];
        assert_eq!(typed.map(typed_decimals), [0, 0, 1, 1, 2, 1, 6, 6]);
    }

    #[test]
    fn the_words_before_numbers_fit_their_column() {
        assert_eq!(form(Word::ColumnSessions, Span::below(3_u16)), "fewer than");
        assert_eq!(form(Word::ColumnWeeks, Span::at_least(3_u16)), "from week");
        assert_eq!(form(Word::ColumnImprovement, Span::<u8>::ANY), "any");
    }
}
