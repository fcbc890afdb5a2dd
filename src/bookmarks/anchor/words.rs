//! The words of a bookmark, as they are compared.

use super::candidate::{MARGIN, alike};
use super::index::Text;
use crate::bookmarks::bookmark::{ArticleKey, Bookmark};
use crate::bookmarks::quote::CONTEXT;
use crate::issue::Position;
use crate::issue::fold::compared;

/// So many characters next to the place must stand there, in the place's own part of the article.
///
/// Without them the place may be the full stop of any paragraph: the words that stand are the next paragraph's.
pub(super) const TOUCH: usize = 4;

/// The folded quote of a bookmark.
pub(super) struct Words<'a> {
    bookmark: &'a Bookmark,
    headline: Vec<char>,
    all: Vec<char>,
    place: usize,
    end: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(bookmark: &'a Bookmark) -> Self {
        let quote = &bookmark.quote;
        let mut all: Vec<char> = compared(&quote.before).collect();
        let place = all.len();
        all.extend(compared(&quote.exact));
        let end = all.len();
        all.extend(compared(&quote.after));
        Self { bookmark, headline: compared(&bookmark.article.headline).collect(), all, place, end }
    }

    pub(super) fn key(&self) -> &ArticleKey {
        &self.bookmark.article
    }

    /// The article's headline, folded.
    pub(super) fn headline(&self) -> &[char] {
        &self.headline
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

    /// How many of the characters before the place are in its own part of the article.
    pub(super) fn own_before(&self) -> usize {
        let before = &self.bookmark.quote.before;
        compared(before.rsplit('\n').next().unwrap_or_default()).count()
    }

    /// How many of the characters from the place on are in its own part.
    fn own_after(&self) -> usize {
        let quote = &self.bookmark.quote;
        match quote.exact.split_once('\n') {
            Some((own, _)) => compared(own).count(),
            None => self.exact().len() + compared(quote.after.split('\n').next().unwrap_or_default()).count(),
        }
    }

    /// Whether the text next to a place of corrected words is as it was, in the place's own part: behind it or in front.
    pub(super) fn touch(&self, text: &Text<'_>, index: usize) -> bool {
        let before = alike(text.until(index).iter().rev(), self.before().iter().rev());
        let after = alike(text.since(index).iter(), self.since_place().iter());
        before.min(self.own_before()) >= TOUCH || after.min(self.own_after()) >= TOUCH
    }

    /// Whether the article began where the quote begins, and ended where it ends.
    pub(super) fn edges(&self) -> [bool; 2] {
        [self.before().len() < CONTEXT, self.after().len() < CONTEXT]
    }

    /// Which of these edges `text` has if the place is at `index`.
    pub(super) fn edges_at(&self, text: &Text<'_>, index: usize) -> [bool; 2] {
        let [begins, ends] = self.edges();
        let length = text.chars().len();
        [begins && index == self.before().len(), ends && index + self.since_place().len() == length]
    }

    /// Whether words that fit so well can't be those which were like them when the bookmark was made.
    pub(super) fn beats_rival(&self, fit: usize) -> bool {
        self.bookmark.quote.rival == 0 || fit >= self.bookmark.quote.rival.saturating_add(MARGIN)
    }

    pub(super) fn exact(&self) -> &[char] {
        self.all.get(self.place..self.end).unwrap_or_default()
    }

    /// The words from the place on.
    pub(super) fn since_place(&self) -> &[char] {
        self.all.get(self.place..).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &[char] {
        self.all.get(self.end..).unwrap_or_default()
    }
}
