//! Finds a bookmark's words again.
//!
//! Three steps, each for all bookmarks that the step before left open:
//!
//! 1. **The kept place**: the article with the same number and headline has the whole quote at the kept position.
//! 2. **The words**: one pass over the issue finds every place where the quote's words stand as kept. A place counts
//!    if enough context stands there too; of several, one must fit clearly better than all others.
//! 3. **The corrected words**: in an article with the same headline, a place where the quote stands with few changes.
//!
//! Repeated lines are what leads astray: if one is struck out, the other has the same words. So a bookmark remembers
//! [how much of it](super::Quote::rival) stood at the most similar other place when it was made; steps 2 and 3 believe
//! a place only if it fits better than that.
//!
//! All three compare [folded](crate::issue::fold) text, so that white space, the ends of paragraphs, the width of
//! punctuation and the script (發 or 发) play no part. **Invariant**: when the words have gone, or two places claim them, the answer is
//! [`Found::Lost`]; a place is named only if it can be told from all others. `tests.rs` follows every character of an
//! issue through random edits to show it.
//!
//! Limits: an edit that prints the kept words with their context a second time and strikes out the first print can't
//! be told from one that moved them. Words that end up in another order, as when a better parse puts a kicker after
//! the headline, are lost if the quote spans the seam.

mod align;
mod candidate;
mod corrected;
mod index;
mod scan;
mod words;

use candidate::{Candidates, Choice};
use corrected::{NEAR, Places, REACH, corrected_words};
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
    let open: Vec<&Words<'_>> =
        words.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(words, _)| words).collect();
    if !open.is_empty() {
        for (found, answer) in found.iter_mut().filter(|found| found.is_none()).zip(elsewhere(&open, &index))
        {
            *found = Some(answer);
        }
    }
    found.into_iter().map(|found| found.unwrap_or(Found::Lost)).collect()
}

/// How well the words of `bookmark`, which was just made in `issue`, fit at the best other place there.
pub(super) fn rival(issue: &Issue, bookmark: &Bookmark) -> usize {
    let index = Index::of(issue);
    let words = Words::of(bookmark);
    let article = ArticleNo(words.key().number);
    let own = index.text(article).and_then(|text| text.index_of(words.position())).unwrap_or(0);
    let same = same_words(&[&words], &index).pop().unwrap_or_default();
    let like = corrected_words(&[&words], &index).pop().unwrap_or_default();
    if same.crowded() || like.crowded() {
        return words.all().len();
    }
    same.best_but(article, own).max(like.best_but(article, own, REACH))
}

/// The first step.
fn kept_place(words: &Words<'_>, index: &Index<'_>) -> Option<Found> {
    let article = ArticleNo(words.key().number);
    let text = index.text(article)?;
    let at = text.index_of(words.position())?;
    let whole = text.since(at.checked_sub(words.before().len())?);
    (index.has_headline(article, words)
        && whole.starts_with(words.all())
        && words.edges_at(text, at) == words.edges())
    .then(|| named(article, at, words, index))?
}

/// The second step and the third.
fn elsewhere(open: &[&Words<'_>], index: &Index<'_>) -> Vec<Found> {
    let choices: Vec<Choice> = same_words(open, index).iter().map(Candidates::choose).collect();
    // Words in another article are believed only if they don't stand in their own with corrections.
    let doubted = |choice: &Choice| match choice {
        Choice::Nowhere => true,
        Choice::Unclear => false,
        Choice::Place(place) => !place.home,
    };
    let doubtful: Vec<&Words<'_>> =
        open.iter().zip(&choices).filter(|(_, choice)| doubted(choice)).map(|(words, _)| *words).collect();
    let mut corrected = corrected_words(&doubtful, index).into_iter();
    let mut found = Vec::with_capacity(open.len());
    for (words, choice) in open.iter().zip(&choices) {
        let corrected =
            if doubted(choice) { corrected.next().unwrap_or_default() } else { Places::default() };
        let place = match choice {
            Choice::Nowhere => corrected.choose(words, index),
            Choice::Unclear => None,
            Choice::Place(place) => {
                let believed = corrected.best_but(place.article, place.index, NEAR) * 2 < words.all().len();
                believed.then_some((place.article, place.index))
            }
        };
        found.push(place.and_then(|(article, at)| named(article, at, words, index)).unwrap_or(Found::Lost));
    }
    found
}

/// The answer for the character at `at` of an article.
fn named(article: ArticleNo, at: usize, words: &Words<'_>, index: &Index<'_>) -> Option<Found> {
    let text = index.text(article)?;
    let position = text.position_of(at)?;
    let stayed = article.0 == words.key().number && position == words.position();
    Some(if stayed && text.since(at).starts_with(words.exact()) {
        Found::Here { article, position }
    } else {
        Found::Moved { article, position }
    })
}

/// The places where each of these words stand as they were kept.
fn same_words(open: &[&Words<'_>], index: &Index<'_>) -> Vec<Candidates> {
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
    candidates
}

#[cfg(test)]
mod tests;
