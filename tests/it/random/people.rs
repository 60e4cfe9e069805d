//! Random people, screening and truth.

use super::Pen;

/// The smallest number that a quantity above 0 is tried with.
const TINY: f64 = 0.000_001;

/// The largest number of a file.
const HUGE: f64 = 100_000.0;

const PRIOR: [&str; 3] = ["none", "partial", "non-response"];

/// `[population]`, `[screening]` and `[world]`.
pub fn write(pen: &mut Pen) {
    if pen.coin() {
        pen.line("[population]");
        population(pen);
    }
    if pen.coin() {
        pen.line("[screening]");
        pen.word("mode", &["strict", "lenient", "caution"]);
        pen.count("min-score", 0, 40);
        pen.number("disclosure", 0.0, 1.0);
        pen.number("max-pressure", 80.0, 260.0);
        pen.number("inflation", 0.0, 1.0);
    }
    if pen.coin() {
        pen.line("[world]");
        world(pen);
    }
}

fn population(pen: &mut Pen) {
    mix(pen, "severity", ["mild", "moderate", "severe"]);
    match pen.below(3) {
        0 => {}
        1 => mix(pen, "prior", PRIOR),
        _ => {
            for class in ["mild", "moderate", "severe"] {
                mix(pen, &format!("prior.{class}"), PRIOR);
            }
        }
    }
    mix(pen, "co-medication", ["none", "a", "b"]);
    mix(pen, "metaboliser", ["slow", "typical", "fast"]);
    for flag in ["blood-pressure", "psychosis-like", "substance"] {
        pen.number(&format!("flags.{flag}"), 0.0, 1.0);
    }
    score(pen);
    ends(pen, "age", "mean", Some("sd"));
    ends(pen, "weight", "median", Some("sdlog"));
    ends(pen, "episode", "", None);
    pen.number("context.mean", -50.0, 50.0);
    spread(pen, "context.spread");
    traits(pen);
    pen.number("clearance", 0.25, 4.0);
    pen.number("ec50", 0.25, 4.0);
}

/// Shares in hundredths, so that they add up.
fn mix(pen: &mut Pen, key: &str, names: [&str; 3]) {
    if !pen.coin() {
        return;
    }
    let a = pen.whole(0, 100);
    let b = pen.whole(0, 100 - a);
    let share = |hundredths: u32| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let shares = [a, b, 100 - a - b].map(share);
    let fields: Vec<String> =
        names.iter().zip(shares).map(|(name, share)| format!("{name} = {share}")).collect();
    pen.put(key, format!("{{ {} }}", fields.join(", ")));
}

/// A standard deviation; 0 and next to 0 as often as any other.
fn spread(pen: &mut Pen, key: &str) {
    match pen.below(5) {
        0 => {}
        1 => pen.put(key, "5e-324"),
        _ => pen.number(key, 0.0, 100.0),
    }
}

/// Bounds that ascend and means within their classes; or a spread alone.
fn score(pen: &mut Pen) {
    spread(pen, "score.sd");
    if !pen.coin() {
        return;
    }
    let mut bounds = vec![f64::from(pen.whole(1, 15))];
    for _ in 0..3 {
        let last = *bounds.last().unwrap();
        bounds.push(last + f64::from(pen.whole(1, 30)) / 2.0);
    }
    let means: Vec<f64> = bounds
        .windows(2)
        .map(|b| b[0] + (b[1] - b[0]) * f64::from(pen.whole(0, 99)) / 100.0)
        .collect();
    pen.put("score.bounds", format!("{bounds:?}"));
    pen.put("score.means", format!("{means:?}"));
}

/// Lowest, middle and highest, in order; an episode has three middles, which need no order.
fn ends(pen: &mut Pen, key: &str, middle: &str, spread: Option<&str>) {
    if let Some(spread) = spread {
        self::spread(pen, &format!("{key}.{spread}"));
    } else {
        self::spread(pen, &format!("{key}.sdlog"));
    }
    if middle.is_empty() && pen.coin() {
        let medians: [f64; 3] = std::array::from_fn(|_| pen.real(TINY, HUGE));
        pen.put(&format!("{key}.medians"), format!("{medians:?}"));
    }
    if !pen.coin() {
        return;
    }
    let lowest = pen.any(&[&1.0, &40.0, &TINY, &0.5, &99_000.0]);
    let highest = if pen.coin() { HUGE } else { (lowest * 1.5).min(HUGE) };
    pen.put(&format!("{key}.lowest"), format!("{lowest:?}"));
    pen.put(&format!("{key}.highest"), format!("{highest:?}"));
    if !middle.is_empty() {
        let share = f64::from(1 + pen.below(99)) / 100.0;
        let within = lowest + (highest - lowest) * share;
        pen.put(&format!("{key}.{middle}"), format!("{within:?}"));
    }
}

fn world(pen: &mut Pen) {
    pen.number("efficacy", 0.0, 2.0);
    pen.number("unblinding", 0.0, 1.0);
    pen.number("life-events", 0.0, HUGE);
    pen.number("life-event-size", TINY, HUGE);
    pen.number("missed-session", 0.0, 1.0);
    pen.number("missed-assessment", 0.0, 1.0);
    pen.number("dropout.latent-share", 0.0, 1.0);
    for key in ["efficacy-intercept", "efficacy-slope", "efficacy-gain"] {
        if pen.coin() {
            pen.number(&format!("dropout.{key}"), -50.0, 50.0);
        }
    }
    pen.number("dropout.administrative", 0.0, HUGE);
    if pen.coin() {
        let chances: [f64; 4] = std::array::from_fn(|_| pen.real(0.0, 1.0));
        pen.put("dropout.adverse-event", format!("{chances:?}"));
    }
    for key in ["benefit", "mild", "moderate", "severe", "serious", "misuse", "hour"] {
        pen.number(&format!("utility.{key}"), 0.0, HUGE);
    }
    for key in [
        "session",
        "observation-hour",
        "assessment",
        "pressure-check",
        "questionnaire",
        "screen",
        "serious-event",
    ] {
        pen.number(&format!("prices.{key}"), 0.0, HUGE);
    }
}

/// A list of three numbers, or nothing.
fn three(pen: &mut Pen, key: &str, low: f64, high: f64) {
    if pen.coin() {
        let numbers: [f64; 3] = std::array::from_fn(|_| pen.real(low, high));
        pen.put(key, format!("{numbers:?}"));
    }
}

/// How people differ in what nobody can see.
fn traits(pen: &mut Pen) {
    three(pen, "kinetics.metaboliser", 0.25, 4.0);
    three(pen, "sensitivity.prior", -5.0, 5.0);
    three(pen, "context.prior", -50.0, 50.0);
    pen.number("kinetics.inhibited", 0.25, 4.0);
    for key in ["kinetics.clearance-spread", "kinetics.volume-spread", "sensitivity.spread"] {
        pen.number(key, 0.0, 5.0);
    }
    for key in ["sensitivity.severity", "sensitivity.chronicity", "sensitivity.blunted"] {
        pen.number(key, -5.0, 5.0);
    }
    for key in [
        "benefit.mean",
        "benefit.chronicity",
        "recovery.mean",
        "recovery.chronicity",
        "context.chronicity",
        "context.severity",
    ] {
        pen.number(key, -50.0, 50.0);
    }
    for key in ["benefit.spread", "recovery.spread", "susceptibility", "fluctuation", "rater"] {
        spread(pen, key);
    }
    for key in ["context.expectancy", "tolerance.share", "tolerance.prone", "tolerance.others"] {
        pen.number(key, 0.0, 1.0);
    }
    pen.number("afterglow.half-life", TINY, HUGE);
    pen.number("pressure.usual", 80.0, 260.0);
    spread(pen, "pressure.sd");
    pen.number("pressure.age", -5.0, 5.0);
    pen.number("pressure.weight", -5.0, 5.0);
    pen.number("pressure.flagged", 0.0, HUGE);
    for key in ["afterglow.spread", "pressure.rise-spread", "misuse"] {
        pen.number(key, 0.0, 5.0);
    }
}
