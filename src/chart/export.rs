//! A chart as a file that needs nothing else: colours written in, question, sentence and badge on it.

use std::fmt::Write;

use super::Chart;
use super::escape;

/// Width of an exported picture, px.
const WIDTH: u32 = 960;

/// Colours and letters of the light theme, as the page's style sheet has them.
const STYLE: &str = "\
text{font-family:Inter,system-ui,sans-serif;font-size:13px;fill:#1F1B16}\
.axis{fill:#6B6459}.grid{stroke:#EAE5DB}.base{stroke:#857D70}.zero{stroke:#575147}\
.arm-a{--m:#1454A6;--t:#104A94}.arm-b{--m:#E0450F;--t:#B23207}.arm-c{--m:#00977A;--t:#00705A}\
.arm-d{--m:#661A39;--t:#661A39}.arm-r{--m:#5E584D;--t:#4A463F}\
.fill{fill:var(--m)}.hollow{fill:none;stroke:var(--m);stroke-width:1.8}.stroke{fill:none;stroke:var(--m);stroke-width:1.8}\
.line{fill:none;stroke:var(--m);stroke-width:2.5;vector-effect:non-scaling-stroke}\
.band{fill:var(--m);opacity:.2}.band.wide{opacity:.13}.range{stroke:var(--m);opacity:.3;stroke-width:8;stroke-linecap:round}\
.bar{stroke:var(--m);stroke-width:2}.name{fill:var(--t);font-weight:600}.heading{font-weight:600}\
.ink{--m:#1F1B16;--t:#1F1B16}.thin{stroke-width:1.5}.dashed{stroke-width:2}.lead{fill:none;stroke:#857D70}";

/// The same for what only the other screens draw.
const MORE: &str = if cfg!(feature = "screens") {
    ".missed{fill:#FFFFFF;stroke:var(--m);stroke-width:1.6}.hatch{fill:none;stroke:var(--m);stroke-width:1.5}.sunken{fill:#F2EEE6}\
     .column{fill:#F2EEE6;stroke:#1F1B16;stroke-width:1.5;vector-effect:non-scaling-stroke}.hit{fill:none}.over{paint-order:stroke;stroke:#FFFFFF;stroke-width:4;stroke-linejoin:round}.target{stroke:#575147;stroke-width:1.6}\
     .cloud{fill:var(--m);opacity:.45}.ground{fill:#F2EEE6}.cut{stroke:#1F1B16;stroke-width:1.5}\
     .outline{fill:none;stroke:var(--m);stroke-width:3.2}.gap{stroke:#FFFFFF;stroke-width:4.5}.error-line{stroke:#1F1B16;stroke-width:1.5}\
     .halo{stroke:#FFD257;stroke-width:9}.you-dot{fill:#1F1B16}.you-bar{fill:#FFD257;stroke:#1F1B16}\
     .expected{fill:#C9C3B8}.expected-line{stroke:#575147;stroke-width:2}.here{fill:#1F1B16}.apart{fill:#FFFFFF;stroke:#A32015;stroke-width:3}"
} else {
    ""
};

/// What is written around a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame<'a> {
    /// The question.
    pub title: &'a str,
    /// The sentence that answers it.
    pub sentence: &'a str,
    /// What the chart rests on: n, seed, day.
    pub note: &'a str,
    /// The badge that no picture goes without.
    pub badge: &'a str,
}

/// The chart as an SVG document.
pub fn svg(chart: &Chart, frame: &Frame) -> String {
    let sentence = wrapped(frame.sentence, 110);
    let note = wrapped(frame.note, 130);
    let lines = |n: usize| u32::try_from(n).unwrap_or(1);
    let top = 56 + 20 * lines(sentence.len());
    let bottom = top + chart.height + 16;
    let height = bottom + 18 * lines(note.len()) + 36;
    let inner = WIDTH - 48;
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"><style>{STYLE}{MORE}</style><rect width="100%" height="100%" fill="#FFFFFF"/>"##
    );
    text(&mut out, 38, r#"font-size="20" font-weight="600""#, frame.title);
    for (i, line) in sentence.iter().enumerate() {
        text(&mut out, 62 + 20 * lines(i), "", line);
    }
    let (w, h) = chart.view;
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        r#"<svg x="24" y="{top}" width="{inner}" height="{0}" viewBox="0 0 {w} {h}" preserveAspectRatio="none">{1}</svg><svg x="24" y="{top}" width="{inner}" height="{0}" overflow="visible">{2}</svg>"#,
        chart.height, chart.marks, chart.labels
    );
    for (i, line) in note.iter().enumerate() {
        text(&mut out, bottom + 14 + 18 * lines(i), r#"class="axis""#, line);
    }
    text(&mut out, height - 14, r#"font-weight="600""#, frame.badge);
    out.push_str("</svg>");
    out
}

fn text(out: &mut String, y: u32, attributes: &str, words: &str) {
    let _ = write!(out, r#"<text x="24" y="{y}" {attributes}>{}</text>"#, escape(words));
}

/// Breaks a text into lines of at most about this many characters.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if !line.is_empty() && line.chars().count() + word.chars().count() >= width {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;

    /// What every exported chart must be: XML with the badge, no inline style, and a rule for every class.
    #[track_caller]
    fn check(chart: &Chart) {
        let badge = "Invented units. Not a drug, not advice.";
        let frame =
            Frame { title: "A < B?", sentence: "One \"sentence\".", note: "n & seed", badge };
        let text = svg(chart, &frame);
        let document = roxmltree::Document::parse(&text).expect("XML");
        let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
        assert!(texts.contains(&badge) && texts.contains(&"A < B?"), "{texts:?}");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert_eq!(node.attribute("style"), None);
            for class in node.attribute("class").unwrap_or("").split_whitespace() {
                let rule = |end: &str| {
                    [STYLE, MORE].iter().any(|it| it.contains(&format!(".{class}{end}")))
                };
                assert!(rule("{") || rule("."), "no rule for .{class}");
            }
        }
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }

    #[test]
    fn every_chart_makes_a_document_of_its_own() {
        for chart in fixture::charts() {
            check(&chart);
        }
    }
}
