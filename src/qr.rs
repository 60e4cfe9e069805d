//! A text as a QR code, drawn as a path. Knows nothing of trials; the encoder is a library's.

use std::fmt::Write;

use qrcodegen::QrCode;
use qrcodegen::QrCodeEcc;

/// Modules of white around the code, as its standard (ISO/IEC 18004) asks.
const QUIET: i32 = 4;

/// A code to draw: its side with the white around it, in modules, and the dark modules as the `d` of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules on a side.
    pub side: i32,
    /// The dark ones, run by run.
    pub path: String,
}

/// The code of a text; none of one that is too long for any.
///
/// The lowest level of error correction that fits is raised by the encoder as far as the size allows, so a short link is as
/// robust as it can be and a long one is as coarse as it can be.
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Code { side: size + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three squares in the corners are seven modules wide, with white around the code.
    #[test]
    fn a_code_has_its_finders_inside_the_quiet_zone() {
        let code = code("https://titrarium.example/#/compare?v=1&seed=7").expect("short");
        let far = code.side - QUIET - 7;
        for corner in [(QUIET, QUIET), (far, QUIET), (QUIET, far)] {
            let run = format!("M{} {}h7v1h-7z", corner.0, corner.1);
            assert!(code.path.contains(&run), "{run}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert!(code(&"x".repeat(2_953)).is_some());
        assert_eq!(code(&"x".repeat(2_954)), None);
    }
}
