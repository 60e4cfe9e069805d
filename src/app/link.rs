//! A link that reproduces what is on the screen: `#/compare?v=1&s=start-low&d=1.4&seed=7`. It names the screen, the
//! scenario and only what differs from it, in letters that no program needs to escape. A section of the model card is
//! named after its screen: `#/model/equations`.
//!
//! | key | value |
//! |---|---|
//! | `v` | version of this grammar, 1 |
//! | `s` | scenario of the library |
//! | `t` | a scenario of the reader's own: its text, deflated, in base64url |
//! | `a` | arms that were added, see `link/edit.rs` |
//! | `d` | first doses that were moved, arm.rung: `1.4_2.3` |
//! | `r`, `m`, `c`, `g` | edited parts of arms, see `link/edit.rs` |
//! | `sev`, `prior` | another mix: `milder` or `harder`; `newer` or `harder` |
//! | `w` | spread of weights in hundredths |
//! | `seed`, `n` | seed; people asked for |
//! | `pair` | arms side by side, left.right; `-` is the usual choice |
//! | `who` | the person who is followed, person.day.arm.other |
//! | `cohort` | people of the cohort and groups of them: `1000.-.2.-.-` |
//! | `hands` | what was chosen by hand, in letters (`app/titrate/letters.rs`) |
//!
//! A link comes from anybody. What it holds is taken one part at a time through the same actions that the controls use,
//! so it can do nothing that a reader cannot; what is unknown or refused is listed, and something always opens.

use super::closeup::CloseUp;
use super::patch::PriorMix;
use super::patch::SeverityMix;
use super::route::Route;
use super::route::Section;
use super::shelf::Shelf;
use super::state::Action;
use super::state::Refusal;
use super::state::Source;
use super::state::State;
use crate::stream::Seed;
use value::doses;
use value::followed;
use value::gathering;
use value::number;
use value::prior;
use value::quoted;
use value::severity;
use value::side;
use value::view;

#[cfg(feature = "screens")]
mod edit;
#[cfg(not(feature = "screens"))]
#[path = "link/unedited.rs"]
mod edit;
#[cfg(feature = "screens")]
mod packed;
#[cfg(not(feature = "screens"))]
#[path = "link/unpacked.rs"]
mod packed;
mod value;

/// The version of the grammar.
const VERSION: &str = "1";

/// The longest link that is read, bytes.
pub const LONGEST: usize = 200_000;

/// The keys that only the module with all screens reads.
const PRESSED: [&str; 6] = ["t", "a", "r", "m", "c", "g"];

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The screen.
    pub route: Route,
    /// The section of the model card; none: its beginning, or another screen.
    pub section: Option<Section>,
    /// The scenario; none: the one of the first view.
    pub scenario: Option<Source>,
    /// What differs from it, in the order of the link.
    pub actions: Vec<Action>,
    /// What was not understood.
    pub ignored: Vec<Ignored>,
}

/// A part of a link that was left out, and why.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Ignored {
    /// The link is longer than any that this page writes.
    #[error(
        "the link has {0} letters, and {LONGEST} are the most that are read; the first view is shown"
    )]
    Long(usize),
    /// Written by another version.
    #[error(
        "it is of version \"{0}\", and this page reads version {VERSION}; what still fits was taken"
    )]
    Version(String),
    /// No such screen.
    #[error("there is no screen \"{0}\"; the first view is shown")]
    Screen(String),
    /// No such section.
    #[error("the model card has no section \"{0}\"; it is shown from its beginning")]
    Section(String),
    /// No such key.
    #[error("\"{0}\" is unknown here")]
    Key(String),
    /// A value that the key cannot have.
    #[error("\"{key}\" cannot be \"{value}\"")]
    Value {
        /// The key.
        key: &'static str,
        /// What it was given.
        value: String,
    },
    /// No such scenario in the library.
    #[error("there is no scenario \"{0}\" in the library; the one of the first view is shown")]
    Scenario(String),
    /// The text in the link is cut off, garbled or too large.
    #[error(
        "the scenario's text in it is cut off, garbled or too large; the one of the first view is shown"
    )]
    Text,
    /// The text in the link is no sound scenario.
    #[error("the scenario's text in it has faults; the one of the first view is shown")]
    Faulty,
    /// An edited part of an arm that is cut off, garbled or of another version.
    #[error(
        "the edit \"{key}\" of arm \"{what}\" in it is cut off, garbled or of another version; the scenario's own is used"
    )]
    Edit {
        /// The key.
        key: &'static str,
        /// The arm, as far as it can be read.
        what: String,
    },
    /// The part that reads scenario files did not load.
    #[error(
        "the scenario could not be read because a part of the page did not load; the one of the first view is shown"
    )]
    NoReader,
    /// A part that does not fit the scenario.
    #[error("{what}: {why}")]
    Refused {
        /// The part of the link.
        what: String,
        /// Why.
        why: Refusal,
    },
}

impl Link {
    /// The link to a state on a screen.
    pub fn of(route: Route, state: &State) -> Self {
        let usual = State::default();
        let mut actions: Vec<Action> =
            state.patch.doses.iter().map(|(arm, rung)| Action::SetDose(*arm, *rung)).collect();
        actions.extend(edit::actions(&state.patch));
        actions.extend(state.patch.severity.map(|mix| Action::SetSeverity(Some(mix))));
        actions.extend(state.patch.prior.map(|mix| Action::SetPrior(Some(mix))));
        actions.extend(state.patch.weight_spread.map(|s| Action::SetWeightSpread(Some(s))));
        actions.extend((state.seed != usual.seed).then_some(Action::SetSeed(state.seed)));
        actions.extend((state.people != usual.people).then_some(Action::SetPeople(state.people)));
        actions.extend((state.view != usual.view).then_some(Action::Look(state.view)));
        actions.extend(close(&state.closeup));
        let scenario = (state.scenario != usual.scenario).then(|| state.scenario.clone());
        Self { route, section: None, scenario, actions, ignored: Vec::new() }
    }

    /// The link in letters, from `#` on.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        match &self.scenario {
            Some(Source::Library(name)) => pairs.push(format!("s={name}")),
            Some(Source::Own(text)) => pairs.push(format!("t={}", packed::pack(text))),
            None => {}
        }
        let doses: Vec<String> = self.actions.iter().filter_map(dose).collect();
        if !doses.is_empty() {
            pairs.push(format!("d={}", doses.join("_")));
        }
        pairs.extend(edit::pairs(&self.actions));
        pairs.extend(self.actions.iter().filter_map(pair));
        let address = self.section.map_or_else(|| self.route.href(), Section::href);
        if pairs.is_empty() {
            return address;
        }
        format!("{address}?v={VERSION}&{}", pairs.join("&"))
    }

    /// The link in letters that leads to its state wherever it is opened. Where nothing differs it says so by its version:
    /// the address of a screen alone leaves what its reader had there last.
    pub fn write_whole(&self) -> String {
        let letters = self.write();
        if Self::holds_state(&letters) { letters } else { format!("{letters}?v={VERSION}") }
    }

    /// Reads the letters from `#` on; whatever they are, it is a link.
    pub fn read(fragment: &str) -> Self {
        let mut link = Self {
            route: Route::Home,
            section: None,
            scenario: None,
            actions: Vec::new(),
            ignored: Vec::new(),
        };
        if fragment.len() > LONGEST {
            link.ignored.push(Ignored::Long(fragment.len()));
            return link;
        }
        if !Self::is_address(fragment) {
            return link;
        }
        let (screen, query) = split(fragment);
        link.go(screen);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if let Err(ignored) = link.take(key, value) {
                link.ignored.push(ignored);
            }
        }
        link
    }

    /// Whether the letters are an address of a screen, and not of a place on one.
    pub fn is_address(fragment: &str) -> bool {
        fragment.trim_start_matches('#').starts_with('/')
    }

    /// Whether the letters say more than which screen is meant.
    pub fn holds_state(fragment: &str) -> bool {
        fragment.contains('?')
    }

    /// Takes the name of a screen, or of a section of the model card.
    fn go(&mut self, screen: &str) {
        let card = screen.strip_prefix(Route::Model.slug());
        if let Some(section) = card.and_then(|rest| rest.strip_prefix('/')) {
            self.route = Route::Model;
            self.section = Section::of_slug(section);
            if self.section.is_none() && !section.is_empty() {
                self.ignored.push(Ignored::Section(quoted(section)));
            }
            return;
        }
        match Route::of_slug(screen) {
            Some(route) => self.route = route,
            None => self.ignored.push(Ignored::Screen(quoted(screen))),
        }
    }

    /// Whether only the module with all screens can read the letters: they hold a text or an edited part of an arm.
    pub fn needs_screens(fragment: &str) -> bool {
        let (_, query) = split(fragment);
        let key = |pair: &str| pair.split('=').next().is_some_and(|key| PRESSED.contains(&key));
        query.split('&').any(key)
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), Ignored> {
        match key {
            "v" if value == VERSION => {}
            "v" => return Err(Ignored::Version(quoted(value))),
            "s" => self.scenario = Some(Source::Library(value.to_owned())),
            "t" => self.scenario = Some(Source::Own(packed::unpack(value).ok_or(Ignored::Text)?)),
            "d" => self.actions.extend(doses(value)?),
            "a" | "r" | "m" | "c" | "g" => {
                edit::read(key, value, (&mut self.actions, &mut self.ignored));
            }
            "sev" => self.actions.push(Action::SetSeverity(Some(severity(value)?))),
            "prior" => self.actions.push(Action::SetPrior(Some(prior(value)?))),
            "w" => self.actions.push(Action::SetWeightSpread(Some(number("w", value)?))),
            "seed" => self.actions.push(Action::SetSeed(Seed(number("seed", value)?))),
            "n" => self.actions.push(Action::SetPeople(number("n", value)?)),
            "pair" => self.actions.push(Action::Look(view(value)?)),
            "who" => self.actions.push(Action::Follow(followed(value)?)),
            "cohort" => self.actions.push(Action::Gather(gathering(value)?)),
            "hands" => self.actions.push(Action::Treat(value.to_owned())),
            _ => return Err(Ignored::Key(quoted(key))),
        }
        Ok(())
    }

    /// The state that the link leads to, with everything that had to be left out. The scenario must be on the shelf;
    /// one that is not gives way to that of the first view.
    pub fn open(&self, shelf: &Shelf) -> (State, Vec<Ignored>) {
        let mut state = State::default();
        let mut ignored = self.ignored.clone();
        if let Some(scenario) = &self.scenario {
            if shelf.find(scenario).is_none() {
                ignored.push(missing(scenario));
                return (state, ignored);
            }
            state.scenario = scenario.clone();
        }
        // What one part needs another may bring, so what is refused is tried again as long as anything fits.
        let mut refused: Vec<&Action> = self.actions.iter().collect();
        // Added arms come first: what is changed of them is in the order in which a reader changed it.
        #[cfg(feature = "screens")]
        refused.sort_by_key(|action| !matches!(action, Action::Arms(_)));
        loop {
            let before = refused.len();
            refused.retain(|action| match state.reduce(shelf, action) {
                Ok(next) => {
                    state = next;
                    false
                }
                Err(_) => true,
            });
            if refused.is_empty() || refused.len() == before {
                break;
            }
        }
        for action in refused {
            let why = state.reduce(shelf, action).err();
            ignored.extend(why.map(|why| Ignored::Refused { what: part(action), why }));
        }
        (state, ignored)
    }
}

/// What is looked at closely, where it differs from the usual.
fn close(up: &CloseUp) -> impl Iterator<Item = Action> {
    let usual = CloseUp::default();
    let follow = (up.followed != usual.followed).then_some(Action::Follow(up.followed));
    let gather = (up.gathering != usual.gathering).then_some(Action::Gather(up.gathering));
    let treat = (up.hands != usual.hands).then(|| Action::Treat(up.hands.clone()));
    [follow, gather, treat].into_iter().flatten()
}

/// Why a scenario that a link names is not there.
fn missing(scenario: &Source) -> Ignored {
    match scenario {
        Source::Library(name) => Ignored::Scenario(quoted(name)),
        Source::Own(_) => Ignored::Faulty,
    }
}

/// The screen's name and what follows the question mark.
fn split(fragment: &str) -> (&str, &str) {
    let rest = fragment.trim_start_matches('#');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    rest.split_once('?').unwrap_or((rest, ""))
}

fn dose(action: &Action) -> Option<String> {
    match action {
        Action::SetDose(arm, rung) => Some(format!("{arm}.{}", rung.0)),
        _ => None,
    }
}

/// An action other than a dose as key and value.
fn pair(action: &Action) -> Option<String> {
    Some(match action {
        Action::SetSeverity(Some(SeverityMix::Milder)) => "sev=milder".to_owned(),
        Action::SetSeverity(Some(SeverityMix::Harder)) => "sev=harder".to_owned(),
        Action::SetPrior(Some(PriorMix::Newer)) => "prior=newer".to_owned(),
        Action::SetPrior(Some(PriorMix::Harder)) => "prior=harder".to_owned(),
        Action::SetWeightSpread(Some(spread)) => format!("w={spread}"),
        Action::SetSeed(seed) => format!("seed={}", seed.0),
        Action::SetPeople(people) => format!("n={people}"),
        Action::Look(view) => format!("pair={}.{}", side(view.left), side(view.right)),
        Action::Follow(who) => {
            let (arm, other) = (side(who.arm), side(who.other));
            format!("who={}.{}.{arm}.{other}", who.person, who.day)
        }
        Action::Gather(of) => {
            let groups = of.groups.map(side).join(".");
            format!("cohort={}.{groups}", of.people())
        }
        Action::Treat(hands) => format!("hands={hands}"),
        _ => return None,
    })
}

/// An action as it stands in the link, for a message.
fn part(action: &Action) -> String {
    let moved = || dose(action).map(|dose| format!("d={dose}"));
    moved().or_else(|| edit::part(action)).or_else(|| pair(action)).unwrap_or_default()
}
