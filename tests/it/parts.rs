//! Random parts of an arm as values: what an editor could make of them, and some things that fit no study.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use titrarium::app::patch::Given;
use titrarium::protocol::arm::Blinding;
use titrarium::protocol::arm::Dosing;
use titrarium::protocol::arm::Route;
use titrarium::protocol::arm::RouteDose;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::arm::Treatment;
use titrarium::protocol::monitoring::DayOne;
use titrarium::protocol::monitoring::Elicitation;
use titrarium::protocol::monitoring::Monitoring;
use titrarium::protocol::monitoring::TolerabilityPolicy;
use titrarium::protocol::monitoring::WorseningPolicy;
use titrarium::protocol::population::PriorTreatment;
use titrarium::protocol::schedule::Branch;
use titrarium::protocol::schedule::Maintenance;
use titrarium::protocol::schedule::NonResponsePolicy;
use titrarium::protocol::schedule::Phase;
use titrarium::protocol::schedule::RelapsePolicy;
use titrarium::protocol::schedule::Schedule;
use titrarium::protocol::schedule::Spacing;
use titrarium::protocol::schedule::Withdrawal;
use titrarium::protocol::titration::Action;
use titrarium::protocol::titration::DecisionTable;
use titrarium::protocol::titration::Report;
use titrarium::protocol::titration::Rise;
use titrarium::protocol::titration::Row;
use titrarium::protocol::titration::Rule;
use titrarium::protocol::titration::Span;
use titrarium::protocol::titration::StartRow;
use titrarium::protocol::titration::Titration;
use titrarium::protocol::titration::rule::WhenWell;
use titrarium::unit::Days;
use titrarium::unit::Hours;
use titrarium::unit::Improvement;
use titrarium::unit::Pressure;

fn rung() -> impl Strategy<Value = Rung> {
    (0_u8..9).prop_map(Rung)
}

/// One of some values.
fn any_of<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(all.to_vec())
}

/// A rule with its limits.
pub fn titration() -> impl Strategy<Value = Titration> {
    let limits = (0_u8..2, 6_u8..8);
    (rule(), limits).prop_map(|(rule, (lowest, highest))| Titration {
        rule,
        lowest: Rung(lowest),
        highest: Rung(highest),
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let well = any_of(&[WhenWell::EaseDown, WhenWell::Keep]);
    prop_oneof![
        rung().prop_map(|at| Rule::Fixed { at }),
        (rung(), rung()).prop_map(|(from, target)| Rule::Forced { from, target }),
        (rung(), well).prop_map(|(from, when_well)| Rule::Response { from, when_well }),
        rung().prop_map(|from| Rule::Toxicity { from }),
        Just(Rule::Severity),
        rung().prop_map(|from| Rule::Stepped { from }),
        table().prop_map(Rule::Table),
    ]
}

/// A table of up to eight rows.
pub fn table() -> impl Strategy<Value = DecisionTable> {
    let start = prop::collection::vec(start_row(), 0..3);
    let rows = prop::collection::vec(row(), 0..8);
    (start, rung(), rows).prop_map(|(mut start, last, rows)| {
        start.push(StartRow::everybody(last));
        DecisionTable { start, rows }
    })
}

fn start_row() -> impl Strategy<Value = StartRow> {
    let baseline = span((10_u8..50).boxed());
    (baseline, prior(), rung()).prop_map(|(baseline, prior, at)| StartRow { baseline, prior, at })
}

fn prior() -> impl Strategy<Value = Option<PriorTreatment>> {
    prop::option::weighted(0.2, any_of(&PriorTreatment::ALL))
}

/// Any, from a value on, or below one.
fn span<T: Copy + PartialOrd + std::fmt::Debug + 'static>(
    ends: BoxedStrategy<T>,
) -> impl Strategy<Value = Span<T>> {
    prop_oneof![
        2 => Just(Span::ANY),
        1 => ends.clone().prop_map(Span::at_least),
        1 => ends.prop_map(Span::below),
    ]
}

/// A row of a decision table.
pub fn row() -> impl Strategy<Value = Row> {
    let share = (-4_i8..=4).prop_map(|quarter| Improvement::new(f64::from(quarter) / 4.0).unwrap());
    let conditions = (
        span(share.boxed()),
        span(any_of(&Report::ALL[1..]).boxed()),
        span((1_u16..6).boxed()),
        span((1_u8..8).prop_map(Rung).boxed()),
        span((1_u16..12).boxed()),
        prop::option::weighted(0.2, any_of(&[Phase::Induction, Phase::Maintenance, Phase::Rescue])),
        prior(),
    );
    (conditions, action()).prop_map(
        |((improvement, reported, sessions, dose, weeks, phase, prior), then)| Row {
            improvement,
            reported,
            sessions,
            dose,
            weeks,
            phase,
            prior,
            then,
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    let rise = |least: u8| {
        let up_to = prop::option::weighted(0.3, rung());
        (least..4, up_to).prop_map(|(by, up_to)| Rise { by, up_to })
    };
    prop_oneof![
        2 => rise(1).prop_map(Action::Raise),
        1 => (1_u8..4).prop_map(|by| Action::Lower { by }),
        1 => Just(Action::Stay),
        1 => Just(Action::Stop),
        1 => (1_u16..40, rise(0))
            .prop_map(|(days, rise)| Action::Washout { days: Days(days), rise }),
    ]
}

/// A way to watch people.
pub fn monitoring() -> impl Strategy<Value = Monitoring> {
    let visits = (
        any_of(&[7, 14, 28]).prop_map(Days),
        any_of(&[DayOne::Assess, DayOne::Skip]),
        (0_u8..24).prop_map(|hours| Hours::new(f64::from(hours)).unwrap()),
        prop::option::of((100_u8..200).prop_map(|limit| Pressure::new(f64::from(limit)).unwrap())),
        any_of(&[Elicitation::Spontaneous, Elicitation::Solicited]),
    );
    let stops = (
        prop::option::of((1_u16..13).prop_map(|weeks| Days(7 * weeks))),
        prop::option::of(1_u8..4),
        any_of(&[WorseningPolicy::Continue, WorseningPolicy::Stop]),
        any_of(&[TolerabilityPolicy::Continue, TolerabilityPolicy::Reduce]),
    );
    (visits, stops).prop_map(
        |(
            (assess_every, day_1, observe, hold_at, elicitation),
            (screen_every, stop_after_severe, worsening, tolerability),
        )| Monitoring {
            assess_every,
            day_1,
            observe,
            hold_at,
            elicitation,
            screen_every,
            stop_after_severe,
            worsening,
            tolerability,
        },
    )
}

/// A course of visits.
pub fn schedule() -> impl Strategy<Value = Schedule> {
    let maintenance = prop_oneof![
        Just(Maintenance::None),
        (1_u16..84).prop_map(|days| Maintenance::Every(Days(days))),
        Just(Maintenance::Ladder { intervals: vec![Days(7), Days(21)], spacing: Spacing::Stretch }),
    ];
    let withdrawal = prop::option::weighted(
        0.3,
        (4_u16..10, any_of(&[Branch::Randomise, Branch::Continue, Branch::Stop]))
            .prop_map(|(week, branch)| Withdrawal { at: Days(7 * week), branch }),
    );
    (1_u8..27, maintenance, withdrawal, any::<bool>()).prop_map(
        |(induction_weeks, maintenance, withdrawal, either)| Schedule {
            induction_weeks,
            maintenance,
            relapse: if either { RelapsePolicy::Rescue } else { RelapsePolicy::Continue },
            non_response: if either {
                NonResponsePolicy::Stop
            } else {
                NonResponsePolicy::Continue
            },
            withdrawal,
        },
    )
}

/// Something to give.
pub fn given() -> impl Strategy<Value = Given> {
    let route = any_of(&[
        Route::Steady,
        Route::Variable(RouteDose::Plain),
        Route::Variable(RouteDose::Adjusted),
    ]);
    (
        any_of(&[Treatment::Drug, Treatment::Placebo, Treatment::NoTreatment]),
        any_of(&[Blinding::Blind, Blinding::Open]),
        any_of(&[Dosing::Flat, Dosing::PerKilogram]),
        route,
    )
        .prop_map(|(treatment, blinding, dosing, route)| Given {
            treatment,
            blinding,
            dosing,
            route,
        })
}
