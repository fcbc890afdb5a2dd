//! Where this issue's bookmarks are in it.

use std::collections::BTreeSet;

use crate::bookmarks::{Bookmark, IssueKey, find_all};
use crate::issue::{ArticleNo, Position};

use super::Reading;

/// The bookmarks of the issue on the screen, found once whenever they or the issue change.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    found: Vec<(ArticleNo, Position, String)>,
    articles: BTreeSet<ArticleNo>,
}

impl Marks {
    pub(super) fn of(bookmarks: &[Bookmark], reading: &Reading) -> Self {
        let key = IssueKey::of(reading.issue(), reading.source());
        let here: Vec<&Bookmark> =
            bookmarks.iter().filter(|bookmark| bookmark.issue.same_issue(&key)).collect();
        let places = find_all(reading.issue(), here.iter().copied());
        let found: Vec<_> = here
            .iter()
            .zip(places)
            .filter_map(|(bookmark, found)| {
                found.place().map(|(at, position)| (at, position, bookmark.id.clone()))
            })
            .collect();
        let articles = found.iter().map(|(article, ..)| *article).collect();
        Self { found, articles }
    }

    /// Whether `bookmark` is of the issue on the screen.
    pub(super) fn is_of_this_issue(&self, bookmark: &Bookmark, reading: &Reading) -> bool {
        self.found.iter().any(|(.., id)| *id == bookmark.id)
            || bookmark.issue.same_issue(&IssueKey::of(reading.issue(), reading.source()))
    }

    /// Whether a bookmark is in `article`.
    pub(crate) fn has(&self, article: ArticleNo) -> bool {
        self.articles.contains(&article)
    }

    /// The places kept in `article`.
    pub(crate) fn in_article(&self, article: ArticleNo) -> impl Iterator<Item = Position> {
        self.found.iter().filter(move |(of, ..)| *of == article).map(|(_, position, _)| *position)
    }

    /// The id of a bookmark whose place is in the first line with words on the screen.
    pub(super) fn at_top_of(&self, reading: &Reading) -> Option<String> {
        let top = reading.first_text_line();
        self.found
            .iter()
            .find(|(article, position, _)| {
                *article == reading.article() && reading.set().line_at(*position) == top
            })
            .map(|(.., id)| id.clone())
    }
}
