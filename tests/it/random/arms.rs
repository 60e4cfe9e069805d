//! Random arms, with schedules and monitoring for all of them and for each.

use super::Pen;
use super::rows;

/// What a part of the file may say without making another part wrong.
#[derive(Clone, Copy)]
struct Setting {
    weeks: u32,
    /// Whether somebody may be withdrawn, and so all assessments are weekly.
    withdrawal: bool,
}

/// `[schedule]`, `[monitoring]`, `[trial]` and the arms.
pub fn write(pen: &mut Pen, weeks: u32, ladder: &[String]) {
    let withdrawal = pen.below(4) == 3 && weeks > 4;
    let setting = Setting { weeks, withdrawal };
    let shared = if pen.coin() { schedule(pen, "schedule", setting, Base::OFF) } else { Base::OFF };
    if pen.coin() {
        monitoring(pen, "monitoring", setting);
    }
    if pen.coin() {
        pen.line("[trial]");
        pen.count("per-arm", 2, 10_000);
        pen.word("strata", &["none", "severity"]);
    }
    let most = if pen.below(8) == 7 { 12 } else { 4 };
    for index in 0..=pen.below(most) {
        pen.line("[[arm]]");
        pen.put("name", format!("\"Arm {index}\""));
        arm(pen, (setting, shared), ladder);
    }
}

/// What a schedule begins from.
#[derive(Clone, Copy)]
struct Base {
    withdraws: bool,
    ladder: bool,
}

impl Base {
    const OFF: Self = Self { withdraws: false, ladder: true };
}

fn schedule(pen: &mut Pen, header: &str, setting: Setting, base: Base) -> Base {
    pen.line(&format!("[{header}]"));
    pen.count("induction-weeks", 1, 26);
    let ladder = match pen.below(4) {
        0 => base.ladder,
        1 => {
            pen.put("maintenance", "\"none\"");
            false
        }
        2 => {
            let days = pen.whole(1, 84);
            pen.put("maintenance", days);
            false
        }
        _ => {
            pen.put("maintenance", "\"ladder\"");
            true
        }
    };
    if ladder {
        pen.word("spacing", &["stretch", "hold"]);
        if pen.coin() {
            let mut intervals = vec![1 + pen.below(14)];
            for _ in 0..pen.below(6) {
                intervals.push(intervals.last().unwrap() + 1 + pen.below(14));
            }
            pen.put("intervals", format!("{intervals:?}"));
        }
    }
    pen.word("relapse", &["rescue", "continue"]);
    pen.word("non-response", &["continue", "stop"]);
    let withdraws = match pen.below(3) {
        2 if setting.withdrawal => {
            let week = pen.whole(4, setting.weeks - 1);
            pen.put("withdraw-at-week", week);
            true
        }
        1 => {
            pen.put("withdraw-at-week", "\"never\"");
            false
        }
        _ => base.withdraws,
    };
    if withdraws {
        pen.word("branch", &["randomise", "continue", "stop"]);
    }
    Base { withdraws, ladder }
}

fn monitoring(pen: &mut Pen, header: &str, setting: Setting) {
    pen.line(&format!("[{header}]"));
    pen.word("preset", &["none", "standard", "intensive"]);
    if setting.withdrawal {
        pen.put("assess-every", 7);
    } else if pen.coin() {
        let days = pen.any(&["7", "14", "28"]);
        pen.put("assess-every", days);
    }
    pen.word("day-1", &["assess", "skip"]);
    pen.number("observe-hours", 0.0, 24.0);
    pen.or_never("hold-at", |pen| format!("{:?}", pen.real(80.0, 260.0)));
    pen.word("elicitation", &["spontaneous", "solicited"]);
    pen.or_never("screen-every", |pen| (7 * pen.whole(1, 12)).to_string());
    pen.or_never("stop-after-severe", |pen| pen.whole(1, 100).to_string());
    pen.word("worsening", &["stop", "continue"]);
    pen.word("tolerability", &["reduce", "continue"]);
}

fn arm(pen: &mut Pen, (setting, shared): (Setting, Base), ladder: &[String]) {
    let mut rules = vec!["fixed", "forced", "response", "toxicity", "stepped", "table"];
    if ladder.len() >= 6 {
        rules.push("severity");
    }
    let rule = pen.any(&rules);
    pen.put("rule", format!("\"{rule}\""));
    let treatment = pen.any(&["drug", "drug", "placebo", "none"]);
    if treatment != "drug" || pen.coin() {
        pen.put("treatment", format!("\"{treatment}\""));
    }
    pen.word("blinding", &["blind", "open"]);
    pen.word("dosing", &["flat", "per-kg"]);
    if pen.coin() {
        pen.put("route", "\"variable\"");
        pen.word("route-dose", &["plain", "adjusted"]);
    }
    let doses = doses(pen, (rule, treatment), ladder);
    if rule == "response" {
        pen.word("when-well", &["ease-down", "keep"]);
    }
    if pen.below(3) == 2 {
        schedule(pen, "arm.schedule", setting, shared);
    }
    if pen.below(3) == 2 {
        monitoring(pen, "arm.monitoring", setting);
    }
    if rule == "table" {
        rows::write(pen, ladder, doses);
    }
}

/// Limits, and the doses that the rule takes within them. Whether a table has its first dose already.
fn doses(pen: &mut Pen, (rule, treatment): (&str, &str), ladder: &[String]) -> bool {
    let (low, high) = if pen.coin() {
        let (low, high) = pen.range(ladder.len());
        pen.put("lowest", &ladder[low]);
        pen.put("highest", &ladder[high]);
        (low, high)
    } else {
        (0, ladder.len() - 1)
    };
    let within = |pen: &mut Pen| {
        let at = low + pen.below(u32::try_from(high - low + 1).unwrap()) as usize;
        ladder[at].clone()
    };
    if rule == "fixed" && (treatment == "drug" || pen.coin()) {
        let dose = within(pen);
        pen.put("dose", dose);
    }
    let takes_start = !matches!(rule, "fixed" | "severity");
    let says_start = takes_start && pen.coin();
    if says_start {
        let dose = within(pen);
        pen.put("start", dose);
    }
    if rule == "forced" && pen.coin() {
        let dose = within(pen);
        pen.put("target", dose);
    }
    says_start
}
