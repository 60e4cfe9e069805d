//! The run log: every finished run with what was changed, its luck and its results, so that nothing that was tried is lost.
//! Kept between visits as text, a line a run.

use super::closeup::CloseUp;
use super::link::Link;
use super::patch::Patch;
use super::patch::PriorMix;
use super::patch::SeverityMix;
use super::picture::Measure;
use super::picture::Picture;
use super::route::Route;
#[cfg(feature = "screens")]
use super::rule::diff::Diff;
#[cfg(feature = "screens")]
use super::rule::watch;
use crate::protocol::Protocol;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Estimate;
use crate::words::page::Word;
use crate::words::rule;
use crate::words::runlog;
use crate::words::runlog::Word as Words;

/// Runs that are kept.
const KEPT: usize = 200;

/// The first line of what is kept, and the version of its grammar.
const HEAD: &str = "titrarium runs 1";

/// An arm of a run that stood on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Better, severe event, left early: shares of all people.
    pub shares: [Estimate; 3],
}

/// A finished run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its number, from 1.
    pub number: u32,
    /// The link that brings it back, without a screen.
    pub link: String,
    /// The scenario's name.
    pub scenario: String,
    /// What was changed of it, in words.
    pub changed: String,
    /// The seed.
    pub seed: u64,
    /// People enrolled.
    pub people: u64,
    /// The two arms that stood side by side; one, if both are the same.
    pub sides: Vec<Side>,
}

/// All runs, oldest first, as the text that is kept: a line a run, read when somebody looks at it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunLog(String);

impl RunLog {
    /// A log as it was kept; one of another version is empty.
    pub fn kept(text: String) -> Self {
        if text.starts_with(HEAD) { Self(text) } else { Self::default() }
    }

    /// The text to keep; none of an empty log.
    pub fn text(&self) -> Option<&str> {
        (!self.0.is_empty()).then_some(&*self.0)
    }

    /// The runs; lines that cannot be read are left out.
    pub fn runs(&self) -> Vec<Run> {
        self.0.lines().skip(1).filter_map(Run::read).collect()
    }

    /// Takes a finished run in. One that is the last again, with as many people, changes nothing; whether it was new.
    ///
    /// `base` is the study without what was edited: what was edited is said by what it was.
    pub fn take(&mut self, picture: &Picture, base: &Protocol) -> bool {
        let mut lines: Vec<&str> = self.0.lines().skip(1).collect();
        let last = lines.last().and_then(|line| line.split_once('\t'));
        let number: u32 = last.and_then(|(number, _)| number.parse().ok()).unwrap_or(0) + 1;
        let Some(run) = Run::of(picture, base, number) else { return false };
        let line = run.write();
        let (_, new) = line.split_once('\t').unwrap_or_default();
        if last.is_some_and(|(_, known)| known == new) {
            return false;
        }
        lines.push(&line);
        let over = lines.len().saturating_sub(KEPT);
        self.0 = [&[HEAD], &lines[over..]].concat().join("\n");
        true
    }

    /// All runs as a table for other programs: a row a run and arm, full precision.
    pub fn table(runs: &[Run]) -> Table {
        let shares = [Words::Better, Words::Severe, Words::Left].into_iter();
        let errors = shares.flat_map(|word| [word, Words::Error]);
        let all = [Words::Run, Words::Scenario, Words::Changed, Words::Seed, Words::People];
        let columns = all.into_iter().chain([Words::Arm]).chain(errors);
        Table {
            caption: runlog::caption(runs.len()),
            columns: columns.map(|word| word.en().to_owned()).collect(),
            rows: runs.iter().flat_map(Run::rows).collect(),
        }
    }

    /// Two runs side by side: a row an arm and share, then their difference with its error. Where both have the same people
    /// the error is an upper bound, for their luck is shared.
    pub fn beside(first: &Run, second: &Run) -> Table {
        let shares = [Words::Better, Words::Severe, Words::Left];
        let row = |(place, i): (usize, usize)| {
            let [one, two] = [first, second].map(|run| run.sides.get(place));
            let of = |side: Option<&Side>| side.map(|side| side.shares[i]);
            let (one, two) = (of(one), of(two));
            let difference = one.zip(two).map(|(one, two)| Estimate {
                estimate: two.estimate - one.estimate,
                mcse: (one.mcse * one.mcse + two.mcse * two.mcse).sqrt(),
                n: one.n.min(two.n),
            });
            let cell =
                |it: Option<Estimate>| it.map_or(Cell::Missing, |it| Cell::Text(runlog::share(it)));
            let [left, right] =
                [first, second].map(|run| run.sides.get(place).map(|side| &*side.name));
            let names = left.into_iter().chain(right.filter(|name| left != Some(*name)));
            let what = runlog::of_arms(&names.collect::<Vec<_>>(), shares[i]);
            vec![Cell::Text(what), cell(one), cell(two), cell(difference)]
        };
        let sides = first.sides.len().max(second.sides.len());
        let title = |run: &Run| format!("{} {}", Words::Run.en(), run.number);
        Table {
            caption: Words::PinnedTitle.en().to_owned(),
            columns: vec![
                String::new(),
                title(first),
                title(second),
                Words::Difference.en().to_owned(),
            ],
            rows: (0..sides).flat_map(|place| (0..3).map(move |i| (place, i))).map(row).collect(),
        }
    }
}

impl Run {
    /// The run of a picture; none when nobody is in it.
    fn of(picture: &Picture, base: &Protocol, number: u32) -> Option<Self> {
        let (left, right) = picture.side_by_side();
        let arms = if left == right { vec![left] } else { vec![left, right] };
        let mut state = picture.state.clone();
        // Whom somebody looks at is no part of a run.
        state.closeup = CloseUp::default();
        Some(Self {
            number,
            link: Link::of(Route::Home, &state).write_whole(),
            scenario: state.scenario.name(),
            changed: changes(&state.patch, &picture.protocol, base).join("; "),
            seed: state.seed.0,
            people: picture.tally.enrolled,
            sides: arms.into_iter().map(|arm| Side::of(picture, arm)).collect::<Option<_>>()?,
        })
    }

    /// A row an arm, full precision.
    fn rows(&self) -> Vec<Vec<Cell>> {
        let of_arm = |side: &Side| {
            let words = [&self.scenario, &self.changed].map(|text| Cell::Text(text.clone()));
            let mut row = vec![Cell::Count(self.number.into())];
            row.extend(words);
            row.extend([Cell::Count(self.seed), Cell::Count(self.people)]);
            row.push(Cell::Text(side.name.clone()));
            let share = |it: &Estimate| [it.estimate, it.mcse].map(|x| Cell::Number(100.0 * x, 1));
            row.extend(side.shares.iter().flat_map(share));
            row
        };
        self.sides.iter().map(of_arm).collect()
    }

    fn write(&self) -> String {
        let Self { number, link, scenario, changed, seed, people, sides } = self;
        let mut fields = vec![number.to_string(), link.clone(), plain(scenario), plain(changed)];
        fields.extend([seed.to_string(), people.to_string()]);
        for Side { name, shares } in sides {
            fields.push(plain(name));
            fields.extend(
                shares.iter().flat_map(|it| [it.estimate.to_string(), it.mcse.to_string()]),
            );
        }
        fields.join("\t")
    }

    fn read(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [number, link, scenario, changed, seed, people, ref sides @ ..] = *fields else {
            return None;
        };
        let people: u64 = people.parse().ok()?;
        let sides: Option<Vec<Side>> =
            sides.chunks(7).map(|fields| Side::read(fields, people)).collect();
        Some(Self {
            number: number.parse().ok()?,
            link: link.starts_with("#/").then(|| link.to_owned())?,
            scenario: scenario.to_owned(),
            changed: changed.to_owned(),
            seed: seed.parse().ok()?,
            people,
            sides: sides.filter(|sides| (1..=2).contains(&sides.len()))?,
        })
    }
}

impl Side {
    fn of(picture: &Picture, arm: usize) -> Option<Self> {
        let share = |measure: Measure| picture.estimate(arm, measure.endpoint(&picture.protocol));
        let [better, severe, left] = Measure::ALL.map(share);
        let name = picture.protocol.arms.get(arm)?.name.clone();
        Some(Self { name, shares: [better?, severe?, left?] })
    }

    fn read(fields: &[&str], n: u64) -> Option<Self> {
        let [name, ref numbers @ ..] = *fields else { return None };
        let numbers: Vec<f64> = numbers
            .iter()
            .map(|it| it.parse().ok().filter(|x: &f64| x.is_finite()))
            .collect::<Option<_>>()?;
        let share = |pair: &[f64]| match *pair {
            [estimate, mcse] => Some(Estimate { estimate, mcse, n }),
            _ => None,
        };
        let shares: Vec<Estimate> = numbers.chunks(2).map(share).collect::<Option<_>>()?;
        Some(Self { name: name.to_owned(), shares: shares.try_into().ok()? })
    }
}

/// What was changed of a scenario, in words.
fn changes(patch: &Patch, protocol: &Protocol, base: &Protocol) -> Vec<String> {
    let begins = |(arm, rung): &(u8, _)| {
        let arm = protocol.arms.get(usize::from(*arm))?;
        Some(runlog::begins(&arm.name, &rule::dose(&protocol.ladder, *rung)))
    };
    let mut all: Vec<String> = patch.doses.iter().filter_map(begins).collect();
    all.extend(edits(patch, protocol, base));
    let severity = patch.severity.map(|mix| SeverityMix::word(Some(mix)));
    all.extend(severity.map(|word| runlog::chosen(Word::Severity.en(), word.en())));
    let prior = patch.prior.map(|mix| PriorMix::word(Some(mix)));
    all.extend(prior.map(|word| runlog::chosen(Word::Prior.en(), word.en())));
    let spread = patch.weight_spread.map(|spread| format!("{spread} %"));
    all.extend(spread.map(|spread| runlog::chosen(Word::WeightSpread.en(), &spread)));
    all
}

/// The arms that were added, and what was edited of rules and monitoring. The first view's module has no editors, and so no
/// edits.
#[cfg(feature = "screens")]
fn edits(patch: &Patch, protocol: &Protocol, base: &Protocol) -> Vec<String> {
    let edited = |(arm, _): &(u8, _)| {
        let [was, now] = [base, protocol].map(|study| study.arms.get(usize::from(*arm)));
        let (was, now) = was.zip(now)?;
        let mut changes = Diff::of(&was.titration, &now.titration, &protocol.ladder).changes;
        changes.extend(watch::diff(&was.monitoring, &now.monitoring).0);
        Some(runlog::edited(&was.name, &changes))
    };
    let own = protocol.arms.len().saturating_sub(patch.added.len());
    let added = protocol.arms[own..].iter().map(|arm| runlog::added(&arm.name));
    added.chain(patch.edits.iter().filter_map(edited)).collect()
}

#[cfg(not(feature = "screens"))]
const fn edits(_: &Patch, _: &Protocol, _: &Protocol) -> Vec<String> {
    Vec::new()
}

/// A text that stays on one line and in one field.
fn plain(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::shelf::Shelf;
    use crate::app::state::Action;
    use crate::app::state::State;
    use crate::protocol::arm::Rung;
    use crate::run::Ready;

    fn base() -> Rc<Protocol> {
        State::default().base(&Shelf::of_library()).expect("a scenario")
    }

    fn picture(actions: &[Action]) -> Picture {
        let shelf = Shelf::of_library();
        let state = actions
            .iter()
            .fold(State::default(), |now, action| now.reduce(&shelf, action).expect("taken"));
        let protocol = state.protocol(&shelf).expect("sound");
        let tally = Ready::new(protocol.clone()).population(state.seed, 200).expect("a run");
        Picture { state, protocol: protocol.into(), tally: tally.into(), version: 1 }
    }

    #[test]
    fn runs_come_back_from_their_text_and_the_same_one_is_taken_once() {
        let mut log = RunLog::default();
        assert!(log.take(&picture(&[]), &base()));
        assert!(!log.take(&picture(&[]), &base()));
        assert!(log.take(&picture(&[Action::SetDose(1, Rung(4))]), &base()));
        let runs = log.runs();
        assert_eq!(runs.len(), 2);
        assert_eq!(runs[1].changed, "100 au, step up begins at 100 au");
        assert_eq!((runs[1].number, &*runs[1].link), (2, "#/?v=1&d=1.4"));
        assert_eq!(runs[0], Run::of(&picture(&[]), &base(), 1).expect("people"), "to the last bit");
        let back = RunLog::kept(log.text().expect("text").to_owned());
        assert_eq!(back, log);
    }

    #[test]
    fn the_oldest_runs_give_way() {
        let mut log = RunLog::default();
        let mut now = picture(&[]);
        for seed in 0..KEPT as u64 + 3 {
            now.state.seed = crate::stream::Seed(seed);
            assert!(log.take(&now, &base()));
        }
        let runs = log.runs();
        assert_eq!((runs.len(), runs[0].number), (KEPT, 4));
    }

    #[test]
    fn what_is_damaged_is_left_out() {
        let mut log = RunLog::default();
        log.take(&picture(&[]), &base());
        let text = log.text().expect("text").to_owned();
        assert_eq!(RunLog::kept(text.replace("runs 1", "runs 9")), RunLog::default());
        assert_eq!(RunLog::kept(text.replace("#/", "javascript:")).runs(), []);
        assert_eq!(RunLog::kept(text + "\nnonsense").runs(), log.runs());
    }

    #[test]
    fn a_difference_has_the_error_of_both() {
        let share = |estimate, mcse| Estimate { estimate, mcse, n: 100 };
        let run = |number, estimate, mcse| Run {
            number,
            sides: vec![Side { name: "A".to_owned(), shares: [share(estimate, mcse); 3] }],
            ..Run::of(&picture(&[]), &base(), number).expect("people")
        };
        let table = RunLog::beside(&run(1, 0.5, 0.03), &run(2, 0.6, 0.04));
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows[0][3].shown(), "10.0 \u{b1} 5.0");
    }
}
