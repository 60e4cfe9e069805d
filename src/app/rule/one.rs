//! "Change one thing only": of everything that differs between two arms, one difference is kept.

use crate::app::patch::Change;
use crate::app::patch::Given;
use crate::app::state::Action;
use crate::protocol::Design;
use crate::protocol::arm::Arm;
use crate::protocol::titration::Rule;
use crate::words::difference;

/// What keeps a single difference between two arms: the second becomes like the first in everything else. None where that
/// would leave more or less than the one, or does not fit together.
pub fn keep_only(design: &Design, (first, second): (usize, usize), kept: &str) -> Option<Action> {
    let (one, other) = (design.arms.get(first)?, design.arms.get(second)?);
    let mut made = other.clone();
    for difference in difference::between(design, one, other) {
        if difference.what != kept {
            take_over(difference.what, &mut made, one);
        }
    }
    let left = difference::between(design, one, &made);
    if left.len() != 1 || left[0].what != kept {
        return None;
    }
    let index = u8::try_from(second).ok()?;
    let mut trial = design.clone();
    trial.arms[second] = Arm { name: other.name.clone(), ..made.clone() };
    trial.check().ok()?;
    let all = vec![
        Change::Given(Given::of(&made)),
        Change::Schedule(made.schedule),
        Change::Monitoring(made.monitoring),
        Change::Titration(made.titration),
    ];
    Some(Action::Edit(index, Change::All(all)))
}

/// Makes an arm like another in one of the things that [`difference::described`] names.
fn take_over(what: &str, to: &mut Arm, from: &Arm) {
    let (watch, other) = (&mut to.monitoring, &from.monitoring);
    let (schedule, course) = (&mut to.schedule, &from.schedule);
    match what {
        "the dose" => {
            to.titration.rule = from.titration.rule.clone();
            to.treatment = from.treatment;
        }
        "when somebody is well in maintenance" => {
            if let (Rule::Response { when_well, .. }, Rule::Response { when_well: theirs, .. }) =
                (&mut to.titration.rule, &from.titration.rule)
            {
                *when_well = *theirs;
            }
        }
        "the limits" => {
            to.titration.lowest = from.titration.lowest;
            to.titration.highest = from.titration.highest;
        }
        "weight" => to.dosing = from.dosing,
        "the route" => to.route = from.route,
        "blinding" => to.blinding = from.blinding,
        "the induction" => schedule.induction_weeks = course.induction_weeks,
        "maintenance" => schedule.maintenance.clone_from(&course.maintenance),
        "after a relapse" => schedule.relapse = course.relapse,
        "without response" => schedule.non_response = course.non_response,
        "withdrawal" => schedule.withdrawal = course.withdrawal,
        "check-ups" => (watch.assess_every, watch.day_1) = (other.assess_every, other.day_1),
        "observation after a session" => watch.observe = other.observe,
        "a session waits for blood pressure" => watch.hold_at = other.hold_at,
        "adverse events" => watch.elicitation = other.elicitation,
        "misuse screens" => watch.screen_every = other.screen_every,
        "treatment stops for severe events" => watch.stop_after_severe = other.stop_after_severe,
        "when two scores are much worse" => watch.worsening = other.worsening,
        "after a severe event noticed" => watch.tolerability = other.tolerability,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::app::history::Gesture;
    use crate::app::history::History;
    use crate::app::shelf::Shelf;

    #[test]
    fn every_thing_that_can_differ_can_be_taken_over() {
        let shelf = Shelf::of_library();
        let mut pairs = 0;
        for listed in shelf.library() {
            let source = crate::app::state::Source::Library(listed.name.clone());
            let base = shelf.find(&source).unwrap();
            for one in &base.arms {
                for other in &base.arms {
                    let mut made = other.clone();
                    for difference in difference::between(base, one, other) {
                        take_over(difference.what, &mut made, one);
                    }
                    assert_eq!(difference::between(base, one, &made), vec![], "{}", listed.name);
                    pairs += 1;
                }
            }
        }
        assert!(pairs > 100);
    }

    #[test]
    fn one_difference_is_kept_in_one_step() {
        let shelf = Shelf::of_library();
        let mut history = History::default();
        let act = |history: &mut History, action| {
            history.act(&shelf, &action, Gesture::Change).unwrap();
        };
        act(&mut history, Action::UseLibrary("will-it-last".to_owned()));
        let protocol = history.now().protocol(&shelf).unwrap();
        let pair = (0..protocol.arms.len())
            .flat_map(|i| (0..protocol.arms.len()).map(move |j| (i, j)))
            .find(|(i, j)| {
                difference::between(&protocol, &protocol.arms[*i], &protocol.arms[*j]).len() > 1
            })
            .unwrap();
        let things = difference::between(&protocol, &protocol.arms[pair.0], &protocol.arms[pair.1]);
        let kept = things[0].what;
        let steps = history.past().count();
        act(&mut history, keep_only(&protocol, pair, kept).unwrap());
        let now = history.now().protocol(&shelf).unwrap();
        let left = difference::between(&now, &now.arms[pair.0], &now.arms[pair.1]);
        assert_eq!(left.iter().map(|it| it.what).collect::<Vec<_>>(), [kept]);
        assert_eq!(history.past().count(), steps + 1);
        history.undo();
        assert!(history.now().patch.is_empty());
    }
}
