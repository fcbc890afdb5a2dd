//! The words at a place, with what stands before and after: the text quote selector of the W3C's Web Annotations.

use std::iter;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::issue::fold::folded;
use crate::issue::{Article, Clusters, Extra, Part, Position};

/// How many clusters are kept from the place on. White space is kept where it stands, and not counted.
const EXACT: usize = 24;

/// How many clusters are kept before these and after.
pub(crate) const CONTEXT: usize = 32;

/// Words of an article, as printed. A new line stands where one of the article's parts ends and the next begins: the
/// words run on from a headline into the body and from paragraph to paragraph, so that a short line has context too.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Up to 32 clusters before the place; fewer where the article begins.
    #[serde(default)]
    pub before: String,
    /// 24 clusters from the place on; fewer where the article ends, never none.
    pub exact: String,
    /// Up to 32 clusters after these.
    #[serde(default)]
    pub after: String,
    /// How many of these characters, white space aside, stood in order at the most similar other place of the issue
    /// when the quote was taken. The words are found again only where more of them stand, or each a repeated line,
    /// of which one was struck out, would be taken for the other.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rival: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Quote {
    /// The quote at `position` in `article`, and the place where its first cluster stands: the first one at or after
    /// `position` that is not white space. `position` may be in a part that is not there, or past the end of one; past
    /// the end of the article it means the last cluster. `None` if the article has nothing but white space.
    ///
    /// It is not told from similar words of the issue: its [`rival`](Self::rival) is 0.
    #[must_use]
    pub fn at(article: &Article, position: Position) -> Option<(Position, Self)> {
        let parts: Vec<(Part, &str)> = article.parts().collect();
        let from = parts.partition_point(|(part, _)| *part < position.part);
        let skip = match parts.get(from) {
            Some((part, _)) if *part == position.part => position.offset.0,
            _ => 0,
        };
        let place = first(&parts, from, skip).or_else(|| last(&parts))?;
        let mut ahead = place.ahead(&parts);
        let exact: String = take(&mut ahead, EXACT).concat();
        let after: String = take(&mut ahead, CONTEXT).concat();
        let mut before = take(&mut place.behind(&parts), CONTEXT);
        before.reverse();
        let quote = Self {
            before: before.concat(),
            exact: exact.trim_end().to_owned(),
            after: after.trim_end().to_owned(),
            rival: 0,
            extra: Extra::new(),
        };
        Some((Position { part: place.part, offset: Clusters(place.cluster) }, quote))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// A cluster that is not white space.
struct Place {
    part: Part,
    /// The part's place among the parts.
    nth: usize,
    cluster: usize,
    byte: usize,
}

impl Place {
    /// The clusters from here to the article's end.
    fn ahead<'a>(&self, parts: &'a [(Part, &'a str)]) -> impl Iterator<Item = &'a str> {
        let (nth, byte) = (self.nth, self.byte);
        parts.iter().enumerate().skip(nth).flat_map(move |(n, &(_, text))| {
            let text = if n == nth { text.get(byte..).unwrap_or_default() } else { text };
            (n > nth).then_some("\n").into_iter().chain(text.graphemes(true))
        })
    }

    /// The clusters from here back to the article's beginning.
    fn behind<'a>(&self, parts: &'a [(Part, &'a str)]) -> impl Iterator<Item = &'a str> {
        let (nth, byte) = (self.nth, self.byte);
        parts.iter().enumerate().take(nth.saturating_add(1)).rev().flat_map(move |(n, &(_, text))| {
            let text = if n == nth { text.get(..byte).unwrap_or_default() } else { text };
            (n < nth).then_some("\n").into_iter().chain(text.graphemes(true).rev())
        })
    }
}

/// The first place at or after the `skip`th cluster of the part `from`.
fn first(parts: &[(Part, &str)], from: usize, skip: usize) -> Option<Place> {
    let skips = iter::once(skip).chain(iter::repeat(0));
    parts.iter().enumerate().skip(from).zip(skips).find_map(|((nth, &(part, text)), skip)| {
        let mut clusters = text.grapheme_indices(true).enumerate().skip(skip);
        let (cluster, (byte, _)) = clusters.find(|(_, (_, cluster))| counts(cluster))?;
        Some(Place { part, nth, cluster, byte })
    })
}

/// The last place of all.
fn last(parts: &[(Part, &str)]) -> Option<Place> {
    parts.iter().enumerate().rev().find_map(|(nth, &(part, text))| {
        let clusters = text.grapheme_indices(true).enumerate();
        let (cluster, (byte, _)) = clusters.filter(|(_, (_, cluster))| counts(cluster)).last()?;
        Some(Place { part, nth, cluster, byte })
    })
}

/// `count` clusters that are not white space, with the white space before and between them.
fn take<'a>(clusters: &mut impl Iterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let mut taken = Vec::with_capacity(count);
    let mut left = count;
    while left > 0
        && let Some(cluster) = clusters.next()
    {
        taken.push(cluster);
        left -= usize::from(counts(cluster));
    }
    taken
}

/// Whether a cluster counts when words are compared.
fn counts(cluster: &str) -> bool {
    folded(cluster).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::{Block, BlockKind};

    fn article() -> Article {
        let block =
            |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned(), extra: Extra::new() };
        Article {
            headline: vec!["活字印刷的由来".to_owned()],
            body: vec![block("　　北宋庆历年间，毕昇用胶泥刻字。"), block(""), block("一字一印，火烧令坚。")],
            ..Article::default()
        }
    }

    #[test]
    fn words_run_on_over_parts() {
        let (position, quote) = Quote::at(&article(), Position::new(Part::Block(2), 2)).unwrap();
        assert_eq!(position, Position::new(Part::Block(2), 2));
        assert_eq!(quote.exact, "一印，火烧令坚。");
        assert_eq!(quote.before, "活字印刷的由来\n　　北宋庆历年间，毕昇用胶泥刻字。\n\n一字");
        assert_eq!(quote.after, "");
    }

    #[test]
    fn a_place_is_where_words_stand() {
        let cases = [
            (Position::START, Position::new(Part::Headline(0), 0)),
            (Position::new(Part::Deck(3), 9), Position::new(Part::Block(0), 2)),
            (Position::new(Part::Block(0), 1), Position::new(Part::Block(0), 2)),
            (Position::new(Part::Block(0), 99), Position::new(Part::Block(2), 0)),
            (Position::new(Part::Block(1), 0), Position::new(Part::Block(2), 0)),
            (Position::new(Part::Block(9), 0), Position::new(Part::Block(2), 9)),
        ];
        for (asked, stands) in cases {
            let (position, quote) = Quote::at(&article(), asked).unwrap();
            assert_eq!(position, stands, "{asked:?}");
            assert!(!quote.exact.trim().is_empty());
        }
    }

    #[test]
    fn white_space_has_no_place() {
        let blank = Article { byline: Some(" \n　".into()), ..Article::default() };
        assert_eq!(Quote::at(&blank, Position::START), None);
        assert_eq!(Quote::at(&Article::default(), Position::START), None);
    }

    #[test]
    fn the_lengths_are_in_clusters() {
        let text = "が".repeat(50) + &"e\u{301}".repeat(50);
        let article = Article { byline: Some(text.into()), ..Article::default() };
        let (_, quote) = Quote::at(&article, Position::new(Part::Byline, 40)).unwrap();
        let lengths = [&quote.before, &quote.exact, &quote.after].map(|text| text.graphemes(true).count());
        assert_eq!(lengths, [32, 24, 32]);
        assert_eq!(quote.exact, "が".repeat(10) + &"e\u{301}".repeat(14));
    }
}
