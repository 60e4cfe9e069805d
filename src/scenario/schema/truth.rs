//! The keys of `[world]`.

use super::Field;
use super::Kind::Number;
use super::Kind::Numbers;
use super::Kind::Section;
use super::kinds::AMOUNT;
use super::kinds::CHANCE;
use super::kinds::LOGIT;
use super::kinds::POSITIVE;
use super::kinds::f;

pub(super) const WORLD: &[Field] = &[
    f("efficacy", Number(0.0, 2.0), "1", "How much of the drug's benefit is real"),
    f("unblinding", CHANCE, "0", "How much the belief to be on drug moves the context response"),
    f("life-events", AMOUNT, "0.8", "Life events a year"),
    f("life-event-size", POSITIVE, "12", "Their mean size, points"),
    f("missed-session", CHANCE, "0.04", "Probability that a due session is missed"),
    f("missed-assessment", CHANCE, "0.03", "Probability that a due assessment is missed"),
    f("dropout", Section(DROPOUT), "", "Who leaves the study"),
    f("utility", Section(UTILITY), "", "What an outcome is worth"),
    f("prices", Section(PRICES), "", "What things cost, invented cost units"),
];

const DROPOUT: &[Field] = &[
    f("latent-share", CHANCE, "0.5", "0: by the last observed score; 1: by the score nobody sees"),
    f("efficacy-intercept", LOGIT, "-4.95", "Log of the weekly hazard at 22 points and no gain"),
    f("efficacy-slope", LOGIT, "0.11", "Its slope for each point"),
    f("efficacy-gain", LOGIT, "0.04", "Its slope for each point gained, subtracted"),
    f("administrative", AMOUNT, "0.007", "Weekly hazard of leaving for other reasons"),
    f(
        "adverse-event",
        Numbers(4, 0.0, 1.0),
        "[0, 0.001, 0.018, 0.14]",
        "Probability of leaving after a session whose worst event is none, mild, moderate, severe",
    ),
];

const UTILITY: &[Field] = &[
    f("benefit", AMOUNT, "100", "Worth of the mean relative benefit"),
    f("mild", AMOUNT, "0.3", "Loss for each mild event"),
    f("moderate", AMOUNT, "1.5", "Loss for each moderate event"),
    f("severe", AMOUNT, "10", "Loss for each severe event"),
    f("serious", AMOUNT, "60", "Loss for each serious event"),
    f("misuse", AMOUNT, "40", "Loss for onset of misuse"),
    f("hour", AMOUNT, "0.1", "Loss for each hour spent"),
];

const PRICES: &[Field] = &[
    f("session", AMOUNT, "10", "A session given"),
    f("observation-hour", AMOUNT, "2", "An hour of observation"),
    f("assessment", AMOUNT, "3", "An assessment"),
    f("pressure-check", AMOUNT, "0.2", "A blood pressure check"),
    f("questionnaire", AMOUNT, "0.5", "A questionnaire on adverse events"),
    f("screen", AMOUNT, "1", "A misuse screen"),
    f("serious-event", AMOUNT, "200", "A serious event"),
];
