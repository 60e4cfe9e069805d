//! The first result and the library, made when the site is built by the same engine, so that the page opens with a
//! picture and needs no parser.

use super::picture::Picture;
use super::shelf::Shelf;
use super::state::Source;
use super::state::State;
use crate::protocol::Design;
use crate::run;
use crate::run::Ready;
use crate::tally::Tally;

type Contents = Vec<(Source, Design)>;

/// The library and the first picture's sums in compact form, with the name of the build.
pub fn bake() -> Option<Vec<u8>> {
    let (state, shelf) = (State::default(), Shelf::of_library());
    let ready = Ready::new(state.protocol(&shelf).ok()?);
    let tally = ready.population(state.seed, state.people).ok()?;
    postcard::to_allocvec(&(run::BUILD, shelf.contents(), tally)).ok()
}

/// The library and the first picture; none when the bytes are garbled or from another build.
pub fn open(bytes: &[u8]) -> Option<(Shelf, Picture)> {
    let (build, contents, tally): (&str, Contents, Tally) = postcard::from_bytes(bytes).ok()?;
    let (state, shelf) = (State::default(), Shelf::of_contents(contents));
    let protocol = state.protocol(&shelf).ok()?.into();
    let picture = Picture { state, protocol, tally: tally.into(), version: 0 };
    (build == run::BUILD).then_some((shelf, picture))
}
