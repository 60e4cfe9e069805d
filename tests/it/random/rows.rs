//! Random decision tables.

use super::Pen;

const PRIOR: [&str; 3] = ["none", "partial", "non-response"];
const REPORTS: [&str; 4] = ["nothing", "mild", "moderate", "severe"];

/// `[[arm.start]]`, if the first dose has not been said, and `[[arm.row]]`.
pub fn write(pen: &mut Pen, ladder: &[String], has_start: bool) {
    if !has_start && pen.coin() {
        for _ in 0..pen.below(6) {
            pen.line("[[arm.start]]");
            span(pen, ["baseline-at-least", "baseline-below"], 0, 60);
            pen.word("prior", &PRIOR);
            dose(pen, "dose", ladder);
        }
        pen.line("[[arm.start]]");
        dose(pen, "dose", ladder);
    }
    let most = if pen.below(8) == 7 { 24 } else { 6 };
    for _ in 0..pen.below(most + 1) {
        pen.line("[[arm.row]]");
        conditions(pen, ladder);
        action(pen, ladder);
    }
}

fn dose(pen: &mut Pen, key: &str, ladder: &[String]) {
    let at = pen.below(u32::try_from(ladder.len()).unwrap()) as usize;
    pen.put(key, &ladder[at]);
}

/// One end, both or none, in order.
fn span(pen: &mut Pen, [least, below]: [&str; 2], low: u32, high: u32) {
    let from = pen.whole(low, high - 1);
    let to = from + 1 + pen.below(high - from);
    match pen.below(6) {
        3 => pen.put(least, from),
        4 => pen.put(below, to),
        5 => {
            pen.put(least, from);
            pen.put(below, to);
        }
        _ => {}
    }
}

fn conditions(pen: &mut Pen, ladder: &[String]) {
    match pen.below(4) {
        1 => pen.number("improvement-at-least", -1.0, 1.0),
        2 => pen.number("improvement-below", -1.0, 1.0),
        3 => {
            let from = pen.real(-1.0, 0.5);
            pen.put("improvement-at-least", format!("{from:?}"));
            pen.put("improvement-below", format!("{:?}", from + 0.25));
        }
        _ => {}
    }
    if pen.coin() {
        let (least, most) = pen.range(4);
        pen.put("reported-at-least", format!("\"{}\"", REPORTS[least]));
        if pen.coin() {
            pen.put("reported-at-most", format!("\"{}\"", REPORTS[most]));
        }
    }
    span(pen, ["sessions-at-least", "sessions-below"], 0, 200);
    span(pen, ["weeks-at-least", "weeks-below"], 0, 60);
    if pen.coin() {
        let (least, most) = pen.range(ladder.len());
        pen.put("dose-at-most", &ladder[most]);
        if pen.coin() {
            pen.put("dose-at-least", &ladder[least]);
        }
    }
    if pen.below(3) == 2 {
        pen.word("phase", &["induction", "maintenance", "rescue"]);
    }
    if pen.below(3) == 2 {
        pen.word("prior", &PRIOR);
    }
}

fn action(pen: &mut Pen, ladder: &[String]) {
    let then = pen.any(&["stay", "raise", "lower", "washout", "raise", "stop"]);
    pen.put("then", format!("\"{then}\""));
    if matches!(then, "raise" | "lower" | "washout") {
        pen.count("by", 1, 11);
    }
    if matches!(then, "raise" | "washout") && pen.coin() {
        dose(pen, "up-to", ladder);
    }
    if then == "washout" {
        pen.count("days", 1, 84);
    }
}
