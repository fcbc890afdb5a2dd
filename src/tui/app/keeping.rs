//! Bookmarks: kept, taken away, put back, found again.

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change, Edit, Found};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::leaf::Trouble;
use super::{App, Overlay, Purpose};

/// A bookmark in a part with more bytes is made beside the screen.
const LONG: usize = 256 << 10;

/// What a new bookmark is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To be kept.
    Keep,
    /// To be kept with a note that is yet to be written.
    Note,
}

impl App {
    pub(super) fn toggle_bookmark(&mut self) {
        if let Some(id) = self.marks.at_top_of(&self.reading) {
            self.say(&words::BOOKMARK_TAKEN);
            self.change(Change::Remove(id));
        } else {
            self.sketch(Wish::Keep);
        }
    }

    /// Asks for a note: to the bookmark here, or to a new one.
    pub(super) fn note_here(&mut self) {
        let id = self.marks.at_top_of(&self.reading);
        let there = id.and_then(|id| self.bookmarks.iter().find(|bookmark| bookmark.id == id));
        if let Some(bookmark) = there {
            let (id, note) = (bookmark.id.clone(), bookmark.note.clone().unwrap_or_default());
            self.open_prompt(Purpose::Note(id), &note);
        } else {
            self.sketch(Wish::Note);
        }
    }

    /// Makes a bookmark of the first words on the screen, beside the screen where that takes long. If there are none, this
    /// is said.
    fn sketch(&mut self, wish: Wish) {
        // Who presses the key twice has taken it away again.
        if self.asked.forget_keeping() {
            return;
        }
        let Some(at) = self.reading.keeping_place() else {
            self.say(&words::NOTHING_TO_KEEP);
            return;
        };
        let is_long = self.marks.key().is_none() || self.reading.bytes_at(at) > LONG;
        self.ask_for_sketch((self.reading.article(), at), wish, is_long);
    }

    /// Takes a bookmark that was made as wished.
    pub(super) fn take_sketch(&mut self, bookmark: Option<Bookmark>, wish: Wish) {
        match (bookmark, wish) {
            (None, _) => self.say(&words::NOTHING_TO_KEEP),
            (Some(bookmark), Wish::Keep) => {
                self.say(&words::BOOKMARK_KEPT);
                self.keep(bookmark);
            }
            (Some(_), Wish::Note) if self.prompt.is_some() => {}
            (Some(bookmark), Wish::Note) => self.open_prompt(Purpose::NoteNew(Box::new(bookmark)), ""),
        }
    }

    /// Keeps a bookmark that was made here just now.
    pub(super) fn keep(&mut self, bookmark: Bookmark) {
        // Who is quicker than the search for the marks cannot see that there is one.
        if self.is_kept_already(&bookmark) {
            return;
        }
        self.note_made(&bookmark.id);
        self.change(Change::New(Box::new(bookmark), self.reading.share_issue()));
    }

    /// Whether another bookmark keeps the same place, and takes the note of `made`. Where both have a note, both are kept.
    pub(super) fn is_kept_already(&mut self, made: &Bookmark) -> bool {
        let same = |other: &&Arc<Bookmark>| other.id != made.id && other.same_place(made);
        let Some(old) = self.bookmarks.iter().find(same) else { return false };
        match (&made.note, &old.note) {
            (None, _) => true,
            (Some(_), Some(_)) => false,
            (Some(_), None) => {
                self.change(Change::Edit(old.id.clone(), Edit::Note(made.note.clone())));
                true
            }
        }
    }

    /// Changes the bookmarks, so that it can be undone.
    pub(super) fn change(&mut self, change: Change) {
        // A bookmark that was kept is seen; to take it away has its own key.
        if let Some(undo) = self.change_bookmarks(change)
            && !matches!(undo, Change::Remove(_))
        {
            self.undo.push(undo);
        }
    }

    /// Undoes the last change that can be undone. What it changed may be gone: then the one before.
    pub(super) fn put_back(&mut self) {
        while let Some(change) = self.undo.pop() {
            let said = match &change {
                Change::Edit(_, Edit::Note(_)) => &words::NOTE_BACK,
                Change::Edit(_, Edit::Tags(_)) => &words::TAGS_BACK,
                _ => &words::BOOKMARK_BACK,
            };
            if self.change_bookmarks(change).is_some() {
                self.say(said);
                return;
            }
        }
        self.say(&words::NOTHING_TO_UNDO);
    }

    /// Goes to where the bookmark's words were found, or says that they are gone. Never to another place in silence.
    pub(super) fn go_to_bookmark(&mut self, bookmark: &Bookmark, found: Found) {
        let (article, position) = match found {
            Found::Here { article, position } => (article, position),
            Found::Moved { article, position } => {
                self.say(&words::BOOKMARK_MOVED);
                (article, position)
            }
            Found::Lost => {
                self.say(&words::BOOKMARK_LOST);
                self.show_whole(bookmark, Some(Trouble::Lost));
                return;
            }
        };
        self.overlay = Overlay::None;
        self.focus = Focus::Body;
        self.reading.show(article);
        self.fit();
        self.reading.go_to(position, self.body_rows());
    }
}
