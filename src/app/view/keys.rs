//! The key map as a dialog, and the listener that asks it what a key does.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::Callback;
use yew::Html;
use yew::html;

use super::browser;
use super::preferences::choice;
use crate::app::keys;
use crate::app::keys::Held;
use crate::app::keys::Place;
use crate::app::preferences::Preferences;
use crate::words::preferences::Word;

/// The `id` of the dialog.
pub const ID: &str = "keys";

/// The dialog.
pub fn dialog(now: Preferences, on_prefer: &Callback<Preferences>) -> Html {
    let on_keys = on_prefer.reform(move |keys| Preferences { keys, ..now });
    html! {
        <dialog id={ID} class="dialog" aria-labelledby="keys-title">
            <h2 id="keys-title" tabindex="-1">{ Word::KeysTitle.en() }</h2>
            <p>{ Word::KeysLead.en() }</p>
            <div class="table-box" tabindex="0" role="region" aria-labelledby="keys-title">
                <table class="keys">
                    <thead><tr><th scope="col">{ Word::ColumnKey.en() }</th><th scope="col">{ Word::ColumnDoes.en() }</th></tr></thead>
                    <tbody>{ for keys::LISTED.iter().map(|(key, does)| html! {
                        <tr><th scope="row"><kbd>{ *key }</kbd></th><td>{ does.en() }</td></tr>
                    }) }</tbody>
                </table>
            </div>
            { choice(("single", Word::SingleKeys), now.keys, on_keys) }
            <form method="dialog" class="buttons"><button class="primary">{ Word::Close.en() }</button></form>
        </dialog>
    }
}

/// Hears every key, and tells it as it was pressed.
pub fn listen(heard: Callback<(String, Held, Place)>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.default_prevented() && !event.repeat() {
            heard.emit((event.key(), held(event), place()));
        }
    }))
}

fn held(event: &KeyboardEvent) -> Held {
    match (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key()) {
        (_, _, true) => Held::Other,
        (true, true, _) => Held::ControlShift,
        (true, false, _) => Held::Control,
        (false, ..) => Held::Nothing,
    }
}

fn place() -> Place {
    if browser::is_typing() || browser::is_asking() { Place::Text } else { Place::Page }
}
