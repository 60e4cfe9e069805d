//! How numbers are written: true minus, no-break spaces, as many digits as the error allows.

use std::cell::Cell;

use crate::tally::Estimate;

/// How decimals and thousands are set off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// 1,000.5
    #[default]
    Point,
    /// 1 000,5
    Comma,
}

thread_local! {
    /// What the reader of this thread prefers. Only what people read is written by it; files for programs are not.
    static SIGN: Cell<Sign> = const { Cell::new(Sign::Point) };
}

/// Writes numbers by a sign from here on, in this thread.
pub fn prefer(sign: Sign) {
    SIGN.set(sign);
}

/// Reads a number as people type it, by the sign that they prefer. Spaces are left out, and so is the mark of thousands
/// where three digits stand between two of them; anywhere else it is a decimal sign of the other kind, and refused.
pub fn typed(text: &str) -> Option<f64> {
    let (thousands, point) = match SIGN.get() {
        Sign::Point => (',', '.'),
        Sign::Comma => ('.', ','),
    };
    let clean: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let clean = clean.replace('\u{2212}', "-");
    let (whole, decimals) = clean.split_once(point).unwrap_or((&clean, ""));
    if decimals.contains([',', '.']) {
        return None;
    }
    let mut groups = whole.trim_start_matches('-').split(thousands);
    let first = groups.next()?;
    let mut rest = groups.peekable();
    if rest.peek().is_some() && (first.starts_with('0') || !(1..=3).contains(&first.len())) {
        return None;
    }
    if rest.any(|group| group.len() != 3) {
        return None;
    }
    format!("{}.{decimals}", whole.replace(thousands, "")).parse().ok()
}

/// A number with a fixed number of decimals and a true minus; "−0" is written "0".
pub fn decimal(x: f64, decimals: usize) -> String {
    let mut text = format!("{x:.decimals$}");
    if SIGN.get() == Sign::Comma {
        text = text.replace('.', ",");
    }
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|c| matches!(c, '0' | '.' | ',')) => rest.to_owned(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// A whole number with thousands set off: "8,000".
pub fn whole(n: u64) -> String {
    let between = match SIGN.get() {
        Sign::Point => ',',
        Sign::Comma => '\u{a0}',
    };
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

/// An estimate and its Monte Carlo standard error, "44.1 ± 0.6"; `factor` 100 for a percentage.
pub fn with_error(estimate: Estimate, factor: f64, decimals: usize) -> String {
    format!(
        "{} \u{b1} {}",
        decimal(factor * estimate.estimate, decimals),
        decimal(factor * estimate.mcse, decimals)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_preferred_by_whoever_says_so() {
        prefer(Sign::Comma);
        assert_eq!(decimal(-12.345, 1), "\u{2212}12,3");
        assert_eq!(decimal(-0.04, 1), "0,0");
        assert_eq!(whole(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(["1,5", "1.000", "1 000"].map(typed), [Some(1.5), Some(1000.0), Some(1000.0)]);
        assert_eq!(["1.5", "0.125", "1.00", "1,5,0"].map(typed), [None; 4]);
        prefer(Sign::Point);
        assert_eq!(
            ["1.5", "1,000", "\u{2212}2", "-1,234,567.25", "7"].map(typed),
            [1.5, 1000.0, -2.0, -1_234_567.25, 7.0].map(Some)
        );
        let refused =
            ["x", "", "2,5", "0,125", "1,00", "12,3456", "1000,000", ",500", "1.5,000", "1.2.3"];
        assert_eq!(refused.map(typed), [None; 10]);
    }

    #[test]
    fn numbers_are_written_as_people_read_them() {
        assert_eq!(decimal(-12.345, 1), "\u{2212}12.3");
        assert_eq!(decimal(-0.04, 1), "0.0");
        assert_eq!([0, 999, 1000, 1_234_567].map(whole), ["0", "999", "1,000", "1,234,567"]);
        let half = Estimate { estimate: 0.441, mcse: 0.0056, n: 8000 };
        assert_eq!(with_error(half, 100.0, 1), "44.1 \u{b1} 0.6");
    }
}
