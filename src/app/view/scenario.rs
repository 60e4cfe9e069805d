//! The scenario as text: copied, changed, checked, run; every fault at its line. Its reader loads when it is opened.

use gloo_file::File;
use gloo_file::futures::read_as_bytes;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use web_sys::HtmlTextAreaElement;
use yew::Callback;
use yew::Component;
use yew::Context;
use yew::Event;
use yew::Html;
use yew::InputEvent;
use yew::NodeRef;
use yew::Properties;
use yew::TargetCast;
use yew::html;

use super::browser;
use crate::app::state::Source;
use crate::app::state::State;
use crate::protocol::Design;
use crate::reader::Reading;
use crate::reader::Refused;
use crate::words::page::Word;
use crate::words::sentence;

/// A longer file is refused by its size; only the bytes that show it are read.
const LONGEST: u64 = 1_000_001;

/// The scenario and what to do with another.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The state.
    pub state: State,
    /// The scenario of the library that was picked last.
    pub library: String,
    /// Takes the name of a scenario of the library.
    pub on_pick: Callback<String>,
    /// Takes a text of the reader's own with what was read of it.
    pub on_read: Callback<(String, Box<Design>)>,
}

/// What can happen to the editor.
#[derive(Debug)]
pub enum Message {
    /// It was opened or closed.
    Toggled,
    /// The library's text has arrived, or has not.
    Text(Option<String>),
    /// The text was edited.
    Edit(String),
    /// Check the text and run it.
    Try(Vec<u8>),
    /// A text was read, or the reader did not load.
    Read(Vec<u8>, Option<Reading>),
    /// Save the text as a file.
    Save,
    /// Show the line of a fault.
    Show(usize),
}

/// What is said below the editor.
#[derive(Debug)]
enum Verdict {
    Nothing,
    Edited,
    Sound,
    Faulty(Vec<Refused>, usize),
    NoReader,
}

/// The editor.
#[derive(Debug)]
pub struct Scenario {
    text: String,
    verdict: Verdict,
    of: Option<Source>,
    field: NodeRef,
}

impl Component for Scenario {
    type Message = Message;
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { text: String::new(), verdict: Verdict::Nothing, of: None, field: NodeRef::default() }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        if self.of.as_ref().is_some_and(|of| *of != ctx.props().state.scenario) {
            self.fetch(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Toggled if self.of.is_none() => self.fetch(ctx),
            Message::Toggled => {}
            Message::Text(Some(text)) => (self.text, self.verdict) = (text, Verdict::Nothing),
            Message::Text(None) => self.verdict = Verdict::NoReader,
            Message::Edit(text) => (self.text, self.verdict) = (text, Verdict::Edited),
            Message::Try(bytes) => try_text(ctx, bytes),
            Message::Read(bytes, reading) => self.judge(ctx, &bytes, reading),
            Message::Save => {
                browser::save("scenario.toml", "application/toml", &self.text);
            }
            Message::Show(line) => {
                if let Some(field) = self.field.cast::<HtmlTextAreaElement>() {
                    browser::go_to_line(&field, line);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let edit = link.callback(|event: InputEvent| {
            Message::Edit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        });
        let text = self.text.clone();
        let run = link.callback(move |_| Message::Try(text.clone().into_bytes()));
        html! {
            <details class="scenario panel" ontoggle={link.callback(|_| Message::Toggled)}>
                <summary><h2>{ Word::ScenarioTitle.en() }</h2></summary>
                <p class="lead">{ Word::ScenarioLead.en() }</p>
                if !ctx.props().state.patch.is_empty() {
                    <p class="you-note">{ Word::PatchNotInText.en() }</p>
                }
                <label class="hidden" for="scenario-text">{ Word::ScenarioLabel.en() }</label>
                <textarea id="scenario-text" ref={self.field.clone()} rows="22" spellcheck="false" autocomplete="off"
                    value={self.text.clone()} oninput={edit} />
                <div class="buttons">
                    <button type="button" class="small" onclick={run}>{ Word::RunText.en() }</button>
                    <button type="button" class="small" onclick={link.callback(|_| Message::Save)}>{ Word::SaveText.en() }</button>
                    { open_file(ctx) }
                    { library_again(ctx) }
                </div>
                { self.verdict(ctx) }
            </details>
        }
    }
}

impl Scenario {
    /// Takes over the text of the state's scenario.
    fn fetch(&mut self, ctx: &Context<Self>) {
        let source = ctx.props().state.scenario.clone();
        self.of = Some(source.clone());
        match source {
            Source::Own(text) => (self.text, self.verdict) = (text, Verdict::Sound),
            Source::Library(name) => ctx
                .link()
                .send_future(async move { Message::Text(browser::library_text(name).await) }),
        }
    }

    fn judge(&mut self, ctx: &Context<Self>, bytes: &[u8], reading: Option<Reading>) {
        self.text = String::from_utf8_lossy(bytes).into_owned();
        self.verdict = match reading {
            None => Verdict::NoReader,
            Some(Reading::Faulty { faults, more }) => {
                let all = faults.len() + usize::try_from(more).unwrap_or(0);
                Verdict::Faulty(faults, all)
            }
            Some(Reading::Sound { design, .. }) => {
                ctx.props().on_read.emit((self.text.clone(), design));
                Verdict::Sound
            }
        };
    }

    fn verdict(&self, ctx: &Context<Self>) -> Html {
        let note = |word: Word| html! { <p class="note" role="status">{ word.en() }</p> };
        match &self.verdict {
            Verdict::Nothing => html! {},
            Verdict::Edited => note(Word::TextUnsaved),
            Verdict::Sound => note(Word::NoFaults),
            Verdict::NoReader => {
                html! { <p class="error" role="alert">{ Word::NoReader.en() }</p> }
            }
            Verdict::Faulty(faults, all) => html! {
                <div class="notice" role="alert">
                    <p class="notice-title">{ sentence::faults(*all) }</p>
                    <ol class="faults">{ for faults.iter().map(|fault| {
                        let line = fault.line;
                        html! {
                            <li>
                                <button type="button" class="line" onclick={ctx.link().callback(move |_| Message::Show(line))}>
                                    { fault.text.clone() }
                                </button>
                            </li>
                        }
                    }) }</ol>
                </div>
            },
        }
    }
}

fn try_text(ctx: &Context<Scenario>, bytes: Vec<u8>) {
    ctx.link().send_future(async move {
        let reading = browser::read_scenario(&bytes).await;
        Message::Read(bytes, reading)
    });
}

fn open_file(ctx: &Context<Scenario>) -> Html {
    let link = ctx.link().clone();
    let onchange = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (file, link) = (File::from(file), link.clone());
        spawn_local(async move {
            let head = file.slice(0, LONGEST.min(file.size()));
            if let Ok(bytes) = read_as_bytes(&head).await {
                link.send_message(Message::Try(bytes));
            }
        });
    };
    html! {
        <label class="small file">
            { Word::OpenText.en() }
            <input type="file" accept=".toml,text/plain" {onchange} />
        </label>
    }
}

fn library_again(ctx: &Context<Scenario>) -> Html {
    if matches!(ctx.props().state.scenario, Source::Library(_)) {
        return html! {};
    }
    let (on_pick, name) = (ctx.props().on_pick.clone(), ctx.props().library.clone());
    let back = move |_| on_pick.emit(name.clone());
    html! { <button type="button" class="small" onclick={back}>{ Word::LibraryText.en() }</button> }
}
