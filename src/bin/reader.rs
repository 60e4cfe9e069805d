//! The module that reads scenario files for the page, and draws what is rarely asked for.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads a scenario file.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8]) -> Vec<u8> {
        titrarium::reader::answer(bytes)
    }

    /// The text of a scenario of the library.
    #[wasm_bindgen]
    pub fn text(name: &str) -> Option<String> {
        titrarium::reader::text(name).map(str::to_owned)
    }

    /// A text as a QR code: the modules on a side, a space, the dark ones as a path.
    #[wasm_bindgen]
    pub fn code(text: &str) -> Option<String> {
        titrarium::qr::code(text).map(|code| format!("{} {}", code.side, code.path))
    }
}

fn main() {}
