//! The words of a bookmark, as they are compared.

use crate::bookmarks::bookmark::{ArticleKey, Bookmark};
use crate::bookmarks::fold::folded;
use crate::issue::Position;

/// The folded quote of a bookmark.
pub(super) struct Words<'a> {
    bookmark: &'a Bookmark,
    all: Vec<char>,
    place: usize,
    end: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(bookmark: &'a Bookmark) -> Self {
        let quote = &bookmark.quote;
        let mut all: Vec<char> = folded(&quote.before).collect();
        let place = all.len();
        all.extend(folded(&quote.exact));
        let end = all.len();
        all.extend(folded(&quote.after));
        Self { bookmark, all, place, end }
    }

    pub(super) fn key(&self) -> &ArticleKey {
        &self.bookmark.article
    }

    pub(super) fn position(&self) -> Position {
        self.bookmark.position
    }

    /// The words with all their context.
    pub(super) fn all(&self) -> &[char] {
        &self.all
    }

    pub(super) fn before(&self) -> &[char] {
        self.all.get(..self.place).unwrap_or_default()
    }

    pub(super) fn exact(&self) -> &[char] {
        self.all.get(self.place..self.end).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &[char] {
        self.all.get(self.end..).unwrap_or_default()
    }
}
