//! The build with all screens: which one is shown.

use yew::Context;
use yew::ContextProvider;
use yew::Html;
use yew::html;

use super::Message;
use super::Page;
use crate::app::route::Route;
use crate::app::rule::before_last;
use crate::app::rule::change::Part;
use crate::app::state::State;
use crate::app::view::browser;
use crate::app::view::card::Card;
use crate::app::view::cohort::CohortScreen;
use crate::app::view::compare::Compare;
use crate::app::view::compare::compare;
use crate::app::view::frame::Around;
use crate::app::view::library;
use crate::app::view::library::library;
use crate::app::view::person::Person;
use crate::app::view::rule::Editor;
use crate::app::view::rule::text::Text;
use crate::app::view::runbar::Status;
use crate::app::view::runs::Runs;
use crate::app::view::scenario::Scenario;
use crate::app::view::titrate::Titrate;
use crate::protocol::arm::Arm;
use crate::words::edit::Word as Words;

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
            Route::Rule(arm) => self.editor(ctx, arm, Part::Rule),
            Route::Watch(arm) => self.editor(ctx, arm, Part::Watch),
        };
        *self.shown.0.borrow_mut() = (self.route, self.history.now().clone());
        let around = Around { as_tables: self.as_tables, shown: self.shown.clone() };
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

    /// The editor of a part of an arm.
    fn editor(&self, ctx: &Context<Self>, arm: u8, part: Part) -> Html {
        let arm = usize::from(arm);
        let (Some(now), Some(base)) = (self.protocol.arms.get(arm), self.base.arms.get(arm)) else {
            return html! {
                <section class="editor">
                    <h1>{ Words::NoArm.en() }</h1>
                    <p><a class="small" href={Route::Compare.href()}>{ Words::ToCompare.en() }</a></p>
                </section>
            };
        };
        let of = |state: &State| state.patch.lay_over(arm, base);
        let before = match part {
            Part::Rule => before_last(&self.history, |state| Some(of(state).titration))
                .map(|titration| Arm { titration, ..now.clone() }),
            Part::Watch => before_last(&self.history, |state| Some(of(state).monitoring))
                .map(|monitoring| Arm { monitoring, ..now.clone() }),
        };
        let on_act = ctx.link().callback(|(action, gesture)| Message::Act(action, gesture));
        html! {
            <Editor state={self.history.now().clone()} protocol={self.protocol.clone()} base={self.base.clone()}
                {arm} {part} {before} {on_act} />
        }
    }

    fn compare(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let state = self.history.now();
        compare(&Compare {
            home: &self.first_view(ctx),
            pick: library(self.shelf.library(), &state.scenario, link.callback(Message::Pick)),
            text: html! {
                <>
                    <Scenario state={state.clone()} library={self.picked.clone()}
                        on_pick={link.callback(Message::Pick)}
                        on_read={link.callback(|(text, design)| Message::Read(text, design))} />
                    if !state.patch.is_empty() { <Text protocol={self.protocol.clone()} /> }
                </>
            },
            runs: html! { <Runs runs={self.runs.clone()} on_clear={link.callback(|()| Message::EmptyLog)} /> },
            on_seed: link.callback(|()| Message::NewSeed),
        })
    }
}
