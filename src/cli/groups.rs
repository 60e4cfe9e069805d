//! Results by groups of people: a block an outcome, a row a group, a column an arm.

use comfy_table::CellAlignment;
use comfy_table::LineStyle;
use comfy_table::Table;
use comfy_table::presets::NOTHING;
use serde_json::Value;
use serde_json::json;

use super::results::Results;
use crate::endpoint::Endpoint;
use crate::report::table::Cell;
use crate::tally::Estimate;
use crate::tally::GroupArm;
use crate::words::command::Phrase;
use crate::words::group;
use crate::words::outcome;
use crate::words::outcome::Unit;

/// The outcomes that the table for people shows; files hold all of them.
fn shown(results: &Results) -> Vec<Endpoint> {
    let last = results.ready.protocol.horizon;
    vec![
        Endpoint::Change(last),
        Endpoint::Response(last),
        Endpoint::Remission(last),
        Endpoint::Dropout,
        Endpoint::TrueAnySevere,
        Endpoint::ReportedAnySevere,
        Endpoint::SeriousAdverseEvent,
        Endpoint::DosePerSession,
    ]
}

/// The groups as text for a terminal; empty if people are not divided.
pub(super) fn text(results: &Results) -> String {
    let Some(groups) = results.ready.groups() else {
        return String::new();
    };
    let mut table = Table::new();
    table.load_style(
        NOTHING.header_separator(LineStyle::none().fill('\u{2500}').junction('\u{2500}')),
    );
    let arms = &results.ready.protocol.arms;
    let mut header = vec![group::heading(groups.by).to_owned()];
    header.extend(arms.iter().map(|arm| arm.name.clone()));
    table.set_header(header);
    block(&mut table, results, &Phrase::PeopleIn.to_string(), |arm| whole(arm.people));
    for endpoint in shown(results) {
        let Some(at) = results.ready.endpoints.iter().position(|known| *known == endpoint) else {
            continue;
        };
        let sign = Unit::of(endpoint).sign();
        let name = format!("{}, {sign}", outcome::name(endpoint));
        block(&mut table, results, &name, |arm| {
            let estimate = arm.endpoints[at].estimate(endpoint.scale());
            estimate.map_or_else(
                || Phrase::Nobody.to_string(),
                |estimate| outcome::shown(endpoint, estimate),
            )
        });
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    format!("\n{}\n", table.to_string().trim_end())
}

fn whole(n: u64) -> String {
    crate::report::number::whole(n)
}

fn block(table: &mut Table, results: &Results, name: &str, cell: impl Fn(&GroupArm) -> String) {
    table.add_row(vec![name.to_owned()]);
    for (label, arms) in groups(results) {
        let mut row = vec![format!("   {label}")];
        row.extend(arms.iter().map(&cell));
        table.add_row(row);
    }
}

/// Each group with its name.
fn groups<'a>(results: &'a Results) -> impl Iterator<Item = (String, &'a [GroupArm])> {
    let ready = results.ready;
    let divided = ready.groups();
    results.tally.groups.iter().enumerate().filter_map(move |(i, sums)| {
        Some((group::name(divided?, &ready.protocol, i), sums.arms.as_slice()))
    })
}

/// The groups as part of a document; none if people are not divided.
pub(super) fn json(results: &Results) -> Option<Value> {
    let one = |endpoint: &Endpoint, arm: &GroupArm, at: usize| {
        let sums = arm.endpoints[at];
        let estimate = sums.estimate(endpoint.scale());
        json!({
            "estimate": estimate.map(|e| e.estimate),
            "mcse": estimate.map(|e| e.mcse),
            "n": sums.n,
        })
    };
    let endpoints = &results.ready.endpoints;
    let arm = |(arm, name): (&GroupArm, &String)| {
        let outcomes: serde_json::Map<String, Value> = endpoints
            .iter()
            .enumerate()
            .map(|(at, endpoint)| (endpoint.id(), one(endpoint, arm, at)))
            .collect();
        json!({ "name": name, "people": arm.people, "outcomes": outcomes })
    };
    let names: Vec<String> =
        results.ready.protocol.arms.iter().map(|arm| arm.name.clone()).collect();
    results.ready.groups()?;
    let all = groups(results).map(|(label, arms)| {
        let arms: Vec<Value> = arms.iter().zip(&names).map(arm).collect();
        json!({ "group": label, "arms": arms })
    });
    Some(all.collect())
}

/// The groups as rows of the CSV: group, arm, outcome, estimate, error, people.
pub(super) fn rows(results: &Results) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (label, arms) in groups(results) {
        for (sums, arm) in arms.iter().zip(&results.ready.protocol.arms) {
            for (at, endpoint) in results.ready.endpoints.iter().enumerate() {
                let estimate = sums.endpoints[at].estimate(endpoint.scale());
                rows.push(row(&label, &arm.name, *endpoint, (estimate, sums.endpoints[at].n)));
            }
        }
    }
    rows
}

fn row(
    group: &str,
    arm: &str,
    endpoint: Endpoint,
    (estimate, n): (Option<Estimate>, u64),
) -> Vec<Cell> {
    let number = |x: Option<f64>| x.map_or(Cell::Missing, |x| Cell::Number(x, 0));
    vec![
        Cell::Text(group.to_owned()),
        Cell::Text(arm.to_owned()),
        Cell::Text(endpoint.id()),
        number(estimate.map(|e| e.estimate)),
        number(estimate.map(|e| e.mcse)),
        Cell::Count(n),
    ]
}
