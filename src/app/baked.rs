//! The first result, made when the site is built by the same engine, so that the page opens with a picture.

use std::rc::Rc;

use super::picture::Picture;
use super::state::State;
use crate::run;
use crate::run::Ready;
use crate::tally::Tally;

/// The first picture's sums in compact form, with the build that made them; none when the default scenario is faulty.
pub fn bake() -> Option<Vec<u8>> {
    let state = State::default();
    let ready = Ready::new(state.protocol().ok()?);
    let tally = ready.population(state.seed, state.people).ok()?;
    postcard::to_allocvec(&(run::BUILD, tally)).ok()
}

/// The first picture; none when the bytes are garbled or from another build.
pub fn open(bytes: &[u8]) -> Option<Picture> {
    let (build, tally): (&str, Tally) = postcard::from_bytes(bytes).ok()?;
    let state = State::default();
    let protocol = Rc::new(state.protocol().ok()?);
    (build == run::BUILD).then(|| Picture { state, protocol, tally: Rc::new(tally), version: 0 })
}
