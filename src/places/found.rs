//! Finds kept places in an issue that may have been parsed anew or corrected.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use super::document::Entry;
use super::place::{ArticleName, Place, size};
use crate::bookmarks::{ArticleKey, Bookmark, IssueKey, find_all};
use crate::issue::{Article, ArticleNo, Clusters, Extra, Issue, Position};

/// What was found.
pub(super) struct Found<'a> {
    issue: &'a Issue,
    pub(super) places: BTreeMap<ArticleNo, Place>,
    /// Where each article is now.
    articles: HashMap<ArticleName, ArticleNo>,
}

/// The places of these entries in `issue`, whose articles have these names.
///
/// Three steps. An article with the page and the headline, as long as it was, is the same: nothing is read. Else the
/// words at the place are looked for as those of a bookmark are. Else the article with the page and the headline has
/// its old place, or the nearest that it has.
///
/// Entries of other pages are left out: they belong to another file of the issue, and a page may repeat their words.
pub(super) fn found<'a>(issue: &'a Issue, names: &[ArticleName], entries: Vec<Entry>) -> Found<'a> {
    let articles = names.iter().cloned().zip((0..).map(ArticleNo)).collect();
    let mut found = Found { issue, places: BTreeMap::new(), articles };
    let pages: HashSet<&str> = names.iter().map(|name| name.page.as_str()).collect();
    let may_be_here = |entry: &Entry| {
        let page = entry.article.page.as_str();
        page.is_empty() || pages.contains("") || pages.contains(page)
    };
    let open: Vec<Entry> =
        entries.into_iter().filter(may_be_here).filter_map(|entry| found.same_article(entry)).collect();
    let bookmarks: Vec<Bookmark> =
        open.iter().map(|entry| bookmark(entry, found.article(&entry.article))).collect();
    for (entry, at) in open.into_iter().zip(find_all(issue, &bookmarks)) {
        match at.place() {
            Some((article, position)) => found.words(entry, article, position),
            None => found.headline_alone(&entry),
        }
    }
    found
}

impl<'a> Found<'a> {
    /// Where an article is now.
    pub(super) fn article(&self, name: &ArticleName) -> Option<ArticleNo> {
        self.articles.get(name).copied()
    }

    fn with_name(&self, name: &ArticleName) -> Option<(ArticleNo, &'a Article)> {
        let number = self.article(name)?;
        Some((number, self.issue.article(number)?.1))
    }

    /// Puts a place into an article. If there is one, the later wins.
    fn put(&mut self, article: ArticleNo, place: Place) {
        match self.places.get_mut(&article) {
            Some(other) => other.merge(&place),
            None => drop(self.places.insert(article, place)),
        }
    }

    /// The first step; gives back what it can't place.
    fn same_article(&mut self, entry: Entry) -> Option<Entry> {
        match self.with_name(&entry.article) {
            Some((same, article)) if size(article) == entry.place.size => self.put(same, entry.place),
            // The beginning of an article needs no words.
            Some((same, article)) if entry.place.position == Position::START => {
                self.put(same, entry.place.moved_to(article, Position::START));
            }
            _ => return Some(entry),
        }
        None
    }

    /// The words of a place were found. A read article that was split is read in both halves: the one with its
    /// headline and the one with its words.
    fn words(&mut self, entry: Entry, article: ArticleNo, position: Position) {
        let Some((_, of)) = self.issue.article(article) else { return };
        let place = entry.place;
        let start = place.position == Position::START;
        self.put(article, place.moved_to(of, if start { Position::START } else { position }));
        if let Some((same, of)) = self.with_name(&entry.article)
            && same != article
            && place.read
        {
            self.put(same, Place { moved: None, ..place.moved_to(of, Position::START) });
        }
        self.articles.insert(entry.article, article);
    }

    /// The third step.
    fn headline_alone(&mut self, entry: &Entry) {
        if let Some((same, of)) = self.with_name(&entry.article) {
            self.put(same, entry.place.moved_to(of, nearest(of, entry.place.position)));
        }
    }
}

/// The place as a bookmark: one that is not told from similar places, as that would mean to read the whole issue
/// whenever an article is left. A place that is wrong among like lines does no harm.
fn bookmark(entry: &Entry, same: Option<ArticleNo>) -> Bookmark {
    let article = ArticleKey {
        number: same.map_or(usize::MAX, |same| same.0),
        page: entry.article.page.clone(),
        headline: entry.article.headline.clone(),
        extra: Extra::new(),
    };
    Bookmark {
        id: String::new(),
        issue: IssueKey::default(),
        article,
        position: entry.place.position,
        quote: entry.place.quote.clone().unwrap_or_default(),
        note: None,
        tags: Vec::new(),
        made: Timestamp::UNIX_EPOCH,
        extra: Extra::new(),
    }
}

/// `position`, or the last place of its part, or the beginning.
fn nearest(article: &Article, position: Position) -> Position {
    let Some(text) = article.text(position.part) else { return Position::START };
    let last = text.graphemes(true).count().saturating_sub(1);
    Position { offset: Clusters(position.offset.0.min(last)), ..position }
}
