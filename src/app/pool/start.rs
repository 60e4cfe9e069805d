//! Starting the pool: the engine module is compiled once, workers start from their file, or from a Blob where a browser
//! refuses the file (a page opened from disk).

use js_sys::Array;
use js_sys::Reflect;
use js_sys::Uint8Array;
use js_sys::WebAssembly;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use web_sys::BlobPropertyBag;
use web_sys::Response;
use web_sys::Url;
use web_sys::Worker;
use web_sys::WorkerOptions;
use web_sys::WorkerType;

use super::Pool;
use super::slot::Slot;
use crate::app::trouble::Trouble;

/// A module that uses one SIMD instruction: `(func (result v128) i32.const 0 i8x16.splat i8x16.popcnt)`.
const SIMD: [u8; 31] = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
];

/// Loads the engine and starts the workers, or reports why that cannot be.
pub fn load(pool: Pool) {
    if !Reflect::has(&js_sys::global(), &"Worker".into()).unwrap_or(false) {
        return pool.give_up(Trouble::NoWorkers);
    }
    if !WebAssembly::validate(&Uint8Array::from(&SIMD[..])).unwrap_or(false) {
        return pool.give_up(Trouble::NoSimd);
    }
    spawn_local(async move {
        let url = pool.inner.borrow().parts.engine.clone();
        match compile(&url).await {
            Ok(module) => {
                pool.inner.borrow_mut().module = Some(module);
                let size = pool.inner.borrow().slots.len();
                for index in 0..size {
                    worker(&pool, index);
                }
            }
            Err(why) => pool.give_up(Trouble::EngineMissing(describe(&why))),
        }
    });
}

async fn compile(url: &str) -> Result<JsValue, JsValue> {
    let response = fetch(url).await?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    JsFuture::from(WebAssembly::compile(&buffer)).await
}

async fn fetch(url: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or_else(|| JsValue::from_str("no window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    if response.ok() {
        Ok(response)
    } else {
        Err(JsValue::from_str(&format!("{url}: status {}", response.status())))
    }
}

/// What a worker was started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its file, as a module.
    File,
    /// A Blob of the same text, as a classic script.
    Blob,
}

/// Starts the worker of a slot, in place of one that died.
pub fn worker(pool: &Pool, index: usize) {
    let (url, blob) = {
        let inner = pool.inner.borrow();
        (inner.parts.worker.clone(), inner.blob.clone())
    };
    let (started, origin) = if let Some(blob) = blob {
        (Worker::new(&blob), Origin::Blob)
    } else {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        (Worker::new_with_options(&url, &options), Origin::File)
    };
    match started {
        Ok(worker) => install(pool, index, (worker, origin)),
        Err(why) => refused(pool, index, origin, &describe(&why)),
    }
}

fn install(pool: &Pool, index: usize, started: (Worker, Origin)) {
    let Some(module) = pool.inner.borrow().module.clone() else { return };
    let slot = Slot::new(pool, index, started, &module);
    if let Some(place) = pool.inner.borrow_mut().slots.get_mut(index) {
        *place = Some(slot);
    }
}

/// A worker could not be started: from its file, a Blob is tried; from a Blob, there is nothing left to try.
pub fn refused(pool: &Pool, index: usize, origin: Origin, why: &str) {
    if origin == Origin::Blob {
        return pool.give_up(Trouble::WorkerMissing(why.to_owned()));
    }
    let pool = pool.clone();
    spawn_local(async move {
        let url = pool.inner.borrow().parts.worker.clone();
        match blob(&url).await {
            Ok(blob) => {
                pool.inner.borrow_mut().blob.get_or_insert(blob);
                worker(&pool, index);
            }
            Err(why) => pool.give_up(Trouble::WorkerMissing(describe(&why))),
        }
    });
}

async fn blob(url: &str) -> Result<String, JsValue> {
    let text = JsFuture::from(fetch(url).await?.text()?).await?;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text), &options)?;
    Url::create_object_url_with_blob(&blob)
}

fn describe(why: &JsValue) -> String {
    why.dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| why.as_string())
        .unwrap_or_else(|| format!("{why:?}"))
}
