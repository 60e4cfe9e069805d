//! Bars from zero: one an arm in each group, the whole hatched behind a solid part, with a 95 % line at the end of the whole.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::escape;
use super::percent;
use super::slot::Slot;
use crate::report::number;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Estimate;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<'a> {
    /// The arm's slot.
    pub slot: Slot,
    /// The arm's name, or that of the bar where an arm has several.
    pub name: &'a str,
    /// Where the name stands.
    pub naming: Naming,
    /// The whole, in the unit that is shown, with its error.
    pub whole: Estimate,
    /// The solid part of it; none: all of it is solid.
    pub part: Option<f64>,
}

/// Bars that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// What they measure.
    pub heading: String,
    /// Decimals of the numbers at their ends.
    pub decimals: usize,
    /// The bars.
    pub bars: Vec<Bar<'a>>,
}

/// Where the name of a bar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// In the table alone; the colour tells the arm.
    Table,
    /// Behind its number, too.
    Beside,
}

/// How the groups are scaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scaling {
    /// All on one scale, with an axis below.
    Common,
    /// All on one scale that ends at 100 people of 100.
    Hundred,
    /// Each on its own, since their units differ.
    Own,
}

/// The words over the table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Caption of the table.
    pub caption: &'a str,
    /// Its columns: the measure, the arm, the whole, its error, the part.
    pub columns: [&'a str; 5],
}

const HEADING: u32 = 24;
const BAR: u32 = 22;
const GAP: u32 = 10;
const AXIS: u32 = 26;

/// Distance between the lines of the hatching, px, and how many of them there are.
const PITCH: u32 = 5;
const STROKES: usize = 260;

/// Left and right end of the field as shares of the width; the numbers stand in the rest.
const SIDES: (f64, f64) = (0.0, 0.84);

/// The chart; the bars of an empty group are left out with its heading.
pub fn bars(groups: &[Group], scaling: Scaling, words: Words) -> Chart {
    let groups: Vec<&Group> = groups.iter().filter(|group| !group.bars.is_empty()).collect();
    let common = match scaling {
        // Room for the name behind the longest bar.
        Scaling::Hundred => 120.0,
        Scaling::Common | Scaling::Own => {
            groups.iter().map(|group| reach(group)).fold(0.0, f64::max)
        }
    };
    let (mut labels, mut stops) = (String::new(), Vec::new());
    let mut y = 0;
    for group in &groups {
        let top = if scaling == Scaling::Own { reach(group) } else { common };
        let _ = write!(
            labels,
            r#"<text class="heading" x="0" y="{}">{}</text>"#,
            y + 16,
            escape(&group.heading)
        );
        y += HEADING;
        for bar in &group.bars {
            draw(&mut labels, bar, (y, top), group.decimals);
            let x = across(bar.whole.estimate, top);
            stops.push(Stop { x, y: Some(f64::from(y + BAR / 2)), row: stops.len() });
            y += BAR;
        }
        y += GAP;
    }
    if scaling != Scaling::Own {
        let last = if scaling == Scaling::Hundred { 100.0 } else { common };
        axis(&mut labels, (last, common), y);
        y += AXIS;
    }
    let (table, view) = (table(&groups, words), (100, y));
    let said = (0..table.columns.len()).collect();
    Chart { view, labels, height: y, table, stops, said, ..Chart::default() }
}

/// The upper end of a scale: a round number above every bar and its line.
fn reach(group: &Group) -> f64 {
    let most = group.bars.iter().map(|bar| bar.whole.estimate + 1.96 * bar.whole.mcse);
    round_above(most.fold(0.0, f64::max))
}

/// 1, 2 or 5 times a power of ten, at least as large.
fn round_above(x: f64) -> f64 {
    let mut unit = 0.01;
    for _ in 0..12 {
        for step in [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0] {
            if unit * step >= x {
                return unit * step;
            }
        }
        unit *= 10.0;
    }
    x.max(1.0)
}

fn across(value: f64, top: f64) -> f64 {
    SIDES.0 + (SIDES.1 - SIDES.0) * (value / top).clamp(0.0, 1.0)
}

fn draw(labels: &mut String, bar: &Bar, (y, top): (u32, f64), decimals: usize) {
    let class = bar.slot.class();
    let left = percent(SIDES.0);
    let at = |value: f64| percent(across(value, top));
    let whole = bar.whole.estimate.max(0.0);
    let solid = bar.part.unwrap_or(whole).clamp(0.0, whole);
    let (top_of_bar, height, middle) = (y + 3, BAR - 6, y + BAR / 2);
    let _ = write!(
        labels,
        r#"<svg x="{left}" y="{top_of_bar}" width="{}" height="{height}"><path class="hatch {class}" d="{}"/><rect class="outline {class}" width="100%" height="100%"/></svg><rect class="fill {class}" x="{left}" y="{top_of_bar}" width="{}" height="{height}"/>"#,
        at(whole),
        hatching(height),
        at(solid)
    );
    let (low, high) = (whole - 1.96 * bar.whole.mcse, whole + 1.96 * bar.whole.mcse);
    let name = match bar.naming {
        Naming::Table => String::new(),
        Naming::Beside => format!(" {}", escape(bar.name)),
    };
    let _ = write!(
        labels,
        r#"<line class="gap" x1="{0}" x2="{1}" y1="{middle}" y2="{middle}"/><line class="error-line" x1="{0}" x2="{1}" y1="{middle}" y2="{middle}"/><svg x="{1}" y="{middle}" overflow="visible"><text class="name {class}" x="8" y="5">{2}{name}</text></svg>"#,
        at(low.max(0.0)),
        at(high),
        number::decimal(whole, decimals)
    );
}

/// Lines at 45 degrees, wide enough for the widest page; the bar cuts them off.
fn hatching(height: u32) -> String {
    let stroke = format!("l{height}-{height}m-{}", height - PITCH);
    format!("M-{height} {height}{}", format!("{stroke} {height}").repeat(STROKES))
}

/// Three marks, up to the last.
fn axis(labels: &mut String, (last, top): (f64, f64), y: u32) {
    for part in [0.0, 0.5, 1.0] {
        let anchor = if part == 0.0 { "start" } else { "middle" };
        let _ = write!(
            labels,
            r#"<text class="axis" x="{}" y="{}" text-anchor="{anchor}">{}</text>"#,
            percent(across(part * last, top)),
            y + 12,
            part * last
        );
    }
}

fn table(groups: &[&Group], words: Words) -> Table {
    let mut rows = Vec::new();
    for group in groups {
        for bar in &group.bars {
            rows.push(vec![
                Cell::Text(group.heading.clone()),
                Cell::Text(bar.name.to_owned()),
                Cell::Number(bar.whole.estimate, group.decimals),
                Cell::Number(bar.whole.mcse, group.decimals + 1),
                bar.part.map_or(Cell::Missing, |part| Cell::Number(part, group.decimals)),
            ]);
        }
    }
    let columns = words.columns.map(str::to_owned).to_vec();
    Table { caption: words.caption.to_owned(), columns, rows }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn scales_end_on_a_round_number() {
        for (x, round) in [(0.3, 0.3), (7.2, 8.0), (10.0, 10.0), (344.0, 400.0), (0.0, 0.01)] {
            assert!((round_above(x) - round).abs() < 1e-9, "{x}: {}", round_above(x));
        }
    }

    #[test]
    fn the_solid_part_ends_inside_the_whole() {
        let whole = Estimate { estimate: 50.0, mcse: 1.0, n: 100 };
        let bar = Bar { slot: Slot::A, name: "A", naming: Naming::Table, whole, part: Some(20.0) };
        let group = Group { heading: "h".to_owned(), decimals: 0, bars: vec![bar] };
        let words = Words { caption: "c", columns: ["m", "a", "w", "e", "p"] };
        let chart = bars(&[group], Scaling::Common, words);
        let text = format!("<svg>{}</svg>", chart.labels);
        let document = roxmltree::Document::parse(&text).unwrap();
        let widths: Vec<f64> = document
            .descendants()
            .filter(|node| node.has_tag_name("svg") || node.has_tag_name("rect"))
            .filter_map(|node| node.attribute("width").filter(|width| *width != "100%"))
            .map(|width| width.trim_end_matches('%').parse().unwrap())
            .collect();
        assert!((widths[0] - 84.0 * 50.0 / 60.0).abs() < 0.01, "{widths:?}");
        assert!((widths[1] - 84.0 * 20.0 / 60.0).abs() < 0.01, "{widths:?}");
        assert_eq!(chart.table.rows.len(), 1);
    }
}
