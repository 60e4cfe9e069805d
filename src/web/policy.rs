//! The Content-Security-Policy: what the page may load, and from where.

/// The policy for the `<meta>` element, which holds on hosts that send no headers.
///
/// `'wasm-unsafe-eval'` lets a module compile; `blob:` lets the one-file page start its worker.
pub const META: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; \
     manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy as a header: with the directive that a `<meta>` element may not carry, and with the frame of the page that
/// measures a device, for where a header and a `<meta>` element disagree the stricter holds.
pub fn header() -> String {
    format!("{META}; frame-src 'self'; frame-ancestors 'self'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_forbids_nothing_that_a_page_allows() {
        for page in [include_str!("../../www/index.html"), include_str!("../../www/bench.html")] {
            let (_, policy) =
                page.split_once("content=\"{{csp}}").expect("every page has a policy");
            let (own, _) = policy.split_once('"').expect("it ends");
            for directive in own.split(';').map(str::trim).filter(|it| !it.is_empty()) {
                assert!(header().split("; ").any(|it| it == directive), "{directive}");
            }
        }
    }
}
