//! The long texts of the model card, and what its check needs: one file that the page fetches when the card is opened.
//!
//! The texts are those of [`crate::docs`], so that nothing is said twice. Every heading of theirs has its section on the
//! card, or is named as one that has none; a new heading that is neither stops the build.

mod markdown;

use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::app::route::Section;
use crate::expected;
use crate::expected::Counted;
use markdown::Chapter;

/// Words that somebody reads in a minute.
const PACE: usize = 220;

/// A text, and the headings of it that a section shows; the text before the first heading is called "".
type Source = (&'static str, &'static [&'static str]);

const MODEL: &str = include_str!("../docs/model.md");
const SCENARIO: &str = include_str!("../docs/scenario.md");
const VALIDATION: &str = include_str!("../docs/validation.md");
const CHANGES: &str = include_str!("../docs/changes.md");

/// All texts.
const TEXTS: [&str; 4] = [MODEL, SCENARIO, VALIDATION, CHANGES];

/// What the card leaves to the documentation: how the texts begin, and what is about files and not about numbers.
const ELSEWHERE: [Source; 3] = [
    (MODEL, &[""]),
    (SCENARIO, &["", "What happens to a faulty file", "rule = \"table\": a rule of your own"]),
    (CHANGES, &[""]),
];

/// What a section shows, in order.
const fn sources(section: Section) -> &'static [Source] {
    match section {
        Section::Plain => &[(MODEL, &["In plain words"])],
        Section::Purpose => &[(MODEL, &["What it is for", "What it must not be used for"])],
        Section::Equations => &[(
            MODEL,
            &[
                "Time and order of a day",
                "Luck",
                "Candidates",
                "A session",
                "The score",
                "Side effects",
                "Leaving",
                "Schedule and monitoring",
                "How doses are found",
                "When a human decides",
                "Who goes on: the withdrawal design",
                "Who gets what: allocation",
                "True, noticed, and alarmed for nothing",
                "What a trial could ask: the truth",
                "Cost, hours and utility",
                "Where a formula leaves a choice",
            ],
        )],
        Section::Numbers => &[
            (MODEL, &["The numbers that decide most", "Numbers that no file changes"]),
            (
                SCENARIO,
                &[
                    "The study",
                    "[population]: who might take part",
                    "[screening]: who does take part",
                    "[world]: what is assumed to be true",
                    "[schedule]: when people come",
                    "[monitoring]: how people are watched",
                    "[trial]: how large one trial is",
                    "[[arm]]: what is compared",
                ],
            ),
        ],
        Section::LeftOut => &[
            (MODEL, &["What is not modelled", "Known misfits"]),
            (VALIDATION, &["Published outcomes, and what the model gives"]),
            (MODEL, &["Sources of the structure"]),
        ],
        Section::Checks => &[(VALIDATION, &[""])],
        Section::Versions => &[(CHANGES, &["0.1.0 (unreleased)"])],
        Section::Cite => &[],
    }
}

/// The file: the minutes it takes to read, the sections as HTML, and the studies of the check.
///
/// # Errors
/// When a heading is not where it is looked for, or a printed table cannot be read.
pub fn file() -> Result<String> {
    whole()?;
    let (mut sections, mut words) = (Map::new(), 0);
    for section in Section::ALL {
        let chapters = chapters(section)?;
        words += chapters.iter().map(|chapter| chapter.words).sum::<usize>();
        let html: String = chapters.iter().map(|chapter| shown(chapter, chapters.len())).collect();
        sections.insert(section.slug().to_owned(), Value::String(html));
    }
    let studies = STANDARD.encode(postcard::to_allocvec(&studies()?)?);
    let card = json!({ "minutes": words.div_ceil(PACE), "sections": sections, "studies": studies });
    Ok(card.to_string())
}

/// A chapter with its heading, unless it is the only one of its section, whose heading says the same.
fn shown(chapter: &Chapter, of: usize) -> String {
    if of == 1 || chapter.title.is_empty() {
        return chapter.html.clone();
    }
    let title = &chapter.heading;
    format!("<h3>{title}</h3>{}", chapter.html)
}

fn chapters(section: Section) -> Result<Vec<Chapter>> {
    let mut found = Vec::new();
    for (text, titles) in sources(section) {
        let mut chapters = markdown::chapters(text);
        for title in *titles {
            let at = chapters.iter().position(|chapter| chapter.title == *title);
            let at =
                at.with_context(|| format!("no text of the card has the heading \"{title}\""))?;
            found.push(chapters.swap_remove(at));
        }
    }
    Ok(found)
}

/// Every heading of every text is on the card or known to be elsewhere.
fn whole() -> Result<()> {
    let placed = |text: &str, title: &str| {
        let on_card = Section::ALL.into_iter().flat_map(sources);
        on_card.chain(&ELSEWHERE).any(|(other, titles)| *other == text && titles.contains(&title))
    };
    for text in TEXTS {
        for chapter in markdown::chapters(text) {
            if !placed(text, &chapter.title) {
                bail!("the heading \"{}\" has no section on the model card", chapter.title);
            }
        }
    }
    Ok(())
}

/// The printed tables that workers can answer.
fn studies() -> Result<Vec<Counted>> {
    let mut studies = Vec::new();
    for sheet in expected::sheets() {
        studies.extend(sheet.counted()?);
    }
    Ok(studies)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_text_has_its_section() {
        let card: Value = serde_json::from_str(&file().unwrap()).unwrap();
        let minutes = card["minutes"].as_u64().unwrap();
        assert!((5..60).contains(&minutes), "{minutes} minutes");
        for section in Section::ALL {
            let html = card["sections"][section.slug()].as_str().unwrap();
            assert_eq!(html.is_empty(), section == Section::Cite, "{section:?}");
            for left in [markdown::OWN, "style=", "<script", "[`"] {
                assert!(!html.contains(left), "{section:?} has {left}");
            }
        }
        let studies = STANDARD.decode(card["studies"].as_str().unwrap()).unwrap();
        let studies: Vec<Counted> = postcard::from_bytes(&studies).unwrap();
        assert_eq!(studies, super::studies().unwrap());
        assert!(studies.iter().all(|study| study.protocol().is_ok()));
    }
}
