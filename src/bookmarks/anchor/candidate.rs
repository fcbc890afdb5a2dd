//! Places that have a bookmark's words, and which of them is the one.

use super::Found;
use super::index::{Index, Text};
use super::words::Words;
use crate::issue::ArticleNo;

/// A place must have so many characters of context, or all there were, to be the right one in the same article…
const CONTEXT_AT_HOME: usize = 12;

/// … and so many in another.
const CONTEXT_ABROAD: usize = 16;

/// A quote with less than this in all is looked for at home only.
const SHORT: usize = 24;

/// What the same headline is worth against characters of context.
const HOME: usize = 12;

/// What the same page is worth.
const PAGE: usize = 6;

/// By so much the best place must fit better than the next.
const MARGIN: usize = 6;

/// After so many places to look at, a bookmark is lost: its words are a row of dots, or the issue is made to be slow.
const TRIES: usize = 10_000;

/// A place where the words of a bookmark stand as they were kept.
struct Candidate {
    article: ArticleNo,
    index: usize,
    /// How well the context fits.
    fits: usize,
    /// Whether it can't be chance.
    enough: bool,
}

impl Candidate {
    /// The place `index` of `text`, which is the text of `article`, if the words stand there.
    fn at(
        index: usize,
        text: &Text<'_>,
        article: ArticleNo,
        words: &Words<'_>,
        issue: &Index<'_>,
    ) -> Option<Self> {
        let after = text.since(index).strip_prefix(words.exact())?;
        let context = alike(text.until(index).iter().rev(), words.before().iter().rev())
            + alike(after.iter(), words.after().iter());
        let all_context = words.before().len() + words.after().len();
        let home = issue.has_headline(article, &words.key().headline);
        let page = issue.has_page(article, &words.key().page);
        let enough = if home {
            context >= all_context.min(CONTEXT_AT_HOME)
        } else {
            context >= all_context.min(CONTEXT_ABROAD)
                && (words.all().len() >= SHORT || text.chars() == words.all())
        };
        let fits = context + if home { HOME } else { 0 } + if page { PAGE } else { 0 };
        Some(Self { article, index, fits, enough })
    }
}

/// How many of the first characters are the same.
fn alike<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// What is known of the places of one bookmark.
#[derive(Default)]
pub(super) struct Candidates {
    best: Option<Candidate>,
    /// How well the second best fits.
    next: Option<usize>,
    tries: usize,
}

impl Candidates {
    /// Looks at the place `index` of `text`, which is the text of `article`. No place may be looked at twice.
    pub(super) fn look(
        &mut self,
        index: usize,
        text: &Text<'_>,
        article: ArticleNo,
        words: &Words<'_>,
        issue: &Index<'_>,
    ) {
        self.tries += 1;
        if self.tries > TRIES {
            return;
        }
        let Some(new) = Candidate::at(index, text, article, words, issue) else { return };
        match &self.best {
            Some(best) if best.fits >= new.fits => self.next = self.next.max(Some(new.fits)),
            _ => self.next = self.best.replace(new).map(|best| best.fits),
        }
    }

    /// The place, if it can be told from all others.
    pub(super) fn found(&self, words: &Words<'_>, issue: &Index<'_>) -> Option<Found> {
        let best = self.best.as_ref().filter(|best| best.enough && self.tries <= TRIES)?;
        if self.next.is_some_and(|next| best.fits < next + MARGIN) {
            return None;
        }
        let article = best.article;
        let position = issue.text(article)?.position_of(best.index)?;
        let stayed = article.0 == words.key().number && position == words.position();
        Some(if stayed { Found::Here { article, position } } else { Found::Moved { article, position } })
    }
}
