//! The build with the first view alone; the other screens are in the module that is loaded when one is asked for.

use yew::Context;
use yew::Html;

use super::Page;

impl Page {
    /// The first view.
    pub(super) fn screen(&self, ctx: &Context<Self>) -> Html {
        self.home(ctx)
    }
}
