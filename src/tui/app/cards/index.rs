//! What a filter of the bookmarks looks through.

use std::sync::Arc;

use crate::bookmarks::Bookmark;
use crate::search::{Haystack, Query};
use crate::tui::words::Tongue;

/// So many bookmarks are taken in while the screen waits.
const FEW: usize = 500;

/// The texts on the bookmarks' cards, each bookmark an entry. The headings above the cards are not in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    of: Vec<Arc<Bookmark>>,
    texts: Haystack,
}

impl Index {
    /// Reads all of them: about two milliseconds for each thousand.
    pub(crate) fn of(bookmarks: Vec<Arc<Bookmark>>, tongue: Tongue) -> Self {
        Self { texts: texts(&bookmarks, tongue), of: bookmarks }
    }

    /// Whether so many bookmarks are read at once.
    pub(in crate::tui::app) const fn is_quick(bookmarks: &[Arc<Bookmark>]) -> bool {
        bookmarks.len() <= FEW
    }

    /// Takes in that these are the bookmarks now: reads what stands between the first and the last that was not there
    /// before. Returns false, and does nothing, if that is much.
    pub(super) fn follow(&mut self, bookmarks: &[Arc<Bookmark>], tongue: Tongue) -> bool {
        let same = |(one, other): &(&Arc<Bookmark>, &Arc<Bookmark>)| Arc::ptr_eq(one, other);
        let head = self.of.iter().zip(bookmarks).take_while(same).count();
        let most = self.of.len().min(bookmarks.len()) - head;
        let tail = self.of.iter().rev().zip(bookmarks.iter().rev()).take(most).take_while(same).count();
        let new = bookmarks.get(head..bookmarks.len() - tail).unwrap_or_default();
        if !Self::is_quick(new) {
            return false;
        }
        let old = head..self.of.len() - tail;
        self.texts.splice(old.clone(), &texts(new, tongue));
        self.of.splice(old, new.iter().cloned());
        true
    }

    /// The numbers of the bookmarks that have the words on their cards, in their order.
    pub(super) fn with<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = usize> + 'a {
        self.texts.with(query)
    }
}

fn texts(bookmarks: &[Arc<Bookmark>], tongue: Tongue) -> Haystack {
    let mut texts = Haystack::default();
    for bookmark in bookmarks {
        let tags = bookmark.tags.iter().fold(String::new(), |tags, tag| tags + "#" + tag + "\0");
        let page = tongue.page(&bookmark.article.page, None);
        let words = format!("{}{}", bookmark.quote.exact, bookmark.quote.after);
        let own = [bookmark.article.headline.as_str(), &words, &page];
        texts.push(own.into_iter().chain(bookmark.note.as_deref()).chain(tags.split('\0')));
    }
    texts
}
