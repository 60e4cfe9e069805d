//! A text or a few bytes in a link: deflated, in base64url without padding.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The largest text that is unpacked, bytes: well above any scenario, well below what would trouble a phone.
const LARGEST: usize = 256_000;

/// The largest part of a protocol that is unpacked, bytes: above any table of all the rows it may have.
const LARGEST_PART: usize = 8_000;

/// How hard a text is pressed, of 10.
const LEVEL: u8 = 9;

/// The first byte of a packed part: the version of its form.
const FORM: u8 = 1;

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

/// A part of a protocol in letters that need no escape.
pub fn pack_part<T: Serialize>(part: &T) -> String {
    let bytes = postcard::to_allocvec(&(FORM, part)).unwrap_or_default(); // cannot fail in memory
    URL_SAFE_NO_PAD.encode(compress_to_vec(&bytes, LEVEL))
}

/// The part; none when the letters are garbled, of another form or too large.
pub fn unpack_part<T: DeserializeOwned>(letters: &str) -> Option<T> {
    let pressed = URL_SAFE_NO_PAD.decode(letters).ok()?;
    let bytes = decompress_to_vec_with_limit(&pressed, LARGEST_PART).ok()?;
    let (form, rest) = bytes.split_first()?;
    let (part, rest) = postcard::take_from_bytes(rest).ok().filter(|_| *form == FORM)?;
    rest.is_empty().then_some(part)
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

    #[test]
    fn a_part_comes_back_whole_or_not_at_all() {
        let part = vec![3_u16, 5];
        let letters = pack_part(&part);
        assert_eq!(unpack_part(&letters), Some(part));
        assert_eq!(unpack_part::<u8>(&letters), None, "something would be left over");
        let press = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(compress_to_vec(bytes, LEVEL));
        assert_eq!(unpack_part::<u8>(&press(&[FORM, 7])), Some(7));
        assert_eq!(unpack_part::<u8>(&press(&[FORM + 1, 7])), None, "another form");
        assert_eq!(unpack_part::<Vec<u8>>(&press(&[FORM; LARGEST_PART + 1])), None, "a flood");
    }
}
