//! What the visitor sees before the wasm arrives.

/// The first view as HTML, the same markup that the page will draw over it.
pub fn shell() -> String {
    "<header><p class=\"badge\">Invented units. Not a drug, not advice.</p></header>\
     <main><h1>Titrarium</h1><p class=\"finding\">The first result appears here.</p></main>"
        .to_owned()
}

/// The first result, baked, in base64; empty when there is none.
pub fn first() -> String {
    String::new()
}
