//! A picture as PNG: the browser draws the SVG, twice as fine as it is wide.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;
use web_sys::CanvasRenderingContext2d;
use web_sys::HtmlCanvasElement;
use web_sys::HtmlImageElement;
use web_sys::Url;

use super::browser;

/// Dots a pixel.
const FINE: u32 = 2;

/// Draws an SVG document and saves it; none when the browser does not let us.
pub async fn save(name: String, svg: String) -> Option<()> {
    let url = browser::url_of("image/svg+xml", &svg)?;
    let drawn = draw(&url).await.ok();
    // The address was made here: taking it back cannot fail.
    let _ = Url::revoke_object_url(&url);
    browser::save_blob(&name, &drawn?)
}

async fn draw(url: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (FINE * image.natural_width(), FINE * image.natural_height());
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let blob = Promise::new(&mut |resolve, reject| {
        if let Err(reason) = canvas.to_blob(&resolve) {
            // Telling a promise why it fails cannot fail itself.
            let _ = reject.call1(&JsValue::NULL, &reason);
        }
    });
    JsFuture::from(blob).await?.dyn_into()
}
