//! Serves the site on this machine only, with the headers that a good static host would send.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use anyhow::Context;
use anyhow::Result;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::HeaderName;
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header;
use axum::middleware;
use axum::middleware::Next;
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::web::policy;

/// The port when none is asked for.
const USUAL: u16 = 8731;
/// How many ports after the usual one are tried.
const TRIES: u16 = 40;

/// Which port to serve on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// The usual one, or the next free one.
    Any,
    /// This one and no other.
    Only(u16),
}

/// Whether a browser is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Open the page in it.
    Open,
    /// The reader opens it.
    Leave,
}

/// The port asked for is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "port {port} of 127.0.0.1 is taken; ask for another with `--port N`, \
     or leave out `--port` to get a free one"
)]
pub struct PortTaken {
    /// The taken port.
    pub port: u16,
}

/// Takes a port of 127.0.0.1 and says so when it is not the usual one.
///
/// # Errors
/// [`PortTaken`] when the one asked for is in use; otherwise what the system says.
pub fn listen(port: Port) -> Result<TcpListener> {
    let (first, last) = match port {
        Port::Any => (USUAL, USUAL + TRIES),
        Port::Only(port) => (port, port),
    };
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                if port != first {
                    println!("port {first} is taken, so this is port {port}");
                }
                return Ok(listener);
            }
            Err(fault) if fault.kind() == ErrorKind::AddrInUse => {}
            Err(fault) => {
                let advice = format!("cannot serve on port {port}; try another with `--port N`");
                return Err(fault).context(advice);
            }
        }
    }
    Err(PortTaken { port: last }.into())
}

/// Serves the folder until Ctrl-C.
///
/// # Errors
/// When the system does not let it serve.
pub fn serve(listener: TcpListener, folder: &Path, browser: Browser) -> Result<()> {
    let address = format!("http://{}/", listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let router = Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(middleware::from_fn(with_headers));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        println!("\n  {address}\n\nstop with Ctrl-C");
        if browser == Browser::Open {
            open(&address);
        }
        tokio::signal::ctrl_c().await.context("cannot wait for Ctrl-C")?;
        server.abort();
        println!("\nstopped");
        Ok(())
    })
}

async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let found = status.is_success() || status == StatusCode::NOT_MODIFIED;
    dress(response.headers_mut(), &path, found);
    response
}

fn dress(headers: &mut HeaderMap, path: &str, found: bool) {
    let policy = HeaderValue::from_str(&policy::header()).expect("the policy is plain ASCII");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    fix(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    fix(headers, header::REFERRER_POLICY, "no-referrer");
    let keep = if found && is_named_by_content(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    fix(headers, header::CACHE_CONTROL, keep);
    let utf8 = match headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) {
        Some(b"text/html") => Some("text/html; charset=utf-8"),
        Some(b"text/css") => Some("text/css; charset=utf-8"),
        Some(b"text/javascript") => Some("text/javascript; charset=utf-8"),
        _ => None,
    };
    if let Some(kind) = utf8 {
        fix(headers, header::CONTENT_TYPE, kind);
    }
}

fn fix(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

/// Whether a path ends in `-` and eight hexadecimal digits before its extension.
fn is_named_by_content(path: &str) -> bool {
    let Some((_, tail)) = path.rsplit_once('-') else {
        return false;
    };
    let digits = tail.split('.').next().unwrap_or_default();
    digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Opens a browser; when that fails the reader has the address on the screen and hears of it.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(arguments)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        println!("no browser opened, since `{program}` does not start; open the address by hand");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::HeaderMap;
    use super::Port;
    use super::PortTaken;
    use super::dress;
    use super::header;
    use super::is_named_by_content;
    use super::listen;

    #[test]
    fn names_by_content_are_told_from_others() {
        assert!(is_named_by_content("/app-0a1b2c3d.wasm"));
        assert!(is_named_by_content("/source-serif-0a1b2c3d.woff2"));
        for path in ["/", "/index.html", "/notices.html", "/app-0a1b2c3.js", "/app-0a1b2c3g.js"] {
            assert!(!is_named_by_content(path), "{path}");
        }
    }

    #[test]
    fn only_what_was_found_is_kept_for_good() {
        let kept = |found| {
            let mut headers = HeaderMap::new();
            dress(&mut headers, "/app-0a1b2c3d.js", found);
            headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable")
        };
        assert!(kept(true));
        assert!(!kept(false));
    }

    #[test]
    fn a_taken_port_is_named() {
        let holder = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = holder.local_addr().unwrap().port();
        let fault = listen(Port::Only(port)).unwrap_err();
        assert_eq!(fault.downcast_ref::<PortTaken>(), Some(&PortTaken { port }));
    }
}
