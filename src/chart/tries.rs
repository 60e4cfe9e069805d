//! The marks that tries leave under a control: one a dose, beside the line of the arm it is compared with.

use std::fmt::Write;

use super::percent;
use super::slot::Slot;

/// A try: a place on the control and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Try {
    /// Step of the control.
    pub step: usize,
    /// Severe events of the people shown.
    pub severe: usize,
}

/// What the strip shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip<'a> {
    /// The tries, each step at most once.
    pub tries: &'a [Try],
    /// The step chosen now.
    pub now: usize,
    /// Steps of the control.
    pub steps: usize,
    /// Slot of the arm that is changed.
    pub slot: Slot,
    /// Slot and severe events of the arm it is compared with.
    pub other: (Slot, usize),
}

/// Height of the strip, px.
pub const HEIGHT: u32 = 92;

/// The strip as the inside of an `svg` element of that height without a view box.
pub fn strip(strip: &Strip) -> String {
    let most = strip.tries.iter().map(|t| t.severe).chain([strip.other.1, 10]).max().unwrap_or(10);
    let y = |severe: usize| {
        let share = f64::from(u32::try_from(severe).unwrap_or(0))
            / f64::from(u32::try_from(most).unwrap_or(1));
        f64::from(HEIGHT) - 10.0 - share * (f64::from(HEIGHT) - 34.0)
    };
    let x = |step: usize| {
        let last = strip.steps.saturating_sub(1).max(1);
        let share = f64::from(u32::try_from(step).unwrap_or(0))
            / f64::from(u32::try_from(last).unwrap_or(1));
        percent(share)
    };
    let (other, severe) = strip.other;
    let line = y(severe);
    let floor = HEIGHT - 10;
    // The label of the line keeps away from the mark of the step chosen now.
    let left = 2 * strip.now >= strip.steps;
    let mut out = format!(
        r#"<line class="base" x1="0" x2="100%" y1="{floor}" y2="{floor}"/><line class="bar {0}" x1="0" x2="100%" y1="{line:.1}" y2="{line:.1}"/><text class="name {0}" x="{3}" y="{1:.1}" text-anchor="{4}">{2}: {severe}</text>"#,
        other.class(),
        line - 7.0,
        other.letter(),
        if left { "0" } else { "100%" },
        if left { "start" } else { "end" }
    );
    for step in 0..strip.steps {
        match strip.tries.iter().find(|t| t.step == step) {
            None => {
                let _ = write!(
                    out,
                    r#"<circle class="untried" cx="{}" cy="{}" r="2"/>"#,
                    x(step),
                    floor - 14
                );
            }
            Some(tried) => mark(&mut out, strip, *tried, (&x(step), y(tried.severe))),
        }
    }
    out
}

fn mark(out: &mut String, strip: &Strip, tried: Try, (x, y): (&str, f64)) {
    let now = tried.step == strip.now;
    let halo = if now { r#"<circle class="you" r="11"/>"# } else { "" };
    let near_end = tried.step + 1 == strip.steps;
    let (shift, anchor) = if near_end { (-14, "end") } else { (14, "start") };
    let _ = write!(
        out,
        r#"<svg x="{x}" y="{y:.1}" overflow="visible">{halo}{}<text class="name {}" x="{shift}" y="5" text-anchor="{anchor}">{}</text></svg>"#,
        strip.slot.marker(5.5),
        strip.slot.class(),
        tried.severe
    );
}
