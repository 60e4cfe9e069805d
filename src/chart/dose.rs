//! Benefit and harm by dose: of 100 people, how many got better and how many had a severe event, arm by arm.

use std::fmt::Write;

use super::Chart;
use super::Stop;
use super::apart::apart;
use super::apart::rising;
use super::backend::Pen;
use super::backend::Role;
use super::backend::Tone;
use super::escape;
use super::percent;
use super::plot::End;
use super::plot::Plot;
use super::plot::Width;
use super::plot::ticks;
use super::slot::Slot;
use super::slot::assign;
use crate::endpoint::Endpoint;
use crate::protocol::Protocol;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::ArmTally;
use crate::tally::Estimate;
use crate::tally::Tally;

/// An arm to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Its slot; an arm without one is in the table only.
    pub slot: Option<Slot>,
    /// Its name.
    pub name: String,
    /// Its dose, au; none when nobody had a session.
    pub dose: Option<f64>,
    /// The share that got better.
    pub better: Option<Estimate>,
    /// The share with a severe event.
    pub severe: Option<Estimate>,
}

/// The words on the chart and over its table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Title of the y axis: what the numbers are a part of.
    pub people: &'a str,
    /// Below the x axis where nobody gets drug, when an arm does not: "placebo".
    pub none: &'a str,
    /// The unit, after the last number on the x axis.
    pub unit: &'a str,
    /// At the ends of the two lines: better and severe event, on a wide chart.
    pub ends: (&'a str, &'a str),
    /// The same on a narrow chart: a word of seven letters at most.
    pub short: (&'a str, &'a str),
    /// Caption of the table.
    pub caption: &'a str,
    /// Columns of the table: arm, dose, better, its error, severe, its error, n.
    pub columns: [&'a str; 7],
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub struct Doses<'a> {
    /// The arms in the order of the protocol.
    pub arms: &'a [Arm],
    /// The highest dose of the ladder, au.
    pub top: f64,
    /// Its words.
    pub words: Words<'a>,
}

/// 95 of 100 runs fall within this many Monte Carlo standard errors.
const ERRORS: f64 = 1.96;

/// Half the width of a marker, px.
const MARKER: f64 = 5.5;

/// The arms of a run: the dose that is given throughout, or, when any arm has another rule, the mean dose a session.
pub fn arms(protocol: &Protocol, tally: &Tally, pair: (usize, usize)) -> Vec<Arm> {
    let known = Endpoint::of(protocol);
    let estimate = |arm: &ArmTally, endpoint: Endpoint| {
        let index = known.iter().position(|known| *known == endpoint)?;
        arm.endpoints.get(index)?.estimate(endpoint.scale())
    };
    let planned: Vec<Option<f64>> =
        (0..protocol.arms.len()).map(|arm| planned(protocol, arm)).collect();
    let all_planned = planned.iter().all(Option::is_some);
    let slots = assign(protocol, pair);
    (0..protocol.arms.len())
        .filter_map(|i| {
            let sums = tally.arms.get(i)?;
            let drug = protocol.arms[i].treatment == Treatment::Drug;
            let given = || estimate(sums, Endpoint::DosePerSession).map(|dose| dose.estimate);
            Some(Arm {
                slot: slots[i],
                name: protocol.arms[i].name.clone(),
                dose: if all_planned || !drug { planned[i] } else { given() },
                better: estimate(sums, Endpoint::ResponseNri(protocol.horizon())),
                severe: estimate(sums, Endpoint::TrueAnySevere),
            })
        })
        .collect()
}

/// The dose of an arm that never changes it.
fn planned(protocol: &Protocol, arm: usize) -> Option<f64> {
    let arm = &protocol.arms[arm];
    match (arm.treatment, &arm.titration.rule) {
        (Treatment::Placebo | Treatment::NoTreatment, _) => Some(0.0),
        (Treatment::Drug, Rule::Fixed { at }) => Some(protocol.ladder.dose(*at)),
        (Treatment::Drug, _) => None,
    }
}

/// An arm with a place on the chart; `x` is its dose, moved aside where another arm has the same.
#[derive(Clone, Copy)]
struct Point<'a> {
    slot: Slot,
    dose: f64,
    x: f64,
    arm: &'a Arm,
}

/// The chart of benefit and harm by dose.
pub fn doses(doses: &Doses, width: Width) -> Chart {
    let (sides, tall) = match width {
        Width::Wide => ((0.05, 0.84), (230, 54)),
        Width::Narrow => ((0.09, 0.79), (200, 54)),
    };
    let (most, step) = scale(doses.arms);
    let top = if doses.top > 0.0 { doses.top } else { 1.0 };
    let plot = Plot { width, sides, tall, x: (0.0, top), y: (0.0, f64::from(most)) };
    let points = points(doses, &plot);
    let shares = ticks(most, step);
    let mut labels = String::new();
    plot.y_axis(&mut labels, doses.words.people, &shares);
    x_axis(&mut labels, doses, &plot);
    key(&mut labels, &points, &plot);
    for measure in [better, severe] {
        draw_points(&mut labels, &points, &plot, measure);
    }
    plot.ends(&mut labels, &ends(doses, &points));
    let marks = plot.marks(|pencil| {
        pencil.grid(&shares);
        pencil.line(&line(&points, severe), Pen(Role::Line, Tone::InkDashed));
        pencil.line(&line(&points, better), Pen(Role::Line, Tone::Ink));
    });
    let (view, height, table) = (plot.view(), plot.height(), table(doses));
    let (stops, said) = (stops(doses, &points, &plot), (0..table.columns.len()).collect());
    Chart { view, marks, labels, height, table, stops, said }
}

/// A stop an arm that is drawn, over both its marks.
fn stops(doses: &Doses, points: &[Point], plot: &Plot) -> Vec<Stop> {
    let stop = |point: &Point| {
        let row = doses.arms.iter().position(|arm| std::ptr::eq(arm, point.arm))?;
        Some(Stop { x: plot.across(point.x), y: None, row })
    };
    points.iter().filter_map(stop).collect()
}

fn better(arm: &Arm) -> Option<Estimate> {
    arm.better
}

fn severe(arm: &Arm) -> Option<Estimate> {
    arm.severe
}

/// One of the two measures.
type Measure = fn(&Arm) -> Option<Estimate>;

/// The upper end of the y axis and the distance of its numbers, per cent.
fn scale(arms: &[Arm]) -> (u32, u32) {
    let upper = |e: Estimate| 100.0 * (e.estimate + ERRORS * e.mcse);
    let most = arms.iter().flat_map(|arm| [arm.better, arm.severe]).flatten().map(upper);
    let most = most.fold(1.0, f64::max).min(100.0);
    let step = match most {
        m if m <= 25.0 => 5,
        m if m <= 60.0 => 10,
        _ => 20,
    };
    let top = (1..=20).map(|n| n * step).find(|top| f64::from(*top) >= most);
    (top.unwrap_or(100), step)
}

/// The arms that can be drawn, by rising dose and far enough apart to be told from each other.
fn points<'a>(doses: &Doses<'a>, plot: &Plot) -> Vec<Point<'a>> {
    let points: Vec<Point> = doses
        .arms
        .iter()
        .filter_map(|arm| {
            let dose = arm.dose.filter(|dose| dose.is_finite())?;
            Some(Point { slot: arm.slot?, dose, x: dose, arm })
        })
        .collect();
    let doses_of: Vec<f64> = points.iter().map(|point| point.dose).collect();
    let mut points: Vec<Point> = rising(&doses_of).into_iter().map(|i| points[i]).collect();
    let places: Vec<f64> = points.iter().map(|point| plot.across(point.dose)).collect();
    let (left, right) = plot.sides;
    for (point, moved) in points.iter_mut().zip(aside(&places, plot, (14.0, 18.0), right)) {
        point.x = doses.top * (moved - left) / (right - left);
    }
    points
}

/// Places moved apart by so many pixels, wide or narrow, as shares of the least width of its kind; none beyond `most`.
fn aside(places: &[f64], plot: &Plot, (wide, narrow): (f64, f64), most: f64) -> Vec<f64> {
    let least = match plot.width {
        Width::Wide => wide / 700.0,
        Width::Narrow => narrow / 340.0,
    };
    apart(places, least, (0.02, most))
}

fn x_axis(labels: &mut String, doses: &Doses, plot: &Plot) {
    let most = match plot.width {
        Width::Wide => 8.0,
        Width::Narrow => 4.0,
    };
    let step = [1, 2, 5, 10, 20, 40, 50, 100, 200, 500, 1000];
    let step = step.into_iter().find(|step| doses.top / f64::from(*step) <= most).unwrap_or(2000);
    let numbers: Vec<f64> =
        (0..=8).map(|n| f64::from(n * step)).filter(|x| *x <= doses.top).collect();
    let nobody = doses.arms.iter().any(|arm| arm.dose == Some(0.0));
    for (i, x) in numbers.iter().enumerate() {
        let text = match i {
            0 if nobody => doses.words.none.to_owned(),
            i if i + 1 == numbers.len() => format!("{x}\u{a0}{}", doses.words.unit),
            _ => x.to_string(),
        };
        plot.x_tick(labels, *x, &text);
    }
}

/// Below the axis: the marker and the letter of each arm at its dose.
fn key(labels: &mut String, points: &[Point], plot: &Plot) {
    let places: Vec<f64> = points.iter().map(|point| plot.across(point.x)).collect();
    let y = plot.floor() + 42;
    for (point, x) in points.iter().zip(aside(&places, plot, (34.0, 34.0), 0.97)) {
        let _ = write!(
            labels,
            r#"<svg x="{}" y="{y}" overflow="visible"><g transform="translate(-8 0)">{}</g><text class="name {}" x="1" y="5">{}</text></svg>"#,
            percent(x),
            point.slot.marker(5.0),
            point.slot.class(),
            point.slot.letter()
        );
    }
}

fn draw_points(labels: &mut String, points: &[Point], plot: &Plot, measure: Measure) {
    for point in points {
        let Some(e) = measure(point.arm) else { continue };
        let y = |share: f64| plot.down((100.0 * share).clamp(plot.y.0, plot.y.1));
        let x = percent(plot.across(point.x));
        let (low, high) = (y(e.estimate - ERRORS * e.mcse), y(e.estimate + ERRORS * e.mcse));
        let (class, title) = (point.slot.class(), escape(&point.arm.name));
        let _ = write!(
            labels,
            r#"<line class="bar {class}" x1="{x}" x2="{x}" y1="{low:.1}" y2="{high:.1}"/><svg x="{x}" y="{:.1}" overflow="visible"><title>{title}</title>{}</svg>"#,
            y(e.estimate),
            point.slot.marker(MARKER)
        );
    }
}

fn line(points: &[Point], measure: Measure) -> Vec<(f64, f64)> {
    points.iter().filter_map(|p| Some((p.x, 100.0 * measure(p.arm)?.estimate))).collect()
}

fn ends(doses: &Doses, points: &[Point]) -> Vec<End> {
    let words = doses.words;
    [(better as Measure, words.ends.0, words.short.0), (severe, words.ends.1, words.short.1)]
        .into_iter()
        .filter_map(|(measure, long, short)| {
            let (_, value) = line(points, measure).last().copied()?;
            let text = (long.to_owned(), short.to_owned());
            Some(End { value, text, class: "name ink".to_owned(), marker: None })
        })
        .collect()
}

fn table(doses: &Doses) -> Table {
    let share = |e: Option<Estimate>| match e {
        Some(e) => [Cell::Number(100.0 * e.estimate, 1), Cell::Number(100.0 * e.mcse, 1)],
        None => [Cell::Missing, Cell::Missing],
    };
    let row = |arm: &Arm| {
        let mut row = vec![Cell::Text(arm.name.clone())];
        row.push(arm.dose.map_or(Cell::Missing, |dose| Cell::Number(dose, decimals(dose))));
        row.extend(share(arm.better));
        row.extend(share(arm.severe));
        let n = arm.better.or(arm.severe).map_or(0, |e| e.n);
        row.push(Cell::Count(n));
        row
    };
    Table {
        caption: doses.words.caption.to_owned(),
        columns: doses.words.columns.map(str::to_owned).to_vec(),
        rows: doses.arms.iter().map(row).collect(),
    }
}

/// Whole doses are written without decimals.
fn decimals(dose: f64) -> usize {
    usize::from(dose.fract() != 0.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::chart::fixture::doses_of;
    use crate::chart::fixture::point;
    use crate::run::Ready;
    use crate::scenario::library;
    use crate::scenario::parse;
    use crate::stream::Seed;

    #[test]
    fn two_arms_of_one_dose_are_both_seen() {
        let arms = [point(Slot::A, Some(80.0), 0.4), point(Slot::B, Some(80.0), 0.4)];
        for width in [Width::Wide, Width::Narrow] {
            let chart = doses_of(&arms, width);
            let places: Vec<&str> = chart
                .labels
                .split(r#"<line class="bar "#)
                .skip(1)
                .map(|bar| bar.split('"').nth(2).unwrap())
                .collect();
            assert_eq!(places.len(), 4);
            assert_ne!(places[0], places[1]);
        }
    }

    #[test]
    fn two_series_are_two_paths() {
        let arms = [
            point(Slot::R, Some(0.0), 0.2),
            point(Slot::A, Some(80.0), 0.4),
            point(Slot::B, None, 0.5),
        ];
        let chart = doses_of(&arms, Width::Wide);
        assert_eq!(chart.marks.matches(r#"class="line ink""#).count(), 1);
        assert_eq!(chart.marks.matches(r#"class="line ink dashed""#).count(), 1);
        assert!(chart.marks.contains("stroke-dasharray"));
        assert_eq!(chart.table.rows[2][1], Cell::Missing);
        assert_eq!(chart.table.rows[1][2], Cell::Number(40.0, 1));
    }

    #[test]
    fn the_table_holds_what_is_drawn() {
        let arms = [point(Slot::R, Some(0.0), 0.2), point(Slot::A, Some(80.0), 0.4)];
        let chart = doses_of(&arms, Width::Wide);
        let (most, _) = scale(&arms);
        for (class, column) in [("line ink", 2), ("line ink dashed", 4)] {
            let start = format!(r#"<path class="{class}" d="M"#);
            let path = chart.marks.split(&start).nth(1).unwrap().split('"').next().unwrap();
            let drawn = path.split('L').map(|point| point.split(' ').nth(1).unwrap());
            for (row, y) in chart.table.rows.iter().zip(drawn) {
                let Cell::Number(share, _) = row[column] else { panic!("{row:?}") };
                // The field is 690 units high and ends at 780.
                let expected = 780.0 - 690.0 * share / f64::from(most);
                assert!(
                    (y.parse::<f64>().unwrap() - expected).abs() <= 1.0,
                    "{class}: {y}, {share}"
                );
            }
        }
    }

    #[test]
    fn the_scale_has_room_for_errors_and_never_exceeds_everybody() {
        assert_eq!(scale(&[]), (5, 5));
        assert_eq!(scale(&[point(Slot::A, None, 0.49)]), (60, 10));
        assert_eq!(scale(&[point(Slot::A, None, 0.61)]), (80, 20));
        assert_eq!(scale(&[point(Slot::A, None, 1.0)]), (100, 20));
    }

    #[test]
    fn doses_of_a_run_are_those_of_the_protocol() {
        let protocol = parse(library::find("dose-arms").unwrap().text).unwrap().protocol;
        let tally = Ready::new(protocol.clone()).population(Seed(1), 100).unwrap();
        let arms = arms(&protocol, &tally, (2, 4));
        let doses: Vec<f64> = arms.iter().filter_map(|arm| arm.dose).collect();
        assert_eq!(doses, [0.0, 40.0, 80.0, 120.0, 160.0]);
        assert!(arms.iter().all(|arm| arm.better.is_some() && arm.severe.is_some()));
    }
}
