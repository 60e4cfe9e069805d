//! The engine module that the page's workers load.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::JsError;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Runs the blocks of a parcel.
    #[wasm_bindgen]
    pub fn run(parcel: &[u8]) -> Result<Vec<u8>, JsError> {
        titrarium::worker::answer(parcel).map_err(|error| JsError::new(&error.to_string()))
    }
}

fn main() {}
