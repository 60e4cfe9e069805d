//! The page with its first view.

use std::cell::RefCell;

use titrarium::app::view::root::Page;
use yew::AppHandle;

thread_local! {
    /// The page while it is shown.
    static SHOWN: RefCell<Option<AppHandle<Page>>> = const { RefCell::new(None) };
}

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Makes room for the module with all screens: keeps what can be lost, and sends the workers home.
    #[wasm_bindgen]
    pub fn leave() {
        if let Some(page) = super::SHOWN.take() {
            page.destroy();
        }
    }
}

fn main() {
    let page = yew::Renderer::<Page>::with_root(root()).render();
    SHOWN.set(Some(page));
}

fn root() -> web_sys::Element {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with the id app")
}
