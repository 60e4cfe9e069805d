//! A text in a link: deflated, in base64url without padding.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The largest text that is unpacked, bytes: well above any scenario, well below what would trouble a phone.
const LARGEST: usize = 256_000;

/// How hard the text is pressed, of 10.
const LEVEL: u8 = 9;

/// A text in letters that need no escape.
pub fn pack(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), LEVEL))
}

/// The text; none when the letters are garbled, or the text is no text or too large.
pub fn unpack(letters: &str) -> Option<String> {
    let pressed = URL_SAFE_NO_PAD.decode(letters).ok()?;
    let bytes = decompress_to_vec_with_limit(&pressed, LARGEST).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_a_flood_does_not() {
        let text = "schema = 1\ntitle = \"Häufig\"\n".repeat(40);
        assert_eq!(unpack(&pack(&text)), Some(text));
        assert_eq!(unpack(&pack(&"0".repeat(LARGEST))).map(|text| text.len()), Some(LARGEST));
        // A few hundred letters that would become a gigabyte are stopped on the way.
        assert_eq!(unpack(&pack(&"0".repeat(LARGEST + 1))), None);
        assert_eq!(unpack("not base64!"), None);
    }
}
