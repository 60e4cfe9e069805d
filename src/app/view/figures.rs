//! Which charts the page shows of a picture, with their sentences.

use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::chart::Chart;
use crate::chart::counts;
use crate::chart::counts::Group;
use crate::chart::counts::Row;
use crate::chart::slot;
use crate::words::page;

/// The rows of counts: of the people shown, with where other groups of their size would fall.
pub fn counts(picture: &Picture) -> Chart {
    let groups: Vec<Group> = Measure::ALL
        .into_iter()
        .map(|measure| Group {
            heading: page::measure(measure).en().to_owned(),
            rows: rows(picture, measure),
        })
        .collect();
    counts::counts(&groups, super::home::counts_top(&groups))
}

fn rows(picture: &Picture, measure: Measure) -> Vec<Row> {
    let slots = slot::assign(&picture.protocol);
    let endpoint = measure.endpoint(&picture.protocol);
    let row = |arm: usize| {
        let slot = slots[arm]?;
        let counts = picture.counts(arm);
        let share = picture.estimate(arm, endpoint).map_or(0.0, |estimate| estimate.estimate);
        let n = u32::try_from(counts.of).unwrap_or(0);
        Some(Row {
            slot,
            name: picture.protocol.arms[arm].name.clone(),
            count: counts.get(measure),
            range: counts::binomial_range(n, share),
        })
    };
    (0..slots.len()).filter_map(row).collect()
}

/// The charts below the first view.
pub fn figures(_picture: &Picture) -> yew::Html {
    yew::Html::default()
}
