//! The wasm modules: cargo builds them, `wasm-bindgen` as a library writes their JavaScript.

use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use anyhow::ensure;
use wasm_bindgen_cli_support::Bindgen;

use crate::workshop::folder;
use crate::workshop::toolchain::WASM;

/// A module that a browser can load.
#[derive(Debug)]
pub struct Module {
    /// The JavaScript that starts it.
    pub glue: String,
    /// The module itself, without names and producers.
    pub wasm: Vec<u8>,
}

/// Cargo's side of a module.
struct Recipe {
    bin: &'static str,
    feature: &'static str,
    profile: &'static str,
    /// For the code generator.
    flags: &'static [&'static str],
}

const ENGINE: Recipe = Recipe {
    bin: "worker",
    feature: "worker",
    profile: "engine",
    flags: &["-Ctarget-feature=+simd128"],
};

const PAGE: Recipe = Recipe { bin: "app", feature: "page", profile: "wasm-ui", flags: &[] };

const SCREENS: Recipe =
    Recipe { bin: "screens", feature: "screens", profile: "wasm-ui", flags: &[] };

const READER: Recipe = Recipe { bin: "reader", feature: "worker", profile: "wasm-ui", flags: &[] };

/// The reader of scenario files, an ES module that the page imports when it needs it.
///
/// # Errors
/// When cargo fails, or when the module cannot be bound.
pub fn reader() -> Result<Module> {
    bind(&READER, |bindgen| bindgen.web(true).map(drop))
}

/// The engine with the worker's loop; its glue is a plain script that sets `wasm_bindgen`.
///
/// # Errors
/// When cargo fails, or when the module cannot be bound.
pub fn engine() -> Result<Module> {
    bind(&ENGINE, |bindgen| bindgen.no_modules(true).map(drop))
}

/// The page with all its screens, loaded when one other than the first view is asked for.
///
/// # Errors
/// When cargo fails, or when the module cannot be bound.
pub fn screens() -> Result<Module> {
    bind(&SCREENS, |bindgen| bindgen.web(true).map(drop))
}

/// The page with its first view; its glue is an ES module whose default export starts it.
///
/// # Errors
/// When cargo fails, or when the module cannot be bound.
pub fn page() -> Result<Module> {
    bind(&PAGE, |bindgen| bindgen.web(true).map(drop))
}

fn bind(recipe: &Recipe, flavour: impl FnOnce(&mut Bindgen) -> Result<()>) -> Result<Module> {
    let built = compile(recipe)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&built)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    flavour(&mut bindgen)?;
    let mut output = bindgen
        .generate_output()
        .with_context(|| format!("wasm-bindgen does not accept {}", built.display()))?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "{} brings JavaScript files of its own, which the site has no place for; \
         leave out the dependency that has them",
        recipe.bin
    );
    Ok(Module { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

fn compile(recipe: &Recipe) -> Result<PathBuf> {
    let target = folder::target().join("wasm");
    let status = Command::new(folder::cargo())
        .current_dir(folder::root())
        .args(["build", "--quiet", "--bin", recipe.bin, "--no-default-features"])
        .args(["--features", recipe.feature, "--profile", recipe.profile, "--target", WASM])
        .arg("--target-dir")
        .arg(&target)
        // Encoded flags win over RUSTFLAGS and every config file, so each machine builds the same bytes.
        .env("CARGO_ENCODED_RUSTFLAGS", flags(recipe).join("\u{1f}"))
        .status()
        .context("cargo does not start")?;
    if !status.success() {
        bail!("cargo could not build the {} module; the message above says why", recipe.bin);
    }
    Ok(target.join(WASM).join(recipe.profile).join(format!("{}.wasm", recipe.bin)))
}

/// The recipe's flags, and what keeps this machine's folders out of panic messages.
fn flags(recipe: &Recipe) -> Vec<String> {
    let mut flags: Vec<String> = recipe.flags.iter().map(ToString::to_string).collect();
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    for sources in home.iter().flat_map(|home| folders(&home.join("registry/src"))) {
        flags.push(format!("--remap-path-prefix={}=crates", sources.display()));
    }
    flags
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(of).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}
