//! Places that have a bookmark's words as they were kept, and which of them is the one.

use super::index::{Index, Text};
use super::words::{TOUCH, Words};
use crate::bookmarks::quote::CONTEXT;
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

/// What it is worth that the article begins or ends where it did: as much as the context that could stand there.
const EDGE: usize = CONTEXT;

/// By so much the best place must fit better than the next, and than any other did when the bookmark was made.
pub(super) const MARGIN: usize = 6;

/// With so many places a bookmark is lost: its words are a row of dots, or the issue is made to be slow.
const CROWD: usize = 64;

/// A place where the words of a bookmark stand as they were kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) article: ArticleNo,
    pub(super) index: usize,
    /// Whether the headline is the same or much like it.
    pub(super) home: bool,
    /// How many characters stand as they were.
    pub(super) fit: usize,
    /// The fit, with what speaks for the article.
    rank: usize,
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
        let touch = alike(text.until(index).iter().rev(), words.before().iter().rev());
        let context = touch + alike(after.iter(), words.after().iter());
        let all_context = words.before().len() + words.after().len();
        let home = issue.is_home(article, words);
        let fit = words.exact().len() + context;
        let enough = if home {
            context >= all_context.min(CONTEXT_AT_HOME)
        } else {
            context >= all_context.min(CONTEXT_ABROAD)
                && (words.all().len() >= SHORT || text.chars() == words.all())
        };
        let enough = enough && touch >= words.own_before().min(TOUCH) && words.beats_rival(fit);
        let page = issue.has_page(article, words);
        let edges = words.edges_at(text, index).into_iter().filter(|edge| *edge).count();
        let rank = fit + if home { HOME } else { 0 } + if page { PAGE } else { 0 } + edges * EDGE;
        Some(Self { article, index, home, fit, rank, enough })
    }
}

/// How many of the first characters are the same.
pub(super) fn alike<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// All places of one bookmark.
#[derive(Default)]
pub(super) struct Candidates {
    places: Vec<Candidate>,
}

/// Which place has the words.
pub(super) enum Choice {
    /// None.
    Nowhere,
    /// None for sure: there may be several.
    Unclear,
    /// This one.
    Place(Candidate),
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
        if !self.crowded() {
            self.places.extend(Candidate::at(index, text, article, words, issue));
        }
    }

    /// Whether there are too many places to tell one from the others.
    pub(super) const fn crowded(&self) -> bool {
        self.places.len() >= CROWD
    }

    /// How well the words fit at the best place but this one.
    pub(super) fn best_but(&self, article: ArticleNo, index: usize) -> usize {
        let others = self.places.iter().filter(|place| (place.article, place.index) != (article, index));
        others.map(|place| place.fit).max().unwrap_or(0)
    }

    /// The place, if it can be told from all others.
    pub(super) fn choose(&self) -> Choice {
        let mut ranked: Vec<&Candidate> = self.places.iter().collect();
        ranked.sort_by_key(|place| std::cmp::Reverse(place.rank));
        let Some((&best, others)) = ranked.split_first() else { return Choice::Nowhere };
        let told = others.first().is_none_or(|next| next.rank + MARGIN <= best.rank);
        match told && !self.crowded() {
            true if best.enough => Choice::Place(*best),
            // Corrections next to the place may have left too little: the next step weighs these.
            true => Choice::Nowhere,
            false => Choice::Unclear,
        }
    }
}
