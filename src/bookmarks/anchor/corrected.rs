//! Places where a bookmark's words stand with a few corrections.

use std::collections::BTreeMap;

use super::align::{self, Fit};
use super::candidate::alike;
use super::index::{Index, Text};
use super::scan::{SEED, Seeds};
use super::words::Words;
use crate::issue::ArticleNo;

/// How far corrections may have moved a place from where one of its seeds points.
const DRIFT: usize = 24;

/// How far the text is compared on each side of such a place: all words with some that are new.
pub(super) const REACH: usize = 80;

/// Places so near each other are one place, more or less well met.
pub(super) const NEAR: usize = 12;

/// By so much a place must fit better than any other that is not near.
const MARGIN: usize = 16;

/// After so many places to look at, a bookmark is lost.
const TRIES: usize = 256;

/// For each of these words, where they stand with corrections in an article with their headline.
pub(super) fn corrected_words(open: &[&Words<'_>], issue: &Index<'_>) -> Vec<Places> {
    let mut seeds = Seeds::new();
    for (nth, words) in open.iter().enumerate() {
        for (n, seed) in words.all().chunks_exact(SEED).enumerate() {
            seeds.add(seed, (nth, n * SEED));
        }
    }
    let mut places: Vec<Places> = open.iter().map(|_| Places::default()).collect();
    for (article, text) in issue.texts() {
        let mut pointed: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        seeds.scan(text.chars(), |at, &(nth, seed)| {
            let before = open.get(nth).map_or(0, |words| words.before().len());
            pointed.entry(nth).or_default().extend((at + before).checked_sub(seed));
        });
        for (nth, pointed) in pointed {
            if let (Some(places), Some(words)) = (places.get_mut(nth), open.get(nth))
                && issue.is_home(article, words)
            {
                places.look(pointed, article, text, words);
            }
        }
    }
    places
}

/// A place of one bookmark, and how well its words fit there.
#[derive(Clone, Copy)]
struct Place {
    article: ArticleNo,
    index: usize,
    fit: Fit,
}

/// All places of one bookmark.
#[derive(Default)]
pub(super) struct Places {
    places: Vec<Place>,
    tries: usize,
}

impl Places {
    /// Looks near the indices that seeds point at.
    fn look(&mut self, mut pointed: Vec<usize>, article: ArticleNo, text: &Text<'_>, words: &Words<'_>) {
        self.tries += pointed.len();
        if self.tries > TRIES {
            return;
        }
        pointed.sort_unstable();
        for near in pointed.chunk_by(|one, next| next - one <= 2 * DRIFT) {
            let (Some(first), Some(last)) = (near.first(), near.last()) else { continue };
            let from = first.saturating_sub(DRIFT);
            let to = last.saturating_add(DRIFT).min(text.chars().len());
            let start = from.saturating_sub(REACH);
            let end = to.saturating_add(REACH).min(text.chars().len());
            let window = text.until(end).get(start..).unwrap_or_default();
            let fits = align::fits(window, words.before(), words.since_place());
            let all = (start..).zip(fits).filter(|(index, _)| (from..=to).contains(index));
            self.places.extend(all.map(|(index, fit)| Place { article, index, fit }));
        }
    }

    /// Whether there are too many places to tell one from the others.
    pub(super) const fn crowded(&self) -> bool {
        self.tries > TRIES
    }

    /// How well the words fit at the best place that is further than `near` from this one.
    pub(super) fn best_but(&self, article: ArticleNo, index: usize, near: usize) -> usize {
        let near = |other: &Place| other.article == article && other.index.abs_diff(index) <= near;
        let others = self.places.iter().filter(|other| !near(other));
        others.map(|other| usize::from(other.fit.all())).max().unwrap_or(0)
    }

    /// The place, if it can be told from all others.
    pub(super) fn choose(&self, words: &Words<'_>, issue: &Index<'_>) -> Option<(ArticleNo, usize)> {
        let best = self.places.iter().map(|place| place.fit.all()).max()?;
        // Words that are new at the very place fit in front of it or behind: it is where the kept ones go on.
        let run = |place: &Place| {
            issue
                .text(place.article)
                .map_or(0, |text| alike(text.since(place.index).iter(), words.since_place().iter()))
        };
        let best: Vec<(usize, &Place)> = self
            .places
            .iter()
            .filter(|place| place.fit.all() == best)
            .map(|place| (run(place), place))
            .collect();
        let &(run, &Place { article, index, fit }) = best.iter().max_by_key(|(run, _)| *run)?;
        let tie = best.iter().filter(|(other, _)| *other == run).count() > 1;
        let all = usize::from(fit.all());
        let told = !tie && !self.crowded() && self.best_but(article, index, NEAR) + MARGIN <= all;
        let text = issue.text(article)?;
        let enough = all * 4 >= words.all().len() * 3
            && usize::from(fit.before) * 2 >= words.before().len()
            && usize::from(fit.after) * 2 >= words.since_place().len()
            && words.touch(text, index)
            && words.beats_rival(all)
            && same_figures(words.exact(), text.since(index));
        (told && enough).then_some((article, index))
    }
}

/// Whether the figures and Latin letters of `exact` stand in the same order near the beginning of `text`: a table has
/// many lines that differ in nothing else.
fn same_figures(exact: &[char], text: &[char]) -> bool {
    let figures =
        |chars: &[char]| chars.iter().copied().filter(char::is_ascii_alphanumeric).collect::<Vec<char>>();
    let near = text.get(..exact.len() + SEED).unwrap_or(text);
    figures(near).starts_with(&figures(exact))
}
