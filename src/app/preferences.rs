//! What a reader prefers, whatever is simulated: theme, size of text, motion, decimal sign, single keys. Plain data, kept
//! between visits as five words.

use crate::report::number::Sign;
use crate::words::preferences::Word;

/// Everything that can be preferred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The theme.
    pub theme: Theme,
    /// The size of text.
    pub text: TextSize,
    /// Whether things move.
    pub motion: Motion,
    /// How decimals are written.
    pub sign: Sign,
    /// Whether single keys do something.
    pub keys: Keys,
}

/// A choice among a few, each with a name in storage and a word on the page.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them in order; the first is the usual one.
    const ALL: &'static [Self];
    /// Its name in storage and in the attributes of the page.
    fn name(self) -> &'static str;
    /// The word for it.
    fn word(self) -> Word;

    /// The one with a name, or else the usual one.
    fn named(name: &str) -> Self {
        Self::ALL.iter().copied().find(|it| it.name() == name).unwrap_or(Self::ALL[0])
    }
}

/// Names a closed set of choices: name in storage, word.
macro_rules! names {
    ($set:ident { $($item:ident = $name:literal, $word:ident;)+ }) => {
        impl Choice for $set {
            const ALL: &'static [Self] = &[$(Self::$item,)+];
            fn name(self) -> &'static str {
                match self { $(Self::$item => $name,)+ }
            }
            fn word(self) -> Word {
                match self { $(Self::$item => Word::$word,)+ }
            }
        }
    };
}

/// Declares a closed set of choices: name, name in storage, word.
macro_rules! choices {
    ($(#[$doc:meta])* $set:ident { $($(#[$one:meta])* $item:ident = $name:literal, $word:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $set { $($(#[$one])* $item,)+ }

        names! { $set { $($item = $name, $word;)+ } }
    };
}

choices! {
    /// Light, dark, for a projector, or as the device says.
    Theme {
        /// As the device says.
        #[default]
        System = "system", AsDevice;
        /// Light.
        Light = "light", Light;
        /// Dark.
        Dark = "dark", Dark;
        /// For a wall: pure white, darker arms, thicker lines.
        Projector = "projector", Projector;
    }
}

choices! {
    /// The size of text, and of what goes with it.
    TextSize {
        /// As drawn.
        #[default]
        Usual = "usual", Usual;
        /// A tenth larger and more.
        Larger = "larger", Larger;
        /// A fifth larger and more.
        Largest = "largest", Largest;
    }
}

choices! {
    /// Whether time runs and people arrive before the eye.
    Motion {
        /// As the device says.
        #[default]
        System = "system", AsDevice;
        /// Nothing moves by itself.
        Still = "still", Still;
        /// It moves, whatever the device says.
        Moving = "moving", Moving;
    }
}

choices! {
    /// Whether a letter or a digit alone does something.
    Keys {
        /// It does, unless something is typed.
        #[default]
        On = "on", On;
        /// It does not.
        Off = "off", Off;
    }
}

names! { Sign { Point = "point", Point; Comma = "comma", Comma; } }

impl Preferences {
    /// Five words.
    pub fn write(self) -> String {
        let Self { theme, text, motion, sign, keys } = self;
        [theme.name(), text.name(), motion.name(), sign.name(), keys.name()].join(" ")
    }

    /// Reads five words; whatever is missing or unknown is the usual.
    pub fn read(words: &str) -> Self {
        let mut words = words.split(' ');
        let mut next = || words.next().unwrap_or_default();
        Self {
            theme: Theme::named(next()),
            text: TextSize::named(next()),
            motion: Motion::named(next()),
            sign: Sign::named(next()),
            keys: Keys::named(next()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_and_what_is_unknown_is_the_usual() {
        for theme in Theme::ALL {
            for text in TextSize::ALL {
                let all = Preferences {
                    theme: *theme,
                    text: *text,
                    motion: Motion::Still,
                    sign: Sign::Comma,
                    keys: Keys::Off,
                };
                assert_eq!(Preferences::read(&all.write()), all);
            }
        }
        assert_eq!(Preferences::read(""), Preferences::default());
        assert_eq!(Preferences::read("mauve huge").write(), "system usual system point on");
        assert_eq!(Preferences::read("dark").theme, Theme::Dark);
    }
}
