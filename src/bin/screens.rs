//! The page with all its screens; loaded when one other than the first view is asked for.

use titrarium::app::view::browser;
use titrarium::app::view::root::Page;

fn main() {
    yew::Renderer::<Page>::with_root(browser::place()).render();
}
