//! Keys that are typed in the list of bookmarks before it is known what they are.
//!
//! The bookmarks' file is read beside the first frame, and a filter of very many waits for what it looks through. Who types
//! `B` and `Enter` faster than that means the bookmark that will stand there: the keys wait, and act when it does.

use crate::bookmarks::Change;
use crate::tui::action::Action;
use crate::tui::words;

use super::record::Arrival;
use super::{App, Overlay, Step};

/// The keys that wait, and whether there is anything to wait for.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// The bookmarks have come.
    known: bool,
    waiting: Vec<Action>,
    /// The bookmarks that the reader has made meanwhile.
    made: Vec<String>,
}

impl App {
    /// The reader has made a bookmark.
    pub(super) fn note_made(&mut self, id: &str) {
        if !self.ahead.known {
            self.ahead.made.push(id.to_owned());
        }
    }

    /// Has `action` wait if it is about bookmarks that are not known yet; else gives it back.
    pub(super) fn held_back(&mut self, action: Action) -> Option<Action> {
        let is_known = self.ahead.known && !self.cards.is_waiting();
        if is_known || !matches!(self.overlay, Overlay::Bookmarks) || self.prompt.is_some() {
            return Some(action);
        }
        let waits = Step::of(&action).is_some()
            || matches!(
                action,
                Action::Open
                    | Action::ShowBookmark
                    | Action::RemoveBookmark
                    | Action::EditNote
                    | Action::EditTags
            );
        if !waits {
            return Some(action);
        }
        self.ahead.waiting.push(action);
        self.say(&words::OPENING);
        None
    }

    /// The bookmarks are known. One that was made before that, and is kept already, is taken away again.
    pub(super) fn know_bookmarks(&mut self) {
        self.ahead.known = true;
        for id in std::mem::take(&mut self.ahead.made) {
            let made = self.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned();
            if made.is_some_and(|made| self.is_kept_already(&made)) {
                self.change_bookmarks(Change::Remove(id));
            }
        }
        self.catch_up();
    }

    /// Does what was typed ahead, once it is known which bookmarks are listed, unless the list was left since.
    pub(super) fn catch_up(&mut self) {
        if !self.ahead.known || self.cards.is_waiting() {
            return;
        }
        for action in std::mem::take(&mut self.ahead.waiting) {
            if matches!(self.overlay, Overlay::Bookmarks) && self.prompt.is_none() {
                self.message = None;
                self.fit();
                let effects = self.update_overlay(action);
                for effect in effects {
                    self.asked.push(effect);
                }
                // Who has chosen a place is not taken to where the issue was left.
                self.record.arrival = Arrival::Settled;
            }
        }
    }

    /// The list was left: what was typed in it is forgotten.
    pub(super) fn forget_ahead(&mut self) {
        self.ahead.waiting.clear();
    }
}
