//! Markdown as the documentation has it, in HTML as the page wants it: tables and formulas in boxes of their own that scroll,
//! names of code as words, headings a level lower. Knows no text in particular.

use pulldown_cmark::BrokenLink;
use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::CowStr;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::html::push_html;

/// How a name of this crate begins.
pub(super) const OWN: &str = concat!("crate", "::");

/// What stands under a heading of the first level; what precedes the first has no title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chapter {
    /// The heading in plain letters.
    pub title: String,
    /// The heading as HTML.
    pub heading: String,
    /// What follows, as HTML.
    pub html: String,
    /// Words of its prose.
    pub words: usize,
}

/// The chapters of a text.
pub(super) fn chapters(text: &str) -> Vec<Chapter> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_SMART_PUNCTUATION;
    // rustdoc finds what [`name`] means; here it is a name and no link.
    let mut name = |link: BrokenLink<'_>| {
        link.reference.starts_with('`').then(|| (CowStr::from(OWN), CowStr::from("")))
    };
    let events = Parser::new_with_broken_link_callback(text, options, Some(&mut name));
    let mut parts: Vec<(Vec<Event>, Vec<Event>)> = vec![(Vec::new(), Vec::new())];
    let mut in_heading = false;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                parts.push((Vec::new(), Vec::new()));
                in_heading = true;
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_heading = false,
            event => {
                let (heading, body) = parts.last_mut().expect("there is one from the beginning");
                if in_heading { heading.push(event) } else { body.push(event) }
            }
        }
    }
    parts.into_iter().map(|(heading, body)| Chapter::of(heading, body)).collect()
}

impl Chapter {
    fn of(heading: Vec<Event>, body: Vec<Event>) -> Self {
        let title = letters(&heading);
        let mut html = String::new();
        let mut room = Room { title: &title, boxes: 0, column: 0, depth: Depth::Prose };
        let (words, shown): (Vec<usize>, Vec<Event>) =
            body.into_iter().filter_map(|event| room.place(event)).unzip();
        push_html(&mut html, shown.into_iter());
        let mut head = String::new();
        push_html(&mut head, heading.into_iter());
        Self { heading: head.trim().to_owned(), html, words: words.into_iter().sum(), title }
    }
}

/// The plain letters of some events.
fn letters(events: &[Event]) -> String {
    let one = |event: &Event| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        _ => String::new(),
    };
    events.iter().map(one).collect()
}

/// A text as a printer sets it: a true minus before numbers, a dash between words.
fn set(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let number = after.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit());
        out.push(match c {
            '-' if before == ' ' && after.starts_with(' ') => '\u{2013}',
            '-' if !before.is_alphanumeric() && number => '\u{2212}',
            c => c,
        });
        before = c;
    }
    out
}

/// Where an event stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Prose,
    Head,
    Body,
    Formula,
}

/// What is known while a chapter is read.
struct Room<'a> {
    title: &'a str,
    /// Boxes so far, so that each has a name of its own.
    boxes: usize,
    column: usize,
    depth: Depth,
}

impl Room<'_> {
    /// The event as it is written, with the words of prose in it; none for what is left out.
    fn place<'e>(&mut self, event: Event<'e>) -> Option<(usize, Event<'e>)> {
        let html = |text: String| Some((0, Event::Html(text.into())));
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.starts_with("http") => None,
            Event::End(TagEnd::Link) => None,
            Event::Start(Tag::Heading { .. }) => html("<h4>".to_owned()),
            Event::End(TagEnd::Heading(_)) => html("</h4>".to_owned()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                self.depth = Depth::Formula;
                html(format!("{}<pre>", self.open("formula")))
            }
            Event::End(TagEnd::CodeBlock) => {
                self.depth = Depth::Prose;
                html("</pre></div>".to_owned())
            }
            Event::Text(text) if self.depth == Depth::Formula => Some((0, Event::Text(text))),
            Event::Text(text) => {
                let prose = self.depth == Depth::Prose;
                let words = if prose { text.split_whitespace().count() } else { 0 };
                Some((words, Event::Text(set(&text).into())))
            }
            Event::Code(name) => {
                let name = name.strip_prefix(OWN).unwrap_or(&name).to_owned();
                Some((0, Event::Code(name.into())))
            }
            event => Some((0, self.table(event))),
        }
    }

    /// Tables are written here, so that the first cell of a row can name it.
    fn table<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        let html = match &event {
            Event::Start(Tag::Table(_)) => format!("{}<table>", self.open("table-box")),
            Event::Start(Tag::TableHead) => self.row(Depth::Head, "<thead><tr>"),
            Event::End(TagEnd::TableHead) => self.row(Depth::Body, "</tr></thead><tbody>"),
            Event::Start(Tag::TableRow) => self.row(Depth::Body, "<tr>"),
            Event::End(TagEnd::TableRow) => "</tr>".to_owned(),
            Event::End(TagEnd::Table) => self.row(Depth::Prose, "</tbody></table></div>"),
            Event::Start(Tag::TableCell) => self.cell().to_owned(),
            Event::End(TagEnd::TableCell) => {
                let first = self.column == 1 || self.depth == Depth::Head;
                if first { "</th>" } else { "</td>" }.to_owned()
            }
            _ => return event,
        };
        Event::Html(html.into())
    }

    fn row(&mut self, depth: Depth, html: &str) -> String {
        (self.depth, self.column) = (depth, 0);
        html.to_owned()
    }

    fn cell(&mut self) -> &'static str {
        self.column += 1;
        match (self.depth, self.column) {
            (Depth::Head, _) => "<th scope=\"col\">",
            (_, 1) => "<th scope=\"row\">",
            _ => "<td>",
        }
    }

    /// The beginning of a box that scrolls, which has to have a name and the focus.
    fn open(&mut self, class: &str) -> String {
        self.boxes += 1;
        let mut name = String::new();
        // The letters are of our own texts; what HTML needs escaped is escaped here as everywhere.
        push_html(&mut name, std::iter::once(Event::Text(self.title.to_owned().into())));
        let name = name.replace('"', "&quot;");
        let number = if self.boxes > 1 { format!(", {}", self.boxes) } else { String::new() };
        format!(
            "<div class=\"{class}\" tabindex=\"0\" role=\"region\" aria-label=\"{name}{number}\">"
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn chapter(text: &str) -> Chapter {
        chapters(text).pop().unwrap()
    }

    #[test]
    fn a_text_falls_into_chapters() {
        let all = chapters("Before.\n\n# One `x`\n\nFirst words.\n\n# Two\n\n## Low\n\nMore.");
        let titles: Vec<&str> = all.iter().map(|chapter| chapter.title.as_str()).collect();
        assert_eq!(titles, ["", "One x", "Two"]);
        assert_eq!(all[1].heading, "One <code>x</code>");
        assert_eq!((all[1].html.as_str(), all[1].words), ("<p>First words.</p>\n", 2));
        assert_eq!(all[2].html, "<h4>Low</h4>\n<p>More.</p>\n");
    }

    #[test]
    fn names_of_code_are_words_and_no_links() {
        let text = "See [`crate::engine`] and [`Tally`](crate::tally::Tally).";
        let shown = "<p>See <code>engine</code> and <code>Tally</code>.</p>\n";
        assert_eq!(chapter(text).html, shown);
        assert_eq!(chapter("In [0, 1].").html, "<p>In [0, 1].</p>\n");
    }

    #[test]
    fn a_table_scrolls_in_a_box_and_its_rows_have_names() {
        let html = chapter("# A \"b\"\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n").html;
        assert!(html.starts_with(
            "<div class=\"table-box\" tabindex=\"0\" role=\"region\" aria-label=\"A "
        ));
        assert!(html.contains("<tbody><tr><th scope=\"row\">1</th><td>2</td></tr><tr>"), "{html}");
        assert_eq!(html.matches('"').count(), 8 + 4 + 4);
    }

    #[test]
    fn minus_signs_and_dashes_are_set() {
        assert_eq!(
            set("on day -7, -.3 to 2 - or not"),
            "on day \u{2212}7, \u{2212}.3 to 2 \u{2013} or not"
        );
        assert_eq!(set("day-28 change, hard-to-treat, 3-4"), "day-28 change, hard-to-treat, 3-4");
    }

    #[test]
    fn a_formula_keeps_its_lines_and_its_signs() {
        let html = chapter("# F\n\n```text\na < b\n  c\n```\n").html;
        assert!(html.contains("<pre>a &lt; b\n  c\n</pre></div>"), "{html}");
    }
}
