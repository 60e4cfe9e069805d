//! The check: a button, how far it is, how it went, a chart, the numbers that stand for the others, and all of them.

mod numbers;

use std::rc::Rc;

use js_sys::Date;
use yew::Component;
use yew::Context;
use yew::Html;
use yew::Properties;
use yew::classes;
use yew::html;

use crate::app::card::Checking;
use crate::app::card::FALSE_ALARM_IN;
use crate::app::card::Job;
use crate::app::card::LIMIT;
use crate::app::card::PEOPLE;
use crate::app::card::Stage;
use crate::app::card::chart::columns;
use crate::app::pool::Pool;
use crate::app::pool::PoolEvent;
use crate::app::trouble::Trouble;
use crate::app::view::browser;
use crate::app::view::frame::Frame;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::app::view::notice::warning;
use crate::chart::agreement;
use crate::chart::agreement::agreement;
use crate::expected::Counted;
use crate::stream::Seed;
use crate::words::card;
use crate::words::card::Word;

/// What is checked, and with which luck.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The studies.
    pub studies: Rc<Vec<Counted>>,
    /// The seed of the page.
    pub seed: Seed,
}

/// What can happen to the check.
#[derive(Debug)]
pub enum Message {
    /// Compute everything, with workers of its own: those of the page have their own run to do.
    Begin,
    /// Stop.
    Cancel,
    /// The workers report.
    Pool(PoolEvent),
}

/// The check.
#[derive(Debug)]
pub struct Checks {
    checking: Checking,
    pool: Option<Pool>,
}

impl Component for Checks {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { studies, seed } = ctx.props().clone();
        Self { checking: Checking::new(studies, seed), pool: None }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Begin => {
                let job = self.checking.begin(ctx.props().seed, Date::now());
                self.run(ctx, job);
            }
            Message::Cancel => {
                self.checking.stop();
                self.rest();
            }
            Message::Pool(PoolEvent::Progress { run, done, tally, complete }) => {
                match tally.filter(|_| complete) {
                    Some(tally) => {
                        let job = self.checking.take(run, &tally, Date::now());
                        self.run(ctx, job);
                    }
                    None => self.checking.reached(run, done),
                }
            }
            Message::Pool(PoolEvent::Trouble(trouble)) => {
                self.checking.fail(trouble);
                self.rest();
            }
        }
        true
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.rest();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let checking = &self.checking;
        html! {
            <div class="checks">
                <p class="lead">{ Word::ChecksLead.en() }</p>
                { self.bar(ctx) }
                { failure(&checking.stage) }
                <div class="checked">
                    { chart(checking) }
                    { numbers::shown(checking) }
                </div>
                <p class="note rule">{ card::rule(LIMIT, checking.counts().2, FALSE_ALARM_IN) }</p>
                { numbers::all(checking) }
            </div>
        }
    }
}

impl Checks {
    /// Hands a study to the workers; after the last one they go home.
    fn run(&mut self, ctx: &Context<Self>, job: Option<Job>) {
        let Some(Job { run, protocol, seed }) = job else { return self.rest() };
        if self.pool.is_none() {
            let size = browser::workers_asked().unwrap_or_else(browser::workers_usual);
            let report = ctx.link().callback(Message::Pool);
            self.pool = browser::parts().map(|(parts, _)| Pool::open(parts, size, report));
        }
        match &self.pool {
            Some(pool) => pool.start(run, protocol, (seed, PEOPLE)),
            None => self.checking.fail(Trouble::NoWorkers),
        }
    }

    /// Sends the workers home.
    fn rest(&mut self) {
        if let Some(pool) = self.pool.take() {
            pool.close();
        }
    }

    /// The button, and how far it is or how it went.
    fn bar(&self, ctx: &Context<Self>) -> Html {
        let begin = ctx.link().callback(|_| Message::Begin);
        let cancel = ctx.link().callback(|_| Message::Cancel);
        let running = self.checking.is_running();
        html! {
            <div class="recompute">
                if running {
                    <button type="button" class="small" onclick={cancel}>{ Word::Cancel.en() }</button>
                    { progress(&self.checking) }
                } else {
                    <button type="button" class="primary" onclick={begin}>{ icon(Icon::Play) }{ Word::Recompute.en() }</button>
                }
                <p class="went" role="status">{ went(&self.checking) }</p>
                <a class="bench-link" href="./bench.html">{ Word::Benchmark.en() }</a>
            </div>
        }
    }
}

fn progress(checking: &Checking) -> Html {
    let (done, of) = checking.progress();
    html! {
        <div class="runbar">
            <span class="number">{ card::progress(done, of) }</span>
            <progress max={of.to_string()} value={done.to_string()} aria-label={Word::Computing.en()}></progress>
        </div>
    }
}

/// How it went.
fn went(checking: &Checking) -> Html {
    let (agree, computed, all) = checking.counts();
    match checking.stage {
        Stage::Waiting => html! { { card::waiting(all, PEOPLE) } },
        Stage::Running(..) | Stage::Failed(_) => Html::default(),
        Stage::Stopped => html! { { card::stopped(agree, computed, all) } },
        Stage::Over(milliseconds) => {
            // A number that could not be had does not agree either.
            let class = classes!(if agree == all { "ok" } else { "err" });
            html! {
                <>
                    <b {class}>{ card::agreement(agree, all) }</b>
                    { " \u{b7} " }{ card::took(milliseconds, PEOPLE, checking.seed.0) }
                </>
            }
        }
    }
}

fn failure(stage: &Stage) -> Html {
    let Stage::Failed(trouble) = stage else { return Html::default() };
    warning(trouble, Html::default())
}

fn chart(checking: &Checking) -> Html {
    let columns = columns(checking);
    let words = agreement::Words {
        axes: (Word::ChartAxis.en(), Word::ChartDose.en()),
        caption: Word::ChartCaption.en(),
        columns: [Word::ColumnDose, Word::ColumnExpected, Word::ColumnTolerance, Word::ColumnHere]
            .map(Word::en),
    };
    let here: Vec<bool> = columns.iter().filter_map(|column| Some(column.here?.1)).collect();
    let within = here.iter().filter(|agrees| **agrees).count();
    let sentence = card::chart((!here.is_empty()).then_some((within, here.len())));
    let drawn = Rc::new(agreement(&columns, words));
    html! {
        <Frame name="check" title={Word::ChartTitle.en()} sentence={vec![(sentence, None)]}
            wide={drawn.clone()} narrow={drawn} note={card::chart_note(PEOPLE, checking.seed.0)} />
    }
}
