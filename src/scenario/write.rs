//! Writes a scenario as a file: what differs from the defaults, in the order in which files are read.

use super::SCHEMA;
use super::Scenario;
use super::defaults;
use super::people::PRIOR;
use super::people::SEVERITY;
use super::write_arm;
use crate::protocol::Protocol;
use crate::protocol::allocation::Strata;
use crate::protocol::population::Population;
use crate::protocol::population::Screening;
use crate::protocol::population::ScreeningMode;
use crate::protocol::population::traits::Traits;
use crate::protocol::world::World;
use crate::unit::Mix;

/// The text of a file that reads as this scenario.
///
/// Comments are not kept, and what has its default value is left out; [`parse`](super::parse) of the text gives an equal
/// scenario.
pub fn write(scenario: &Scenario) -> String {
    let protocol = &scenario.protocol;
    let mut text = Text::default();
    text.line(&format!("schema = {SCHEMA}"));
    text.line(&format!("title = {}", quoted(&protocol.title)));
    for (key, words) in [
        ("question", &protocol.question),
        ("teaching", &scenario.teaching),
        ("look-at", &scenario.look_at),
    ] {
        if !words.is_empty() {
            text.line(&format!("{key} = {}", paragraphs(words)));
        }
    }
    study(&mut text, protocol);
    population(&mut text, &protocol.population);
    screening(&mut text, &protocol.screening);
    world(&mut text, &protocol.world);
    for arm in &protocol.arms {
        write_arm::arm(&mut text, protocol, arm);
    }
    text.0
}

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct Text(String);

impl Text {
    pub fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A table with the keys that differ; nothing when none does.
    pub fn table(&mut self, header: &str, keys: &[String]) {
        if !keys.is_empty() {
            self.line(&format!("\n{header}"));
            for key in keys {
                self.line(key);
            }
        }
    }
}

/// A key with its value, if it differs from the default.
pub(super) fn key<T: PartialEq>(
    name: &str,
    value: &T,
    default: &T,
    words: impl Fn(&T) -> String,
) -> Option<String> {
    (value != default).then(|| format!("{name} = {}", words(value)))
}

/// A quantity as a number with all digits it needs.
pub(super) fn number<T: Copy + Into<f64>>(x: &T) -> String {
    let x: f64 = (*x).into();
    format!("{x}")
}

fn numbers<T: Copy + Into<f64>>(all: &[T]) -> String {
    let words: Vec<String> = all.iter().map(number).collect();
    format!("[{}]", words.join(", "))
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let hex = format!("\\u{:04X}", u32::from(c));
                out.push_str(&hex);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text of several lines as it is read.
fn paragraphs(text: &str) -> String {
    let plain = text.chars().all(|c| c == '\n' || !c.is_control());
    if !plain || !text.contains('\n') {
        return quoted(text);
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"\"\"\n{escaped}\n\"\"\"")
}

fn mix(shares: &Mix<3>, names: [&str; 3]) -> String {
    let all = names.iter().zip(shares.shares()).map(|(name, share)| format!("{name} = {share}"));
    format!("{{ {} }}", all.collect::<Vec<String>>().join(", "))
}

fn study(text: &mut Text, protocol: &Protocol) {
    let weeks = protocol.horizon.0 / 7;
    let keys = [
        key("weeks", &weeks, &defaults::WEEKS, ToString::to_string),
        key("ladder", &protocol.ladder, &defaults::ladder(), |ladder| numbers(&ladder.0)),
    ];
    for line in keys.into_iter().flatten() {
        text.line(&line);
    }
    let (trial, d) = (&protocol.trial, defaults::TRIAL);
    let keys = [
        key("per-arm", &trial.per_arm, &d.per_arm, ToString::to_string),
        key("strata", &trial.strata, &d.strata, |strata| match strata {
            Strata::None => quoted("none"),
            Strata::Severity => quoted("severity"),
        }),
    ];
    text.table("[trial]", &keys.into_iter().flatten().collect::<Vec<_>>());
}

fn population(text: &mut Text, people: &Population) {
    let d = defaults::population();
    let mut keys: Vec<Option<String>> =
        vec![key("severity", &people.severity, &d.severity, |shares| mix(shares, SEVERITY))];
    if people.prior != d.prior {
        keys.extend(
            SEVERITY
                .iter()
                .zip(&people.prior)
                .map(|(class, shares)| Some(format!("prior.{class} = {}", mix(shares, PRIOR)))),
        );
    }
    keys.extend([
        key("co-medication", &people.comedication, &d.comedication, |shares| {
            mix(shares, ["none", "a", "b"])
        }),
        key("metaboliser", &people.metaboliser, &d.metaboliser, |shares| {
            mix(shares, ["slow", "typical", "fast"])
        }),
        key("flags.blood-pressure", &people.flags[0], &d.flags[0], number),
        key("flags.psychosis-like", &people.flags[1], &d.flags[1], number),
        key("flags.substance", &people.flags[2], &d.flags[2], number),
        key("score.means", &people.score.means, &d.score.means, |all| numbers(all)),
        key("score.sd", &people.score.sd, &d.score.sd, number),
        key("score.bounds", &people.score.bounds, &d.score.bounds, |all| numbers(all)),
        key("age.mean", &people.age.mean, &d.age.mean, number),
        key("age.sd", &people.age.sd, &d.age.sd, number),
        key("age.lowest", &people.age.lowest, &d.age.lowest, number),
        key("age.highest", &people.age.highest, &d.age.highest, number),
        key("weight.median", &people.weight.median, &d.weight.median, number),
        key("weight.sdlog", &people.weight.sdlog, &d.weight.sdlog, number),
        key("weight.lowest", &people.weight.lowest, &d.weight.lowest, number),
        key("weight.highest", &people.weight.highest, &d.weight.highest, number),
        key("episode.medians", &people.episode.medians, &d.episode.medians, |all| numbers(all)),
        key("episode.sdlog", &people.episode.sdlog, &d.episode.sdlog, number),
        key("episode.lowest", &people.episode.lowest, &d.episode.lowest, number),
        key("episode.highest", &people.episode.highest, &d.episode.highest, number),
        key("clearance", &people.clearance, &d.clearance, number),
        key("ec50", &people.ec50, &d.ec50, number),
    ]);
    keys.extend(traits(&people.traits));
    text.table("[population]", &keys.into_iter().flatten().collect::<Vec<_>>());
}

fn traits(traits: &Traits) -> Vec<Option<String>> {
    let d = defaults::traits();
    let (pk, pk_d) = (&traits.kinetics, &d.kinetics);
    let (ec50, ec50_d) = (&traits.sensitivity, &d.sensitivity);
    let (context, context_d) = (&traits.context, &d.context);
    let (sbp, sbp_d) = (&traits.pressure, &d.pressure);
    vec![
        key("kinetics.metaboliser", &pk.metaboliser, &pk_d.metaboliser, |all| numbers(all)),
        key("kinetics.inhibited", &pk.inhibited, &pk_d.inhibited, number),
        key("kinetics.clearance-spread", &pk.clearance_spread, &pk_d.clearance_spread, number),
        key("kinetics.volume-spread", &pk.volume_spread, &pk_d.volume_spread, number),
        key("sensitivity.prior", &ec50.prior, &ec50_d.prior, |all| numbers(all)),
        key("sensitivity.severity", &ec50.severity, &ec50_d.severity, number),
        key("sensitivity.chronicity", &ec50.chronicity, &ec50_d.chronicity, number),
        key("sensitivity.blunted", &ec50.blunted, &ec50_d.blunted, number),
        key("sensitivity.spread", &ec50.spread, &ec50_d.spread, number),
        key("benefit.mean", &traits.benefit.mean, &d.benefit.mean, number),
        key("benefit.chronicity", &traits.benefit.chronicity, &d.benefit.chronicity, number),
        key("benefit.spread", &traits.benefit.spread, &d.benefit.spread, number),
        key("context.mean", &context.mean, &context_d.mean, number),
        key("context.prior", &context.prior, &context_d.prior, |all| numbers(all)),
        key("context.chronicity", &context.chronicity, &context_d.chronicity, number),
        key("context.severity", &context.severity, &context_d.severity, number),
        key("context.spread", &context.spread, &context_d.spread, number),
        key("context.expectancy", &context.expectancy, &context_d.expectancy, number),
        key("recovery.mean", &traits.recovery.mean, &d.recovery.mean, number),
        key("recovery.chronicity", &traits.recovery.chronicity, &d.recovery.chronicity, number),
        key("recovery.spread", &traits.recovery.spread, &d.recovery.spread, number),
        key("afterglow.half-life", &traits.afterglow.half_life, &d.afterglow.half_life, number),
        key("afterglow.spread", &traits.afterglow.spread, &d.afterglow.spread, number),
        key("tolerance.share", &traits.tolerance.share, &d.tolerance.share, number),
        key("tolerance.prone", &traits.tolerance.prone, &d.tolerance.prone, number),
        key("tolerance.others", &traits.tolerance.others, &d.tolerance.others, number),
        key("pressure.usual", &sbp.usual, &sbp_d.usual, number),
        key("pressure.age", &sbp.age, &sbp_d.age, number),
        key("pressure.weight", &sbp.weight, &sbp_d.weight, number),
        key("pressure.sd", &sbp.sd, &sbp_d.sd, number),
        key("pressure.flagged", &sbp.flagged, &sbp_d.flagged, number),
        key("pressure.rise-spread", &sbp.rise_spread, &sbp_d.rise_spread, number),
        key("susceptibility", &traits.susceptibility, &d.susceptibility, number),
        key("misuse", &traits.misuse, &d.misuse, number),
        key("fluctuation", &traits.fluctuation, &d.fluctuation, number),
        key("rater", &traits.rater, &d.rater, number),
    ]
}

fn screening(text: &mut Text, screening: &Screening) {
    let d = defaults::screening();
    let keys = [
        key("mode", &screening.mode, &d.mode, |mode| match mode {
            ScreeningMode::Strict => quoted("strict"),
            ScreeningMode::Lenient => quoted("lenient"),
            ScreeningMode::Caution => quoted("caution"),
        }),
        key("min-score", &screening.min_score, &d.min_score, ToString::to_string),
        key("disclosure", &screening.disclosure, &d.disclosure, number),
        key("max-pressure", &screening.max_pressure, &d.max_pressure, number),
        key("inflation", &screening.inflation, &d.inflation, number),
    ];
    text.table("[screening]", &keys.into_iter().flatten().collect::<Vec<_>>());
}

fn world(text: &mut Text, world: &World) {
    let d = defaults::world();
    let (leave, leave_d) = (&world.dropout, &d.dropout);
    let (worth, worth_d) = (&world.utility, &d.utility);
    let (price, price_d) = (&world.prices, &d.prices);
    let keys = [
        key("efficacy", &world.efficacy, &d.efficacy, number),
        key("unblinding", &world.unblinding, &d.unblinding, number),
        key("life-events", &world.life_events, &d.life_events, number),
        key("life-event-size", &world.life_event_size, &d.life_event_size, number),
        key("missed-session", &world.missed_session, &d.missed_session, number),
        key("missed-assessment", &world.missed_assessment, &d.missed_assessment, number),
        key("dropout.latent-share", &leave.latent_share, &leave_d.latent_share, number),
        key(
            "dropout.efficacy-intercept",
            &leave.efficacy_intercept,
            &leave_d.efficacy_intercept,
            number,
        ),
        key("dropout.efficacy-slope", &leave.efficacy_slope, &leave_d.efficacy_slope, number),
        key("dropout.efficacy-gain", &leave.efficacy_gain, &leave_d.efficacy_gain, number),
        key("dropout.administrative", &leave.administrative, &leave_d.administrative, number),
        key("dropout.adverse-event", &leave.adverse_event, &leave_d.adverse_event, |all| {
            numbers(all)
        }),
        key("utility.benefit", &worth.benefit, &worth_d.benefit, number),
        key("utility.mild", &worth.mild, &worth_d.mild, number),
        key("utility.moderate", &worth.moderate, &worth_d.moderate, number),
        key("utility.severe", &worth.severe, &worth_d.severe, number),
        key("utility.serious", &worth.serious, &worth_d.serious, number),
        key("utility.misuse", &worth.misuse, &worth_d.misuse, number),
        key("utility.hour", &worth.hour, &worth_d.hour, number),
        key("prices.session", &price.session, &price_d.session, number),
        key("prices.observation-hour", &price.observation_hour, &price_d.observation_hour, number),
        key("prices.assessment", &price.assessment, &price_d.assessment, number),
        key("prices.pressure-check", &price.pressure_check, &price_d.pressure_check, number),
        key("prices.questionnaire", &price.questionnaire, &price_d.questionnaire, number),
        key("prices.screen", &price.screen, &price_d.screen, number),
        key("prices.serious-event", &price.serious_event, &price_d.serious_event, number),
    ];
    text.table("[world]", &keys.into_iter().flatten().collect::<Vec<_>>());
}
