//! `cargo serve`: builds the four wasm modules, writes the static site and serves it on 127.0.0.1.
//!
//! It needs neither Node nor a tool to download: `wasm-bindgen` is used as a library. What the page shows is
//! not its business; it knows the page only as a module to build and as the text of [`shell`].

pub mod card;
pub mod device;
pub mod modules;
pub mod notices;
pub mod policy;
pub mod server;
pub mod shell;
pub mod site;
pub mod template;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::web::server::Browser;
use crate::web::server::Port;
use crate::web::server::PortTaken;
use crate::web::site::Modules;
use crate::workshop::folder;
use crate::workshop::stopwatch::Stopwatch;
use crate::workshop::toolchain;
use crate::workshop::toolchain::Ensured;
use crate::workshop::weight;

/// Build the page and serve it on this machine.
#[derive(Debug, Parser)]
#[command(name = "cargo serve", bin_name = "cargo serve", version)]
pub struct Options {
    /// Serve on this port only (otherwise 8731, or the next free one)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Open the page in a browser
    #[arg(long)]
    open: bool,
    /// Write the site to target/www and stop
    #[arg(long, conflicts_with_all = ["port", "open"])]
    build_only: bool,
}

/// Reads the command line, does the work and turns a fault into a message and an exit code.
///
/// 0 is well, 1 a failed step, 2 a command line that cannot be followed, a taken port among them.
pub fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault:#}");
            ExitCode::from(if fault.is::<PortTaken>() { 2 } else { 1 })
        }
    }
}

fn run(options: &Options) -> Result<()> {
    if options.build_only {
        return build();
    }
    let port = options.port.map_or(Port::Any, Port::Only);
    // Before the build: nobody should wait for it to hear that the port is taken.
    let listener = server::listen(port)?;
    build()?;
    let browser = if options.open { Browser::Open } else { Browser::Leave };
    server::serve(listener, &folder::site(), browser)
}

fn build() -> Result<()> {
    let whole = Stopwatch::start();
    if toolchain::ensure_wasm()? == Ensured::Added {
        println!("added the target {} to the toolchain", toolchain::WASM);
    }
    let engine = timed("engine module", modules::engine)?;
    let reader = timed("reader module", modules::reader)?;
    let page = timed("page module", modules::page)?;
    let screens = timed("screens module", modules::screens)?;
    let modules = Modules { page, screens, engine, reader };
    let folder = folder::site();
    timed("site", || site::write(&folder, &modules))?;
    let files = weight::first_view(&folder)?;
    let (raw, gzip) = weight::total(&files);
    println!(
        "{} in {:.1} s: first view {}, {} with gzip -9",
        folder.display(),
        whole.seconds(),
        weight::kilobytes(raw),
        weight::kilobytes(gzip)
    );
    Ok(())
}

fn timed<T>(what: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
    let watch = Stopwatch::start();
    let made = step()?;
    println!("{what:<14}{:>6.1} s", watch.seconds());
    Ok(made)
}
