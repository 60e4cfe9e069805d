//! The page.

fn main() {
    yew::Renderer::<titrarium::app::view::root::Page>::with_root(root()).render();
}

fn root() -> web_sys::Element {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with the id app")
}
