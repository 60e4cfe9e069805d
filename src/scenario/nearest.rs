//! The known name that a misspelt one was most likely meant to be.

/// Longer names are not compared: the comparison takes time in proportion to both lengths.
const LONGEST: usize = 60;

/// The most alike of the known names, if any is like it at all: about one letter in three may differ.
pub(super) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let length = name.chars().count();
    if length > LONGEST {
        return None;
    }
    let name = name.to_lowercase().replace(['_', ' '], "-");
    known
        .iter()
        .map(|other| (strsim::osa_distance(&name, &other.to_lowercase()), *other))
        .filter(|(distance, other)| *distance <= length.min(other.chars().count()).div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_strange_word_none() {
        let known = ["disclosure", "min-score", "mode"];
        assert_eq!(nearest("disclosre", &known), Some("disclosure"));
        assert_eq!(nearest("Min_Score", &known), Some("min-score"));
        assert_eq!(nearest("banana", &known), None);
        assert_eq!(nearest("", &known), None);
        assert_eq!(nearest(&"mode".repeat(1000), &known), None);
    }
}
