//! The keys of `[population]` and `[screening]`.

use super::Field;
use super::Kind::Either;
use super::Kind::Numbers;
use super::Kind::Section;
use super::Kind::Shares;
use super::Kind::Whole;
use super::Kind::Word;
use super::kinds::AMOUNT;
use super::kinds::CHANCE;
use super::kinds::LOG_SPREAD;
use super::kinds::LOGIT;
use super::kinds::LOGITS;
use super::kinds::MULTIPLIER;
use super::kinds::POSITIVE;
use super::kinds::PRESSURE;
use super::kinds::PRIOR;
use super::kinds::SHIFT;
use super::kinds::SPREAD;
use super::kinds::f;

pub(super) const POPULATION: &[Field] = &[
    f(
        "severity",
        Shares(["mild", "moderate", "severe"]),
        "{ mild = 0.20, moderate = 0.45, severe = 0.35 }",
        "Shares of the classes of severity",
    ),
    f(
        "prior",
        Either(&PRIOR, &Section(PRIOR_BY_CLASS)),
        "",
        "What earlier treatment did: once for everybody, or for each class of severity",
    ),
    f(
        "co-medication",
        Shares(["none", "a", "b"]),
        "{ none = 0.65, a = 0.20, b = 0.15 }",
        "Shares of other medication: a blunts the effect, b slows clearance",
    ),
    f(
        "metaboliser",
        Shares(["slow", "typical", "fast"]),
        "{ slow = 0.10, typical = 0.75, fast = 0.15 }",
        "Shares of slow, typical and fast metabolisers",
    ),
    f("flags", Section(FLAGS), "", "Shares of people with a risk"),
    f("score", Section(SCORE), "", "The usual symptom level, points"),
    f("age", Section(AGE), "", "Age, years: normal, cut off at both ends"),
    f("weight", Section(WEIGHT), "", "Weight, kg: log-normal, cut off at both ends"),
    f("episode", Section(EPISODE), "", "Length of the episode, months"),
    f("kinetics", Section(KINETICS), "", "How people differ in what becomes of a dose"),
    f("sensitivity", Section(SENSITIVITY), "", "How people differ in the log EC50"),
    f(
        "benefit",
        Section(BENEFIT),
        "",
        "The largest share of symptoms the drug can take away, logit",
    ),
    f("context", Section(CONTEXT), "", "How people improve from care and hope alone, logit scale"),
    f("recovery", Section(RECOVERY), "", "Natural recovery in the end, logit"),
    f("afterglow", Section(AFTERGLOW), "", "How long the slow component lasts"),
    f("tolerance", Section(TOLERANCE), "", "Who grows used to the drug, and how much"),
    f("pressure", Section(PRESSURE_LAW), "", "Usual systolic pressure and its rise"),
    f("susceptibility", SPREAD, "1", "Spread of the susceptibility to adverse events"),
    f("misuse", LOG_SPREAD, "0.7", "Spread of the log hazard of misuse"),
    f("fluctuation", SPREAD, "4.5", "Standard deviation of the symptom fluctuation, points"),
    f("rater", SPREAD, "2.4", "Standard deviation of a rater, points"),
    f("clearance", MULTIPLIER, "1", "Factor on everybody's clearance"),
    f("ec50", MULTIPLIER, "1", "Factor on the exposure that half an effect takes"),
];

const PRIOR_BY_CLASS: &[Field] = &[
    f("mild", PRIOR, "{ none = 0.45, partial = 0.35, non-response = 0.20 }", "With mild symptoms"),
    f(
        "moderate",
        PRIOR,
        "{ none = 0.30, partial = 0.40, non-response = 0.30 }",
        "With moderate symptoms",
    ),
    f(
        "severe",
        PRIOR,
        "{ none = 0.20, partial = 0.35, non-response = 0.45 }",
        "With severe symptoms",
    ),
];

const FLAGS: &[Field] = &[
    f("blood-pressure", CHANCE, "0.08", "Share with this risk"),
    f("psychosis-like", CHANCE, "0.05", "Share with this risk"),
    f("substance", CHANCE, "0.08", "Share with this risk"),
];

const SCORE: &[Field] = &[
    f("means", Numbers(3, 0.0, 60.0), "[25, 32, 39]", "Means of mild, moderate and severe"),
    f("sd", SPREAD, "3", "Spread within a class"),
    f(
        "bounds",
        Numbers(4, 1.0, 60.0),
        "[20, 28, 35, 52]",
        "Where classes begin and end, ascending",
    ),
];

const AGE: &[Field] = &[
    f("mean", POSITIVE, "45", "Mean before it is cut off"),
    f("sd", SPREAD, "12", "Spread before it is cut off"),
    f("lowest", POSITIVE, "18", "The youngest"),
    f("highest", POSITIVE, "75", "The oldest"),
];

const WEIGHT: &[Field] = &[
    f("median", POSITIVE, "78", "Median before it is cut off"),
    f("sdlog", SPREAD, "0.20", "Spread of the logarithm"),
    f("lowest", POSITIVE, "42", "The lightest"),
    f("highest", POSITIVE, "160", "The heaviest"),
];

const EPISODE: &[Field] = &[
    f(
        "medians",
        Numbers(3, 0.000_001, 100_000.0),
        "[8, 11, 18]",
        "After no, partial and non-response to earlier treatment",
    ),
    f("sdlog", SPREAD, "0.75", "Spread of the logarithm"),
    f("lowest", POSITIVE, "1", "The shortest"),
    f("highest", POSITIVE, "240", "The longest"),
];

const CONTEXT: &[Field] = &[
    f("mean", LOGIT, "-1.5", "How much people improve"),
    f("prior", LOGITS, "[0.45, 0.10, -0.65]", "Shift after no, partial and non-response"),
    f("chronicity", LOGIT, "-0.20", "Slope for each doubling of the episode"),
    f("severity", LOGIT, "-0.10", "Slope for each 5 points"),
    f("spread", SPREAD, "2.7", "How much they differ in this"),
    f("expectancy", CHANCE, "0.40", "Correlation with expectancy"),
];

const KINETICS: &[Field] = &[
    f(
        "metaboliser",
        Numbers(3, 0.25, 4.0),
        "[0.6, 1, 1.4]",
        "Factors on clearance of slow, typical and fast metabolisers",
    ),
    f("inhibited", MULTIPLIER, "0.6", "Factor on clearance under co-medication b"),
    f("clearance-spread", LOG_SPREAD, "0.20", "Spread of the logarithm of clearance"),
    f("volume-spread", LOG_SPREAD, "0.15", "Spread of the logarithm of volume"),
];

const SENSITIVITY: &[Field] = &[
    f(
        "prior",
        Numbers(3, -5.0, 5.0),
        "[-0.30, 0, 0.40]",
        "Shift after no, partial and non-response",
    ),
    f("severity", SHIFT, "0.20", "Slope for each 5 points"),
    f("chronicity", SHIFT, "0.06", "Slope for each doubling of the episode"),
    f("blunted", SHIFT, "0.45", "Shift under co-medication a"),
    f("spread", LOG_SPREAD, "0.80", "Spread between people"),
];

const BENEFIT: &[Field] = &[
    f("mean", LOGIT, "0.40", "Its mean"),
    f("chronicity", LOGIT, "-0.08", "Slope for each doubling of the episode"),
    f("spread", SPREAD, "2.2", "Spread between people"),
];

const RECOVERY: &[Field] = &[
    f("mean", LOGIT, "-1.9", "Its mean"),
    f("chronicity", LOGIT, "-0.25", "Slope for each doubling of the episode"),
    f("spread", SPREAD, "1", "Spread between people"),
];

const AFTERGLOW: &[Field] = &[
    f("half-life", POSITIVE, "28", "Half-life, days"),
    f("spread", LOG_SPREAD, "0.35", "Spread of its logarithm"),
];

const TOLERANCE: &[Field] = &[
    f("share", CHANCE, "0.08", "Share of people who are prone to it"),
    f("prone", CHANCE, "0.70", "How much past effect raises EC50 in them"),
    f("others", CHANCE, "0.02", "How much it does in the others"),
];

const PRESSURE_LAW: &[Field] = &[
    f("usual", PRESSURE, "122", "Usual pressure at 45 years and 78 kg"),
    f("age", SHIFT, "0.35", "Slope for each year"),
    f("weight", SHIFT, "0.12", "Slope for each kg"),
    f("sd", SPREAD, "9", "Spread between people"),
    f("flagged", AMOUNT, "28", "Added under the risk flag"),
    f("rise-spread", LOG_SPREAD, "0.35", "Spread of the logarithm of its rise after a dose"),
];

pub(super) const SCREENING: &[Field] = &[
    f(
        "mode",
        Word(&["strict", "lenient", "caution"]),
        "\"strict\"",
        "Known risks are excluded, do not count, or are treated with caution",
    ),
    f("min-score", Whole(0, 60), "22", "Enrol from this score on, points"),
    f("disclosure", CHANCE, "0.85", "Probability that a risk is told"),
    f("max-pressure", PRESSURE, "155", "A usual systolic pressure from here on is a risk"),
    f("inflation", CHANCE, "0", "Probability that a score just too low is written as high enough"),
];
