//! The keys of a whole file, of its schedules, monitoring and arms.

use super::Field;
use super::Kind::Among;
use super::Kind::Dose;
use super::Kind::Either;
use super::Kind::List;
use super::Kind::Name;
use super::Kind::NeededDose;
use super::Kind::NeededWord;
use super::Kind::Number;
use super::Kind::Section;
use super::Kind::Sections;
use super::Kind::Steps;
use super::Kind::Text;
use super::Kind::Version;
use super::Kind::Whole;
use super::Kind::Word;
use super::kinds::IMPROVEMENT;
use super::kinds::INTERVAL;
use super::kinds::NEVER;
use super::kinds::PRESSURE;
use super::kinds::PRIOR_WORD;
use super::kinds::REPORT;
use super::kinds::f;
use super::people::POPULATION;
use super::people::SCREENING;
use super::truth::WORLD;

/// The whole file.
pub const FILE: &[Field] = &[
    f("schema", Version, "", "Version of the format"),
    f("title", Name, "", "A short name"),
    f("question", Text, "\"\"", "The question, as a student would ask it"),
    f("teaching", Text, "\"\"", "Note for the teacher"),
    f("look-at", Text, "\"\"", "What to look at"),
    f("weeks", Whole(4, 60), "12", "Length of the study, weeks"),
    f(
        "ladder",
        List { n: (2, 12), of: &Number(0.0, 400.0) },
        "[20, 40, 60, 80, 100, 120, 140, 160]",
        "The doses that exist, au, ascending",
    ),
    f("population", Section(POPULATION), "", "Who might take part"),
    f("screening", Section(SCREENING), "", "Who does take part"),
    f("world", Section(WORLD), "", "What is assumed to be true"),
    f("schedule", Section(SCHEDULE), "", "When people come, in every arm"),
    f("monitoring", Section(MONITORING), "", "How people are watched, in every arm"),
    f("trial", Section(TRIAL), "", "How large one trial is"),
    f("arm", Sections((1, 12), ARM), "", "What is compared; differences refer to the first"),
];

const SCHEDULE: &[Field] = &[
    f("induction-weeks", Whole(1, 26), "4", "Weeks with two sessions each"),
    f(
        "maintenance",
        Either(&Word(&["ladder", "none"]), &INTERVAL),
        "\"ladder\"",
        "What follows: nothing, a ladder of intervals, or sessions so many days apart",
    ),
    f(
        "intervals",
        List { n: (1, 6), of: &INTERVAL },
        "[7, 14, 28]",
        "The ladder of intervals, days, ascending",
    ),
    f(
        "spacing",
        Word(&["stretch", "hold"]),
        "\"stretch\"",
        "Response moves people along the intervals, or everybody stays at the first",
    ),
    f("relapse", Word(&["rescue", "continue"]), "\"rescue\"", "What follows a relapse"),
    f(
        "non-response",
        Word(&["continue", "stop"]),
        "\"continue\"",
        "What follows an induction with less than 25 % improvement",
    ),
    f(
        "withdraw-at-week",
        Either(&NEVER, &Whole(4, 59)),
        "\"never\"",
        "At the end of this week those who are stable go on or stop",
    ),
    f(
        "branch",
        Word(&["randomise", "continue", "stop"]),
        "",
        "What becomes of those who are stable; only with withdraw-at-week",
    ),
];

const MONITORING: &[Field] = &[
    f("preset", Word(&["none", "standard", "intensive"]), "", "What the other keys begin from"),
    f("assess-every", Among(&[7, 14, 28]), "7", "Days between assessments"),
    f("day-1", Word(&["assess", "skip"]), "\"assess\"", "Whether there is an assessment on day 1"),
    f("observe-hours", Number(0.0, 24.0), "1", "Observation after a session, hours"),
    f(
        "hold-at",
        Either(&NEVER, &PRESSURE),
        "155",
        "A session waits when pressure is here or above; never: no check",
    ),
    f(
        "elicitation",
        Word(&["spontaneous", "solicited"]),
        "\"spontaneous\"",
        "Adverse events are told, or asked for",
    ),
    f(
        "screen-every",
        Either(&NEVER, &Steps { step: 7, to: 84 }),
        "28",
        "Days between misuse screens",
    ),
    f(
        "stop-after-severe",
        Either(&NEVER, &Whole(1, 100)),
        "3",
        "Stop treatment after so many detected severe events",
    ),
    f(
        "worsening",
        Word(&["stop", "continue"]),
        "\"stop\"",
        "When two scores in a row are much worse than at the start",
    ),
    f(
        "tolerability",
        Word(&["continue", "reduce"]),
        "\"continue\"",
        "After a severe event: reduce the dose for good, or go on",
    ),
];

const TRIAL: &[Field] = &[
    f("per-arm", Whole(2, 10_000), "100", "People to each arm"),
    f("strata", Word(&["none", "severity"]), "\"none\"", "What the blocks are kept apart by"),
];

const ARM: &[Field] = &[
    f("name", Name, "", "Its name, unlike the others"),
    f(
        "rule",
        NeededWord(&["fixed", "forced", "response", "toxicity", "severity", "stepped", "table"]),
        "",
        "How the dose is found",
    ),
    f(
        "treatment",
        Word(&["drug", "placebo", "none"]),
        "\"drug\"",
        "What is given; none: no drug and no context response",
    ),
    f("dose", Dose, "", "The dose, au; rule fixed only"),
    f(
        "start",
        Either(&Dose, &Sections((0, 24), START)),
        "",
        "The first dose, au; or, with rule table, rows",
    ),
    f("target", Dose, "", "The last dose, au; rule forced only"),
    f("lowest", Dose, "", "No dose below this, au"),
    f("highest", Dose, "", "No dose above this, au"),
    f(
        "when-well",
        Word(&["ease-down", "keep"]),
        "",
        "In maintenance with 75 % improvement; rule response only",
    ),
    f("row", Sections((0, 24), ROW), "", "What is done before a session; rule table only"),
    f("dosing", Word(&["flat", "per-kg"]), "\"flat\"", "The same for everybody, or by weight"),
    f("route", Word(&["steady", "variable"]), "\"steady\"", "How it is taken up"),
    f(
        "route-dose",
        Word(&["plain", "adjusted"]),
        "",
        "Whether the dose makes up for lower uptake; only with route variable",
    ),
    f("blinding", Word(&["blind", "open"]), "\"blind\"", "Whether people know what they get"),
    f("schedule", Section(SCHEDULE), "", "What differs from the study's schedule"),
    f("monitoring", Section(MONITORING), "", "What differs from the study's monitoring"),
];

const START: &[Field] = &[
    f("baseline-at-least", Whole(0, 60), "", "The row fits with so many points or more"),
    f("baseline-below", Whole(1, 61), "", "The row fits with fewer points"),
    f("prior", PRIOR_WORD, "", "The row fits after this response to earlier treatment"),
    f("dose", NeededDose, "", "The first dose, au"),
];

const ROW: &[Field] = &[
    f("improvement-at-least", IMPROVEMENT, "", "When this share of the first score is gone"),
    f("improvement-below", IMPROVEMENT, "", "When less is gone"),
    f("reported-at-least", REPORT, "", "When the worst event detected last was this or worse"),
    f("reported-at-most", REPORT, "", "When it was this or milder"),
    f("sessions-at-least", Whole(0, 200), "", "After so many sessions at this dose, or more"),
    f("sessions-below", Whole(1, 200), "", "After fewer"),
    f("dose-at-least", Dose, "", "When the dose now, au, is this or higher"),
    f("dose-at-most", Dose, "", "When it is this or lower"),
    f("weeks-at-least", Whole(0, 60), "", "When so many weeks have passed, or more"),
    f("weeks-below", Whole(1, 60), "", "When fewer have passed"),
    f("phase", Word(&["induction", "maintenance", "rescue"]), "", "In this phase"),
    f("prior", PRIOR_WORD, "", "After this response to earlier treatment"),
    f(
        "then",
        NeededWord(&["raise", "lower", "stay", "stop", "washout"]),
        "",
        "What is done; the first row that fits decides",
    ),
    f("by", Whole(1, 11), "", "Rungs up or down"),
    f("up-to", Dose, "", "No rise ends above this dose, au"),
    f("days", Whole(1, 84), "", "Length of the washout, days"),
];
