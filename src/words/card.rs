//! The words of the model card that are not in the long texts.

use crate::report::number;
use crate::report::number::decimal;

words! {
    Name = "Model card";
    Title = "What is simulated here, and why?";
    Lead = "First in plain words, then every equation and every number with its reason, what does not fit, and a check that your own device can run. Read it before you lean on anything you see on this page.";
    Contents = "On this card";
    Plain = "In plain words";
    Purpose = "What it is for";
    Equations = "Equations";
    Numbers = "Every number and why";
    LeftOut = "What is left out";
    Checks = "Checks";
    ChecksTitle = "Does it compute what it claims?";
    Versions = "Versions";
    Cite = "How to cite";
    Loading = "Loading the texts\u{2026}";
    NotLoaded = "The texts of the model card did not load";
    MendLoad = "Check the connection and try again. Everything else on the page works as before.";
    TryAgain = "Try again";
    ChecksLead = "An independent program, in another language with other random numbers, gave the expected values below. Your browser can recompute every one of them now.";
    Recompute = "Recompute here";
    Cancel = "Cancel";
    Computing = "Recomputing";
    ChartTitle = "Does response follow dose?";
    ChartAxis = "Better on day 28, %";
    ChartDose = "Fixed dose, au";
    ChartCaption = "People with half the score of day 0 or less on day 28, per cent of those seen";
    ColumnDose = "Dose, au";
    ColumnExpected = "Expected";
    ColumnHere = "Here";
    ColumnTolerance = "Tolerance";
    ColumnVerdict = "Verdict";
    ColumnNumber = "Number";
    TableTitle = "Do the other numbers agree?";
    TableLead = "One of each kind. Whatever is apart would stand first.";
    Eligible = "candidates admitted";
    Agrees = "agrees";
    NotYet = "not computed yet";
    AllNumbers = "All numbers, study by study";
    MoreChecks = "What else is checked";
    MoreChecksLead = "These run when the program is built, on the developers\u{2019} machines and on anybody\u{2019}s who has the source: \u{201c}cargo verify\u{201d}.";
    Benchmark = "Benchmark this device";
    NotTitle = "What it is not";
    NotDrug = "Not a drug.";
    NotDrugWhy = "Units, scores and people are invented; only the shapes are borrowed from published work.";
    NotTool = "Not a planning tool.";
    NotToolWhy = "Use validated software for a real design; this one shows why a design behaves as it does.";
    Misfits = "Known misfits.";
    MisfitsWhy = "Scores spread a little less than in published trials; age affects blood pressure only.";
    AllMisfits = "All of them";
    Model = "Model";
    ModelWhy = "the equations and numbers on this card";
    Program = "Program";
    ProgramWhy = "engine and page; they are released together";
    Build = "Build";
    BuildWhy = "names the source, to the letter";
    Files = "Scenario files";
    FilesWhy = "later versions will read them";
    Seed = "Seed now";
    SeedWhy = "chooses the luck of everybody on this page";
    Digest = "Digest of the result now";
    DigestWhy = "the same scenario, seed and number of people give this on every device";
    NoDigest = "when the run is over";
    Changes = "What changed";
    CiteLead = "To cite the program:";
    CiteResult = "To say which result you mean, so that anybody can bring it back:";
    CiteBibtex = "For a list of references (BibTeX):";
    Copy = "Copy";
    Copied = "Copied.";
    CopyByHand = "This browser does not let a page copy. Select the text and copy it.";
    CiteFile = "The source has the same in the file CITATION.cff.";
}

/// The version of the model and of the program, under the contents.
pub fn versions(model: u32, program: &str) -> String {
    format!("Model {model} \u{b7} program {program}")
}

/// How long it takes to read.
pub fn minutes(minutes: u32) -> String {
    format!("read in {minutes} minutes")
}

/// Before anything is computed.
pub fn waiting(numbers: usize, people: u64) -> String {
    format!(
        "{numbers} numbers \u{b7} {} people per cell \u{b7} a few seconds",
        number::whole(people)
    )
}

/// While it is computed.
pub fn progress(done: u64, of: u64) -> String {
    format!("{} of {} people", number::whole(done), number::whole(of))
}

/// How many numbers agree.
pub fn agreement(agree: usize, of: usize) -> String {
    match of - agree {
        0 => format!("{agree} of {of} agree"),
        1 => format!("{agree} of {of} agree, 1 is apart"),
        apart => format!("{agree} of {of} agree, {apart} are apart"),
    }
}

/// What that took.
pub fn took(milliseconds: f64, people: u64, seed: u64) -> String {
    format!(
        "{} s on this device \u{b7} {} people per cell \u{b7} seed {seed}",
        decimal(milliseconds / 1000.0, 1),
        number::whole(people)
    )
}

/// After it was stopped.
pub fn stopped(agree: usize, computed: usize, of: usize) -> String {
    if computed == 0 {
        return format!("Stopped before any of the {of} numbers was there.");
    }
    format!(
        "Stopped. {computed} of {of} numbers are computed; of these, {}.",
        agreement(agree, computed)
    )
}

/// How far apart a number is.
pub fn apart(z: f64) -> String {
    if z.is_finite() {
        format!("apart by {} standard errors", decimal(z, 1))
    } else {
        "apart, and it should be exact".to_owned()
    }
}

/// A tolerance.
pub fn tolerance(reach: f64, decimals: usize) -> String {
    format!("\u{b1} {}", decimal(reach, decimals))
}

/// What agreeing means, and how often chance alone breaks it.
pub fn rule(limit: f64, numbers: usize, false_alarm_in: u32) -> String {
    format!(
        "A number agrees when it lies within {} Monte Carlo standard errors of the difference and half a unit of the last \
         printed digit; that is its tolerance. Both programs draw people by chance, so both have an error. With a new seed, \
         chance alone sets one of the {numbers} numbers apart in about one run of {false_alarm_in}. A number that is apart \
         with one seed and not with the next was chance; one that stays apart is a fault.",
        decimal(limit, 0)
    )
}

/// What the chart shows before and after it is computed.
pub fn chart(within: Option<(usize, usize)>) -> String {
    let legend = "Grey: expected, with its tolerance.";
    match within {
        None => format!("{legend} The dots come with \u{201c}{}\u{201d}.", Word::Recompute.en()),
        Some((within, of)) => {
            format!("{legend} Dot: computed here. {within} of {of} dots lie within.")
        }
    }
}

/// What the chart rests on.
pub fn chart_note(people: u64, seed: u64) -> String {
    format!(
        "Day 28, per cent with half the score or less, of those seen; {} people per dose here and there, the same people at \
         every dose; seed {seed}.",
        number::whole(people)
    )
}

/// A study of the check, and how it went.
pub fn study(title: &str, numbers: usize, within: Option<usize>) -> String {
    match within {
        Some(agree) => format!("{title}: {}", agreement(agree, numbers)),
        None => format!("{title}: {numbers} numbers"),
    }
}

/// A number of an arm.
pub fn of_arm(arm: &str, what: &str) -> String {
    format!("{arm}: {what}")
}

/// Candidates turned away.
pub fn turned_away(why: &str) -> String {
    format!("turned away: {why}")
}

/// The version of scenario files.
pub fn schema(version: u32) -> String {
    format!("schema {version}")
}

/// The program, as a list of references has it.
pub fn citation(model: u32, program: &str) -> String {
    format!(
        "The Titrarium developers. Titrarium, version {program} (model version {model}): a clinical-trial protocol simulator for \
         teaching, in arbitrary units. Computer program."
    )
}

/// The same for a program that keeps references.
pub fn bibtex(model: u32, program: &str) -> String {
    format!(
        "@software{{titrarium,\n  author  = {{{{The Titrarium developers}}}},\n  title   = {{Titrarium: a clinical-trial protocol \
         simulator for teaching, in arbitrary units}},\n  version = {{{program}}},\n  note    = {{Model version {model}}},\n}}"
    )
}

/// A result that is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Result<'a> {
    /// The scenario's name.
    pub scenario: &'a str,
    /// The seed.
    pub seed: u64,
    /// People.
    pub people: u64,
    /// The digest, when the run is over.
    pub digest: Option<u64>,
    /// The link that brings it back.
    pub link: &'a str,
}

/// A result, so that anybody can bring it back.
pub fn result(model: u32, program: &str, result: &Result) -> String {
    let Result { scenario, seed, people, digest, link } = *result;
    let digest = digest.map_or_else(String::new, |digest| format!(", digest {digest:016x}"));
    format!(
        "Simulated with Titrarium {program} (model {model}), scenario \u{201c}{scenario}\u{201d}, seed {seed}, {} people{digest}. {link}",
        number::whole(people)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The file for those who cite and the card say the same.
    #[test]
    fn the_card_cites_as_the_citation_file_does() {
        let file = include_str!("../../CITATION.cff");
        let version = env!("CARGO_PKG_VERSION");
        assert!(file.contains(&format!("version: {version}\n")));
        for text in [citation(1, version), bibtex(1, version)] {
            for part in ["The Titrarium developers", "Titrarium", version] {
                assert!(text.contains(part), "{text}");
            }
            for line in ["A clinical-trial protocol simulator for teaching", "arbitrary units"] {
                assert!(file.contains(line) && text.to_lowercase().contains(&line.to_lowercase()));
            }
        }
        assert!(file.contains("- name: The Titrarium developers"));
    }

    #[test]
    fn a_number_that_is_apart_is_counted_aloud() {
        assert_eq!(agreement(447, 447), "447 of 447 agree");
        assert_eq!(agreement(446, 447), "446 of 447 agree, 1 is apart");
        assert_eq!(agreement(440, 447), "440 of 447 agree, 7 are apart");
        assert_eq!(apart(4.26), "apart by 4.3 standard errors");
        assert_eq!(apart(f64::INFINITY), "apart, and it should be exact");
        assert!(stopped(0, 0, 447).starts_with("Stopped before"));
    }
}
