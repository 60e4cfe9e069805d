//! Text with `{{name}}` holes.

use anyhow::Result;
use anyhow::bail;

/// Fills every hole of a template; values are not looked into for further holes.
///
/// # Errors
/// When a hole has no value or is not closed: a page with a hole in it must not be written.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("a hole {{{{ is not closed");
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name.trim()) else {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            bail!("no value for the hole {{{{{name}}}}}; there are {}", known.join(", "));
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::fill;

    #[test]
    fn holes_are_filled_once() {
        let text = fill("a {{x}} b {{ y }} {{x}}", &[("x", "{{y}}"), ("y", "2")]).unwrap();
        assert_eq!(text, "a {{y}} b 2 {{y}}");
    }

    #[test]
    fn a_hole_without_a_value_is_refused() {
        let fault = fill("{{style}} {{nosuch}}", &[("style", "s")]).unwrap_err().to_string();
        assert!(fault.contains("nosuch"), "{fault}");
        assert!(fill("{{style", &[("style", "s")]).is_err());
    }
}
