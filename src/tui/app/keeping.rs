//! Bookmarks: kept, taken away, put back, found again.

use crate::bookmarks::{Bookmark, Found};
use crate::tui::action::Effect;
use crate::tui::layout::Focus;
use crate::tui::words;

use super::{App, Overlay};

impl App {
    pub(super) fn toggle_bookmark(&mut self) -> Vec<Effect> {
        if let Some(id) = self.marks.at_top_of(&self.reading) {
            self.say(&words::BOOKMARK_TAKEN);
            return self.remove(&id);
        }
        let Some(bookmark) = self.reading.bookmark_here() else {
            self.say(&words::NOTHING_TO_KEEP);
            return Vec::new();
        };
        self.say(&words::BOOKMARK_KEPT);
        vec![Effect::Add(Box::new(bookmark))]
    }

    pub(super) fn remove(&mut self, id: &str) -> Vec<Effect> {
        self.removed = self.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned();
        vec![Effect::Remove(id.to_owned())]
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
