//! Does what keys and preferences ask for.

use gloo_events::EventListener;
use yew::Context;

use super::Message;
use super::Page;
use crate::app::history::Gesture;
use crate::app::keys::Command;
use crate::app::preferences::Preferences;
use crate::app::preferences::Theme;
use crate::app::state::Action;
use crate::app::view::browser;
use crate::app::view::keys;
use crate::app::view::sheet;
use crate::app::view::storage;

/// Listens as long as the page lives: keys, the sheet, the address, and the moment before it is gone.
pub(super) fn listen(ctx: &Context<Page>) -> Vec<EventListener> {
    let link = ctx.link();
    let (go, keep) = (link.callback(Message::Go), link.callback(|()| Message::Keep));
    let press = link.callback(|(key, with, place)| Message::Pressed(key, with, place));
    let own = [keys::listen(press), browser::on_address(go), browser::on_leaving(keep)];
    own.into_iter().flatten().chain(sheet::listen()).collect()
}

impl Page {
    pub(super) fn prefer(&mut self, preferences: Preferences) {
        let before = std::mem::replace(&mut self.preferences, preferences);
        browser::wear(preferences);
        if self.keeps {
            storage::remember(preferences);
        }
        if before.sign != preferences.sign {
            // Another version of the picture, so that every part of it writes its numbers anew.
            self.picture.version += 1;
            self.draw();
        }
    }

    pub(super) fn obey(&mut self, ctx: &Context<Self>, command: Command) {
        let say = |message| ctx.link().send_message(message);
        match command {
            Command::Undo => say(Message::Undo),
            Command::Redo => say(Message::Redo),
            Command::Help => browser::show_dialog(keys::ID),
            Command::Go(route) => browser::go(&route.href()),
            Command::NewSeed => say(Message::NewSeed),
            Command::Restore => say(Message::Act(Action::Restore, Gesture::Change)),
            Command::Tables => self.as_tables = !self.as_tables,
            Command::Projector => {
                let on = self.preferences.theme == Theme::Projector;
                let theme = if on { Theme::System } else { Theme::Projector };
                self.prefer(Preferences { theme, ..self.preferences });
            }
        }
    }
}
