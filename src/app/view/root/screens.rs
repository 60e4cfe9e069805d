//! The build with all screens: which one is shown.

use yew::Context;
use yew::Html;
use yew::html;

use super::Message;
use super::Page;
use crate::app::route::Route;
use crate::app::view::figures;
use crate::app::view::library::library;
use crate::app::view::outcomes::Outcomes;
use crate::app::view::person::Person;
use crate::app::view::scenario::Scenario;

impl Page {
    /// The screen of the address.
    pub(super) fn screen(&self, ctx: &Context<Self>) -> Html {
        match self.route {
            Route::Home => self.home(ctx),
            Route::Person => self.person(ctx),
            Route::Titrate | Route::Cohort | Route::Model => html! {},
            Route::Compare => self.compare(ctx),
        }
    }

    fn person(&self, ctx: &Context<Self>) -> Html {
        let state = self.history.now();
        html! {
            <>
                <Person state={state.clone()} protocol={self.protocol.clone()} />
                { library(self.shelf.library(), &state.scenario, ctx.link().callback(Message::Pick)) }
            </>
        }
    }

    fn compare(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        html! {
            <>
                <h1>{ self.picture.protocol.question.clone() }</h1>
                { figures::show(&figures::figures(&self.picture)) }
                <Outcomes picture={self.picture.clone()} />
                <Scenario state={self.history.now().clone()} library={self.picked.clone()}
                    on_pick={link.callback(Message::Pick)}
                    on_read={link.callback(|(text, design)| Message::Read(text, design))} />
            </>
        }
    }
}
