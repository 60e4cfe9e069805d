//! What the visitor sees before the wasm arrives: the page itself, drawn once by the machine that builds the site.

use anyhow::Context;
use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use yew::ServerRenderer;

use crate::app::baked;
use crate::app::view::root::Page;

/// The first view as HTML, the same markup that the page will draw over it.
///
/// # Errors
/// When no runtime can be started to draw it.
pub fn shell() -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let page = || ServerRenderer::<Page>::new().hydratable(false);
    Ok(runtime.block_on(async move { page().render().await }))
}

/// The first result, baked, in base64.
///
/// # Errors
/// When the default scenario cannot be run.
pub fn first() -> Result<String> {
    let bytes = baked::bake().context("the first scenario of the library cannot be run")?;
    Ok(STANDARD.encode(bytes))
}
