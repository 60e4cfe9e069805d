//! The Content-Security-Policy: what the page may load, and from where.

/// The policy for the `<meta>` element, which holds on hosts that send no headers.
///
/// `'wasm-unsafe-eval'` lets a module compile; `blob:` lets the one-file page start its worker.
pub const META: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; \
     manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy as a header, with the directive that a `<meta>` element may not carry.
pub fn header() -> String {
    format!("{META}; frame-ancestors 'self'")
}
