//! What a visitor downloads: the files of the site, raw and as gzip -9 would send them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Beginnings of names of files that a visitor gets only on asking for them: the reader comes with another scenario, the
/// screens with the first of them, the texts with the model card.
const LATER: [&str; 7] = [
    "manifest.webmanifest",
    "notices.html",
    "bench.html",
    "bench-",
    "card-",
    "reader-",
    "screens-",
];

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Its name within the site.
    pub name: String,
    /// Bytes on disk.
    pub raw: usize,
    /// Bytes after gzip -9.
    pub gzip: usize,
}

/// Weighs the files of the first view, heaviest first.
///
/// # Errors
/// When the folder is not there or not readable.
pub fn first_view(site: &Path) -> Result<Vec<Weighed>> {
    let entries = fs::read_dir(site).with_context(|| {
        format!("no site in {}; write it with `cargo serve --build-only`", site.display())
    })?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && !LATER.iter().any(|later| name.starts_with(later)) {
            let bytes = fs::read(entry.path())?;
            files.push(Weighed { name, raw: bytes.len(), gzip: gzip(&bytes)? });
        }
    }
    files.sort_by(|a, b| b.gzip.cmp(&a.gzip).then_with(|| a.name.cmp(&b.name)));
    Ok(files)
}

/// Bytes of all files together, raw and gzip.
pub fn total(files: &[Weighed]) -> (usize, usize) {
    files.iter().fold((0, 0), |(raw, gzip), file| (raw + file.raw, gzip + file.gzip))
}

/// A size for people: "12.3 kB", a kilobyte being 1,000 bytes.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::gzip;
    use super::kilobytes;

    #[test]
    fn kilobytes_are_thousands() {
        assert_eq!(kilobytes(79_999), "79.9 kB");
        assert_eq!(kilobytes(50), "0.0 kB");
    }

    #[test]
    fn gzip_shrinks_what_repeats() {
        assert!(gzip(&[7; 10_000]).unwrap() < 100);
    }
}
