//! Finds programs, and asks the system's packages for those that are missing where it may.

use std::env;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::verify::plan::Plan;
use crate::verify::task::Task;

/// The first of some programs that is on the path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .flat_map(|file| [file.clone(), file.with_extension("exe"), file.with_extension("cmd")])
        .find(|file| file.is_file())
}

/// A program from the system's packages, where these may be asked.
///
/// Nothing where they may not, or have none.
pub fn package(plan: &Plan, name: &'static str) -> Option<PathBuf> {
    if may_install() {
        let task = Task::new(plan, name).ok()?;
        task.run(Command::new("apt-get").arg("update")).ok()?;
        let mut install = Command::new("apt-get");
        install.args(["install", "-y", "--no-install-recommends", name]);
        task.run(install.env("DEBIAN_FRONTEND", "noninteractive")).ok()?;
    }
    find(&[name])
}

/// A browser: the one that a variable names, else the first on the path, else one from the system's packages.
///
/// # Errors
/// When the installer cannot be started.
pub fn browser(task: &Task, browser: &Browser) -> Result<Option<PathBuf>> {
    let named = env::var_os(browser.variable).map(PathBuf::from).filter(|file| file.is_file());
    if let Some(found) = named.or_else(|| find(browser.names)) {
        return Ok(Some(found));
    }
    if may_install() {
        task.run(Command::new("apt-get").arg("update"))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "-y", "--no-install-recommends", browser.package]);
        task.run(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(find(browser.names))
}

/// A browser engine and how to come by it.
#[derive(Debug)]
pub struct Browser {
    /// The environment variable that may name its program.
    pub variable: &'static str,
    /// Names of its program.
    pub names: &'static [&'static str],
    /// Debian's package.
    pub package: &'static str,
}

/// Chromium, or what is built from it.
pub const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    package: "chromium",
};

/// Firefox.
pub const FIREFOX: Browser =
    Browser { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" };

/// Only root installs, and only where apt-get is: a newcomer's machine is left as it is.
fn may_install() -> bool {
    let root = Command::new("id").arg("-u").output();
    root.is_ok_and(|output| output.stdout.trim_ascii() == b"0") && find(&["apt-get"]).is_some()
}

/// A program in the virtual environment that `.ci/run` makes, for tools that come as Python packages.
pub fn in_venv(target: &Path, name: &str) -> Option<PathBuf> {
    Some(target.join("venv/bin").join(name)).filter(|file| file.is_file())
}
