//! How numbers are written: true minus, no-break spaces, as many digits as the error allows.

use crate::tally::Estimate;

/// A number with a fixed number of decimals and a true minus; "−0" is written "0".
pub fn decimal(x: f64, decimals: usize) -> String {
    let text = format!("{x:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|c| matches!(c, '0' | '.')) => rest.to_owned(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// A whole number with thousands separated by commas: "8,000".
pub fn whole(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
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
    fn numbers_are_written_as_people_read_them() {
        assert_eq!(decimal(-12.345, 1), "\u{2212}12.3");
        assert_eq!(decimal(-0.04, 1), "0.0");
        assert_eq!([0, 999, 1000, 1_234_567].map(whole), ["0", "999", "1,000", "1,234,567"]);
        let half = Estimate { estimate: 0.441, mcse: 0.0056, n: 8000 };
        assert_eq!(with_error(half, 100.0, 1), "44.1 \u{b1} 0.6");
    }
}
