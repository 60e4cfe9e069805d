//! The people that can be watched and the arms they can be watched under: the scenario's own, and a few more rules, so that
//! everybody can be seen under another rule and under placebo.

use crate::protocol::Design;
use crate::protocol::Protocol;
use crate::protocol::arm::Arm;
use crate::protocol::arm::Rung;
use crate::protocol::arm::Treatment;
use crate::protocol::titration::Rule;
use crate::protocol::titration::Titration;
use crate::protocol::titration::rule::WhenWell;
use crate::run::Person;
use crate::run::Ready;
use crate::stream::Seed;

/// People that somebody is picked from: the first that are enrolled.
pub const PEOPLE: usize = 400;

/// People and arms.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The study with all arms of the cast: those of the scenario first.
    pub ready: Ready,
    /// How many arms are the scenario's own.
    pub own: usize,
    /// The people with their numbers in the pool, in order of enrolment.
    pub people: Vec<Person>,
    /// The luck.
    pub seed: Seed,
}

impl Cast {
    /// The people and arms of a study. `name` calls a rule that the scenario does not have; a name that is taken already
    /// leaves that rule out.
    pub fn new(protocol: &Protocol, seed: Seed, name: impl Fn(&Design, &Arm) -> String) -> Self {
        let ready = Ready::new(with_more_rules(protocol, name));
        let people = ready.enrol(seed, PEOPLE);
        Self { own: protocol.arms.len(), ready, people, seed }
    }

    /// The arm with placebo, if there is one.
    pub fn placebo(&self) -> Option<usize> {
        self.ready.protocol.arms.iter().position(|arm| arm.treatment == Treatment::Placebo)
    }
}

/// The study with a fixed middle dose, a response-guided and a toxicity-guided rule, and placebo, as far as it lacks them
/// and has room.
fn with_more_rules(protocol: &Protocol, name: impl Fn(&Design, &Arm) -> String) -> Protocol {
    let top = protocol.ladder.top();
    let (low, middle) = (Rung(1.min(top.0)), Rung(top.0 / 2));
    let rules = [
        (Treatment::Drug, Rule::Response { from: low, when_well: WhenWell::EaseDown }),
        (Treatment::Drug, Rule::Toxicity { from: low }),
        (Treatment::Drug, Rule::Fixed { at: middle }),
        (Treatment::Placebo, Rule::Fixed { at: middle }),
    ];
    let mut whole = protocol.clone();
    for (treatment, rule) in rules {
        let has = |arm: &Arm| match treatment {
            Treatment::Drug => arm.treatment == treatment && arm.titration.rule == rule,
            _ => arm.treatment == treatment,
        };
        if whole.arms.iter().any(has) {
            continue;
        }
        let Some(like) = model(&whole).cloned() else { continue };
        let titration = Titration { rule, lowest: Rung(0), highest: top };
        let mut arm = Arm { treatment, titration, ..like };
        arm.name = name(&whole, &arm);
        let mut design = whole.clone().into_design();
        design.arms.push(arm);
        if let Ok(more) = design.check() {
            whole = more;
        }
    }
    whole
}

/// The arm that another rule is tried in: the first with drug.
fn model(protocol: &Protocol) -> Option<&Arm> {
    let drug = |arm: &&Arm| arm.treatment == Treatment::Drug;
    protocol.arms.iter().find(drug).or_else(|| protocol.arms.first())
}
