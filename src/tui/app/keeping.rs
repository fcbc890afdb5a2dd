//! Bookmarks: kept, taken away, put back, found again.

use crate::bookmarks::{Bookmark, Change, Edit, Found};
use crate::tui::action::Effect;
use crate::tui::layout::Focus;
use crate::tui::words;

use super::leaf::Trouble;
use super::{App, Overlay, Purpose};

impl App {
    pub(super) fn toggle_bookmark(&mut self) -> Vec<Effect> {
        if let Some(id) = self.marks.at_top_of(&self.reading) {
            self.say(&words::BOOKMARK_TAKEN);
            return self.change(Change::Remove(id));
        }
        let Some(bookmark) = self.bookmark_here() else { return Vec::new() };
        self.say(&words::BOOKMARK_KEPT);
        self.keep(bookmark)
    }

    /// Asks for a note: to the bookmark here, or to a new one.
    pub(super) fn note_here(&mut self) {
        let id = self.marks.at_top_of(&self.reading);
        let there = id.and_then(|id| self.bookmarks.iter().find(|bookmark| bookmark.id == id));
        if let Some(bookmark) = there {
            let (id, note) = (bookmark.id.clone(), bookmark.note.clone().unwrap_or_default());
            self.open_prompt(Purpose::Note(id), &note);
        } else if let Some(bookmark) = self.bookmark_here() {
            self.open_prompt(Purpose::NoteNew(Box::new(bookmark)), "");
        }
    }

    /// A bookmark of the first words on the screen; if there are none, this is said.
    fn bookmark_here(&mut self) -> Option<Bookmark> {
        let key = self.marks.key(&self.reading).clone();
        let bookmark = self.reading.bookmark_here(key);
        if bookmark.is_none() {
            self.say(&words::NOTHING_TO_KEEP);
        }
        bookmark
    }

    /// Keeps a bookmark that was made here just now.
    pub(super) fn keep(&mut self, bookmark: Bookmark) -> Vec<Effect> {
        self.marks.made_here(&bookmark);
        let weigh = Some(self.reading.shared_issue());
        self.change(Change::Add { bookmark: Box::new(bookmark), weigh })
    }

    /// Changes the bookmarks on the screen, and in the world.
    pub(super) fn change(&mut self, change: Change) -> Vec<Effect> {
        let Some(undo) = change.apply(&mut self.bookmarks) else { return Vec::new() };
        // A bookmark that was kept is seen; to take it away has its own key.
        if !matches!(undo, Change::Remove(_)) {
            self.undo.push(undo);
        }
        self.follow_bookmarks();
        vec![Effect::Change(change)]
    }

    /// Undoes the last change that can be undone. What it changed may be gone: then the one before.
    pub(super) fn put_back(&mut self) -> Vec<Effect> {
        while let Some(change) = self.undo.pop() {
            if change.apply(&mut self.bookmarks).is_some() {
                self.say(match &change {
                    Change::Edit(_, Edit::Note(_)) => &words::NOTE_BACK,
                    Change::Edit(_, Edit::Tags(_)) => &words::TAGS_BACK,
                    _ => &words::BOOKMARK_BACK,
                });
                self.follow_bookmarks();
                return vec![Effect::Change(change)];
            }
        }
        self.say(&words::NOTHING_TO_UNDO);
        Vec::new()
    }

    /// Makes everything on the screen follow the bookmarks.
    pub(super) fn follow_bookmarks(&mut self) {
        self.marks.follow(&self.bookmarks, &self.reading);
        self.list_cards();
    }

    /// Goes to the bookmark's words, or says that they are gone. Never to another place in silence.
    pub(super) fn go_to_bookmark(&mut self, bookmark: &Bookmark) {
        let (article, position) = match bookmark.find(self.reading.issue()) {
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
        self.reading.go_to(position);
    }
}
