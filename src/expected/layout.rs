//! What the rows and the numbers of each sheet are.

use super::Sheet;
use super::column::Column;
use super::column::Row;
use super::fact::Fact;
use super::group::Group;
use super::group::Part;
use super::group::Trait;
use crate::endpoint::Endpoint;
use crate::endpoint::Endpoint::Change;
use crate::endpoint::Endpoint::Remission;
use crate::endpoint::Endpoint::Response;
use crate::engine::adverse::Kind;
use crate::engine::screening::Exclusion;
use crate::protocol::population::Comedication;
use crate::protocol::population::PriorTreatment;
use crate::protocol::population::Severity;
use crate::unit::Days;

const fn own(endpoint: Endpoint) -> Column {
    Column::Own(Fact::Endpoint(endpoint))
}

const fn of(arm: usize, endpoint: Endpoint) -> Column {
    Column::In(arm, Fact::Endpoint(endpoint))
}

const fn deviation(endpoint: Endpoint) -> Column {
    Column::Deviation(Fact::Endpoint(endpoint))
}

const fn everybody(arm: usize, columns: &'static [Column]) -> Row {
    Row { arm, group: Group::Everybody, columns }
}

/// Of the first arm, or of arms that the columns name.
const fn group(group: Group, columns: &'static [Column]) -> Row {
    Row { arm: 0, group, columns }
}

const fn part(by: Trait, number: usize, of: usize) -> Group {
    Group::Part(by, Part { number, of })
}

const D1: Days = Days(1);
const D14: Days = Days(14);
const D28: Days = Days(28);
const D84: Days = Days(84);
const D182: Days = Days(182);

const T0: [Column; 9] = [
    Column::Excluded(Exclusion::Score),
    Column::Excluded(Exclusion::Pressure),
    Column::Excluded(Exclusion::Psychosis),
    Column::Excluded(Exclusion::Substance),
    Column::Eligible,
    own(Endpoint::SeriousAdverseEvent),
    own(Endpoint::Misuse),
    Column::Own(Fact::Severe(Kind::Pressure)),
    Column::Own(Fact::Severe(Kind::Dissociation)),
];

const T1: [Column; 18] = [
    Column::Own(Fact::Baseline),
    Column::Deviation(Fact::Baseline),
    own(Change(D1)),
    own(Change(D14)),
    own(Change(D28)),
    deviation(Change(D28)),
    own(Response(D28)),
    own(Remission(D28)),
    own(Endpoint::Dropout),
    own(Endpoint::DropoutAdverseEvent),
    own(Endpoint::ReportedNausea),
    own(Endpoint::ReportedDizziness),
    own(Endpoint::ReportedDissociation),
    own(Endpoint::ReportedBloodPressure),
    Column::DissociatedSessions,
    own(Endpoint::TrueAnySevere),
    own(Endpoint::SeriousAdverseEvent),
    Column::Own(Fact::PressureRise),
];

const T3: [Column; 20] = [
    own(Change(D28)),
    deviation(Change(D28)),
    own(Response(D14)),
    own(Response(D28)),
    own(Remission(D28)),
    own(Change(D84)),
    deviation(Change(D84)),
    own(Response(D84)),
    own(Remission(D84)),
    own(Endpoint::ResponseNri(D84)),
    own(Endpoint::Dropout),
    own(Endpoint::DropoutLackOfEfficacy),
    own(Endpoint::DropoutAdverseEvent),
    own(Endpoint::ReportedDissociation),
    own(Endpoint::ReportedBloodPressure),
    own(Endpoint::TrueAnySevere),
    own(Endpoint::SeriousAdverseEvent),
    own(Endpoint::Misuse),
    own(Endpoint::Utility),
    own(Endpoint::Sessions),
];

const T4: [Column; 13] = [
    own(Endpoint::DosePerSession),
    own(Response(D14)),
    own(Response(D28)),
    own(Response(D84)),
    own(Remission(D84)),
    own(Endpoint::ResponseNri(D84)),
    own(Endpoint::Dropout),
    own(Endpoint::DropoutAdverseEvent),
    own(Endpoint::ReportedDissociation),
    own(Endpoint::TrueAnySevere),
    own(Endpoint::SeverePer100),
    own(Endpoint::SeriousAdverseEvent),
    own(Endpoint::Utility),
];

/// Arms: response-guided, fixed 100, fixed 140.
const T4B: [Column; 5] = [
    Column::Own(Fact::LastDose),
    own(Response(D84)),
    of(1, Response(D84)),
    own(Endpoint::TrueAnySevere),
    of(2, Endpoint::TrueAnySevere),
];

/// Arms: placebo, 60, 100, 140.
const T6: [Column; 18] = [
    Column::People,
    of(0, Change(D28)),
    of(1, Change(D28)),
    of(2, Change(D28)),
    of(3, Change(D28)),
    of(0, Response(D28)),
    of(1, Response(D28)),
    of(2, Response(D28)),
    of(3, Response(D28)),
    of(0, Remission(D28)),
    of(1, Remission(D28)),
    of(2, Remission(D28)),
    of(3, Remission(D28)),
    Column::Difference(Fact::Endpoint(Response(D28)), [2, 0]),
    of(0, Endpoint::TrueAnySevere),
    of(1, Endpoint::TrueAnySevere),
    of(2, Endpoint::TrueAnySevere),
    of(3, Endpoint::TrueAnySevere),
];

const T7: [Column; 10] = [
    Column::Own(Fact::Weight),
    Column::Own(Fact::NominalDose),
    Column::Own(Fact::NominalAuc),
    Column::Variation(Fact::NominalAuc),
    Column::Own(Fact::NominalPeak),
    Column::Variation(Fact::NominalPeak),
    own(Change(D28)),
    own(Response(D28)),
    own(Endpoint::TrueAnySevere),
    own(Endpoint::DropoutAdverseEvent),
];

const T7_SLOPE: [Column; 1] = [Column::LogSlope(Fact::NominalAuc, Fact::Weight)];

const T8: [Column; 8] = [
    own(Endpoint::DosePerSession),
    own(Response(D28)),
    own(Remission(D28)),
    own(Endpoint::ReportedDissociation),
    own(Endpoint::TrueAnySevere),
    own(Endpoint::DropoutAdverseEvent),
    own(Endpoint::SeriousAdverseEvent),
    own(Endpoint::Utility),
];

const T9: [Column; 9] = [
    Column::People,
    Column::Relapsed(8),
    Column::Relapsed(26),
    Column::Relapsed(48),
    own(Endpoint::Sessions),
    Column::Own(Fact::Rescues),
    own(Response(D182)),
    own(Endpoint::Misuse),
    own(Endpoint::Cost),
];

/// Arms: placebo, weekly, 4-weekly.
const TOLERANCE: [Column; 3] = [
    Column::Difference(Fact::Latent(Days(27)), [1, 0]),
    Column::Difference(Fact::Latent(Days(180)), [1, 0]),
    Column::Difference(Fact::Latent(Days(180)), [2, 0]),
];

const fn responders(arm: usize) -> Row {
    Row { arm, group: Group::Responders, columns: &T9 }
}

/// A row of T7, by third of weight.
const fn third(arm: usize, number: usize) -> Row {
    Row { arm, group: part(Trait::Weight, number, 3), columns: &T7 }
}

const fn sheet(
    table: &'static str,
    text: &'static str,
    labels: usize,
    rows: &'static [Row],
) -> Sheet {
    Sheet { table, text, labels, rows }
}

const T1_ROWS: [Row; 5] =
    [everybody(0, &T1), everybody(1, &T1), everybody(2, &T1), everybody(3, &T1), everybody(4, &T1)];

/// Every sheet.
pub(super) static SHEETS: [Sheet; 12] = [
    sheet("T0", include_str!("t0-strict.md"), 1, &[everybody(0, &T0)]),
    sheet("T0", include_str!("t0-lenient.md"), 1, &[everybody(0, &T0)]),
    sheet("T1", include_str!("t1-usual.md"), 1, &T1_ROWS),
    sheet("T1", include_str!("t1-high.md"), 1, &T1_ROWS),
    sheet(
        "T3",
        include_str!("t3.md"),
        1,
        &[
            everybody(0, &T3),
            everybody(1, &T3),
            everybody(2, &T3),
            everybody(3, &T3),
            everybody(4, &T3),
            everybody(5, &T3),
            everybody(6, &T3),
            everybody(7, &T3),
        ],
    ),
    sheet(
        "T4",
        include_str!("t4.md"),
        1,
        &[
            everybody(0, &T4),
            everybody(1, &T4),
            everybody(2, &T4),
            everybody(3, &T4),
            everybody(4, &T4),
            everybody(5, &T4),
            everybody(6, &T4),
            everybody(7, &T4),
            everybody(8, &T4),
            everybody(9, &T4),
            everybody(10, &T4),
        ],
    ),
    sheet(
        "T4b",
        include_str!("t4b.md"),
        1,
        &[
            group(Group::Prior(PriorTreatment::None), &T4B),
            group(Group::Prior(PriorTreatment::Partial), &T4B),
            group(Group::Prior(PriorTreatment::NonResponse), &T4B),
            group(Group::Severity(Severity::Mild), &T4B),
            group(Group::Severity(Severity::Moderate), &T4B),
            group(Group::Severity(Severity::Severe), &T4B),
            group(Group::Comedication(Comedication::Blunting), &T4B),
            group(Group::Comedication(Comedication::Inhibiting), &T4B),
            group(part(Trait::Ec50, 0, 4), &T4B),
            group(part(Trait::Ec50, 3, 4), &T4B),
            group(part(Trait::Susceptibility, 3, 4), &T4B),
        ],
    ),
    sheet(
        "T6",
        include_str!("t6.md"),
        1,
        &[
            group(Group::Prior(PriorTreatment::None), &T6),
            group(Group::Prior(PriorTreatment::Partial), &T6),
            group(Group::Prior(PriorTreatment::NonResponse), &T6),
            group(Group::Severity(Severity::Mild), &T6),
            group(Group::Severity(Severity::Moderate), &T6),
            group(Group::Severity(Severity::Severe), &T6),
            group(Group::ShorterThan(6.0), &T6),
            group(Group::LongerThan(24.0), &T6),
            group(Group::Comedication(Comedication::None), &T6),
            group(Group::Comedication(Comedication::Blunting), &T6),
            group(Group::Comedication(Comedication::Inhibiting), &T6),
            group(Group::Metaboliser(0.6), &T6),
            group(Group::Metaboliser(1.0), &T6),
            group(Group::Metaboliser(1.4), &T6),
        ],
    ),
    sheet(
        "T7",
        include_str!("t7.md"),
        2,
        &[
            third(0, 0),
            third(0, 1),
            third(0, 2),
            everybody(0, &T7_SLOPE),
            third(1, 0),
            third(1, 1),
            third(1, 2),
            everybody(1, &T7_SLOPE),
        ],
    ),
    sheet("T8", include_str!("t8.md"), 1, &[everybody(0, &T8), everybody(1, &T8)]),
    sheet(
        "T9",
        include_str!("t9.md"),
        1,
        &[responders(0), responders(1), responders(2), responders(3), responders(4), responders(5)],
    ),
    sheet(
        "T9",
        include_str!("t9-tolerance.md"),
        1,
        &[group(Group::ToleranceProne, &TOLERANCE), group(Group::NotToleranceProne, &TOLERANCE)],
    ),
];
