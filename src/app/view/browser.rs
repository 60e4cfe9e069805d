//! What the page asks of the browser: its document, its storage, a file to save, a random seed.

use gloo_events::EventListener;
use js_sys::Array;
use js_sys::Function;
use js_sys::Math;
use js_sys::Promise;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;
use web_sys::BlobPropertyBag;
use web_sys::Element;
use web_sys::HtmlAnchorElement;
use web_sys::HtmlDialogElement;
use web_sys::HtmlElement;
use web_sys::HtmlSelectElement;
use web_sys::HtmlTextAreaElement;
use web_sys::ScrollIntoViewOptions;
use web_sys::ScrollLogicalPosition;
use web_sys::Url;
use yew::Callback;

use crate::app::link::Link;
use crate::app::pool::Parts;
use crate::app::preferences::Choice;
use crate::app::preferences::Motion;
use crate::app::preferences::Preferences;
use crate::app::route::Route;
use crate::app::state::Source;
use crate::app::state::State;
use crate::protocol::Design;
use crate::reader;
use crate::reader::Reading;
use crate::report::number;
use crate::stream::Seed;

/// Does as is preferred.
pub fn wear(preferences: Preferences) {
    set_root("data-theme", preferences.theme.name());
    set_root("data-text", preferences.text.name());
    set_root("data-motion", preferences.motion.name());
    number::prefer(preferences.sign);
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The element that the page is put into.
pub fn place() -> Element {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("app"));
    place.expect("index.html has an element with the id app")
}

/// Sets an attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // A fixed, valid name: this cannot fail.
        let _ = root.set_attribute(name, value);
    }
}

/// Goes to an address within the page.
pub fn go(fragment: &str) {
    // An address of this page is never refused.
    let _ = web_sys::window().map(|window| window.location().set_hash(fragment));
}

/// The part of the address from `#` on.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Puts another fragment into the address without a step of the browser's history.
pub fn replace_fragment(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    // An address of this page: refused only by a browser that is overrun, and then nothing is lost.
    let _ =
        history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)));
}

/// The address of the page up to `#`.
pub fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The whole link to a state on a screen.
pub fn link_to(route: Route, state: &State) -> String {
    address() + &Link::of(route, state).write_whole()
}

/// Hears of every change of the fragment.
pub fn on_address(heard: Callback<String>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| heard.emit(fragment())))
}

/// Hears that the page is about to be left.
pub fn on_leaving(heard: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| heard.emit(())))
}

/// The title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Shows the screen that was being loaded.
pub fn show_screen() {
    if let Some(root) = root() {
        // A fixed, valid name: this cannot fail.
        let _ = root.remove_attribute("data-loading");
    }
}

/// A screen has been opened: its title, its beginning in view, and the focus on its question.
pub fn arrive(title: &str) {
    set_title(title);
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    unfold(".menu", false);
    let heading = first("main h1");
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        // A heading on the page takes the focus.
        let _ = heading.focus();
    }
}

/// Whether nothing is to move: the reader prefers it so, or else the device asks for it.
pub fn is_still() -> bool {
    let said = root().and_then(|root| root.get_attribute("data-motion")).unwrap_or_default();
    match Motion::named(&said) {
        Motion::Still => true,
        Motion::Moving => false,
        Motion::System => asks_for_stillness(),
    }
}

fn asks_for_stillness() -> bool {
    let window = web_sys::window();
    let query =
        window.and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Gives the focus to an element that can have it.
#[cfg(feature = "screens")]
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What is on the page takes the focus.
        let _ = element.focus();
    }
}

/// Copies a text; whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Without a secure address there is no clipboard.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Shows an entry of a list as chosen.
pub fn choose(id: &str, value: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let list = document.and_then(|document| document.get_element_by_id(id));
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) {
        list.set_value(value);
    }
}

/// What the page's HTML says about the parts: the engine's files and the first result, in base64.
pub fn parts() -> Option<(Parts, String)> {
    let text = web_sys::window()?.document()?.get_element_by_id("parts")?.text_content()?;
    let value = js_sys::JSON::parse(&text).ok()?;
    let field = |name: &str| js_sys::Reflect::get(&value, &name.into()).ok()?.as_string();
    let parts = Parts { worker: field("worker")?, engine: field("engine")? };
    Some((parts, field("first").unwrap_or_default()))
}

/// Where another part lies that the page's HTML names.
#[cfg(feature = "screens")]
pub fn part(name: &str) -> Option<String> {
    let text = web_sys::window()?.document()?.get_element_by_id("parts")?.text_content()?;
    js_sys::Reflect::get(&js_sys::JSON::parse(&text).ok()?, &name.into()).ok()?.as_string()
}

/// The bytes of a base64 text.
pub fn bytes(base64: &str) -> Option<Vec<u8>> {
    let text = web_sys::window()?.atob(base64).ok()?;
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// The number of workers that the address asks for (`?workers=3`), if any.
pub fn workers_asked() -> Option<usize> {
    let query = web_sys::window()?.location().search().ok()?;
    let parameters = web_sys::UrlSearchParams::new_with_str(&query).ok()?;
    parameters.get("workers")?.parse().ok().filter(|n| (1..=16).contains(n))
}

/// Workers by default: one a core, up to eight, one core left to the page.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
pub fn workers_usual() -> usize {
    let cores = web_sys::window().map_or(2.0, |window| window.navigator().hardware_concurrency());
    (cores as usize).clamp(2, 9) - 1
}

/// A seed of four digits, easy to say aloud.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1000 and 9999"
)]
pub fn any_seed() -> Seed {
    Seed((1000.0 + 9000.0 * Math::random()) as u64)
}

/// Saves a text as a file.
pub fn save(name: &str, mime: &str, text: &str) -> Option<()> {
    save_blob(name, &blob_of(mime, text)?)
}

/// Saves bytes of the browser's as a file.
pub fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.unchecked_ref::<HtmlElement>().click();
    Url::revoke_object_url(&url).ok()
}

/// An address of a text, until it is taken back.
pub fn url_of(mime: &str, text: &str) -> Option<String> {
    Url::create_object_url_with_blob(&blob_of(mime, text)?).ok()
}

fn blob_of(mime: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// A function of the reader module, which is loaded when first asked for.
async fn of_reader(function: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let start = js_sys::Reflect::get(&js_sys::global(), &"titrariumReader".into())?;
    let module =
        JsFuture::from(start.dyn_into::<Function>()?.call0(&JsValue::NULL)?.dyn_into::<Promise>()?);
    let function = js_sys::Reflect::get(&module.await?, &function.into())?;
    function.dyn_into::<Function>()?.call1(&JsValue::NULL, argument)
}

/// Reads a scenario file; none when the reader did not load.
pub async fn read_scenario(bytes: &[u8]) -> Option<Reading> {
    let answer = of_reader("read", &Uint8Array::from(bytes)).await.ok()?;
    reader::open(&answer.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// The text of a scenario of the library; none when the reader did not load.
pub async fn library_text(name: String) -> Option<String> {
    of_reader("text", &name.into()).await.ok()?.as_string()
}

/// A text as a QR code: modules on a side, and the dark ones as a path. None when it is too long, or the reader did not load.
pub async fn code(text: String) -> Option<(u32, String)> {
    let code = of_reader("code", &text.into()).await.ok()?.as_string()?;
    let (side, path) = code.split_once(' ')?;
    Some((side.parse().ok()?, path.to_owned()))
}

/// Reads the scenario of a source; none when the reader did not load, or the text has faults.
pub async fn design(source: &Source) -> Option<Box<Design>> {
    let text = match source {
        Source::Library(name) => library_text(name.clone()).await?,
        Source::Own(text) => text.clone(),
    };
    match read_scenario(text.as_bytes()).await? {
        Reading::Sound { design, .. } => Some(design),
        Reading::Faulty { .. } => None,
    }
}

/// Puts the cursor on a line of a text, marks the line and brings it into view. Lines are counted from 1.
pub fn go_to_line(field: &HtmlTextAreaElement, line: usize) {
    let text = field.value();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let from: u32 = text.split_inclusive('\n').take(line - 1).map(units).sum();
    let to = from + text.lines().nth(line - 1).map_or(0, units);
    let lines = i32::try_from(text.split('\n').count()).unwrap_or(i32::MAX).max(1);
    let above = i32::try_from(line).unwrap_or(i32::MAX).saturating_sub(4).max(0);
    field.set_scroll_top(field.scroll_height() / lines * above);
    // A field on the page takes the focus and a selection within its text.
    let _ = field.focus();
    let _ = field.set_selection_range(from, to);
}

/// Whether a keystroke belongs to a field that is being typed in, or to a list whose letters choose.
pub fn is_typing() -> bool {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    active.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        let tag = element.tag_name();
        tag == "TEXTAREA" || tag == "SELECT" || (tag == "INPUT" && kind == "text")
    })
}

/// Whether a dialog is open, which keeps keys to itself.
pub fn is_asking() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.query_selector("dialog[open]").ok()?).is_some()
}

/// Opens a dialog of the page.
pub fn show_dialog(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let dialog = document.and_then(|document| document.get_element_by_id(id));
    if let Some(dialog) = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
        // Refused only while it is open, and then it is where it should be.
        let _ = dialog.show_modal();
    }
}

/// Whether a key was pressed in a list or a field, which have keys of their own.
#[cfg(feature = "screens")]
pub fn is_in_control(event: &web_sys::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("select, input").unwrap_or_default())
}

/// Opens the browser's way to print.
#[cfg(feature = "screens")]
pub fn print() {
    // A browser that cannot print does nothing.
    let _ = web_sys::window().map(|window| window.print());
}

/// Milliseconds since the page began.
#[cfg(feature = "screens")]
pub fn now() -> f64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or(f64::INFINITY, |clock| clock.now())
}

/// Below this width the controls lie in a sheet over the page, px.
const SHEET_BELOW: f64 = 720.0;

/// Whether an element lies behind the sheet of controls.
pub fn is_behind_sheet(element: &Element) -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    let narrow = width.is_some_and(|width| width < SHEET_BELOW);
    narrow && element.closest(".sheet, .topbar, .skip").ok().flatten().is_none()
}

/// Scrolls an element into view, where it is not.
pub fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The first element that a selector means.
pub fn first(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}

/// Folds or unfolds the part that a selector means.
pub fn unfold(selector: &str, open: bool) {
    if let Some(part) = first(selector) {
        // The attribute is the browser's own; setting it cannot fail.
        let _ = part.toggle_attribute_with_force("open", open);
    }
}
