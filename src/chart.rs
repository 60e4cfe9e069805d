//! Pictures as SVG text with the table behind each. Knows no browser; colours are classes, so that a theme can change them.
//!
//! A chart has two layers. The marks are drawn in a box that stretches with the page; the labels lie over it in an SVG
//! without a view box, placed in per cent, so that letters keep their size at every width. Nothing needs an inline
//! style, which a strict Content-Security-Policy would refuse.

pub mod apart;
pub mod array;
pub mod backend;
#[cfg(feature = "screens")]
pub mod bars;
pub mod counts;
pub mod course;
pub mod dose;
#[cfg(feature = "screens")]
pub mod dotplot;
pub mod export;
#[cfg(feature = "screens")]
pub mod fan;
#[cfg(test)]
mod fixture;
#[cfg(feature = "screens")]
pub mod pairs;
pub mod path;
pub mod plot;
#[cfg(feature = "screens")]
pub mod scatter;
pub mod slot;
#[cfg(feature = "screens")]
pub mod stack;
#[cfg(feature = "screens")]
pub mod steps;
#[cfg(feature = "screens")]
pub mod still;
#[cfg(feature = "screens")]
pub mod timeline;
pub mod tries;

use crate::report::table::Table;

/// A picture and the table behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Width and height of the box that the marks are drawn in; it is stretched to the page.
    pub view: (u32, u32),
    /// The marks: the inside of an `svg` element with that view box.
    pub marks: String,
    /// The labels: the inside of an `svg` element without a view box, placed in per cent.
    pub labels: String,
    /// Height on the page, CSS pixels.
    pub height: u32,
    /// What is drawn, as a table.
    pub table: Table,
}

/// Escapes text for SVG and HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// A share of a whole as a per cent coordinate with two decimals: "12.50%".
pub fn percent(share: f64) -> String {
    format!("{:.2}%", 100.0 * share)
}
