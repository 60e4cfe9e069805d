//! People arrive one by one, twenty in five seconds; whoever does not want to wait skips it. Never by itself, and not at all
//! where motion is unwelcome: there a press shows one more.

use gloo_timers::callback::Interval;
use yew::Callback;
use yew::Component;
use yew::Context;
use yew::Html;
use yew::Properties;
use yew::html;

use crate::app::view::browser;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::words::cohort::Word;

/// Time between two steps, ms, and how many steps there are.
const STEP: u32 = 250;
const STEPS: usize = 20;

/// Who is to arrive, and who is told.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// How many people there are.
    pub size: usize,
    /// Told how many are here; none: all of them.
    pub on_here: Callback<Option<usize>>,
}

/// What can happen.
#[derive(Debug)]
pub enum Message {
    /// Begin, or show everybody.
    Pressed,
    /// Some more arrive.
    More,
}

/// The button.
#[derive(Debug, Default)]
pub struct Arrival {
    here: usize,
    clock: Option<Interval>,
}

impl Arrival {
    const fn is_under_way(&self) -> bool {
        self.here > 0
    }

    fn more(&mut self, ctx: &Context<Self>) {
        let size = ctx.props().size;
        self.here += size.div_ceil(STEPS).max(1);
        if self.here >= size {
            self.end(ctx);
        } else {
            ctx.props().on_here.emit(Some(self.here));
        }
    }

    fn end(&mut self, ctx: &Context<Self>) {
        *self = Self::default();
        ctx.props().on_here.emit(None);
    }
}

impl Component for Arrival {
    type Message = Message;
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().size != old.size && self.is_under_way() {
            self.end(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Pressed if self.clock.is_some() => self.end(ctx),
            Message::Pressed if browser::is_still() => self.more(ctx),
            Message::Pressed => {
                self.more(ctx);
                let link = ctx.link().clone();
                self.clock = Some(Interval::new(STEP, move || link.send_message(Message::More)));
            }
            Message::More => self.more(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let word = if self.clock.is_some() { Word::Skip } else { Word::Arrive };
        html! {
            <button type="button" class="small" onclick={ctx.link().callback(|_| Message::Pressed)}>
                { icon(Icon::Again) }{ word.en() }
            </button>
        }
    }
}
