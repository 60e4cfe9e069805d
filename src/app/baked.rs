//! The first result and what the library holds, made when the site is built by the same engine, so that the page opens
//! with a picture and needs no parser. Of the other scenarios it has the titles; they are read when they are picked.

use super::picture::Picture;
use super::shelf::Listed;
use super::shelf::Shelf;
use super::state::State;
use crate::protocol::Design;
use crate::run;
use crate::run::Ready;
use crate::tally::Tally;

/// The library's titles, the first scenario and its sums in compact form, with the name of the build.
pub fn bake() -> Option<Vec<u8>> {
    let (state, shelf) = (State::default(), Shelf::of_library());
    let design: Design = (**state.base(&shelf).ok()?).clone();
    let ready = Ready::new(state.protocol(&shelf).ok()?);
    let tally = ready.population(state.seed, state.people).ok()?;
    postcard::to_allocvec(&(run::BUILD, shelf.library(), design, tally)).ok()
}

/// A shelf with the first scenario, and the first picture; none when the bytes are garbled or from another build.
pub fn open(bytes: &[u8]) -> Option<(Shelf, Picture)> {
    let (build, library, design, tally): (&str, Vec<Listed>, Design, Tally) =
        postcard::from_bytes(bytes).ok()?;
    let (state, mut shelf) = (State::default(), Shelf::listing(library));
    shelf.put(state.scenario.clone(), design).ok()?;
    let protocol = state.protocol(&shelf).ok()?.into();
    let picture = Picture { state, protocol, tally: tally.into(), version: 0 };
    (build == run::BUILD).then_some((shelf, picture))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::picture::Measure;
    use crate::app::state::Source;
    use crate::scenario::library;
    use crate::stream::Seed;

    #[test]
    fn the_page_begins_with_all_titles_and_one_scenario() {
        let (shelf, picture) = open(&bake().expect("baked")).expect("opened");
        let names: Vec<&str> = shelf.library().iter().map(|listed| &*listed.name).collect();
        assert!(names.iter().eq(library::all().iter().map(|entry| &entry.name)));
        let read = |name: &&&str| shelf.find(&Source::Library((**name).to_owned())).is_some();
        assert_eq!(names.iter().filter(read).count(), 1);
        assert_eq!(picture.tally.enrolled, picture.state.people);
        assert!(open(&[1, 2, 3]).is_none());
    }

    /// The people that everybody sees first should mislead nobody: each of their six counts is within 3 of the mean over
    /// many, where the standard deviation of such a count is 4 to 5.
    #[test]
    fn the_first_people_lie_near_the_middle_of_what_other_seeds_show() {
        let (_, picture) = open(&bake().expect("baked")).expect("opened");
        let ready = Ready::new((*picture.protocol).clone());
        let tally = ready.population(Seed(1), 40_000).expect("a run").into();
        let many = Picture { tally, ..picture.clone() };
        for arm in [0, 1] {
            for measure in Measure::ALL {
                let endpoint = measure.endpoint(&picture.protocol);
                let mean = 100.0 * many.estimate(arm, endpoint).expect("people").estimate;
                let count = u32::try_from(picture.counts(arm).get(measure)).expect("a count");
                assert!(
                    (f64::from(count) - mean).abs() < 3.0,
                    "{measure:?} {arm}: {count}, {mean}"
                );
            }
        }
    }
}
