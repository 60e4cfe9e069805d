//! Results as one JSON document: shares between 0 and 1, all digits.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::groups;
use super::people::Ending;
use super::results;
use super::results::Figure;
use super::results::Measured;
use super::results::Results;
use super::results::Shown;
use crate::endpoint::Endpoint;
use crate::endpoint::Scale;
use crate::tally::Moments;
use crate::words::command::EXCLUSIONS;

/// The document, with a line end.
pub(super) fn text(results: &Results) -> String {
    format!("{:#}\n", document(results))
}

fn document(results: &Results) -> Value {
    let tally = &results.tally;
    let excluded: Map<String, Value> = EXCLUSIONS
        .iter()
        .zip(tally.excluded)
        .map(|((id, _), n)| ((*id).to_owned(), json!(n)))
        .collect();
    let mut document = json!({
        "titrarium": env!("CARGO_PKG_VERSION"),
        "scenario": results.name,
        "seed": results.seed.0,
        "patients": tally.enrolled,
    });
    if results.ending == Ending::Stopped {
        document["stopped early"] = json!(true);
    }
    document["screening"] = json!({
        "screened": tally.screened,
        "enrolled": tally.enrolled,
        "excluded": excluded,
        "screening_score": mean(tally.screening),
        "day_0_minus_screening": mean(tally.regression),
    });
    document["digest"] = json!(results.digest);
    document["arms"] = results
        .arms()
        .map(|(arm, figures)| {
            let dose = results::dose(&results.ready.protocol, arm);
            json!({ "name": arm.name, "dose": dose, "outcomes": outcomes(&figures) })
        })
        .collect();
    if let Some(groups) = groups::json(results) {
        document["groups"] = groups;
    }
    document
}

fn outcomes(figures: &[Figure]) -> Map<String, Value> {
    figures.iter().map(|figure| (figure.shown.id(), outcome(figure))).collect()
}

fn outcome(figure: &Figure) -> Value {
    let mut outcome = measured(figure.value);
    if matches!(figure.shown, Shown::Endpoint(Endpoint::Change(_))) {
        outcome["sd"] = json!(figure.sd);
    }
    if let Some(difference) = figure.difference {
        outcome["difference"] = measured(difference);
    }
    outcome
}

fn mean(sums: Moments) -> Value {
    measured(Measured { n: sums.n, estimate: sums.estimate(Scale::Mean) })
}

fn measured(measured: Measured) -> Value {
    json!({
        "estimate": measured.estimate.map(|e| e.estimate),
        "mcse": measured.estimate.map(|e| e.mcse),
        "n": measured.n,
    })
}
