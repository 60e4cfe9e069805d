//! Draws of hypothetical outcomes: stepped by a button or watched, never by themselves; where motion is unwelcome they are
//! stepped, or twelve are shown at once.

use std::rc::Rc;

use gloo_timers::callback::Interval;
use yew::Callback;
use yew::Component;
use yew::Context;
use yew::Html;
use yew::Properties;
use yew::html;

use crate::app::draws::Draw;
use crate::app::draws::STRIP;
use crate::app::draws::Score;
use crate::app::draws::Urn;
use crate::app::history::Gesture;
use crate::app::picture::Measure;
use crate::app::picture::Picture;
use crate::app::state::Action;
use crate::app::view::browser;
use crate::app::view::control::Control;
use crate::app::view::frame::Frame;
use crate::app::view::segments::Segments;
use crate::app::view::segments::segments;
use crate::app::view::spans::coloured;
use crate::chart::Chart;
use crate::chart::draws;
use crate::chart::slot;
use crate::chart::slot::Slot;
use crate::stream::Seed;
use crate::words::draws as words;
use crate::words::draws::Word;
use crate::words::sentence;

/// The picture.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The picture.
    pub picture: Picture,
    /// Takes an action.
    pub on_act: Callback<(Action, Gesture)>,
}

/// Milliseconds of a draw: what can be chosen, and what is at first.
const PACES: [u32; 6] = [250, 400, 600, 800, 1_000, 1_500];
const FIRST_PACE: u32 = 400;

/// Draws after which it stops by itself.
const MOST: usize = 200;

/// What can be counted, the harm first: it is what the first question asks about.
const MEASURES: [(Measure, Word); 3] =
    [(Measure::Severe, Word::Severe), (Measure::Better, Word::Better), (Measure::Left, Word::Left)];

/// What can happen.
#[derive(Debug)]
pub enum Message {
    /// So many more draws.
    More(usize),
    /// Starts or stops the time.
    Play,
    /// Forgets all draws.
    Again,
    /// Another thing is counted, by place in the list.
    Count(usize),
    /// A draw is chosen, by its row: the newest is the first.
    Read(usize),
    /// Another time for a draw, ms.
    Pace(u32),
}

/// The draws.
#[derive(Debug)]
pub struct Luck {
    urn: Option<Urn>,
    draws: Vec<Draw>,
    /// The row that is read, the newest draw being the first; none: no row.
    read: Option<usize>,
    measure: usize,
    pace: u32,
    clock: Option<Interval>,
}

impl Component for Luck {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let urn = urn(&ctx.props().picture);
        Self { urn, draws: Vec::new(), read: None, measure: 0, pace: FIRST_PACE, clock: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let other = ctx.props().picture != old.picture;
        if other {
            (self.urn, self.clock, self.read) = (urn(&ctx.props().picture), None, None);
            self.draws.clear();
        }
        other
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::More(n) => self.more(n),
            Message::Play if self.clock.is_some() => self.clock = None,
            Message::Play => self.run(ctx),
            Message::Again => (self.draws, self.read, self.clock) = (Vec::new(), None, None),
            Message::Read(row) => self.read = Some(row),
            Message::Count(measure) => self.measure = measure,
            Message::Pace(pace) => {
                self.pace = pace;
                if self.clock.is_some() {
                    self.run(ctx);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let picture = &ctx.props().picture;
        let (left, right) = picture.side_by_side();
        let slots = slot::assign(&picture.protocol, (left, right));
        let (Some(a), Some(b), Some(_)) = (slots[left], slots[right], &self.urn) else {
            return html! {};
        };
        let name = |arm: usize| picture.protocol.arms[arm].name.as_str();
        let (measure, word) = MEASURES[self.measure];
        let score = Score::of(&self.draws, measure);
        let said = if self.draws.is_empty() {
            vec![sentence::plain(Word::Lead.en())]
        } else {
            let sides = ((name(left), left), (name(right), right));
            words::score(word, sides, (score.first, score.second, score.even))
        };
        let chart = Rc::new(self.chart([(a, name(left)), (b, name(right))]));
        let seed = picture.state.seed.0;
        let last = seed.wrapping_add(self.draws.len().max(1) as u64);
        html! {
            <Frame name="draws" title={Word::Title.en()} sentence={coloured(said, &slots)} wide={chart.clone()}
                narrow={chart} note={words::note(seed.wrapping_add(1), last)} above={self.measures(ctx)}
                below={self.buttons(ctx)} on_pick={ctx.link().callback(Message::Read)} />
        }
    }
}

fn urn(picture: &Picture) -> Option<Urn> {
    Urn::new(&picture.protocol, picture.side_by_side(), picture.state.seed)
}

impl Luck {
    fn more(&mut self, n: usize) {
        let from = self.draws.len() as u64 + 1;
        let urn = self.urn.as_ref();
        self.draws.extend((from..from + n as u64).filter_map(|k| urn?.draw(k)));
        if self.draws.len() >= MOST {
            self.clock = None;
        }
    }

    /// Runs the time, beginning with a draw at once.
    fn run(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.clock = Some(Interval::new(self.pace, move || link.send_message(Message::More(1))));
        self.more(1);
    }

    /// The newest draws on top.
    fn chart(&self, arms: [(Slot, &str); 2]) -> Chart {
        let (measure, _) = MEASURES[self.measure];
        let row = |(i, draw): (usize, &Draw)| draws::Row {
            name: words::name(i + 1),
            seed: draw.seed,
            counts: draw.counts.map(|counts| counts.get(measure)),
        };
        let rows: Vec<draws::Row> =
            self.draws.iter().enumerate().rev().take(STRIP).map(row).collect();
        // Before the first draw there is little to keep room for.
        let room = if rows.is_empty() { 1 } else { u32::try_from(STRIP).unwrap_or(0) };
        let columns = [Word::Draw, Word::Seed, Word::Difference].map(Word::en);
        let caption = sentence::table_caption(100, self.draws.last().map_or(0, |draw| draw.seed));
        draws::draws(&draws::Draws { rows: &rows, room, arms, columns, caption: &caption })
    }

    fn measures(&self, ctx: &Context<Self>) -> Html {
        segments(&Segments {
            name: "draws-measure",
            legend: Word::Measure.en(),
            choices: &MEASURES.map(|(_, word)| word.en()),
            chosen: self.measure,
            changed: false,
            on_choose: ctx.link().callback(Message::Count),
        })
    }

    fn buttons(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let still = browser::is_still();
        let play = if self.clock.is_some() { Word::Pause } else { Word::Play };
        html! {
            <>
                <div class="buttons">
                    <button type="button" class="small" onclick={link.callback(|_| Message::More(1))}>{ Word::Step.en() }</button>
                    if !still {
                        <button type="button" class="small" onclick={link.callback(|_| Message::Play)}>{ play.en() }</button>
                    }
                    <button type="button" class="small" onclick={link.callback(|_| Message::More(STRIP))}>{ Word::Twelve.en() }</button>
                    if !self.draws.is_empty() {
                        <button type="button" class="small" onclick={link.callback(|_| Message::Again)}>{ Word::Again.en() }</button>
                    }
                </div>
                { self.open(ctx) }
                if self.clock.is_some() { { self.pace(ctx) } }
            </>
        }
    }

    /// The button that puts the people of the draw that is read on the screen.
    fn open(&self, ctx: &Context<Self>) -> Html {
        // By row, so that it is the draw that the chart reads out, also when newer ones have come.
        let at = self.draws.len().checked_sub(self.read.unwrap_or(0) + 1);
        let Some((at, draw)) = at.and_then(|at| Some((at, self.draws.get(at)?))) else {
            return html! {};
        };
        let (on_act, seed) = (ctx.props().on_act.clone(), Seed(draw.seed));
        let onclick = move |_| {
            browser::focus("finding");
            on_act.emit((Action::SetSeed(seed), Gesture::Change));
        };
        html! {
            <div class="buttons">
                <button type="button" class="small open-draw" {onclick}>{ Word::Open.en() }</button>
                <span class="note">{ words::of(at + 1, draw.seed) }</span>
            </div>
        }
    }

    fn pace(&self, ctx: &Context<Self>) -> Html {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pace")]
        let on_set = ctx.link().callback(|(ms, _): (f64, Gesture)| Message::Pace(ms as u32));
        let steps = Rc::new(PACES.map(f64::from).to_vec());
        let refusal = sentence::wrong_number(Word::Pace.en(), 250, 1_500, self.pace.into());
        html! {
            <Control state={ctx.props().picture.state.clone()} id="pace" label={Word::Pace.en()} unit={Word::PaceUnit.en()}
                {steps} value={f64::from(self.pace)} between={true} {refusal} {on_set} />
        }
    }
}
