//! How many blocks a message holds: as many as a worker takes a few milliseconds for.

use crate::protocol::Protocol;

/// A message holds about so much work, ms: much against the third of a millisecond that two messages cost, and little
/// enough that a cancelled run is soon over and the first picture soon there.
const MESSAGE: f64 = 6.0;

/// Blocks in one message at most, however quick they are.
const LARGEST: f64 = 64.0;

/// Clocks of some browsers tell milliseconds only: what took no time took about half of one.
const SHORTEST: f64 = 0.5;

/// What workers take for a block of one arm and one week, carried from run to run: none has told so far, or the last
/// message's milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace(Option<f64>);

impl Pace {
    /// Blocks in the next message of a study: one until something is known.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 64")]
    pub fn blocks(self, study: &Protocol) -> usize {
        let blocks = self.0.map_or(1.0, |cost| MESSAGE / (cost * load(study)));
        blocks.clamp(1.0, LARGEST) as usize
    }

    /// Milliseconds that one worker will take for some blocks, as far as is known.
    pub fn time(self, blocks: usize, study: &Protocol) -> f64 {
        let blocks = u32::try_from(blocks).map_or(f64::INFINITY, f64::from);
        self.0.map_or(f64::INFINITY, |cost| blocks * cost * load(study))
    }

    /// Learns from a message of so many blocks and the milliseconds that the worker took for it. What the page took to hear
    /// of it does not count: a slow page needs fewer messages, not more.
    pub fn learn(&mut self, blocks: usize, study: &Protocol, took: f64) {
        let Ok(blocks) = u16::try_from(blocks) else { return };
        if blocks > 0 {
            self.0 = Some(took.max(SHORTEST) / (f64::from(blocks) * load(study)));
        }
    }
}

/// Arms times weeks, about what a block costs.
fn load(study: &Protocol) -> f64 {
    let arms = u8::try_from(study.arms.len()).map_or(f64::from(u8::MAX), f64::from);
    arms * (study.horizon.get() / 7.0).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;

    #[test]
    fn a_message_holds_what_takes_a_few_milliseconds() {
        let [light, heavy] = [12, 52].map(|weeks| {
            let arm = "[[arm]]\nname = \"A\"\nrule = \"fixed\"\ndose = 100\n";
            let text = format!("schema = 1\ntitle = \"A study\"\nweeks = {weeks}\n{arm}");
            scenario::parse(&text).expect("it is sound").protocol
        });
        let mut pace = Pace::default();
        assert_eq!(pace.blocks(&light), 1);
        assert!(pace.time(1, &light).is_infinite());
        pace.learn(1, &light, 0.2);
        assert_eq!(pace.blocks(&light), 12, "a clock of milliseconds may say 0");
        pace.learn(12, &light, 2.4);
        assert_eq!(pace.blocks(&light), 30);
        assert!((pace.time(5, &light) - 1.0).abs() < 1e-12);
        assert_eq!(pace.blocks(&heavy), 6, "52 weeks instead of 12");
        pace.learn(6, &heavy, 60.0);
        assert_eq!((pace.blocks(&heavy), pace.blocks(&light)), (1, 2), "a slow device");
        pace.learn(2, &light, 0.0);
        assert_eq!(pace.blocks(&light), 24);
        pace.learn(0, &light, 3.0);
        assert_eq!(pace.blocks(&light), 24, "nothing was run");
    }
}
