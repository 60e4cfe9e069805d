#![allow(clippy::unwrap_used)]

use super::fixture::LIVES;
use super::fixture::of;
use super::fixture::timelines;
use super::*;
use crate::report::table::Cell;

#[test]
fn each_life_is_one_path_and_a_ghost_has_no_dose_bars() {
    let chart = timeline(&of(&LIVES), Width::Wide);
    assert_eq!(chart.marks.matches(r#"class="line arm-a""#).count(), 1);
    assert_eq!(chart.marks.matches(r#"class="line thin arm-b""#).count(), 1);
    assert_eq!(chart.labels.matches(r#"<rect class="fill arm-a""#).count(), 4);
    assert_eq!(chart.labels.matches(r#"rx="1.5""#).count(), 4, "one life has bars");
    assert_eq!(chart.labels.matches(r#"<rect class="arm-b fill""#).count(), 6, "its check-ups");
    assert_eq!(chart.labels.matches(r#"class="arm-a missed""#).count(), 1);
}

#[test]
fn what_nobody_reported_is_in_no_layer_and_in_no_table_while_hidden() {
    for width in [Width::Wide, Width::Narrow] {
        let shown = timeline(&of(&LIVES), width);
        let hidden = timeline(&Timeline { unreported: Unreported::Hidden, ..of(&LIVES) }, width);
        assert!(shown.labels.contains("hatch") && !hidden.labels.contains("hatch"));
        assert_eq!(shown.marks.matches(r#"class="sunken""#).count(), 2);
        assert_eq!(hidden.marks.matches(r#"class="sunken""#).count(), 1);
        assert_eq!(shown.table.columns.len(), hidden.table.columns.len() + 1);
    }
}

#[test]
fn the_table_holds_what_is_drawn() {
    let table = timeline(&of(&LIVES), Width::Wide).table;
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let week_one = table.rows.iter().find(|row| row[0] == Cell::Count(7)).unwrap();
    let text = |words: &str| Cell::Text(words.to_owned());
    let expected = [
        Cell::Count(7),
        Cell::Count(27),
        Cell::Count(27),
        text("severe"),
        text("mild"),
        Cell::Number(80.0, 0),
    ];
    assert_eq!(*week_one, expected);
    let missed = table.rows.iter().find(|row| row[0] == Cell::Count(21)).unwrap();
    assert_eq!((&missed[1], &missed[3]), (&Cell::Missing, &text("no visit")));
}

#[test]
fn the_column_stands_around_the_mark_of_its_day() {
    let chart = timeline(&of(&LIVES), Width::Wide);
    let whole = format!("<svg>{}</svg>", chart.marks);
    let document = roxmltree::Document::parse(&whole).unwrap();
    let column = document.descendants().find(|node| node.attribute("class") == Some("column"));
    let number = |name| column.unwrap().attribute(name).unwrap().parse::<f64>().unwrap();
    let middle = number("x") + number("width") / 2.0;
    let line = chart.marks.split(r#"class="line arm-a" d="M"#).nth(1).unwrap();
    let third = line.split('L').nth(2).unwrap();
    let expected: f64 = third.split(' ').next().unwrap().parse().unwrap();
    assert!((middle - expected).abs() < 1.5, "{middle} {expected}");
}

#[test]
fn every_visit_can_be_touched_and_no_two_overlap() {
    let chart = timeline(&of(&LIVES), Width::Wide);
    let number = |hit: &str, name: &str| -> f64 {
        hit.split(&format!(r#"{name}=""#))
            .nth(1)
            .unwrap()
            .split('%')
            .next()
            .unwrap()
            .parse()
            .unwrap()
    };
    let hits: Vec<(f64, f64)> = chart
        .labels
        .split(r#"class="hit""#)
        .skip(1)
        .map(|hit| (number(hit, " x"), number(hit, "width")))
        .collect();
    assert_eq!(hits.len(), 5);
    assert!(hits.windows(2).all(|two| two[0].0 + two[0].1 <= two[1].0 + 0.02), "{hits:?}");
}

#[test]
fn a_missed_check_up_lies_on_the_line_between_its_neighbours() {
    let points = [(14.0, 22.0), (28.0, 18.0)];
    assert_eq!(between(&points, 21.0), Some(20.0));
    assert_eq!(between(&points, 35.0), None);
}

#[test]
fn nothing_is_no_number() {
    for chart in [Width::Wide, Width::Narrow].into_iter().flat_map(timelines) {
        let whole = format!("<svg>{}{}</svg>", chart.marks, chart.labels);
        roxmltree::Document::parse(&whole).unwrap();
        for bad in ["NaN", "inf", "style="] {
            assert!(!whole.contains(bad), "{bad} in {whole}");
        }
    }
}
