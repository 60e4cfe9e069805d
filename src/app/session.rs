//! What is kept between visits: the history as links, one a line, so that any build can read it.
//!
//! The first line says which is now; the others follow in their order. A step whose scenario is a text of the reader's
//! own carries the text, so long histories are cut to their end.

use super::history::History;
use super::link::Link;
use super::route::Route;

/// Steps that are kept.
const KEPT: usize = 50;

/// Letters that are kept at most; browsers allow some millions.
const LONGEST: usize = 400_000;

/// A history as it was kept: links to the past, to now and to what was taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Oldest first.
    pub past: Vec<Link>,
    /// The state that was shown.
    pub now: Link,
    /// The next one to come back first.
    pub future: Vec<Link>,
}

impl Session {
    /// All its links.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.past.iter().chain([&self.now]).chain(&self.future)
    }
}

/// The history in letters.
pub fn write(history: &History) -> String {
    let line = |state| Link::of(Route::Home, state).write();
    let mut past: Vec<String> = history.past().rev().take(KEPT).map(line).collect();
    let mut future: Vec<String> = history.future().take(KEPT).map(line).collect();
    let now = line(history.now());
    let length = |lines: &[String]| lines.iter().map(|line| line.len() + 1).sum::<usize>();
    while now.len() + length(&past) + length(&future) > LONGEST {
        if future.pop().is_none() && past.pop().is_none() {
            break;
        }
    }
    past.reverse();
    let head = past.len().to_string();
    let lines = [head].into_iter().chain(past).chain([now]).chain(future);
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads what was kept; none when it holds nothing that can be read.
pub fn read(text: &str) -> Option<Session> {
    let mut lines = text.lines();
    let past: usize = lines.next()?.parse().ok().filter(|past| *past <= KEPT)?;
    let mut links = lines.map(Link::read);
    let past: Vec<Link> = links.by_ref().take(past).collect();
    let now = links.next()?;
    Some(Session { past, now, future: links.take(KEPT).collect() })
}
