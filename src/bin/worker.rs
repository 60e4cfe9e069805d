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

    /// The fingerprint of a whole run.
    #[wasm_bindgen]
    pub fn digest(parcel: &[u8], people: u32) -> Result<String, JsError> {
        titrarium::worker::digest(parcel, u64::from(people)).map_err(|error| JsError::new(&error))
    }
}

fn main() {}
