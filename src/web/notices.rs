//! The notices of third parties: who wrote what is linked into the wasm modules, and under which terms.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde_json::Value;

use crate::workshop::folder;
use crate::workshop::toolchain::WASM;

/// What one linked crate asks to be said.
struct Notice {
    name: String,
    version: String,
    licence: String,
    home: String,
    authors: String,
    /// The licence text, when the crate carries one.
    text: Option<String>,
}

/// The notices as a page of the site.
///
/// # Errors
/// When cargo cannot tell what is linked, or a font's licence is missing.
pub fn page(style: &str) -> Result<String> {
    let notices = linked()?;
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Notices of third parties - Titrarium</title>\
         <link rel=\"stylesheet\" href=\"./{style}\"></head><body><main>\
         <h1>Notices of third parties</h1>\
         <p><a href=\"./\">Back to Titrarium</a></p>\
         <p>Titrarium is made with the work of these people. It also contains the Rust standard library, \
         by the Rust project's contributors, under MIT OR Apache-2.0.</p><h2>Code</h2><ul>\n"
    );
    for notice in &notices {
        row(&mut html, notice)?;
    }
    html.push_str("</ul>\n<h2>Fonts</h2>\n");
    for (name, file) in [("Inter", "OFL-inter.txt"), ("Source Serif 4", "OFL-source-serif-4.txt")] {
        let path = folder::root().join("www/fonts").join(file);
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        text_box(&mut html, &format!("{name}, cut down to the signs used here"), &text)?;
    }
    html.push_str("<h2>Licence texts of the code</h2>\n");
    for (text, crates) in by_text(&notices) {
        text_box(&mut html, &crates.join(", "), text)?;
    }
    html.push_str("</main></body></html>\n");
    Ok(html)
}

fn row(html: &mut String, notice: &Notice) -> Result<()> {
    let Notice { name, version, licence, home, authors, .. } = notice;
    write!(html, "<li>{} {}, {}", escaped(name), escaped(version), escaped(licence))?;
    if !authors.is_empty() {
        write!(html, ", by {}", escaped(authors))?;
    }
    if !home.is_empty() {
        write!(html, ", {}", escaped(home))?;
    }
    html.push_str("</li>\n");
    Ok(())
}

fn text_box(html: &mut String, title: &str, text: &str) -> Result<()> {
    let (title, text) = (escaped(title), escaped(text.trim()));
    writeln!(
        html,
        "<details><summary>{title}</summary><pre class=\"licence\">{text}</pre></details>"
    )?;
    Ok(())
}

/// Crates that share a text to the letter share one box.
fn by_text(notices: &[Notice]) -> BTreeMap<&str, Vec<&str>> {
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for notice in notices {
        if let Some(text) = &notice.text {
            texts.entry(text).or_default().push(&notice.name);
        }
    }
    texts
}

fn linked() -> Result<Vec<Notice>> {
    let mut wanted = BTreeSet::new();
    for feature in ["page", "worker"] {
        wanted.extend(tree(feature)?);
    }
    let features = ["--no-default-features", "--features", "page,worker"];
    let mut arguments = vec!["metadata", "--format-version=1", "--filter-platform", WASM];
    arguments.extend(features);
    let metadata: Value = serde_json::from_str(&ask(&arguments)?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let notices: Vec<Notice> = packages
        .iter()
        .map(notice)
        .filter(|notice| wanted.contains(&format!("{} v{}", notice.name, notice.version)))
        .collect();
    ensure!(notices.len() == wanted.len(), "cargo metadata and cargo tree name different crates");
    Ok(notices)
}

/// Names and versions of what a feature links, without this crate.
fn tree(feature: &str) -> Result<BTreeSet<String>> {
    let told = ask(&[
        "tree",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
        "--target",
        WASM,
        "--no-default-features",
        "--features",
        feature,
    ])?;
    let named = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?))
    };
    Ok(told.lines().skip(1).filter_map(named).collect())
}

fn ask(arguments: &[&str]) -> Result<String> {
    let output = Command::new(folder::cargo())
        .current_dir(folder::root())
        .args(arguments)
        .output()
        .context("cargo does not start")?;
    ensure!(
        output.status.success(),
        "`cargo {}` failed: {}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

fn notice(package: &Value) -> Notice {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let authors = package["authors"].as_array().into_iter().flatten();
    let authors: Vec<&str> = authors.filter_map(Value::as_str).map(without_address).collect();
    let licence = text("license");
    Notice {
        name: text("name"),
        version: text("version"),
        home: text("repository"),
        authors: authors.join(", "),
        text: licence_text(Path::new(&text("manifest_path")), &licence),
        licence,
    }
}

fn without_address(author: &str) -> &str {
    author.split('<').next().unwrap_or_default().trim()
}

/// The text in the crate's folder: the MIT one where MIT is a choice, since it is short and names people.
fn licence_text(manifest: &Path, licence: &str) -> Option<String> {
    let mut names: Vec<String> = fs::read_dir(manifest.parent()?)
        .ok()?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| {
            let name = name.to_ascii_uppercase();
            ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start))
        })
        .collect();
    names.sort();
    let mit = names.iter().find(|name| licence.contains("MIT") && name.contains("MIT"));
    let name = mit.or_else(|| names.first())?;
    fs::read_to_string(manifest.with_file_name(name)).ok()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use super::without_address;

    #[test]
    fn addresses_stay_out() {
        assert_eq!(without_address("A. Person <a@example.org>"), "A. Person");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escaped("<b> & c"), "&lt;b&gt; &amp; c");
    }
}
