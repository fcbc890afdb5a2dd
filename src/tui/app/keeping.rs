//! Bookmarks: kept, taken away, put back, found again.

use crate::bookmarks::{Bookmark, Change, Found};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::{App, Overlay};

impl App {
    pub(super) fn toggle_bookmark(&mut self) {
        if let Some(id) = self.marks.at_top_of(&self.reading) {
            self.say(&words::BOOKMARK_TAKEN);
            self.remove(&id);
            return;
        }
        let Some(bookmark) = self.reading.bookmark_here(self.marks.key()) else {
            self.say(&words::NOTHING_TO_KEEP);
            return;
        };
        self.say(&words::BOOKMARK_KEPT);
        self.change_bookmarks(Change::New(Box::new(bookmark), self.reading.share_issue()));
    }

    pub(super) fn remove(&mut self, id: &str) {
        self.removed = self.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned();
        self.change_bookmarks(Change::Remove(id.to_owned()));
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
                let lost = self.look.tongue.say(&words::BOOKMARK_LOST);
                self.message = Some(format!("{lost}: {}", bookmark.quote.exact));
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
