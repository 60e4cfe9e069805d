//! The build with all screens: which one is shown.

use yew::Context;
use yew::ContextProvider;
use yew::Html;
use yew::html;

use super::Message;
use super::Page;
use crate::app::route::Route;
use crate::app::view::browser;
use crate::app::view::card::Card;
use crate::app::view::cohort::CohortScreen;
use crate::app::view::compare::Compare;
use crate::app::view::compare::compare;
use crate::app::view::frame::Around;
use crate::app::view::library;
use crate::app::view::library::library;
use crate::app::view::person::Person;
use crate::app::view::runbar::Status;
use crate::app::view::runs::Runs;
use crate::app::view::scenario::Scenario;
use crate::app::view::titrate::Titrate;

impl Page {
    /// A list that was used keeps its own mind about what is chosen; it is told.
    pub(super) fn keep_list(&self) {
        browser::choose(library::LIST, library::chosen(&self.history.now().scenario));
    }

    /// The screen of the address.
    pub(super) fn screen(&self, ctx: &Context<Self>) -> Html {
        let screen = match self.route {
            Route::Home => self.home(ctx),
            Route::Person => self.person(ctx),
            Route::Titrate => self.titrate(ctx),
            Route::Cohort => self.cohort(ctx),
            Route::Compare => self.compare(ctx),
            Route::Model => self.card(),
        };
        let around = Around {
            as_tables: self.as_tables,
            route: self.route,
            state: self.history.now().clone(),
        };
        html! { <ContextProvider<Around> context={around}>{ screen }</ContextProvider<Around>> }
    }

    fn card(&self) -> Html {
        let digest = self.digest.filter(|_| self.status == Status::Done);
        html! { <Card section={self.section} state={self.history.now().clone()} {digest} /> }
    }

    fn person(&self, ctx: &Context<Self>) -> Html {
        let state = self.history.now();
        html! {
            <>
                <Person state={state.clone()} protocol={self.protocol.clone()} on_act={ctx.link().callback(|(action, gesture)| Message::Act(action, gesture))} />
                { library(self.shelf.library(), &state.scenario, ctx.link().callback(Message::Pick)) }
            </>
        }
    }

    fn cohort(&self, ctx: &Context<Self>) -> Html {
        let state = self.history.now();
        html! {
            <>
                <CohortScreen state={state.clone()} protocol={self.protocol.clone()} on_act={ctx.link().callback(|(action, gesture)| Message::Act(action, gesture))} />
                { library(self.shelf.library(), &state.scenario, ctx.link().callback(Message::Pick)) }
            </>
        }
    }

    fn titrate(&self, ctx: &Context<Self>) -> Html {
        let state = self.history.now();
        html! {
            <>
                <Titrate state={state.clone()} protocol={self.protocol.clone()} on_act={ctx.link().callback(|(action, gesture)| Message::Act(action, gesture))} />
                { library(self.shelf.library(), &state.scenario, ctx.link().callback(Message::Pick)) }
            </>
        }
    }

    fn compare(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let state = self.history.now();
        compare(&Compare {
            home: &self.first_view(ctx),
            pick: library(self.shelf.library(), &state.scenario, link.callback(Message::Pick)),
            text: html! {
                <Scenario state={state.clone()} library={self.picked.clone()}
                    on_pick={link.callback(Message::Pick)}
                    on_read={link.callback(|(text, design)| Message::Read(text, design))} />
            },
            runs: html! { <Runs runs={self.runs.clone()} on_clear={link.callback(|()| Message::EmptyLog)} /> },
            on_seed: link.callback(|()| Message::NewSeed),
        })
    }
}
