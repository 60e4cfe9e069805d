//! The fan of courses, and the people picked out of it: by a tap on a line, or one after the other.

use std::rc::Rc;

use web_sys::Element;
use web_sys::MouseEvent;
use yew::Callback;
use yew::Html;
use yew::Properties;
use yew::TargetCast;
use yew::component;
use yew::html;
use yew::use_state;

use super::MOST_PICKED;
use super::Shown;
use crate::app::cohort::Member;
use crate::app::view::frame::Frame;
use crate::app::view::spans::coloured;
use crate::chart::fan;
use crate::chart::fan::Line;
use crate::chart::fan::Picked;
use crate::chart::plot::Width;
use crate::tally::Histogram;
use crate::words::cohort;
use crate::words::cohort::Word;
use crate::words::sentence;

/// The cohort as it is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub shown: Shown,
}

/// The observed course of a person.
fn line(member: &Member, weeks: usize) -> Line {
    let score = |(week, score): (u32, &crate::engine::outcome::ScoreCell)| {
        Some((f64::from(week), f64::from(score.get()?)))
    };
    (0_u32..).zip(&member.outcome.weekly[..=weeks]).filter_map(score).collect()
}

/// The fan.
#[component]
pub(super) fn FanFrame(props: &Props) -> Html {
    let picked = use_state(Vec::<usize>::new);
    let shown = &props.shown;
    let cohort = &shown.cohort.0;
    let members = cohort.chosen(shown.filter, shown.here);
    let weeks = cohort.weeks();
    let scores = cohort.scores(&members);
    let lines: Vec<Line> =
        members.iter().take(fan::LINES).map(|member| line(member, weeks)).collect();
    let followed: Vec<Picked> = picked
        .iter()
        .filter_map(|place| members.iter().find(|member| member.place == *place))
        .map(|member| Picked {
            name: (cohort::person(member.place), (member.place + 1).to_string()),
            line: line(member, weeks),
        })
        .collect();
    let caption = sentence::table_caption(members.len() as u64, shown.seed);
    let drawn = fan::Fan {
        slot: shown.slot,
        scores: &scores,
        lines: &lines,
        picked: &followed,
        words: fan::Words {
            score: Word::FanScore.en(),
            week: Word::Week.en(),
            ends: Word::ENDS.map(Word::en),
            caption: &caption,
            n: Word::Seen.en(),
        },
    };
    let near: Vec<(usize, Line)> =
        members.iter().take(fan::LINES).map(|m| m.place).zip(lines.iter().cloned()).collect();
    let on_tap = {
        let picked = picked.clone();
        Callback::from(move |(week, score)| {
            if let Some(place) = nearest(&near, week, score) {
                picked.set(turned(&picked, place));
            }
        })
    };
    let places: Vec<usize> = members.iter().map(|member| member.place).collect();
    html! {
        <div class="fan" onclick={tap(weeks, on_tap)}><Frame name="fan" title={Word::FanTitle.en()} sentence={coloured(said(shown, &scores), &shown.slots)}
            wide={Rc::new(fan::fan(&drawn, Width::Wide))} narrow={Rc::new(fan::fan(&drawn, Width::Narrow))}
            note={cohort::fan_note(members.len(), lines.len(), shown.seed)}
            below={buttons(&places, &picked)} /></div>
    }
}

fn said(shown: &Shown, scores: &[Histogram]) -> Vec<sentence::Span> {
    let arm = shown.cohort.0.arm;
    let first = scores.first().and_then(|histogram| histogram.quantile(0.5));
    let last = scores.last().and_then(|histogram| {
        let of = |share| histogram.quantile(share);
        Some([of(0.1)?, of(0.5)?, of(0.9)?])
    });
    cohort::fan(arm, scores.last().map_or(0, Histogram::n), first, last)
}

/// Takes a tap on the picture as a week and a score; buttons below do the same without a pointer.
fn tap(weeks: usize, on_tap: Callback<(f64, f64)>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let target = event.target_dyn_into::<Element>();
        let field = target.and_then(|target| target.closest(".read").ok().flatten());
        let Some(place) = field.map(|field| field.get_bounding_client_rect()) else { return };
        let (left, right) = fan::SIDES;
        let (top, floor) = (f64::from(fan::FIELD.0), f64::from(fan::FIELD.1));
        let x = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
        let y = f64::from(event.client_y()) - place.top();
        let weeks = f64::from(u32::try_from(weeks).unwrap_or(1));
        let (across, up) = ((x - left) / (right - left), (floor - y) / (floor - top));
        on_tap.emit((across * weeks, up * f64::from(fan::TOP)));
    })
}

/// The person whose line passes nearest to a point.
fn nearest(lines: &[(usize, Line)], week: f64, score: f64) -> Option<usize> {
    let distance = |line: &Line| {
        let at = line.iter().min_by(|a, b| (a.0 - week).abs().total_cmp(&(b.0 - week).abs()));
        at.map_or(f64::INFINITY, |(_, at)| (at - score).abs())
    };
    let best = lines.iter().min_by(|a, b| distance(&a.1).total_cmp(&distance(&b.1)))?;
    (distance(&best.1) < 4.0).then_some(best.0)
}

/// The people picked out, with one more or one fewer; the oldest gives way.
fn turned(picked: &[usize], place: usize) -> Vec<usize> {
    if picked.contains(&place) {
        return picked.iter().copied().filter(|known| *known != place).collect();
    }
    let skip = (picked.len() + 1).saturating_sub(MOST_PICKED);
    picked.iter().copied().skip(skip).chain([place]).collect()
}

fn buttons(places: &[usize], picked: &yew::UseStateHandle<Vec<usize>>) -> Html {
    let next = {
        let (places, picked) = (places.to_vec(), picked.clone());
        move |_| {
            let after = picked.last().copied();
            let later = |place: &&usize| after.is_none_or(|after| **place > after);
            if let Some(place) = places.iter().find(later).or_else(|| places.first()) {
                picked.set(turned(&picked, *place));
            }
        }
    };
    let none = {
        let picked = picked.clone();
        move |_| picked.set(Vec::new())
    };
    html! {
        <div class="buttons">
            <button type="button" class="small" onclick={next}>{ Word::Pick.en() }</button>
            if !picked.is_empty() {
                <button type="button" class="small" onclick={none}>{ Word::Unpick.en() }</button>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_people_are_followed_and_a_second_tap_lets_go() {
        assert_eq!(turned(&[], 4), [4]);
        assert_eq!(turned(&[4, 5, 6], 7), [5, 6, 7]);
        assert_eq!(turned(&[4, 5], 4), [5]);
    }

    #[test]
    fn a_tap_far_from_every_line_picks_nobody() {
        let lines = [(3, vec![(0.0, 40.0), (1.0, 20.0)]), (8, vec![(0.0, 30.0), (1.0, 10.0)])];
        assert_eq!(nearest(&lines, 0.9, 11.0), Some(8));
        assert_eq!(nearest(&lines, 0.1, 39.0), Some(3));
        assert_eq!(nearest(&lines, 0.0, 55.0), None);
    }
}
