//! One worker of the pool: what it has in hand, and how it is spoken to.

use gloo_events::EventListener;
use js_sys::Array;
use js_sys::Object;
use js_sys::Reflect;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::ErrorEvent;
use web_sys::MessageEvent;
use web_sys::Worker;

use super::InHand;
use super::Pool;
use super::start;
use super::start::Origin;

/// A worker.
#[derive(Debug)]
pub struct Slot {
    worker: Worker,
    pub(super) ready: bool,
    in_hand: Option<InHand>,
    _listeners: [EventListener; 2],
}

impl Slot {
    /// Listens to a new worker and hands it the engine module.
    pub fn new(
        pool: &Pool,
        index: usize,
        (worker, origin): (Worker, Origin),
        module: &JsValue,
    ) -> Self {
        let heard = pool.clone();
        let messages = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                hear(&heard, index, &event.data());
            }
        });
        let failed = pool.clone();
        let errors = EventListener::new(&worker, "error", move |event| {
            event.prevent_default();
            let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            if failed.inner.borrow().is_ready(index) {
                failed.died(index, &why);
            } else {
                start::refused(&failed, index, origin, &why);
            }
        });
        let start = object(&[("module", module)]);
        // A worker that cannot be spoken to will never get ready, and its error event says so.
        let _ = worker.post_message(&start);
        Self { worker, ready: false, in_hand: None, _listeners: [messages, errors] }
    }

    /// Whether it can take blocks.
    pub fn is_idle(&self) -> bool {
        self.ready && self.in_hand.is_none()
    }

    /// Sends blocks.
    pub(super) fn send(&mut self, job: &[u8], in_hand: InHand) {
        let job = Uint8Array::from(job);
        let buffer = Array::of1(&job.buffer());
        #[expect(clippy::cast_precision_loss, reason = "runs are counted from 1")]
        let id = JsValue::from_f64(in_hand.run as f64);
        let message = object(&[("id", &id), ("job", &job)]);
        if self.worker.post_message_with_transfer(&message, &buffer).is_ok() {
            self.in_hand = Some(in_hand);
        }
    }

    /// It has answered and has nothing in hand.
    pub(super) fn rest(&mut self) {
        self.in_hand = None;
    }

    /// Terminates it and gives back what it had in hand.
    pub(super) fn end(&mut self) -> Option<InHand> {
        self.worker.terminate();
        self.ready = false;
        self.in_hand.take()
    }
}

/// A message of a worker: ready, done or died.
fn hear(pool: &Pool, index: usize, data: &JsValue) {
    let field = |name: &str| Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if field("ready").is_truthy() {
        if let Some(slot) = pool.inner.borrow_mut().slot(index) {
            slot.ready = true;
        }
        pool.pump();
        return;
    }
    if let Some(why) = field("died").as_string() {
        pool.died(index, &why);
        return;
    }
    if let (Some(id), Ok(bytes)) = (field("id").as_f64(), field("done").dyn_into::<Uint8Array>()) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "our own id")]
        pool.answered(index, (id as u64, field("took").as_f64().unwrap_or_default()), &bytes);
    }
}

fn object(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
