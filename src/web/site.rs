//! Writes the static site: each file named by its content, each address relative.

use std::fs;
use std::path::Path;

use anyhow::Context;
use anyhow::Result;

use crate::web::card;
use crate::web::device;
use crate::web::modules::Module;
use crate::web::notices;
use crate::web::policy;
use crate::web::shell;
use crate::web::template;
use crate::words;
use crate::workshop::folder;

/// The wasm modules.
#[derive(Debug)]
pub struct Modules {
    /// The page with its first view.
    pub page: Module,
    /// The page with all its screens.
    pub screens: Module,
    /// The engine that workers run.
    pub engine: Module,
    /// The reader of scenario files.
    pub reader: Module,
}

/// The site while it is being written.
struct Site<'a> {
    /// Where it goes.
    folder: &'a Path,
    /// What the templates may ask for: a name and, mostly, the file name that goes there.
    values: Vec<(&'static str, String)>,
}

/// Writes the whole site into an emptied folder.
///
/// # Errors
/// When a source is missing, a template has an unknown hole, or the folder cannot be written.
pub fn write(folder: &Path, modules: &Modules) -> Result<()> {
    let Modules { page, screens, engine, reader } = modules;
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut site = Site { folder, values: Vec::new() };
    site.named("sans", "inter.woff2", &source("fonts/inter.woff2")?)?;
    site.named("serif", "source-serif.woff2", &source("fonts/source-serif-4.woff2")?)?;
    site.named("icon", "icon.svg", &source("icon.svg")?)?;
    let style = site.filled("style.css")?;
    site.named("style", "style.css", style.as_bytes())?;
    site.named("app_wasm", "app.wasm", &page.wasm)?;
    site.named("app_js", "app.js", page.glue.as_bytes())?;
    site.named("engine_wasm", "engine.wasm", &engine.wasm)?;
    site.named("worker_js", "worker.js", &worker(engine)?)?;
    site.named("reader_wasm", "reader.wasm", &reader.wasm)?;
    site.named("reader_js", "reader.js", reader.glue.as_bytes())?;
    site.named("screens_css", "screens.css", &styles()?)?;
    site.named("screens_wasm", "screens.wasm", &screens.wasm)?;
    site.named("screens_js", "screens.js", screens.glue.as_bytes())?;
    site.named("card", "card.json", card::file()?.as_bytes())?;
    site.named("early_js", "early.js", &source("early.js")?)?;
    let boot = site.filled("boot.js")?;
    site.named("boot_js", "boot.js", boot.as_bytes())?;
    site.values.push(("loading", words::screens::Word::Loading.en().to_owned()));
    site.values.push(("csp", policy::META.to_owned()));
    site.values.push(("shell", shell::shell()?));
    site.values.push(("first", shell::first()?));
    for name in ["manifest.webmanifest", "index.html"] {
        let text = site.filled(name)?;
        site.plain(name, text.as_bytes())?;
    }
    site.bench()?;
    let notices = notices::page(site.value("style"))?;
    site.plain("notices.html", notices.as_bytes())
}

/// One script: the glue sets `wasm_bindgen`, the loop uses it. It has no import and no export, so that it
/// starts as a module worker from a file and as a classic worker from a Blob.
fn worker(engine: &Module) -> Result<Vec<u8>> {
    let mut script = engine.glue.clone().into_bytes();
    script.push(b'\n');
    script.extend(source("worker.js")?);
    Ok(script)
}

/// The styles of the screens, joined in the order of their names.
fn styles() -> Result<Vec<u8>> {
    let folder = folder::root().join("www/screens");
    let entries = fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    let texts = files
        .iter()
        .map(|file| fs::read(file).with_context(|| format!("cannot read {}", file.display())));
    Ok(texts.collect::<Result<Vec<_>>>()?.concat())
}

impl Site<'_> {
    /// Writes a file under a name that tells its content, and remembers that name under `key`.
    fn named(&mut self, key: &'static str, file: &str, bytes: &[u8]) -> Result<()> {
        let (stem, extension) = file.split_once('.').expect("every file here has an extension");
        let hash = blake3::hash(bytes).to_hex();
        let name = format!("{stem}-{}.{extension}", &hash[..8]);
        self.plain(&name, bytes)?;
        self.values.push((key, name));
        Ok(())
    }

    /// The page that measures a device.
    fn bench(&mut self) -> Result<()> {
        self.named("bench_js", "bench.js", &source("bench.js")?)?;
        let address = |key: &str| format!("./{}", self.value(key));
        let told = device::told(&address("worker_js"), &address("engine_wasm"))?;
        self.values.push(("told", told));
        self.values.push(("units", words::page::Word::FooterUnits.en().to_owned()));
        self.values.extend(words::device::WORDS.map(|(name, text)| (name, text.to_owned())));
        let page = self.filled("bench.html")?;
        self.plain("bench.html", page.as_bytes())
    }

    fn plain(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }

    fn filled(&self, file: &str) -> Result<String> {
        let text = String::from_utf8(source(file)?).with_context(|| format!("www/{file}"))?;
        let values: Vec<(&str, &str)> =
            self.values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        template::fill(&text, &values).with_context(|| format!("www/{file}"))
    }

    fn value(&self, key: &str) -> &str {
        let found = self.values.iter().find(|(known, _)| *known == key);
        &found.expect("asked only for what was written before").1
    }
}

fn source(file: &str) -> Result<Vec<u8>> {
    let path = folder::root().join("www").join(file);
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}
