//! The page with its first view.

use std::cell::RefCell;

use titrarium::app::view::browser;
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
    let page = yew::Renderer::<Page>::with_root(browser::place()).render();
    SHOWN.set(Some(page));
}
