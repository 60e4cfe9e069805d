//! What the browser keeps between visits, where it lets us: preferences, the history, the run log.

use crate::app::preferences::Preferences;

/// Where preferences are kept.
const PREFERENCES: &str = "titrarium.preferences";

/// What was preferred last time; a browser without storage prefers nothing.
pub fn preferences() -> Preferences {
    let kept = storage().and_then(|store| store.get_item(PREFERENCES).ok()?);
    Preferences::read(&kept.unwrap_or_default())
}

/// Remembers what is preferred, where the browser lets us; else it lasts as long as the page.
pub fn remember(preferences: Preferences) {
    let _ = storage().map(|store| store.set_item(PREFERENCES, &preferences.write()));
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Where the history is kept.
const SESSION: &str = "titrarium.session";

/// Where the run log is kept.
const RUNS: &str = "titrarium.runs";

/// What was kept of the session before.
pub fn kept() -> Option<String> {
    storage()?.get_item(SESSION).ok()?
}

/// The run log as it was kept.
pub fn kept_runs() -> Option<String> {
    storage()?.get_item(RUNS).ok()?
}

/// Keeps a session for the next visit, or forgets it.
pub fn keep(text: Option<&str>) {
    store(SESSION, text);
}

/// Keeps the run log for the next visit, or forgets it.
pub fn keep_runs(text: Option<&str>) {
    store(RUNS, text);
}

/// Keeps a text, or forgets it. A browser without storage, or without room, keeps nothing.
fn store(name: &str, text: Option<&str>) {
    let Some(store) = storage() else { return };
    let _ = match text {
        Some(text) => store.set_item(name, text),
        None => store.remove_item(name),
    };
}
