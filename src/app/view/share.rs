//! The link to what is on the screen, to copy.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use web_sys::HtmlInputElement;
use yew::AttrValue;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_node_ref;
use yew::use_state;

use super::browser;
use super::icon::Icon;
use super::icon::icon;
use crate::app::route::Route;
use crate::app::state::State;
use crate::words::screens::Word;

/// A link of more letters is cut by some programs.
const LONG: usize = 2_000;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The screen.
    pub route: Route,
    /// The state.
    pub state: State,
}

/// What became of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copy {
    NotYet,
    Done,
    ByHand,
}

/// A button, and the dialog it opens.
#[component]
pub fn Share(props: &Props) -> Html {
    let (dialog, field) = (use_node_ref(), use_node_ref());
    let (link, copied) = (use_state(String::new), use_state(|| Copy::NotYet));
    let code = use_state(|| None::<(u32, String)>);
    let open = {
        let (dialog, link, copied) = (dialog.clone(), link.clone(), copied.clone());
        let code = code.clone();
        let props = props.clone();
        move |_| {
            // Pressing a text takes time, so the link is written when somebody asks for it and not with every picture.
            let written = browser::link_to(props.route, &props.state);
            link.set(written.clone());
            copied.set(Copy::NotYet);
            code.set(None);
            let code = code.clone();
            spawn_local(async move { code.set(browser::code(written).await) });
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Refused only while it is open, and then it is where it should be.
                let _ = dialog.show_modal();
            }
        }
    };
    let close = {
        let dialog = dialog.clone();
        move |_| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let copy = {
        let (link, copied, field) = (link.clone(), copied.clone(), field.clone());
        move |_| {
            let (link, copied, field) = (link.clone(), copied.clone(), field.clone());
            spawn_local(async move {
                let done = browser::copy(&link).await;
                copied.set(if done { Copy::Done } else { Copy::ByHand });
                if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| !done) {
                    field.select();
                }
            });
        }
    };
    html! {
        <>
            <button type="button" class="tool" aria-label={Word::Share.en()} title={Word::Share.en()} onclick={open}>
                { icon(Icon::Share) }
            </button>
            <dialog ref={dialog} class="dialog" aria-labelledby="share-title">
                <h2 id="share-title">{ Word::ShareTitle.en() }</h2>
                <p>{ Word::ShareLead.en() }</p>
                <label class="pick" for="share-link">{ Word::ShareLink.en() }</label>
                <input id="share-link" class="text" type="text" readonly={true} ref={field} value={(*link).clone()} />
                if link.len() > LONG {
                    <p class="note">{ Word::ShareLong.en() }</p>
                }
                { for (*code).as_ref().map(drawn) }
                <div class="buttons">
                    <button type="button" class="primary" onclick={copy}>{ Word::Copy.en() }</button>
                    <button type="button" class="small" onclick={close}>{ Word::Close.en() }</button>
                </div>
                <p class="note" role="status">{ match *copied {
                    Copy::NotYet => "",
                    Copy::Done => Word::Copied.en(),
                    Copy::ByHand => Word::CopyByHand.en(),
                } }</p>
            </dialog>
        </>
    }
}

/// The code on white, in every theme: a camera knows no other ground.
fn drawn((side, path): &(u32, String)) -> Html {
    let svg = format!(
        r#"<svg class="qr" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><rect width="{side}" height="{side}" fill="white"/><path d="{path}" fill="black"/></svg>"#
    );
    html! {
        <div role="img" aria-label={Word::ShareCode.en()}>{ Html::from_html_unchecked(AttrValue::from(svg)) }</div>
    }
}
