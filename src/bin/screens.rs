//! The page with all its screens; loaded when one other than the first view is asked for.

use titrarium::app::view::root::Page;

fn main() {
    yew::Renderer::<Page>::with_root(root()).render();
}

fn root() -> web_sys::Element {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with the id app")
}
