//! Where this issue's bookmarks are in it.

use std::collections::{BTreeSet, HashMap};

use crate::bookmarks::{Bookmark, IssueKey, find_all};
use crate::issue::{ArticleNo, Position};

use super::Reading;

/// A place in an article of the issue.
type Place = (ArticleNo, Position);

/// The bookmarks of the issue on the screen. What a bookmark is never changes but for its note and its tags, so each is
/// looked for once: reading a large issue again for every change would be felt.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    key: Option<IssueKey>,
    /// What is known of bookmarks by their ids.
    known: HashMap<String, Standing>,
    found: Vec<(Place, String)>,
    articles: BTreeSet<ArticleNo>,
}

/// How a bookmark stands to the issue on the screen.
#[derive(Debug, Clone, Copy)]
enum Standing {
    /// It is another issue's.
    Elsewhere,
    /// It is this one's, and its words stand there, if anywhere.
    Here(Option<Place>),
}

impl Marks {
    /// The marks of an issue that was just opened.
    pub(super) fn of(bookmarks: &[Bookmark], reading: &Reading) -> Self {
        let mut marks = Self::default();
        marks.follow(bookmarks, reading);
        marks
    }

    /// The key of the issue on the screen.
    pub(super) fn key(&mut self, reading: &Reading) -> &IssueKey {
        self.key.get_or_insert_with(|| IssueKey::of(reading.issue(), reading.source()))
    }

    /// A bookmark was made in the issue on the screen just now: it stands where it was made.
    pub(super) fn made_here(&mut self, bookmark: &Bookmark) {
        let place = (ArticleNo(bookmark.article.number), bookmark.position);
        self.known.insert(bookmark.id.clone(), Standing::Here(Some(place)));
    }

    /// These are the bookmarks now; the issue is the same.
    pub(super) fn follow(&mut self, bookmarks: &[Bookmark], reading: &Reading) {
        let new: Vec<&Bookmark> =
            bookmarks.iter().filter(|bookmark| !self.known.contains_key(&bookmark.id)).collect();
        if !new.is_empty() {
            let key = self.key(reading);
            let (here, elsewhere): (Vec<&Bookmark>, _) =
                new.into_iter().partition(|bookmark| bookmark.issue.same_issue(key));
            let places = find_all(reading.issue(), here.iter().copied());
            let here =
                here.iter().zip(places).map(|(bookmark, found)| (*bookmark, Standing::Here(found.place())));
            let elsewhere = elsewhere.into_iter().map(|bookmark| (bookmark, Standing::Elsewhere));
            self.known
                .extend(here.chain(elsewhere).map(|(bookmark, standing)| (bookmark.id.clone(), standing)));
        }
        let found = bookmarks.iter().filter_map(|bookmark| match self.known.get(&bookmark.id) {
            Some(Standing::Here(Some(place))) => Some((*place, bookmark.id.clone())),
            _ => None,
        });
        self.found = found.collect();
        self.articles = self.found.iter().map(|((article, _), _)| *article).collect();
    }

    /// Whether `bookmark` is of the issue on the screen.
    pub(super) fn is_of_this_issue(&self, bookmark: &Bookmark) -> bool {
        matches!(self.known.get(&bookmark.id), Some(Standing::Here(_)))
    }

    /// Whether `bookmark` is of the issue on the screen, and its words are not in it.
    pub(super) fn is_lost(&self, bookmark: &Bookmark) -> bool {
        matches!(self.known.get(&bookmark.id), Some(Standing::Here(None)))
    }

    /// Whether a bookmark is in `article`.
    pub(crate) fn has(&self, article: ArticleNo) -> bool {
        self.articles.contains(&article)
    }

    /// The places kept in `article`.
    pub(crate) fn in_article(&self, article: ArticleNo) -> impl Iterator<Item = Position> {
        self.found.iter().filter(move |((of, _), _)| *of == article).map(|((_, position), _)| *position)
    }

    /// The id of a bookmark whose place is in the first line with words on the screen.
    pub(super) fn at_top_of(&self, reading: &Reading) -> Option<String> {
        let top = reading.first_text_line();
        self.found
            .iter()
            .find(|((article, position), _)| {
                *article == reading.article() && reading.set().line_at(*position) == top
            })
            .map(|(_, id)| id.clone())
    }
}
