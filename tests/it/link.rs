//! Links: any state that actions can reach comes back from its link; whatever becomes of a link, something opens.

use std::rc::Rc;

use proptest::prelude::*;
use titrarium::app::closeup::Followed;
use titrarium::app::closeup::Gathering;
use titrarium::app::history::Gesture;
use titrarium::app::history::History;
use titrarium::app::link::Link;
use titrarium::app::patch::Change;
use titrarium::app::patch::Given;
use titrarium::app::patch::PriorMix;
use titrarium::app::patch::SeverityMix;
use titrarium::app::route::Route;
use titrarium::app::route::Section;
use titrarium::app::session;
use titrarium::app::shelf::Shelf;
use titrarium::app::state::Action;
use titrarium::app::state::State;
use titrarium::app::state::View;
use titrarium::protocol::arm::Dosing;
use titrarium::protocol::arm::Rung;
use titrarium::protocol::monitoring::Monitoring;
use titrarium::protocol::schedule::Schedule;
use titrarium::protocol::titration::DecisionTable;
use titrarium::protocol::titration::Rule;
use titrarium::protocol::titration::Titration;
use titrarium::stream::Seed;
use titrarium::unit::Days;

use crate::luck;
use crate::parts;

thread_local! {
    /// The whole library, read once.
    static SHELF: Rc<Shelf> = Rc::new(Shelf::of_library());
}

fn library() -> Rc<Shelf> {
    SHELF.with(Rc::clone)
}

fn any_action() -> impl Strategy<Value = Action> {
    let names: Vec<String> = library().library().iter().map(|listed| listed.name.clone()).collect();
    let side = || prop::option::of(0_u8..13);
    prop_oneof![
        4 => (0_u8..12, 0_u8..9).prop_map(|(arm, rung)| Action::SetDose(arm, Rung(rung))),
        4 => any_edit(),
        3 => (0_u8..5).prop_map(Action::AddArm),
        2 => (0_u8..5).prop_map(Action::RemoveArm),
        1 => prop::collection::vec(0_u8..4, 0..4).prop_map(Action::Arms),
        1 => prop::option::of(prop_oneof![Just(SeverityMix::Milder), Just(SeverityMix::Harder)])
            .prop_map(Action::SetSeverity),
        1 => prop::option::of(prop_oneof![Just(PriorMix::Newer), Just(PriorMix::Harder)])
            .prop_map(Action::SetPrior),
        1 => prop::option::of(0_u8..60).prop_map(Action::SetWeightSpread),
        1 => (0_u64..120_000).prop_map(Action::SetPeople),
        1 => any::<u64>().prop_map(|seed| Action::SetSeed(Seed(seed))),
        1 => (side(), side()).prop_map(|(left, right)| Action::Look(View { left, right })),
        1 => prop::sample::select(names).prop_map(Action::UseLibrary),
        1 => (0_u16..500, 0_u16..400, side(), side()).prop_map(|(person, day, arm, other)| {
            Action::Follow(Followed { person, day, arm, other })
        }),
        1 => (0_u8..5, any::<[Option<u8>; 4]>()).prop_map(|(size, groups)| {
            Action::Gather(Gathering { size, groups: groups.map(|group| group.map(|it| it % 4)) })
        }),
        1 => "(one|ten)?(\\.[rklhsRKL]{0,9}[0-9]?)?(\\.[0-9]{1,2}){0,2}".prop_map(Action::Treat),
    ]
}

/// Another part of an arm; some do not fit the scenario.
fn any_edit() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => (0_u8..6, parts::titration()).prop_map(|(arm, it)| Action::Edit(arm, Change::Titration(it))),
        2 => (0_u8..6, parts::monitoring()).prop_map(|(arm, it)| Action::Edit(arm, Change::Monitoring(it))),
        1 => (0_u8..6, parts::schedule(), parts::monitoring()).prop_map(|(arm, schedule, watch)| {
            let both = vec![Change::Schedule(schedule), Change::Monitoring(watch)];
            Action::Edit(arm, Change::All(both))
        }),
        1 => (0_u8..6, parts::schedule()).prop_map(|(arm, it)| Action::Edit(arm, Change::Schedule(it))),
        1 => (0_u8..6, parts::given()).prop_map(|(arm, it)| Action::Edit(arm, Change::Given(it))),
    ]
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        prop::sample::select(&Route::ALL[..]),
        any::<u8>().prop_map(Route::Rule),
        any::<u8>().prop_map(Route::Watch),
    ]
}

/// The history after actions; those that are refused change nothing.
fn after(shelf: &Shelf, actions: &[Action]) -> History {
    let mut history = History::default();
    for action in actions {
        let before = history.now().clone();
        if history.act(shelf, action, Gesture::Change).is_err() {
            assert_eq!(*history.now(), before, "a refused action changes nothing");
        }
        assert!(history.now().protocol(shelf).is_ok(), "a state has a protocol");
    }
    history
}

proptest! {
    #![proptest_config(luck::fixed(1_000, 10_000))]

    #[test]
    fn a_state_comes_back_from_its_link(
        actions in prop::collection::vec(any_action(), 0..12),
        route in any_route(),
    ) {
        let shelf = library();
        let history = after(&shelf, &actions);
        let text = Link::of(route, history.now()).write();
        prop_assert!(text.len() < 310 + 600 * history.now().patch.edits.len(), "{text}");
        let link = Link::read(&text);
        prop_assert_eq!(link.route, route);
        let (state, ignored) = link.open(&shelf);
        prop_assert_eq!(ignored, vec![]);
        prop_assert_eq!(&state, history.now());
    }

    #[test]
    fn a_session_comes_back(actions in prop::collection::vec(any_action(), 0..12), undone in 0..4) {
        let shelf = library();
        let mut history = after(&shelf, &actions);
        for _ in 0..undone {
            history.undo();
        }
        let kept = session::read(&session::write(&history)).expect("it was just written");
        let open = |link: &Link| link.open(&shelf).0;
        let back = History::kept(
            kept.past.iter().map(open).collect(),
            open(&kept.now),
            kept.future.iter().map(open).collect(),
        );
        prop_assert!(back.past().eq(history.past()));
        prop_assert_eq!(back.now(), history.now());
        prop_assert!(back.future().eq(history.future()));
    }
}

/// A link with an edited part of every kind.
fn edited() -> String {
    let shelf = library();
    let base = State::default().base(&shelf).expect("the first scenario");
    let arm = &base.arms[1];
    let rule = Rule::Table(DecisionTable { rows: Vec::new(), ..arm.titration.rule.as_table() });
    let monitoring = Monitoring { assess_every: Days(14), ..arm.monitoring.clone() };
    let schedule = Schedule { induction_weeks: 6, ..arm.schedule.clone() };
    let given = Given { dosing: Dosing::PerKilogram, ..Given::of(arm) };
    let all = vec![
        Change::Titration(Titration { rule, ..arm.titration.clone() }),
        Change::Monitoring(monitoring.clone()),
        Change::Schedule(schedule),
        Change::Given(given),
    ];
    let actions =
        [Action::Edit(1, Change::All(all)), Action::Edit(0, Change::Monitoring(monitoring))];
    let take = |state: State, action| state.reduce(&shelf, action).expect("it fits");
    let state = actions.iter().fold(State::default(), take);
    Link::of(Route::Rule(1), &state).write()
}

/// A link with arms that were added and changed.
fn with_arms() -> String {
    let shelf = library();
    let take = |state: State, action| state.reduce(&shelf, &action).expect("it fits");
    let actions = [Action::AddArm(1), Action::SetDose(2, Rung(4)), Action::AddArm(0)];
    let state = actions.into_iter().fold(State::default(), take);
    Link::of(Route::Compare, &state).write()
}

/// Links are kept by people, so what they say may not change: a new form needs a new version beside this one.
#[test]
fn the_form_of_an_edit_stays() {
    let link = "#/compare/rule/1?v=1&r=1.Y2RjZGBgYGJgYAcA&m=0.Y-RjgIAP9oxgOiHZgYFRhpGZkQEA~1.Y-RjgIAP9oxgOiHZgYFRhpGZkQEA&c=1.Y2RjYmbnk2FkZGAAAA&g=1.Y2RgYGQAAA";
    assert_eq!(edited(), link);
    assert_eq!(with_arms(), "#/compare?v=1&d=2.4&a=1.0&pair=0.1");
}

#[test]
fn an_edit_that_is_damaged_is_left_out_by_itself() {
    let link = edited();
    let (whole, ignored) = Link::read(&link).open(&library());
    assert!(ignored.is_empty() && whole.patch.edits.len() == 2);
    let damaged = link.replacen("m=0.", "m=0.x", 1);
    let (state, ignored) = Link::read(&damaged).open(&library());
    assert_eq!(ignored.len(), 1);
    assert!(ignored[0].to_string().contains("the edit \"m\" of arm \"0\""), "{}", ignored[0]);
    assert_eq!(state.patch.edits, whole.patch.edits[1..]);
}

/// A link with letters changed, lost, doubled or put in.
fn any_damage() -> impl Strategy<Value = String> {
    let text = "schema = 1\ntitle = \"Own\"\n[[arm]]\nname = \"A\"\nrule = \"response\"\n";
    let own =
        State { scenario: titrarium::app::state::Source::Own(text.to_owned()), ..State::default() };
    let links = vec![
        "#/compare?v=1&s=start-low&d=0.3_2.4&sev=milder&prior=harder&w=25&seed=7&n=5000&pair=0.-&who=3.14.1.-&cohort=1000.-.2.-.-&hands=one.kkR2"
            .to_owned(),
        Link::of(Route::Person, &own).write(),
        "#/model/equations?v=1&seed=7".to_owned(),
        edited(),
        with_arms(),
    ];
    let edit = (any::<prop::sample::Index>(), 0..4, any::<char>());
    (prop::sample::select(links), prop::collection::vec(edit, 1..8)).prop_map(|(link, edits)| {
        let mut letters: Vec<char> = link.chars().collect();
        for (at, kind, letter) in edits {
            let at = at.index(letters.len().max(1)).min(letters.len().saturating_sub(1));
            match kind {
                0 if !letters.is_empty() => letters[at] = letter,
                1 if !letters.is_empty() => drop(letters.remove(at)),
                2 => letters.insert(at, letter),
                _ => letters.truncate(at),
            }
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(luck::fixed(10_000, 40_000))]

    #[test]
    fn whatever_becomes_of_a_link_something_opens(text in any_damage()) {
        let shelf = library();
        let (state, ignored) = Link::read(&text).open(&shelf);
        prop_assert!(state.protocol(&shelf).is_ok());
        for part in ignored {
            prop_assert!(part.to_string().chars().count() < 400, "{part}");
        }
    }
}

#[track_caller]
fn says(link: &str, words: &[&str]) {
    let (_, ignored) = Link::read(link).open(&library());
    let said: Vec<String> = ignored.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), words.len(), "{said:?}");
    for (said, word) in said.iter().zip(words) {
        assert!(said.contains(word), "{said} should speak of {word}");
    }
}

#[test]
fn a_section_of_the_model_card_has_an_address() {
    for section in Section::ALL {
        let link = Link { section: Some(section), ..Link::of(Route::Model, &State::default()) };
        assert_eq!(link.write(), format!("#/model/{}", section.slug()));
        assert_eq!(Link::read(&link.write()), link);
    }
}

#[test]
fn a_whole_link_leads_to_its_state_also_where_nothing_differs() {
    let usual = Link::of(Route::Compare, &State::default());
    assert_eq!((&*usual.write(), &*usual.write_whole()), ("#/compare", "#/compare?v=1"));
    assert!(Link::holds_state(&usual.write_whole()) && !Link::holds_state(&usual.write()));
    assert_eq!(Link::read(&usual.write_whole()), usual);
    let moved = State { seed: Seed(7), ..State::default() };
    let moved = Link::of(Route::Home, &moved);
    assert_eq!(moved.write(), moved.write_whole());
}

#[test]
fn every_part_that_is_left_out_is_named() {
    says("#/", &[]);
    says("#finding", &[]);
    says("#/trial?v=1", &["there is no screen \"trial\""]);
    says("#/model", &[]);
    says("#/model/equations?v=1&seed=3", &[]);
    says("#/model/nowhere", &["no section \"nowhere\""]);
    says("#/modelling", &["there is no screen \"modelling\""]);
    says("#/?v=9&seed=5", &["version \"9\""]);
    says("#/?dose=5", &["\"dose\" is unknown"]);
    says("#/?seed=-5&n=1e9", &["\"seed\" cannot be \"-5\"", "\"n\" cannot be \"1e9\""]);
    says("#/?n=5", &["n=5: the page runs 100 to 100000 people, got 5"]);
    says("#/?s=nothing", &["there is no scenario \"nothing\""]);
    says("#/?d=9.1", &["d=9.1: there is no such arm"]);
    says("#/?who=400.1.-.-", &["who=400.1.-.-: there are 400 people"]);
    says("#/?who=4.1", &["\"who\" cannot be \"4.1\""]);
    says("#/?cohort=21.-.-.-.-", &["\"cohort\" cannot be"]);
    says("#/?cohort=20.3.-.-.-", &["cohort=20.3.-.-.-: there is no such cohort"]);
    says("#/?hands=one.x", &["hands=one.x: what was chosen by hand is garbled"]);
    says("#/compare?a=x", &["\"a\" cannot be \"x\""]);
    says("#/compare?a=7", &["a=7: there is no such arm"]);
    says("#/compare?a=0.0.0", &["a=0.0.0: 4 arms at most"]);
    says("#/?r=x", &["the edit \"r\" of arm \"x\""]);
    says("#/?r=1.%%~2.", &["arm \"1\"", "arm \"2\""]);
    says("#/?t=%%%", &["cut off, garbled or too large"]);
    says(&format!("#/?t={}", "A".repeat(300_000)), &["the most that are read"]);
}
