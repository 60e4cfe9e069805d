//! What a timeline shows, as a table: a row a day on which anything happened.

use super::Mark;
use super::Sign;
use super::Timeline;
use super::Unreported;
use crate::report::table::Cell;
use crate::report::table::Table;

/// The table of a timeline.
pub(super) fn table(timeline: &Timeline) -> Table {
    let words = timeline.words;
    let mut columns = vec![words.day.to_owned()];
    columns.extend(timeline.lives.iter().map(|life| format!("{}, {}", words.rows[0], life.name)));
    columns.push(words.rows[1].to_owned());
    if matches!(timeline.unreported, Unreported::Shown(..)) {
        columns.push(words.rows[2].to_owned());
    }
    columns.push(words.rows[3].to_owned());
    let rows = days(timeline).into_iter().map(|day| row(timeline, day)).collect();
    Table { caption: words.caption.to_owned(), columns, rows }
}

/// The days on which anything happened, in order.
fn days(timeline: &Timeline) -> Vec<u16> {
    let scores = timeline.lives.iter().flat_map(|life| life.scores.iter().map(|(day, _)| *day));
    let mut days: Vec<u16> = scores.chain(timeline.reported.iter().map(|mark| mark.day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn row(timeline: &Timeline, day: u16) -> Vec<Cell> {
    let mut row = vec![Cell::Count(u64::from(day))];
    row.extend(timeline.lives.iter().map(|life| {
        let score = life.scores.iter().find(|(at, _)| *at == day).and_then(|(_, score)| *score);
        score.map_or(Cell::Missing, |score| Cell::Count(u64::from(score)))
    }));
    let event = |marks: &[Mark]| {
        let mark = marks.iter().find(|mark| mark.day == day);
        mark.map_or(Cell::Missing, |mark| {
            let at = Sign::ALL.iter().position(|sign| *sign == mark.sign);
            Cell::Text(timeline.words.signs[at.unwrap_or(0)].to_owned())
        })
    };
    row.push(event(timeline.reported));
    if let Unreported::Shown(marks, _) = timeline.unreported {
        row.push(event(marks));
    }
    let dose = timeline.doses.iter().find(|dose| dose.day == day);
    row.push(
        dose.map_or(Cell::Missing, |dose| {
            Cell::Number(dose.au, usize::from(dose.au.fract() != 0.0))
        }),
    );
    row
}
