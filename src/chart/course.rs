//! The course of the symptom score by week: middle person of each arm, and the spread of two of them.

use super::Chart;
use super::apart::rising;
use super::backend::Pen;
use super::backend::Role;
use super::backend::Tone;
use super::plot::End;
use super::plot::Plot;
use super::plot::Width;
use super::plot::ticks;
use super::slot::Slot;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::ArmTally;
use crate::tally::Histogram;

/// The shares of people below the five lines of an arm.
pub const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// The place of the middle person among [`SHARES`].
const MIDDLE: usize = 2;

/// An arm to draw.
#[derive(Clone, Copy, Debug)]
pub struct Arm<'a> {
    /// Its slot; an arm without one is in the table only.
    pub slot: Option<Slot>,
    /// Its name.
    pub name: &'a str,
    /// Its sums.
    pub tally: &'a ArmTally,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Title of the y axis.
    pub score: &'a str,
    /// What precedes the first number on the x axis and heads the first column: "week".
    pub week: &'a str,
    /// At the upper and the lower edge of the wide band, on a wide chart: "9 in 10 are below", "1 in 10 is below".
    pub edges: (&'a str, &'a str),
    /// Caption of the table.
    pub caption: &'a str,
    /// What follows an arm's name over the column that counts people.
    pub n: &'a str,
    /// What follows an arm's name over the columns of [`SHARES`].
    pub shares: [&'a str; 5],
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// Weeks from the first day to the last.
    pub weeks: u32,
    /// The arms in the order of the protocol.
    pub arms: &'a [Arm<'a>],
    /// The arms, by place, whose spread is drawn: left and right.
    pub pair: (usize, usize),
    /// Its words.
    pub words: Words<'a>,
}

/// A week of an arm: the week and the score at each of [`SHARES`].
type Week = (f64, [f64; 5]);

/// The chart of the course.
pub fn course(course: &Course, width: Width) -> Chart {
    let lines: Vec<Vec<Week>> = course.arms.iter().map(|arm| weeks(arm.tally)).collect();
    let most = lines.iter().flatten().map(|(_, scores)| scores[4]).fold(0.0, f64::max);
    let top = if most > 50.0 { 60 } else { 50 };
    let (sides, tall) = match width {
        Width::Wide => ((0.05, 0.82), (250, 30)),
        Width::Narrow => ((0.09, 0.88), (220, 30)),
    };
    let x = (0.0, f64::from(course.weeks.max(1)));
    let plot = Plot { width, sides, tall, x, y: (0.0, f64::from(top)) };
    let scores = ticks(top, 10);
    let mut labels = String::new();
    plot.y_axis(&mut labels, course.words.score, &scores);
    for week in ticks(course.weeks, step(course.weeks, width)) {
        let text = if week > 0.0 { week.to_string() } else { format!("{} 0", course.words.week) };
        plot.x_tick(&mut labels, week, &text);
    }
    plot.ends(&mut labels, &ends(course, &lines, width));
    let marks = plot.marks(|pencil| {
        pencil.grid(&scores);
        let order = order(course);
        for (role, low, high) in [(Role::WideBand, 0, 4), (Role::Band, 1, 3)] {
            for (arm, slot) in order.iter().filter(|(arm, _)| in_pair(course, *arm)) {
                let line = |share: usize| along(&lines[*arm], share);
                pencil.band(&line(low), &line(high), Pen(role, Tone::Arm(*slot)));
            }
        }
        for (arm, slot) in order {
            let role = if in_pair(course, arm) { Role::Line } else { Role::ThinLine };
            pencil.line(&along(&lines[arm], 2), Pen(role, Tone::Arm(slot)));
        }
    });
    let (view, height, table) = (plot.view(), plot.height(), table(course));
    let shown = course.arms.iter().enumerate().filter(|(_, arm)| arm.slot.is_some());
    let middle = shown.map(|(arm, _)| 1 + (1 + SHARES.len()) * arm + 1 + MIDDLE);
    let said = std::iter::once(0).chain(middle).collect();
    let stops = plot.stops(&table);
    Chart { view, marks, labels, height, table, stops, said }
}

fn in_pair(course: &Course, arm: usize) -> bool {
    arm == course.pair.0 || arm == course.pair.1
}

/// The arms with a slot, what matters most last, so that it lies on top.
fn order(course: &Course) -> Vec<(usize, Slot)> {
    let arms: Vec<(usize, Slot)> = course
        .arms
        .iter()
        .enumerate()
        .filter_map(|(i, arm)| arm.slot.map(|slot| (i, slot)))
        .collect();
    let weights: Vec<f64> = arms
        .iter()
        .enumerate()
        .map(|(i, (arm, _))| match *arm {
            arm if arm == course.pair.0 => 2.0,
            arm if arm == course.pair.1 => 1.0,
            _ => -u32::try_from(i).map_or(0.0, f64::from),
        })
        .collect();
    rising(&weights).into_iter().map(|i| arms[i]).collect()
}

/// The scores below which [`SHARES`] of the people lie; none of nobody.
pub(super) fn quantiles(histogram: &Histogram) -> Option<[f64; 5]> {
    let mut scores = [0.0; 5];
    for (score, share) in scores.iter_mut().zip(SHARES) {
        *score = histogram.quantile(share)?;
    }
    Some(scores)
}

/// The weeks in which somebody was observed.
fn weeks(tally: &ArmTally) -> Vec<Week> {
    (0_u32..)
        .zip(&tally.weekly)
        .filter_map(|(week, histogram)| Some((f64::from(week), quantiles(histogram)?)))
        .collect()
}

fn along(weeks: &[Week], share: usize) -> Vec<(f64, f64)> {
    weeks.iter().map(|(week, scores)| (*week, scores[share])).collect()
}

/// Weeks between two numbers on the axis: few enough to read, and ending on the last week if they can.
fn step(weeks: u32, width: Width) -> u32 {
    let most = match width {
        Width::Wide => 13,
        Width::Narrow => 6,
    };
    let fits = |step: &u32| weeks / step <= most;
    let steps = [2, 4, 8, 13, 26, 52];
    let even = steps.iter().find(|step| fits(step) && weeks.is_multiple_of(**step));
    *even.or_else(|| steps.iter().find(|step| fits(step))).unwrap_or(&weeks.max(1))
}

fn ends(course: &Course, lines: &[Vec<Week>], width: Width) -> Vec<End> {
    let mut ends = Vec::new();
    for (arm, slot) in order(course) {
        let Some((_, scores)) = lines[arm].last() else { continue };
        let name = course.arms[arm].name.to_owned();
        // Equal ends are labelled in the order of the protocol.
        let place = u32::try_from(arm).map_or(0.0, f64::from);
        ends.push(End {
            value: scores[2] - 1e-6 * place,
            text: (name, slot.letter().to_owned()),
            class: format!("name {}", slot.class()),
            marker: Some(slot),
        });
        if arm == course.pair.0 && width == Width::Wide {
            for (value, text) in
                [(scores[4], course.words.edges.0), (scores[0], course.words.edges.1)]
            {
                let text = (text.to_owned(), String::new());
                ends.push(End { value, text, class: "axis".to_owned(), marker: None });
            }
        }
    }
    ends
}

fn table(course: &Course) -> Table {
    let words = course.words;
    let mut columns = vec![words.week.to_owned()];
    for arm in course.arms {
        let heads = std::iter::once(words.n).chain(words.shares);
        columns.extend(heads.map(|head| format!("{}, {head}", arm.name)));
    }
    let mut rows = Vec::new();
    for week in 0..=course.weeks {
        let of = |arm: &Arm| arm.tally.weekly.get(week as usize).cloned().unwrap_or_default();
        let seen: Vec<Histogram> = course.arms.iter().map(of).collect();
        if seen.iter().any(|histogram| histogram.n() > 0) {
            let mut row = vec![Cell::Count(u64::from(week))];
            row.extend(seen.iter().flat_map(cells));
            rows.push(row);
        }
    }
    Table { caption: words.caption.to_owned(), columns, rows }
}

fn cells(histogram: &Histogram) -> Vec<Cell> {
    let mut cells = vec![Cell::Count(histogram.n())];
    match quantiles(histogram) {
        Some(scores) => cells.extend(scores.map(|score| Cell::Number(score, 0))),
        None => cells.extend([const { Cell::Missing }; 5]),
    }
    cells
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::chart::fixture::arm;
    use crate::chart::fixture::charts;
    use crate::chart::fixture::course_of;
    use crate::chart::plot::LINE;

    /// The `d` of each path whose classes are exactly these.
    fn paths<'a>(marks: &'a str, class: &str) -> Vec<&'a str> {
        let start = format!(r#"<path class="{class}" d=""#);
        marks.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
    }

    #[test]
    fn each_series_is_one_path() {
        let chart = course_of(&[arm(0), arm(1), arm(2), arm(3)], Width::Wide);
        for slot in ["arm-a", "arm-b"] {
            for role in ["line", "band", "band wide"] {
                assert_eq!(
                    paths(&chart.marks, &format!("{role} {slot}")).len(),
                    1,
                    "{role} {slot}"
                );
            }
        }
        for slot in ["arm-r", "arm-c"] {
            assert_eq!(paths(&chart.marks, &format!("line thin {slot}")).len(), 1);
            assert_eq!(paths(&chart.marks, &format!("band {slot}")).len(), 0);
        }
        assert_eq!(chart.marks.matches("<path").count(), 2 * 3 + 2 + 6);
    }

    #[test]
    fn the_table_holds_what_is_drawn() {
        let chart = course_of(&[arm(0), arm(1), arm(2)], Width::Wide);
        let line = paths(&chart.marks, "line arm-a")[0];
        let drawn: Vec<f64> = line[1..]
            .split('L')
            .map(|point| point.split(' ').nth(1).unwrap().parse().unwrap())
            .collect();
        // Arm 1 has its columns at 7 to 12; the middle is the fourth. The field is 750 units for 50 points.
        let shown = |row: &Vec<Cell>| match row[10] {
            Cell::Number(score, _) => 840.0 - 15.0 * score,
            ref other => panic!("{other:?}"),
        };
        assert_eq!(drawn, chart.table.rows.iter().map(shown).collect::<Vec<f64>>());
        assert_eq!(chart.table.rows.len(), 8, "week 3 has nobody");
        assert!(chart.table.rows.iter().all(|row| row.len() == chart.table.columns.len()));
    }

    #[test]
    fn labels_at_the_ends_do_not_touch() {
        for width in [Width::Wide, Width::Narrow] {
            let chart = course_of(&[arm(2), arm(2), arm(2), arm(2), arm(2)], width);
            let document = roxmltree::Document::parse(&chart.labels).err();
            assert!(document.is_some(), "labels are the inside of an element");
            let whole = format!("<svg>{}</svg>", chart.labels);
            let document = roxmltree::Document::parse(&whole).unwrap();
            let number =
                |node: roxmltree::Node, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let mut places: Vec<f64> = document
                .descendants()
                .filter(|node| node.has_tag_name("text") && node.attribute("x") == Some("17"))
                .map(|node| number(node, "y") + number(node.parent().unwrap(), "y"))
                .collect();
            places.sort_by(f64::total_cmp);
            assert_eq!(places.len(), if width == Width::Wide { 7 } else { 5 });
            assert!(places.windows(2).all(|two| two[1] - two[0] > LINE - 0.3), "{places:?}");
            assert!(places[0] > 0.0 && places[places.len() - 1] < f64::from(chart.height));
        }
    }

    #[test]
    fn no_chart_has_inline_styles_or_numbers_that_are_none() {
        for chart in charts() {
            let text = chart.marks + &chart.labels;
            for bad in ["style=", "NaN", "inf"] {
                assert!(!text.contains(bad), "{bad} in {text}");
            }
        }
    }

    #[test]
    fn the_axis_keeps_few_numbers_and_ends_on_the_last_week() {
        let cases = [(12, 2, 2), (24, 2, 4), (26, 2, 13), (52, 4, 13), (0, 2, 2), (104, 8, 26)];
        for (weeks, wide, narrow) in cases {
            assert_eq!(
                (step(weeks, Width::Wide), step(weeks, Width::Narrow)),
                (wide, narrow),
                "{weeks}"
            );
        }
    }
}
