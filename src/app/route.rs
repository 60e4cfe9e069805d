//! The screens of the page and their addresses: `#/compare`. Complexity grows from left to right.

use serde::Deserialize;
use serde::Serialize;

use crate::words::screens::Word;

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Route {
    /// The first view.
    #[default]
    Home,
    /// One person under a protocol.
    Person,
    /// The reader as the clinician.
    Titrate,
    /// A hundred people and more.
    Cohort,
    /// Protocols side by side.
    Compare,
    /// What is simulated, and why.
    Model,
    /// The rule of an arm, to change.
    Rule(u8),
    /// How an arm is watched, to change.
    Watch(u8),
}

/// Names kept for screens that are built later; no screen may take them.
pub const RESERVED: [&str; 4] = ["trial", "many", "lessons", "lab"];

impl Route {
    /// All screens in their order.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Person,
        Self::Titrate,
        Self::Cohort,
        Self::Compare,
        Self::Model,
        Self::Rule(0),
        Self::Watch(0),
    ];

    /// The screens that have a tab; the first view has the name of the page, the model card the menu and the foot.
    pub const TABS: [Self; 4] = [Self::Person, Self::Titrate, Self::Cohort, Self::Compare];

    /// Its name in addresses; the first view has none.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Person => "person",
            Self::Titrate => "titrate",
            Self::Cohort => "cohort",
            Self::Compare => "compare",
            Self::Model => "model",
            Self::Rule(_) => "compare/rule",
            Self::Watch(_) => "compare/watch",
        }
    }

    /// The screen of a name in an address; an editor's is followed by the arm.
    pub fn of_slug(slug: &str) -> Option<Self> {
        let whole = |route: &Self| route.slug() == slug && route.arm().is_none();
        Self::ALL.into_iter().find(whole).or_else(|| {
            let (name, arm) = slug.rsplit_once('/')?;
            let arm = arm.parse().ok().filter(|_| arm.bytes().all(|byte| byte.is_ascii_digit()))?;
            [Self::Rule(arm), Self::Watch(arm)].into_iter().find(|route| route.slug() == name)
        })
    }

    /// The arm that it changes.
    pub const fn arm(self) -> Option<u8> {
        match self {
            Self::Rule(arm) | Self::Watch(arm) => Some(arm),
            _ => None,
        }
    }

    /// The screen whose tab leads nearest to it.
    #[must_use]
    pub const fn under(self) -> Self {
        match self {
            Self::Rule(_) | Self::Watch(_) => Self::Compare,
            other => other,
        }
    }

    /// Its address within the page.
    pub fn href(self) -> String {
        match self.arm() {
            Some(arm) => format!("#/{}/{arm}", self.slug()),
            None => format!("#/{}", self.slug()),
        }
    }

    /// The word on its tab.
    pub const fn tab(self) -> Word {
        match self {
            Self::Home => Word::TabHome,
            Self::Person => Word::TabPerson,
            Self::Titrate => Word::TabTitrate,
            Self::Cohort => Word::TabCohort,
            Self::Model => Word::TabModel,
            Self::Compare | Self::Rule(_) | Self::Watch(_) => Word::TabCompare,
        }
    }

    /// The word on its tab where there is little room.
    pub const fn short(self) -> Word {
        match self {
            Self::Person => Word::ShortPerson,
            Self::Titrate => Word::ShortTitrate,
            other => other.tab(),
        }
    }

    /// The title of the document while it is shown.
    pub const fn title(self) -> Word {
        match self {
            Self::Home => Word::TitleHome,
            Self::Person => Word::TitlePerson,
            Self::Titrate => Word::TitleTitrate,
            Self::Cohort => Word::TitleCohort,
            Self::Compare => Word::TitleCompare,
            Self::Model => Word::TitleModel,
            Self::Rule(_) => Word::TitleRule,
            Self::Watch(_) => Word::TitleWatch,
        }
    }
}

/// A section of the model card. It has an address of its own: `#/model/equations`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// What is simulated, without a formula.
    #[default]
    Plain,
    /// What it is for, and what it must not be used for.
    Purpose,
    /// Every formula.
    Equations,
    /// Every number with its range and its reason.
    Numbers,
    /// What is not modelled, and what does not fit.
    LeftOut,
    /// What is checked, and checking it here.
    Checks,
    /// Versions and what changed.
    Versions,
    /// How to cite it.
    Cite,
}

impl Section {
    /// All sections in their order.
    pub const ALL: [Self; 8] = [
        Self::Plain,
        Self::Purpose,
        Self::Equations,
        Self::Numbers,
        Self::LeftOut,
        Self::Checks,
        Self::Versions,
        Self::Cite,
    ];

    /// Its name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Purpose => "purpose",
            Self::Equations => "equations",
            Self::Numbers => "numbers",
            Self::LeftOut => "left-out",
            Self::Checks => "checks",
            Self::Versions => "versions",
            Self::Cite => "cite",
        }
    }

    /// The section of a name in an address.
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Its address within the page.
    pub fn href(self) -> String {
        format!("{}/{}", Route::Model.href(), self.slug())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_and_a_title_of_its_own() {
        for (i, route) in Route::ALL.into_iter().enumerate() {
            assert_eq!(Route::of_slug(route.href().trim_start_matches("#/")), Some(route));
            assert!(!RESERVED.contains(&route.slug()));
            for other in &Route::ALL[..i] {
                assert_ne!(route.title().en(), other.title().en());
            }
        }
        assert_eq!(Route::of_slug("compare/rule/11"), Some(Route::Rule(11)));
        for nothing in
            ["trial", "compare/rule", "compare/rule/", "compare/rule/+1", "rule/1", "compare/1"]
        {
            assert_eq!(Route::of_slug(nothing), None, "{nothing}");
        }
        for section in Section::ALL {
            assert_eq!(Section::of_slug(section.slug()), Some(section));
        }
    }
}
