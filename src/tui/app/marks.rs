//! Where this issue's bookmarks are in it.

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change, Found, IssueKey, find_all};
use crate::issue::{ArticleNo, Issue, Position};

use super::Reading;

/// The bookmarks of the issue on the screen, found once whenever they or the issue change.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks {
    key: Option<IssueKey>,
    found: Vec<(String, Found)>,
}

impl Marks {
    /// Finds those of `bookmarks` that are of `issue`, which has this key.
    pub(crate) fn of(bookmarks: &[Arc<Bookmark>], issue: &Issue, key: IssueKey) -> Self {
        let here: Vec<&Bookmark> =
            bookmarks.iter().map(AsRef::as_ref).filter(|bookmark| bookmark.issue.same_issue(&key)).collect();
        let places = find_all(issue, here.iter().copied());
        let found = here.iter().zip(places).map(|(bookmark, found)| (bookmark.id.clone(), found)).collect();
        Self { key: Some(key), found }
    }

    /// The issue's key, once it is known.
    pub(super) const fn key(&self) -> Option<&IssueKey> {
        self.key.as_ref()
    }

    /// Takes over what `change` does, if it is known without a search: a bookmark that is made is where it was made.
    pub(super) fn follow(&mut self, change: &Change) {
        match change {
            Change::New(new, _) => {
                let (article, position) = (ArticleNo(new.article.number), new.position);
                self.found.push((new.id.clone(), Found::Here { article, position }));
            }
            Change::Remove(id) => self.found.retain(|(of, _)| of != id),
            Change::Add(_) | Change::Edit(..) | Change::Seen(..) => {}
        }
    }

    /// Where the words of the bookmark with this id are, if it is of this issue.
    pub(super) fn of_bookmark(&self, id: &str) -> Option<Found> {
        self.found.iter().find(|(of, _)| of == id).map(|(_, found)| *found)
    }

    /// Whether a bookmark is in `article`.
    pub(crate) fn has(&self, article: ArticleNo) -> bool {
        self.in_article(article).next().is_some()
    }

    /// The places kept in `article`.
    pub(crate) fn in_article(&self, article: ArticleNo) -> impl Iterator<Item = Position> {
        let places = self.found.iter().filter_map(|(_, found)| found.place());
        places.filter(move |(of, _)| *of == article).map(|(_, position)| position)
    }

    /// The id of the first bookmark in `article`.
    pub(super) fn first_in(&self, article: ArticleNo) -> Option<String> {
        let is_there = |found: &Found| found.place().is_some_and(|(of, _)| of == article);
        self.found.iter().find(|(_, found)| is_there(found)).map(|(id, _)| id.clone())
    }

    /// The id of a bookmark whose place is in the first line with words on the screen.
    pub(super) fn at_top_of(&self, reading: &Reading) -> Option<String> {
        self.at_line(reading, reading.first_text_line())
    }

    /// The id of a bookmark whose place is in this line of the article on the screen.
    pub(super) fn at_line(&self, reading: &Reading, line: usize) -> Option<String> {
        let is_there = |found: &Found| {
            found.place().is_some_and(|(article, position)| {
                article == reading.article() && reading.line_at(position) == Some(line)
            })
        };
        self.found.iter().find(|(_, found)| is_there(found)).map(|(id, _)| id.clone())
    }
}
