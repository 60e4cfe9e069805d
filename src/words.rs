//! What a person reads: sentences and names, in tables keyed by enums; languages come later. Knows no terminal and no
//! screen.

/// A table of words that hold no number.
macro_rules! words {
    ($($name:ident = $text:literal;)*) => {
        /// Words that hold no number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $(#[doc = $text] $name,)*
        }

        impl Word {
            /// The words in English.
            pub const fn en(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

pub mod bench;
#[cfg(feature = "screens")]
pub mod card;
#[cfg(feature = "screens")]
pub mod cohort;
pub mod command;
#[cfg(feature = "screens")]
pub mod compare;
pub mod comparison;
pub mod device;
pub mod difference;
#[cfg(feature = "screens")]
pub mod draws;
#[cfg(feature = "screens")]
pub mod edit;
pub mod estimand;
pub mod group;
pub mod log;
pub mod outcome;
pub mod page;
pub mod person;
pub mod preferences;
pub mod rule;
pub mod runlog;
pub mod screens;
pub mod sentence;
pub mod story;
pub mod tables;
#[cfg(feature = "screens")]
pub mod titrate;
#[cfg(feature = "screens")]
pub mod watch;
