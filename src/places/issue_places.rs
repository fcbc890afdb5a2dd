//! The places in one issue.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::document::{Document, Entry, Last};
use super::found;
use super::place::{ArticleName, Place};
use crate::issue::{ArticleNo, Extra, Issue, Position};

/// Where the reader left the articles of one issue, and which were read.
///
/// The numbers are those of the issue that it was made for: whoever parses an issue anew takes the places along with
/// [`IssuePlaces::onto`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IssuePlaces {
    /// Shared by all copies: they are as much as the headlines of the issue.
    names: Arc<[ArticleName]>,
    places: BTreeMap<ArticleNo, Place>,
    /// The article that was left last, and when.
    last: Option<(ArticleNo, Timestamp)>,
}

impl IssuePlaces {
    /// No places yet in `issue`.
    #[must_use]
    pub fn new(issue: &Issue) -> Self {
        Self { names: ArticleName::all(issue).into(), places: BTreeMap::new(), last: None }
    }

    /// The kept places, found in `issue`.
    pub(super) fn of(issue: &Issue, kept: &Document) -> Self {
        Self::found(issue, kept.entries().collect(), kept.last())
    }

    /// The same places in another parse of the issue, or in its corrected text.
    ///
    /// An article is found by its page and headline; one that was changed by the words at the place; one that has no
    /// words by its number on the page among those without. Places in articles that are gone are left out; they stay
    /// in the file.
    #[must_use]
    pub fn onto(&self, issue: &Issue) -> Self {
        Self::found(issue, self.entries().collect(), self.last_left())
    }

    fn found(issue: &Issue, entries: Vec<Entry>, last: Option<Last>) -> Self {
        let names = ArticleName::all(issue);
        let found = found::found(issue, &names, entries);
        let last = last.and_then(|last| Some((found.article(&last.article)?, last.left)));
        let places = found.places;
        Self { names: names.into(), places, last }
    }

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The article that the reader left last.
    #[must_use]
    pub fn last(&self) -> Option<ArticleNo> {
        let latest = || {
            let left = self.places.iter().filter_map(|(article, place)| Some((place.moved?, *article)));
            left.max().map(|(_, article)| article)
        };
        // It may be on a page that is in another file.
        self.last.map(|(article, _)| article).or_else(latest)
    }

    /// Where the reader left an article; `None` if it was never left.
    #[must_use]
    pub fn position(&self, article: ArticleNo) -> Option<Position> {
        self.places.get(&article).filter(|place| place.moved.is_some()).map(|place| place.position)
    }

    /// Whether an article was read.
    #[must_use]
    pub fn is_read(&self, article: ArticleNo) -> bool {
        self.places.get(&article).is_some_and(|place| place.read)
    }

    /// All that is known, in reading order: the article, where the reader left it, if they ever did, and whether it was
    /// read.
    pub fn all(&self) -> impl Iterator<Item = (ArticleNo, Option<Position>, bool)> + '_ {
        self.places.iter().map(|(article, place)| (*article, place.moved.map(|_| place.position), place.read))
    }

    /// How many articles were read.
    #[must_use]
    pub fn read_count(&self) -> usize {
        self.places.values().filter(|place| place.read).count()
    }

    /// Remembers that the reader left `article` at `position`. `issue` is the one these places are for; an article
    /// that it doesn't have is nothing to remember.
    pub fn leave(&mut self, issue: &Issue, article: ArticleNo, position: Position, now: Timestamp) {
        let Some((_, of)) = issue.article(article) else { return };
        let place = match self.places.get(&article) {
            Some(place) => place.moved_to(of, position),
            None => Place::at(of, position),
        };
        self.places.insert(article, Place { moved: Some(now), ..place });
        self.last = Some((article, now));
    }

    /// Marks an article as read or unread. As [`IssuePlaces::leave`], for `issue`.
    pub fn mark(&mut self, issue: &Issue, article: ArticleNo, read: bool, now: Timestamp) {
        let Some((_, of)) = issue.article(article) else { return };
        let place = self.places.entry(article).or_insert_with(|| Place::at(of, Position::START));
        place.read = read;
        place.marked = Some(now);
    }

    /// The places, by the names of their articles.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.places.iter().filter_map(|(article, place)| {
            Some(Entry { article: self.names.get(article.0)?.clone(), place: place.clone() })
        })
    }

    pub(super) fn last_left(&self) -> Option<Last> {
        let (article, left) = self.last?;
        Some(Last { article: self.names.get(article.0)?.clone(), left, extra: Extra::new() })
    }
}
