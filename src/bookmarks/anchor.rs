//! Finds a bookmark's words again.
//!
//! Three steps, each for all bookmarks that the step before left open:
//!
//! 1. **The kept place**: the article with the same number and headline has the whole quote at the kept position.
//! 2. **The words**: one pass over the issue finds every place where the quote's words stand as kept. A place counts
//!    if enough context stands there too; of several, one must fit clearly better than all others.
//! 3. **The corrected words**: in an article with the same headline, a place where the quote stands with few changes.
//!
//! All three compare [folded](super::fold) text, so that white space, the ends of paragraphs and the width of
//! punctuation play no part. **Invariant**: when the words have gone, or two places claim them, the answer is
//! [`Found::Lost`]; a place is named only if it can be told from all others.

mod candidate;
mod index;
mod scan;
mod words;

use candidate::Candidates;
use index::Index;
use scan::{SEED, Seeds};
use words::Words;

use super::bookmark::Bookmark;
use crate::issue::{ArticleNo, Issue, Position};

/// Where a bookmark's words stand now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Where they were.
    Here {
        /// The article.
        article: ArticleNo,
        /// The place in it.
        position: Position,
    },
    /// Elsewhere, or at the old place with corrections: a reader should be told.
    Moved {
        /// The article.
        article: ArticleNo,
        /// The place in it.
        position: Position,
    },
    /// Nowhere, or in several places with nothing to tell which.
    Lost,
}

impl Found {
    /// The place, if there is one.
    #[must_use]
    pub const fn place(self) -> Option<(ArticleNo, Position)> {
        match self {
            Self::Here { article, position } | Self::Moved { article, position } => Some((article, position)),
            Self::Lost => None,
        }
    }
}

/// Where each of `bookmarks` stands in `issue`, in their order. Pure.
///
/// The bookmarks should be those of this issue: see [`IssueKey::same_issue`](super::IssueKey::same_issue). One that
/// is where it was costs a look at its article. If any is not, the issue is read once for all of them: a few
/// milliseconds for each megabyte.
#[must_use]
pub fn find_all<'a>(issue: &Issue, bookmarks: impl IntoIterator<Item = &'a Bookmark>) -> Vec<Found> {
    let index = Index::of(issue);
    let words: Vec<Words<'_>> = bookmarks.into_iter().map(Words::of).collect();
    let mut found: Vec<Option<Found>> = words.iter().map(|words| kept_place(words, &index)).collect();
    let open = open(&words, &found);
    if !open.is_empty() {
        for (found, place) in open_places(&mut found).zip(same_words(&open, &index)) {
            *found = place;
        }
    }
    found.into_iter().map(|found| found.unwrap_or(Found::Lost)).collect()
}

/// The words whose place is open.
fn open<'a, 'b>(words: &'a [Words<'b>], found: &[Option<Found>]) -> Vec<&'a Words<'b>> {
    words.iter().zip(found).filter(|(_, found)| found.is_none()).map(|(words, _)| words).collect()
}

/// The open places, in the order of [`open`].
fn open_places(found: &mut [Option<Found>]) -> impl Iterator<Item = &mut Option<Found>> {
    found.iter_mut().filter(|found| found.is_none())
}

/// The first step.
fn kept_place(words: &Words<'_>, index: &Index<'_>) -> Option<Found> {
    let article = ArticleNo(words.key().number);
    let text = index.text(article)?;
    let position = words.position();
    let at = text.index_of(position)?;
    let whole = text.since(at.checked_sub(words.before().len())?);
    (index.has_headline(article, &words.key().headline) && whole.starts_with(words.all()))
        .then_some(Found::Here { article, position })
}

/// The second step: the places of all these words.
fn same_words(open: &[&Words<'_>], index: &Index<'_>) -> Vec<Option<Found>> {
    let mut seeds = Seeds::new();
    for (nth, words) in open.iter().enumerate() {
        // Where the article ended soon after the place, the seed begins before it.
        let start = words.before().len().min(words.all().len().saturating_sub(SEED));
        let seed = words.all().get(start..).unwrap_or_default();
        seeds.add(seed, (nth, words.before().len() - start));
    }
    let mut candidates: Vec<Candidates> = open.iter().map(|_| Candidates::default()).collect();
    for (article, text) in index.texts() {
        seeds.scan(text.chars(), |at, &(nth, ahead)| {
            if let (Some(candidates), Some(words)) = (candidates.get_mut(nth), open.get(nth)) {
                candidates.look(at + ahead, text, article, words, index);
            }
        });
    }
    candidates.iter().zip(open).map(|(candidates, words)| candidates.found(words, index)).collect()
}
