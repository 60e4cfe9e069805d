//! The rows of counts beside the two arrays: of the people shown, with where other groups of their size would fall.

use yew::AttrValue;

use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::chart::Chart;
use crate::chart::counts;
use crate::chart::counts::Group;
use crate::chart::counts::Row;
use crate::chart::slot;

/// The rows of counts, as an element's text.
pub fn counts(picture: &Picture) -> AttrValue {
    let chart = chart(picture);
    AttrValue::from(format!(
        r#"<svg class="labels alone" height="{}" aria-hidden="true" focusable="false">{}</svg>"#,
        chart.height, chart.labels
    ))
}

/// The rows of counts: of the people shown, with where other groups of their size would fall.
fn chart(picture: &Picture) -> Chart {
    let groups: Vec<Group> = Measure::ALL
        .into_iter()
        .map(|measure| Group {
            heading: measure.word().en().to_owned(),
            rows: rows(picture, measure),
        })
        .collect();
    counts::counts(&groups)
}

fn rows(picture: &Picture, measure: Measure) -> Vec<Row> {
    let slots = slot::assign(&picture.protocol, picture.side_by_side());
    let endpoint = measure.endpoint(&picture.protocol);
    let row = |arm: usize| {
        let counts = picture.counts(arm);
        let share = picture.estimate(arm, endpoint).map_or(0.0, |estimate| estimate.estimate);
        let n = u32::try_from(counts.of).unwrap_or(0);
        Some(Row {
            slot: slots[arm]?,
            count: counts.get(measure),
            range: counts::binomial_range(n, share),
        })
    };
    (0..slots.len()).filter_map(row).collect()
}
