//! Fetches the texts of the card and the studies of its check, which come in one file.

use std::rc::Rc;

use js_sys::JSON;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::AttrValue;

use crate::app::route::Section;
use crate::app::view::browser;
use crate::expected::Counted;

/// What the file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// Minutes that it takes to read.
    pub minutes: u32,
    /// HTML of the sections, in their order; written when the site was built.
    sections: Vec<AttrValue>,
    /// The studies of the check.
    pub studies: Rc<Vec<Counted>>,
}

impl Texts {
    /// The text of a section.
    pub fn of(&self, section: Section) -> AttrValue {
        self.sections.get(section as usize).cloned().unwrap_or_default()
    }
}

/// The texts; none when the file did not come, or is of another build.
pub async fn load() -> Option<Texts> {
    let url = browser::part("card")?;
    let response: Response =
        JsFuture::from(web_sys::window()?.fetch_with_str(&url)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let card = JSON::parse(&text).ok()?;
    let all = field(&card, "sections")?;
    let sections = Section::ALL
        .iter()
        .map(|section| field(&all, section.slug())?.as_string().map(AttrValue::from));
    let studies = browser::bytes(&field(&card, "studies")?.as_string()?)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some minutes")]
    let minutes = field(&card, "minutes")?.as_f64()? as u32;
    Some(Texts {
        minutes,
        sections: sections.collect::<Option<_>>()?,
        studies: Rc::new(postcard::from_bytes(&studies).ok()?),
    })
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}
