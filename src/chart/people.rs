//! How the people shown ended under each arm: arrays to take away, with their counts behind them as a table.
//!
//! On the page the arrays are elements of their own; this is the same picture for a file.

use std::fmt::Write;

use super::Chart;
use super::array;
use super::array::FATES;
use super::array::Order;
use super::escape;
use super::slot::Slot;
use crate::endpoint::Fate;
use crate::report::table::Cell;
use crate::report::table::Table;

/// An arm.
#[derive(Clone, Copy, Debug)]
pub struct Arm<'a> {
    /// Its slot.
    pub slot: Slot,
    /// Its name.
    pub name: &'a str,
    /// How its people ended, in the order of enrolment.
    pub fates: &'a [Fate],
}

/// The words around the arrays.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Caption of the table.
    pub caption: &'a str,
    /// The column of the endings.
    pub ending: &'a str,
    /// The endings, in the order of [`FATES`].
    pub endings: [&'a str; FATES.len()],
}

/// Side of an array and distance between two of them, px.
const SIDE: u32 = 208;
const PITCH: u32 = 228;

/// Where an array begins, and where the key does.
const TOP: u32 = 28;
const KEY: u32 = TOP + SIDE + 16;

/// Height of a line of the key, and entries in it.
const LINE: u32 = 26;
const ENTRIES: u32 = 3;

/// Letters of a name that fit over an array.
const LETTERS: usize = 30;

/// The arrays beside one another, four of them at most, and what their glyphs mean.
pub fn people(arms: &[Arm], order: Order, words: Words) -> Chart {
    let mut labels = String::new();
    for (x, arm) in (0..).step_by(PITCH as usize).zip(arms) {
        draw(&mut labels, x, arm, order);
    }
    for (i, (fate, word)) in (0..).zip(FATES.into_iter().zip(words.endings)) {
        let (x, y) = (i % ENTRIES * PITCH, KEY + i / ENTRIES * LINE);
        // Writing to a string cannot fail.
        let _ = write!(
            labels,
            r#"<svg class="ink" x="{x}" y="{y}" width="18" height="18" viewBox="-13 -13 26 26">{}</svg><text x="{}" y="{}">{}</text>"#,
            array::glyph(fate),
            x + 26,
            y + 14,
            escape(word)
        );
    }
    let height = KEY + 2 * LINE;
    Chart { view: (100, height), labels, height, table: table(arms, words), ..Chart::default() }
}

fn draw(labels: &mut String, x: u32, arm: &Arm, order: Order) {
    let class = arm.slot.class();
    let mut name = format!("{} {}", arm.slot.letter(), arm.name);
    if let Some((end, _)) = name.char_indices().nth(LETTERS) {
        name.truncate(end);
        name.push('\u{2026}');
    }
    let side = array::SIDE;
    // Writing to a string cannot fail.
    let _ = write!(
        labels,
        r#"<text class="name {class}" x="{x}" y="14">{}</text><svg class="{class}" x="{x}" y="{TOP}" width="{SIDE}" height="{SIDE}" viewBox="0 0 {side} {side}">{}</svg>"#,
        escape(&name),
        array::glyphs(arm.fates, order)
    );
}

/// A row an ending, a column an arm.
fn table(arms: &[Arm], words: Words) -> Table {
    let count = |arm: &Arm, fate: Fate| {
        let n = arm.fates.iter().filter(|it| **it == fate).count();
        Cell::Count(n as u64)
    };
    let row = |(fate, word): (Fate, &str)| {
        let counts = arms.iter().map(|arm| count(arm, fate));
        std::iter::once(Cell::Text(word.to_owned())).chain(counts).collect()
    };
    let names = arms.iter().map(|arm| arm.name.to_owned());
    Table {
        caption: words.caption.to_owned(),
        columns: std::iter::once(words.ending.to_owned()).chain(names).collect(),
        rows: FATES.into_iter().zip(words.endings).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_a_glyph_and_is_counted_once() {
        let fates = [Fate::Left, Fate::Better, Fate::SevereLeft, Fate::Better];
        let arm = |slot, name| Arm { slot, name, fates: &fates };
        let long = "a name that is far too long for an array";
        let arms = [arm(Slot::A, "a & b"), arm(Slot::B, long)];
        let words = Words { caption: "c", ending: "e", endings: ["1", "2", "3", "4", "5", "6"] };
        let chart = people(&arms, Order::Grouped, words);
        assert_eq!(chart.labels.matches("<g ").count(), 2 * fates.len());
        assert!(chart.labels.contains("A a &amp; b<") && chart.labels.contains('\u{2026}'));
        for column in 1..=2 {
            let of = |row: &Vec<Cell>| row[column].shown().parse::<usize>().expect("a count");
            assert_eq!(chart.table.rows.iter().map(of).sum::<usize>(), fates.len());
        }
    }
}
